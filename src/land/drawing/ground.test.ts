import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { squareAt } from "../../../tests/land.ts";
import { askedBy, holding } from "../../../tests/people.ts";
import { batch, paper, setting } from "../../../tests/register-fixture/builders.ts";
import { plainDate } from "../../kernel/dates.ts";
import { ANONYMOUS } from "../../people/permissions.ts";
import type { Asker } from "../../people/public.ts";
import { placeDirectory } from "../../places/directory.ts";
import type { Unit } from "../../places/vocabulary.ts";
import { createHttp, type Http } from "../../platform/http/server.ts";
import { createWriter, receiptOrThrow } from "../../register/public.ts";
import { zoneSubject } from "../../zones/public.ts";
import { plotSubject } from "../subject.ts";
import { groundRoutes } from "./routes.ts";
import { plotGround } from "./vocabulary.ts";

let database: FreshDatabase;
let http: Http;
let asker: Asker = ANONYMOUS;
const PLACE = uuidv7();
const ZONE = { id: uuidv7(), kind: "zone" as const, key: "ccn-mau" };
const OTHER = { id: uuidv7(), kind: "zone" as const, key: "ccn-mau-kin" };
const [decision, closed] = [paper(uuidv7()), paper(uuidv7(), { access: "internal", title: "Lô kín mẫu" })];
const unit: Unit = {
  ...{ key: "M01", code: "M01", level: "province", name: "Tỉnh Mẫu 01", bareName: "Mẫu 01" },
  ...{ unitType: "province", otherNames: [], from: null, to: null, endsBy: false, parents: [] },
};

const zoneTold = { kind: "cluster", places: [PLACE], legal: "established" };
function plotTold(number: string, east: number, landUse: string, document = decision.id) {
  return setting({
    ...{ document, from: "2024-01-01", id: uuidv7() },
    subject: { id: uuidv7(), kind: "plot", key: null },
    attributes: { zone: ZONE.id, number, landUse, boundary: squareAt(east, 0, 100) },
  });
}

beforeAll(async () => {
  database = await freshDatabase();
  const writer = createWriter({
    pool: database.pool,
    definitions: [zoneSubject, plotSubject],
    now: Date.now,
  });
  const told = { document: decision.id, from: "2024-01-01" };
  const changes = [
    setting({
      ...{ ...told, id: uuidv7(), subject: ZONE },
      attributes: { ...zoneTold, name: "CCN Mẫu", area: 50_000, boundary: squareAt(0, 0, 500) },
    }),
    setting({
      ...{ from: "2024-01-01", document: closed.id, id: uuidv7(), subject: OTHER },
      attributes: { ...zoneTold, name: "CCN Mẫu kín" },
    }),
    plotTold("CN-1", 0, "industrial"),
    plotTold("CN-2", 100, "industrial"),
    plotTold("CX-1", 200, "greenery"),
    plotTold("CN-9", 300, "industrial", closed.id),
  ];
  receiptOrThrow(await writer.submit(batch(uuidv7(), { documents: [decision, closed], changes })));
  http = await createHttp({ version: "0", logLevel: "silent" });
  askedBy(http, () => asker);
  const places = placeDirectory({ ids: new Map([[PLACE, "M01"]]), units: [unit], links: [] });
  const zones = new Map([ZONE, OTHER].map((zone) => [zone.key, zone.id]));
  const asking = {
    places: () => places,
    today: () => plainDate("2024-11-30"),
    home: "M01",
    findZone: async (key: string) => zones.get(key) ?? null,
    holdings: async () => new Map(),
  };
  await http.register(groundRoutes({ ...asking, ...database }));
});
afterAll(async () => {
  await http.close();
  await database.drop();
});

async function ground(words: string, as: Asker = ANONYMOUS) {
  asker = as;
  return http.inject({ url: `/api/plots/ground?${words}` });
}
const seen = async (words: string, as?: Asker) => plotGround.parse((await ground(words, as)).json());

describe("the ground of a zone", () => {
  test("has its plots and its outline in metres of its plane", async () => {
    const { plane, outline, plots, zone } = await seen("zone=ccn-mau&asOf=2024-06-01");
    expect([plane.epsg, zone.label, zone.key]).toEqual([9213, "CCN Mẫu", "ccn-mau"]);
    expect(outline?.[0]?.[0]?.[0]).toEqual([432_000, 2_450_000]);
    expect(plots.map((p) => [p.number, p.landUse, p.status, p.measured])).toEqual([
      ["CN-1", "industrial", "unknown", 10_000],
      ["CN-2", "industrial", "unknown", 10_000],
      ["CX-1", "greenery", "unknown", 10_000],
    ]);
    expect(plots[1]?.shape?.[0]?.[0]?.[2]).toEqual([432_200, 2_450_100]);
  });

  test("adds up by use, and says by how much it differs from the decided area", async () => {
    const { decided, measured, drawn, difference, sums } = await seen("zone=ccn-mau&asOf=2024-06-01");
    expect([decided, measured, drawn, difference]).toEqual([50_000, 250_000, 30_000, -20_000]);
    expect(sums.map((s) => [s.landUse, s.plots, s.area])).toEqual([
      ["industrial", 2, 20_000],
      ["greenery", 1, 10_000],
    ]);
  });

  test("counts the plots on closed papers without showing them, but to who may read those", async () => {
    const anybody = await ground("zone=ccn-mau&asOf=2024-06-01");
    expect(plotGround.parse(anybody.json())).toMatchObject({ hidden: 1, total: 4 });
    expect(anybody.body).not.toContain("CN-9");
    const officer = await seen("zone=ccn-mau&asOf=2024-06-01", holding("officer"));
    expect([officer.hidden, officer.plots.map((p) => p.number)]).toEqual([
      0,
      ["CN-1", "CN-2", "CN-9", "CX-1"],
    ]);
  });

  test("is empty before the paper that decides it, and none where the zone may not be seen", async () => {
    const before = await seen("zone=ccn-mau&asOf=2023-12-31");
    expect(before).toMatchObject({ plots: [], outline: null, decided: null, difference: null });
    expect((await ground("zone=ccn-mau-kin&asOf=2024-06-01")).statusCode).toBe(404);
    expect((await ground("zone=khong-co")).statusCode).toBe(404);
    expect((await ground("asOf=2024-06-01")).statusCode).toBe(400);
  });
});
