import { describe, expect, test } from "vitest";
import { plainDate } from "../../kernel/dates.ts";
import type { PlotGround } from "../../land/drawing/vocabulary.ts";
import { telling } from "../vocabulary.ts";
import {
  EMPTY_PLOTS,
  EMPTY_WORK,
  findPlotTelling,
  isPlotsTouched,
  plotsDraft,
  plotsDraftOf,
  type Work,
  withChosen,
  withOperation,
} from "./plotsDraft.ts";
import { boardOf, workedOf } from "./plotsOnBoard.ts";
import { beginSteps, doneAgain, stepTo, undone } from "./undoing.ts";

const ids = [1, 2].map((n) => `01900000-0000-7000-8000-00000000000${n}`);
const [one = "", two = ""] = ids;
const [E, N] = [432_000, 2_450_000];
const ring = (east: number): [number, number][] => [
  [E + east, N],
  [E + east + 100, N],
  [E + east + 100, N + 100],
  [E + east, N + 100],
];
const plot = (id: string, number: string, east: number): PlotGround["plots"][number] => ({
  ...{ id, number, landUse: "industrial", landUseLabel: "", status: "free", statusLabel: "" },
  ...{ shape: [[ring(east)]], measured: 10_000, area: null },
});
const ground: PlotGround = {
  ...{ zone: { id: one, key: "mau", label: "CCN Mẫu" }, asOf: plainDate("2024-06-01"), commit: 3 },
  ...{
    tolerance: { metres: 0.01, squareMetres: 0.5 },
    plane: { epsg: 9213, name: "" },
    outline: null,
    decided: null,
    measured: null,
  },
  ...{ sums: [], drawn: 20_000, difference: null, total: 2, hidden: 0 },
  plots: [plot(one, "CN-1", 0), plot(two, "CN-2", 100)],
};
const told = (of: Partial<Work>) => {
  const work = { ...EMPTY_WORK, ...of };
  return findPlotTelling(work, { ground, worked: workedOf(work, ground), lang: "vi" });
};
const across = `${N - 1}; ${E + 30}\n${N + 101}; ${E + 30}`;

describe("what stands on the page of plots", () => {
  test("tells of nothing until it is whole", () => {
    expect(told({})).toBeNull();
    expect(told({ operation: "split", chosen: [one] })).toBeNull();
    expect(told({ operation: "split", chosen: [one], corners: "hai mét" })).toBeNull();
    expect(told({ operation: "merge", chosen: [one] })).toBeNull();
    expect(told({ operation: "state", chosen: [one] })).toBeNull();
    expect(told({ operation: "cancel" })).toBeNull();
    expect(told({ operation: "redraw", corners: across })).toBeNull();
  });

  test("splits with proposed numbers or typed ones, and merges", () => {
    const split = { operation: "split" as const, chosen: [one], corners: across };
    expect(told(split)).toMatchObject({ plot: one, numbers: ["CN-1a", "CN-1b"] });
    expect(told({ ...split, numbers: ["", "CN-7"] })).toMatchObject({ numbers: ["CN-1a", "CN-7"] });
    expect(told({ operation: "merge", chosen: [one, two] })).toMatchObject({
      plots: [one, two],
      number: "CN-1",
    });
    expect(told({ operation: "border", chosen: [one, two], corners: across })).toMatchObject({
      plots: [one, two],
    });
  });

  test("draws only once each new plot has a number and a use", () => {
    const survey = [[ring(200).map(([x, y]): [number, number] => [x * 10_000, y * 10_000])]];
    const drawn = { crs: 9213, accuracy: 0, survey };
    const fresh = {
      key: "a",
      number: "CN-3",
      landUse: "industrial" as const,
      area: "10.001",
      where: "",
      drawn,
    };
    expect(told({ plots: [fresh] })).toMatchObject({ plots: [{ number: "CN-3", area: 10_001 }] });
    expect(told({ plots: [fresh, { ...fresh, landUse: null }] })).toBeNull();
    expect(told({ plots: [{ ...fresh, number: " " }] })).toBeNull();
    expect(told({ plots: [{ ...fresh, area: "chừng" }] })).toBeNull();
    const over = {
      ...fresh,
      number: "CN-4",
      drawn: { ...drawn, survey: [[ring(150).map(([x, y]): [number, number] => [x * 10_000, y * 10_000])]] },
    };
    const work = { ...EMPTY_WORK, plots: [over] };
    const { marks } = boardOf(work, { ground, worked: workedOf(work, ground) });
    expect(marks.map((m) => m.message.vi)).toEqual([expect.stringContaining("CN-2")]);
  });

  test("tells of a state only what was told", () => {
    const state = {
      ...EMPTY_WORK.state,
      site: "cleared" as const,
      price: "1.200.000",
      sectors: "may mặc; giày",
    };
    expect(told({ operation: "state", chosen: [one], state })).toEqual({
      ...{ operation: "state", plots: [one] },
      set: { site: "cleared", price: 1_200_000, sectors: ["may mặc", "giày"] },
    });
  });

  test("chooses no more plots than the operation is about", () => {
    const split = withChosen(withChosen({ ...EMPTY_WORK, operation: "split" }, one), two);
    expect(split.chosen).toEqual([two]);
    expect(withChosen(split, two).chosen).toEqual([]);
    expect(withOperation({ ...split, operation: "state", chosen: [one, two] }, "split").chosen).toEqual([
      two,
    ]);
    expect(withChosen(EMPTY_WORK, one).chosen).toEqual([]);
  });

  test("is the same after it was kept, and is no draft before anything was done", () => {
    const work: Work = { ...EMPTY_WORK, operation: "split", chosen: [one], corners: across };
    expect(plotsDraft.parse(JSON.parse(JSON.stringify({ ...EMPTY_PLOTS, work })))).toEqual({
      ...EMPTY_PLOTS,
      work,
    });
    expect(isPlotsTouched(EMPTY_PLOTS)).toBe(false);
    expect(isPlotsTouched({ ...EMPTY_PLOTS, work: { ...EMPTY_WORK, operation: "merge" } })).toBe(false);
    expect(isPlotsTouched({ ...EMPTY_PLOTS, work })).toBe(true);
  });
});

