import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { squareAt } from "../../tests/land.ts";
import { askedBy } from "../../tests/people.ts";
import { batch, paper, setting } from "../../tests/register-fixture/builders.ts";
import { plainDate } from "../kernel/dates.ts";
import { ANONYMOUS } from "../people/permissions.ts";
import { placeDirectory } from "../places/directory.ts";
import type { Unit } from "../places/vocabulary.ts";
import { createHttp, type Http } from "../platform/http/server.ts";
import { createWriter, receiptOrThrow, type Writer } from "../register/public.ts";
import { zoneSubject } from "../zones/public.ts";
import { plotRoutes } from "./routes.ts";
import { plotSubject } from "./subject.ts";
import { plotList, plotPage } from "./vocabulary.ts";

let database: FreshDatabase;
let http: Http;
let writer: Writer;
const PLACE = uuidv7();
const ZONE = { id: uuidv7(), kind: "zone" as const, key: "ccn-mau" };
const plots = [1, 2, 3].map((n) => ({ id: uuidv7(), kind: "plot" as const, key: `ccn-mau/cn-${n}` }));
const decision = paper(uuidv7());
const unit: Unit = {
  ...{ key: "M01", code: "M01", level: "province", name: "Tỉnh Mẫu 01", bareName: "Mẫu 01" },
  ...{ unitType: "province", otherNames: [], from: null, to: null, endsBy: false, parents: [] },
};

beforeAll(async () => {
  database = await freshDatabase();
  writer = createWriter({ pool: database.pool, definitions: [zoneSubject, plotSubject], now: Date.now });
  const told = { document: decision.id, from: "2024-01-01" };
  const zone = { name: "CCN Mẫu", kind: "cluster", places: [PLACE], legal: "established" };
  const changes = [
    setting({ ...told, id: uuidv7(), subject: ZONE, attributes: zone }),
    ...plots.map((subject, i) =>
      setting({
        ...{ ...told, id: uuidv7(), subject },
        attributes: {
          ...{ zone: ZONE.id, number: `CN-${i + 1}`, landUse: i === 2 ? "greenery" : "industrial" },
          ...{ boundary: squareAt(i * 200, 0, 100 + i), site: "cleared" },
        },
      }),
    ),
  ];
  receiptOrThrow(await writer.submit(batch(uuidv7(), { documents: [decision], changes })));
  http = await createHttp({ version: "0", logLevel: "silent" });
  askedBy(http, () => ANONYMOUS);
  const places = placeDirectory({ ids: new Map([[PLACE, "M01"]]), units: [unit], links: [] });
  const asking = {
    places: () => places,
    today: () => plainDate("2024-11-30"),
    home: "M01",
    findZone: async () => null,
    holdings: async () => new Map(),
  };
  await http.register(plotRoutes({ ...asking, ...database }));
});
afterAll(async () => {
  await http.close();
  await database.drop();
});

const list = async (words: string) =>
  plotList.parse((await http.inject({ url: `/api/plots?${words}` })).json());

describe("plots", () => {
  it("are listed with what is printed, measured, and how they stand", async () => {
    const { items, total } = await list("asOf=2024-06-01");
    expect(total).toBe(3);
    expect(items.map((p) => [p.number, p.measured, p.status, p.zone.label])).toEqual([
      ["CN-1", 10_000, "ready", "CCN Mẫu"],
      ["CN-2", 10_201, "ready", "CCN Mẫu"],
      ["CN-3", 10_404, "free", "CCN Mẫu"],
    ]);
  });

  it("are none before the paper that decides them", async () => {
    expect(await list("asOf=2023-12-31")).toMatchObject({ items: [], total: 0 });
  });

  it("are narrowed by use, size and where they lie, and given by the page", async () => {
    expect((await list("asOf=2024-06-01&landUse=greenery")).items).toHaveLength(1);
    expect((await list("asOf=2024-06-01&areaFrom=10200")).total).toBe(2);
    const [first] = (await list("asOf=2024-06-01&limit=1")).items;
    expect((await list(`asOf=2024-06-01&limit=2&after=${first?.id}`)).items.map((p) => p.number)).toEqual([
      "CN-2",
      "CN-3",
    ]);
    const [west, south] = first?.extent ?? [0, 0];
    const view = [west - 0.0001, south - 0.0001, west + 0.0001, south + 0.0001].join(",");
    expect((await list(`asOf=2024-06-01&bbox=${view}`)).items.map((p) => p.number)).toEqual(["CN-1"]);
  });

  it("have a page with their boundary, closed and against the clock", async () => {
    const answer = await http.inject({ url: "/api/plots/ccn-mau%2Fcn-1?asOf=2024-06-01" });
    const page = plotPage.parse(answer.json());
    const [ring = []] = page.outline?.coordinates[0] ?? [];
    expect(ring).toHaveLength(5);
    expect(ring[0]).toEqual(ring[4]);
    expect(page.attributes.map((a) => a.attribute)).toContain("boundary");
    expect((await http.inject({ url: "/api/plots/ccn-mau%2Fcn-9" })).statusCode).toBe(404);
  });
});

describe("a plot that is told of beside others", () => {
  const tell = (attributes: Record<string, string>, from = "2024-03-01") =>
    writer.submit(
      batch(uuidv7(), {
        changes: [
          setting({
            ...{ id: uuidv7(), document: decision.id, from },
            ...{ subject: { id: uuidv7(), kind: "plot", key: null }, attributes },
          }),
        ],
      }),
    );

  it("is refused where its number is taken on some day", async () => {
    const refusedOne = await tell({ zone: ZONE.id, number: "CN-2" });
    expect(refusedOne).toMatchObject({ ok: false, problems: [{ code: "plot.numberTaken" }] });
    expect(refusedOne.ok ? "" : refusedOne.problems[0]?.message.vi).toContain("01/03/2024");
  });

  it("is refused in a zone that nobody knows, and taken where its number is free", async () => {
    expect(await tell({ zone: uuidv7(), number: "CN-2" })).toMatchObject({
      problems: [{ code: "plot.zoneUnknown" }],
    });
    expect(await tell({ zone: ZONE.id, number: "CN-20" })).toMatchObject({ ok: true });
  });

  it("is one of two when many are told at once under one number", async () => {
    const told = await Promise.all(
      Array.from({ length: 20 }, () => tell({ zone: ZONE.id, number: "CN-30" })),
    );
    expect(told.filter((t) => t.ok)).toHaveLength(1);
  });
});
