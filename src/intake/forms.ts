/**
 * The sheets that may be sent in: which columns each has, how their headings are spelled, and what may stand in them.
 * The Vietnamese heading comes first; the English one is understood too.
 */
import { column, EFFECTIVE, type Form, hint, KEY, NOTE, PAPER, PLACES, TO } from "./formColumns.ts";
import * as words from "./spellings.ts";

export { type ColumnKind, FORM_KEYS, type Form, type FormColumn, type FormKey } from "./formColumns.ts";

const documents: Form = {
  key: "documents",
  title: { vi: "Văn bản", en: "Documents" },
  columns: [
    column("key", "Mã", "Key", KEY),
    column("kind", "Loại văn bản", "Kind", { words: words.documentKinds, required: true }),
    column("number", "Số, ký hiệu", "Number"),
    column("signedOn", "Ngày ký", "Signed on", { kind: "date" }),
    column("effectiveOn", "Ngày hiệu lực", "In force on", { kind: "date" }),
    column("issuer", "Cơ quan ban hành", "Issuer"),
    column("title", "Trích yếu", "Title", { required: true }),
    column("standing", "Giá trị", "Standing", { words: words.standings }),
    column("evidence", "Căn cứ", "Evidence", { words: words.evidences }),
    column("url", "Đường dẫn", "Address"),
    column("access", "Mức truy cập", "Access", {
      words: words.accesses,
      ...hint("Để trống: công khai", "Blank: public"),
    }),
    NOTE,
  ],
};

