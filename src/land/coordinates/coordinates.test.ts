import fc from "fast-check";
import proj4 from "proj4";
import { describe, expect, test } from "vitest";
import { boundary, DEGREE_STEPS, METRE_STEPS, type Position, type Shape } from "../../kernel/geometry.ts";
import { boundaryOf, inPlane } from "./boundaries.ts";
import {
  EPSG_CODES,
  type Epsg,
  findPlaneOf,
  findSystem,
  getSystem,
  isPlane,
  isWithin,
  planeNear,
  SYSTEMS,
} from "./systems.ts";
import { fromWgs84, proj4Of, toWgs84 } from "./transforming.ts";

const MILLIMETRE = 0.001;
/** A millimetre in degrees, along the equator. */
const DEGREES = MILLIMETRE / 111_320;

/** Computed by PROJ 9.1.1 (`cs2cs EPSG:4326 EPSG:…`), which has the shift from EPSG itself. */
const INDEPENDENT: readonly (readonly [Epsg, Position, Position])[] = [
  [9213, [105.8454, 22.147], [432284.940483, 2450087.833095]],
  [9213, [105.85, 21.03], [432243.177298, 2326413.227508]],
  [3405, [105.85, 21.03], [588128.027639, 2325811.03142]],
  [3405, [105.8454, 22.147], [586978.705157, 2449447.903688]],
  [5896, [101.3457, 16.4321], [429929.751646952, 1817498.085545226]],
  [5897, [104.3457, 16.4321], [429929.986216585, 1817501.019704442]],
  [5898, [107.3457, 16.4321], [429930.757537961, 1817503.945142975]],
  [5899, [107.0957, 16.4321], [429930.672802068, 1817503.701885422]],
  [9205, [102.3457, 16.4321], [429929.770127903, 1817499.064071069]],
  [9206, [103.3457, 16.4321], [429929.84832569, 1817500.04222346]],
  [9207, [103.8457, 16.4321], [429929.909811694, 1817500.531066493]],
  [9208, [104.0957, 16.4321], [429929.946149615, 1817500.775413429]],
  [9209, [104.8457, 16.4321], [429930.07753456, 1817501.508100098]],
  [9210, [105.0957, 16.4321], [429930.128783828, 1817501.752195441]],
  [9211, [105.3457, 16.4321], [429930.183758675, 1817501.996216265]],
  [9212, [105.5957, 16.4321], [429930.242458054, 1817502.240157922]],
  [9213, [105.8457, 16.4321], [429930.304880852, 1817502.48401577]],
  [9214, [106.3457, 16.4321], [429930.440891878, 1817502.971461466]],
  [9215, [106.5957, 16.4321], [429930.514477519, 1817503.215040033]],
  [9216, [106.8457, 16.4321], [429930.591781407, 1817503.458516231]],
  [9217, [107.5957, 16.4321], [429930.845987474, 1817504.188284255]],
  [9218, [107.8457, 16.4321], [429930.938148924, 1817504.431304635]],
  [3406, [110.3457, 16.4321], [429953.085982594, 1816961.547255466]],
  [4756, [105.3457, 16.4321], [105.343866897, 16.433097886]],
];

function apart(a: Position, b: Position): number {
  return Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]));
}

describe("VN-2000 agrees with positions computed elsewhere", () => {
  test.each(INDEPENDENT)("EPSG:%i at %j is %j, to a millimetre, there and back", (epsg, degrees, own) => {
    const unit = isPlane(getSystem(epsg)) ? MILLIMETRE : DEGREES;
    expect(apart(fromWgs84(degrees, epsg), own)).toBeLessThan(unit);
    expect(apart(toWgs84(own, epsg), degrees)).toBeLessThan(DEGREES);
  });

  test("every system of VN-2000 is among them", () => {
    const seen = new Set(INDEPENDENT.map(([epsg]) => epsg));
    expect(EPSG_CODES.filter((epsg) => epsg !== 4326 && !seen.has(epsg))).toEqual([]);
  });

  test("rotations with the signs of EPSG unturned would be some 0.7 m off, though their way back is exact", () => {
    const wrong = proj4(proj4Of(getSystem(4326)), proj4Of(getSystem(9213), false));
    const [east, north] = wrong.forward([105.8454, 22.147]);
    const off = Math.hypot((east ?? 0) - 432284.940483, (north ?? 0) - 2450087.833095);
    expect(off).toBeGreaterThan(0.5);
    expect(off).toBeLessThan(1);
    const [longitude, latitude] = wrong.inverse([east ?? 0, north ?? 0]);
    expect(apart([longitude ?? 0, latitude ?? 0], [105.8454, 22.147])).toBeLessThan(2 * DEGREES);
  });

  test("in any system, anywhere in Vietnam, the way back leads to where one came from, to a micrometre", () => {
    const longitude = fc.double({ min: 102.14, max: 109.53, noNaN: true });
    const latitude = fc.double({ min: 8.33, max: 23.4, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...EPSG_CODES), longitude, latitude, (epsg, x, y) => {
        expect(apart(toWgs84(fromWgs84([x, y], epsg), epsg), [x, y])).toBeLessThan(DEGREES / 1000);
      }),
    );
  });
});

