import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { dateOfRank } from "./dateRank.ts";
import { addDays, laterOf, type PartialDate, partialDate, plainDate } from "./dates.ts";

const anyDate = fc
  .tuple(fc.integer({ min: -20_000, max: 40_000 }), fc.constantFrom(4, 7, 10))
  .map(([days, length]): PartialDate => partialDate(addDays(plainDate("1970-01-01"), days).slice(0, length)));

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** The numbers that the database gives to dates. */
async function ranksOf(dates: readonly PartialDate[]): Promise<readonly number[]> {
  const { rows } = await database.pool.query<{ rank: number }>(
    "select evidence_rank(d) as rank from unnest($1::text[]) with ordinality as t(d, n) order by n",
    [dates],
  );
  return rows.map((r) => r.rank);
}

describe("the number by which the database orders dates of papers", () => {
  it("leads back to the date as printed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDate, { minLength: 1 }), async (dates) => {
        expect((await ranksOf(dates)).map((rank) => dateOfRank(rank))).toEqual(dates);
      }),
    );
    expect(dateOfRank(null)).toBeNull();
  });

  it("orders as the later of two dates does", async () => {
    await fc.assert(
      fc.asyncProperty(anyDate, anyDate, async (a, b) => {
        expect(dateOfRank(Math.max(...(await ranksOf([a, b]))))).toBe(laterOf(a, b));
      }),
    );
  });
});