const zones: Form = {
  key: "zones",
  title: { vi: "Khu và cụm", en: "Zones" },
  columns: [
    column("key", "Mã", "Key", KEY),
    column("kind", "Loại", "Kind", { words: words.zoneKinds }),
    column("name", "Tên khu, cụm", "Name", { also: ["tên", "tên cụm công nghiệp", "tên khu công nghiệp"] }),
    column("phase", "Giai đoạn", "Phase", hint("Chỉ ghi khi dòng nói về một giai đoạn", "Only for a phase")),
    column("placePrinted", "Địa điểm", "Place as printed", { also: ["địa điểm như đã in"] }),
    column("places", "Mã địa bàn", "Place codes", { kind: "list", ...PLACES }),
    column("area", "Diện tích", "Area", { kind: "ha" }),
    ...EFFECTIVE,
    TO,
    column("developer", "Chủ đầu tư", "Developer", { also: ["chủ đầu tư hạ tầng"] }),
    column("developerCode", "Mã số doanh nghiệp", "Enterprise code"),
    column("developerKind", "Loại chủ đầu tư", "Kind of developer", { words: words.developerKinds }),
    column("totalInvestment", "Tổng mức đầu tư", "Total investment", { kind: "billionDong" }),
    column("legal", "Pháp lý", "Legal", { words: words.courseStates.legal }),
    column("inPlan", "Có trong quy hoạch", "In the plan", {
      ...hint("Văn bản quy hoạch có tên khu, cụm", "The paper of the plan that lists it"),
    }),
    column("planning", "Quy hoạch chi tiết", "Planning", {
      words: words.courseStates.planning,
      also: ["quy hoạch"],
    }),
    column("clearance", "Giải phóng mặt bằng", "Clearance", { words: words.courseStates.clearance }),
    column("works", "Xây dựng hạ tầng", "Works", { words: words.courseStates.works }),
    column("operation", "Hoạt động", "Operation", { words: words.courseStates.operation }),
    column("sectors", "Ngành nghề", "Sectors", {
      kind: "list",
      ...hint("Cách nhau bằng dấu ;", "Divided by ;"),
    }),
    column("occupancyNote", "Thuê đất", "Occupancy"),
    column("expectedCompletion", "Mốc dự kiến hoàn thành", "Expected completion", { kind: "date" }),
    column("expectedOperation", "Mốc dự kiến hoạt động", "Expected operation", { kind: "date" }),
    column("termYears", "Thời hạn (năm)", "Term in years", { kind: "count", also: ["thời hạn"] }),
    column("scheduleMonths", "Tiến độ (tháng)", "Schedule in months", {
      kind: "count",
      ...hint("Số tháng kể từ ngày ký quyết định", "Months from the signing of the decision"),
    }),
    column("scheduleFrom", "Tiến độ từ", "Schedule from", { kind: "date" }),
    column("scheduleTo", "Tiến độ đến", "Schedule to", { kind: "date" }),
    column("scheduleOperation", "Tiến độ hoạt động", "Scheduled operation", { kind: "date" }),
    column("schedulePrinted", "Tiến độ như đã in", "Schedule as printed"),
    column("landHandedOver", "Bàn giao đất thực địa", "Land handed over", { kind: "date" }),
    column("news", "Tin mới", "News"),
    column("disputed", "Chưa thống nhất", "Disputed", hint("Vì sao chưa thống nhất", "Why it is disputed")),
    column("industrialLand", "Đất công nghiệp", "Industrial land", { kind: "ha" }),
    column("serviceLand", "Đất dịch vụ", "Service land", { kind: "ha" }),
    column("landWithInfrastructure", "Đất công nghiệp có hạ tầng", "Land with infrastructure", {
      kind: "ha",
      also: ["đất có hạ tầng"],
    }),
    column("leasedLand", "Đất công nghiệp đã cho thuê", "Leased land", {
      kind: "ha",
      also: ["đã cho thuê"],
    }),
    column("detailedPlanDecision", "Quyết định quy hoạch chi tiết", "Detailed plan decision"),
    column(
      "infrastructureProjectInvestment",
      "Vốn dự án hạ tầng được duyệt",
      "Approved infrastructure project",
      { kind: "billionDong" },
    ),
    column("investedToDate", "Đã đầu tư", "Invested to date", { kind: "billionDong" }),
    column("projects", "Số dự án", "Projects", { kind: "count" }),
    column("fdiProjects", "Số dự án FDI", "FDI projects", { kind: "count", also: ["FDI"] }),
    column("operatingProjects", "Số dự án đang hoạt động", "Operating projects", {
      kind: "count",
      also: ["đang hoạt động"],
    }),
    column("workers", "Lao động", "Workers", { kind: "count" }),
    column("wasteWaterPlant", "Nhà máy xử lý nước thải", "Waste-water plant", {
      words: words.wasteWaterPlants,
      also: ["nhà máy nước thải"],
    }),
    column("wasteWaterMeetsStandard", "Nước thải đạt chuẩn", "Waste water meets the standard", {
      kind: "yesNo",
      also: ["đạt chuẩn"],
    }),
    column("craftVillage", "Cụm làng nghề", "Craft village", { kind: "yesNo", also: ["làng nghề"] }),
    column("specialised", "Cụm chuyên ngành", "Specialised", { kind: "yesNo", also: ["chuyên ngành"] }),
    PAPER,
    NOTE,
  ],
};

const capital: Form = {
  key: "capital",
  title: { vi: "Bố trí vốn", en: "Capital" },
  columns: [
    column(
      "key",
      "Mã",
      "Key",
      hint("Tên ngắn của khoản trong bảng này", "A short name of the sum in this sheet"),
    ),
    column("kind", "Loại khoản", "Kind of entry", {
      words: words.capitalEntries,
      ...hint("Để trống: đã bố trí", "Blank: allocated"),
    }),
    column("zones", "Cho khu, cụm", "For zones", {
      kind: "list",
      required: true,
      also: ["cho"],
      ...hint(
        "Mã khu, cụm; nhiều mã cách nhau bằng dấu ; là một khoản chung; giai đoạn ghi “thanh-binh/I”",
        "Keys of zones; several, divided by ;, are one sum for all; a phase is “thanh-binh/I”",
      ),
    }),
    column("periodFrom", "Từ năm", "From year", { kind: "date" }),
    column("periodTo", "Đến năm", "To year", { kind: "date" }),
    column("source", "Nguồn vốn", "Source", {
      words: words.capitalSources,
      also: ["nguồn"],
      ...hint("Để trống: không nêu nguồn", "Blank: not stated"),
    }),
    column("amount", "Số tiền", "Amount", { kind: "billionDong", required: true }),
    column("precision", "Từ chỉ độ chính xác", "Precision word"),
    column("dated", "Ghi nhận", "Dated", { kind: "date", required: true }),
    column("datedKind", "Kiểu ghi nhận", "Kind of date", { words: words.effectiveKinds, also: ["kiểu"] }),
    PAPER,
    NOTE,
  ],
};

