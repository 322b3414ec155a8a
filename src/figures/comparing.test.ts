import { describe, expect, test } from "vitest";
import { USUAL_SETTINGS } from "../settings/public.ts";
import { agreesWith, compare, stepOf, toleranceOf } from "./comparing.ts";

const usual = toleranceOf(USUAL_SETTINGS);

const agrees = (value: number, precision: "exact" | "nearly" | "over" | "about", of: number, step = 1) =>
  agreesWith({ value, precision, step }, of, usual);

describe("a printed number beside the register's", () => {
  test("exact is equal when rounded to the printed digits", () => {
    expect(stepOf("74,4 ha", 744_000)).toBe(1_000);
    expect(agrees(744_000, "exact", 744_400, 1_000)).toBe(true);
    expect(agrees(744_000, "exact", 744_600, 1_000)).toBe(false);
  });
  test("a whole number is exact to one", () => {
    expect(stepOf("06 cụm", 6)).toBe(1);
    expect(agrees(6, "exact", 7)).toBe(false);
  });
  test("nearly 58 lies below 58 by at most five in a hundred", () => {
    expect(agrees(58, "nearly", 57.5)).toBe(true);
    expect(agrees(58, "nearly", 59)).toBe(false);
    expect(agrees(58, "nearly", 55)).toBe(false);
  });
  test("over 2,921 lies above it by at most five in a hundred", () => {
    expect(agrees(2921, "over", 2930)).toBe(true);
    expect(agrees(2921, "over", 2900)).toBe(false);
    expect(agrees(2921, "over", 3100)).toBe(false);
  });
  test("about 322 lies within five in a hundred on either side", () => {
    expect(agrees(322, "about", 310)).toBe(true);
    expect(agrees(322, "about", 340)).toBe(false);
  });
  test("is judged by the tolerance that is set", () => {
    const wide = toleranceOf({ ...USUAL_SETTINGS, toleranceAbout: 8 });
    const claim = { value: 322, precision: "about", step: 1 } as const;
    expect(agreesWith(claim, 347, wide)).toBe(true);
    expect(agreesWith(claim, 348, wide)).toBe(false);
    expect(agreesWith({ ...claim, precision: "over" }, 347, wide)).toBe(false);
  });
  const claim = { value: 6, precision: "exact" as const, printed: "06 cụm" };
  const register = (value: number | null, records: number, independent: number) => ({
    value,
    precision: "exact" as const,
    records,
    independent,
  });
  test("agreement says how many records are independent of the paper", () => {
    expect(compare(claim, register(6, 6, 4), usual)).toEqual({
      verdict: "agrees",
      differsBy: 0,
      independent: 4,
    });
  });
  test("records that all rest on that very paper prove nothing", () => {
    expect(compare(claim, register(6, 6, 0), usual).verdict).toBe("sameSource");
  });
  test("a difference is told with its size, register less claim", () => {
    expect(compare(claim, register(7, 7, 5), usual)).toMatchObject({
      verdict: "differs",
      differsBy: 1,
    });
  });
  test("without records nothing can be derived", () => {
    expect(compare(claim, register(null, 0, 0), usual).verdict).toBe("notDerivable");
  });
});
