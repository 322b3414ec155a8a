import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, partialDate, partialOfDay, plainDate } from "../kernel/dates.ts";
import { holding, type RecordedChange, statementsOf } from "../register/public.ts";
import { differencesBetween, tellSame, touchedSince } from "./differing.ts";

const START = plainDate("2020-01-01");
const DAYS = 30;

type Given = {
  readonly from: number;
  readonly long: number | null;
  readonly area: number | null;
  readonly says: boolean;
};
const given = fc.record({
  from: fc.nat(DAYS - 1),
  long: fc.option(fc.nat(8)),
  area: fc.option(fc.integer({ min: 1, max: 3 })),
  says: fc.boolean(),
});

function changeOf({ from, long, area, says }: Given, commit: number): RecordedChange {
  const begin = addDays(START, from);
  const base = {
    ...{ id: `c${commit}`, commit, ordinal: 0, document: `d${commit}`, evidence: null },
    from: { kind: "on", date: partialOfDay(begin) },
    to: long === null ? null : partialOfDay(addDays(begin, long)),
    standing: says ? "says" : "decides",
  } as const;
  return area === null
    ? { ...base, kind: "clear", attributes: ["area"] }
    : { ...base, kind: "set", attributes: { area } };
}

const histories = fc.tuple(
  fc.array(given, { maxLength: 5 }),
  fc.array(given, { minLength: 1, maxLength: 3 }),
);

describe("the differences between two states of knowledge", () => {
  test("cover exactly the days on which the value is another", () => {
    fc.assert(
      fc.property(histories, ([old, fresh]) => {
        const before = old.map((g, i) => changeOf(g, i + 1));
        const after = [...before, ...fresh.map((g, i) => changeOf(g, old.length + i + 1))];
        const differences = differencesBetween(before, after);
        const at = (changes: readonly RecordedChange[], day: typeof START) =>
          holding(statementsOf(changes).get("area") ?? [], day);
        for (let i = -1; i < DAYS + 12; i++) {
          const day = addDays(START, i);
          const covering = differences.filter((d) => d.from <= day && (d.to === null || day < d.to));
          const [was, is] = [at(before, day), at(after, day)];
          expect(covering).toHaveLength(tellSame(was, is) ? 0 : 1);
          for (const d of covering) expect(tellSame(d.before, was) && tellSame(d.after, is)).toBe(true);
        }
      }),
    );
  });
  test("are none where nothing is added, and never two that could be one", () => {
    fc.assert(
      fc.property(histories, ([old, fresh]) => {
        const before = old.map((g, i) => changeOf(g, i + 1));
        expect(differencesBetween(before, before)).toEqual([]);
        const after = [...before, ...fresh.map((g, i) => changeOf(g, old.length + i + 1))];
        const differences = differencesBetween(before, after);
        differences.slice(1).forEach((d, i) => {
          const last = differences[i];
          const joined =
            last?.to === d.from && tellSame(last.before, d.before) && tellSame(last.after, d.after);
          expect(joined).toBe(false);
        });
      }),
    );
  });
});

describe("what others touched", () => {
  const area = (commit: number, value: number, from: string): RecordedChange => ({
    ...{ id: `c${commit}`, commit, ordinal: 0, document: `d${commit}`, evidence: null },
    kind: "set",
    attributes: { area: value },
    from: { kind: "on", date: partialDate(from) },
    to: null,
    standing: "decides",
  });
  const day = plainDate("2026-02-01");
  test("is only what came after the commit that was seen", () => {
    const changes = [area(1, 50, "2020-01-01"), area(2, 52, "2026-01-01")];
    expect(touchedSince(changes, { seen: 2, day })).toEqual([]);
    expect(touchedSince(changes, { seen: 1, day })).toMatchObject([
      { attribute: "area", was: { value: 50 }, is: { value: 52 }, by: { document: "d2" } },
    ]);
  });
  test("shows a change that begins after the told day on its own first day", () => {
    const changes = [area(1, 50, "2020-01-01"), area(2, 60, "2027-01-01")];
    expect(touchedSince(changes, { seen: 1, day })).toMatchObject([
      { was: { value: 50 }, is: { value: 60 } },
    ]);
  });
  test("shows what was taken back as not known any more", () => {
    const back: RecordedChange = {
      ...{ id: "w", commit: 2, ordinal: 0, document: "d2", evidence: null },
      kind: "withdraw",
      withdraws: "c1",
    };
    expect(touchedSince([area(1, 50, "2020-01-01"), back], { seen: 1, day })).toMatchObject([
      { attribute: "area", was: { value: 50 }, is: { value: null, document: null } },
    ]);
  });
});
