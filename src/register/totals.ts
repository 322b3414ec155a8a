/** Sums kept running by day, by month and by year: how periods and entries move them. */
import { firstDay } from "../kernel/dates.ts";
import type { Period } from "./fold.ts";
import type { KnownEntry } from "./judging.ts";
import { type RowsStatement, rowsQuery } from "./rows.ts";
import type { Sending } from "./sending.ts";
import type { RunningTotal } from "./timelines.ts";

/** Rows sent with one statement. */
const CHUNK = 2_000;

/** By how much a running total moves; added up before it is written. */
export type TotalMoves = Map<
  string,
  { figure: string; owner: string; day: string; precision: string; amount: number; records: number }
>;

type Move = { readonly figure: string; readonly owner: string; readonly precision: string };

export function moveTotal(
  moves: TotalMoves,
  total: Move,
  by: { readonly day: string; readonly amount: number; readonly records: number },
): void {
  const key = `${total.figure} ${total.owner} ${by.day} ${total.precision}`;
  const row = moves.get(key) ?? { ...total, day: by.day, amount: 0, records: 0 };
  row.amount += by.amount;
  row.records += by.records;
  if (!Number.isSafeInteger(row.amount)) throw new RangeError(`${key} is larger than a number can tell`);
  moves.set(key, row);
}

/** Adds (or, with sign -1, takes away) what one period means to the running totals of its kind. */
export function movePeriod(
  moves: TotalMoves,
  definition: { readonly totals: readonly RunningTotal[] },
  period: Period & { readonly sign: 1 | -1 },
): void {
  for (const total of definition.totals) {
    const part = total.amountOf(period.attributes);
    if (part === null) continue;
    const of = { figure: total.figure, owner: part.place, precision: "exact" };
    moveTotal(moves, of, { day: period.from, amount: period.sign * part.amount, records: period.sign });
    if (period.to !== null) {
      moveTotal(moves, of, { day: period.to, amount: -period.sign * part.amount, records: -period.sign });
    }
  }
}

/**
 * What an entry means to the running totals: only an undivided sum of one owner can be added up beforehand. The years
 * that it is for don't matter: a question about a day takes them all, one about some years reads the entries.
 */
export function moveEntry(moves: TotalMoves, e: KnownEntry["entry"]): void {
  const [owner, ...others] = e.subjects;
  if (owner === undefined || others.length > 0) return;
  const of = { figure: `entries.${e.kind}`, owner, precision: e.precision };
  moveTotal(moves, of, {
    day: firstDay(e.dated.date),
    amount: e.amount,
    records: e.reverses === null ? 1 : -1,
  });
}

const MOVED = {
  figure: "text",
  owner: "uuid",
  day: "date",
  precision: "text",
  amount: "bigint",
  records: "bigint",
} as const;

/** The units of time by which sums are kept, each in a table of its own whose column of time bears its name. */
export const TOTAL_UNITS = ["day", "month", "year"] as const;
export type TotalUnit = (typeof TOTAL_UNITS)[number];

/** The table of a unit. */
export function totalTable(unit: TotalUnit): string {
  return `total_${unit}s`;
}

/** The first day of the unit in which a day lies, in SQL. */
export function startOf(unit: TotalUnit, day: string): string {
  return unit === "day" ? day : `date_trunc('${unit}', ${day})::date`;
}

/** Adds moves to a table of totals; a total that comes to nothing leaves it, so that growing equals rebuilding. */
function mergeTotals(unit: TotalUnit): RowsStatement {
  const table = totalTable(unit);
  const text = (rows: string) => `merge into ${table} t
          using (select figure, owner, ${startOf(unit, "day")} as at, precision, sum(amount)::bigint as amount, sum(records)::bigint as records
                   from ${rows} r
                  group by 1, 2, 3, 4) r
             on t.figure = r.figure and t.owner = r.owner and t.${unit} = r.at and t.precision = r.precision
           when matched and t.amount + r.amount = 0 and t.records + r.records = 0 then delete
           when matched then update set amount = t.amount + r.amount, records = t.records + r.records
           when not matched and (r.amount <> 0 or r.records <> 0) then
             insert (figure, owner, ${unit}, precision, amount, records)
             values (r.figure, r.owner, r.at, r.precision, r.amount, r.records)`;
  return { name: `merge-${table}`, columns: MOVED, fixed: [], text };
}

const MERGES = TOTAL_UNITS.map(mergeTotals);

/** Sends the moves to each table; they are written once `sending` has settled. */
export async function writeTotals(sending: Sending, moves: TotalMoves): Promise<void> {
  const rows = [...moves.values()].filter((m) => m.amount !== 0 || m.records !== 0);
  for (let i = 0; i < rows.length; i += CHUNK) {
    const chunk = rows.slice(i, i + CHUNK);
    for (const merge of MERGES) sending.send(rowsQuery(merge, chunk));
    await sending.room();
  }
}
