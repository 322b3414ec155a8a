import { describe, expect, test } from "vitest";
import { plainDate } from "../kernel/dates.ts";
import { bandOf, endOfWeek, facetsOf, loadOf, narrowed, standingItems, waitingKey } from "./listing.ts";
import type { InboxItem } from "./vocabulary.ts";

const FRIDAY = plainDate("2026-11-27");
const ME = "account:me";

function item(id: string, of: Partial<InboxItem> = {}): InboxItem {
  return {
    ...{
      kind: "task",
      id,
      path: `/t/${id}`,
      number: null,
      title: `Việc Mẫu ${id}`,
      procedure: null,
      step: null,
    },
    ...{ state: "open", unit: null, officer: null, waitingOn: null, openedOn: null, handedOn: null },
    ...{ dueOn: null, dueText: null, doneOn: null, zones: [], project: null, places: [], paper: null },
    ...of,
  };
}
const due = (day: string) => ({ dueOn: plainDate(day) });

describe("how an item stands", () => {
  test("is late only from the day after its limit", () => {
    expect(bandOf(item("a", due("2026-11-26")), FRIDAY)).toBe("late");
    expect(bandOf(item("a", due("2026-11-27")), FRIDAY)).toBe("today");
    expect(bandOf(item("a", due("2026-11-29")), FRIDAY)).toBe("week");
    expect(bandOf(item("a", due("2026-11-30")), FRIDAY)).toBe("later");
  });
  test("is never late without a limit, nor once it is done", () => {
    expect(bandOf(item("a"), FRIDAY)).toBe("undated");
    expect(bandOf(item("a", { ...due("2020-01-01"), state: "done" }), FRIDAY)).toBe("closed");
    expect(bandOf(item("a", { ...due("2020-01-01"), state: "dropped" }), FRIDAY)).toBe("closed");
  });
  test("a week ends with its Sunday, also of a Sunday and across years", () => {
    expect(endOfWeek(plainDate("2026-11-23"))).toBe("2026-11-29");
    expect(endOfWeek(plainDate("2026-11-29"))).toBe("2026-11-29");
    expect(endOfWeek(plainDate("2026-12-31"))).toBe("2027-01-03");
    expect(endOfWeek(plainDate("1969-12-31"))).toBe("1970-01-04");
  });
});

describe("whose an item is", () => {
  const items = [
    item("mine", { officer: ME }),
    item("room", { unit: "room" }),
    item("colleague", { officer: "account:other" }),
    item("elsewhere", { unit: "far", officer: "account:far" }),
    item("nobody"),
  ];
  const own = { author: ME, units: ["room"], colleagues: new Set(["account:other"]) };
  const ids = (whose: "mine" | "unit" | "all") =>
    standingItems(items, { whose, own, asOf: FRIDAY }).map((i) => i.id);
  test("mine, my unit's, everyone's", () => {
    expect(ids("mine")).toEqual(["mine"]);
    expect(ids("unit")).toEqual(["colleague", "mine", "room"]);
    expect(ids("all")).toHaveLength(5);
  });
  test("who works in no unit has nothing of a unit but their own", () => {
    const alone = { author: ME, units: [], colleagues: new Set<string>() };
    expect(standingItems(items, { whose: "unit", own: alone, asOf: FRIDAY }).map((i) => i.id)).toEqual([
      "mine",
    ]);
  });
});

test("the most pressing stands first, and says how many days it is late", () => {
  const own = { author: ME, units: [], colleagues: new Set<string>() };
  const items = [
    item("undated"),
    item("later", due("2027-01-01")),
    item("late1", due("2026-11-26")),
    item("late9", due("2026-11-18")),
    item("today", due("2026-11-27")),
  ];
  const shown = standingItems(items, { whose: "all", own, asOf: FRIDAY });
  expect(shown.map((i) => [i.id, i.daysLate])).toEqual([
    ["late9", 9],
    ["late1", 1],
    ["today", null],
    ["later", null],
    ["undated", null],
  ]);
});

test("is narrowed and counted by for whom it waits, late ones apart; what is done waits for nobody", () => {
  const own = { author: ME, units: [], colleagues: new Set<string>() };
  const outside = { waitingOn: { kind: "outside" as const, name: "Sở Mẫu" } };
  const items = [
    item("1", { ...outside, ...due("2026-11-01") }),
    item("2", outside),
    item("3", { officer: ME, ...due("2026-11-01") }),
    item("4"),
  ];
  const all = standingItems(items, { whose: "all", own, asOf: FRIDAY });
  const facets = facetsOf(all, (i) => [{ id: waitingKey(i), label: waitingKey(i) }]);
  expect(facets.map((f) => [f.id, f.count, f.late])).toEqual([
    ["outside:Sở Mẫu", 2, 1],
    [ME, 1, 1],
    ["nobody", 1, 0],
  ]);
  const none = { band: null, kind: null, zone: null, unit: null, procedure: null, officer: null };
  expect(narrowed(all, { ...none, waiting: "outside:Sở Mẫu" }).map((i) => i.id)).toEqual(["1", "2"]);
  expect(narrowed(all, { ...none, waiting: "outside:Sở khác" })).toEqual([]);
});

test("the load of an officer counts what is open; what nobody has stands last", () => {
  const own = { author: ME, units: [], colleagues: new Set<string>() };
  const items = [
    item("1", { officer: "account:b", ...due("2026-11-01") }),
    item("2", { officer: "account:b", state: "done" }),
    item("3", { officer: "account:a", ...due("2026-11-28") }),
    item("4", { officer: "account:a" }),
    item("5"),
  ];
  const all = standingItems(items, { whose: "all", own, asOf: FRIDAY });
  expect(loadOf(all)).toEqual([
    { officer: "account:b", open: 1, late: 1, soon: 0 },
    { officer: "account:a", open: 2, late: 0, soon: 1 },
    { officer: null, open: 1, late: 0, soon: 0 },
  ]);
  const none = { kind: null, zone: null, unit: null, procedure: null, waiting: null };
  expect(narrowed(all, { ...none, band: null, officer: "account:a" }).map((i) => i.id)).toEqual(["3", "4"]);
  expect(narrowed(all, { ...none, band: "late", officer: "account:a" })).toEqual([]);
});
