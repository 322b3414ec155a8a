/** Finds the heading rows of a form in the first rows of a sheet, and which column holds what. */
import { done, type Outcome, type Problem, refused } from "../../kernel/problems.ts";
import { tidy } from "../../kernel/text.ts";
import { type Cell, columnLetters, repeatsAbove, type SheetRow, shownText } from "./cell.ts";
import type { Column, FormDefinition } from "./forms.ts";
import {
  duplicateHeading,
  headingsNotFound,
  missingHeading,
  unknownHeading,
  wrongHeadingUnit,
} from "./headingProblems.ts";
import { headingKey, headingKeys, unitInHeading, unitsOfTable } from "./headingText.ts";
import { UNITS, type Unit } from "./units.ts";

export type ColumnMatch = {
  readonly key: string;
  readonly column: number;
  /** The heading as printed, upper and lower parts joined with ` / `. */
  readonly heading: string;
  /** The cell of its lowest part, `C7`. */
  readonly address: string;
  /** The unit that the heading, or the table for this measure, names. */
  readonly unit: Unit | null;
};

export type Headings = {
  readonly form: string;
  readonly firstRow: number;
  /** The last row of the heading block, with a row of column numbers below it. */
  readonly lastRow: number;
  /** By column key. */
  readonly columns: ReadonlyMap<string, ColumnMatch>;
  /** Headings that the form does not know, one problem each; their columns are not read. */
  readonly warnings: readonly Problem[];
};

/** How far down the headings are looked for. */
export const HEADING_ROWS = 40;
/** Heading rows that may stand over each other. */
const MAX_DEPTH = 4;

/**
 * The headings of a form among the first rows of a sheet; refused where too few are found (`heading.not-found`), a
 * required one is absent (`heading.missing`), or two columns bear the same (`heading.duplicate`).
 */
export function findHeadings(rows: readonly SheetRow[], form: FormDefinition): Outcome<Headings> {
  const best = bestBlock(rows.slice(0, HEADING_ROWS), form);
  const sheet = rows[0]?.cells[0]?.sheet ?? "";
  if (best === null) return refused(headingsNotFound(sheet, form));
  const [first, ...rest] = blockProblems(best, form, sheet);
  return first === undefined ? done(headingsOf(best, rows, form)) : refused(first, ...rest);
}

/** How many columns of the form the sheet's headings name: to choose among forms. */
export function headingScore(rows: readonly SheetRow[], form: FormDefinition): number {
  const best = bestBlock(rows.slice(0, HEADING_ROWS), form);
  return best === null ? 0 : best.keys;
}

/** A heading: the cell texts above a column, from the top down. */
type Heading = { readonly column: number; readonly parts: readonly string[]; readonly lowest: Cell };
type Match = { readonly key: string; readonly heading: Heading };
type Block = {
  readonly start: number;
  readonly depth: number;
  readonly headings: readonly Heading[];
  readonly matches: readonly Match[];
  /** Columns of the form that were found. */
  readonly keys: number;
};

function bestBlock(rows: readonly SheetRow[], form: FormDefinition): Block | null {
  const labels = labelsOf(form);
  let best: Block | null = null;
  for (let start = 0; start < rows.length; start++) {
    for (let depth = 1; depth <= MAX_DEPTH && start + depth <= rows.length; depth++) {
      const block = blockAt(rows, { start, depth, labels });
      if (best === null || isBetter(block, best)) best = block;
    }
  }
  if (best === null || best.keys < Math.min(2, form.columns.length)) return null;
  const depth = rows.filter((row, i) => i >= best.start && row.row <= reachOf(best, rows)).length;
  const whole = blockAt(rows, { start: best.start, depth, labels });
  return whole.keys >= best.keys ? whole : best;
}

type At = { readonly start: number; readonly depth: number; readonly labels: ReadonlyMap<string, string> };

function blockAt(rows: readonly SheetRow[], { start, depth, labels }: At): Block {
  const headings = headingsIn(rows.slice(start, start + depth));
  const matches = headings.flatMap((heading) => {
    const key = keyOf(heading, labels);
    return key === null ? [] : [{ key, heading }];
  });
  return { start, depth, headings, matches, keys: new Set(matches.map((m) => m.key)).size };
}

/** More columns found; or as many in fewer rows: a title above is no part of the headings. */
function isBetter(block: Block, than: Block): boolean {
  return block.keys > than.keys || (block.keys === than.keys && block.depth < than.depth);
}

/** The last row that the merged cells of a block reach. */
function reachOf(block: Block, rows: readonly SheetRow[]): number {
  const cells = rows.slice(block.start, block.start + block.depth).flatMap((row) => row.cells);
  return Math.max(...cells.map((c) => (c.merge === null ? c.row : c.merge.top + c.merge.rows - 1)));
}

function labelsOf(form: FormDefinition): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const column of form.columns) {
    for (const label of column.labels) {
      for (const key of [headingKey(label), ...headingKeys(label)])
        if (!labels.has(key)) labels.set(key, column.key);
    }
  }
  return labels;
}

/** The upper and lower texts of each column; an upper text that is merged over columns counts for each of them. */
function headingsIn(rows: readonly SheetRow[]): readonly Heading[] {
  const columns = new Map<number, { parts: string[]; lowest: Cell }>();
  rows.forEach((row, index) => {
    const below = rows.slice(index + 1);
    for (const cell of row.cells) {
      if (repeatsAbove(cell) && index > 0) continue;
      for (const column of coveredColumns(cell, row, below)) {
        const known = columns.get(column) ?? { parts: [], lowest: cell };
        const text = tidy(shownText(cell));
        if (known.parts.at(-1) !== text) known.parts.push(text);
        columns.set(column, { parts: known.parts, lowest: cell });
      }
    }
  });
  return [...columns]
    .map(([column, { parts, lowest }]) => ({ column, parts, lowest }))
    .sort((a, b) => a.column - b.column);
}

