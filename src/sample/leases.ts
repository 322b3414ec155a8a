/** The invented leases of plots: agreed in principle, sub-leased, revised; some ended early and leased again. */
import { addDays, type PlainDate, partialDate } from "../kernel/dates.ts";
import { DAYS, FIRST_DAY, idOf } from "./country.ts";
import { type PlannedPlot, plannedPlots, servicedOn } from "./plots.ts";
import { type Random, randomOf } from "./random.ts";
import type { Life, Step } from "./scripts.ts";
import type { SampleSize } from "./size.ts";
import { organisationsIn } from "./zones.ts";

const LAST_DAY = addDays(FIRST_DAY, DAYS);
/** Leases that one plot has, one after the other, at most. */
const TERMS = 3;

type Term = { readonly agreed: PlainDate; readonly leased: PlainDate; readonly ends: PlainDate | null };

/** The terms of a plot one after the other: most are leased once, some returned and leased again, some not at all. */
function* termsOf(from: PlainDate, random: Random): Generator<Term> {
  let day = from;
  for (let term = 0; term < TERMS && random.chance(0.75); term += 1) {
    const agreed = addDays(day, random.whole(20, 700));
    const leased = addDays(agreed, random.whole(30, 200));
    const ends = random.chance(0.12) ? addDays(leased, random.whole(300, 1_200)) : null;
    yield { agreed, leased, ends };
    if (ends === null) return;
    day = ends;
  }
}

/** A project of the province, for which the tenant leases. */
function projectOf(size: SampleSize, province: number, random: Random): string {
  const most = Math.max(0, Math.ceil((size.projects - province) / size.provinces) - 1);
  return idOf("project", province + size.provinces * random.whole(0, most));
}

type OfTerm = {
  readonly plot: PlannedPlot;
  readonly term: Term;
  readonly lease: number;
  readonly random: Random;
};

function* leaseSteps(size: SampleSize, { plot, term, lease, random }: OfTerm): Generator<Step> {
  const { agreed, leased, ends } = term;
  const until = partialDate(`${Number(leased.slice(0, 4)) + random.whole(25, 45)}-12-31`);
  const price = random.whole(8, 20) * 100_000;
  const agreement = {
    plot: plot.subject.id,
    contract: `HĐ mẫu ${lease + 1}`,
    kind: "agreement",
    tenant: idOf("organisation", random.whole(0, organisationsIn(size) - 1)),
    area: plot.of.area,
    project: projectOf(size, plot.province, random),
  };
  const yearly = random.chance(0.4);
  const revisions = [{ from: `${Number(leased.slice(0, 4)) + 3}-01-01`, basisPoints: 1_000 }];
  const contract = {
    kind: "sublease",
    until,
    price: yearly ? Math.round(price / 40) : price,
    rentBasis: yearly ? "yearly" : "oneOff",
    deposit: Math.round((price * plot.of.area) / 20),
    useWithinMonths: 24,
    ...(yearly ? { rentRevisions: revisions } : {}),
  };
  const told = [
    { on: agreed, attributes: agreement },
    { on: leased, attributes: contract },
    ...(random.chance(0.8)
      ? [{ on: addDays(leased, random.whole(60, 900)), attributes: { usedFrom: "" } }]
      : []),
    ...(ends === null ? [] : [{ on: ends, attributes: { ended: "returned" } }]),
  ].sort((a, b) => (a.on < b.on ? -1 : 1));
  for (const { on, attributes } of told) {
    if (on > LAST_DAY) return;
    const date = partialDate(on);
    const dated = "usedFrom" in attributes ? { usedFrom: date } : attributes;
    // Days of contracts are known to the day: the next may begin when one ends.
    yield {
      on,
      paper: "report",
      kind: "set",
      attributes: dated,
      from: { kind: "on", date },
      standing: "says",
    };
  }
}

/**
 * The leases of plots that are the nth of theirs, in the order of the plots. A plot's second lease is told of once its
 * first has ended: the nth come in after all those before.
 */
function* leaseLives(size: SampleSize, nth: number): Generator<Life> {
  let plotNumber = 0;
  for (const plot of plannedPlots(size)) {
    const lease = plotNumber++ * TERMS + nth;
    const { landUse } = plot.piece;
    const from = landUse === "industrial" || landUse === "service" ? servicedOn(size, plot) : null;
    if (from === null) continue;
    const term = [...termsOf(from, randomOf(size.seed, "lease", plot.n, plot.piece.number))][nth];
    if (term === undefined || term.agreed > LAST_DAY) continue;
    const subject = { id: idOf("lease", lease), kind: "lease" as const, key: `hd-mau-${lease + 1}` };
    const random = randomOf(size.seed, "contract", lease);
    yield { subject, province: plot.province, steps: leaseSteps(size, { plot, term, lease, random }) };
  }
}

/** All leases with their lives: the first of each plot, then the second, then the third. */
export function listLeaseLives(size: SampleSize): ReadonlyArray<Iterable<Life>> {
  return Array.from({ length: TERMS }, (_, nth) => leaseLives(size, nth));
}
