/** What the page of a zone's plots says. */
import type { Sentence } from "../../kernel/problems.ts";
import type { Messages } from "../../web/language.tsx";
import type { Operation } from "./plotsDraft.ts";

export const PLOTS_WORDS = {
  plots: { vi: "lô", en: "plots" },
  title: { vi: "Lô đất", en: "Plots" },
  lead: {
    vi: "Nhập bảng tọa độ hoặc bản vẽ, vẽ, tách, hợp lô, rồi ghi văn bản quyết định. Chưa bấm ghi thì sổ không đổi.",
    en: "Bring in a survey or a drawing, draw, split or merge plots, then name the paper. Until you record, nothing changes.",
  },
  noZone: { vi: "Chưa chọn khu, cụm.", en: "No zone is chosen." },
  chooseZone: { vi: "Chọn khu, cụm", en: "Choose a zone" },
  work: { vi: "1. Lô đất trên mặt bằng", en: "1. Plots on the ground" },
  onDay: { vi: "Các lô vào ngày", en: "The plots on" },
  plane: { vi: "Hệ tọa độ", en: "Coordinate system" },
  decided: { vi: "Diện tích khu, cụm theo văn bản", en: "Area of the zone by its papers" },
  outlined: { vi: "đo trên ranh giới", en: "of its boundary" },
  drawnSum: { vi: "Đã vẽ", en: "Drawn" },
  fewer: { vi: "Ít hơn diện tích theo văn bản", en: "Less than the papers say, by" },
  more: { vi: "Nhiều hơn diện tích theo văn bản", en: "More than the papers say, by" },
  hiddenPlots: { vi: "lô không được xem, theo văn bản không công khai", en: "plots that you may not see" },
  operation: { vi: "Việc cần làm", en: "What is to be done" },
  undo: { vi: "Hoàn tác", en: "Undo" },
  redo: { vi: "Làm lại", en: "Redo" },
  escape: { vi: "Bỏ dở (Esc)", en: "Give up (Esc)" },
  corners: {
    vi: "Điểm góc: X (Bắc), Y (Đông), mỗi dòng một điểm",
    en: "Corners: X (north), Y (east), one a line",
  },
  lineCorners: {
    vi: "Đường: X (Bắc), Y (Đông), mỗi dòng một điểm",
    en: "Line: X (north), Y (east), one point a line",
  },
  cornersHint: {
    vi: "Ví dụ 2450087,833; 432284,940. Dán được cả bảng có số hiệu điểm.",
    en: "For example 2450087.833; 432284.940. A list with point numbers can be pasted.",
  },
  presentCorners: { vi: "Lấy các điểm góc đang có", en: "Take its present corners" },
  wrongLines: { vi: "Không đọc được dòng", en: "These lines can't be read:" },
  swapped: {
    vi: "X và Y bị đổi chỗ: trong bảng đo, X là tọa độ Bắc, số lớn hơn.",
    en: "X and Y are swapped: in surveys X is the northing, the larger number.",
  },
  swapBack: { vi: "Đổi lại X và Y", en: "Swap X and Y back" },
  addPlot: { vi: "Thêm lô này", en: "Add this plot" },
  ringArea: { vi: "Diện tích trong đường vẽ", en: "Area inside the corners" },
  file: { vi: "Nhập từ tệp", en: "Bring in a file" },
  fileHint: {
    vi: "Bảng tọa độ (CSV, XLSX), GeoJSON, Shapefile (ZIP), KML, KMZ hoặc DXF, tối đa 10 MB và 2.000 lô. Không giữ lại tệp.",
    en: "Survey (CSV, XLSX), GeoJSON, shapefile (ZIP), KML, KMZ or DXF, at most 10 MB and 2,000 plots. The file is not kept.",
  },
  accuracy: { vi: "Độ chính xác đo (mm)", en: "Accuracy of the survey (mm)" },
  accuracyHint: {
    vi: "như bản đo ghi; để trống nếu bản đo không ghi",
    en: "as the survey states; empty where it does not",
  },
  accuracyWrong: { vi: "ghi số nguyên milimét", en: "a whole number of millimetres" },
  crs: { vi: "Hệ tọa độ của tệp", en: "Coordinate system of the file" },
  crsOwn: {
    vi: "Theo tệp; bảng tọa độ thì theo khu, cụm",
    en: "As the file says; of a table that of the zone",
  },
  reading: { vi: "Đang đọc tệp", en: "Reading the file" },
  notTaken: { vi: "Chưa nhập được, chưa có lô nào được lấy", en: "Nothing was taken yet" },
  taken: { vi: "lô đã lấy từ", en: "plots taken from" },
  noticed: { vi: "Cần xem lại", en: "Look at these again" },
  oneShape: {
    vi: "Tệp có nhiều lô; việc này cần tệp có đúng một hình.",
    en: "The file holds several plots; this needs a file with exactly one shape.",
  },
  fromFile: { vi: "Đã có hình mới", en: "There is a new shape" },
  dropShape: { vi: "Bỏ hình này", en: "Drop this shape" },
  standing: { vi: "Lô đang có", en: "Standing plots" },
  noStanding: { vi: "Vào ngày này chưa có lô nào.", en: "There are no plots on this day." },
  choose: { vi: "Chọn lô", en: "Choose plot" },
  number: { vi: "Số lô", en: "Number" },
  use: { vi: "Loại đất", en: "Land use" },
  noUse: { vi: "Chọn loại đất", en: "Choose a use" },
  area: { vi: "Diện tích", en: "Area" },
  printed: { vi: "Diện tích văn bản ghi (m²)", en: "Area as printed (m²)" },
  where: { vi: "Ở đâu", en: "Where" },
  remove: { vi: "Bỏ", en: "Remove" },
  newPlots: { vi: "Lô mới", en: "New plots" },
  results: { vi: "Sẽ thành", en: "Will become" },
  total: { vi: "Cộng", en: "Sum" },
  wasArea: { vi: "trước đó", en: "before" },
  drawnByHand: { vi: "vẽ tay", en: "drawn here" },
  marks: { vi: "Chỗ cần sửa", en: "Places to mend" },
  undrawn: { vi: "chưa có ranh giới", en: "no boundary" },
  site: { vi: "Mặt bằng", en: "Site" },
  unchanged: { vi: "Không ghi", en: "Not told" },
  utilities: { vi: "Hạ tầng đến lô", en: "Utilities" },
  utilitiesTold: { vi: "Ghi hạ tầng đến lô", en: "Tell the utilities" },
  sectors: { vi: "Ngành nghề được phép, cách nhau bằng dấu ;", en: "Sectors allowed, parted by ;" },
  price: { vi: "Giá chào (đồng/m²)", en: "Price offered (đồng/m²)" },
  noNumber: { vi: "Không phải số nguyên đồng.", en: "This is no whole number of đồng." },
  stateNote: { vi: "Ghi chú về lô", en: "Note on the plots" },
  showMore: { vi: "Hiện thêm", en: "Show more" },
  paper: { vi: "2. Văn bản và ngày hiệu lực", en: "2. Paper and day" },
  preview: { vi: "3. Xem trước và ghi", en: "3. Preview and record" },
} as const satisfies Messages;

