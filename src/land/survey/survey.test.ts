import { describe, expect, test } from "vitest";
import type { Position } from "../../kernel/geometry.ts";
import type { Epsg } from "../coordinates/systems.ts";
import { fromWgs84, toWgs84 } from "../coordinates/transforming.ts";
import { planeArea } from "../operations/measuring.ts";
import { answerPlot } from "./answer.ts";
import { findColumnKey, type SurveySheet } from "./columns.ts";
import { findDegrees, findMetres } from "./numerals.ts";
import { readSurvey, type Survey, type SurveyOptions } from "./reading.ts";

type Value = string | number | null;
function sheet(...rows: readonly (readonly Value[])[]): SurveySheet {
  return {
    name: "Mẫu",
    rows: rows.map((values, i) => ({
      row: i + 1,
      cells: values.flatMap((value, c) => (value === null || value === "" ? [] : [{ column: c + 1, value }])),
    })),
  };
}

const read = (given: SurveySheet, options: Partial<SurveyOptions> = {}): Survey =>
  readSurvey([given], { crs: 9213, ...options });
const codes = ({ problems }: Survey) => problems.map(({ code }) => code);
const HEAD = ["Số hiệu điểm", "X (m)", "Y (m)", "Cạnh (m)"];
/** 250.5 m by 400 m, a corner cut off by 100 m by 100 m. */
const RING: readonly Position[] = [
  [432_284.94, 2_450_087.83],
  [432_535.44, 2_450_087.83],
  [432_535.44, 2_450_487.83],
  [432_384.94, 2_450_487.83],
  [432_284.94, 2_450_387.83],
];
const AREA = 250.5 * 400 - (100 * 100) / 2;
const rowsOf = (ring: readonly Position[]) => ring.map(([e, n], i): Value[] => [i + 1, n, e]);

describe("a table of corner points", () => {
  test("gives the plot, X being the northing and Y the easting", () => {
    const survey = read(sheet(["BẢNG TỌA ĐỘ"], HEAD, ...rowsOf(RING)));
    expect(survey.problems).toEqual([]);
    expect(survey.warnings).toEqual([]);
    const [plot] = survey.plots;
    expect(plot?.rows).toEqual([3, 4, 5, 6, 7]);
    expect(plot?.boundary).toMatchObject({ crs: 9213, plane: 9213 });
    expect(plot?.boundary.survey[0]?.[0]?.[0]).toEqual([4_322_849_400, 24_500_878_300]);
    expect(planeArea(plot?.shape ?? [])).toBeCloseTo(AREA, 6);
  });

  test("agrees with areas computed otherwise, to 0.001 ha", () => {
    const [plot] = read(sheet(HEAD, ...rowsOf(RING))).plots;
    if (plot === undefined) throw new Error("no plot");
    const answer = answerPlot(plot, null);
    // By the trapezes under each side, the corners taken from a corner near by.
    const near = RING.map(([e, n]) => [e - 432_000, n - 2_450_000] as const);
    const trapezes = near.reduce((sum, [e, n], i) => {
      const [nextE, nextN] = near[(i + 1) % near.length] ?? [0, 0];
      return sum + ((nextE - e) * (n + nextN)) / 2;
    }, 0);
    expect(Math.abs(answer.area - Math.abs(trapezes))).toBeLessThan(10);
    // On the ellipsoid: the plane's area by the square of its scale here, by the series of the projection.
    const latitude = (22.1489 * Math.PI) / 180;
    const [a, e2] = [6_378_137, 0.00669437999014];
    const w = 1 - e2 * Math.sin(latitude) ** 2;
    const radius2 = (a * a * (1 - e2)) / (w * w);
    const middle = (432_410 - 500_000) / 0.9999;
    const scale = 0.9999 * (1 + middle ** 2 / (2 * radius2));
    expect(Math.abs(answer.geodesicArea - AREA / scale ** 2)).toBeLessThan(1);
    expect(answer.geodesicArea - answer.area).toBeGreaterThan(8);
  });

  test("answers with closed rings of GeoJSON against the clock, and no commune where no outlines are", () => {
    const [plot] = read(sheet(HEAD, ...rowsOf([...RING].reverse()))).plots;
    if (plot === undefined) throw new Error("no plot");
    const { geometry, commune } = answerPlot(plot, null);
    const ring = geometry.coordinates[0]?.[0] ?? [];
    expect(ring).toHaveLength(6);
    expect(ring[0]).toEqual(ring[5]);
    expect(commune).toEqual({ known: "unknown" });
    expect(answerPlot(plot, () => []).commune).toEqual({ known: "outside" });
    const communes = [{ code: "00000", name: "xã Mẫu", share: 1 }];
    expect(answerPlot(plot, () => communes).commune).toEqual({ known: "inside", communes });
  });

  test("may have its area, remarks and signatures below", () => {
    const below: Value[][] = [
      ["Diện tích (m2)", 95_200, null],
      ["Tổng cộng", "95.200"],
      [null, "Ngày 12 tháng 11 năm 2026", "Người lập bảng 1"],
    ];
    const survey = read(sheet(HEAD, ...rowsOf(RING), ...below));
    expect(survey.problems).toEqual([]);
    expect(survey.plots[0]?.rows).toEqual([2, 3, 4, 5, 6]);
  });

  test("may repeat the first corner at the end", () => {
    const closed = read(sheet(HEAD, ...rowsOf(RING), [1, RING[0]?.[1] ?? 0, RING[0]?.[0] ?? 0]));
    expect(closed.problems).toEqual([]);
    expect(closed.plots[0]?.shape[0]?.[0]).toHaveLength(5);
  });

  test("in another system counts in the plane of the province", () => {
    const utm = RING.map((at) => fromWgs84(toWgs84(at, 9213), 3405));
    const survey = read(sheet(HEAD, ...rowsOf(utm)), { crs: 3405, plane: 9213 });
    expect(survey.plots[0]?.boundary).toMatchObject({ crs: 3405, plane: 9213 });
    expect(Math.abs(planeArea(survey.plots[0]?.shape ?? []) - AREA)).toBeLessThan(0.5);
    expect(read(sheet(HEAD, ...rowsOf(utm)), { crs: 3405 }).plots[0]?.boundary.plane).toBe(9210);
  });
});

