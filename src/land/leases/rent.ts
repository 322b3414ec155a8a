/** Rent and idle land: what is due for every period by the contract, how that lies to what was charged and paid. Pure. */
import { addDays, daySerial, firstDay, type PlainDate, partialDate } from "../../kernel/dates.ts";
import { type Days, daysHeld, monthsAfter, sharedDays } from "./rules.ts";
import type { LeaseAttributes, RentRevision } from "./vocabulary.ts";

/** Days on which the same terms hold; `to` is exclusive. Area in m², price in đồng for each m². */
export type Terms = Days & {
  readonly area: number;
  readonly price: number;
  readonly basis: "oneOff" | "yearly";
  readonly revisions: readonly RentRevision[];
};

/** What is due for a period, in đồng; both days are inclusive. */
export type Due = { readonly from: PlainDate; readonly to: PlainDate; readonly due: number };

const LEASING = new Set(["lease", "sublease"]);

/** The terms of a lease by its stretches in the order of time; those that say too little for a sum are left out. */
export function termsOf(
  stretches: ReadonlyArray<Days & { readonly attributes: LeaseAttributes }>,
  areaOfPlot: number | null,
): readonly Terms[] {
  return stretches.flatMap(({ from, to, attributes }) => {
    const { kind, price, rentBasis: basis, rentRevisions: revisions = [] } = attributes;
    const area = attributes.area ?? areaOfPlot;
    const days = kind !== undefined && LEASING.has(kind) ? daysHeld(attributes, { from, to }) : null;
    if (days === null || price === undefined || basis === undefined || area === null) return [];
    return [{ ...days, area, price, basis, revisions }];
  });
}

const WHOLE = 10_000n;

/** A sum of fractions, rounded once, half a đồng up. */
function rounded(parts: ReadonlyArray<{ readonly over: bigint; readonly under: bigint }>): number {
  const under = parts.reduce((product, p) => product * p.under, 1n);
  const over = parts.reduce((sum, p) => sum + (p.over * under) / p.under, 0n);
  return Number((2n * over + under) / (2n * under));
}

function daysBetween(from: PlainDate, to: PlainDate): bigint {
  return BigInt(daySerial(to) - daySerial(from));
}

/** The year's rent under the terms from a day on: every revision up to it raises or lowers what was due before. */
function yearlyOn(terms: Terms, day: PlainDate): { readonly over: bigint; readonly under: bigint } {
  const begun = terms.revisions.filter((r) => r.from <= day);
  return begun.reduce(
    ({ over, under }, { basisPoints }) => ({
      over: over * (WHOLE + BigInt(basisPoints)),
      under: under * WHOLE,
    }),
    { over: BigInt(terms.area) * BigInt(terms.price), under: 1n },
  );
}

/** The rent of the days of a year that the terms cover, cut where a revision begins. */
function partsOfYear(terms: Terms, year: { readonly from: PlainDate; readonly to: PlainDate }) {
  const shared = sharedDays(terms, year);
  if (shared === null || shared.to === null) return [];
  const { from, to } = shared;
  const cuts = terms.revisions.map((r) => r.from).filter((day) => day > from && day < to);
  const edges = [...new Set([from, ...cuts, to])].sort();
  const inYear = daysBetween(year.from, year.to);
  return edges.slice(0, -1).flatMap((begins, i) => {
    const ends = edges[i + 1];
    if (ends === undefined) return [];
    const rent = yearlyOn(terms, begins);
    return [{ over: rent.over * daysBetween(begins, ends), under: rent.under * inYear }];
  });
}

