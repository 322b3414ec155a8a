import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { batch, pressPage, setting } from "../../tests/register-fixture/builders.ts";
import { plainDate } from "../kernel/dates.ts";
import { ANONYMOUS } from "../people/permissions.ts";
import { placeDirectory } from "../places/directory.ts";
import type { Unit } from "../places/vocabulary.ts";
import { createHttp, type Http } from "../platform/http/server.ts";
import { createWriter, receiptOrThrow } from "../register/public.ts";
import { zonePage } from "./pageVocabulary.ts";
import { zoneRoutes } from "./routes.ts";
import { findZoneId } from "./store.ts";
import { zoneSubject } from "./subject.ts";

const PLACE = uuidv7();
const unit: Unit = {
  ...{ key: "M01", code: "M01", level: "province", name: "Tỉnh Mẫu 01", bareName: "Mẫu 01" },
  ...{ unitType: "province", otherNames: [], from: null, to: null, endsBy: false, parents: [] },
};

let database: FreshDatabase;
let http: Http;
beforeAll(async () => {
  database = await freshDatabase();
  const writer = createWriter({ pool: database.pool, definitions: [zoneSubject], now: Date.now });
  const subject = { id: uuidv7(), kind: "zone" as const, key: "mau" };
  const press = pressPage(uuidv7(), { issuer: "Báo Mẫu" });
  const tell = (
    from: string,
    note: string | null,
    attributes: Parameters<typeof setting>[0]["attributes"],
  ) => ({
    ...setting({ id: uuidv7(), subject, document: press.id, from, attributes }),
    standing: "says" as const,
    note,
  });
  const changes = [
    tell("2020-01-01", null, { kind: "cluster", name: "CCN Mẫu", places: [PLACE], works: "accepted" }),
    tell("2021-05-01", "Làm lại sau lũ", { works: "underWay" }),
    tell("2022-01-01", null, { works: "accepted" }),
  ];
  receiptOrThrow(await writer.submit(batch(uuidv7(), { documents: [press], changes })));
  http = await createHttp({ version: "0", logLevel: "silent" });
  http.decorateRequest("asker");
  http.addHook("onRequest", async (request) => {
    request.asker = ANONYMOUS;
  });
  const places = placeDirectory({ ids: new Map([[PLACE, "M01"]]), units: [unit], links: [] });
  const { db, readers } = database;
  await http.register(
    zoneRoutes({
      db,
      readers,
      places: () => places,
      today: () => plainDate("2023-11-30"),
      home: "M01",
      findZone: (idOrKey, known) => findZoneId(db, idOrKey, known),
      listMoney: async () => ({ items: [], hidden: 0 }),
      correctable: async () => new Set<string>(),
      proposersOf: async () => new Map(),
      sample: false,
    }),
  );
});
afterAll(async () => {
  await http.close();
  await database.drop();
});

async function movesOn(asOf: string, lang: string) {
  const url = `/api/zones/mau?asOf=${asOf}&lang=${lang}`;
  const response = await http.inject({ method: "GET", url, headers: { host: "127.0.0.1" } });
  return zonePage.parse(response.json()).unusualMoves;
}

describe("a zone's page", () => {
  test("lists a move outside the usual order with its day, its reason and its paper", async () => {
    expect(await movesOn("2023-11-30", "vi")).toMatchObject([
      {
        course: "works",
        label: "Xây dựng hạ tầng",
        from: "Đã nghiệm thu",
        to: "Đang thi công",
        on: "2021-05-01",
        reason: "Làm lại sau lũ",
        document: { label: expect.stringContaining("Báo Mẫu") },
      },
    ]);
    expect(await movesOn("2023-11-30", "en")).toMatchObject([{ from: "Accepted", to: "Under way" }]);
  });
  test("does not list what came after the asked day", async () => {
    expect(await movesOn("2021-04-30", "vi")).toEqual([]);
  });
});
