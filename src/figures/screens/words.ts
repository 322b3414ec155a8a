/** What the screens of figures say. */
import type { Sentence } from "../../kernel/problems.ts";
import type { Messages } from "../../web/language.tsx";
import type { Unit, Verdict } from "../vocabulary.ts";

export const FIGURE_WORDS = {
  figures: { vi: "Vốn và chỉ tiêu", en: "Capital and figures" },
  figuresLead: {
    vi: "Mỗi chỉ tiêu mở ra các bản ghi và văn bản làm nên nó.",
    en: "Every figure opens into the records and papers that make it.",
  },
  figure: { vi: "Chỉ tiêu", en: "Figure" },
  value: { vi: "Giá trị", en: "Value" },
  period: { vi: "Thời kỳ", en: "Period" },
  evidence: { vi: "Tài liệu mới nhất", en: "Newest paper" },
  counts: { vi: "Tính gì", en: "What it counts" },
  article: { vi: "Căn cứ", en: "Article" },
  formula: { vi: "Cách tính", en: "Formula" },
  ratio: { vi: "Tử số / mẫu số", en: "Numerator / denominator" },
  basis: { vi: "Dựa vào", en: "Rests on" },
  basisRecords: { vi: "từng bản ghi trong sổ", en: "single records of the register" },
  basisReported: {
    vi: "tổng số đã công bố; sổ chưa có từng bản ghi",
    en: "a published total; the register has no single records",
  },
  coverage: { vi: "Độ đầy đủ", en: "Coverage" },
  covered: { vi: "Sổ giữ đủ bản ghi loại này", en: "The register holds every record of this kind" },
  notCovered: {
    vi: "Sổ chưa chắc giữ đủ bản ghi loại này",
    en: "The register may not hold every record of this kind",
  },
  noEvidence: { vi: "chưa có tài liệu", en: "no paper yet" },
  hiddenWhy: {
    vi: "Chúng dựa vào văn bản không công khai; tài khoản có vai trò được xem sẽ thấy.",
    en: "They rest on papers that are not public; an account with a role that may read them sees them.",
  },
  records: { vi: "Bản ghi làm nên số này", en: "Records behind it" },
  noRecords: {
    vi: "Chưa có bản ghi nào cho nơi và ngày này.",
    en: "No record for this place and day.",
  },
  onlyReported: {
    vi: "Mới có tổng số đã công bố; sổ chưa có từng bản ghi.",
    en: "Only a published total is known; the register has no single records.",
  },
  record: { vi: "Bản ghi", en: "Record" },
  since: { vi: "Từ", en: "Since" },
  pressOnly: { vi: "theo báo chí, báo cáo; chưa có quyết định", en: "from a report; no decision found" },
  moreRecords: { vi: "Xem thêm bản ghi", en: "Show more records" },
  missing: { vi: "Chưa tính được", en: "Not counted: no number" },
  disputed: { vi: "Chưa thống nhất, không tính", en: "Disputed, not counted" },
  reported: { vi: "Số đã công bố", en: "Published values" },
  course: { vi: "Diễn biến", en: "Course" },
  courseTable: { vi: "Diễn biến bằng bảng", en: "The course as a table" },
  day: { vi: "Ngày", en: "Day" },
  groups: { vi: "Chia theo nhóm", en: "Breakdown" },
  ifCounted: { vi: "nếu tính:", en: "if counted:" },
  claims: { vi: "Số đã công bố", en: "Published claims" },
  claimsLead: {
    vi: "Điều văn bản và báo chí đã nói, đặt cạnh điều sổ có.",
    en: "What papers and the press said, beside what the register holds.",
  },
  said: { vi: "Nội dung", en: "What is said" },
  published: { vi: "Đã công bố", en: "Published" },
  register: { vi: "Sổ có", en: "Register" },
  verdict: { vi: "Đối chiếu", en: "Comparison" },
  why: { vi: "Vì sao", en: "Why" },
  noClaims: {
    vi: "Không có số đã công bố nào cho nơi này và cách lọc này.",
    en: "No published value for this place and filter.",
  },
  clarify: { vi: "Cần làm rõ", en: "To be made clear" },
  nothingToClarify: {
    vi: "Không có văn bản nào nói khác nhau vào ngày này.",
    en: "No papers disagree on this day.",
  },
  countsHere: { vi: "số này được tính", en: "this one counts" },
  notCounted: { vi: "không tính", en: "not counted" },
  noPaper: { vi: "Chưa có văn bản", en: "No paper yet" },
  unknownSpan: { vi: "chưa có số liệu", en: "no figure" },
  groupZones: { vi: "Khu và cụm", en: "Parks and clusters" },
  groupCapital: { vi: "Vốn", en: "Capital" },
  groupProjects: { vi: "Dự án", en: "Projects" },
  groupLand: { vi: "Đất đai", en: "Land" },
  groupCases: { vi: "Hồ sơ thủ tục", en: "Cases" },
  groupProducts: { vi: "Sản phẩm", en: "Products" },
  groupForm04: { vi: "Biểu 04 (Thông tư 14/2024/TT-BCT)", en: "Form 04 (Circular 14/2024/TT-BCT)" },
  groupOther: { vi: "Khác", en: "Other" },
} as const satisfies Messages;

export const VERDICT_WORDS = {
  agrees: { vi: "khớp", en: "agrees" },
  differs: { vi: "lệch", en: "differs" },
  sameSource: { vi: "cùng nguồn", en: "same source" },
  notDerivable: { vi: "chưa suy ra được", en: "cannot be derived" },
} as const satisfies Record<Verdict, Sentence>;

/** The order in which verdicts are listed. */
export const VERDICTS = ["agrees", "differs", "sameSource", "notDerivable"] as const;

export const VERDICT_MEANINGS = {
  agrees: {
    vi: "Bằng số mà sổ tính được từ văn bản khác.",
    en: "Equals what the register derives from other papers.",
  },
  differs: { vi: "Khác số mà sổ có.", en: "Differs from what the register holds." },
  sameSource: {
    vi: "Sổ cũng dựa vào chính văn bản này, nên chưa kiểm được.",
    en: "The register rests on this very paper, so it proves nothing.",
  },
  notDerivable: {
    vi: "Sổ chưa có bản ghi để suy ra số này.",
    en: "The register has no records from which to derive it.",
  },
} as const satisfies Record<Verdict, Sentence>;

/** The word after the number: what is counted is known from the figure's name, so `zone` has a nearer word. */
export function unitWordOf(id: string, unit: Unit): Sentence | null {
  if (unit !== "zone") return null;
  if (id.startsWith("clusters.")) return { vi: "cụm", en: "clusters" };
  if (id.startsWith("parks.")) return { vi: "khu", en: "parks" };
  return null;
}
