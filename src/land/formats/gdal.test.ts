/** What we write is read by GDAL, and what GDAL writes is read by us: counts, areas, letters. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { GDAL_MISSING, hasGdal, ogr2ogr } from "../../../tests/gdal.ts";
import { zipOf } from "../../intake/reading/fixtures/archives.ts";
import type { Shape } from "../../kernel/geometry.ts";
import { COLUMNS, INVENTED, rectangle } from "./fixtures/invented.ts";
import { readGeodata } from "./reading.ts";
import { FORMATS, type Format, type WrittenFeature, writeGeodata } from "./writing.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "khu-gdal-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function writtenTo(name: string, format: Format, features: Iterable<WrittenFeature>): Promise<string> {
  const path = join(folder, `${name}.${FORMATS[format].extension}`);
  const pieces: Buffer[] = [];
  for await (const piece of writeGeodata(format, { title: "lo_dat", columns: COLUMNS, features })) {
    pieces.push(Buffer.from(piece));
  }
  await writeFile(path, Buffer.concat(pieces));
  return path;
}

/** Twice the area in square degrees, from the first corner on; holes are taken off. */
function areaOf(shape: Shape): number {
  let sum = 0;
  for (const polygon of shape) {
    for (const [n, ring] of polygon.entries()) {
      const [x0, y0] = ring[0] ?? [0, 0];
      const twice = ring.reduce((all, [ax, ay], i) => {
        const [bx, by] = ring[(i + 1) % ring.length] ?? [0, 0];
        return all + (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
      }, 0);
      sum += (n === 0 ? 1 : -1) * Math.abs(twice);
    }
  }
  return sum / 2;
}

const asGdalTellsThem = z.object({
  features: z.array(
    z.object({
      id: z.string().optional(),
      properties: z.looseObject({ id: z.string().optional(), size: z.number().nullable() }),
      geometry: z.object({ type: z.string() }).nullable(),
    }),
  ),
});

/** Of points, whose area is 0. */
const NO_AREA = /OGR_G_Area\(\) called against non-surface/;

/** What GDAL finds in a file: its own GeoJSON of it, with the areas that it computes. */
async function toldByGdal(path: string) {
  // A CSV has no name inside: GDAL calls the layer after the file.
  const layer = path.endsWith(".csv") ? path.replace(/^.*\/|\.\w+$/g, "") : "lo_dat";
  const sql = `SELECT *, OGR_GEOM_AREA AS size FROM "${layer}"`;
  const text = await ogr2ogr(["-f", "GeoJSON", "/vsistdout/", path, "-sql", sql], NO_AREA);
  return asGdalTellsThem.parse(JSON.parse(text)).features;
}

const formats: readonly Format[] = ["geojson", "kml", "csv", "fgb"];

describe.skipIf(!hasGdal)(`GDAL reads what we write${GDAL_MISSING}`, () => {
  it.each(formats)("%s: all features, with their areas, values and letters", async (format) => {
    const found = await toldByGdal(await writtenTo("invented", format, INVENTED));
    expect(found).toHaveLength(INVENTED.length);
    const byId = new Map(found.map((feature) => [feature.properties.id ?? feature.id, feature]));
    for (const { id, properties, shape, point } of INVENTED) {
      const theirs = byId.get(id);
      expect(theirs?.properties.use || null).toBe(properties.use ?? null);
      if (shape !== null) {
        expect(Math.abs((theirs?.properties.size ?? 0) / areaOf(shape) - 1)).toBeLessThan(1e-5);
      } else expect(theirs?.geometry?.type ?? null).toBe(point ? "Point" : null);
    }
    expect(byId.get("lo-1")?.properties.use).toBe("đất công nghiệp");
    expect(byId.get("khu-4")?.properties.positionAccuracy).toBe("commune");
    expect(Number(byId.get("lo-1")?.properties.area)).toBe(22_870);
  });

  it.each(formats)("%s: an empty file, too", async (format) => {
    const path = await writtenTo(`empty-${format}`, format, []);
    const text = await ogr2ogr(["-f", "CSV", "/vsistdout/", path]);
    expect(text.trim().split("\n").length).toBe(1);
  });

  it.each([1, 16, 17, 257])("FlatGeobuf: %i features, whatever the levels of the index", async (count) => {
    const plots = Array.from({ length: count }, (_, i): WrittenFeature => {
      return { id: `${i}`, properties: {}, shape: [[rectangle([105 + i / 1_000, 22], 0.0005, 0.0005)]] };
    });
    const path = await writtenTo(`levels-${count}`, "fgb", plots);
    const everywhere = ["-spat", "104", "21", "107", "24"];
    const text = await ogr2ogr(["-f", "CSV", "/vsistdout/", path, ...everywhere]);
    expect(text.trim().split("\n")).toHaveLength(count + 1);
  });

  it("FlatGeobuf: its index finds just what lies in a window, among 5,000 plots and features without a place", async () => {
    const plots = Array.from({ length: 5_000 }, (_, i): WrittenFeature => {
      const at = [105 + ((i * 7_919) % 5_000) / 5_000, 22 + ((i * 104_729) % 4_999) / 4_999] as const;
      return {
        id: `${i}`,
        properties: { name: `Lô ${i}` },
        shape: i % 100 === 0 ? null : [[rectangle(at, 0.0005, 0.0005)]],
      };
    });
    const path = await writtenTo("many", "fgb", plots);
    expect(await toldByGdal(path)).toHaveLength(5_000);
    for (const [west, south, east, north] of [
      [105.2, 22.2, 105.3, 22.25],
      [105.9, 22.9, 106.1, 23.1],
      [105.5, 22.5, 105.501, 22.501],
      [104, 21, 107, 24],
      [10, 10, 11, 11],
    ] as const) {
      const inside = plots.filter(({ shape }) =>
        (shape ?? []).some(([ring = []]) => {
          const [[x, y] = [0, 0]] = ring;
          return x <= east && x + 0.0005 >= west && y <= north && y + 0.0005 >= south;
        }),
      );
      const window = [west, south, east, north].map(String);
      const text = await ogr2ogr(["-f", "GeoJSON", "/vsistdout/", path, "-spat", ...window]);
      const found = z.object({ features: z.array(z.object({ properties: z.object({ id: z.string() }) })) });
      const ids = found.parse(JSON.parse(text)).features.map(({ properties }) => properties.id);
      expect(ids.sort()).toEqual(inside.map(({ id }) => id).sort());
    }
  });
});

describe.skipIf(!hasGdal)(`we read what GDAL writes${GDAL_MISSING}`, () => {
  const areas = INVENTED.filter(({ shape }) => shape !== null);

  /** Shapefiles have short names of fields, DXF has no fields. */
  const COMPLAINTS = /laundered field name|does not support arbitrary field creation/;

  async function readAs(driver: string, extension: string, ...options: string[]) {
    const source = await writtenTo(`source-${extension}`, "geojson", areas);
    const path = join(folder, `by_gdal.${extension}`);
    await rm(path, { force: true });
    await ogr2ogr(["-f", driver, path, source, ...options], COMPLAINTS);
    return path;
  }

  async function zippedShapefile(...options: string[]) {
    const path = await readAs("ESRI Shapefile", "shp", "-nln", "by_gdal", "-t_srs", "EPSG:9213", ...options);
    const parts = await Promise.all(
      ["shp", "dbf", "prj", "cpg", "shx"].map(async (extension) => ({
        name: `by_gdal.${extension}`,
        data: await readFile(path.replace(/shp$/, extension)),
      })),
    );
    return readGeodata({ name: "lo.zip", bytes: zipOf(parts) });
  }

  it("a shapefile in VN-2000, with its system and letters", async () => {
    const outcome = await zippedShapefile("-lco", "ENCODING=UTF-8");
    if (!outcome.ok) throw new Error(outcome.problems[0].code);
    expect(outcome.value).toMatchObject({ crs: 9213, layers: ["by_gdal"], warnings: [] });
    expect(outcome.value.features.map(({ name }) => name)).toEqual(
      areas.map(({ properties }) => properties.name),
    );
    expect(outcome.value.features.map(({ shape }) => shape.map((polygon) => polygon.length))).toEqual([
      [1],
      [2],
      [1, 1],
    ]);
    // 0.001° by 0.002° at 22.147° north.
    const metres = 0.001 * 111_320 * Math.cos((22.147 * Math.PI) / 180) * 0.002 * 110_650;
    expect(Math.abs(areaOf(outcome.value.features[0]?.shape ?? []) / metres - 1)).toBeLessThan(0.01);
  });

  it("KML and DXF", async () => {
    const kml = await readAs("KML", "kml");
    const drawn = await readGeodata({ name: "lo.kml", bytes: await readFile(kml) });
    expect(drawn.ok && drawn.value.features.map(({ shape }) => shape.length)).toEqual([1, 1, 2]);
    const dxf = await readAs("DXF", "dxf", "-t_srs", "EPSG:9213", "--config", "DXF_WRITE_HATCH", "NO");
    const plan = await readGeodata({ name: "lo.dxf", bytes: await readFile(dxf) });
    // GDAL draws every ring as a closed polyline of its own.
    expect(plan.ok ? plan.value.features.length : plan.problems).toBe(5);
  });
});
