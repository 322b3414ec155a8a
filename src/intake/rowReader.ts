/** The values of one sent row by the columns of its form; what can't be read is gathered as problems. */
import type { PartialDate } from "../kernel/dates.ts";
import type { Precision } from "../kernel/precision.ts";
import type { Outcome, Problem } from "../kernel/problems.ts";
import type { Effective } from "../register/public.ts";
import type { Form, FormColumn } from "./forms.ts";
import { type Cell, columnLetters } from "./reading/cell.ts";
import { cellProblem } from "./reading/cellProblems.ts";
import * as cells from "./reading/cells.ts";
import type { ColumnMatch } from "./reading/headings.ts";
import { findPrecisionWord } from "./reading/precisionWords.ts";
import { problem } from "./reading/refusals.ts";
import type { DataRow } from "./reading/rows.ts";
import type { Unit } from "./reading/units.ts";
import { effectiveKinds, type Spellings } from "./spellings.ts";

/** A sheet that is read by a form. Columns mostly repeat their values, so what a value means is kept by column. */
export type SheetAt = {
  readonly sheet: string;
  readonly form: Form;
  readonly columns: ReadonlyMap<string, ColumnMatch>;
  readonly texts: Map<string, Map<string, string | null>>;
  readonly dates: Map<string, Map<string, cells.DatedCell | null>>;
  readonly numbers: Map<string, Map<string | number, cells.Measured | null>>;
};

/** Opens a sheet for reading. */
export function openSheet(sheet: string, form: Form, columns: SheetAt["columns"]): SheetAt {
  return { sheet, form, columns, texts: new Map(), dates: new Map(), numbers: new Map() };
}

/** How many values of a column are kept: a column with more does not repeat itself. */
const KEPT_VALUES = 2_000;

function keptOf<K, T>(kept: Map<string, Map<K, T>>, column: string): Map<K, T> {
  const there = kept.get(column);
  if (there !== undefined) return there;
  const made = new Map<K, T>();
  kept.set(column, made);
  return made;
}

export type Words = readonly [vi: string, en: string];
export type PrintedValue = {
  readonly value: number;
  readonly precision: Precision;
  readonly precisionWord: string | null;
};
type Parse<T> = (cell: Cell, unit: Unit | null) => Outcome<T | null>;

const parseExactArea: Parse<cells.Measured> = (cell, unit) => cells.parseArea(cell, { unit: unit ?? "ha" });
const parseExactMoney: Parse<cells.Measured> = (cell, unit) =>
  cells.parseMoney(cell, { unit: unit ?? "billionDong" });
const parseExactCount: Parse<cells.Measured> = (cell) => cells.parseCount(cell);
const parseDated: Parse<cells.DatedCell> = (cell) => cells.parseDate(cell);
const parseWritten: Parse<string> = (cell) => cells.parseText(cell);

/**
 * Reads one row. Every answer is null where the cell says nothing or could not be read; the latter adds a problem.
 * A class and not closures: 50,000 rows with twenty closures each cost more than all else.
 */
export class RowReader {
  readonly problems: Problem[] = [];

  constructor(
    private readonly data: DataRow,
    private readonly at: SheetAt,
  ) {}

  get sheet(): string {
    return this.at.sheet;
  }
  get row(): number {
    return this.data.rowNumber;
  }
  get form(): Form {
    return this.at.form;
  }

  has(column: string): boolean {
    return this.data.cells.has(column);
  }

  /** `C7`, also where the cell is blank; the row alone where the sheet has no such column. */
  address(column: string): string {
    const match = this.at.columns.get(column);
    return match === undefined ? `${this.row}` : `${columnLetters(match.column)}${this.row}`;
  }

  text(column: string): string | null {
    return this.kept(column, this.at.texts, parseWritten);
  }

  /** The text, where it can be read; without a problem where it can't. */
  peek(column: string): string | null {
    const count = this.problems.length;
    const text = this.text(column);
    this.problems.length = count;
    return text;
  }

  /** Texts divided by `;`. */
  list(column: string): readonly string[] | null {
    const whole = this.text(column);
    if (whole === null) return null;
    const parts = whole.split(";").flatMap((part) => (part.trim() === "" ? [] : [part.trim()]));
    return parts.length === 0 ? null : parts;
  }

