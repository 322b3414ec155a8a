/** The order and the groups of a table's rows. Pure. */
import { compareVietnamese } from "../kernel/text.ts";

export type SortKey = string | number | null;
export type Order = { readonly column: string; readonly down: boolean };

/** An order from its text in an address: `area` up, `-area` down; null where none is given. */
export function parseOrder(text: string | null): Order | null {
  if (text === null || text === "" || text === "-") return null;
  return text.startsWith("-") ? { column: text.slice(1), down: true } : { column: text, down: false };
}

/** What the address holds after a column's head is pressed: up, then down, then the table's own order. */
export function nextOrder(order: Order | null, column: string): string | null {
  if (order === null || order.column !== column) return column;
  return order.down ? null : `-${column}`;
}

function compareKeys(a: SortKey, b: SortKey): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return compareVietnamese(String(a), String(b));
}

/** Rows by a key, texts by Vietnamese rules. What is not known comes last in either direction; equal rows keep their order. */
export function sortRows<Row>(rows: readonly Row[], keyOf: (row: Row) => SortKey, down: boolean): Row[] {
  return rows
    .map((row, at) => ({ row, at, key: keyOf(row) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) {
        return a.key === b.key ? a.at - b.at : a.key === null ? 1 : -1;
      }
      const order = compareKeys(a.key, b.key);
      return order === 0 ? a.at - b.at : down ? -order : order;
    })
    .map(({ row }) => row);
}

export type Group<Row> = { readonly key: string; readonly rows: readonly Row[] };

/** Rows with the same key together, groups in the order in which they first come. */
export function groupRows<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Group<Row>[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups].map(([key, members]) => ({ key, rows: members }));
}