/** How each of the things is done that may be done with plots. */
export const HOW = {
  draw: {
    vi: "Nhập từ tệp, hoặc bấm lên hình, gõ hay dán các điểm góc theo thứ tự rồi thêm lô.",
    en: "Bring in a file; or press into the drawing, type or paste the corners in order, then add the plot.",
  },
  outline: {
    vi: "Nhập từ tệp có một hình, hoặc bấm lên hình, gõ hay dán các điểm góc theo thứ tự.",
    en: "Bring in a file with one shape, or press, type or paste the corners in order.",
  },
  split: {
    vi: "Chọn một lô trong bảng, rồi vẽ đường chia qua lô: hai đầu nằm trên ranh giới hoặc ngoài lô.",
    en: "Choose a plot in the table, then draw a line across it: its ends on the boundary or outside.",
  },
  border: {
    vi: "Chọn hai lô liền nhau, rồi vẽ ranh mới của hai lô.",
    en: "Choose two neighbouring plots, then draw their new border.",
  },
  redraw: {
    vi: "Chọn một lô, rồi nhập tệp có một hình hoặc vẽ lại các điểm góc.",
    en: "Choose a plot, then bring in a file with one shape, or draw its corners anew.",
  },
  merge: { vi: "Chọn các lô liền nhau để hợp.", en: "Choose neighbouring plots to merge." },
  state: {
    vi: "Chọn lô, rồi ghi điều văn bản cho biết.",
    en: "Choose plots, then tell what the paper says.",
  },
  cancel: { vi: "Chọn các lô không còn.", en: "Choose the plots that are no more." },
} as const satisfies Record<Operation, Sentence>;
