import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { plainDate } from "../kernel/dates.ts";
import { createWriter } from "../register/public.ts";
import { placeDirectory } from "./directory.ts";
import { loadPlaces } from "./load.ts";
import type { PlaceDirectory } from "./public.ts";
import { readPlaces } from "./store.ts";
import { placeSubject } from "./subject.ts";

let database: FreshDatabase;
let places: PlaceDirectory;
const before = plainDate("2023-11-30");
const after = plainDate("2026-01-01");
const timings: Record<string, number> = {};

beforeAll(async () => {
  database = await freshDatabase();
  const writer = createWriter({ pool: database.pool, definitions: [placeSubject], now: () => Date.now() });
  let start = performance.now();
  await loadPlaces(writer, "test");
  timings.load = performance.now() - start;
  await loadPlaces(writer, "test");
  start = performance.now();
  places = placeDirectory(await readPlaces(database.db));
  timings.read = performance.now() - start;
});
afterAll(() => database.drop());

function code(text: string, on = before) {
  const unit = places.findByCode(text, on);
  if (unit === null) throw new Error(`no unit ${text}`);
  return unit;
}

describe("places out of the register", () => {
  test("the second load changed nothing", async () => {
    expect(await database.db.selectFrom("commits").select("no").execute()).toHaveLength(1);
  });
  test("19 is old Thái Nguyên before July 2025 and the merged province after", () => {
    expect(code("19", before)).toMatchObject({ key: "19@2023", to: "2025-07-01" });
    expect(code("19", after)).toMatchObject({ key: "19@2025", from: "2025-07-01", to: null });
  });
  test("old Bắc Kạn has ended and its ground lies within new Thái Nguyên", () => {
    const old = code("06", after);
    expect(old).toMatchObject({ name: "Tỉnh Bắc Kạn", to: "2025-07-01", from: null });
    expect(places.containment(old.id, code("19", after).id)).toBe("within");
    expect(places.children(old.id, before)).toHaveLength(8);
  });
  test("the scope of old Bắc Kạn holds its 108 communes, its districts and the 37 units of today", () => {
    const scope = places.scopeOf(code("06").id);
    const units = scope.within.map((id) => places.get(id));
    expect(units.filter((u) => u.level === "commune" && u.to !== null).length).toBeLessThanOrEqual(108);
    expect(units.filter((u) => u.level === "commune" && u.from === null)).toHaveLength(108);
    expect(units.filter((u) => u.level === "district")).toHaveLength(8);
    expect(units.filter((u) => u.level === "commune" && u.to === null)).toHaveLength(37);
  });
  test("02176 was Cư Lễ and is Trần Phú, which lay elsewhere under another code", () => {
    expect(code("02176", before).name).toBe("Xã Cư Lễ");
    expect(code("02176", after).name).toBe("Xã Trần Phú");
    expect(code("02179", before).name).toBe("Xã Trần Phú");
  });
  test("a district's ancestors after its end are those of its last day", () => {
    expect(places.ancestors(code("064", after).id, after).map((a) => a.key)).toEqual(["06@2023"]);
  });
  test("all is loaded and read in seconds", () => {
    console.info(
      `places: loaded in ${Math.round(timings.load ?? 0)} ms, read in ${Math.round(timings.read ?? 0)} ms`,
    );
    expect(timings.read).toBeGreaterThan(0);
  });
});
