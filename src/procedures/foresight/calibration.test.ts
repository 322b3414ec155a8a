import { describe, expect, it } from "vitest";
import { GENERATORS, inventChains, measureChains } from "../../../tests/inventedChains.ts";

/** Looked at by nobody while the method was tuned; that was done on the seeds 101 to 106. */
const UNSEEN = [1, 2, 3, 4, 5];

describe("at past days", () => {
  for (const generator of GENERATORS) {
    it.each(UNSEEN)(
      `of the ends given 90 percent by a day, 85 to 95 percent had come (${generator}, seed %i)`,
      (seed) => {
        const measured = measureChains(inventChains(generator, seed, 200));
        expect(measured.forecasts).toBeGreaterThan(2000);
        expect(measured.came90).toBeGreaterThanOrEqual(85);
        expect(measured.came90).toBeLessThanOrEqual(95);
        // Sharp as well: no day is won by putting it absurdly late.
        expect(measured.wide90).toBeLessThan(3 * measured.real);
      },
      120_000,
    );
  }
});
