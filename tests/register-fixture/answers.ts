/** What a register of the fixture answers: everything that its timelines and totals tell, at every commit. */
import type pg from "pg";
import { fixedId } from "./builders.ts";

/** Whose personal data the fixture holds, and which. */
export const PERSON = fixedId(800);
export const SECRET = { name: "Nguyễn Văn Mẫu" };

const TIMELINES = [
  ["zone_now", "zone_past"],
  ["subject_now", "subject_past"],
] as const;

/**
 * Periods with the commits between which they were known, and the totals of periods. Sums of entries are left out: which
 * of them are kept running may change.
 */
export async function answersOf(
  pool: pg.Pool,
): Promise<{ readonly periods: readonly unknown[]; readonly totals: readonly unknown[] }> {
  const columns = "id, valid_from, valid_to, known_from, attributes, sources, evidence";
  const periods: unknown[] = [];
  for (const [now, past] of TIMELINES) {
    const { rows } = await pool.query(
      `select ${columns}, null::bigint as known_to from ${now}
       union all
       select ${columns}, known_to from ${past}
        order by id, known_from, valid_from`,
    );
    periods.push(...rows);
  }
  const totals = await pool.query(
    `select figure, owner, day, precision, amount, records from total_days where figure = 'organisations.area'
      order by owner, day, precision`,
  );
  return { periods, totals: totals.rows };
}
