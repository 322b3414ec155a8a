/** The workbook that officers fill in: one sheet a form with its headings, and a guide to what may stand in each column. */
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import * as writing from "../platform/workbooks/writing.ts";
import { type ColumnKind, FORMS, type Form, type FormColumn } from "./forms.ts";

/** The sheet that explains the others; it is never read. */
export const GUIDE_SHEET = "Hướng dẫn";

/**
 * Dates are text: in a cell with a date format Excel would make the first day of a month out of `11/2023`, and so say
 * more than the paper does.
 */
const KINDS: Readonly<Record<ColumnKind, writing.ColumnKind>> = {
  text: "text",
  list: "text",
  date: "text",
  word: "text",
  yesNo: "yesNo",
  count: "integer",
  ha: "ha",
  billionDong: "billionDong",
};

/** A sheet of a form; `rows` holds values by column key, numbers in the stored unit (m², đồng). */
export function formSheet(
  form: Form,
  rows: ReadonlyArray<Readonly<Record<string, writing.WrittenValue>>> = [],
): writing.WrittenSheet {
  return {
    name: form.title.vi,
    columns: form.columns.map((c) => ({ label: c.labels[0], kind: KINDS[c.kind] })),
    rows: rows.map((row) => form.columns.map((c) => row[c.key] ?? null)),
  };
}

function guide(forms: readonly Form[]): writing.WrittenSheet {
  const text = { kind: "text" } as const;
  return {
    name: GUIDE_SHEET,
    columns: [
      { label: "Trang", width: 20, ...text },
      { label: "Tên cột", width: 32, ...text },
      { label: "Bắt buộc", width: 10, ...text },
      { label: "Ghi gì", width: 60, ...text },
      { label: "Từ được dùng", width: 60, ...text },
      { label: "In English", width: 60, ...text },
    ],
    rows: forms.flatMap((form) => form.columns.map((column) => guideRow(form, column))),
  };
}

const BY_KIND: Readonly<Record<ColumnKind, string>> = {
  text: "Chữ",
  list: "Chữ; nhiều mục cách nhau bằng dấu ;",
  date: "Ngày, tháng hoặc năm: 16/10/2020, 11/2023, 2023",
  word: "Một trong các từ bên cạnh",
  yesNo: "có hoặc không; để trống nếu chưa biết",
  count: "Số nguyên",
  ha: "Số, đơn vị ha; đơn vị khác thì ghi ngay trong ô (ví dụ 5.000 m²)",
  billionDong: "Số, đơn vị tỷ đồng; đơn vị khác thì ghi ngay trong ô (ví dụ 350 triệu đồng)",
};

function guideRow(form: Form, column: FormColumn): readonly writing.WrittenValue[] {
  const words = column.words?.labels.map(([, label]) => label.vi).join("; ") ?? "";
  const said = [BY_KIND[column.kind], column.hint.vi].filter((t) => t !== "").join(". ");
  const english = [column.title.en, column.hint.en].filter((t) => t !== "").join(": ");
  return [form.title.vi, column.labels[0], column.required === true ? "có" : "", said, words, english];
}

/** An empty workbook of one form, or of all. */
export async function template(form: Form | null): Promise<Buffer> {
  const forms = form === null ? FORMS : [form];
  return workbookOf([...forms.map((f) => formSheet(f)), guide(forms)]);
}

/** A workbook in memory; for the small ones. */
export async function workbookOf(sheets: readonly writing.WrittenSheet[]): Promise<Buffer> {
  const stream = new PassThrough();
  const [bytes] = await Promise.all([buffer(stream), writing.writeWorkbook(stream, sheets)]);
  return bytes;
}