describe("systems", () => {
  test("each has a name in both languages, and a plane its meridian", () => {
    for (const system of Object.values(SYSTEMS)) {
      expect(system.name.vi).not.toBe("");
      expect(system.name.en).not.toBe("");
      expect(system.meridian === null).toBe(!isPlane(system));
    }
    expect(SYSTEMS[9213].name.vi).toBe("VN-2000, múi chiếu 3°, kinh tuyến trục 106°30′");
    expect(SYSTEMS[5897].name.en).toBe("VN-2000, 3° zone, central meridian 105°00′ (zone 482)");
  });

  test("Bắc Kạn and Thái Nguyên count in 9213, though another meridian lies nearer", () => {
    expect(findPlaneOf("Bắc Kạn")?.epsg).toBe(9213);
    expect(findPlaneOf("Thái Nguyên")?.epsg).toBe(9213);
    expect(planeNear([105.8454, 22.147]).epsg).toBe(9210);
    expect(planeNear([106.6, 22]).epsg).toBe(9213);
    expect(findPlaneOf("Mẫu")).toBeUndefined();
  });

  test("no province is named twice, and what is no system is not found", () => {
    const provinces = Object.values(SYSTEMS).flatMap((s) => s.provinces);
    expect(new Set(provinces).size).toBe(provinces.length);
    expect(findSystem(3857)).toBeUndefined();
    expect(() => getSystem(3857)).toThrow(RangeError);
    expect(isWithin([106.25, 22], SYSTEMS[9213].area)).toBe(true);
    expect(isWithin([106.26, 22], SYSTEMS[9213].area)).toBe(false);
  });
});

describe("a boundary", () => {
  const shape: Shape = [
    [
      [
        [432284.94, 2450087.8331],
        [432384.94, 2450087.8331],
        [432384.94, 2450187.8331],
      ],
    ],
  ];

  test("keeps the survey in whole steps beside WGS84, and gives the survey back in its own plane", () => {
    const kept = boundaryOf({ shape, crs: 9213, plane: 9213, accuracyMm: 30 });
    expect(boundary.parse(kept)).toEqual(kept);
    expect(kept.survey[0]?.[0]?.[0]).toEqual([4322849400, 24500878331]);
    expect(Math.abs((kept.wgs84[0]?.[0]?.[0]?.[0] ?? 0) - 105.8454 * DEGREE_STEPS)).toBeLessThan(10);
    expect(kept.accuracy).toBe(30);
    expect(inPlane(kept)).toEqual(shape);
  });

  test("surveyed in another system comes into the plane through WGS84, to a step", () => {
    const degrees = shape.map((p) => p.map((r) => r.map((at) => toWgs84(at, 9213))));
    const kept = boundaryOf({ shape: degrees, crs: 4326, plane: 9213 });
    expect(kept.accuracy).toBe(0);
    const back = inPlane(kept)[0]?.[0]?.[0] ?? [0, 0];
    expect(apart(back, [432284.94, 2450087.8331])).toBeLessThan(2 / METRE_STEPS);
    const utm = boundaryOf({ shape: inPlane(kept, 3405), crs: 3405, plane: 9213 });
    expect(apart(inPlane(utm)[0]?.[0]?.[0] ?? [0, 0], [432284.94, 2450087.8331])).toBeLessThan(MILLIMETRE);
  });

  test("has no shape in a system of degrees or of another country", () => {
    const kept = boundaryOf({ shape, crs: 9213, plane: 9213 });
    expect(() => inPlane(kept, 4326)).toThrow("no plane");
    expect(() => inPlane(kept, 32648)).toThrow("no system");
  });
});