  date(column: string): PartialDate | null {
    return this.kept(column, this.at.dates, parseDated)?.date ?? null;
  }

  /** m². */
  area(column: string): number | null {
    return this.exact(column, parseExactArea);
  }

  /** đồng. */
  money(column: string): number | null {
    return this.exact(column, parseExactMoney);
  }

  count(column: string): number | null {
    return this.exact(column, parseExactCount);
  }

  yesNo(column: string): boolean | null {
    return this.take(column, cells.parseYesNo);
  }

  word<K extends string>(column: string, words: Spellings<K>): K | null {
    const written = this.text(column);
    if (written === null) return null;
    const found = words.find(written);
    if (found === null) this.refuse(column, "word-unknown", notAWord(written), allowedWords(words));
    return found;
  }

  words<K extends string>(column: string, words: Spellings<K>): readonly K[] | null {
    const written = this.list(column);
    if (written === null) return null;
    const unknown = written.find((w) => words.find(w) === null);
    if (unknown !== undefined) this.refuse(column, "word-unknown", notAWord(unknown), allowedWords(words));
    return written.flatMap((w) => words.find(w) ?? []);
  }

  /** A date with its kind; without one a day means `on`, a month or year the weaker `by`. */
  effective(column: string, kindColumn: string): Effective | null {
    const date = this.kept(column, this.at.dates, parseDated);
    const kind = this.word(kindColumn, effectiveKinds);
    if (date === null) return null;
    if (date.precision !== "exact") {
      this.refuse(column, "date-not-exact", DATE_WITH_WORD, WRITE_DATE_ALONE);
      return null;
    }
    if (kind === "on" && date.date.length < 10) {
      this.refuse(kindColumn, "date-kind", NOT_A_DAY, SAY_WITHIN_OR_BY);
      return null;
    }
    return { date: date.date, kind: kind ?? (date.date.length === 10 ? "on" : "by") };
  }

  /** A number with the word that says how exact it is, in its cell or in a column of its own. */
  measured(column: string, parse: Parse<cells.Measured>): PrintedValue | null {
    const value = this.take(column, parse);
    const written = this.text("precision");
    const own = written === null ? null : findPrecisionWord(written);
    if (written !== null && own === null) {
      this.refuse("precision", "word-unknown", notAWord(written), PRECISION_WORDS);
    }
    if (value === null) return null;
    const { precision, precisionWord } = own === null || value.precisionWord !== null ? value : own;
    return { value: value.value, precision, precisionWord };
  }

  refuse(column: string, code: string, message: Words, remedy: Words): void {
    const cell = this.data.cells.get(column);
    const problem =
      cell === undefined
        ? blankProblem(this, column, code, { message, remedy })
        : cellProblem(cell, code, message, remedy);
    this.problems.push(problem);
  }

  /** Refuses where there is no value, unless the cell was refused already. */
  require(column: string, value: unknown, message: Words, remedy: Words): void {
    if (value !== null) return;
    const field = `${this.sheet}!${this.address(column)}`;
    if (!this.problems.some((p) => p.field === field)) this.refuse(column, "missing", message, remedy);
  }

  private take<T>(column: string, parse: Parse<T>): T | null {
    const cell = this.data.cells.get(column);
    if (cell === undefined) return null;
    const outcome = parse(cell, this.at.columns.get(column)?.unit ?? null);
    if (outcome.ok) return outcome.value;
    this.problems.push(...outcome.problems);
    return null;
  }

  /** The same plain value in the same column means the same; what is refused is judged each time, for its address. */
  private kept<K extends string | number, T>(
    column: string,
    all: Map<string, Map<K | string, T | null>>,
    parse: Parse<T>,
  ): T | null {
    const cell = this.data.cells.get(column);
    if (cell === undefined) return null;
    const { value } = cell;
    if (typeof value !== "string" || cell.error !== null) return this.take(column, parse);
    const kept = keptOf(all, column);
    const known = kept.get(value);
    if (known !== undefined) return known;
    const count = this.problems.length;
    const taken = this.take(column, parse);
    if (this.problems.length === count && kept.size < KEPT_VALUES) kept.set(value, taken);
    return taken;
  }