const claims: Form = {
  key: "claims",
  title: { vi: "Số đã công bố", en: "Claims" },
  columns: [
    column("key", "Mã", "Key", KEY),
    column("about", "Về", "About", { words: words.claimSubjects, required: true }),
    column("figure", "Chỉ tiêu", "Figure", hint("Mã chỉ tiêu, ví dụ clusters.area", "Id of the figure")),
    column("place", "Mã địa bàn", "Place code"),
    column("filters", "Bộ lọc", "Filters", {
      kind: "list",
      ...hint("Ví dụ kind=cluster", "Such as kind=cluster"),
    }),
    column("zone", "Khu, cụm", "Zone", hint("Mã khu, cụm", "Key of the zone")),
    column("attribute", "Thuộc tính", "Attribute", { words: words.zoneAttributeNames }),
    column(
      "title",
      "Tiêu đề",
      "Claim title",
      hint("Chỉ ghi khi “Về” là “khác”", "Only where it is about “other”"),
    ),
    column("periodFrom", "Kỳ từ", "Period from", { kind: "date", required: true }),
    column("periodTo", "Kỳ đến", "Period to", {
      kind: "date",
      ...hint("Để trống: bằng “Kỳ từ”", "Blank: the same as “Period from”"),
    }),
    column("value", "Giá trị", "Value"),
    column(
      "unit",
      "Đơn vị",
      "Unit",
      hint("ha, m², tỷ đồng, đồng, cụm, dự án, sản phẩm, lượt, người, %, năm", "Unit"),
    ),
    column("precision", "Từ chỉ độ chính xác", "Precision word"),
    column("printed", "Nguyên văn", "As printed"),
    column("locator", "Vị trí", "Place in the text"),
    PAPER,
    NOTE,
  ],
};

const programme: Form = {
  key: "programme",
  title: { vi: "Chương trình", en: "Programme" },
  columns: [
    column("key", "Mã", "Key", { required: true, ...KEY }),
    column("order", "Thứ tự", "Order", { kind: "count" }),
    column("part", "Phần", "Part"),
    column("statement", "Nội dung", "Statement", { required: true }),
    column("statementEn", "Nội dung (tiếng Anh)", "Statement in English"),
    column("links", "Liên kết", "Links", { kind: "list", ...hint("nhãn|đường dẫn", "label|path") }),
    ...EFFECTIVE.map((c) => ({ ...c, required: false })),
    PAPER,
    NOTE,
  ],
};

const coverage: Form = {
  key: "coverage",
  title: { vi: "Phạm vi dữ liệu", en: "Coverage" },
  columns: [
    column("key", "Mã", "Key", { required: true, ...KEY }),
    column("place", "Mã địa bàn", "Place code"),
    column("kinds", "Loại dữ liệu", "Kinds of records", {
      kind: "list",
      required: true,
      words: words.coveredKinds,
      also: ["loại"],
    }),
    ...EFFECTIVE,
    TO,
    column("word", "Lời xác nhận", "Word", {
      also: ["lời"],
      ...hint("Ai nói là đã đủ, và nói thế nào", "Who says that it is whole, and how"),
    }),
    PAPER,
    NOTE,
  ],
};

export const FORMS: readonly Form[] = [documents, zones, capital, claims, programme, coverage];

/** The form of a key. Throws where there is none: keys come from the forms themselves. */
export function formOf(key: string): Form {
  const form = FORMS.find((f) => f.key === key);
  if (form === undefined) throw new Error(`no form ${key}`);
  return form;
}

/** Where a form stands in the order of taking. */
export function rankOf(form: Form): number {
  return FORMS.indexOf(form);
}
