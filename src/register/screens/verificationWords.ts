/** What the page of checks says. */
import type { Messages } from "../../web/language.tsx";

export const VERIFICATION_WORDS = {
  title: { vi: "Kiểm tra sổ", en: "Verification" },
  lead: {
    vi: "Tính lại từ đầu mọi điều đã ghi và so với sổ đang có: từng phần, từng tệp, từng hồ sơ. Ai sửa sổ sau lưng chương trình sẽ lộ ra ở đây. Trong lúc kiểm tra mọi người vẫn làm việc.",
    en: "Works out anew everything that was recorded and compares it with what is there: every part, file and record. Whoever altered the register behind the program is found out. Everybody can go on working meanwhile.",
  },
  start: { vi: "Kiểm tra ngay", en: "Verify now" },
  running: { vi: "Đang kiểm tra", en: "Verifying" },
  onlyOne: { vi: "Đang có một lần kiểm tra; chờ xong.", en: "A check is under way; wait for it." },
  latest: { vi: "Kết quả mới nhất", en: "Latest result" },
  chosen: { vi: "Kết quả", en: "Result" },
  none: { vi: "Chưa ai kiểm tra sổ này ở đây.", en: "Nobody has verified this register here yet." },
  clean: { vi: "Không có sai khác.", en: "No difference." },
  allAsWritten: { vi: "đều đúng như lúc ghi", en: "all as they were written" },
  differences: { vi: "sai khác", en: "differences" },
  difference: { vi: "sai khác", en: "difference" },
  commits: { vi: "lần ghi", en: "commits" },
  parts: { vi: "phần", en: "parts" },
  headHash: { vi: "Mã băm của lần ghi cuối", en: "Hash of the last commit" },
  more: { vi: "sai khác nữa không liệt kê", en: "more differences are not listed" },
  asked: {
    vi: "Báo người quản trị hệ thống, giữ nguyên sổ và bản sao lưu gần nhất để đối chiếu.",
    en: "Tell who runs the system; keep the register and the last backup as they are, to compare.",
  },
  unfinished: {
    vi: "Lần kiểm tra này không xong; chưa biết sổ có sai khác hay không. Hãy kiểm tra lại.",
    en: "This check did not finish; whether anything differs is not known. Verify again.",
  },
  past: { vi: "Các lần kiểm tra", en: "Checks so far" },
  began: { vi: "Bắt đầu", en: "Began" },
  by: { vi: "Người bấm", en: "By" },
  state: { vi: "Tình trạng", en: "State" },
  result: { vi: "Kết quả", en: "Result" },
  partsHead: { vi: "Số phần", en: "Parts" },
} as const satisfies Messages;