  private exact(column: string, parse: Parse<cells.Measured>): number | null {
    const measured = this.keptNumber(column, parse);
    if (measured === null) return null;
    if (measured.precision === "exact") return measured.value;
    this.refuse(column, "not-exact", NOT_EXACT, PUT_AMONG_CLAIMS);
    return null;
  }

  private keptNumber(column: string, parse: Parse<cells.Measured>): cells.Measured | null {
    const cell = this.data.cells.get(column);
    if (cell === undefined) return null;
    const { value } = cell;
    // A format or a merged cell says more than the value.
    const plain =
      typeof value === "number" && cell.shownUnit === null && cell.merge === null && cell.error === null;
    if (!plain) return this.take(column, parse);
    const kept = keptOf(this.at.numbers, column);
    const known = kept.get(value);
    if (known !== undefined) return known;
    const count = this.problems.length;
    const taken = this.take(column, parse);
    if (this.problems.length === count && kept.size < KEPT_VALUES) kept.set(value, taken);
    return taken;
  }
}

/** A problem of a cell that is blank: it stands where the value should. */
function blankProblem(
  reader: RowReader,
  column: string,
  code: string,
  { message, remedy }: { readonly message: Words; readonly remedy: Words },
): Problem {
  const address = reader.address(column);
  const title = titleOf(reader.form, column);
  return problem({
    code: `cell.${code}`,
    field: `${reader.sheet}!${address}`,
    vi: `Ô ${address}${title === null ? "" : ` (cột “${title.vi}”)`}: ${message[0]}.`,
    en: `Cell ${address}${title === null ? "" : ` (column “${title.en}”)`}: ${message[1]}.`,
    remedyVi: remedy[0],
    remedyEn: remedy[1],
  });
}

function titleOf(form: Form, column: string): FormColumn["title"] | null {
  return form.columns.find((c) => c.key === column)?.title ?? null;
}

const notAWord = (written: string): Words => [
  `“${written.slice(0, 60)}” không phải một trong các từ của cột này`,
  `“${written.slice(0, 60)}” is none of the words of this column`,
];

/** Names the words that may be used. */
export function allowedWords(words: Spellings<string>): Words {
  const list = (language: "vi" | "en") => words.labels.map(([, label]) => `“${label[language]}”`).join(", ");
  return [`Ghi một trong: ${list("vi")}.`, `Write one of: ${list("en")}.`];
}

const NOT_EXACT: Words = [
  "số kèm từ “khoảng, gần, trên…”, cột này chỉ giữ được số đúng",
  "the number bears a word such as “about”; this column keeps exact numbers only",
];
const PUT_AMONG_CLAIMS: Words = [
  "Ghi số này ở trang “Số đã công bố”, cùng từ của nó; ở đây để trống.",
  "Put this number on the sheet of claims, with its word, and leave this cell blank.",
];
const DATE_WITH_WORD: Words = ["ngày kèm từ “khoảng, dự kiến…”", "the date bears a word such as “expected”"];
const WRITE_DATE_ALONE: Words = [
  "Chỉ ghi ngày, tháng hoặc năm; nếu chỉ biết là không muộn hơn thì chọn kiểu “chậm nhất”.",
  "Write the date alone; where it is only known as no later than, choose that kind of date.",
];
const NOT_A_DAY: Words = ["“từ ngày” cần đủ ngày, tháng, năm", "“on the day” needs day, month and year"];
const SAY_WITHIN_OR_BY: Words = [
  "Ghi “trong” hoặc “chậm nhất” khi chỉ biết tháng hoặc năm.",
  "Write “within” or “no later than” where only the month or year is known.",
];
const PRECISION_WORDS: Words = [
  "Ghi một trong: “khoảng”, “gần”, “trên”, “hơn”, “ít nhất”, “tối đa”, “dự kiến”, hoặc để trống.",
  "Write one of: “about”, “nearly”, “over”, “at least”, “at most”, “expected”, or leave it blank.",
];
