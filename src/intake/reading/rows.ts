/** Which rows below the headings are data, and what the others are. Rows that are passed over are told, never dropped in silence. */
import { tidy } from "../../kernel/text.ts";
import { type Cell, repeatsAbove, type SheetRow, shownText } from "./cell.ts";
import type { FormDefinition } from "./forms.ts";
import { type Headings, isNumberingRow } from "./headings.ts";
import { folded } from "./units.ts";

/** Why a row is passed over. */
export type PassedOver = "total" | "section" | "heading" | "numbering" | "signature" | "outside";

/** A row of data: its cells by column key; blank ones are absent. */
export type DataRow = {
  readonly rowNumber: number;
  readonly hidden: boolean;
  readonly cells: ReadonlyMap<string, Cell>;
};

export type ClassifiedRow =
  | { readonly kind: "data"; readonly row: DataRow }
  | {
      readonly kind: "passedOver";
      readonly rowNumber: number;
      readonly reason: PassedOver;
      readonly text: string;
    };

/** Judges the rows of one sheet in order; it remembers that the signatures have begun. */
export type RowClassifier = (row: SheetRow) => ClassifiedRow;

/** The classifier of a sheet whose headings are found; `sample` are the first rows below them. */
export function rowClassifier(
  form: FormDefinition,
  headings: Headings,
  sample: readonly SheetRow[],
): RowClassifier {
  const keys = new Map([...headings.columns.values()].map((c) => [c.column, c.key]));
  const required = form.columns.filter((c) => c.required === true).map((c) => c.key);
  const titles = new Set([...headings.columns.values()].flatMap((c) => c.heading.split(" / ")));
  const first = Math.min(...keys.keys());
  const counted = sample.some((row) => row.cells.some((c) => c.column <= first && isCount(c)));
  const sheet: Sheet = { keys, required, titles, first, counted };
  let signed = false;
  return (row) => {
    const cells = cellsByKey(row, keys);
    const complete = required.every((key) => cells.has(key));
    const reason = reasonOf(row, cells, sheet);
    signed ||= reason === "signature";
    if (reason === null && !(signed && !complete)) {
      return { kind: "data", row: { rowNumber: row.row, hidden: row.hidden, cells } };
    }
    const text = row.cells
      .map((c) => tidy(shownText(c)))
      .join(" ")
      .slice(0, 120);
    return { kind: "passedOver", rowNumber: row.row, reason: reason ?? "signature", text };
  };
}

type Sheet = {
  readonly keys: ReadonlyMap<number, string>;
  readonly required: readonly string[];
  readonly titles: ReadonlySet<string>;
  /** The leftmost column that the form reads. */
  readonly first: number;
  /** The rows are numbered 1, 2, 3, so that I and A can only number sections. */
  readonly counted: boolean;
};

function isCount(cell: Cell): boolean {
  return (
    typeof cell.value === "number" ||
    (typeof cell.value === "string" && /^\s*\d{1,5}[.)]?\s*$/.test(cell.value))
  );
}

function cellsByKey(row: SheetRow, keys: ReadonlyMap<number, string>): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const cell of row.cells) {
    const key = keys.get(cell.column);
    if (key !== undefined) cells.set(key, cell);
  }
  return cells;
}

function reasonOf(row: SheetRow, cells: ReadonlyMap<string, Cell>, sheet: Sheet): PassedOver | null {
  const own = row.cells.filter((cell) => !repeatsAbove(cell));
  // What a row is shows in its first words; a long remark need not be searched.
  const label =
    own
      .map((c) => (typeof c.value === "string" ? tidy(c.value) : ""))
      .find((t) => /\p{L}{2}/u.test(t))
      ?.slice(0, 100) ?? "";
  if (isNumberingRow(row)) return "numbering";
  if (isTotal(label)) return "total";
  if (isSignature(label)) return "signature";
  if (repeatsHeadings(own, sheet)) return "heading";
  if (isSection(own, cells, sheet)) return "section";
  return [...cells.values()].some((c) => !repeatsAbove(c)) ? null : "outside";
}

/**
 * `Cộng`, `Tổng cộng`, `Tổng số`, with what may follow. Accents decide where they are typed: `Công ty` and `Tổng công
 * ty` are names, and so is a text without accents that goes on like them.
 */
export function isTotal(label: string): boolean {
  const text = label.normalize("NFC").toLowerCase();
  const key = folded(text);
  if (
    /^(?:công|tổng công|tông công) /u.test(text) ||
    /^(?:tong )?cong (?:ty|trinh|nghe|nghiep|tac|vien|dong|cu)\b/.test(key)
  ) {
    return false;
  }
  if (
    /^(?:tong cong|tong so|cong (?:don|luy ke|toan)|grand total|sub-?total|total)(?![\p{L}\p{N}])/u.test(key)
  )
    return true;
  return /^(?:cong|tong)(?: (?:muc|nhom|phan|bieu|trang|[ivx]+|[a-c]|\d+)(?![\p{L}\p{N}]).*)?(?: ?[:(].*)?$/u.test(
    key,
  );
}

const SIGNATURE =
  /^(?:nguoi lap|lap bieu|ke toan|thu truong|thu tuong|noi nhan|ghi chu ?:|tm\.|kt\.|tl\.|tuq\.|xac nhan|\(?ky,? |\(?ky ten|(?:[\p{L} ]+, ?)?ngay ?[\d. …_]* ?thang ?[\d. …_]* ?nam ?[\d. …_]*$)/u;

/** Who signs, where and when, and notes below the table. */
function isSignature(label: string): boolean {
  return SIGNATURE.test(folded(label));
}

/** The headings printed again on a new page. */
function repeatsHeadings(own: readonly Cell[], sheet: Sheet): boolean {
  const texts = own.filter((c) => sheet.keys.has(c.column)).map((c) => tidy(shownText(c)));
  return texts.length > 1 && texts.filter((t) => sheet.titles.has(t)).length * 2 > texts.length;
}

const ROMAN_OR_LETTER = /^\(?(?:[IVX]{1,5}|[A-Z])\)?[.)]?$/;
const NUMBERED_TITLE = /^(?:(?:[IVX]{1,5}|[A-Z])[.)]|(?:PHẦN|MỤC|NHÓM) [\dIVXA-Z]+\b)\s*\S/u;

/**
 * A title over rows: a lone text that is merged over columns, stands left of all columns the form reads, or begins with
 * `I.` or `A.`; or a row with `I` or `A` as its number, where rows are numbered 1, 2, 3 or something required is blank.
 */
function isSection(own: readonly Cell[], cells: ReadonlyMap<string, Cell>, sheet: Sheet): boolean {
  const [first, second] = own;
  if (first === undefined || typeof first.value !== "string") return false;
  const text = tidy(first.value);
  if (own.length === 1) {
    const merged = (first.merge?.columns ?? 1) > 1;
    return sheet.keys.size > 1 && (merged || first.column < sheet.first || NUMBERED_TITLE.test(text));
  }
  const titled = ROMAN_OR_LETTER.test(text) && typeof second?.value === "string";
  const numbered = NUMBERED_TITLE.test(text) && first.column <= sheet.first;
  const complete = sheet.required.every((key) => cells.has(key));
  return (
    (titled || numbered) && (sheet.counted || !complete || (sheet.required.length <= 1 && own.length === 2))
  );
}
