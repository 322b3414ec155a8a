/** What may be wrong with the headings of a sheet. */
import type { Problem } from "../../kernel/problems.ts";
import { type Cell, placeOf } from "./cell.ts";
import type { Column, FormDefinition } from "./forms.ts";
import { problem } from "./refusals.ts";

export function headingsNotFound(sheet: string, form: FormDefinition): Problem {
  const names = form.columns
    .slice(0, 4)
    .map((c) => `“${c.labels[0]}”`)
    .join(", ");
  return problem({
    code: "heading.not-found",
    field: sheet,
    vi: `Trang “${sheet}”: không tìm thấy dòng tiêu đề của biểu mẫu (cần các cột như ${names}).`,
    en: `Sheet “${sheet}”: the heading row of the form is not found (columns such as ${names} are needed).`,
    remedyVi: "Tải biểu mẫu của hệ thống, dán số liệu vào dưới dòng tiêu đề rồi gửi lại.",
    remedyEn: "Download the form from the system, paste the data below its heading row and send it again.",
  });
}

export function missingHeading(sheet: string, column: Column): Problem {
  const names = column.labels
    .slice(0, 3)
    .map((l) => `“${l}”`)
    .join(" / ");
  return problem({
    code: "heading.missing",
    field: sheet,
    vi: `Trang “${sheet}”: thiếu cột bắt buộc ${names}.`,
    en: `Sheet “${sheet}”: the required column ${names} is missing.`,
    remedyVi: `Thêm một cột có tiêu đề “${column.labels[0]}” rồi gửi lại.`,
    remedyEn: `Add a column with the heading “${column.labels[0]}” and send it again.`,
  });
}

export function duplicateHeading(column: Column, first: Cell, second: Cell): Problem {
  return problem({
    code: "heading.duplicate",
    field: placeOf(second),
    vi: `Trang “${second.sheet}”: hai cột cùng tiêu đề “${column.labels[0]}” (${first.address} và ${second.address}).`,
    en: `Sheet “${second.sheet}”: two columns bear the heading “${column.labels[0]}” (${first.address} and ${second.address}).`,
    remedyVi: "Xóa hoặc đổi tên một trong hai cột.",
    remedyEn: "Delete or rename one of the two columns.",
  });
}

export function wrongHeadingUnit(column: Column, cell: Cell, unit: string): Problem {
  return problem({
    code: "heading.wrong-unit",
    field: placeOf(cell),
    vi: `Ô ${cell.address}: đơn vị “${unit}” không hợp với cột “${column.labels[0]}”.`,
    en: `Cell ${cell.address}: the unit “${unit}” does not fit the column “${column.labels[0]}”.`,
    remedyVi: "Sửa đơn vị trong tiêu đề cột.",
    remedyEn: "Correct the unit in the heading.",
  });
}

export function unknownHeading(cell: Cell, heading: string): Problem {
  return problem({
    code: "heading.unknown",
    field: placeOf(cell),
    vi: `Ô ${cell.address}: biểu mẫu không có cột “${heading}”, cột này không được đọc.`,
    en: `Cell ${cell.address}: the form has no column “${heading}”; it is not read.`,
    remedyVi: "Bỏ qua nếu cột không cần; nếu cần, sửa tiêu đề theo biểu mẫu.",
    remedyEn: "Ignore this where the column is not needed; else correct the heading to that of the form.",
  });
}

/** Headings typed in an old Vietnamese code. */
export function legacyHeadings(sheet: string): Problem {
  return problem({
    code: "heading.legacy-code",
    field: sheet,
    vi: `Trang “${sheet}”: chữ gõ bằng bảng mã cũ (TCVN3, phông .VnTime, hoặc VNI), không phải Unicode.`,
    en: `Sheet “${sheet}”: the text is in an old code (TCVN3, .VnTime fonts, or VNI), not Unicode.`,
    remedyVi: "Chuyển chữ sang Unicode (ví dụ bằng UniKey, Ctrl+Shift+F6) rồi gửi lại.",
    remedyEn: "Convert the text to Unicode (for instance with UniKey, Ctrl+Shift+F6) and send it again.",
  });
}

/** No sheet of the file bears the headings of any form. */
export function noForm(): Problem {
  return problem({
    code: "heading.no-form",
    vi: "Không trang nào của tệp có tiêu đề của một biểu mẫu đã biết.",
    en: "No sheet of the file bears the headings of a known form.",
    remedyVi: "Tải biểu mẫu của hệ thống, dán số liệu vào dưới dòng tiêu đề rồi gửi lại.",
    remedyEn: "Download the form from the system, paste the data below its heading row and send it again.",
  });
}
