import { describe, expect, it } from "vitest";
import { zipOf } from "../../intake/reading/fixtures/archives.ts";
import type { Epsg } from "../coordinates/systems.ts";
import type { Drawing } from "./drawing.ts";
import {
  areaOf,
  DEGREE_SQUARE,
  geojsonOf,
  kmlArea,
  kmlOf,
  PLANE_SQUARE,
  square,
} from "./fixtures/drawings.ts";
import { placeProblems } from "./place.ts";
import { readGeodata } from "./reading.ts";

async function read(name: string, bytes: Uint8Array | string): Promise<Drawing> {
  const outcome = await readGeodata({ name, bytes: Buffer.from(bytes) });
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message.en).join("; "));
  return outcome.value;
}

async function refusals(name: string, bytes: Uint8Array | string): Promise<string[]> {
  const outcome = await readGeodata({ name, bytes: Buffer.from(bytes) });
  if (outcome.ok) return [];
  for (const { message, remedy } of outcome.problems) {
    expect(message.vi !== "" && message.en !== "" && remedy.vi !== "" && remedy.en !== "").toBe(true);
  }
  return outcome.problems.map(({ code, field }) => (field === null ? code : `${code} ${field}`));
}

const codes = ({ warnings }: Drawing) => warnings.map(({ code }) => code);