/**
 * The columns for which an upper heading counts: those it is merged over; without merges (a CSV file, or text centred
 * across columns) also the blank ones to the right, as far as something stands below them.
 */
function coveredColumns(cell: Cell, row: SheetRow, below: readonly SheetRow[]): readonly number[] {
  const merged = Array.from({ length: cell.merge?.columns ?? 1 }, (_, i) => cell.column + i).slice(0, 200);
  if (cell.merge !== null || below.length === 0) return merged;
  const next = Math.min(...row.cells.filter((c) => c.column > cell.column).map((c) => c.column));
  const covered = [cell.column];
  const stands = (column: number) =>
    below.some((r) => r.cells.some((c) => c.column === column && !repeatsAbove(c)));
  // Only a heading with something below itself can be the title of a group.
  for (let column = cell.column + 1; column < next && stands(cell.column) && stands(column); column++)
    covered.push(column);
  return covered;
}

/** The column key that a heading means: by all its parts, else by its lower parts alone. */
function keyOf(heading: Heading, labels: ReadonlyMap<string, string>): string | null {
  for (let from = 0; from < heading.parts.length; from++) {
    for (const key of keysOfParts(heading.parts.slice(from))) {
      const column = labels.get(key);
      if (column !== undefined) return column;
    }
  }
  return null;
}

/** Each part loses its own numbering and unit before the parts are joined. */
function keysOfParts(parts: readonly string[]): readonly string[] {
  const all = parts.map((part) => headingKeys(part));
  const full = all
    .map((keys) => keys[0] ?? "")
    .join(" ")
    .trim();
  const short = all
    .map((keys) => keys.at(-1) ?? "")
    .join(" ")
    .trim();
  return [...new Set([full, short])].filter((key) => key !== "");
}

function blockProblems(block: Block, form: FormDefinition, sheet: string): readonly Problem[] {
  const problems: Problem[] = [];
  for (const column of form.columns) {
    const found = block.matches.filter((m) => m.key === column.key);
    const [first, second] = found;
    if (first === undefined && column.required === true) problems.push(missingHeading(sheet, column));
    if (first !== undefined && second !== undefined) {
      problems.push(duplicateHeading(column, first.heading.lowest, second.heading.lowest));
    }
    const unit = first === undefined ? null : ownUnit(first.heading);
    if (first !== undefined && unit !== null && !fits(unit, column)) {
      problems.push(wrongHeadingUnit(column, first.heading.lowest, UNITS[unit].label));
    }
  }
  return problems;
}

function fits(unit: Unit, column: Column): boolean {
  return column.measure === undefined || UNITS[unit].measure === column.measure;
}

function headingsOf(block: Block, rows: readonly SheetRow[], form: FormDefinition): Headings {
  const tableUnits = rows
    .slice(0, block.start + block.depth)
    .flatMap((row) => row.cells.flatMap((c) => unitsOfTable(shownText(c))));
  const columns = new Map<string, ColumnMatch>();
  for (const { key, heading } of block.matches) {
    const measure = form.columns.find((c) => c.key === key)?.measure;
    const unit = ownUnit(heading) ?? tableUnits.find((u) => UNITS[u].measure === measure) ?? null;
    const address = `${columnLetters(heading.column)}${heading.lowest.row}`;
    columns.set(key, { key, column: heading.column, heading: heading.parts.join(" / "), address, unit });
  }
  const known = new Set(block.matches.map((m) => m.heading));
  const unknown = block.headings.filter((h) => !known.has(h) && !ORDINAL.has(headingKey(h.parts.join(" "))));
  return {
    form: form.key,
    firstRow: rows[block.start]?.row ?? 1,
    lastRow: lastRowOf(block, rows),
    columns,
    warnings: unknown.map((h) => unknownHeading(h.lowest, h.parts.join(" / "))),
  };
}

/** A column of running numbers needs no place in a form. */
const ORDINAL = new Set(["so thu tu", "", "so tt", "item"]);

/** The unit of the lowest part that names one. */
function ownUnit(heading: Heading): Unit | null {
  return heading.parts.map(unitInHeading).findLast((unit) => unit !== null) ?? null;
}

/** The block reaches down as far as its merged cells do, and takes in a row of column numbers below it. */
function lastRowOf(block: Block, rows: readonly SheetRow[]): number {
  const last = reachOf(block, rows);
  const next = rows.find((row) => row.row > last);
  return next !== undefined && isNumberingRow(next) ? next.row : last;
}

/** A row such as `(1) (2) (3)`, `A B 1 2 3` or `1 2 3=1+2` that numbers the columns. */
export function isNumberingRow(row: SheetRow): boolean {
  const texts = row.cells.map((c) => tidy(shownText(c)));
  const numbers = texts.map((t) => /^\(?(\d{1,2})\)?(?:\s*=.*)?$/.exec(t)?.[1]);
  const letters = texts.filter((t) => /^\(?[A-Za-z]\)?$/.test(t)).length;
  const counted = numbers.filter((n) => n !== undefined).map(Number);
  if (texts.length < 3 || letters + counted.length !== texts.length || counted.length === 0) return false;
  return counted.every((n, i) => i === 0 || n === (counted[i - 1] ?? 0) + 1);
}
