import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { searchKey, spellingKey } from "./text.ts";

describe("two texts that differ only in how they are written", () => {
  test.each([
    ["Công ty TNHH Dầu khí", "CÔNG TY  TNHH dầu khí "],
    ["Công ty Dầu khí", "Công ty Dầu khí".normalize("NFD")],
    ["Hoà Bình", "Hòa Bình"],
    ["Công ty CP. A-B", "Công ty CP A B"],
  ])("%s, %s", (a, b) => {
    expect(spellingKey(a)).toBe(spellingKey(b));
  });
  test.each([
    ["Bắc", "Bac"],
    ["Đức", "Dức"],
    ["Má", "Mà"],
    ["Công ty A1", "Công ty A 1"],
    ["Công ty A", "Công ty B"],
  ])("but not %s, %s", (a, b) => {
    expect(spellingKey(a)).not.toBe(spellingKey(b));
  });
  test("are found by the same search, too", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(searchKey(spellingKey(text))).toBe(searchKey(text));
      }),
    );
  });
});
