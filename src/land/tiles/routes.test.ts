import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "../../../tests/bacKan.ts";
import {
  FOUR_PLOTS,
  into,
  type MappedZone,
  recordMappedZone,
  THREE_PLOTS,
} from "../../../tests/mappedZone.ts";
import type { SignedIn } from "../../../tests/people.ts";

let khu: Running;
let mapped: MappedZone;
let closed: MappedZone;
let admin: SignedIn;
beforeAll(async () => {
  khu = await startBacKan();
  mapped = await recordMappedZone(into(khu), { key: "ccn-mau-ve" });
  closed = await recordMappedZone(into(khu), { key: "ccn-mau-kin", access: "internal", east: 5_000 });
  admin = await khu.signIn();
}, 180_000);
afterAll(() => khu?.stop());

/** The tile of zoom 12 over both zones. */
const HERE = "12/3252/1789";
const ask = (url: string, headers: Record<string, string> = { host: "127.0.0.1" }) =>
  khu.app.inject({ url, headers });

async function areasOf(layer: string, words: string, as?: SignedIn) {
  const answer = await ask(`/tiles/${layer}/${HERE}.mvt?${words}`, as);
  expect(answer.statusCode).toBe(200);
  const found = new VectorTile(new PbfReader(answer.rawPayload)).layers[layer];
  return found === undefined ? [] : Array.from({ length: found.length }, (_, i) => found.feature(i));
}
const idsOf = (areas: Awaited<ReturnType<typeof areasOf>>) => areas.map((a) => a.properties.id).sort();

describe("tiles of plots", () => {
  it("draw what stands on the day, and nothing before", async () => {
    const [one, two, three, four, five] = mapped.plots;
    const here = (areas: Awaited<ReturnType<typeof areasOf>>) =>
      areas.filter((a) => a.properties.zone === mapped.zone);
    expect(idsOf(here(await areasOf("plots", `asOf=${THREE_PLOTS}`)))).toEqual([one, two, three]);
    expect(idsOf(here(await areasOf("plots", `asOf=${FOUR_PLOTS}`)))).toEqual([two, three, four, five]);
    expect(await areasOf("plots", "asOf=2023-06-01")).toEqual([]);
    expect(await areasOf("plots", `asOf=${THREE_PLOTS}&knownAt=1`)).toEqual([]);
  });

  it("tell the plot, its zone, use, site and size", async () => {
    const plot = (await areasOf("plots", `asOf=${THREE_PLOTS}`)).find(
      (a) => a.properties.id === mapped.plots[2],
    );
    expect(plot?.properties).toEqual({
      ...{ id: mapped.plots[2], zone: mapped.zone, number: "CN-3", landUse: "greenery", site: "cleared" },
      measured: 10_000,
    });
    // 100 m in units of some 9.06 m on the ground at that latitude.
    const [west = 0, , east = 0] = plot?.bbox() ?? [];
    expect(plot?.type).toBe(3);
    expect(east).toBeGreaterThanOrEqual(west);
  });

  it("do not show a plot whose boundary rests on a closed paper, but to who may read it", async () => {
    const [, hidden = ""] = closed.plots;
    const open = await areasOf("plots", `asOf=${THREE_PLOTS}`);
    expect(open).toHaveLength(5);
    expect(idsOf(open)).not.toContain(hidden);
    const whole = await areasOf("plots", `asOf=${THREE_PLOTS}`, admin);
    expect(idsOf(whole)).toContain(hidden);
    expect(whole).toHaveLength(6);
    // And once more, from what is kept by now.
    expect(await areasOf("plots", `asOf=${THREE_PLOTS}`)).toHaveLength(5);
  });
});

describe("tiles of zones", () => {
  it("draw those with a boundary, with their name and stage", async () => {
    const zone = (await areasOf("zones", `asOf=${THREE_PLOTS}`)).find((a) => a.properties.id === mapped.zone);
    expect(zone?.properties).toEqual({
      ...{
        id: mapped.zone,
        key: "ccn-mau-ve",
        name: "CCN Mẫu có ranh giới",
        kind: "cluster",
        stage: "established",
        stageAsOf: expect.stringMatching(/^20/),
      },
    });
  });
});

