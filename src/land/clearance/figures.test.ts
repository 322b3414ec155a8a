import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFigure, pay, tell, zoneOn } from "../../../tests/clearance-fixture/asking.ts";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { findKnownAt, type Ground, newGround, questionOn } from "../../../tests/projects-fixture/asking.ts";
import { batch, paper, setting } from "../../../tests/register-fixture/builders.ts";
import { contextOf, type FigureContext } from "../../figures/public.ts";
import { partialDate, plainDate } from "../../kernel/dates.ts";
import { placeDirectory } from "../../places/directory.ts";
import { createWriter, receiptOrThrow, type Writer } from "../../register/public.ts";
import { zoneSubject } from "../../zones/public.ts";
import { clearanceFigures } from "./figures.ts";
import { clearanceSubject } from "./subject.ts";

let database: FreshDatabase;
let writer: Writer;
let context: FigureContext;

beforeAll(async () => {
  database = await freshDatabase();
  writer = createWriter({
    pool: database.pool,
    definitions: [zoneSubject, clearanceSubject],
    now: Date.now,
  });
  const places = placeDirectory({ ids: new Map(), units: [], links: [] });
  context = contextOf({ ...database, places: () => places }, { kind: "system", user: "mau" });
});
afterAll(() => database.drop());

type Asked = { readonly asOf: string; readonly commit?: number; readonly zone?: string };

async function find(id: string, ground: Ground, { asOf, commit, zone }: Asked) {
  const known = await findKnownAt(database.db, commit ?? null);
  const asked = questionOn(ground, { asOf: plainDate(asOf), known, zone: zone ?? null });
  return findFigure(id, asked, { ...context });
}

const round = (zone: string, numbers: Readonly<Record<string, number>>, from = "2025-01-10") => ({
  attributes: { name: "Đợt mẫu", zone, ...numbers },
  from,
});

