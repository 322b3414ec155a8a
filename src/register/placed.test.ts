import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { addDays, plainDate } from "../kernel/dates.ts";
import { SPANS } from "./placed.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const START = plainDate("2020-02-29");

/** The class that the queries look into for a period of so many days. */
function classOf(days: number): number {
  const found = SPANS.findIndex((most) => days <= most);
  return found < 0 ? SPANS.length : found;
}

describe("the class of how long a period holds", () => {
  test("is the same in the database as where it is looked for", async () => {
    const lengths = SPANS.flatMap((most) => [1, most - 1, most, most + 1]).concat(40_000);
    const { rows } = await database.pool.query<{ span: number }>(
      "select span_class($1::date, e::date) as span from unnest($2::text[]) with ordinality e(e, n) order by n",
      [START, [...lengths.map((days) => addDays(START, days)), "infinity"]],
    );
    expect(rows.map((r) => r.span)).toEqual([...lengths.map(classOf), SPANS.length]);
  });

  test("never hides a period that covers the day: it ends within the class's days after it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_000 }), fc.nat(), (days, at) => {
        const day = addDays(START, at % days);
        const most = SPANS[classOf(days)];
        const end = addDays(START, days);
        return most === undefined || (end > day && end <= addDays(day, most));
      }),
    );
  });
});
