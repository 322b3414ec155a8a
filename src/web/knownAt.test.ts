import { describe, expect, test } from "vitest";
import { findTypedKnownAt, knownAtWords } from "./knownAt.ts";

describe("what was known when", () => {
  test.each([
    ["24/11/2026", "2026-11-24"],
    ["24112026", "2026-11-24"],
    ["11/2026", "2026-11-30"],
    ["12", "12"],
    [" lần ghi 12 ", "12"],
    ["lần 012", "12"],
    ["#2026", "2026"],
    ["commit 7", "7"],
    ["31/02/2026", null],
    ["hôm qua", null],
    ["", null],
    ["-1", null],
  ])("typed as “%s” is %s", (typed, known) => {
    expect(findTypedKnownAt(typed)).toBe(known);
  });
  test("is read as a commit, the end of a day, or a minute in Vietnam", () => {
    expect(knownAtWords("12", "vi")).toBe("lần ghi 12");
    expect(knownAtWords("2026-11-24", "vi")).toBe("hết ngày 24/11/2026");
    expect(knownAtWords("2026-11-24T02:30:00Z", "vi")).toBe("24/11/2026 09:30");
  });
});
