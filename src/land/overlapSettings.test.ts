/** The settings of what is too little to be an overlap: they hold for what is recorded after them, and no sooner. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { squareAt } from "../../tests/land.ts";
import { batch, paper, setting } from "../../tests/register-fixture/builders.ts";
import { createWriter, objectionsTo, receiptOrThrow, type Writer } from "../register/public.ts";
import { adoptedAs } from "../settings/public.ts";
import { zoneSubject } from "../zones/public.ts";
import { OVERLAP_ADOPTIONS, toleranceBy } from "./overlapSettings.ts";
import { plotSubject } from "./subject.ts";

const definitions = [zoneSubject, plotSubject];
const decision = paper(uuidv7());
const ZONE = { id: uuidv7(), kind: "zone" as const, key: "ccn-mau" };
let database: FreshDatabase;
let writer: Writer;

/** A plot of 100 m, so far east in metres. */
const plotAt = (number: string, east: number) =>
  batch(uuidv7(), {
    changes: [
      setting({
        ...{ id: uuidv7(), document: decision.id, from: "2024-01-01" },
        subject: { id: uuidv7(), kind: "plot", key: `ccn-mau/${number}` },
        attributes: { zone: ZONE.id, number, landUse: "industrial", boundary: squareAt(east, 0, 100) },
      }),
    ],
  });
const set = (key: "overlapWidth" | "overlapArea", version: number) =>
  batch(uuidv7(), { adoptions: [{ id: uuidv7(), what: adoptedAs(key), version, note: "Mẫu" }] });
const codes = async (of: ReturnType<typeof plotAt>) =>
  (await objectionsTo(of, { pool: database.pool, definitions })).map((p) => p.code);

beforeAll(async () => {
  database = await freshDatabase();
  writer = createWriter({ pool: database.pool, definitions, now: Date.now });
  const zone = setting({
    ...{ id: uuidv7(), document: decision.id, from: "2024-01-01", subject: ZONE },
    attributes: { name: "CCN Mẫu", kind: "cluster", places: [uuidv7()], legal: "established" },
  });
  receiptOrThrow(await writer.submit(batch(uuidv7(), { documents: [decision], changes: [zone] })));
  receiptOrThrow(await writer.submit(plotAt("A", 0)));
});
afterAll(() => database.drop());

test("nothing set: a strip of one centimetre or ground of half a square metre counts", () => {
  expect(toleranceBy(new Map())).toEqual({ metres: 0.01, squareMetres: 0.5 });
  expect(toleranceBy(new Map(OVERLAP_ADOPTIONS.map((what) => [what, 25] as const)))).toEqual({
    ...{ metres: 0.025, squareMetres: 0.25 },
  });
});

test("a strip of two centimetres is an overlap until the setting says otherwise, and again after it", async () => {
  expect(await codes(plotAt("B", 99.98))).toEqual(["plot.overlap"]);
  receiptOrThrow(await writer.submit(set("overlapWidth", 30)));
  expect(await codes(plotAt("B", 99.98))).toEqual([]);
  expect(await codes(plotAt("B", 99.96))).toEqual(["plot.overlap"]);
  receiptOrThrow(await writer.submit(set("overlapWidth", 10)));
  expect(await codes(plotAt("B", 99.98))).toEqual(["plot.overlap"]);
});

test("ground below the setting of area is none", async () => {
  receiptOrThrow(await writer.submit(set("overlapArea", 300)));
  expect(await codes(plotAt("B", 99.98))).toEqual([]);
  expect(await codes(plotAt("B", 99.96))).toEqual(["plot.overlap"]);
  receiptOrThrow(await writer.submit(set("overlapArea", 50)));
});

test("of what is recorded in one commit, each is judged by the settings that stand before it", async () => {
  const [refusedOne, , taken] = await Promise.all([
    writer.submit(plotAt("B", 99.98)),
    writer.submit(set("overlapWidth", 30)),
    writer.submit(plotAt("C", 99.98)),
  ]);
  expect(refusedOne).toMatchObject({ ok: false, problems: [{ code: "plot.overlap" }] });
  expect(taken).toMatchObject({ ok: true });
});