describe("several plots in one table", () => {
  const small = (e: number, n: number, size = 20): Position[] => [
    [432_000 + e, 2_450_000 + n],
    [432_000 + e + size, 2_450_000 + n],
    [432_000 + e + size, 2_450_000 + n + size],
    [432_000 + e, 2_450_000 + n + size],
  ];
  const named = (first: Value, ring: Position[], ...more: Value[]): Value[][] =>
    rowsOf(ring).map((row, i) => [i === 0 ? first : null, ...row, ...(i === 0 ? more : [])]);

  test("by a column of plots, named once each", () => {
    const survey = read(
      sheet(["Lô", "Điểm", "X", "Y"], ...named("CN-01", small(0, 0)), ...named("CN-02", small(20, 0))),
    );
    expect(survey.plots.map(({ name, shape }) => [name, Math.round(planeArea(shape))])).toEqual([
      ["CN-01", 400],
      ["CN-02", 400],
    ]);
  });
  test("by titles between them", () => {
    const survey = read(
      sheet(["Điểm", "X", "Y"], ["Lô CN-01"], ...rowsOf(small(0, 0)), ["Lô CN-02:"], ...rowsOf(small(20, 0))),
    );
    expect(survey.plots.map(({ name }) => name)).toEqual(["Lô CN-01", "Lô CN-02"]);
  });
  test("with a hole: told by a column, by a title, or seen by its place", () => {
    const [outer, hole] = [small(0, 0, 100), small(40, 40)];
    const back = (ring: Position[]) => [...ring, ...ring.slice(0, 1)];
    const tables = [
      sheet(
        ["Vòng", "Điểm", "X", "Y"],
        ...rowsOf(outer).map((r) => ["ngoài", ...r]),
        ...rowsOf(hole).map((r) => ["trong", ...r]),
      ),
      sheet(["Điểm", "X", "Y"], ...rowsOf(outer), ["Vòng trong"], ...rowsOf(hole)),
      sheet(["Điểm", "X", "Y"], ...rowsOf(outer), ...rowsOf(hole)),
      sheet(
        ["Điểm", "X", "Y"],
        ...back(outer).map(([e, n], i) => [(i % 4) + 1, n, e]),
        ...back(hole).map(([e, n], i) => [(i % 4) + 5, n, e]),
      ),
    ];
    for (const table of tables) {
      const survey = read(table);
      expect(survey.problems).toEqual([]);
      expect(survey.plots.map(({ shape }) => Math.round(planeArea(shape)))).toEqual([9600]);
    }
  });
  test("rings apart without a name are parts of one plot, and it is said", () => {
    const survey = read(sheet(["Điểm", "X", "Y"], ...rowsOf(small(0, 0)), ...rowsOf(small(50, 0))));
    expect(survey.plots[0]?.shape).toHaveLength(2);
    expect(survey.warnings.map(({ code }) => code)).toEqual(["survey.unnamedParts"]);
  });
  test("a hole told as such that lies outside is refused", () => {
    const survey = read(
      sheet(["Điểm", "X", "Y"], ...rowsOf(small(0, 0)), ["Vòng trong"], ...rowsOf(small(50, 0))),
    );
    expect(codes(survey)).toEqual(["survey.holeOutside"]);
    expect(survey.problems[0]?.field).toBe("Mẫu!7");
  });
});

