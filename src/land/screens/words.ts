/** What the drawing of plots and the page of a plot say. */
import type { Messages } from "../../web/language.tsx";

export const BOARD_WORDS = {
  drawing: {
    vi: "Hình các lô trong mặt phẳng tọa độ; bảng bên cạnh ghi cùng nội dung",
    en: "Drawing of the plots in the plane; the table beside it says the same",
  },
  nearer: { vi: "Phóng to", en: "Zoom in" },
  farther: { vi: "Thu nhỏ", en: "Zoom out" },
  all: { vi: "Xem tất cả", en: "Show all" },
  north: { vi: "Bắc", en: "N" },
  pointer: { vi: "Chỉ vào hình để xem tọa độ.", en: "Point into the drawing to see coordinates." },
  corner: { vi: "bắt vào điểm góc", en: "at a corner" },
  side: { vi: "bắt vào cạnh", en: "on a side" },
  nothing: { vi: "Chưa có ranh giới nào để vẽ.", en: "There is no boundary to draw yet." },
  zone: { vi: "Ranh giới khu, cụm", en: "Boundary of the zone" },
} as const satisfies Messages;

export const PLOT_WORDS = {
  plot: { vi: "Lô", en: "Plot" },
  of: { vi: "Thuộc", en: "Part of" },
  status: { vi: "Tình trạng", en: "Status" },
  printed: { vi: "Diện tích theo văn bản", en: "Area as printed" },
  measured: { vi: "Diện tích đo trên ranh giới", en: "Area of the boundary" },
  notKnown: { vi: "chưa có số liệu", en: "not known" },
  ended: { vi: "Lô này không còn từ trước ngày đang xem", en: "This plot had ended before the day shown" },
  outline: { vi: "Ranh giới", en: "Boundary" },
  noOutline: { vi: "Chưa có ranh giới của lô này.", en: "The boundary of this plot is not known." },
  noForce: {
    vi: "Hình minh họa, không có giá trị pháp lý.",
    en: "An illustration without legal force.",
  },
  facts: { vi: "Thông tin", en: "Facts" },
  fact: { vi: "Nội dung", en: "Fact" },
  value: { vi: "Giá trị", en: "Value" },
  paper: { vi: "Văn bản", en: "Paper" },
  onlySays: { vi: "theo báo cáo", en: "as reported" },
  hidden: {
    vi: "Có thông tin theo văn bản không được xem:",
    en: "On papers that you may not read:",
  },
  lineage: { vi: "Gốc gác", en: "Lineage" },
  madeFrom: { vi: "Từ lô", en: "Made from" },
  became: { vi: "Thành lô", en: "Became" },
  periods: { vi: "Các thời kỳ", en: "Periods" },
  time: { vi: "Thời gian", en: "Time" },
  from: { vi: "từ", en: "from" },
  number: { vi: "Số lô", en: "Number" },
  site: { vi: "Mặt bằng", en: "Site" },
  area: { vi: "Diện tích", en: "Area" },
} as const satisfies Messages;
