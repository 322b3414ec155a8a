/** What is said where a telling can't be recorded as it is. */
import type { Problem, Sentence } from "../kernel/problems.ts";

function problem(
  at: { readonly code: string; readonly field: string | null; readonly status?: Problem["status"] },
  message: Sentence,
  remedy: Sentence,
): Problem {
  return { code: at.code, status: at.status ?? 422, field: at.field, message, remedy };
}

export const paperUnknown = (id: string): Problem =>
  problem(
    { code: "paper.unknown", field: "paper", status: 404 },
    { vi: `Không có văn bản ${id}.`, en: `There is no paper ${id}.` },
    { vi: "Tìm lại văn bản, hoặc đăng ký mới.", en: "Search the paper again, or register it." },
  );

export const paperKnown = (label: string): Problem =>
  problem(
    { code: "paper.known", field: "paper", status: 409 },
    {
      vi: `Văn bản này đã có trong sổ: ${label}.`,
      en: `This paper is in the register already: ${label}.`,
    },
    { vi: "Dùng văn bản đã có.", en: "Use the one that is there." },
  );

export const paperAlike = (label: string): Problem =>
  problem(
    { code: "paper.alike", field: "paper", status: 409 },
    {
      vi: `Văn bản này có thể là ${label}, đã có trong sổ.`,
      en: `This paper may be ${label}, which is in the register.`,
    },
    {
      vi: "Dùng văn bản đã có, hoặc xác nhận đây là văn bản khác.",
      en: "Use the one that is there, or confirm that this is another.",
    },
  );

export const SECRET: Problem = problem(
  { code: "paper.secret", field: "title" },
  { vi: "Văn bản có dấu mật không được ghi vào sổ.", en: "A paper with a secrecy mark is not recorded." },
  { vi: "Bỏ văn bản này.", en: "Leave this paper out." },
);

export const FILE_UNKNOWN: Problem = problem(
  { code: "file.unknown", field: "file" },
  { vi: "Bản chụp chưa có trong kho.", en: "The copy is not in the store." },
  { vi: "Gửi lại tệp rồi ghi.", en: "Send the file again, then record." },
);

export const FILE_KIND: Problem = problem(
  { code: "file.kind", field: "file", status: 415 },
  { vi: "Chỉ nhận bản chụp PDF, PNG, JPEG hoặc WebP.", en: "Only PDF, PNG, JPEG and WebP copies are taken." },
  {
    vi: "Chụp hoặc in văn bản ra PDF rồi gửi lại.",
    en: "Scan or print the paper to PDF, then send it again.",
  },
);

export const NO_FILE: Problem = problem(
  { code: "file.missing", field: "file", status: 400 },
  { vi: "Không có tệp nào được gửi.", en: "No file was sent." },
  { vi: "Gửi tệp trong trường “file”.", en: "Send the file in the field “file”." },
);

export const FILE_TOO_LARGE: Problem = problem(
  { code: "file.tooLarge", field: "file", status: 413 },
  { vi: "Tệp vượt mức 50 MB.", en: "The file is larger than 50 MB." },
  { vi: "Chụp lại với độ phân giải thấp hơn.", en: "Scan it again with a lower resolution." },
);

export const NOTHING_TOLD: Problem = problem(
  { code: "telling.empty", field: "set" },
  { vi: "Chưa có nội dung nào để ghi.", en: "There is nothing to record yet." },
  { vi: "Chọn ít nhất một nội dung thay đổi.", en: "Choose at least one thing that changes." },
);

export const toldTwice = (label: string): Problem =>
  problem(
    { code: "telling.twice", field: "clear" },
    {
      vi: `“${label}” vừa có giá trị, vừa ghi là không rõ.`,
      en: `“${label}” has a value and is told unknown.`,
    },
    { vi: "Chọn một trong hai.", en: "Choose one of both." },
  );

export const newOneLacks = (attribute: string, label: string): Problem =>
  problem(
    { code: "telling.lacks", field: attribute },
    { vi: `Còn thiếu “${label}”.`, en: `“${label}” is missing.` },
    { vi: "Ghi theo văn bản.", en: "Give it as the paper says." },
  );

export const valueInvalid = (attribute: string, label: string): Problem =>
  problem(
    { code: "telling.invalid", field: attribute },
    { vi: `“${label}” không đọc được.`, en: `“${label}” can't be read.` },
    { vi: "Ghi lại theo văn bản.", en: "Give it as the paper says." },
  );

