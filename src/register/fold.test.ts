import { describe, expect, test } from "vitest";
import { effectiveFrom, recorded } from "../../tests/register-fixture/builders.ts";
import { type PartialDate, partialDate, plainDate } from "../kernel/dates.ts";
import { periodOn, periodsOf, type RecordedChange, withdrawnIds } from "./fold.ts";
import type { Standing } from "./vocabulary.ts";

type Way = { readonly to?: string; readonly standing?: Standing; readonly evidence?: string };

/** Changes in the order of recording, each in a commit of its own, named a, b, c, … */
function history(
  ...tellers: ReadonlyArray<(at: { id: string; commit: number }) => RecordedChange>
): readonly RecordedChange[] {
  return tellers.map((tell, i) => tell({ id: String.fromCharCode(97 + i), commit: i + 1 }));
}

function span(from: string, way: Way) {
  const to: PartialDate | null = way.to === undefined ? null : partialDate(way.to);
  const standing: Standing = way.standing ?? "says";
  return { from: effectiveFrom(from), to, standing };
}

function area(value: number, from: string, way: Way = {}) {
  return ({ id, commit }: { id: string; commit: number }): RecordedChange => ({
    ...recorded(id, { commit, ...(way.evidence === undefined ? {} : { evidence: way.evidence }) }),
    ...span(from, way),
    kind: "set",
    attributes: { area: value },
  });
}

function name(value: string, from: string, way: Way = {}) {
  return ({ id, commit }: { id: string; commit: number }): RecordedChange => ({
    ...recorded(id, { commit, ...(way.evidence === undefined ? {} : { evidence: way.evidence }) }),
    ...span(from, way),
    kind: "set",
    attributes: { name: value },
  });
}

function unknownArea(from: string, way: Way = {}) {
  return ({ id, commit }: { id: string; commit: number }): RecordedChange => ({
    ...recorded(id, { commit }),
    ...span(from, way),
    kind: "clear",
    attributes: ["area"],
  });
}

function withdraw(withdraws: string) {
  return ({ id, commit }: { id: string; commit: number }): RecordedChange => ({
    ...recorded(id, { commit }),
    kind: "withdraw",
    withdraws,
  });
}

/** What the area is, stretch by stretch: `from..to value`. */
function areas(changes: readonly RecordedChange[]): readonly string[] {
  return periodsOf(changes).map((p) => `${p.from}..${p.to ?? ""} ${p.attributes.area ?? "?"}`);
}

describe("from when a value holds", () => {
  test("a value on a day holds from that day on", () => {
    expect(areas(history(area(5, "2023-11-30")))).toEqual(["2023-11-30.. 5"]);
  });

  test("a value in a month answers for every day of the month", () => {
    expect(areas(history(area(5, "2023-11")))).toEqual(["2023-11-01.. 5"]);
  });

  test("a value in a year answers for every day of the year", () => {
    expect(areas(history(area(5, "2023")))).toEqual(["2023-01-01.. 5"]);
  });

  test("a value known by a month holds from its first day, and its source says that it may be older", () => {
    const [period] = periodsOf(history(area(5, "by 2023-11")));
    expect(period?.from).toBe("2023-11-01");
    expect(period?.sources.area).toMatchObject({ since: "2023-11", sinceKind: "by", change: "a" });
  });

  test("a closing day is inclusive: the value holds on it and not on the next", () => {
    const periods = periodsOf(history(area(5, "2023-01-01", { to: "2023-06-30" })));
    expect(periodOn(periods, plainDate("2023-06-30"))?.attributes.area).toBe(5);
    expect(periodOn(periods, plainDate("2023-07-01"))).toBeNull();
  });

  test("a closing month is over when its last day is", () => {
    expect(areas(history(area(5, "2023", { to: "2024-02" })))).toEqual(["2023-01-01..2024-03-01 5"]);
  });

  test("before the first change nothing is known", () => {
    expect(periodOn(periodsOf(history(area(5, "2023-01-01"))), plainDate("2022-12-31"))).toBeNull();
  });
});

describe("open changes", () => {
  test("the latest start not after the day holds, in whatever order they were recorded", () => {
    const expected = ["2021-01-01..2023-01-01 3", "2023-01-01.. 5"];
    expect(areas(history(area(3, "2021"), area(5, "2023")))).toEqual(expected);
    expect(areas(history(area(5, "2023"), area(3, "2021")))).toEqual(expected);
  });

  test("of two with the same start the one recorded later holds", () => {
    expect(areas(history(area(3, "2021"), area(4, "2021-01-01")))).toEqual(["2021-01-01.. 4"]);
  });

  test("within one commit the later ordinal is the later recorded", () => {
    const first = area(3, "2021")({ id: "a", commit: 1 });
    const second: RecordedChange = { ...area(4, "2021")({ id: "b", commit: 1 }), ordinal: 1 };
    expect(areas([second, first])).toEqual(["2021-01-01.. 4"]);
  });
});

