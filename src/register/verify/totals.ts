/** Compares the running totals with what periods and entries add up to. */
import type pg from "pg";
import type { TotalMoves } from "../totals.ts";
import { SAYINGS } from "./derived.ts";
import { type Findings, find } from "./differences.ts";
import { readInOrder } from "./inOrder.ts";

const TOTALS = [
  { table: "total_days", day: "day", monthly: false },
  { table: "total_months", day: "month", monthly: true },
] as const;

/** Reads both tables through and tells each row that is missing, extra or altered. */
export async function checkTotals(
  client: pg.ClientBase,
  moves: TotalMoves,
  findings: Findings,
): Promise<void> {
  for (const { table, day, monthly } of TOTALS) {
    const expected = sumsOf(moves, monthly);
    const tell = (side: keyof typeof SAYINGS, key: string) => {
      const { kind, vi, en } = SAYINGS[side];
      const what = { vi: `Tổng ${key} ${vi}.`, en: `The total ${key} ${en}.` };
      find(findings, { kind, table, id: key, what });
    };
    const key = `concat_ws(' ', figure, owner, ${day}, precision)`;
    const select = `select ${key} as key, amount::text, records::text from ${table}
                     order by figure, owner, ${day}, precision`;
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

/** Sums by figure, owner, day (or first day of the month) and precision; one that comes to nothing has no row. */
function sumsOf(moves: TotalMoves, monthly: boolean): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const m of moves.values()) {
    const day = monthly ? `${m.day.slice(0, 7)}-01` : m.day;
    const key = `${m.figure} ${m.owner} ${day} ${m.precision}`;
    const sum = sums.get(key) ?? { amount: 0n, records: 0 };
    sum.amount += BigInt(m.amount);
    sum.records += m.records;
    sums.set(key, sum);
  }
  for (const [key, { amount, records }] of sums) if (amount === 0n && records === 0) sums.delete(key);
  return sums;
}
