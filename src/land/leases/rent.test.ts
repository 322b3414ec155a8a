import { describe, expect, test } from "vitest";
import { plainDate } from "../../kernel/dates.ts";
import { idleOn, type RentEntry, rentDue, rentLines, type Terms, termsOf } from "./rent.ts";
import { leaseAttributes } from "./vocabulary.ts";

const day = plainDate;
const terms = (of: Partial<Terms> = {}): Terms => ({
  ...{ from: day("2024-01-01"), to: day("2027-01-01"), area: 10_000, price: 12_000 },
  ...{ basis: "yearly", revisions: [], ...of },
});
const due = (of: readonly Terms[], upTo = "2026-12-31") =>
  rentDue(of, day(upTo)).map((d) => [d.from, d.to, d.due]);

describe("the rent that is due", () => {
  test.each([
    [
      "a whole year is the price by the area",
      [terms()],
      "2024-06-30",
      [["2024-01-01", "2024-12-31", 120_000_000]],
    ],
    [
      "a part of a year goes by its days: 306 of 366, then 90 of 365",
      [terms({ from: day("2024-03-01"), to: day("2025-04-01") })],
      "2026-12-31",
      [
        ["2024-03-01", "2024-12-31", 100_327_869],
        ["2025-01-01", "2025-03-31", 29_589_041],
      ],
    ],
    [
      "a revision raises what was due before, from its day on: 181 days, then 184 at 115 %",
      [
        terms({
          from: day("2025-01-01"),
          to: day("2026-01-01"),
          revisions: [{ from: day("2025-07-01"), basisPoints: 1500 }],
        }),
      ],
      "2026-12-31",
      [["2025-01-01", "2025-12-31", 129_073_973]],
    ],
    [
      "two revisions work upon each other: 110 % of 110 %",
      [
        terms({
          from: day("2026-01-01"),
          revisions: [
            { from: day("2024-01-01"), basisPoints: 1000 },
            { from: day("2025-01-01"), basisPoints: 1000 },
          ],
        }),
      ],
      "2026-12-31",
      [["2026-01-01", "2026-12-31", 145_200_000]],
    ],
    [
      "paid once it is due once, for the whole term",
      [terms({ basis: "oneOff", price: 600_000 })],
      "2026-12-31",
      [["2024-01-01", "2026-12-31", 6_000_000_000]],
    ],
    [
      "an area that changes in the year is weighted by days: 181 of 10 000 m², 184 of 5 000 m²",
      [
        terms({ from: day("2025-01-01"), to: day("2025-07-01") }),
        terms({ from: day("2025-07-01"), to: day("2026-01-01"), area: 5_000 }),
      ],
      "2026-12-31",
      [["2025-01-01", "2025-12-31", 89_753_425]],
    ],
    ["nothing before the lease begins", [terms()], "2023-12-31", []],
    ["nothing where no terms are known", [], "2026-12-31", []],
  ] as const)("%s", (_, of, upTo, expected) => {
    expect(due(of, upTo)).toEqual(expected);
  });

  test("is of leases alone, to the last day of the term, and of the plot's area where none is told", () => {
    const stretch = { from: day("2024-01-01"), to: null };
    const lease = { kind: "lease", price: 12_000, rentBasis: "yearly", until: "2024-06-30" };
    const parse = (told: object) => [{ ...stretch, attributes: { ...told } }];
    expect(termsOf(parse(lease), 10_000)).toMatchObject([{ to: "2024-07-01", area: 10_000 }]);
    expect(termsOf(parse({ ...lease, kind: "agreement" }), 10_000)).toEqual([]);
    expect(termsOf(parse({ ...lease, ended: "returned" }), 10_000)).toEqual([]);
    expect(termsOf(parse(lease), null)).toEqual([]);
  });
});

describe("what was charged and paid", () => {
  const entry = (kind: RentEntry["kind"], amount: number, from: string, to: string): RentEntry => ({
    ...{ kind, amount, from: day(from), to: day(to) },
  });
  const lines = (entries: readonly RentEntry[]) =>
    rentLines(
      rentDue([terms({ from: day("2024-03-01"), to: day("2026-01-01") })], day("2025-12-31")),
      entries,
    );

  test("is held against each period; a charge for more than is due differs by what is too much", () => {
    const told = lines([
      entry("rentCharged", 120_000_000, "2024-01-01", "2024-12-31"),
      entry("rentPaid", 100_000_000, "2024-03-01", "2024-12-31"),
      entry("rentCharged", 120_000_000, "2025-01-01", "2025-12-31"),
    ]);
    expect(told.map((l) => [l.due, l.charged, l.paid, l.differsBy])).toEqual([
      [100_327_869, 120_000_000, 100_000_000, 19_672_131],
      [120_000_000, 120_000_000, null, 0],
    ]);
  });
  test("for a time that the contract does not know is listed by itself", () => {
    expect(lines([entry("rentCharged", 5, "2023-01-01", "2023-12-31")]).at(-1)).toMatchObject({
      ...{ due: null, charged: 5, differsBy: null },
    });
  });
  test("by nobody is not known, and differs from nothing", () => {
    expect(lines([])[0]).toMatchObject({ charged: null, paid: null, differsBy: null });
  });
});

describe("leased land without use", () => {
  const at = { leasedFrom: day("2024-01-31"), usualMonths: 12 };
  test.each([
    ["within the committed months nothing is asked", { useWithinMonths: 18 }, "2025-07-31", null],
    ["after them it is", { useWithinMonths: 18 }, "2025-08-01", { since: "2025-07-31", committed: true }],
    [
      "without a commitment the setting stands in",
      {},
      "2025-02-01",
      { since: "2025-01-31", committed: false },
    ],
    ["once it is in use no more", { usedFrom: "2025-01" }, "2025-02-01", null],
    [
      "use that begins later is none yet",
      { usedFrom: "2025-06-01" },
      "2025-02-01",
      { since: "2025-01-31", committed: false },
    ],
  ] as const)("%s", (_, told, on, expected) => {
    const attributes = leaseAttributes.parse(told);
    expect(idleOn(attributes, { ...at, day: day(on) })).toEqual(expected);
  });
});
