import { describe, expect, it } from "vitest";
import { partialDate, plainDate } from "../kernel/dates.ts";
import { approvalWithin, IN_FORCE, isInForce } from "./rules.ts";
import { projectStatus } from "./vocabulary.ts";

const year2021 = { from: plainDate("2021-01-01"), to: plainDate("2021-12-31") };

describe("a project in force", () => {
  it("is one that was approved or certified and has not ended", () => {
    expect(projectStatus.options.filter((status) => isInForce({ status }))).toEqual([...IN_FORCE]);
    expect(isInForce({ status: "withdrawn" })).toBe(false);
    expect(isInForce({ status: "proposed" })).toBe(false);
  });

  it("is not one whose status nobody told", () => {
    expect(isInForce({})).toBe(false);
  });
});

describe("an approval and the time asked", () => {
  it.each([
    ["2021-01-01", "inside"],
    ["2021-12-31", "inside"],
    ["2021", "inside"],
    ["2021-06", "inside"],
    ["2020-12-31", "outside"],
    ["2022-01-01", "outside"],
    ["2022", "outside"],
  ] as const)("%s lies %s the year 2021", (approvedOn, lies) => {
    expect(approvalWithin(partialDate(approvedOn), year2021)).toBe(lies);
  });

  it("can't be told apart where a paper gives the year alone and half a year is asked", () => {
    const half = { from: plainDate("2021-01-01"), to: plainDate("2021-06-30") };
    expect(approvalWithin(partialDate("2021"), half)).toBe("overlaps");
  });

  it("lies outside where no paper gives it", () => {
    expect(approvalWithin(undefined, { from: null, to: plainDate("2030-01-01") })).toBe("outside");
  });
});