describe("the figures of site clearance", () => {
  it("find nothing where no round is recorded and no zone is told to clear its site", async () => {
    const ground = newGround();
    await zoneOn(writer, ground);
    for (const { id } of clearanceFigures) {
      expect(await find(id, ground, { asOf: "2025-06-01" })).toMatchObject({ value: null, missing: [] });
    }
  });

  it("name a zone that clears its site and of which no parcels are told, with the date of the paper; never 0", async () => {
    const ground = newGround();
    const zone = await zoneOn(writer, ground, { clearance: "underWay" });
    for (const id of ["land.handedOver", "land.handedOverRate", "land.compensationPaid"]) {
      expect(await find(id, ground, { asOf: "2025-06-01" })).toMatchObject({
        value: null,
        missing: [{ id: zone, why: "its site is being cleared (papers up to 01/01/2020); no parcel data" }],
      });
    }
  });

  it("add what is handed over and put it over what is to be recovered, of the same rounds", async () => {
    const ground = newGround();
    const zone = await zoneOn(writer, ground, { clearance: "underWay" });
    await tell(writer, "clearance", [round(zone, { toRecover: 100_000, handedOver: 10_000 })]);
    await tell(writer, "clearance", [round(zone, { toRecover: 20_000, handedOver: 20_000 })]);
    const unsaid = await tell(writer, "clearance", [round(zone, { toRecover: 500_000 })]);
    expect(await find("land.toRecover", ground, { asOf: "2025-06-01" })).toMatchObject({ value: 620_000 });
    // The mean of the two rates would be 55 %.
    expect(await find("land.handedOverRate", ground, { asOf: "2025-06-01" })).toMatchObject({
      value: 25,
      numerator: 30_000,
      denominator: 120_000,
      formula: "30000 / 120000",
      missing: [{ id: unsaid.id }],
    });
  });

  it("answer as of any day, and as known at any commit before", async () => {
    const ground = newGround();
    const zone = await zoneOn(writer, ground);
    const { commits } = await tell(writer, "clearance", [
      round(zone, { toRecover: 100, handedOver: 10 }),
      { attributes: { handedOver: 40 }, from: "2025-03-01" },
      { attributes: { handedOver: 30 }, from: "2025-03-01" },
    ]);
    const on = async (asOf: string, commit?: number) =>
      (await find("land.handedOver", ground, { asOf, ...(commit === undefined ? {} : { commit }) })).value;
    expect([await on("2025-01-09"), await on("2025-02-28"), await on("2025-03-01")]).toEqual([null, 10, 30]);
    expect([await on("2025-03-01", commits[0]), await on("2025-03-01", commits[1])]).toEqual([10, 40]);
  });

  it("count the rounds of a phase with its zone, and of the asked zone alone", async () => {
    const ground = newGround();
    const zone = await zoneOn(writer, ground, { clearance: "underWay" });
    const phase = await zoneOn(writer, ground, { phaseOf: zone, phase: "1" });
    const other = await zoneOn(writer, ground);
    await tell(writer, "clearance", [round(phase, { toRecover: 7 })]);
    await tell(writer, "clearance", [round(other, { toRecover: 5 })]);
    expect(await find("land.toRecover", ground, { asOf: "2025-06-01" })).toMatchObject({
      value: 12,
      missing: [],
    });
    expect(await find("land.toRecover", ground, { asOf: "2025-06-01", zone })).toMatchObject({ value: 7 });
  });

  it("name a round of a zone across two places, one told of only later and a disputed one, and count none", async () => {
    const ground = newGround();
    const across = await zoneOn(writer, ground, { places: [ground.places[0], ground.places[3]] });
    const zone = await zoneOn(writer, ground);
    await tell(writer, "clearance", [round(across, { toRecover: 3 })]);
    await tell(writer, "clearance", [round(zone, { toRecover: 5 }, "by 2026-01")]);
    const { attributes, from } = round(zone, { toRecover: 9 });
    const disputed = await tell(writer, "clearance", [
      { attributes: { ...attributes, disputed: "hai văn bản mẫu nói khác" }, from },
    ]);
    const found = await find("land.toRecover", ground, { asOf: "2025-06-01" });
    expect(found).toMatchObject({ value: null, beginsUnknown: true });
    expect(found.missing.map((m) => [m.why, m.amount])).toEqual([
      ["its zone lies across several places and cannot be split", 3],
      ["known only from a later day; when it began is not known", null],
    ]);
    expect(found.disputed).toMatchObject([{ id: disputed.id, effect: 9, why: "hai văn bản mẫu nói khác" }]);
  });

  it("put what is paid over what is approved; a deposit is no payment, a round without an amount is missing", async () => {
    const ground = newGround();
    const zone = await zoneOn(writer, ground);
    const first = await tell(writer, "clearance", [round(zone, {})]);
    const second = await tell(writer, "clearance", [round(zone, {})]);
    const dated = (text: string) => ({ kind: "on" as const, date: partialDate(text) });
    await pay(writer, {
      kind: "compensationApproved",
      subjects: [first.id],
      amount: 800,
      dated: dated("2025-02-01"),
    });
    await pay(writer, {
      kind: "compensationPaid",
      subjects: [first.id],
      amount: 200,
      dated: dated("2025-03-01"),
    });
    await pay(writer, {
      kind: "compensationDeposited",
      subjects: [first.id],
      amount: 100,
      dated: dated("2025-03-01"),
    });
    await pay(writer, {
      kind: "compensationApproved",
      subjects: [second.id],
      amount: 50,
      dated: dated("2025-02-01"),
    });
    const asOf = "2025-06-01";
    expect(await find("land.compensationApproved", ground, { asOf })).toMatchObject({
      value: 850,
      missing: [],
    });
    expect(await find("land.compensationPaid", ground, { asOf })).toMatchObject({
      value: 200,
      missing: [{ id: second.id, why: "no amount paid is on record" }],
    });
    expect(await find("land.compensationPaidRate", ground, { asOf })).toMatchObject({
      value: 25,
      numerator: 200,
      denominator: 800,
      missing: [{ id: second.id }],
    });
    expect(await find("land.compensationPaidRate", ground, { asOf: "2025-02-15" })).toMatchObject({
      value: null,
    });
  });

  it("hold a sum for rounds of two zones undivided: it counts only where both are asked", async () => {
    const ground = newGround();
    const [a, b] = [await zoneOn(writer, ground), await zoneOn(writer, ground)];
    const [first, second] = [
      await tell(writer, "clearance", [round(a, {})]),
      await tell(writer, "clearance", [round(b, {})]),
    ];
    await pay(writer, { kind: "compensationPaid", subjects: [first.id, second.id], amount: 90 });
    expect(await find("land.compensationPaid", ground, { asOf: "2025-06-01" })).toMatchObject({ value: 90 });
    const alone = await find("land.compensationPaid", ground, { asOf: "2025-06-01", zone: a });
    expect(alone.value).toBeNull();
    expect(alone.missing).toMatchObject([{ amount: 90 }]);
  });

  it("add the months by which rounds are behind", async () => {
    const ground = newGround();
    const zone = await zoneOn(writer, ground);
    const targets = [
      { month: "2025-02", area: 10 },
      { month: "2025-03", area: 10 },
      { month: "2025-04", area: 10 },
    ];
    await tell(writer, "clearance", [
      { attributes: { name: "Đợt mẫu", zone, targets, handedOver: 15 }, from: "2025-01-10" },
    ]);
    const on = async (asOf: string) => (await find("land.monthsBehind", ground, { asOf })).value;
    expect([
      await on("2025-02-28"),
      await on("2025-03-30"),
      await on("2025-03-31"),
      await on("2025-12-01"),
    ]).toEqual([0, 0, 1, 2]);
  });

  it("tell of each record on which papers it rests, the zone's among them, so that closed ones hide it", async () => {
    const ground = newGround();
    const zone = await zoneOn(writer, ground);
    const document = paper(uuidv7(), { access: "internal" });
    const subject = { id: uuidv7(), kind: "clearance" as const, key: null };
    const attributes = { name: "Đợt mẫu", zone, toRecover: 4 };
    const change = setting({ id: uuidv7(), subject, document: document.id, from: "2025-01-01", attributes });
    receiptOrThrow(await writer.submit(batch(uuidv7(), { documents: [document], changes: [change] })));
    const [record] = (await find("land.toRecover", ground, { asOf: "2025-06-01" })).records;
    expect(record?.documents).toEqual([document.id]);
    expect(record?.rests).toHaveLength(2);
  });
});
