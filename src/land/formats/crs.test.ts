import { describe, expect, it } from "vitest";
import { hasGdal, wordsOf } from "../../../tests/gdal.ts";
import { EPSG_CODES } from "../coordinates/systems.ts";
import { crsOfName, crsOfPrj } from "./crs.ts";

const plane = ({ datum = "D_Vietnam_2000", meridian = 106.5, scale = 0.9999, easting = 500_000 }) =>
  `PROJCS["Mẫu",GEOGCS["GCS",DATUM["${datum}",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",${easting}],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}],PARAMETER["Scale_Factor",${scale}],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;

describe("the system of a .prj", () => {
  it("is known by its parameters", () => {
    expect(crsOfPrj(plane({})).crs).toBe(9213);
    expect(crsOfPrj(plane({ meridian: 105, scale: 0.9996 })).crs).toBe(3405);
    expect(crsOfPrj(plane({ meridian: 105 })).crs).toBe(5897);
  });

  it("is not guessed: another meridian, another false easting, UTM of WGS84", () => {
    expect(crsOfPrj(plane({ meridian: 106.4 })).crs).toBeNull();
    expect(crsOfPrj(plane({ easting: 200_000 })).crs).toBeNull();
    expect(crsOfPrj(plane({ datum: "D_WGS_1984", meridian: 105, scale: 0.9996 })).crs).toBeNull();
  });

  it("of a 3° zone on the WGS84 datum is taken for VN-2000, and says so", () => {
    expect(crsOfPrj(plane({ datum: "D_WGS_1984" }))).toMatchObject({ crs: 9213, otherDatum: true });
  });

  it("in degrees is WGS84 or VN-2000, and nothing else", () => {
    const degrees = (datum: string) =>
      `GEOGCS["G",DATUM["${datum}",SPHEROID["S",6378137,298.25]],UNIT["Degree",0.0174]]`;
    expect(crsOfPrj(degrees("D_WGS_1984")).crs).toBe(4326);
    expect(crsOfPrj(degrees("D_Vietnam_2000")).crs).toBe(4756);
    expect(crsOfPrj(degrees("D_Indian_1960")).crs).toBeNull();
  });

  it("is the code of the whole text, not of its parts", () => {
    const coded =
      'PROJCS["x",GEOGCS["VN-2000",DATUM["Vietnam_2000",AUTHORITY["EPSG","6756"]],AUTHORITY["EPSG","4756"]],AUTHORITY["EPSG","9210"]]';
    expect(crsOfPrj(coded).crs).toBe(9210);
    expect(crsOfPrj(coded.replace('"9210"', '"32648"'))).toMatchObject({ crs: null, name: "x" });
    expect(crsOfPrj("").crs).toBeNull();
  });
});

it("the old member of GeoJSON names a system in its several spellings", () => {
  const names = ["urn:ogc:def:crs:EPSG::9213", "EPSG:9213", "http://www.opengis.net/def/crs/EPSG/0/9213"];
  expect(names.map((name) => crsOfName(name).crs)).toEqual([9213, 9213, 9213]);
  expect(crsOfName("urn:ogc:def:crs:OGC:1.3:CRS84").crs).toBe(4326);
  expect([crsOfName("EPSG:32648").crs, crsOfName("local").crs]).toEqual([null, null]);
});

it.skipIf(!hasGdal)(
  "every system of the list is recognised in GDAL's words for it, of ESRI, old or new by turns",
  async () => {
    for (const [i, code] of EPSG_CODES.entries()) {
      const words = (["wkt_esri", "wkt1", "wkt2"] as const)[i % 3] ?? "wkt1";
      expect([code, words, crsOfPrj(await wordsOf(code, words)).crs]).toEqual([code, words, code]);
    }
  },
  60_000,
);
