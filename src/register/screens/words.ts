/** What the screens of papers say. */
import type { Sentence } from "../../kernel/problems.ts";
import type { Messages } from "../../web/language.tsx";
import type { Access, Evidence, Standing } from "../vocabulary.ts";

export const DOCUMENT_WORDS = {
  history: { vi: "Những gì đã ghi theo văn bản này", en: "What was recorded on this paper" },
  documents: { vi: "Văn bản", en: "Papers" },
  documentsLead: {
    vi: "Mọi số và biến động trong sổ đều dựa vào một văn bản trong danh sách này.",
    en: "Every number and change of the register rests on a paper of this list.",
  },
  none: { vi: "Không có văn bản nào hợp với cách lọc này.", en: "No paper fits this filter." },
  paper: { vi: "Văn bản", en: "Paper" },
  signed: { vi: "Ngày", en: "Date" },
  effective: { vi: "Hiệu lực", en: "In force" },
  issuer: { vi: "Nơi ban hành", en: "Issuer" },
  standing: { vi: "Giá trị", en: "Standing" },
  holds: { vi: "Trong sổ", en: "In the register" },
  changes: { vi: "biến động", en: "changes" },
  claims: { vi: "số đã công bố", en: "claims" },
  entries: { vi: "khoản", en: "entries" },
  copy: { vi: "Bản chụp", en: "Copy" },
  hasCopy: { vi: "có bản chụp", en: "copy held" },
  noCopy: { vi: "chưa có bản chụp", en: "no copy held" },
  find: { vi: "Tìm theo số, tên, nơi ban hành", en: "Find by number, title, issuer" },
  all: { vi: "Tất cả", en: "All" },
  more: { vi: "Xem thêm văn bản cũ hơn", en: "Show older papers" },
  narrow: {
    vi: "Còn văn bản cũ hơn; gõ thêm chữ để tìm.",
    en: "There are older papers; type more to find them.",
  },
  howKnown: { vi: "Biết qua", en: "Known through" },
  open: { vi: "Mở trang gốc", en: "Open the source page" },
  decides: { vi: "Văn bản này quyết định", en: "What this paper decides" },
  tells: { vi: "Điều sổ ghi theo văn bản này", en: "What the register records from this paper" },
  decidesNothing: {
    vi: "Sổ chưa ghi điều gì theo văn bản này.",
    en: "The register records nothing from this paper.",
  },
  others: { vi: "Đơn vị và tổ chức được nêu tên", en: "Units and organisations named" },
  saysBeside: { vi: "Số văn bản này nói, cạnh số của sổ", en: "What it says, beside the register" },
  from: { vi: "từ", en: "from" },
  note: { vi: "Ghi chú", en: "Note" },
  access: { vi: "Ai được xem", en: "Who may see it" },
} as const satisfies Messages;

export const STANDING_WORDS = {
  decides: { vi: "quyết định", en: "decides" },
  says: { vi: "nói, không quyết định", en: "says, does not decide" },
} as const satisfies Record<Standing, Sentence>;

export const EVIDENCE_WORDS = {
  read: { vi: "đã đọc trang này", en: "its page was read" },
  "news-about": {
    vi: "tin viết về văn bản này; chưa đọc bản gốc",
    en: "a page about it; the paper was not read",
  },
  derived: { vi: "suy ra từ văn bản khác", en: "derived from other papers" },
} as const satisfies Record<Evidence, Sentence>;

export const ACCESS_WORDS = {
  public: { vi: "công khai", en: "public" },
  internal: { vi: "nội bộ", en: "internal" },
  personal: { vi: "có thông tin cá nhân", en: "holds personal data" },
} as const satisfies Record<Access, Sentence>;
