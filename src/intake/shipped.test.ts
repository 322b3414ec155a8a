import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { FIGURES } from "../app/figures.ts";
import { SUBJECTS } from "../app/subjects.ts";
import { plainDate } from "../kernel/dates.ts";
import { placeDirectory } from "../places/directory.ts";
import { loadPlaces } from "../places/load.ts";
import { readPlaces } from "../places/store.ts";
import { openFileStore } from "../platform/files.ts";
import {
  type ChangeRecord,
  createWriter,
  findKnown,
  type Known,
  listChanges,
  listClaims,
} from "../register/public.ts";
import { listZonePeriods } from "../zones/store.ts";
import { loadShippedData } from "./importing.ts";
import type { IntakeDeps } from "./intake.ts";

let database: FreshDatabase;
let deps: IntakeDeps;
let folder: string;
let known: Known;
let ids: ReadonlyMap<string, string>;
beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), "khu-shipped-"));
  const { db, pool } = database;
  const writer = createWriter({ pool, definitions: SUBJECTS, now: () => Date.now() });
  await loadPlaces(writer, "test");
  const places = placeDirectory(await readPlaces(db));
  const files = await openFileStore(join(folder, "files"));
  const today = () => plainDate("2026-11-24");
  deps = {
    db,
    readers: database.readers,
    writer,
    places: () => places,
    files,
    dataFolder: folder,
    author: "test",
    today,
    figures: FIGURES,
  };
  await loadShippedData(deps);
  await loadShippedData(deps);
  const found = await findKnown(db, null);
  if (!found.ok) throw new Error("now is always known");
  known = found.value;
  const subjects = await db.selectFrom("subjects").select(["id", "key"]).where("kind", "=", "zone").execute();
  ids = new Map(subjects.map((s) => [s.key ?? s.id, s.id]));
}, 180_000);
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

function idOf(key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`no zone ${key}`);
  return id;
}
async function periodOn(key: string, day: string) {
  const periods = await listZonePeriods(deps.db, { ids: [idOf(key)], known });
  return periods.find((p) => p.from <= day && (p.to === null || day < p.to));
}
/** Codes of the places that hold on the day. */
async function codesOn(key: string, day: string): Promise<readonly string[]> {
  const places = (await periodOn(key, day))?.attributes.places ?? [];
  return places.map((id) => deps.places().get(id).code);
}
async function changesOf(key: string): Promise<readonly ChangeRecord[]> {
  return listChanges(deps.db, [idOf(key)], known);
}
async function count(table: "documents" | "changes" | "entries" | "claims"): Promise<number> {
  const { count: found } = await deps.db
    .selectFrom(table)
    .select((e) => e.fn.countAll<number>().as("count"))
    .where("commit_no", "=", known.commit)
    .executeTakeFirstOrThrow();
  return found;
}