describe("GeoJSON", () => {
  it("gives areas with names, attributes and rings that do not repeat their first corner", async () => {
    const properties = {
      "Tên lô": "Lô Mẫu Ứ1",
      use: "đất công nghiệp",
      area: 10_000,
      leased: false,
      none: null,
    };
    const drawing = await read("lô.geojson", geojsonOf([areaOf(DEGREE_SQUARE, properties)]));
    expect(drawing).toMatchObject({ kind: "geojson", crs: 4326, layers: ["lô"], warnings: [] });
    expect(drawing.features).toEqual([
      {
        layer: "lô",
        name: "Lô Mẫu Ứ1",
        properties: { "Tên lô": "Lô Mẫu Ứ1", use: "đất công nghiệp", area: 10_000, leased: false },
        shape: [[DEGREE_SQUARE.slice(0, 4)]],
        at: "features[0]",
      },
    ]);
  });

  it("takes the system of the old member crs, and heights for nothing", async () => {
    const crs = { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::9213" } };
    const ring = PLANE_SQUARE.map(([x, y]) => [x, y, 31.5] as const);
    const feature = {
      type: "Feature",
      properties: {},
      geometry: { type: "MultiPolygon", coordinates: [[ring]] },
    };
    const drawing = await read("a.json", geojsonOf([feature], { crs }));
    expect(drawing.crs).toBe(9213);
    expect(drawing.features[0]?.shape).toEqual([[PLANE_SQUARE.slice(0, 4)]]);
  });

  it("asks for the system where the numbers are metres and none is named", async () => {
    const drawing = await read("a.geojson", geojsonOf([areaOf(PLANE_SQUARE)]));
    expect(drawing.crs).toBeNull();
    expect(codes(drawing)).toEqual(["geodata.metres-not-degrees"]);
  });

  it("names a ring that is not closed, with its feature", async () => {
    const open = areaOf(DEGREE_SQUARE.slice(0, 4), { name: "Lô 2" });
    expect(await refusals("a.geojson", geojsonOf([areaOf(DEGREE_SQUARE), open]))).toEqual([
      "geodata.unclosed-ring features[1] “Lô 2”",
    ]);
  });

  it("names rings with fewer than three corners and coordinates that are no numbers", async () => {
    const [a = [0, 0], b = [0, 0]] = DEGREE_SQUARE;
    const flat = areaOf([a, b, a]);
    const text = {
      type: "Feature",
      properties: {},
      geometry: { type: "Polygon", coordinates: [[["x", "y"]]] },
    };
    expect(await refusals("a.geojson", geojsonOf([flat, text]))).toEqual([
      "geodata.too-few-corners features[0]",
      "geodata.bad-coordinates features[1]",
    ]);
  });

  it("counts what is no area and leaves it out", async () => {
    const point = { type: "Feature", properties: null, geometry: { type: "Point", coordinates: [105, 21] } };
    const none = { type: "Feature", properties: null, geometry: null };
    const drawing = await read("a.geojson", geojsonOf([point, areaOf(DEGREE_SQUARE), point, none]));
    expect(drawing.features).toHaveLength(1);
    expect(drawing.warnings.map(({ message }) => message.en)).toEqual([
      "a: points left out: 2.",
      "a: features without geometry left out: 1.",
    ]);
  });
});

describe("where the coordinates lie", () => {
  it.each([
    ["pixels of an image", square(120, 340, 900), "geodata.image-coordinates"],
    ["a place elsewhere", square(2.3, 48.8, 0.01), "geodata.outside-vietnam features[0]"],
    ["latitude first", square(22.1, 105.8, 0.01), "geodata.swapped-axes"],
  ])("refuses %s", async (_, ring, code) => {
    expect(await refusals("a.geojson", geojsonOf([areaOf(ring)]))).toEqual([code]);
  });

  it("is judged again in the system that a person names", async () => {
    const inMetres = await read("a.geojson", geojsonOf([areaOf(PLANE_SQUARE)]));
    const inDegrees = await read("a.geojson", geojsonOf([areaOf(DEGREE_SQUARE)]));
    const northingFirst = await read("a.geojson", geojsonOf([areaOf(square(2_450_000, 432_000, 100))]));
    const named = (drawing: Drawing, crs: Epsg) =>
      placeProblems(drawing.features, crs).map(({ code }) => code);
    expect(named(inMetres, 9213)).toEqual([]);
    expect(named(inMetres, 4326)).toEqual(["geodata.metres-not-degrees"]);
    expect(named(inDegrees, 9213)).toEqual(["geodata.degrees-not-metres"]);
    expect(named(northingFirst, 9213)).toEqual(["geodata.swapped-axes"]);
  });
});

describe("KML", () => {
  it("gives areas of placemarks with their folder, attributes and holes", async () => {
    const hole = square(105.8402, 22.1472, 0.0002);
    const ring = (name: string, positions: typeof hole) =>
      `<${name}><LinearRing><coordinates>${positions.map((p) => p.join(",")).join(" ")}</coordinates></LinearRing></${name}>`;
    const holed = `<Placemark><name>Có lỗ &amp; góc</name><MultiGeometry><Polygon>${ring("outerBoundaryIs", square(105.84, 22.147, 0.001))}${ring("innerBoundaryIs", hole)}</Polygon></MultiGeometry></Placemark>`;
    const point = "<Placemark><name>Mốc</name><Point><coordinates>105,22</coordinates></Point></Placemark>";
    const drawing = await read("khu.kml", kmlOf(kmlArea("Lô Ứng Hòa", DEGREE_SQUARE) + holed + point));
    expect(drawing).toMatchObject({ kind: "kml", crs: 4326, layers: ["Lô đất Mẫu"] });
    expect(drawing.features[0]).toMatchObject({
      name: "Lô Ứng Hòa",
      properties: { "Mục đích": "đất công nghiệp" },
      shape: [[DEGREE_SQUARE.slice(0, 4)]],
      at: "khu.kml:2",
    });
    expect(drawing.features[1]?.name).toBe("Có lỗ & góc");
    expect(drawing.features[1]?.shape[0]?.[1]).toEqual(hole.slice(0, 4));
    expect(codes(drawing)).toEqual(["geodata.left-out"]);
  });

  it("is read from a KMZ", async () => {
    const parts = [
      { name: "files/icon.png", data: "png" },
      { name: "doc.kml", data: kmlOf(kmlArea("Lô 1", DEGREE_SQUARE)) },
    ];
    expect(await read("a.kmz", zipOf(parts))).toMatchObject({
      kind: "kmz",
      crs: 4326,
      features: [{ name: "Lô 1" }],
    });
  });

  it("names rings that are not closed, that are empty, and numbers that are none", async () => {
    const [first = [0, 0], ...others] = DEGREE_SQUARE;
    const body =
      kmlArea("Hở", DEGREE_SQUARE.slice(0, 4)) +
      kmlArea("Trống", []) +
      kmlArea("Chữ", [first, ...others]).replace("22.147,", "x,");
    expect(await refusals("a.kml", kmlOf(body))).toEqual([
      "geodata.unclosed-ring a.kml:2 “Hở”",
      "geodata.too-few-corners a.kml:5 “Trống”",
      "geodata.bad-coordinates a.kml:5 “Chữ”",
    ]);
  });

  it("opens no document type, no entity, no depth without end", async () => {
    const bomb = '<!DOCTYPE kml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
    const outside = '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    for (const declaration of [bomb, outside]) {
      const [code] = await refusals(
        "a.kml",
        `${declaration}<kml><Placemark><name>&b;&x;</name></Placemark></kml>`,
      );
      expect(code).toMatch(/^geodata.forbidden-xml/);
    }
    expect((await refusals("a.kml", `<kml>${"<Folder>".repeat(100_000)}`))[0]).toMatch(/^geodata.broken/);
    expect((await refusals("a.kml", "<kml>&unknown;</kml>"))[0]).toMatch(/^geodata.broken/);
  });
});

