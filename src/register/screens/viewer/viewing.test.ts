import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FITTING, moved, moveOfKey, pageOfPlace } from "./viewing.ts";

const MOVES = ["next", "previous", "first", "last", "larger", "smaller", "fit"] as const;

describe("the view of a copy", () => {
  test("never leaves the pages that there are, nor becomes too small or too large", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...MOVES)), fc.integer({ min: 1, max: 9 }), (moves, pages) => {
        const { page, zoom } = moves.reduce((v, move) => moved(v, move, pages), FITTING);
        expect(page).toBeGreaterThanOrEqual(1);
        expect(page).toBeLessThanOrEqual(pages);
        expect(zoom).toBeGreaterThanOrEqual(0.5);
        expect(zoom).toBeLessThanOrEqual(4);
      }),
    );
  });
  test("larger, then smaller, is as before", () => {
    expect(moved(moved(FITTING, "larger", 1), "smaller", 1)).toEqual(FITTING);
    expect(moved({ page: 1, zoom: 3 }, "fit", 1)).toEqual(FITTING);
  });
  test("is turned by keys; arrows scroll where the page is wider than its frame", () => {
    expect(moveOfKey("PageDown", 2)).toBe("next");
    expect(moveOfKey("ArrowLeft", 1)).toBe("previous");
    expect(moveOfKey("ArrowLeft", 2)).toBeNull();
    expect(moveOfKey("a", 1)).toBeNull();
    expect(moveOfKey("constructor", 1)).toBeNull();
  });
  test.each([
    ["tr. 2", 2],
    ["Trang 12, đoạn 3", 12],
    ["Điều 1, tr.3", 3],
    ["p. 4", 4],
    ["đoạn 3", null],
    ["Điều 2", null],
    ["trước 5", null],
    ["tr. 0", null],
  ])("the place “%s” is on page %s", (place, page) => {
    expect(pageOfPlace(place)).toBe(page);
  });
});
