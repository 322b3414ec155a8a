/** What a form and a column of it are, and the columns that several forms share. */
import type { Sentence } from "../kernel/problems.ts";
import type { Column, FormDefinition } from "./reading/forms.ts";
import type { Measure } from "./reading/units.ts";
import type { Spellings } from "./spellings.ts";
import * as words from "./spellings.ts";

/** In the order in which they are taken: what comes later may name what came before. */
export const FORM_KEYS = ["documents", "zones", "capital", "claims", "programme", "coverage"] as const;
export type FormKey = (typeof FORM_KEYS)[number];

/** How the values of a column are shown and written into a template. */
export type ColumnKind = "text" | "list" | "date" | "ha" | "billionDong" | "count" | "yesNo" | "word";

export type FormColumn = Column & {
  readonly title: Sentence;
  /** What to write, for the guide of the template. */
  readonly hint: Sentence;
  readonly kind: ColumnKind;
  readonly words: Spellings<string> | null;
};
export type Form = Omit<FormDefinition, "columns"> & {
  readonly key: FormKey;
  readonly title: Sentence;
  readonly columns: readonly FormColumn[];
};

type Extra = {
  readonly kind?: ColumnKind;
  readonly also?: readonly string[];
  readonly required?: true;
  readonly words?: Spellings<string>;
  readonly hint?: Sentence;
};

const UNITS: Readonly<Partial<Record<ColumnKind, { suffix: string; measure: Measure }>>> = {
  ha: { suffix: " (ha)", measure: "area" },
  billionDong: { suffix: " (tỷ đồng)", measure: "money" },
};
const NO_HINT: Sentence = { vi: "", en: "" };

/** A column. Its unit, where it has one, stands in its heading. */
export function column(key: string, vi: string, en: string, extra: Extra = {}): FormColumn {
  const kind = extra.kind ?? (extra.words === undefined ? "text" : "word");
  const unit = UNITS[kind];
  return {
    key,
    labels: [`${vi}${unit?.suffix ?? ""}`, en, ...(extra.also ?? [])],
    title: { vi, en },
    hint: extra.hint ?? NO_HINT,
    kind,
    words: extra.words ?? null,
    ...(extra.required === undefined ? {} : { required: true }),
    ...(unit === undefined ? {} : { measure: unit.measure }),
  };
}

/** What to write into a column, as an extra of `column`. */
export const hint = (vi: string, en: string): { readonly hint: Sentence } => ({ hint: { vi, en } });

export const KEY = hint(
  "Mã ngắn, không dấu, không khoảng trắng; dùng để ghi thêm về đúng hồ sơ đó",
  "A short stable key without blanks or accents; later rows name the record by it",
);
export const PAPER = column("document", "Theo văn bản", "According to", {
  also: ["văn bản", "căn cứ văn bản"],
  ...hint(
    "Mã hoặc số, ký hiệu của văn bản; để trống: theo chính bảng tính này",
    "Key or number of the paper; blank: this workbook itself",
  ),
});
export const NOTE = column("note", "Ghi chú", "Note");
export const EFFECTIVE: readonly FormColumn[] = [
  column("from", "Hiệu lực từ", "Effective from", {
    kind: "date",
    required: true,
    also: ["từ ngày"],
    ...hint("Ngày, tháng hoặc năm, đúng như văn bản ghi", "Day, month or year, just as the paper says"),
  }),
  column("fromKind", "Kiểu hiệu lực", "Kind of date", {
    words: words.effectiveKinds,
    also: ["kiểu"],
    ...hint(
      "Để trống: đúng ngày thì “từ ngày”, chỉ có tháng hoặc năm thì “chậm nhất”",
      "Blank: “on the day” for a day, “no later than” for a month or year",
    ),
  }),
];
export const TO = column("to", "Đến hết ngày", "Until", { kind: "date", also: ["đến ngày"] });
export const PLACES = hint(
  "Mã đơn vị hành chính vào ngày hiệu lực; nhiều mã cách nhau bằng dấu ;",
  "Codes of the units on the effective day, divided by ;",
);
