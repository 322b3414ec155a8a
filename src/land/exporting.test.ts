import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "@placemarkio/check-geojson";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "../../tests/bacKan.ts";
import { GDAL_MISSING, hasGdal, ogr2ogr } from "../../tests/gdal.ts";
import { FOUR_PLOTS, into, recordMappedZone } from "../../tests/mappedZone.ts";

let khu: Running;
let folder: string;
beforeAll(async () => {
  khu = await startBacKan();
  await recordMappedZone(into(khu), { key: "ccn-mau-ve" });
  folder = await mkdtemp(join(tmpdir(), "khu-export-"));
}, 180_000);
afterAll(async () => {
  await khu?.stop();
  await rm(folder, { recursive: true, force: true });
});

const LAYERS = ["zones", "plots"] as const;
const FORMATS = ["geojson", "kml", "csv", "fgb"] as const;

async function fileOf(layer: string, format: string) {
  const url = `/api/land/${layer}/${format}?asOf=${FOUR_PLOTS}`;
  const answer = await khu.app.inject({ url, headers: { host: "127.0.0.1" } });
  expect(answer.statusCode, answer.body).toBe(200);
  expect(answer.headers["content-disposition"]).toContain(`${layer}-${FOUR_PLOTS}.${format}`);
  return answer.rawPayload;
}

async function counted(): Promise<Readonly<Record<(typeof LAYERS)[number], number>>> {
  const zones = (await khu.get(`/api/zones?asOf=${FOUR_PLOTS}&phases=true`)).body;
  const plots = (await khu.get(`/api/plots?asOf=${FOUR_PLOTS}`)).body;
  return {
    zones: z.object({ items: z.array(z.unknown()) }).parse(zones).items.length,
    plots: z.object({ total: z.number() }).parse(plots).total,
  };
}

const collection = z.object({
  features: z.array(z.object({ geometry: z.unknown(), properties: z.record(z.string(), z.unknown()) })),
});

describe("the land of a day as a file", () => {
  it.each(LAYERS)(
    "of %s is sound GeoJSON with the day, and says where it knows no more than the commune",
    async (layer) => {
      const text = (await fileOf(layer, "geojson")).toString("utf8");
      expect(() => check(text)).not.toThrow();
      const { features } = collection.parse(JSON.parse(text));
      expect(features).toHaveLength((await counted())[layer]);
      for (const { geometry, properties } of features) {
        expect(properties.asOf).toBe(FOUR_PLOTS);
        expect(properties.positionAccuracy).toBe(geometry === null ? "commune" : "boundary");
      }
      expect(features.some(({ geometry }) => geometry !== null)).toBe(true);
    },
  );

  it.skipIf(!hasGdal).each(LAYERS.flatMap((layer) => FORMATS.map((format) => [layer, format] as const)))(
    `of %s as %s is read by GDAL, which counts what the interface counts${GDAL_MISSING}`,
    async (layer, format) => {
      const path = join(folder, `${layer}.${format}`);
      await writeFile(path, await fileOf(layer, format));
      const back = join(folder, `${layer}-${format}-back.geojson`);
      await ogr2ogr(
        ["-f", "GeoJSON", back, path, "-oo", "GEOM_POSSIBLE_NAMES=wkt,WKT,geometry"],
        /Warning|does not support|driver/,
      );
      const { features } = collection.parse(JSON.parse(await readFile(back, "utf8")));
      expect(features).toHaveLength((await counted())[layer]);
    },
  );

  it("of a layer or in a format that is not there is refused", async () => {
    const asked = async (path: string) =>
      (await khu.app.inject({ url: `/api/land/${path}`, headers: { host: "127.0.0.1" } })).statusCode;
    expect(await asked("roads/geojson")).toBe(400);
    expect(await asked("plots/dwg")).toBe(400);
    expect(await asked("plots/kml?asOf=2024-02-31")).toBe(400);
  });
});