describe("a tile", () => {
  it("is told apart by a tag that stays until something is recorded, and kept by no browser for who is signed in", async () => {
    const url = `/tiles/plots/${HERE}.mvt?asOf=${THREE_PLOTS}`;
    const first = await ask(url);
    const tag = String(first.headers.etag);
    expect(first.headers).toMatchObject({
      "content-type": "application/vnd.mapbox-vector-tile",
      "cache-control": "no-cache",
    });
    expect((await ask(url, { host: "127.0.0.1", "if-none-match": tag })).statusCode).toBe(304);
    const own = await ask(url, { ...admin, "if-none-match": tag });
    expect(own.statusCode).toBe(200);
    expect(own.headers["cache-control"]).toBe("private, no-store");
    expect(own.headers.etag).toBeUndefined();
  });

  it("is empty where nothing lies", async () => {
    const answer = await ask("/tiles/plots/12/0/0.mvt");
    expect([answer.statusCode, answer.rawPayload.length]).toEqual([200, 0]);
  });

  it.each([
    ["/tiles/plots/12/5000/1.mvt", 400, "tile.unknown"],
    ["/tiles/plots/19/0/0.mvt", 400, "tile.unknown"],
    ["/tiles/plots/a/0/0.mvt", 400, "request.invalid"],
    ["/tiles/plots/2/0/0.mvt?asOf=2023-02-30", 400, "request.invalid"],
    ["/tiles/plots/2/0/0.mvt?knownAt=gestern", 400, "knownAt.invalid"],
    ["/tiles/plots/2/0/x.mvt", 404, "notFound"],
    ["/tiles/roads/2/0/0.mvt", 404, "notFound"],
  ])("%s is refused with %i %s", async (url, status, code) => {
    const answer = await ask(url);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ status, code });
  });
});

describe("TileJSON", () => {
  const described = z.looseObject({
    tilejson: z.literal("3.0.0"),
    tiles: z.array(z.string()),
    bounds: z.array(z.number()),
    vector_layers: z.array(
      z.object({
        id: z.string(),
        description: z.string(),
        minzoom: z.number(),
        maxzoom: z.number(),
        fields: z.record(z.string(), z.string()),
      }),
    ),
  });
  it("says where the tiles of the day are, what they hold and where anything lies", async () => {
    const { tiles, bounds, vector_layers } = described.parse(
      (await ask(`/tiles/plots?asOf=${THREE_PLOTS}`)).json(),
    );
    expect(tiles).toEqual([`http://127.0.0.1/tiles/plots/{z}/{x}/{y}.mvt?asOf=${THREE_PLOTS}`]);
    const [west = 0, south = 0, east = 0, north = 0] = bounds;
    expect([west > 105.8, south > 22.1, east < 105.95, north < 22.2]).toEqual([true, true, true, true]);
    const [layer] = vector_layers;
    const fields = new Set(Object.keys(layer?.fields ?? {}));
    for (const area of await areasOf("plots", `asOf=${THREE_PLOTS}`)) {
      for (const name of Object.keys(area.properties)) expect(fields).toContain(name);
    }
  });
  it("has no bounds where nothing lies, and none that give a hidden plot away", async () => {
    expect((await ask("/tiles/plots?asOf=2020-01-01")).json()).not.toHaveProperty("bounds");
    const [open, whole] = [
      await ask(`/tiles/plots?asOf=${FOUR_PLOTS}`),
      await ask(`/tiles/plots?asOf=${FOUR_PLOTS}`, admin),
    ];
    const [, , east = 0] = described.parse(open.json()).bounds;
    expect(east).toBeLessThanOrEqual(described.parse(whole.json()).bounds[2] ?? 0);
  });
  it("names the address at which it was asked for, also when it is kept", async () => {
    for (const host of ["127.0.0.1:4180", "localhost:4180"]) {
      const { tiles } = described.parse((await ask(`/tiles/plots?asOf=${THREE_PLOTS}`, { host })).json());
      expect(tiles[0]).toContain(`http://${host}/`);
    }
  });
});
