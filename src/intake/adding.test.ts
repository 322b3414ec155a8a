import { describe, expect, test } from "vitest";
import { exclusiveEnd, firstDay, partialDate } from "../kernel/dates.ts";
import type { AttributeValue, Effective, Standing, Statement } from "../register/public.ts";
import { additionOf, sameValue, type Told } from "./adding.ts";

type Given = {
  readonly value?: AttributeValue;
  readonly from?: string;
  readonly to?: string | null;
  readonly standing?: Standing;
  readonly document?: string;
  readonly evidence?: string | null;
};

const effective = (date: string): Effective => ({
  kind: date.length === 10 ? "on" : "by",
  date: partialDate(date),
});

function stated(given: Given, order = 0): Statement {
  const from = partialDate(given.from ?? "2020-10-16");
  const { evidence = "2020-10-16", to = null } = given;
  return {
    value: given.value ?? 40,
    from: firstDay(from),
    to: to === null ? null : exclusiveEnd(partialDate(to)),
    order,
    source: {
      change: `c${order}`,
      document: given.document ?? "decision",
      since: from,
      sinceKind: "on",
      standing: given.standing ?? "decides",
      evidence: evidence === null ? null : partialDate(evidence),
    },
  };
}

function told(given: Given & { readonly named?: boolean }): Told {
  const { evidence = "2023-11", to = null } = given;
  return {
    value: given.value ?? 43,
    from: effective(given.from ?? "2023-11"),
    to: to === null ? null : partialDate(to),
    standing: given.standing ?? "says",
    document: given.document ?? "article",
    evidence: evidence === null ? null : partialDate(evidence),
    named: given.named ?? true,
  };
}

describe("what a told value adds", () => {
  test("a value of which nothing is known", () => {
    expect(additionOf("area", told({}), [])).toEqual({ records: true, before: null, why: null });
  });
  test("nothing, where a decision says the same", () => {
    expect(additionOf("area", told({ value: 40 }), [stated({})])).toEqual({
      records: false,
      before: 40,
      why: "asRecorded",
    });
  });
  test("another number of a press page stands beside the decided one", () => {
    expect(additionOf("area", told({ value: 43 }), [stated({})])).toEqual({
      records: true,
      before: 40,
      why: "standsBeside",
    });
  });
  test("nothing, where the same paper told it before, also beside a decision", () => {
    const statements = [
      stated({}),
      stated({ value: 43, from: "2023-11", standing: "says", document: "article" }, 1),
    ];
    expect(additionOf("area", told({ value: 43 }), statements)).toMatchObject({
      records: false,
      why: "sameDocument",
    });
  });
  test("a decision about what a press page said before is recorded", () => {
    const said = stated({ value: 43, standing: "says", document: "article" });
    expect(additionOf("area", told({ standing: "decides", document: "decision-2" }), [said])).toMatchObject({
      records: true,
      why: "nowDecided",
    });
  });
  test("a value before the day from which it is known is recorded", () => {
    expect(additionOf("area", told({ value: 40, from: "2019-01-01" }), [stated({})])).toMatchObject({
      records: true,
      before: null,
    });
  });
  test("a newer paper confirms what another only said", () => {
    const said = stated({
      value: "underWay",
      from: "2022",
      standing: "says",
      document: "old",
      evidence: "2022",
    });
    expect(additionOf("clearance", told({ value: "underWay" }), [said])).toMatchObject({
      records: true,
      why: "newerPaper",
    });
  });
  test("an older paper, the workbook itself, and a mere name confirm nothing", () => {
    const said = stated({
      value: "underWay",
      from: "2022",
      standing: "says",
      document: "old",
      evidence: "2022",
    });
    const repeated = told({ value: "underWay" });
    for (const quiet of [
      additionOf("clearance", { ...repeated, evidence: partialDate("2021") }, [said]),
      additionOf("clearance", { ...repeated, named: false }, [said]),
      additionOf("name", repeated, [said]),
    ]) {
      expect(quiet).toMatchObject({ records: false, why: "asRecorded" });
    }
  });
  test("what holds until a day does not cover what is told until further notice", () => {
    const closed = stated({
      value: 43,
      from: "2023-01",
      to: "2023-12",
      standing: "says",
      document: "old",
      evidence: "2022",
    });
    expect(additionOf("area", told({ value: 43, named: false }), [closed])).toMatchObject({ records: true });
    expect(additionOf("area", told({ value: 43, to: "2023-11", named: false }), [closed])).toMatchObject({
      records: false,
    });
  });
  test("the same paper read otherwise is recorded and said so", () => {
    const before = stated({ value: 34, from: "2023-11", standing: "says", document: "article" });
    expect(additionOf("area", told({ value: 43 }), [before])).toEqual({
      records: true,
      before: 34,
      why: "otherReading",
    });
  });
  test("lists are the same when all their parts are", () => {
    expect(sameValue(["gỗ", "giấy"], ["gỗ", "giấy"])).toBe(true);
    expect(sameValue(["gỗ", "giấy"], ["giấy", "gỗ"])).toBe(false);
    expect(sameValue(null, "gỗ")).toBe(false);
  });
});