describe("closed changes", () => {
  test("one covers the open one, which then shows again", () => {
    const changes = history(area(3, "2021"), area(9, "2022-03-01", { to: "2022-03-31" }));
    expect(areas(changes)).toEqual([
      "2021-01-01..2022-03-01 3",
      "2022-03-01..2022-04-01 9",
      "2022-04-01.. 3",
    ]);
  });

  test("of two closed ones the later recorded wins where they overlap", () => {
    const changes = history(
      area(1, "2022-01-01", { to: "2022-01-20" }),
      area(2, "2022-01-10", { to: "2022-01-31" }),
    );
    expect(areas(changes)).toEqual(["2022-01-01..2022-01-10 1", "2022-01-10..2022-02-01 2"]);
  });

  test("of two closed ones the earlier recorded shows again after the later one ends inside it", () => {
    const changes = history(area(1, "2022", { to: "2022" }), area(2, "2022-03", { to: "2022-03" }));
    expect(areas(changes)).toEqual([
      "2022-01-01..2022-03-01 1",
      "2022-03-01..2022-04-01 2",
      "2022-04-01..2023-01-01 1",
    ]);
  });

  test("an open one recorded later that starts inside a closed one cuts it there", () => {
    const changes = history(area(1, "2022", { to: "2022" }), area(7, "2022-06-01"));
    expect(areas(changes)).toEqual(["2022-01-01..2022-06-01 1", "2022-06-01.. 7"]);
  });

  test("an open one recorded earlier does not cut a closed one; it waits for its end", () => {
    const changes = history(area(7, "2022-06-01"), area(1, "2022", { to: "2022" }));
    expect(areas(changes)).toEqual(["2022-01-01..2023-01-01 1", "2023-01-01.. 7"]);
  });

  test("an open one recorded later that starts on the same day leaves nothing of the closed one", () => {
    expect(areas(history(area(1, "2022", { to: "2022" }), area(7, "2022-01-01")))).toEqual([
      "2022-01-01.. 7",
    ]);
  });

  test("an open one recorded later that starts before the closed one does not cut it", () => {
    const changes = history(area(1, "2022", { to: "2022" }), area(7, "2021"));
    expect(areas(changes)).toEqual([
      "2021-01-01..2022-01-01 7",
      "2022-01-01..2023-01-01 1",
      "2023-01-01.. 7",
    ]);
  });

  test("an open one that starts on the day after a closing day touches nothing", () => {
    const changes = history(area(1, "2022", { to: "2022" }), area(7, "2023-01-01"));
    expect(areas(changes)).toEqual(["2022-01-01..2023-01-01 1", "2023-01-01.. 7"]);
  });

  test("a closed one that was cut does not come back after the one that cut it", () => {
    const changes = history(
      area(1, "2022", { to: "2022" }),
      area(7, "2022-06-01"),
      area(8, "2022-08", { to: "2022-08" }),
    );
    expect(areas(changes)).toEqual([
      "2022-01-01..2022-06-01 1",
      "2022-06-01..2022-08-01 7",
      "2022-08-01..2022-09-01 8",
      "2022-09-01.. 7",
    ]);
  });
});

describe("clearing", () => {
  test("from a clear on the value is unknown, and the stretch before stays", () => {
    expect(areas(history(area(3, "2021"), unknownArea("2022")))).toEqual(["2021-01-01..2022-01-01 3"]);
  });

  test("a closed clear covers the value and then lets it show again", () => {
    expect(areas(history(area(3, "2021"), unknownArea("2022", { to: "2022" })))).toEqual([
      "2021-01-01..2022-01-01 3",
      "2023-01-01.. 3",
    ]);
  });

  test("clearing one attribute leaves the others", () => {
    const periods = periodsOf(history(area(3, "2021"), name("A", "2021"), unknownArea("2022")));
    expect(periods.map((p) => p.attributes)).toEqual([{ area: 3, name: "A" }, { name: "A" }]);
  });
});

