/** Layers that somebody imports: outlines of communes, by code and name of the day; roads; whole or not at all. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { askedBy } from "../../../tests/people.ts";
import { batch, paper, pressPage, setting } from "../../../tests/register-fixture/builders.ts";
import { plainDate } from "../../kernel/dates.ts";
import type { Position } from "../../kernel/geometry.ts";
import { ANONYMOUS } from "../../people/permissions.ts";
import { placeDirectory } from "../../places/directory.ts";
import type { PlaceDirectory } from "../../places/public.ts";
import { readPlaces } from "../../places/store.ts";
import { placeSubject } from "../../places/subject.ts";
import { type FileStore, openFileStore } from "../../platform/files.ts";
import { createHttp, type Http } from "../../platform/http/server.ts";
import {
  createWriter,
  findKnown,
  receiptOrThrow,
  verifyRegister,
  type Writer,
} from "../../register/public.ts";
import { zoneSubject } from "../../zones/public.ts";
import { boundaryOf } from "../coordinates/boundaries.ts";
import { toWgs84 } from "../coordinates/transforming.ts";
import { plotRoutes } from "../routes.ts";
import { plotSubject } from "../subject.ts";
import { plotList } from "../vocabulary.ts";
import { communesOf } from "./communes.ts";
import { importLayer } from "./importing.ts";
import { roadSubject } from "./road.ts";
import { findOutlines } from "./store.ts";
import type { LayerName, LayerTold } from "./vocabulary.ts";

const definitions = [placeSubject, zoneSubject, plotSubject, roadSubject];
const list = pressPage(uuidv7(), { key: "mau-ds", title: "Danh mục mẫu", issuer: "Cơ quan mẫu" });
const decision = paper(uuidv7());
const PLACES = [
  { key: "90001@2023", code: "90001", name: "Xã Mẫu Một", bareName: "Mẫu Một", from: "2020-01-01" },
  { key: "90002@2023", code: "90002", name: "Xã Mẫu Hai", bareName: "Mẫu Hai", from: "2020-01-01" },
  { key: "90003@2023", code: "90003", name: "Xã Mẫu Trùng", bareName: "Mẫu Trùng", from: "2020-01-01" },
  { key: "90004@2023", code: "90004", name: "Xã Mẫu Trùng", bareName: "Mẫu Trùng", from: "2020-01-01" },
  // Bears the code of the first from 1 July 2025 on.
  { key: "90001@2025", code: "90001", name: "Phường Mẫu Mới", bareName: "Mẫu Mới", from: "2025-07-01" },
].map((place) => ({ ...place, id: uuidv7() }));
const ZONE = { id: uuidv7(), kind: "zone" as const, key: "ccn-mau" };

let database: FreshDatabase;
let writer: Writer;
let files: FileStore;
let folder: string;
let http: Http;
let directory: PlaceDirectory;

/** Metres east and north of the squares of tests, in degrees. */
const at = (east: number, north: number): Position => toWgs84([432_000 + east, 2_450_000 + north], 9213);
const ring = (corners: readonly (readonly [number, number])[]) => {
  const closed = [...corners, ...corners.slice(0, 1)];
  return closed.map(([x, y]) => at(x, y));
};
const box = (west: number, east: number) =>
  ring([
    [west, -1000],
    [east, -1000],
    [east, 1000],
    [west, 1000],
  ]);
const area = (properties: object, coordinates: readonly Position[]) => ({
  ...{ type: "Feature", properties },
  geometry: { type: "Polygon", coordinates: [coordinates] },
});
const line = (name: string, points: readonly (readonly [number, number])[]) => ({
  ...{ type: "Feature", properties: { name } },
  geometry: { type: "LineString", coordinates: points.map(([x, y]) => at(x, y)) },
});

