import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementOf, type Holder, isAgreed, measureOf } from "./counting.ts";

const parcel = (area: number, of: Partial<Holder["parcels"][number]> = {}) => ({
  ...{ area, stateManaged: false, transferable: true },
  ...of,
});
const holder = (agrees: boolean, ...areas: readonly number[]): Holder => ({
  kind: "household",
  parcels: areas.map((area) => parcel(area)),
  agrees,
});

describe("who counts how often where 75 % must agree", () => {
  it("counts a holder of several parcels once", () => {
    expect(agreementOf([holder(true, 10, 20, 30), holder(false, 5)])).toMatchObject({
      area: { agreed: 60, all: 65 },
      holders: { agreed: 1, all: 2 },
    });
  });

  it("leaves out land that the state manages or that can't be transferred, and who holds nothing else", () => {
    const manager: Holder = {
      kind: "organisation",
      parcels: [parcel(900, { stateManaged: true })],
      agrees: false,
    };
    const half: Holder = {
      kind: "couple",
      parcels: [parcel(10), parcel(90, { transferable: false })],
      agrees: true,
    };
    expect(agreementOf([manager, half])).toEqual({
      area: { agreed: 10, all: 10 },
      holders: { agreed: 1, all: 1 },
      enough: true,
    });
  });

  it("asks for more than three quarters of the area and of the holders; just three quarters are not enough", () => {
    const three = [holder(true, 10), holder(true, 10), holder(true, 10), holder(false, 10)];
    expect(agreementOf(three).enough).toBe(false);
    expect(agreementOf([...three, holder(true, 10)]).enough).toBe(true);
    const large = [holder(true, 1000), holder(false, 1), holder(false, 1)];
    expect(agreementOf(large).enough).toBe(false);
    const many = [...Array.from({ length: 9 }, () => holder(true, 1)), holder(false, 100)];
    expect(agreementOf(many).enough).toBe(false);
    expect(agreementOf([]).enough).toBe(false);
  });

  it("is never undone by one more who agrees", () => {
    const any = fc.record({ agrees: fc.boolean(), area: fc.integer({ min: 1, max: 1000 }) });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), fc.integer({ min: 1, max: 1000 }), (rows, more) => {
        const holders = rows.map((r) => holder(r.agrees, r.area));
        if (agreementOf(holders).enough)
          expect(agreementOf([...holders, holder(true, more)]).enough).toBe(true);
      }),
    );
  });
});

describe("what papers tell of the agreement", () => {
  it("says how much more must agree; just three quarters lack one more", () => {
    expect(measureOf(75, 100)).toEqual({ agreed: 75, all: 100, lacking: 1 });
    expect(measureOf(76, 100)).toMatchObject({ lacking: 0 });
    expect(measureOf(0, 3)).toMatchObject({ lacking: 3 });
  });

  it("is not known where a number lacks, nothing counts, or more agree than there are", () => {
    for (const [agreed, all] of [
      [undefined, 10],
      [10, undefined],
      [0, 0],
      [11, 10],
    ] as const) {
      expect(measureOf(agreed, all)).toBeNull();
    }
  });

  it("is decided by one measure that is too small, and reached by both alone", () => {
    const [enough, little] = [measureOf(8, 10), measureOf(7, 10)];
    expect([isAgreed(enough, enough), isAgreed(enough, little), isAgreed(little, null)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([isAgreed(enough, null), isAgreed(null, enough), isAgreed(null, null)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("lacks just as much as makes it enough, and no less", () => {
    const told = fc
      .integer({ min: 1, max: 10_000_000 })
      .chain((all) => fc.tuple(fc.integer({ min: 0, max: all }), fc.constant(all)));
    fc.assert(
      fc.property(told, ([agreed, all]) => {
        const lacking = measureOf(agreed, all)?.lacking ?? 0;
        expect((agreed + lacking) * 4).toBeGreaterThan(all * 3);
        if (lacking > 0) expect((agreed + lacking - 1) * 4).toBeLessThanOrEqual(all * 3);
      }),
    );
  });
});
