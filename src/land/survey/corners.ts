/** The corners of a surveyor's table, row by row: what each row holds, and what cannot be read. Pure. */
import type { Problem } from "../../kernel/problems.ts";
import { searchKey } from "../../kernel/text.ts";
import {
  type ColumnKey,
  type Columns,
  findColumnKey,
  type SurveyCell,
  type SurveyRow,
  type SurveySheet,
  textOf,
} from "./columns.ts";
import { findDegrees, findMetres, readingsOf } from "./numerals.ts";
import { coordinateMissing, coordinateUnreadable } from "./problems.ts";

export type Corner = {
  readonly sheet: string;
  readonly row: number;
  /** What the corner is called in the table. */
  readonly label: string | null;
  /** Easting or longitude. */
  readonly east: number;
  /** Northing or latitude. */
  readonly north: number;
  /** What the printed length beside it may mean, in metres; none where none is printed. */
  readonly side: readonly number[];
  readonly plot: string | null;
  readonly part: string | null;
  readonly ring: string | null;
};

export type Corners = { readonly corners: readonly Corner[]; readonly problems: readonly Problem[] };

/** What holds for the rows below until something else is said. */
type Carried = { plot: string | null; part: string | null; ring: string | null };

/** Reads the rows below the headings; `degrees` where the system is geographic. */
export function readCorners(sheet: SurveySheet, columns: Columns, degrees: boolean): Corners {
  const corners: Corner[] = [];
  const problems: Problem[] = [];
  const carried: Carried = { plot: null, part: null, ring: null };
  for (const row of sheet.rows.filter(({ row }) => row > columns.row)) {
    const cell = (key: ColumnKey) => row.cells.find((c) => c.column === columns.of.get(key));
    const [x, y] = [cell("x"), cell("y")];
    if (isTitle(row, columns, carried) || isRemark(row, columns)) continue;
    if (isHeading(x, y) || isNumbering(row, columns)) continue;
    if (x === undefined && y === undefined) {
      const [alone] = [cell("side")].map((c) => (c === undefined ? [] : readingsOf(c.value)));
      const last = corners.at(-1);
      // Lengths often stand on lines of their own, between the corners.
      if (last !== undefined && last.side.length === 0 && alone !== undefined && alone.length > 0)
        corners[corners.length - 1] = { ...last, side: alone };
      continue;
    }
    carry(carried, { plot: cell("plot"), part: cell("part"), ring: cell("ring") });
    // Degrees under the name of metres are read, too: that they are degrees is what is wrong with them.
    const read = (value: SurveyCell["value"]) =>
      degrees ? findDegrees(value) : (findMetres(value) ?? findDegrees(value));
    const [north, east] = [x, y].map((c) => (c === undefined ? null : read(c.value)));
    if (north === null || east === null || north === undefined || east === undefined) {
      problems.push(...unreadable({ sheet: sheet.name, row: row.row, x, y, north, east }));
      continue;
    }
    const label = textOf(cell("label") ?? cell("order") ?? { column: 0, value: null });
    const side = readingsOf(cell("side")?.value ?? null);
    const at = { sheet: sheet.name, row: row.row, label: label === "" ? null : label };
    corners.push({ ...at, east, north, side, ...carried });
  }
  return { corners, problems };
}

type Half = {
  readonly sheet: string;
  readonly row: number;
  readonly x: SurveyCell | undefined;
  readonly y: SurveyCell | undefined;
  readonly north: number | null | undefined;
  readonly east: number | null | undefined;
};

function unreadable({ sheet, row, x, y, north, east }: Half): readonly Problem[] {
  // A remark across the columns of coordinates is no corner.
  if (north === null && east === null && ![x, y].some((c) => c !== undefined && /\d/.test(textOf(c))))
    return [];
  const one = (name: "X" | "Y", cell: SurveyCell | undefined, value: number | null | undefined) => {
    if (cell === undefined) return [coordinateMissing({ sheet, row }, name)];
    return typeof value === "number" ? [] : [coordinateUnreadable({ sheet, row }, name, textOf(cell))];
  };
  return [...one("X", x, north), ...one("Y", y, east)];
}

function carry(carried: Carried, cells: Readonly<Record<keyof Carried, SurveyCell | undefined>>): void {
  for (const key of ["plot", "part", "ring"] as const) {
    const cell = cells[key];
    if (cell === undefined) continue;
    if (key === "plot" && textOf(cell) !== carried.plot) Object.assign(carried, { part: null, ring: null });
    carried[key] = textOf(cell);
  }
}

const PLOT_TITLE = /^(?:lo|thua|plot|parcel|lot)(?: |$)/;
const RING_TITLE =
  /^(?:vong|duong bao|lo khoet|lo trong|phan khoet|khoet|ring|hole|outer|inner|ranh gioi trong)(?: |$)/;

/** A row of words alone: the name of the plot, or of the ring, whose corners follow. */
function isTitle(row: SurveyRow, columns: Columns, carried: Carried): boolean {
  const coordinates = [columns.of.get("x"), columns.of.get("y")];
  const filled = row.cells.filter((c) => textOf(c) !== "");
  if (filled.some((c) => coordinates.includes(c.column) && readingsOf(c.value).length > 0)) return false;
  const text = textOf(filled[0] ?? { column: 0, value: null });
  const key = searchKey(text);
  if (filled.length > 2 && new Set(filled.map(textOf)).size > 2) return false;
  if (RING_TITLE.test(key)) carried.ring = text;
  else if (PLOT_TITLE.test(key) && findColumnKey(text) === undefined)
    Object.assign(carried, { plot: text.replace(/:$/, ""), part: null, ring: null });
  else return false;
  return true;
}

const REMARK =
  /^(?:dien tich|tong|cong|chu vi|area|total|ghi chu|ngay|nguoi|don vi|can bo|thu truong|giam doc)(?: |$)/;

/** A row that begins with words of its own: the area, who signs, on which day. */
function isRemark({ cells }: SurveyRow, columns: Columns): boolean {
  const first = cells.find((c) => textOf(c) !== "");
  const isPlot = first !== undefined && first.column === columns.of.get("plot");
  return first !== undefined && !isPlot && REMARK.test(searchKey(textOf(first)));
}

function isHeading(x: SurveyCell | undefined, y: SurveyCell | undefined): boolean {
  return [x, y].some((c) => c !== undefined && findColumnKey(textOf(c)) !== undefined);
}

/** `(1) (2) (3)` below the headings. */
function isNumbering({ cells, row }: SurveyRow, columns: Columns): boolean {
  return row <= columns.row + 2 && cells.every((c) => /^\(?\d{1,2}\)?$/.test(textOf(c))) && cells.length > 1;
}
