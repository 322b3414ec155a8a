/** Why a sent file is refused as a whole. Every sentence says what an officer can do about it in Excel. */
import { type Problem, RefusalError, type Sentence } from "../../kernel/problems.ts";
import type { ReadingLimits } from "./limits.ts";

type Given = {
  readonly code: string;
  readonly field?: string | null;
  readonly status?: Problem["status"];
  readonly vi: string;
  readonly en: string;
  readonly remedyVi: string;
  readonly remedyEn: string;
};

/** A problem from its two sentences; status 422 unless told. */
export function problem(given: Given): Problem {
  return {
    code: given.code,
    status: given.status ?? 422,
    field: given.field ?? null,
    message: { vi: given.vi, en: given.en },
    remedy: { vi: given.remedyVi, en: given.remedyEn },
  };
}

/** Leaves the stream with a refusal; `readSheets` turns it back into a value. */
export function refuse(refusal: Problem): never {
  throw new RefusalError([refusal]);
}

const SAVE_AS: Sentence = {
  vi: "Mở tệp bằng Excel hoặc LibreOffice, chọn Lưu thành (Save As), kiểu “Excel Workbook (*.xlsx)” rồi gửi lại.",
  en: "Open the file in Excel or LibreOffice, choose Save As, type “Excel Workbook (*.xlsx)”, and send it again.",
};

function unreadable(code: string, message: Sentence, remedy: Sentence = SAVE_AS): Problem {
  return { code, status: 415, field: null, message, remedy };
}

/** A file that is something other than a workbook, and what it seems to be. */
export function notWorkbook(seems: Sentence): Problem {
  return unreadable("workbook.not-workbook", {
    vi: `Tệp không phải bảng tính XLSX hay CSV: ${seems.vi}.`,
    en: `The file is neither an XLSX workbook nor CSV: ${seems.en}.`,
  });
}

export const EMPTY_FILE = unreadable("workbook.empty", { vi: "Tệp rỗng.", en: "The file is empty." });

export const OLD_EXCEL = unreadable("workbook.old-excel", {
  vi: "Tệp theo định dạng Excel cũ (.xls, Excel 97-2003), chưa đọc được.",
  en: "The file is in the old Excel format (.xls, Excel 97-2003), which is not read.",
});

export const LOCKED = unreadable(
  "workbook.locked",
  { vi: "Tệp được đặt mật khẩu mở.", en: "The file is locked with a password." },
  {
    vi: "Mở tệp, vào Tệp > Thông tin > Bảo vệ sổ làm việc > Mã hóa bằng mật khẩu, xóa mật khẩu, lưu rồi gửi lại.",
    en: "Open it, go to File > Info > Protect Workbook > Encrypt with Password, clear the password, save and send it again.",
  },
);

/** A workbook that is cut off or does not keep its own format; `where` names the part or sheet. */
export function damaged(where: Sentence, field: string | null = null): Problem {
  return problem({
    code: "workbook.damaged",
    field,
    vi: `Tệp bị hỏng hoặc tải lên chưa hết: ${where.vi}.`,
    en: `The file is damaged or was not sent whole: ${where.en}.`,
    remedyVi: "Mở tệp bằng Excel (cho sửa tệp nếu Excel hỏi), lưu thành tệp mới rồi gửi lại.",
    remedyEn: "Open it in Excel (let Excel repair it if it asks), save it as a new file and send it again.",
  });
}

/** An archive that would inflate beyond the limits, or lies about its sizes. */
export function bomb(why: Sentence): Problem {
  return problem({
    code: "workbook.too-large-inflated",
    status: 413,
    vi: `Tệp bung ra quá lớn nên không mở: ${why.vi}.`,
    en: `The file would inflate too far and is not opened: ${why.en}.`,
    remedyVi:
      "Chép riêng các trang số liệu sang một tệp mới, bỏ hình ảnh và vùng định dạng trống, rồi gửi lại.",
    remedyEn:
      "Copy only the sheets with data to a new file, without pictures and formatted empty areas, and send that.",
  });
}

export function fileTooLarge(bytes: number, limits: ReadingLimits): Problem {
  const mb = (n: number) => Math.ceil(n / 1e6);
  return problem({
    code: "workbook.file-too-large",
    status: 413,
    vi: `Tệp ${mb(bytes)} MB, vượt mức ${mb(limits.maxFileBytes)} MB.`,
    en: `The file has ${mb(bytes)} MB, above the limit of ${mb(limits.maxFileBytes)} MB.`,
    remedyVi: "Bỏ hình ảnh, chia số liệu ra nhiều tệp rồi gửi từng tệp.",
    remedyEn: "Remove pictures, divide the data into several files and send them one by one.",
  });
}

export function tooManyRows(sheet: string, limits: ReadingLimits): Problem {
  const max = limits.maxRows;
  return problem({
    code: "workbook.too-many-rows",
    field: sheet,
    status: 413,
    vi: `Tệp có trên ${max.toLocaleString("vi-VN")} dòng số liệu (quá mức ở trang “${sheet}”), chưa nhập dòng nào.`,
    en: `The file has more than ${max.toLocaleString("en-US")} data rows (the limit is passed in sheet “${sheet}”); no row was taken.`,
    remedyVi: `Chia thành nhiều tệp, mỗi tệp không quá ${max.toLocaleString("vi-VN")} dòng, rồi gửi lần lượt.`,
    remedyEn: `Divide it into files of at most ${max.toLocaleString("en-US")} rows each and send them one after the other.`,
  });
}