describe("a file that is not what it says", () => {
  it.each([
    ["a.geojson", "", "geodata.empty"],
    ["a.dxf", "AC1027\0\0\0", "geodata.wrong-type"],
    ["a.zip", "Rar!\x1a\x07", "geodata.wrong-type"],
    ["a.geojson", "hello", "geodata.wrong-type"],
    ["a.kml", '{"type":"FeatureCollection","features":[]}', "geodata.wrong-name"],
    ["a.geojson", '{"type":"FeatureCollection","features":[]}', "geodata.no-area"],
    ["a.geojson", '{"type":"FeatureColl', "geodata.broken"],
    ["a.zip", zipOf([{ name: "readme.txt", data: "x" }]), "geodata.wrong-type"],
    ["a.kmz", zipOf([{ name: "readme.txt", data: "x" }]), "geodata.wrong-type"],
  ])("%s of %j is refused: %s", async (name, bytes, code) => {
    expect(await refusals(name, bytes)).toEqual([code]);
  });

  it("is not inflated without bound", async () => {
    const blank = Buffer.alloc(20_000_000, 0x20);
    const bombs = [
      zipOf([{ name: "doc.kml", data: blank }]),
      zipOf([{ name: "doc.kml", data: kmlOf(" ".repeat(900_000)), declaredSize: 10 }]),
    ];
    for (const bytes of bombs) expect(await refusals("a.kmz", bytes)).toEqual(["geodata.too-large-inflated"]);
    const locked = zipOf([{ name: "doc.kml", data: "<kml/>", encrypted: true }]);
    expect(await refusals("a.kmz", locked)).toEqual(["geodata.locked"]);
  });

  it("is refused above the limits", async () => {
    const bytes = geojsonOf([areaOf(DEGREE_SQUARE), areaOf(DEGREE_SQUARE)]);
    const { DRAWING_LIMITS } = await import("./drawing.ts");
    for (const tight of [{ maxFileBytes: 100 }, { maxFeatures: 1 }, { maxCorners: 7 }]) {
      const outcome = await readGeodata({ name: "a.geojson", bytes }, { ...DRAWING_LIMITS, ...tight });
      expect(outcome.ok ? "" : outcome.problems[0].code).toBe("geodata.too-large");
    }
  });
});

it.each([4326, 4756, 9213, 3405])(
  "numbers beyond all measure are refused in EPSG %i, not thrown at",
  async (code) => {
    const crs = { type: "name", properties: { name: `EPSG:${code}` } };
    for (const far of [1e3, 1e7, 1e15, 1e300]) {
      for (const ring of [
        square(far, far, far / 2),
        square(-far, 22, far / 10),
        square(105, -far, far / 10),
      ]) {
        expect((await refusals("a.geojson", geojsonOf([areaOf(ring)], { crs }))).length).toBeGreaterThan(0);
      }
    }
  },
);