describe("a proposal that was sent back", () => {
  const survey = [[ring(200).map(([x, y]): [number, number] => [x * 10_000, y * 10_000])]];
  const drawn = { crs: 9213, accuracy: 50, survey };
  const works: readonly Partial<Work>[] = [
    { operation: "split", chosen: [one], corners: across },
    { operation: "border", chosen: [one, two], corners: across },
    { operation: "merge", chosen: [one, two] },
    { operation: "cancel", chosen: [two] },
    { operation: "redraw", chosen: [one], shape: { ...drawn, where: "" } },
    { operation: "outline", shape: { ...drawn, where: "" } },
    { plots: [{ key: "a", number: "CN-3", landUse: "other", area: "9.999", where: "dòng 2", drawn }] },
    {
      operation: "state",
      chosen: [one],
      state: { ...EMPTY_WORK.state, site: "serviced", utilities: ["power"] },
    },
  ];

  test.each(works)("stands on the page again as it was told: $operation", (work) => {
    const plots = told(work);
    if (plots === null) throw new Error("it tells of something");
    const whole = telling.parse({
      ...{ about: "plots", paper: { kind: "known", id: one }, subject: one, plots, expected: 3 },
      from: { kind: "on", date: "2024-06-01" },
    });
    const again = plotsDraftOf(whole, { paper: "1/QĐ-UBND", plane: 9213, lang: "vi" });
    expect(again.frame.fromDate).toBe("01/06/2024");
    const retold = told(again.work);
    // A line goes through degrees and back: the same to a tenth of a millimetre.
    const rounded = (value: unknown): unknown =>
      JSON.parse(
        JSON.stringify(value, (_, inner: unknown) =>
          typeof inner === "number" ? Math.round(inner * 1e7) / 1e7 : inner,
        ),
      );
    expect(rounded(retold)).toEqual(rounded(plots));
  });
});

describe("undoing", () => {
  test("takes back step by step, and does again until another step is taken", () => {
    const typed = (text: string, about: string | null, at: number) => ({ text, about, at });
    const steps = [typed("a", "field", 10), typed("ab", "field", 20), typed("abc", null, 30)].reduce(
      (s, { text, about, at }) => stepTo(s, text, { about, at }),
      beginSteps(""),
    );
    expect(undone(steps).now).toBe("ab");
    // What was typed in one go goes in one go.
    expect(undone(undone(steps)).now).toBe("");
    expect(undone(undone(undone(steps))).now).toBe("");
    expect(doneAgain(undone(undone(steps))).now).toBe("ab");
    expect(doneAgain(stepTo(undone(steps), "x", { about: null, at: 40 })).now).toBe("x");
  });

  test("keeps what was typed after a pause apart", () => {
    const first = stepTo(beginSteps(""), "a", { about: "field", at: 0 });
    expect(undone(stepTo(first, "ab", { about: "field", at: 5_000 })).now).toBe("a");
  });
});