/** What is due by the contract for every period that has begun by the day: once, or each calendar year by its days. */
export function rentDue(terms: readonly Terms[], upTo: PlainDate): readonly Due[] {
  const [first] = terms;
  if (first === undefined || first.from > upTo) return [];
  const once = terms.find((t) => t.basis === "oneOff");
  const oneOff =
    once === undefined || once.from > upTo
      ? []
      : [
          {
            from: once.from,
            to: once.to === null ? once.from : addDays(once.to, -1),
            due: rounded([{ over: BigInt(once.area) * BigInt(once.price), under: 1n }]),
          },
        ];
  const yearly = terms.filter((t) => t.basis === "yearly");
  const years = Array.from(
    { length: Number(upTo.slice(0, 4)) - Number(first.from.slice(0, 4)) + 1 },
    (_, i) => String(Number(first.from.slice(0, 4)) + i).padStart(4, "0"),
  );
  return [
    ...oneOff,
    ...years.flatMap((text) => {
      const from = firstDay(partialDate(text));
      const year = { from, to: firstDay(partialDate(String(Number(text) + 1).padStart(4, "0"))) };
      const stretches = yearly.flatMap((t) => sharedDays(t, year) ?? []);
      const [begins] = stretches;
      const ends = stretches.at(-1)?.to ?? null;
      if (begins === undefined || ends === null || begins.from > upTo) return [];
      return [
        {
          from: begins.from,
          to: addDays(ends, -1),
          due: rounded(yearly.flatMap((t) => partsOfYear(t, year))),
        },
      ];
    }),
  ];
}

/** An amount that was charged or paid, in đồng, for days that are inclusive. */
export type RentEntry = {
  readonly kind: "rentCharged" | "rentPaid";
  readonly amount: number;
  readonly from: PlainDate;
  readonly to: PlainDate;
};

/** A period with what is due, charged and paid. `due` null: the contract knows no such period. */
export type RentLine = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly due: number | null;
  readonly charged: number | null;
  readonly paid: number | null;
  /** Charged minus due; null where either is not known. */
  readonly differsBy: number | null;
};

/** Whether an amount is for the period: its days begin there. */
function isFor(entry: RentEntry, { from, to }: Pick<Due, "from" | "to">): boolean {
  return entry.from >= from && entry.from <= to;
}

function summed(entries: readonly RentEntry[], kind: RentEntry["kind"]): number | null {
  const of = entries.filter((e) => e.kind === kind);
  return of.length === 0 ? null : of.reduce((sum, e) => sum + e.amount, 0);
}

/** Every period with what was charged and paid for it; then what was charged or paid for none. */
export function rentLines(due: readonly Due[], entries: readonly RentEntry[]): readonly RentLine[] {
  // Of a year of which only some days are due, what is charged may be for the whole year.
  const ofYear = (d: Due) => ({ from: firstDay(partialDate(d.from.slice(0, 4))), to: d.to });
  const place = (e: RentEntry) => due.findIndex((d) => isFor(e, d) || isFor(e, ofYear(d)));
  const lines = due.map((d, i): RentLine => {
    const own = entries.filter((e) => place(e) === i);
    const charged = summed(own, "rentCharged");
    return {
      ...{ from: d.from, to: d.to, due: d.due, charged, paid: summed(own, "rentPaid") },
      differsBy: charged === null ? null : charged - d.due,
    };
  });
  const astray = entries.filter((e) => place(e) === -1);
  return [
    ...lines,
    ...astray.map(
      (e): RentLine => ({
        ...{ from: e.from, to: e.to, due: null, differsBy: null },
        charged: e.kind === "rentCharged" ? e.amount : null,
        paid: e.kind === "rentPaid" ? e.amount : null,
      }),
    ),
  ];
}

/** Land that should have been in use since a day: by what the tenant committed itself to, or by the setting. */
export type Idle = { readonly since: PlainDate; readonly committed: boolean };

/** Whether leased land stands without building or operation after the committed months. A question, no finding. */
export function idleOn(
  attributes: Pick<LeaseAttributes, "useWithinMonths" | "usedFrom">,
  at: { readonly leasedFrom: PlainDate; readonly day: PlainDate; readonly usualMonths: number },
): Idle | null {
  const { useWithinMonths, usedFrom } = attributes;
  const since = monthsAfter(at.leasedFrom, useWithinMonths ?? at.usualMonths);
  if (at.day <= since || (usedFrom !== undefined && firstDay(usedFrom) <= at.day)) return null;
  return { since, committed: useWithinMonths !== undefined };
}
