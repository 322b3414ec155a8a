import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { instantFromWire, integerFromWire } from "./wire-types.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** What the program sees of one SQL expression. */
async function seen(expression: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(database.db);
  return rows[0]?.value;
}

describe("values from the wire", () => {
  test.each([
    ["a count is a number", "9007199254740991::bigint", 9007199254740991],
    ["a sum of counts keeps its digits as text", "12345678901234567890.5::numeric", "12345678901234567890.5"],
    ["a day stays its text", "'2023-11-30'::date", "2023-11-30"],
    ["an open end stays infinity", "'infinity'::date", "infinity"],
    [
      "an instant is ISO 8601 in UTC",
      "'2023-11-30 08:30:00.1239+07'::timestamptz",
      "2023-11-30T01:30:00.123Z",
    ],
    ["a whole second has three zeros", "'2023-11-30 00:00:00+00'::timestamptz", "2023-11-30T00:00:00.000Z"],
    ["json is parsed", `'{"area":[1,null]}'::jsonb`, { area: [1, null] }],
    ["a range stays its text", "daterange('2021-01-01','2021-02-01')", "[2021-01-01,2021-02-01)"],
    ["days in an array stay text", "array['2020-02-29'::date,null]", ["2020-02-29", null]],
    ["counts in an array are numbers", "array[[1::bigint],[2]]", [[1], [2]]],
    ["instants in an array are ISO 8601", "array['2020-01-01'::timestamptz]", ["2020-01-01T00:00:00.000Z"]],
    ["text in an array is as before", "array['đ,\"x\"']", ['đ,"x"']],
    ["nothing is null", "null::bigint", null],
  ])("%s", async (_, expression, value) => {
    expect(await seen(expression)).toEqual(value);
  });

  test("a count too large for a number is an error, not another count", async () => {
    expect(() => integerFromWire("9007199254740993")).toThrow(RangeError);
    await expect(seen("9007199254740993::bigint")).rejects.toThrow("9007199254740993");
  });

  test("any instant reads as JavaScript would write it", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("0001-01-02"), max: new Date("9999-12-30"), noInvalidDate: true }),
        (at) => {
          const printed = at.toISOString().replace("T", " ").replace("Z", "+00");
          expect(instantFromWire(printed)).toBe(at.toISOString());
        },
      ),
    );
  });
});
