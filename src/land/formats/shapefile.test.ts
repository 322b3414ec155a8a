import { describe, expect, it } from "vitest";
import { type Part, zipOf } from "../../intake/reading/fixtures/archives.ts";
import { PLANE_SQUARE, square } from "./fixtures/drawings.ts";
import { tcvn3, windows1258 } from "./fixtures/oldLetters.ts";
import { dbfOf, shpOf } from "./fixtures/shapefiles.ts";
import { readGeodata } from "./reading.ts";

const PRJ =
  'PROJCS["VN-2000_TM-3_106-30",GEOGCS["GCS_VN_2000",DATUM["D_Vietnam_2000",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",106.5],PARAMETER["Scale_Factor",0.9999],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
/** Outer rings of shapefiles run clockwise, holes the other way. */
const outer = (x: number, y: number, side: number) => square(x, y, side).reverse();
const shp = shpOf([
  [outer(432_000, 2_450_000, 100)],
  [outer(432_200, 2_450_000, 100), square(432_220, 2_450_020, 10)],
]);

async function read(parts: readonly Part[]) {
  return readGeodata({ name: "lop.zip", bytes: zipOf(parts) });
}

async function value(parts: readonly Part[]) {
  const outcome = await read(parts);
  if (!outcome.ok) throw new Error(outcome.problems.map(({ code }) => code).join("; "));
  return outcome.value;
}

function layer(name: string, encode: (text: string) => Uint8Array, prj: string | null = PRJ): Part[] {
  const dbf = dbfOf("TEN", ["lô đất số 1", "khu nhà xưởng"].map(encode));
  const parts = [
    { name: `${name}.shp`, data: shp },
    { name: `${name}.dbf`, data: dbf },
  ];
  return prj === null ? parts : [...parts, { name: `${name}.PRJ`, data: prj }];
}

const utf8 = (text: string) => Buffer.from(text);

describe("a zipped shapefile", () => {
  it("gives each layer with its system, attributes and holes", async () => {
    const drawing = await value([...layer("du an/LoDat", utf8), ...layer("CayXanh", utf8)]);
    expect(drawing).toMatchObject({
      kind: "shapefile",
      crs: 9213,
      layers: ["LoDat", "CayXanh"],
      warnings: [],
    });
    expect(drawing.features).toHaveLength(4);
    expect(drawing.features[1]).toMatchObject({
      layer: "LoDat",
      name: "khu nhà xưởng",
      properties: { TEN: "khu nhà xưởng" },
      at: "LoDat.shp#2",
    });
    expect(drawing.features[1]?.shape[0]).toHaveLength(2);
    expect(new Set(drawing.features[0]?.shape[0]?.[0])).toEqual(new Set(PLANE_SQUARE.slice(1)));
  });

  it("in TCVN3 or Windows-1258 is turned into Unicode, and it is said", async () => {
    for (const [encode, code] of [
      [tcvn3, "TCVN3"],
      [windows1258, "Windows-1258"],
    ] as const) {
      const drawing = await value(layer("lo", encode));
      expect(drawing.features.map(({ name }) => name)).toEqual(["lô đất số 1", "khu nhà xưởng"]);
      expect(drawing.warnings.map(({ message }) => message.en)).toEqual([
        `lo: the text is in the code ${code}; it was turned into Unicode.`,
      ]);
    }
  });

  it("without a .prj asks for the system; with two of them is refused", async () => {
    const without = await value(layer("lo", utf8, null));
    expect([without.crs, without.warnings[0]?.code]).toEqual([null, "geodata.no-crs"]);
    const one = await value([...layer("a", utf8), ...layer("b", utf8, null)]);
    expect([one.crs, one.warnings[0]?.field]).toEqual([9213, "b"]);
    const mixed = await read([...layer("a", utf8), ...layer("b", utf8, PRJ.replace("106.5", "105.5"))]);
    expect(mixed.ok ? "" : mixed.problems[0].code).toBe("geodata.mixed-crs");
  });

  it("that is cut off, has too few records or an open ring is refused", async () => {
    const [first, ...rest] = layer("lo", utf8);
    const open = shpOf([[outer(432_000, 2_450_000, 100).slice(0, 4)], [outer(432_200, 2_450_000, 100)]]);
    const fewer = shpOf([[outer(432_000, 2_450_000, 100)]]);
    const endless = Buffer.from(shp);
    endless.writeInt32LE(0x7fffffff, 100 + 8 + 36);
    const codes: string[] = [];
    for (const data of [shp.subarray(0, shp.length - 50), fewer, endless, open]) {
      const outcome = await read([{ ...first, name: "lo.shp", data }, ...rest]);
      codes.push(outcome.ok ? "" : outcome.problems[0].code);
    }
    expect(codes).toEqual(["geodata.broken", "geodata.broken", "geodata.broken", "geodata.unclosed-ring"]);
  });

  it("whose records do not follow each other, or that would be sorted for ever, is refused", async () => {
    const skipped = Buffer.from(shp);
    skipped.writeInt32BE(-2, 104);
    const rings = Array.from({ length: 6_000 }, (_, i) => outer(432_000 + i, 2_450_000, 0.5));
    const codes: string[] = [];
    for (const data of [skipped, shpOf([rings])]) {
      const outcome = await read([{ name: "lo.shp", data }]);
      codes.push(outcome.ok ? "" : outcome.problems[0].code);
    }
    expect(codes).toEqual(["geodata.broken", "geodata.too-large"]);
  });
});
