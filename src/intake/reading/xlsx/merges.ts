/**
 * Gives merged cells their meaning: the first cell carries the merge, in the rows below its value is repeated (and
 * marked as repeated, so that one amount for three rows is never counted three times), and what a covered cell may
 * still hold unseen is dropped.
 */
import { type Cell, type CellMerge, columnLetters, type SheetRow } from "../cell.ts";
import type { ReadingLimits } from "../limits.ts";
import { refuse, TOO_MANY_MERGES } from "../refusals.ts";

/** A merge that reaches the row at hand, and its first cell once that has been met. */
type Active = { readonly merge: CellMerge; first: Cell | null };

/** Adds the merges to one row of their sheet; rows are asked in order. Throws RefusalError for absurdly many. */
export type RowMerger = (row: SheetRow) => SheetRow;

/** The merger of a sheet; merges come ordered by their first row. */
export function rowMerger(merges: readonly CellMerge[], limits: ReadingLimits): RowMerger {
  const ordered = merges.filter((m) => m.left <= limits.maxColumns);
  let next = 0;
  let active: Active[] = [];
  let owners = new Map<number, Active>();
  return (row) => {
    const kept = active.filter(({ merge }) => merge.top + merge.rows > row.row);
    let changed = kept.length !== active.length;
    for (let merge = ordered[next]; merge !== undefined && merge.top <= row.row; merge = ordered[++next]) {
      if (merge.top + merge.rows <= row.row) continue;
      kept.push({ merge, first: null });
      changed = true;
      if (kept.length > limits.maxColumns) refuse(TOO_MANY_MERGES);
    }
    active = kept;
    if (changed) owners = ownersOf(active, limits);
    return owners.size === 0 ? row : { ...row, cells: mergedCells(row, owners) };
  };
}

/** Which merge covers a column. Excel forbids overlaps; where a file has one, the earlier merge holds. */
function ownersOf(active: readonly Active[], limits: ReadingLimits): Map<number, Active> {
  const owners = new Map<number, Active>();
  for (const entry of active) {
    const last = Math.min(entry.merge.left + entry.merge.columns - 1, limits.maxColumns);
    for (let column = entry.merge.left; column <= last && !owners.has(column); column++)
      owners.set(column, entry);
  }
  return owners;
}

function mergedCells(row: SheetRow, owners: ReadonlyMap<number, Active>): readonly Cell[] {
  const cells: Cell[] = [];
  for (const cell of row.cells) {
    const owner = owners.get(cell.column);
    if (owner === undefined) cells.push(cell);
    else if (cell.row === owner.merge.top && cell.column === owner.merge.left) {
      owner.first = { ...cell, merge: owner.merge };
      cells.push(owner.first);
    }
  }
  const repeated = [...owners].filter(([column, { merge }]) => column === merge.left && row.row > merge.top);
  for (const [column, { first }] of repeated) {
    if (first !== null) cells.push({ ...first, row: row.row, address: `${columnLetters(column)}${row.row}` });
  }
  return repeated.length === 0 ? cells : cells.sort((a, b) => a.column - b.column);
}
