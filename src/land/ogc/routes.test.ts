import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { check, HintError } from "@placemarkio/check-geojson";
import { Validator } from "@seriousme/openapi-schema-validator";
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
let base: string;
beforeAll(async () => {
  khu = await startBacKan();
  mapped = await recordMappedZone(into(khu), { key: "ccn-mau-ve" });
  base = await khu.app.listen({ host: "127.0.0.1", port: 0 });
}, 180_000);
afterAll(() => khu?.stop());

const ask = (url: string, headers: Record<string, string> = { host: "127.0.0.1" }) =>
  khu.app.inject({ url, headers });
const link = z.object({ rel: z.string(), type: z.string(), href: z.string() });
const feature = z.looseObject({
  type: z.literal("Feature"),
  id: z.string(),
  geometry: z.looseObject({ type: z.string() }).nullable(),
  properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
const page = z.object({
  type: z.literal("FeatureCollection"),
  features: z.array(feature),
  links: z.array(link),
  timeStamp: z.iso.datetime(),
  numberMatched: z.number().optional(),
  numberReturned: z.number(),
});

async function pageOf(url: string, as?: SignedIn) {
  const answer = await ask(url, as);
  expect(answer.statusCode, answer.body).toBe(200);
  expect(answer.headers["content-type"]).toBe("application/geo+json");
  const found = page.parse(answer.json());
  expect(found.numberReturned).toBe(found.features.length);
  return found;
}

/** How many the lists of the interface give for the same day. */
async function counted(day: string): Promise<{ readonly zones: number; readonly plots: number }> {
  const zones = z
    .object({ items: z.array(z.unknown()) })
    .parse((await khu.get(`/api/zones?asOf=${day}&phases=true`)).body);
  const plots = z.object({ total: z.number() }).parse((await khu.get(`/api/plots?asOf=${day}`)).body);
  return { zones: zones.items.length, plots: plots.total };
}

describe("a client that nobody here wrote", () => {
  const run = promisify(execFile);
  const OGR = "/usr/bin/ogr2ogr";
  const isThere = existsSync(OGR);
  it.skipIf(!isThere).each([THREE_PLOTS, FOUR_PLOTS])(
    `reads every collection on %s and counts what the interface counts${isThere ? "" : " (skipped: Debian's gdal-bin is not installed)"}`,
    async (day) => {
      const expected = await counted(day);
      expect(expected.zones).toBeGreaterThan(5);
      for (const id of ["zones", "plots"] as const) {
        const { stdout } = await run(
          OGR,
          ["-f", "GeoJSON", "/vsistdout/", `OAPIF:${base}/ogc?datetime=${day}`, id],
          { maxBuffer: 2 ** 26 },
        );
        const read = z
          .object({ features: z.array(z.looseObject({ geometry: z.unknown() })) })
          .parse(JSON.parse(stdout));
        expect(read.features, id).toHaveLength(expected[id]);
        const placed = read.features.filter((f) => f.geometry !== null);
        expect(placed).toHaveLength(id === "zones" ? 1 : expected.plots);
      }
    },
    60_000,
  );
});

describe("the GeoJSON of each collection", () => {
  const problems = (text: string): readonly string[] => {
    try {
      check(text);
      return [];
    } catch (error) {
      if (!(error instanceof HintError)) throw error;
      return error.issues.map((issue) => issue.message);
    }
  };
  it.each(["zones", "plots"])(
    "of %s passes an independent validator, page by page and one by one",
    async (id) => {
      const answer = await ask(`/ogc/collections/${id}/items?datetime=${THREE_PLOTS}`);
      expect(problems(answer.body)).toEqual([]);
      const [first] = page.parse(answer.json()).features;
      expect(
        problems((await ask(`/ogc/collections/${id}/items/${first?.id}?datetime=${THREE_PLOTS}`)).body),
      ).toEqual([]);
    },
  );
  it("fails it where a ring is not closed or a type is none", async () => {
    const answer = await ask(`/ogc/collections/plots/items?datetime=${THREE_PLOTS}`);
    const broken = answer.body.replace(/,\[[\d.]+,[\d.]+\]\]/, "]");
    expect(broken).not.toBe(answer.body);
    expect(problems(broken)).not.toEqual([]);
    expect(problems(answer.body.replace("MultiPolygon", "Polygons"))).not.toEqual([]);
  });
});

describe("the service", () => {
  it("says where everything is, carrying the day on", async () => {
    const at = (path: string) => ask(`/ogc${path}?datetime=${THREE_PLOTS}`);
    const landing = z
      .object({ title: z.string(), description: z.string(), links: z.array(link) })
      .parse((await at("")).json());
    expect(landing.links.map((l) => l.rel)).toEqual(["self", "service-desc", "conformance", "data"]);
    for (const { href, type } of landing.links) {
      expect(href).toContain(`datetime=${THREE_PLOTS}`);
      const { pathname, search } = new URL(href);
      const answer = await ask(`${pathname}${search}`);
      expect([answer.statusCode, String(answer.headers["content-type"]).split("; ")[0]]).toEqual([200, type]);
    }
    const { conformsTo } = z
      .object({ conformsTo: z.array(z.string()) })
      .parse((await at("/conformance")).json());
    expect(conformsTo).toContain("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core");
  });

  it("describes itself in valid OpenAPI 3.0, with every word that it takes", async () => {
    const answer = await ask("/ogc/api");
    expect(answer.headers["content-type"]).toBe("application/vnd.oai.openapi+json;version=3.0");
    const description = z
      .looseObject({
        paths: z.record(
          z.string(),
          z.object({ get: z.looseObject({ parameters: z.array(z.looseObject({ name: z.string() })) }) }),
        ),
      })
      .parse(answer.json());
    const validator = new Validator();
    expect(await validator.validate(structuredClone(description))).toMatchObject({ valid: true });
    expect(validator.version).toBe("3.0");
    expect(await new Validator().validate({ ...structuredClone(description), info: {} })).toMatchObject({
      valid: false,
    });
    const words = description.paths["/collections/zones/items"]?.get.parameters.map((p) => p.name).sort();
    expect(words).toEqual(
      ["after", "bbox", "datetime", "kind", "knownAt", "lang", "limit", "place", "stage"].sort(),
    );
  });

  it("lists its collections, with where anything lies", async () => {
    const collections = z.object({
      collections: z.array(z.looseObject({ id: z.string(), links: z.array(link) })),
    });
    const found = collections.parse((await ask("/ogc/collections")).json()).collections;
    expect(found.map((c) => c.id)).toEqual(["zones", "plots"]);
    const one = (await ask(`/ogc/collections/plots?datetime=${THREE_PLOTS}`)).json();
    expect(one).toMatchObject({
      id: "plots",
      itemType: "feature",
      extent: { spatial: { bbox: [expect.any(Array)] } },
    });
    expect((await ask("/ogc/collections/plots?datetime=2020-01-01")).json()).not.toHaveProperty("extent");
  });
});

describe("features", () => {
  const items = (id: string, words: string) =>
    `/ogc/collections/${id}/items?datetime=${THREE_PLOTS}&${words}`;

  it("of zones without coordinates have no geometry and say how well they are placed", async () => {
    const { features } = await pageOf(items("zones", ""));
    const zone = features.find((f) => f.id === mapped.zone);
    expect(zone).toMatchObject({
      geometry: { type: "MultiPolygon" },
      properties: { positionAccuracy: "survey", name: "CCN Mẫu có ranh giới" },
    });
    const others = features.filter((f) => f.id !== mapped.zone);
    expect(new Set(others.map((f) => f.geometry))).toEqual(new Set([null]));
    expect(others.map((f) => f.properties.positionAccuracy)).toContain("commune");
    expect(features.find((f) => f.properties.key === "cam-giang")).toBeDefined();
  });

  it("have the properties that the description names, and no other", async () => {
    for (const id of ["zones", "plots"]) {
      const api = z
        .object({
          components: z.object({
            schemas: z.record(z.string(), z.looseObject({ properties: z.looseObject({}) })),
          }),
        })
        .parse((await ask("/ogc/api")).json());
      const described = z
        .looseObject({ properties: z.looseObject({}) })
        .parse(api.components.schemas[id]?.properties.properties);
      for (const { properties } of (await pageOf(items(id, ""))).features)
        expect(Object.keys(properties).sort()).toEqual(Object.keys(described.properties).sort());
    }
  });

  it("come a page at a time, each once, by the link “next”", async () => {
    for (const id of ["zones", "plots"] as const) {
      const seen: string[] = [];
      let url: string | undefined = items(id, "limit=2");
      while (url !== undefined) {
        const { features, links, numberMatched } = await pageOf(url);
        expect(numberMatched).toBe((await counted(THREE_PLOTS))[id]);
        seen.push(...features.map((f) => f.id));
        const next = links.find((l) => l.rel === "next");
        url = next === undefined ? undefined : next.href.replace("http://127.0.0.1", "");
      }
      expect(seen).toHaveLength((await counted(THREE_PLOTS))[id]);
      expect(new Set(seen).size).toBe(seen.length);
    }
  });

  it("are found by a box; what has no geometry is in every box, as the standard wants", async () => {
    const all = (await pageOf(items("zones", ""))).features.length;
    expect((await pageOf(items("zones", "bbox=105.84,22.14,105.85,22.15"))).features).toHaveLength(all);
    const far = await pageOf(items("zones", "bbox=0,0,1,1"));
    expect(far.features).toHaveLength(all - 1);
    expect(far.features.every((f) => f.geometry === null)).toBe(true);
    expect(
      (await pageOf(items("plots", "bbox=105.8421,22.1461,105.8422,22.1462"))).features.map((f) => f.id),
    ).toEqual([mapped.plots[0]]);
    expect(
      (await pageOf(items("plots", "bbox=105.8421,22.1461,0,105.8422,22.1462,100"))).features,
    ).toHaveLength(1);
    expect((await pageOf(items("plots", "bbox=170,20,-170,25"))).features).toEqual([]);
    expect((await pageOf(items("plots", "bbox=100,20,-170,25"))).features).toHaveLength(3);
  });

  it("are narrowed by their properties", async () => {
    expect((await pageOf(items("plots", "landUse=greenery"))).features.map((f) => f.id)).toEqual([
      mapped.plots[2],
    ]);
    const parks = (await pageOf(items("zones", "kind=park"))).features;
    expect(new Set(parks.map((f) => f.properties.kind))).toEqual(new Set(["park"]));
  });

  it("are those of the day in Vietnam at the moment asked", async () => {
    const at = async (datetime: string) =>
      (await pageOf(`/ogc/collections/plots/items?datetime=${encodeURIComponent(datetime)}`)).features.length;
    expect(await at("2024-12-31T16:59:59Z")).toBe(3);
    expect(await at("2024-12-31T17:00:00Z")).toBe(4);
    expect(await at("2025-01-01T00:00:00+07:00/2025-01-01T12:00:00+07:00")).toBe(4);
    expect(await at("2023-12-31")).toBe(0);
  });

  it("are given one by one, with the page that shows them to people", async () => {
    const answer = await ask(`/ogc/collections/zones/items/${mapped.zone}?datetime=${THREE_PLOTS}`);
    const found = feature.extend({ links: z.array(link) }).parse(answer.json());
    expect(found.id).toBe(mapped.zone);
    expect(found.links.map((l) => l.rel)).toEqual(["self", "collection", "alternate"]);
    // The first plot was split: on that day it stands, later it is gone.
    const [first] = mapped.plots;
    expect((await ask(`/ogc/collections/plots/items/${first}?datetime=${THREE_PLOTS}`)).statusCode).toBe(200);
    expect((await ask(`/ogc/collections/plots/items/${first}?datetime=${FOUR_PLOTS}`)).statusCode).toBe(404);
  });

  it.each([
    ["/ogc/collections/plots/items?datetime=2024-01-01/2024-12-31", 400, "datetime.interval"],
    ["/ogc/collections/plots/items?datetime=../2024-12-31", 400, "datetime.interval"],
    ["/ogc/collections/plots/items?datetime=2024-02-30", 400, "datetime.invalid"],
    ["/ogc/collections/plots/items?bbox=1,2,3", 400, "request.invalid"],
    ["/ogc/collections/plots/items?bbox=1,5,2,4", 400, "request.invalid"],
    ["/ogc/collections/plots/items?limit=0", 400, "request.invalid"],
    ["/ogc/collections/plots/items?color=red", 400, "request.invalid"],
    ["/ogc/collections/plots/items?landUse=golf", 400, "request.invalid"],
    ["/ogc/collections/plots/items/khong-co", 404, "plot.unknown"],
    ["/ogc/collections/roads", 404, "notFound"],
  ])("%s is refused with %i %s", async (url, status, code) => {
    const answer = await ask(url);
    expect([answer.statusCode, z.looseObject({ code: z.string() }).parse(answer.json()).code]).toEqual([
      status,
      code,
    ]);
  });

  it("never come more than a thousand at a time", async () => {
    expect((await ask(items("plots", "limit=100000"))).statusCode).toBe(200);
  });
});

describe("what rests on a closed paper", () => {
  it("is not shown, nor found by a box, but to who may read the paper", async () => {
    const { plots } = await recordMappedZone(into(khu), {
      key: "ccn-mau-kin",
      access: "internal",
      east: 5_000,
    });
    const admin = await khu.signIn();
    const [, hidden = ""] = plots;
    const url = `/ogc/collections/plots/items?datetime=${THREE_PLOTS}`;
    const find = async (words: string, as?: SignedIn) =>
      (await pageOf(`${url}${words}`, as)).features.find((f) => f.id === hidden);
    expect(await find("")).toMatchObject({
      geometry: null,
      properties: { hidden: "boundary", measured: null },
    });
    expect(await find("", admin)).toMatchObject({
      geometry: { type: "MultiPolygon" },
      properties: { hidden: null, measured: 10_000 },
    });
    // In every box or in none: where it lies can't be felt out.
    expect(await find("&bbox=0,0,1,1")).toMatchObject({ geometry: null });
    expect(await find("&bbox=0,0,1,1", admin)).toBeUndefined();
  });
});
