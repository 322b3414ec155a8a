/** What the screens of intake say. */
import type { Sentence } from "../../kernel/problems.ts";
import type { Messages } from "../../web/language.tsx";
import type { RowOutcome } from "./answers.ts";

export const IMPORT_WORDS = {
  imports: { vi: "Nhập dữ liệu", en: "Import" },
  lead: {
    vi: "Đưa một bảng tính vào: xem trước từng ô sẽ đổi gì, rồi mới ghi. Chưa bấm ghi thì sổ không đổi.",
    en: "Bring in a workbook: see what each cell would change, then record it. Until you record, nothing changes.",
  },
  template: { vi: "Mẫu bảng tính", en: "Template" },
  templateAll: { vi: "Tải mẫu (mọi bảng)", en: "Download the template (all sheets)" },
  drop: { vi: "Thả tệp XLSX hoặc CSV vào đây", en: "Drop an XLSX or CSV file here" },
  choose: { vi: "Chọn tệp", en: "Choose a file" },
  reading: { vi: "Đang đọc và kiểm tra", en: "Reading and checking" },
  cancel: { vi: "Bỏ, chọn tệp khác", en: "Discard, choose another file" },
  preview: { vi: "Xem trước", en: "Preview" },
  moved: {
    vi: "Sổ đã có lần ghi mới sau khi xem trước. Dưới đây là những khác biệt tính theo sổ bây giờ; xem lại rồi ghi.",
    en: "The register has moved since the preview. Below are the differences against the register of now; look again, then record.",
  },
  newPapers: { vi: "Văn bản mới, sẽ được ghi cùng", en: "New papers, recorded with it" },
  knownPapers: { vi: "Văn bản đã có trong sổ", en: "Papers already in the register" },
  show: { vi: "Lọc theo kết quả", en: "Filter by outcome" },
  all: { vi: "Tất cả", en: "All" },
  row: { vi: "dòng", en: "row" },
  cell: { vi: "Ô", en: "Cell" },
  column: { vi: "Cột", en: "Column" },
  from: { vi: "Đang là", en: "Is now" },
  to: { vi: "Sẽ là", en: "Would be" },
  empty: { vi: "trống", en: "empty" },
  leftAside: { vi: "Không lấy làm dữ liệu", en: "Not taken as data" },
  moreRows: { vi: "Xem thêm dòng", en: "Show more rows" },
  already: { vi: "Chính tệp này đã được ghi lúc", en: "This very file was recorded on" },
  alreadyDone: {
    vi: "Chính tệp này đã được ghi từ trước; lần này không ghi thêm gì.",
    en: "This very file had been recorded before; nothing was recorded now.",
  },
  choices: { vi: "Có thể là", en: "It may be" },
  choose1: {
    vi: "Ghi rõ một trong các tên này vào tệp rồi đưa vào lại.",
    en: "Write one of these names into the file and bring it in again.",
  },
  hinderedRefused: {
    vi: "Chưa ghi được: có ô bị từ chối. Sửa trong tệp theo chỉ dẫn rồi đưa vào lại.",
    en: "It cannot be recorded yet: some cells are refused. Mend them in the file as told, then bring it in again.",
  },
  hinderedQuestion: {
    vi: "Chưa ghi được: có dòng còn hỏi. Trả lời trong tệp rồi đưa vào lại.",
    en: "It cannot be recorded yet: some rows raise a question. Answer it in the file, then bring it in again.",
  },
  hinderedNothing: {
    vi: "Sổ đã có đúng những gì tệp ghi; không có gì để ghi thêm.",
    en: "The register already holds what the file says; there is nothing to record.",
  },
  applying: { vi: "Đang ghi…", en: "Recording…" },
  past: { vi: "Các lần nhập", en: "Past imports" },
  noPast: { vi: "Chưa nhập tệp nào.", en: "No file has been imported." },
  file: { vi: "Tệp", en: "File" },
  when: { vi: "Lúc", en: "When" },
  author: { vi: "Người ghi", en: "Author" },
  rows: { vi: "Dòng", en: "Rows" },
  changes: { vi: "Thay đổi", en: "Changes" },
  state: { vi: "Tình trạng", en: "State" },
  withdrawn: { vi: "đã rút lại", en: "withdrawn" },
  withdraw: { vi: "Rút lại", en: "Withdraw" },
  withdrawSure: { vi: "Rút lại cả lần nhập này", en: "Withdraw this whole import" },
  keep: { vi: "Giữ nguyên", en: "Keep it" },
  withdrawMeans: {
    vi: "Mọi thay đổi của lần nhập này thôi có hiệu lực từ bây giờ; sổ vẫn nhớ là đã từng ghi.",
    en: "Every change of this import ceases to hold from now; the register still remembers that it was recorded.",
  },
} as const satisfies Messages;

export const FORMS = {
  zones: { vi: "Khu và cụm", en: "Parks and clusters" },
  claims: { vi: "Số đã công bố", en: "Published values" },
  capital: { vi: "Bố trí vốn", en: "Capital" },
  documents: { vi: "Văn bản", en: "Papers" },
  programme: { vi: "Chương trình", en: "Programme" },
  coverage: { vi: "Phạm vi dữ liệu", en: "Coverage" },
} as const satisfies Messages;

export const OUTCOME_WORDS = {
  create: { vi: "thêm mới", en: "new" },
  change: { vi: "thay đổi", en: "changes" },
  nothing: { vi: "không đổi", en: "unchanged" },
  refused: { vi: "bị từ chối", en: "refused" },
  question: { vi: "cần hỏi", en: "question" },
} as const satisfies Record<RowOutcome, Sentence>;

/** What needs a person comes first. */
export const OUTCOMES = ["refused", "question", "create", "change", "nothing"] as const;