export const entryKnown = (amount: string): Problem =>
  problem(
    { code: "entry.known", field: "amount", status: 409 },
    {
      vi: `Khoản này, theo cùng văn bản, đã ghi rồi: ${amount}.`,
      en: `This amount is recorded already, from the same paper: ${amount}.`,
    },
    {
      vi: "Nếu lần trước ghi sai, đính chính khoản đó; nếu là khoản khác, ghi đúng kỳ hoặc nguồn của nó.",
      en: "If the earlier one is wrong, correct it; another amount has its own period or source.",
    },
  );

export const entryUnknown = (id: string): Problem =>
  problem(
    { code: "entry.unknown", field: "corrects", status: 404 },
    {
      vi: `Không có khoản ${id}, hoặc khoản đó đã được đảo lại.`,
      en: `There is no amount ${id}, or it was reversed already.`,
    },
    { vi: "Tải lại rồi chọn khoản cần đính chính.", en: "Reload, then choose what is to be corrected." },
  );

export const CLAIM_KNOWN: Problem = problem(
  { code: "claim.known", field: null, status: 409 },
  { vi: "Văn bản này nói như vậy thì đã ghi rồi.", en: "That this paper says so is recorded already." },
  { vi: "Không cần ghi lại.", en: "It need not be recorded again." },
);

export const CLAIM_STAYS: Problem = problem(
  { code: "claim.notCorrectable", field: "corrects" },
  {
    vi: "Số đã công bố là lời của văn bản, không rút riêng được.",
    en: "A published value is a paper's word and is not taken back by itself.",
  },
  {
    vi: "Nếu đã chép sai, ghi lại cho đúng kèm ghi chú; cả hai còn trong lịch sử.",
    en: "Where it was copied wrongly, record it rightly with a note; both stay in the history.",
  },
);

export const changeUnknown = (id: string): Problem =>
  problem(
    { code: "change.unknown", field: "corrects", status: 404 },
    {
      vi: `Không có biến động ${id}, hoặc biến động đó đã được rút.`,
      en: `There is no change ${id} here, or it was taken back already.`,
    },
    { vi: "Tải lại rồi chọn điều cần đính chính.", en: "Reload, then choose what is to be corrected." },
  );

export const organisationAmbiguous = (name: string, attribute: string): Problem =>
  problem(
    { code: "organisation.ambiguous", field: attribute },
    { vi: `Có hơn một tổ chức tên “${name}”.`, en: `More than one organisation is called “${name}”.` },
    { vi: "Chọn tổ chức trong danh sách.", en: "Choose one from the list." },
  );

export const placeUnknown = (id: string): Problem =>
  problem(
    { code: "place.unknown", field: "places" },
    { vi: `Không có địa bàn ${id}.`, en: `There is no place ${id}.` },
    { vi: "Chọn địa bàn trong danh sách.", en: "Choose a place from the list." },
  );

export const subjectUnknown = (attribute: string, id: string): Problem =>
  problem(
    { code: "subject.unknown", field: attribute },
    { vi: `Không có hồ sơ ${id}.`, en: `There is no subject ${id}.` },
    { vi: "Chọn trong danh sách.", en: "Choose from the list." },
  );

export const requestReused = (key: string): Problem =>
  problem(
    { code: "request.reused", field: "requestKey", status: 409 },
    {
      vi: `Mã yêu cầu ${key} đã dùng cho một nội dung khác.`,
      en: `The request key ${key} was used for other content.`,
    },
    { vi: "Gửi lại với mã yêu cầu mới.", en: "Send it again under a new request key." },
  );

export const notWaiting = (state: Sentence): Problem =>
  problem(
    { code: "proposal.decided", field: null, status: 409 },
    {
      vi: `Đề nghị này không còn chờ duyệt: ${state.vi.toLowerCase()}.`,
      en: `This proposal waits no more: ${state.en.toLowerCase()}.`,
    },
    { vi: "Tải lại danh sách.", en: "Reload the list." },
  );

export const NOT_YOURS: Problem = problem(
  { code: "proposal.notYours", field: null, status: 403 },
  { vi: "Chỉ người lập rút được đề nghị của mình.", en: "Only who made a proposal takes it back." },
  { vi: "Người duyệt có thể trả lại kèm lý do.", en: "An approver can send it back with a reason." },
);
