import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { rowsQuery } from "./rows.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const columns = {
  place: "integer",
  id: "uuid",
  ids: "uuid[]",
  words: "text",
  told: "jsonb",
  amount: "bigint",
  yes: "boolean",
  day: "date",
  hash: "hex",
  bytes: "utf8",
} as const;
const statement = {
  name: "echo",
  columns,
  fixed: [7],
  text: (rows: string) => `select r.*, $1::integer as fixed from ${rows} r order by place`,
};

const text = fc.oneof(
  fc.string({ unit: "grapheme" }).map((t) => t.replaceAll("\0", "")),
  fc.constantFrom("", "\x1e", "\x1d", "a\x1eb", "\\N", "{}", "'", '"', "\n\t", "null"),
);
const hash = fc.uint8Array({ minLength: 0, maxLength: 4 }).map((bytes) => Buffer.from(bytes).toString("hex"));
const row = fc.record({
  id: fc.uuid(),
  ids: fc.option(fc.array(fc.uuid(), { maxLength: 2 }), { nil: null }),
  words: fc.option(text, { nil: null }),
  told: fc.option(fc.dictionary(fc.constantFrom("a", "b"), fc.oneof(text, fc.integer(), fc.boolean())), {
    nil: null,
  }),
  amount: fc.option(fc.maxSafeInteger(), { nil: null }),
  yes: fc.option(fc.boolean(), { nil: null }),
  day: fc.constantFrom("2023-11-30", "infinity", null),
  hash,
  bytes: text,
});

describe("rows that travel with one statement", () => {
  it("arrive as they were sent, whatever stands in their texts", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), async (rows) => {
        const sent = rows.map((r, place) => ({ place, ...r }));
        const { rows: came } = await database.pool.query(rowsQuery(statement, sent));
        expect(came).toEqual(
          sent.map((r) => ({
            ...r,
            hash: Buffer.from(r.hash, "hex"),
            bytes: Buffer.from(r.bytes, "utf8"),
            fixed: 7,
          })),
        );
      }),
      { numRuns: 300 },
    );
  });
});