describe("a table that cannot be right", () => {
  test("with X and Y swapped is refused, and the mend is offered and may be accepted", () => {
    const table = sheet(HEAD, ...RING.map(([e, n], i) => [i + 1, e, n]));
    const survey = read(table);
    expect(codes(survey)).toEqual(["survey.swapped"]);
    expect(survey.plots).toEqual([]);
    expect(survey.problems[0]?.message.vi).toContain("cả bảng");
    expect(planeArea(survey.mended?.[0]?.shape ?? [])).toBeCloseTo(AREA, 6);
    const accepted = read(table, { acceptSwap: true });
    expect(planeArea(accepted.plots[0]?.shape ?? [])).toBeCloseTo(AREA, 6);
    expect(accepted.warnings.map(({ code }) => code)).toEqual(["survey.swapAccepted"]);
  });
  test("with one row swapped names that row", () => {
    const rows = rowsOf(RING).map(([label, x, y], i) =>
      i === 2 ? [label ?? null, y ?? null, x ?? null] : [label ?? null, x ?? null, y ?? null],
    );
    const survey = read(sheet(HEAD, ...rows));
    expect(survey.problems.map(({ code, field }) => [code, field])).toEqual([["survey.swapped", "Mẫu!4"]]);
    expect(planeArea(survey.mended?.[0]?.shape ?? [])).toBeCloseTo(AREA, 6);
  });
  test("a swap is not accepted where nothing is swapped", () => {
    const survey = read(sheet(HEAD, ...rowsOf(RING)), { acceptSwap: true });
    expect(planeArea(survey.plots[0]?.shape ?? [])).toBeCloseTo(AREA, 6);
    expect(survey.warnings).toEqual([]);
  });
  test.each([3405, 5897] as const)("in another system, EPSG:%i, names that system", (crs: Epsg) => {
    const other = RING.map((at) => fromWgs84(toWgs84(at, 9213), crs));
    const survey = read(sheet(HEAD, ...rowsOf(other)));
    expect(codes(survey)).toEqual(["survey.wrongSystem"]);
    expect(survey.better).toContain(crs);
    expect(survey.problems[0]?.message.vi).toContain(`EPSG:${crs}`);
    expect(read(sheet(HEAD, ...rowsOf(other)), { crs, plane: 9213 }).problems).toEqual([]);
  });
  test("read in a wrong zone of 3° names the right one", () => {
    const survey = read(sheet(HEAD, ...rowsOf(RING)), { crs: 9210, plane: 9213 });
    expect(codes(survey)).toEqual(["survey.wrongSystem"]);
    expect(survey.better).toContain(9213);
  });
  test("in degrees, in metres where degrees are told, in pixels, outside", () => {
    const degrees = rowsOf(RING.map((at) => toWgs84(at, 9213)));
    expect(codes(read(sheet(HEAD, ...degrees)))).toEqual(["survey.degrees"]);
    const printed = [
      ["22°08'49,2\"", "105°50'43,44\""],
      ["22°08'49\"", "105°50'50\""],
      ["22°08'55\"", "105°50'50\""],
    ];
    expect(codes(read(sheet(["X", "Y"], ...printed)))).toEqual(["survey.degrees"]);
    expect(read(sheet(["X", "Y"], ...printed), { crs: 4756, plane: 9213 }).problems).toEqual([]);
    expect(read(sheet(["STT", "Vĩ độ", "Kinh độ"], ...degrees), { crs: 4326 }).problems).toEqual([]);
    expect(codes(read(sheet(HEAD, ...rowsOf(RING)), { crs: 4326 }))).toEqual(["survey.metres"]);
    const pixels: Position[] = [
      [12, 20],
      [800, 20.5],
      [800, 600],
    ];
    expect(codes(read(sheet(HEAD, ...rowsOf(pixels))))).toEqual(["survey.pixels"]);
    const typo = rowsOf(RING.map(([e, n], i) => [e, i === 1 ? n - 900_000 : n]));
    const outside = read(sheet(HEAD, ...typo));
    expect(outside.problems.map(({ code, field }) => [code, field])).toEqual([["survey.outside", "Mẫu!3"]]);
  });
  test("in degrees on Trường Sa or Hoàng Sa is in Vietnam", () => {
    const islands: Position[][] = [
      [
        [114.3, 10.4],
        [114.301, 10.4],
        [114.301, 10.401],
      ],
      [
        [111.6, 16.5],
        [111.601, 16.5],
        [111.601, 16.501],
      ],
    ];
    for (const corners of islands) {
      const survey = read(sheet(["STT", "Vĩ độ", "Kinh độ"], ...rowsOf(corners)), { crs: 4326 });
      expect(survey.problems).toEqual([]);
      expect(survey.plots).toHaveLength(1);
    }
  });
  test("in degrees with latitude and longitude swapped is offered the mend", () => {
    const turned = RING.map((at) => toWgs84(at, 9213)).map(([lon, lat]): Position => [lat, lon]);
    const survey = read(sheet(["STT", "Vĩ độ", "Kinh độ"], ...rowsOf(turned)), { crs: 4326, plane: 9213 });
    expect(codes(survey)).toEqual(["survey.swapped"]);
    expect(Math.abs(planeArea(survey.mended?.[0]?.shape ?? []) - AREA)).toBeLessThan(0.1);
  });
  test("with a ring that does not close", () => {
    const open = read(sheet(HEAD, ...rowsOf(RING), [1, 2_450_088.83, 432_284.94]));
    expect(open.problems.map(({ code, field }) => [code, field])).toContainEqual([
      "survey.notClosed",
      "Mẫu!2,7",
    ]);
    const nearly = read(sheet(["X", "Y"], ...RING.map(([e, n]) => [n, e]), [2_450_087.9, 432_284.94]));
    expect(codes(nearly)).toContain("survey.notClosed");
  });
  test("with a ring that crosses itself names the rows and the place", () => {
    const [a, b, c, d, e] = RING;
    if (!a || !b || !c || !d || !e) throw new Error("five corners");
    const survey = read(sheet(HEAD, ...rowsOf([a, c, b, d, e])));
    expect(codes(survey)).toEqual(["survey.crossing"]);
    expect(survey.problems[0]?.field).toBe("Mẫu!2,4");
    expect(survey.problems[0]?.message.en).toMatch(
      /crosses or touches itself \(rows 2, 4; X 2,450,\d+\.\d\d, Y /,
    );
  });
  test("with too few corners, a repeated one, a coordinate missing or not to be read", () => {
    expect(codes(read(sheet(HEAD, ...rowsOf(RING.slice(0, 2)))))).toEqual(["survey.tooFewCorners"]);
    expect(codes(read(sheet(HEAD, ...rowsOf([...RING.slice(0, 3), ...RING.slice(2)]))))).toEqual([
      "survey.repeatedCorner",
    ]);
    const holes = read(sheet(HEAD, [1, 2_450_087.83, null], [2, "2450O87,83", 432_384.94], ...rowsOf(RING)));
    expect(holes.problems.map(({ code, field }) => [code, field])).toEqual([
      ["survey.coordinateMissing", "Mẫu!2"],
      ["survey.coordinateUnreadable", "Mẫu!3"],
    ]);
  });
  test("without headings or without corners", () => {
    expect(codes(read(sheet(["một", "hai"], [1, 2])))).toEqual(["survey.noColumns"]);
    expect(codes(read(sheet(HEAD, ["", "", ""])))).toEqual(["survey.noCorners"]);
  });
});

describe("printed lengths of sides", () => {
  const SIDES = [250.5, 400, 150.5, 141.42, 300];
  test("agree beside either corner of the side, or on lines of their own", () => {
    const beside = rowsOf(RING).map((row, i) => [...row, SIDES[i] ?? null]);
    const behind = rowsOf(RING).map((row, i) => [...row, SIDES.at(i - 1) ?? null]);
    const between = rowsOf(RING).flatMap((row, i) => [
      row,
      [null, null, null, `${SIDES[i]}`.replace(".", ",")],
    ]);
    for (const table of [beside, behind, between]) {
      const survey = read(sheet(HEAD, ...table));
      expect(survey.problems).toEqual([]);
      expect(survey.warnings).toEqual([]);
    }
  });
  test("that differ are told with their corners, rows and both lengths", () => {
    const table = rowsOf(RING).map((row, i) => [...row, i === 1 ? 401 : (SIDES[i] ?? null)]);
    const { warnings, plots } = read(sheet(HEAD, ...table));
    expect(plots).toHaveLength(1);
    expect(warnings.map(({ code, message }) => [code, message.vi])).toEqual([
      ["survey.sideDiffers", "Cạnh 2–3 (dòng 3, 4) ghi 401,00 m, tính từ tọa độ 400,00 m."],
    ]);
  });
});

describe("headings and numbers", () => {
  test.each([
    ["Tọa độ X (m)", "x"],
    ["X(m)", "x"],
    ["Toạ độ Y", "y"],
    ["Northing", "x"],
    ["E (m)", "y"],
    ["Kinh độ", "y"],
    ["STT", "order"],
    ["Số hiệu mốc", "label"],
    ["Chiều dài (m)", "side"],
    ["Thửa", "plot"],
    ["Ghi chú", undefined],
  ])("%s is %s", (heading, key) => {
    expect(findColumnKey(heading)).toBe(key);
  });
  test("headings may stand in two rows, with column numbers below", () => {
    const survey = read(
      sheet(
        ["Số hiệu điểm", "Tọa độ VN-2000", null, "Cạnh"],
        [null, "X(m)", "Y(m)"],
        ["(1)", "(2)", "(3)", "(4)"],
        ...rowsOf(RING),
      ),
    );
    expect(survey.problems).toEqual([]);
    expect(survey.plots[0]?.rows).toEqual([4, 5, 6, 7, 8]);
  });
  test.each([
    ["2450087,833", 2_450_087.833],
    ["2450087.833", 2_450_087.833],
    ["2.450.087,833", 2_450_087.833],
    ["2,450,087.833", 2_450_087.833],
    ["2 450 087,833", 2_450_087.833],
    ["2.450.087.833", 2_450_087.833],
    ["2.450.087", 2_450_087],
    ["432.284", 432_284],
    ["432,284", 432_284],
    ["432.284,94 m", 432_284.94],
    ["432284,940", 432_284.94],
    [432_284.94, 432_284.94],
    ["12.5", 12.5],
    ["2450O87", null],
    ["2,450.087,8", null],
    ["", null],
  ])("%s m is %s", (text, metres) => {
    expect(findMetres(text)).toBe(metres);
  });
  test.each([
    ["105°50′43,44″", 105.8454],
    ["105°50'43.44\"E", 105.8454],
    ["22°08'49,2\"B", 22.147],
    ["105 50 43.44", 105.8454],
    ["105d50m43.44s", 105.8454],
    ["105,8454", 105.8454],
    ["105.8454°", 105.8454],
    ["-105.5", -105.5],
    ["105°60'00\"", null],
    ["Mốc 5", null],
  ])("%s is %s degrees", (text, degrees) => {
    const found = findDegrees(text);
    if (degrees === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(degrees, 9);
  });
});