/** Imports features as GeoJSON. */
async function send(
  layer: LayerName,
  features: readonly object[],
  told: Partial<LayerTold> & { dryRun?: boolean } = {},
) {
  const { dryRun = false, ...said } = told;
  const bytes = Buffer.from(JSON.stringify({ type: "FeatureCollection", features }));
  const usual = {
    title: "Lớp mẫu",
    issuer: "",
    from: plainDate("2024-01-01"),
    crs: "",
    access: "public" as const,
  };
  return importLayer(
    { writer, files, places: () => directory },
    {
      ...{ layer, file: { name: "lop-mau.geojson", bytes }, dryRun, author: "Mẫu", language: "vi" },
      told: { ...usual, requestKey: uuidv7(), ...said },
    },
  );
}
const codes = async (sent: ReturnType<typeof send>) => {
  const outcome = await sent;
  return outcome.ok ? [] : outcome.problems.map((p) => p.code);
};
async function outlinesOn(day: string) {
  const known = await findKnown(database.db, null);
  if (!known.ok) throw new Error("no commit");
  const asked = { asOf: plainDate(day), known: known.value };
  return findOutlines(database.db, [105, 21, 107, 23], asked);
}
/** A surveyed plot of 100 m. */
const plot = (east: number, north = 0) => {
  const corners = [
    at(east, north),
    at(east + 100, north),
    at(east + 100, north + 100),
    at(east, north + 100),
  ];
  return boundaryOf({ shape: [[corners]], crs: 4326, plane: 9213 });
};

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), "khu-layers-"));
  files = await openFileStore(folder);
  writer = createWriter({ pool: database.pool, definitions, now: Date.now });
  const changes = PLACES.map(({ id, key, from, ...names }) =>
    setting({
      ...{ id: uuidv7(), document: list.id, from, standing: "says" as const },
      subject: { id, kind: "place", key },
      attributes: { ...names, level: "commune", unitType: "commune" },
      ...(key === "90001@2023" ? { to: "2025-06-30" } : {}),
    }),
  );
  const zone = setting({
    ...{ id: uuidv7(), document: decision.id, from: "2024-01-01", subject: ZONE },
    attributes: { name: "CCN Mẫu", kind: "cluster", places: [PLACES[0]?.id ?? ""], legal: "established" },
  });
  const plots = [0, 300, 600].map((east, i) =>
    setting({
      ...{ id: uuidv7(), document: decision.id, from: "2024-01-01" },
      subject: { id: uuidv7(), kind: "plot", key: `ccn-mau/cn-${i + 1}` },
      attributes: {
        zone: ZONE.id,
        number: `CN-${i + 1}`,
        landUse: "industrial",
        boundary: plot(east),
      },
    }),
  );
  const documents = [list, decision];
  receiptOrThrow(await writer.submit(batch(uuidv7(), { documents, changes: [...changes, zone, ...plots] })));
  directory = placeDirectory(await readPlaces(database.db));
  http = await createHttp({ version: "0", logLevel: "silent" });
  askedBy(http, () => ANONYMOUS);
  const asking = {
    ...{ places: () => directory, today: () => plainDate("2024-11-30"), home: "90001" },
    ...{ findZone: async () => null, holdings: async () => new Map() },
  };
  await http.register(plotRoutes({ ...asking, ...database }));
}, 60_000);
afterAll(async () => {
  await http?.close();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

describe("outlines of communes", () => {
  test("are not known before any is imported", async () => {
    expect(await outlinesOn("2024-06-01")).toBeNull();
  });

  test("that name no commune, one of another day, two of them, or one twice are refused, and nothing is recorded", async () => {
    const one = box(-500, 50);
    expect(await codes(send("communes", [area({}, one)]))).toEqual(["layer.noCommune"]);
    expect(await codes(send("communes", [area({ ma: "99999" }, one)]))).toEqual(["layer.communeUnknown"]);
    expect(await codes(send("communes", [area({ ten: "Mẫu Mới" }, one)]))).toEqual(["layer.communeUnknown"]);
    expect(await codes(send("communes", [area({ ten: "Mẫu Trùng" }, one)]))).toEqual([
      "layer.communeAmbiguous",
    ]);
    expect(await codes(send("communes", [area({ ma: "90001", ten: "Mẫu Hai" }, one)]))).toEqual([
      "layer.communeMismatch",
    ]);
    const good = area({ ma: 90001 }, one);
    expect(await codes(send("communes", [good, good]))).toEqual(["layer.communeTwice"]);
    const crossing = ring([
      [0, 0],
      [100, 100],
      [100, 0],
      [0, 100],
    ]);
    expect(await codes(send("communes", [good, area({ ma: "90002" }, crossing)]))).toEqual(["plot.crossing"]);
    expect(
      await codes(
        send("communes", [
          line("Mẫu", [
            [0, 0],
            [1, 1],
          ]),
        ]),
      ),
    ).toContain("geodata.no-area");
    expect(await outlinesOn("2024-06-01")).toBeNull();
  });

  test("are previewed without being recorded, then recorded as changes of the communes of that day", async () => {
    const features = [
      area({ MA_XA: "90001", TEN: "Mẫu Một" }, box(-500, 50)),
      area({ ten: "xã Mẫu Hai" }, box(50, 700)),
    ];
    const preview = await send("communes", features, { dryRun: true });
    expect(preview).toMatchObject({ ok: true, value: { total: 2, recorded: null } });
    expect(await outlinesOn("2024-06-01")).toBeNull();
    const recorded = await send("communes", features);
    expect(recorded).toMatchObject({
      value: { items: [{ name: "Xã Mẫu Một", code: "90001" }, { name: "Xã Mẫu Hai" }] },
    });
    expect((await outlinesOn("2024-06-01"))?.map((o) => o.code).sort()).toEqual(["90001", "90002"]);
    expect(await outlinesOn("2023-06-01")).toBeNull();
    // The first ended with June 2025; who bears its code then has no outline.
    expect((await outlinesOn("2025-08-01"))?.map((o) => o.code)).toEqual(["90002"]);
    const read = await readPlaces(database.db);
    expect(read.units.find((u) => u.key === "90001@2023")).toMatchObject({ code: "90001", to: "2025-07-01" });
  });

  test("say in which communes a plot lies, with its share of each on their border", async () => {
    const outlines = (await outlinesOn("2024-06-01")) ?? [];
    expect(communesOf(plot(-200), outlines)).toEqual([{ code: "90001", name: "Xã Mẫu Một", share: 1 }]);
    const two = communesOf(plot(-20), outlines);
    expect(two.map((c) => [c.code, c.share.toFixed(3)])).toEqual([
      ["90001", "0.700"],
      ["90002", "0.300"],
    ]);
    // It touches the border, and lies in one.
    expect(communesOf(plot(50), outlines).map((c) => c.code)).toEqual(["90002"]);
    expect(communesOf(plot(5000), outlines)).toEqual([]);
  });
});

const plots = async (words: string) => {
  const answer = await http.inject({ url: `/api/plots?asOf=2024-06-01&place=90001&${words}` });
  return answer.statusCode === 200
    ? plotList.parse(answer.json()).items.map((p) => p.number)
    : [answer.statusCode, answer.json().code];
};

describe("roads", () => {
  test("not imported, no plot is told to be near one or far from one", async () => {
    expect(await plots("roadWithin=100")).toEqual([409, "roads.unknown"]);
  });

  test("that rest on a closed paper tell nothing to who may not read it", async () => {
    const sent = await send(
      "roads",
      [
        line("Đường kín Mẫu", [
          [0, 150],
          [100, 150],
        ]),
      ],
      { access: "internal" },
    );
    expect(sent.ok).toBe(true);
    expect(await plots("roadWithin=10000")).toEqual([409, "roads.unknown"]);
  });

  test("find the plots no farther than so many metres, each distance to some centimetres", async () => {
    // 40 m north of the first plot; through the second; the third is 200 m east of the end of the second road.
    const sent = await send("roads", [
      line("Đường Mẫu 1", [
        [-200, 140],
        [150, 140],
      ]),
      line("Đường Mẫu 2", [
        [350, -500],
        [350, 500],
      ]),
      area({ name: "không phải đường" }, box(0, 10)),
    ]);
    expect(sent).toMatchObject({
      ok: true,
      value: { total: 2, items: [{ name: "Đường Mẫu 1", size: 350 }, {}] },
    });
    expect(sent.ok && sent.value.warnings).toHaveLength(1);
    expect(await plots("roadWithin=0.5")).toEqual(["CN-2"]);
    expect(await plots("roadWithin=39")).toEqual(["CN-2"]);
    expect(await plots("roadWithin=41")).toEqual(["CN-1", "CN-2"]);
    expect(await plots("roadWithin=240")).toEqual(["CN-1", "CN-2"]);
    expect(await plots("roadWithin=260")).toEqual(["CN-1", "CN-2", "CN-3"]);
    expect(await plots("roadWithin=260&limit=1")).toEqual(["CN-1"]);
  });

  test("leave a register that verifies, with its boxes", async () => {
    const found = await verifyRegister({ pool: database.pool, definitions, files });
    expect(found.differences).toEqual([]);
  });

  test("are found by their boxes where there are many", async () => {
    const { rows } = await database.pool.query(
      "select count(*)::int as boxed from subject_now where kind = 'road' and extent is not null",
    );
    expect(rows[0]).toEqual({ boxed: 3 });
  });
});
