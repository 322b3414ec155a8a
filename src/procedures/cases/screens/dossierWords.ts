/** What the screens of the sealed part say. */
import type { Messages } from "../../../web/language.tsx";

export const DOSSIER_WORDS = {
  empty: { vi: "Phần kín chưa có gì.", en: "Nothing is sealed yet." },
  checklist: { vi: "Thành phần hồ sơ", en: "Checklist" },
  missing: { vi: "chưa có tệp", en: "no file" },
  items: { vi: "Đã lưu kín", en: "Kept sealed" },
  erased: { vi: "(đã xoá)", en: "(erased)" },
  add: { vi: "Lưu thêm", en: "Keep more" },
  kind: { vi: "Loại", en: "Kind" },
  keep: { vi: "Lưu kín vào hồ sơ", en: "Keep it sealed" },
  name: { vi: "Tên", en: "Name" },
  code: { vi: "Mã số doanh nghiệp", en: "Enterprise code" },
  capital: { vi: "Vốn của người nộp (tỷ đồng)", en: "Applicant's capital (billion đồng)" },
  text: { vi: "Nội dung", en: "Text" },
  title: { vi: "Trích yếu", en: "Title" },
  body: { vi: "Cơ quan, người cho ý kiến", en: "Who gives the opinion" },
  agrees: { vi: "Ý kiến", en: "Opinion" },
  yes: { vi: "đồng ý", en: "agrees" },
  no: { vi: "không đồng ý", en: "does not agree" },
  withChanges: { vi: "đồng ý, đề nghị sửa", en: "agrees with changes" },
  file: { vi: "Tệp, nhiều nhất 10 MB", en: "File, 10 MB at most" },
  tooLarge: { vi: "Tệp lớn hơn 10 MB.", en: "The file is larger than 10 MB." },
  line: { vi: "Cho mục", en: "For the line" },
  noLine: { vi: "không thuộc mục nào", en: "for no line" },
  applicant: { vi: "Chấm cho", en: "Scored" },
  of: { vi: "của", en: "by" },
} as const satisfies Messages;
