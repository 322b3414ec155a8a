import { describe, expect, it } from "vitest";
import {
  CONTAINMENTS,
  containmentKind,
  LINK_BASES,
  LINK_SHARES,
  linkBasis,
  linkShare,
  UNIT_LEVELS,
  UNIT_TYPES,
  unitLevel,
  unitType,
} from "./vocabulary.ts";

describe("the words of places", () => {
  it("each have a label in both languages", () => {
    const words = [
      [unitLevel.options, UNIT_LEVELS],
      [unitType.options, UNIT_TYPES],
      [linkShare.options, LINK_SHARES],
      [linkBasis.options, LINK_BASES],
      [containmentKind.options, CONTAINMENTS],
    ] as const;
    for (const [options, labels] of words) {
      expect(Object.keys(labels).sort()).toEqual([...options].sort());
      for (const label of Object.values(labels)) {
        expect(label.vi).toBe(label.vi.normalize("NFC").trim());
        expect(label.vi).not.toBe("");
        expect(label.en).not.toBe("");
      }
    }
  });
});