describe("the shipped facts of Bắc Kạn", () => {
  test("are one commit after the places: 17 papers and the workbook, 2 sums, 29 claims", async () => {
    expect(known.commit).toBe(2);
    expect(await count("documents")).toBe(18);
    expect(await count("entries")).toBe(2);
    expect(await count("claims")).toBe(29);
    expect(await count("changes")).toBe(45);
  });
  test("tell of eight zones and two phases, under their keys", () => {
    expect([...ids.keys()].sort()).toEqual([
      "cam-giang",
      "chu-huong",
      "huyen-tung",
      "nam-bang-lung",
      "quang-chu",
      "thanh-binh",
      "thanh-binh/I",
      "thanh-binh/II",
      "thanh-thinh",
      "vang-muoi",
    ]);
  });
  test("name five developers, one of them in two spellings", async () => {
    const organisations = await deps.db
      .selectFrom("subjects")
      .select("id")
      .where("kind", "=", "organisation")
      .execute();
    expect(organisations).toHaveLength(6);
    const names = (
      await listChanges(
        deps.db,
        organisations.map((o) => o.id),
        known,
      )
    ).flatMap(({ change }) => (change.kind === "set" ? String(change.attributes.name) : []));
    expect(names.filter((n) => n.startsWith("Công ty Cổ phần Nhựa đường")).sort()).toEqual(
      ["Công ty Cổ phần Nhựa đường Dầu khí Việt Nam", "Công ty Cổ phần Nhựa đường dầu khí Việt Nam"].sort(),
    );
  });
  test("Cẩm Giàng: 40 ha decided, 43 said beside it", async () => {
    const zone = await periodOn("cam-giang", "2023-11-30");
    expect(zone?.attributes).toMatchObject({
      area: 400_000,
      legal: "established",
      clearance: "underWay",
      expectedOperation: "2025",
      termYears: 50,
    });
    const areas = (await changesOf("cam-giang")).flatMap(({ change }) =>
      change.kind === "set" && "area" in change.attributes ? [[change.standing, change.attributes.area]] : [],
    );
    expect(areas).toEqual([
      ["decides", 400_000],
      ["says", 430_000],
    ]);
  });
  test("what a decision set as its schedule stands beside what a report expects", async () => {
    const camGiang = await periodOn("cam-giang", "2023-11-30");
    expect(camGiang?.attributes).toMatchObject({ scheduleMonths: 36, expectedOperation: "2025" });
    expect(camGiang?.sources.scheduleMonths).toMatchObject({ standing: "decides", since: "2020-10-16" });
    expect((await periodOn("thanh-thinh", "2023-11-30"))?.attributes).toMatchObject({
      ...{ scheduleFrom: "2023", scheduleTo: "2024-03", scheduleOperation: "2024-06" },
      expectedOperation: "2025",
    });
  });
  test("Chu Hương is established by its decision and disputed", async () => {
    const zone = await periodOn("chu-huong", "2021-10-08");
    expect(zone?.attributes).toMatchObject({
      legal: "established",
      disputed: expect.stringContaining("bài báo"),
    });
    expect(zone?.sources.disputed?.standing).toBe("decides");
    expect(await periodOn("chu-huong", "2021-10-07")).toBeUndefined();
  });
  test("Thanh Thịnh stands in the plan a month before it is established", async () => {
    const before = await periodOn("thanh-thinh", "2022-10-06");
    expect(before?.attributes.inPlan).toContain("1876/QĐ-UBND");
    expect(before?.attributes.legal).toBeUndefined();
    expect((await periodOn("thanh-thinh", "2022-11-04"))?.attributes).toMatchObject({
      legal: "established",
      area: 500_000,
      totalInvestment: 541_750_000_000,
    });
  });
  test("Huyền Tụng has no area, decision or developer, and its name is noted as derived", async () => {
    const zone = await periodOn("huyen-tung", "2023-11-30");
    expect(zone?.attributes).toMatchObject({
      name: "CCN Huyền Tụng",
      legal: "established",
      works: "basicallyComplete",
    });
    expect(zone?.attributes.area ?? zone?.attributes.developer).toBeUndefined();
    expect(zone?.sources.legal?.standing).toBe("says");
    expect((await changesOf("huyen-tung"))[0]?.note).toContain("suy ra");
  });
  test("Thanh Bình: two phases with their own areas, none for the whole", async () => {
    expect((await periodOn("thanh-binh", "2023-11-30"))?.attributes.area).toBeUndefined();
    expect((await periodOn("thanh-binh/I", "2023-11-30"))?.attributes).toMatchObject({
      area: 808_000,
      operation: "operating",
      works: "choosingContractor",
      expectedCompletion: "2024",
      phaseOf: idOf("thanh-binh"),
    });
    expect((await periodOn("thanh-binh/II", "2023-11-30"))?.attributes).toMatchObject({
      area: 803_000,
      legal: "policyApproved",
      totalInvestment: 390_174_000_000,
    });
  });
  test("total investment is never an allocation", async () => {
    const { db } = deps;
    const entries = await db.selectFrom("entries").selectAll().orderBy("period_from").execute();
    expect(entries).toMatchObject([
      {
        amount: 58_000_000_000,
        precision: "nearly",
        precision_word: "gần",
        period_from: "2021",
        period_to: "2023",
        source: "notStated",
        dated_text: "2023-11",
        dated_kind: "by",
        subjects: [idOf("thanh-binh/I")],
      },
      {
        amount: 322_000_000_000,
        precision: "about",
        precision_word: "khoảng",
        period_from: null,
        source: "localBudget",
        subjects: [idOf("huyen-tung"), idOf("vang-muoi"), idOf("nam-bang-lung")],
      },
    ]);
  });
  test("places are the units of their time, and from July 2025 those of today", async () => {
    expect(await codesOn("vang-muoi", "2023-11-30")).toEqual(["02179"]);
    expect(await codesOn("vang-muoi", "2025-07-01")).toEqual(["02176"]);
    expect(await codesOn("cam-giang", "2025-06-30")).toEqual(["063"]);
    expect(await codesOn("cam-giang", "2025-07-01")).toEqual(["02008"]);
    expect(await codesOn("chu-huong", "2026-01-01")).toEqual(["061"]);
    const unsure = [];
    for (const key of ids.keys()) {
      const notes = (await changesOf(key)).map((c) => c.note ?? "");
      if (notes.some((n) => n.includes("chưa xác nhận"))) unsure.push(key);
    }
    expect(unsure.sort()).toEqual(["nam-bang-lung", "quang-chu"]);
  });
  test("the tenant's ground-breaking in Quảng Chu is news and moves no course", async () => {
    const zone = await periodOn("quang-chu", "2025-10-11");
    expect(zone?.attributes).toMatchObject({
      clearance: "underWay",
      news: expect.stringContaining("Hòa An Phước"),
    });
    expect(zone?.sources.clearance?.since).toBe("2023-11");
  });
  test("every published number is kept as it was printed", async () => {
    const claims = await listClaims(deps.db, known, {});
    const told = new Map(claims.map((c) => [c.key, c]));
    expect(told.get("bai-bao-von-dang-ky")).toMatchObject({
      value: 2_921_000_000_000,
      unit: "dong",
      precision: "over",
      precisionWord: "trên",
      period: { from: "2021", to: "2023" },
    });
    expect(told.get("bai-bao-von-ba-cum")).toMatchObject({
      value: 322_000_000_000,
      about: { kind: "figure", filters: { kind: "cluster" } },
    });
    expect(told.get("qd-1061-dien-tich-thanh-binh")).toMatchObject({
      value: 1_530_000,
      about: { kind: "attribute", subject: idOf("thanh-binh"), attribute: "area" },
    });
    expect(told.get("bai-bao-thue-het-dat")).toMatchObject({
      value: 100,
      unit: "percent",
      precision: "expected",
      about: { kind: "other" },
    });
    expect(told.get("qd-1885-chu-huong")).toMatchObject({
      value: null,
      about: { kind: "existence", subject: idOf("chu-huong") },
    });
    expect(told.get("bai-bao-hoat-dong-quang-chu")).toMatchObject({
      value: 2025,
      unit: "year",
      precision: "expected",
    });
    expect(claims.filter((c) => c.about.kind === "figure")).toHaveLength(11);
    expect(claims.filter((c) => c.about.kind === "attribute")).toHaveLength(16);
  });
  test("the programme has thirteen statements and the article covers clusters and the park", async () => {
    const { db } = deps;
    expect(
      await db.selectFrom("subjects").select("id").where("kind", "=", "statement").execute(),
    ).toHaveLength(13);
    expect(await db.selectFrom("subjects").select("key").where("kind", "=", "coverage").execute()).toEqual([
      { key: "bac-kan-2023-11" },
    ]);
  });
});
