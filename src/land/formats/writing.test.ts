import { getIssues } from "@placemarkio/check-geojson";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { COLUMNS, INVENTED, rectangle } from "./fixtures/invented.ts";
import { readGeodata } from "./reading.ts";
import { FORMATS, type Format, type WrittenFeature, writeGeodata } from "./writing.ts";

async function written(format: Format, features: Iterable<WrittenFeature> = INVENTED): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of writeGeodata(format, { title: "Lô đất Mẫu", columns: COLUMNS, features })) {
    pieces.push(Buffer.from(piece));
  }
  return Buffer.concat(pieces);
}

const collection = z.object({
  features: z.array(
    z.object({
      properties: z.record(z.string(), z.unknown()),
      geometry: z.object({ coordinates: z.unknown() }).nullable(),
    }),
  ),
});

describe("GeoJSON", () => {
  it("is found sound by a validator that nobody here wrote", async () => {
    expect(getIssues((await written("geojson")).toString())).toEqual([]);
    expect(getIssues((await written("geojson", [])).toString())).toEqual([]);
  });

  it("is found faulty by that validator where a ring is open or a coordinate is lost", async () => {
    const sound = (await written("geojson")).toString();
    const open = sound.replace(/\[105\.84,22\.147\]\]\]/, "[105.84,22.148]]]");
    const lost = sound.replace("[105.9,22.15]", "[105.9]");
    for (const faulty of [open, lost]) {
      expect(faulty).not.toBe(sound);
      expect(getIssues(faulty)).not.toEqual([]);
    }
  });

  it("turns outer rings counter-clockwise and holes clockwise, with nine decimals at most", async () => {
    const { features } = collection.parse(JSON.parse((await written("geojson")).toString()));
    const rings = z.array(z.array(z.array(z.number())));
    expect(rings.parse(features[0]?.geometry?.coordinates)).toEqual([
      [
        [105.84, 22.147],
        [105.841, 22.147],
        [105.841, 22.149],
        [105.84, 22.149],
        [105.84, 22.147],
      ],
    ]);
    const [, hole = []] = rings.parse(features[1]?.geometry?.coordinates);
    expect(hole.slice(0, 2)).toEqual([
      [105.8505, 22.148],
      [105.851, 22.148],
    ]);
    const numbers = JSON.stringify(features[2]?.geometry).match(/\d+\.\d+/g) ?? [];
    expect(Math.max(...numbers.map((n) => n.split(".")[1]?.length ?? 0))).toBe(9);
  });

  it("gives a feature without a place no geometry, and says how well its place is known", async () => {
    const { features } = collection.parse(JSON.parse((await written("geojson")).toString()));
    expect(
      features.map(({ geometry, properties }) => [geometry === null, properties.positionAccuracy]),
    ).toEqual([
      [false, "boundary"],
      [false, "boundary"],
      [false, "boundary"],
      [true, "commune"],
      [false, "point"],
    ]);
    expect(features[2]?.properties).not.toHaveProperty("hidden");
  });
});

it.each(["geojson", "kml"] as const)("%s comes back through our own reading as it was", async (format) => {
  const areas = INVENTED.slice(0, 2);
  const name = `lo.${FORMATS[format].extension}`;
  const outcome = await readGeodata({ name, bytes: await written(format, areas) });
  if (!outcome.ok) throw new Error(outcome.problems[0].code);
  expect(outcome.value.features.map(({ name: found, properties }) => [found, properties.use])).toEqual(
    areas.map(({ properties }) => [properties.name, properties.use]),
  );
});

describe("CSV", () => {
  it("begins with its mark and runs nothing in a spreadsheet", async () => {
    const text = (await written("csv")).toString();
    expect(text.startsWith("\ufeffid,name,use,area,leased,positionAccuracy,WKT\r\n")).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://example.org"")"`);
    expect(text).toContain("khu-4,Khu chưa có tọa độ,,,,commune,\r\n");
  });
});

it("KML escapes what XML can't hold", async () => {
  const odd = {
    id: "1",
    properties: { name: "a\u0000<b>&\ud800" },
    shape: [[rectangle([105.8, 22], 0.001, 0.001)]],
  };
  expect((await written("kml", [odd])).toString()).toContain("<name>a&lt;b&gt;&amp;</name>");
});

it("every format asks for features as they are taken, and stops where the taker stops", async () => {
  for (const format of ["geojson", "kml", "csv"] as const) {
    let asked = 0;
    const endless = (function* (): Generator<WrittenFeature> {
      for (;;)
        yield {
          id: `${++asked}`,
          properties: { name: "Mẫu" },
          shape: [[rectangle([105.8, 22], 0.001, 0.001)]],
        };
    })();
    for await (const piece of writeGeodata(format, { title: "Mẫu", columns: COLUMNS, features: endless })) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
    expect(asked).toBeLessThan(2_000);
  }
});
