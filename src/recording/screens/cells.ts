/** Cells of the table: what is typed or pasted becomes a value or a problem that says what to write. Pure. */
import type { Sentence } from "../../kernel/problems.ts";
import { searchKey, tidy } from "../../kernel/text.ts";
import type { Lang } from "../../web/language.tsx";
import type { InputShape, ToldValue } from "../vocabulary.ts";
import { findTypedDate, findTypedIn, findTypedValue } from "./typed.ts";

/** What a cell holds: nothing new, a value, an organisation by name, or something that can't be read. */
export type CellRead =
  | { readonly kind: "blank" }
  | { readonly kind: "value"; readonly value: ToldValue }
  | { readonly kind: "organisation"; readonly name: string }
  | { readonly kind: "wrong"; readonly why: Sentence };

const BLANK: CellRead = { kind: "blank" };

/** Units by how they are written, with the powers of ten between them and the one that is kept. */
const UNITS = {
  area: [
    [/^(.*?)\s*(?:ha|hécta|hecta|hectares?)$/iu, 4],
    [/^(.*?)\s*km(?:2|²)$/iu, 6],
    [/^(.*?)\s*m(?:2|²)$/iu, 0],
    [/^(.*?[\d])$/u, 4],
  ],
  money: [
    [/^(.*?)\s*(?:tỷ|tỉ)(?:\s*(?:đồng|đ))?$/iu, 9],
    [/^(.*?)\s*(?:billion)(?:\s*(?:đồng|dong|VND))?$/iu, 9],
    [/^(.*?)\s*(?:triệu|tr)(?:\s*(?:đồng|đ))?$/iu, 6],
    [/^(.*?)\s*(?:million)(?:\s*(?:đồng|dong|VND))?$/iu, 6],
    [/^(.*?)\s*(?:nghìn|ngàn)(?:\s*(?:đồng|đ))?$/iu, 3],
    [/^(.*?)\s*(?:đồng|đ|VND)$/iu, 0],
    [/^(.*?[\d])$/u, 9],
  ],
  number: [[/^(.*?[\d])(?:\s*(?:người|dự án|năm|lao động|people|projects|years))?$/iu, 0]],
} as const satisfies Record<"area" | "money" | "number", ReadonlyArray<readonly [RegExp, number]>>;

const WRONG = {
  area: {
    vi: "không đọc được diện tích; ghi như 74,4 (ha) hoặc 744.000 m²",
    en: "is no area; write 74.4 (ha) or 744,000 m²",
  },
  money: {
    vi: "không đọc được số tiền; ghi như 541,75 (tỷ đồng) hoặc 900 triệu đồng",
    en: "is no amount; write 541.75 (billion đồng) or 900 million đồng",
  },
  number: { vi: "không đọc được số; ghi như 1.200", en: "is no number; write 1,200" },
  date: {
    vi: "không có ngày này; ghi ngày/tháng/năm như 30/11/2023, 11/2023 hoặc 2023",
    en: "is no day; write 30/11/2023, 11/2023 or 2023",
  },
} as const satisfies Record<string, Sentence>;

/** What no paper would mean: a slip of the comma or the unit. 100,000 ha; a million tỷ đồng; ten million things. */
const AT_MOST = { area: 1e9, money: 1e15, number: 1e7 } as const;
const TOO_LARGE: Sentence = {
  vi: "lớn quá mức có thể; xem lại dấu phẩy và đơn vị",
  en: "is larger than can be; look at the comma and the unit",
};

function readNumber(text: string, kind: keyof typeof UNITS, lang: Lang): CellRead {
  for (const [pattern, steps] of UNITS[kind]) {
    const digits = pattern.exec(text)?.[1];
    if (digits === undefined) continue;
    const value = findTypedIn(digits, steps, lang);
    if (value === null) continue;
    return value > AT_MOST[kind] ? { kind: "wrong", why: TOO_LARGE } : { kind: "value", value };
  }
  return { kind: "wrong", why: WRONG[kind] };
}

const YES_NO = [
  { value: "true", names: ["co", "yes", "x", "true", "1"] },
  { value: "false", names: ["khong", "no", "false", "0"] },
] as const;

/** What a text in a cell means. A word is known by its label, whatever its accents. */
export function readCell(text: string, input: InputShape, lang: Lang): CellRead {
  const said = tidy(text);
  if (said === "") return BLANK;
  switch (input.kind) {
    case "area":
    case "money":
    case "number":
      return readNumber(said, input.kind, lang);
    case "date": {
      const value = findTypedDate(said);
      return value === null ? { kind: "wrong", why: WRONG.date } : { kind: "value", value };
    }
    case "words": {
      const key = searchKey(said);
      const word = input.words.find((w) => searchKey(w.label) === key || w.value === said);
      const list = input.words.map((w) => w.label).join("; ");
      const why = { vi: `không có trong danh mục: ${list}`, en: `is none of: ${list}` };
      return word === undefined ? { kind: "wrong", why } : { kind: "value", value: word.value };
    }
    case "yesNo": {
      const key = searchKey(said);
      const found = YES_NO.find(({ names }) => names.some((name) => name === key));
      const why = { vi: "ghi Có hoặc Không", en: "write Yes or No" };
      return found === undefined ? { kind: "wrong", why } : { kind: "value", value: found.value === "true" };
    }
    case "organisation":
      return { kind: "organisation", name: said };
    default: {
      const value = findTypedValue({ text: said, chosen: [] }, input, lang);
      return value === null ? BLANK : { kind: "value", value };
    }
  }
}

/** The cells of a block as a spreadsheet copies it: rows of texts, parted by tabs; quoted where they hold tabs or lines. */
export function cellsOfBlock(block: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  for (let found = cell.exec(block); found !== null; found = cell.exec(block)) {
    const [, quoted, plain = "", end] = found;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "") break;
    if (end !== "\t") rows.push([]);
  }
  const last = rows.at(-1);
  // A block ends with a line's end, which begins no row.
  return last?.length === 1 && last[0] === "" && rows.length > 1 ? rows.slice(0, -1) : rows;
}

/** Where a cell stands. */
export type At = { readonly row: number; readonly column: number };
/** A block laid into a table: what falls into which cell, and what falls outside, so that nothing is lost unseen. */
export type Laid = {
  readonly inside: ReadonlyArray<At & { readonly text: string }>;
  readonly outside: readonly string[];
};

/** Lays a block into a table of a size, from a cell on. Blank cells of the block leave those of the table as they are. */
export function layBlock(
  block: string,
  from: At,
  size: { readonly rows: number; readonly columns: number },
): Laid {
  const cells = cellsOfBlock(block).flatMap((texts, row) =>
    texts.map((text, column) => ({ row: from.row + row, column: from.column + column, text: text.trim() })),
  );
  const told = cells.filter((c) => c.text !== "");
  const fits = (c: At) => c.row < size.rows && c.column < size.columns;
  return { inside: told.filter(fits), outside: told.filter((c) => !fits(c)).map((c) => c.text) };
}