describe("withdrawing", () => {
  test("what a withdrawal names is ignored, and what it hid shows again", () => {
    expect(areas(history(area(3, "2021"), area(5, "2022"), withdraw("b")))).toEqual(["2021-01-01.. 3"]);
  });

  test("a withdrawn withdrawal lets the change hold again", () => {
    const changes = history(area(3, "2021"), area(5, "2022"), withdraw("b"), withdraw("c"));
    expect([...withdrawnIds(changes)]).toEqual(["c"]);
    expect(areas(changes)).toEqual(["2021-01-01..2022-01-01 3", "2022-01-01.. 5"]);
  });

  test("a withdrawal of the withdrawal of a withdrawal takes the change away again", () => {
    const changes = history(area(5, "2022"), withdraw("a"), withdraw("b"), withdraw("c"));
    expect(areas(changes)).toEqual([]);
  });

  test("a change that was withdrawn no longer cuts a closed one", () => {
    const changes = history(area(1, "2022", { to: "2022" }), area(7, "2022-06-01"), withdraw("b"));
    expect(areas(changes)).toEqual(["2022-01-01..2023-01-01 1"]);
  });

  test("withdrawing the only change leaves no stretch", () => {
    expect(areas(history(area(1, "2022"), withdraw("a")))).toEqual([]);
  });
});

describe("deciding before saying", () => {
  test("a deciding paper holds although a later report says otherwise", () => {
    const changes = history(area(40, "2021", { standing: "decides" }), area(43, "2023"));
    expect(areas(changes)).toEqual(["2021-01-01.. 40"]);
  });

  test("before the deciding paper covers the day the best report holds", () => {
    const changes = history(area(43, "2020"), area(40, "2021", { standing: "decides" }));
    expect(areas(changes)).toEqual(["2020-01-01..2021-01-01 43", "2021-01-01.. 40"]);
  });

  test("when a closed decision ends, the report shows again", () => {
    const changes = history(area(43, "2020"), area(40, "2021", { standing: "decides", to: "2021" }));
    expect(areas(changes)).toEqual([
      "2020-01-01..2021-01-01 43",
      "2021-01-01..2022-01-01 40",
      "2022-01-01.. 43",
    ]);
  });

  test("an open report recorded later does not cut a closed decision", () => {
    const changes = history(area(40, "2021", { standing: "decides", to: "2021" }), area(43, "2021-06"));
    expect(areas(changes)).toEqual(["2021-01-01..2022-01-01 40", "2022-01-01.. 43"]);
  });

  test("an open decision recorded later cuts no report: where the decision covers the day it holds anyway", () => {
    const changes = history(area(43, "2021", { to: "2021" }), area(40, "2021-06", { standing: "decides" }));
    expect(areas(changes)).toEqual(["2021-01-01..2021-06-01 43", "2021-06-01.. 40"]);
  });

  test("a deciding clear makes the value unknown whatever is said", () => {
    const changes = history(area(43, "2020"), unknownArea("2021", { standing: "decides" }));
    expect(areas(changes)).toEqual(["2020-01-01..2021-01-01 43"]);
  });

  test("a clear that is only said does not touch what is decided", () => {
    const changes = history(area(40, "2020", { standing: "decides" }), unknownArea("2021"));
    expect(areas(changes)).toEqual(["2020-01-01.. 40"]);
  });

  test("a withdrawn decision lets the best report count again", () => {
    const changes = history(area(43, "2020"), area(40, "2020", { standing: "decides" }), withdraw("b"));
    expect(areas(changes)).toEqual(["2020-01-01.. 43"]);
  });
});

describe("stretches of days", () => {
  test("attributes that change on different days make a stretch for each combination", () => {
    const periods = periodsOf(history(area(3, "2021"), name("A", "2020"), name("B", "2022")));
    expect(periods.map((p) => [p.from, p.to, p.attributes])).toEqual([
      ["2020-01-01", "2021-01-01", { name: "A" }],
      ["2021-01-01", "2022-01-01", { name: "A", area: 3 }],
      ["2022-01-01", null, { name: "B", area: 3 }],
    ]);
  });

  test("a change that nothing shows of makes no border", () => {
    const changes = history(area(40, "2021", { standing: "decides" }), area(1, "2022", { to: "2022" }));
    expect(areas(changes)).toEqual(["2021-01-01.. 40"]);
  });

  test("the evidence of a stretch is its newest paper", () => {
    const periods = periodsOf(
      history(area(3, "2020", { evidence: "2020-05-02" }), name("A", "2021", { evidence: "2023-11" })),
    );
    expect(periods.map((p) => p.evidence)).toEqual(["2020-05-02", "2023-11"]);
  });

  test("dates far in the future are dates like any other", () => {
    expect(areas(history(area(3, "2021"), area(4, "9998-01-01")))).toEqual([
      "2021-01-01..9998-01-01 3",
      "9998-01-01.. 4",
    ]);
  });

  test("no change gives no stretch", () => {
    expect(periodsOf([])).toEqual([]);
  });
});
