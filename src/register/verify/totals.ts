/** Compares the running totals with what periods and entries add up to. */
import type pg from "pg";
import { TOTAL_UNITS, type TotalMoves, type TotalUnit, totalTable } from "../totals.ts";
import { SAYINGS } from "./derived.ts";
import { type Findings, find } from "./differences.ts";
import { readInOrder } from "./inOrder.ts";

/** Reads the tables through and tells each row that is missing, extra or altered. */
export async function checkTotals(
  client: pg.ClientBase,
  moves: TotalMoves,
  findings: Findings,
): Promise<void> {
  for (const unit of TOTAL_UNITS) {
    const table = totalTable(unit);
    const expected = sumsOf(moves, unit);
    const tell = (side: keyof typeof SAYINGS, key: string) => {
      const { kind, vi, en } = SAYINGS[side];
      const what = { vi: `Tổng ${key} ${vi}.`, en: `The total ${key} ${en}.` };
      find(findings, { kind, table, id: key, what });
    };
    const key = `concat_ws(' ', figure, owner, ${unit}, precision)`;
    const select = `select ${key} as key, amount::text, records::text from ${table}
                     order by figure, owner, ${unit}, precision`;
    for await (const row of readInOrder<{ key: string; amount: string; records: string }>(client, select)) {
      const sum = expected.get(row.key);
      expected.delete(row.key);
      if (sum === undefined) tell("extra", row.key);
      else if (String(sum.amount) !== row.amount || String(sum.records) !== row.records) {
        tell("altered", row.key);
      }
    }
    for (const key of expected.keys()) tell("missing", key);
  }
}

type Sum = { amount: bigint; records: number };

const STARTS = {
  day: (day: string) => day,
  month: (day: string) => `${day.slice(0, 7)}-01`,
  year: (day: string) => `${day.slice(0, 4)}-01-01`,
} as const satisfies Record<TotalUnit, (day: string) => string>;

/** Sums by figure, owner, first day of the unit and precision; one that comes to nothing has no row. */
function sumsOf(moves: TotalMoves, unit: TotalUnit): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const m of moves.values()) {
    const key = `${m.figure} ${m.owner} ${STARTS[unit](m.day)} ${m.precision}`;
    const sum = sums.get(key) ?? { amount: 0n, records: 0 };
    sum.amount += BigInt(m.amount);
    sum.records += m.records;
    sums.set(key, sum);
  }
  for (const [key, { amount, records }] of sums) if (amount === 0n && records === 0) sums.delete(key);
  return sums;
}