export function tooManyColumns(place: string, limits: ReadingLimits): Problem {
  return problem({
    code: "workbook.too-many-columns",
    field: place,
    status: 413,
    vi: `Ô ${place} nằm ngoài ${limits.maxColumns} cột đầu.`,
    en: `Cell ${place} lies outside the first ${limits.maxColumns} columns.`,
    remedyVi: "Xóa các cột không thuộc biểu mẫu ở bên phải rồi gửi lại.",
    remedyEn: "Delete the columns on the right that are not part of the form and send it again.",
  });
}

export function tooManySheets(count: number, limits: ReadingLimits): Problem {
  return problem({
    code: "workbook.too-many-sheets",
    status: 413,
    vi: `Tệp có ${count} trang tính, vượt mức ${limits.maxSheets}.`,
    en: `The file has ${count} sheets, above the limit of ${limits.maxSheets}.`,
    remedyVi: "Chia các trang tính ra nhiều tệp rồi gửi lại.",
    remedyEn: "Divide the sheets into several files and send them again.",
  });
}

export function textTooLong(place: string, limits: ReadingLimits): Problem {
  return problem({
    code: "workbook.text-too-long",
    field: place,
    status: 413,
    vi: `${place}: một đoạn chữ dài quá ${limits.maxCellCharacters} ký tự.`,
    en: `${place}: one text is longer than ${limits.maxCellCharacters} characters.`,
    remedyVi: "Rút ngắn nội dung ô, phần dài gửi thành văn bản đính kèm.",
    remedyEn: "Shorten the cell and send the long part as an attached document.",
  });
}

export const TOO_MUCH_TEXT = problem({
  code: "workbook.too-much-text",
  status: 413,
  vi: "Bảng chữ dùng chung của tệp quá lớn.",
  en: "The table of shared texts of the file is too large.",
  remedyVi: "Chia số liệu ra nhiều tệp rồi gửi từng tệp.",
  remedyEn: "Divide the data into several files and send them one by one.",
});

export const TOO_MANY_MERGES = problem({
  code: "workbook.too-many-merges",
  status: 413,
  vi: "Tệp có quá nhiều ô gộp.",
  en: "The file has too many merged cells.",
  remedyVi: "Bỏ gộp ô ở phần số liệu (Merge & Center > Unmerge Cells) rồi gửi lại.",
  remedyEn: "Unmerge the cells of the data (Merge & Center > Unmerge Cells) and send it again.",
});

/** A document type declaration or an entity of its own: never needed in a workbook, and a known way to attack. */
export function hostileXml(part: string): Problem {
  return problem({
    code: "workbook.forbidden-xml",
    field: part,
    vi: `Phần “${part}” của tệp chứa khai báo XML không được phép (DTD).`,
    en: `Part “${part}” of the file holds a forbidden XML declaration (DTD).`,
    remedyVi: "Tệp không do Excel ghi ra. Mở bằng Excel, lưu thành tệp mới rồi gửi lại.",
    remedyEn: "Excel did not write this file. Open it in Excel, save it as a new file and send that.",
  });
}

/** Text that is not Unicode: the advice names the two old Vietnamese codes. */
export function notUnicode(field: string | null): Problem {
  return problem({
    code: "workbook.not-unicode",
    field,
    status: 415,
    vi: "Chữ trong tệp không phải Unicode (UTF-8): có thể là bảng mã Windows-1258 hoặc TCVN3 (phông .VnTime).",
    en: "The text of the file is not Unicode (UTF-8): it may be in Windows-1258 or TCVN3 (.VnTime fonts).",
    remedyVi:
      "Chuyển chữ sang Unicode (ví dụ bằng UniKey, Ctrl+Shift+F6), rồi lưu thành “CSV UTF-8 (*.csv)” hoặc .xlsx.",
    remedyEn:
      "Convert the text to Unicode (for instance with UniKey, Ctrl+Shift+F6), then save as “CSV UTF-8 (*.csv)” or .xlsx.",
  });
}

export const NO_SEPARATOR = problem({
  code: "workbook.csv-no-columns",
  status: 415,
  vi: "Tệp chữ không chia thành cột: không thấy dấu phẩy, dấu chấm phẩy hay tab ngăn cách.",
  en: "The text file has no columns: no comma, semicolon or tab separates them.",
  remedyVi: "Lưu bảng từ Excel theo kiểu .xlsx hoặc “CSV UTF-8 (*.csv)” rồi gửi lại.",
  remedyEn: "Save the table from Excel as .xlsx or “CSV UTF-8 (*.csv)” and send it again.",
});

export function brokenQuotes(row: number): Problem {
  return problem({
    code: "workbook.csv-quotes",
    field: `${row}`,
    vi: `Tệp CSV: dấu ngoặc kép không khép ở khoảng dòng ${row}.`,
    en: `CSV file: a quotation mark is not closed near row ${row}.`,
    remedyVi: 'Sửa dấu ngoặc kép ở dòng đó (trong ô viết hai dấu liền nhau “""”), hoặc gửi tệp .xlsx.',
    remedyEn: "Correct the quotation mark in that row (inside a cell write it twice), or send an .xlsx file.",
  });
}
