/** The invented life of a park, a phase or a cluster: five courses that move side by side, corrections, doubts. */
import { addDays, firstDay, type PlainDate, partialDate, partialOfDay } from "../kernel/dates.ts";
import type { AttributeValue } from "../register/public.ts";
import {
  communeId,
  communeIn,
  communeName,
  dayAt,
  effectiveFrom,
  idOf,
  type PaperKind,
  provinceName,
  provinceOf,
} from "./country.ts";
import { type Random, randomOf } from "./random.ts";
import type { Life, Step } from "./scripts.ts";
import type { SampleSize } from "./size.ts";

type Attributes = Readonly<Record<string, AttributeValue>>;

/** Every tenth zone is a park with two phases right after it; the others are clusters. */
export function zoneKindOf(n: number): "park" | "phase" | "cluster" {
  return n % 10 === 0 ? "park" : n % 10 <= 2 ? "phase" : "cluster";
}

const number = (n: number) => String(n + 1).padStart(3, "0");

export function zoneName(n: number): string {
  const park = n - (n % 10);
  return zoneKindOf(n) === "cluster" ? `CCN Mẫu ${number(n)}` : `KCN Mẫu ${number(park)}`;
}

/** The stable key of a zone. */
export function zoneKey(n: number): string {
  const park = n - (n % 10);
  switch (zoneKindOf(n)) {
    case "park":
      return `kcn-mau-${number(n)}`;
    case "phase":
      return `kcn-mau-${number(park)}/${"I".repeat(n - park)}`;
    case "cluster":
      return `ccn-mau-${number(n)}`;
  }
}

/** A phase lies in the province of its park. */
export function zoneProvince(size: SampleSize, n: number): number {
  return provinceOf(size, Math.floor(n / 10));
}

/** The numbers of the zones of a province. */
export function* zonesIn(size: SampleSize, province: number): Generator<number> {
  for (let first = province * 10; first < size.zones; first += size.provinces * 10) {
    for (let n = first; n < Math.min(first + 10, size.zones); n += 1) yield n;
  }
}

/** The moves of the five courses in their usual order, with the paper that tells each. */
type Move = readonly [Attributes, PaperKind];
const MOVES: readonly Move[] = [
  [{ legal: "planned", inPlan: "Quy hoạch mẫu" }, "decision"],
  [{ legal: "proposed" }, "report"],
  [{ legal: "policyApproved" }, "decision"],
  [{ legal: "established" }, "decision"],
  [{ planning: "none", clearance: "notBegun", works: "notBegun", operation: "none" }, "report"],
  [{ planning: "approved", detailedPlanDecision: "QĐ mẫu về quy hoạch chi tiết" }, "decision"],
  [{ clearance: "underWay" }, "press"],
  [{ works: "choosingContractor" }, "report"],
  [{ clearance: "done", works: "underWay" }, "report"],
  [{ operation: "tenantsInProcedures" }, "press"],
  [{ works: "basicallyComplete" }, "report"],
  [{ legal: "adjusted" }, "decision"],
  [{ works: "accepted" }, "report"],
  [{ operation: "operating" }, "report"],
];

function founding(size: SampleSize, n: number, random: Random): Attributes {
  const kind = zoneKindOf(n);
  const park = n - (n % 10);
  const province = zoneProvince(size, n);
  // A phase lies where its park lies: the commune is drawn from the park's own sequence.
  const commune = communeIn(size, province, randomOf(size.seed, "site", kind === "cluster" ? n : park));
  const own = (kind === "cluster" ? random.whole(15, 75) : random.whole(80, 400)) * 10_000;
  const area = kind === "park" ? phasesArea(size, n) : own;
  const service = kind === "cluster" ? {} : { serviceLand: Math.round(area * 0.05) };
  const known = random.chance(0.95) ? { area, industrialLand: Math.round(area * 0.65), ...service } : {};
  return {
    kind: kind === "cluster" ? "cluster" : "park",
    name: zoneName(n),
    places: [communeId(size, commune)],
    placePrinted: `${communeName(commune)}, ${provinceName(province)}`,
    ...known,
    ...(kind === "phase" ? { phaseOf: idOf("zone", park), phase: "I".repeat(n - park) } : {}),
  };
}

/** The first number that chance draws of a phase is its area: a park has that of its phases. */
function phasesArea(size: SampleSize, park: number): number {
  return [park + 1, park + 2].reduce((sum, phase) => {
    const random = randomOf(size.seed, "zone", phase);
    return sum + random.whole(80, 400) * 10_000;
  }, 0);
}

function developing(size: SampleSize, n: number, random: Random): Attributes {
  const kind = random.pick(["enterprise", "enterprise", "enterprise", "cooperative", "publicUnit"]);
  return {
    developer: idOf("organisation", random.whole(0, organisationsIn(size) - 1)),
    developerKind: zoneKindOf(n) === "cluster" ? kind : "enterprise",
    totalInvestment: random.whole(80, 2_000) * 1_000_000_000,
    sectors: ["Cơ khí mẫu", "Chế biến gỗ mẫu"],
    termYears: 50,
  };
}

/** So many companies are there. */
export function organisationsIn(size: SampleSize): number {
  return Math.max(5, Math.round(size.projects / 10));
}

/** Numbers that a half-year report tells. */
function reported(random: Random, area: number): Attributes {
  const projects = random.whole(1, 40);
  return {
    landWithInfrastructure: Math.round(area * 0.5),
    leasedLand: Math.round(area * random.next() * 0.6),
    projects,
    operatingProjects: Math.round(projects * 0.7),
    workers: projects * random.whole(20, 200),
    investedToDate: random.whole(10, 900) * 1_000_000_000,
  };
}

const plans = new WeakMap<SampleSize, Map<number, boolean>>();

/** Whether a zone ever gets a detailed plan. */
export function hasPlan(size: SampleSize, n: number): boolean {
  const known = plans.get(size) ?? new Map<number, boolean>();
  plans.set(size, known);
  const before = known.get(n);
  if (before !== undefined) return before;
  const approved = [...stepsOf(size, n)].some(
    (s) => s.kind === "set" && s.attributes.planning === "approved",
  );
  known.set(n, approved);
  return approved;
}

/** The steps of a zone's life, from the first. */
export function zoneLife(size: SampleSize, n: number): Iterator<Step> {
  return stepsOf(size, n);
}

/** The steps of a zone's life: founding and courses first, then reports; some corrected, some withdrawn, some disputed. */
function* stepsOf(size: SampleSize, n: number): Generator<Step> {
  const random = randomOf(size.seed, "zone", n);
  const first = founding(size, n, random);
  const area = typeof first.area === "number" ? first.area : 200_000;
  const reached = zoneKindOf(n) === "cluster" ? random.whole(3, MOVES.length) : MOVES.length;
  const moves = MOVES.slice(0, reached).values();
  const begin = random.next() * 0.35;
  const total = size.changesPerZone;
  let last: Step = stepOf(dayAt(begin), { attributes: first, paper: "decision", random });
  let withdrawn = false;
  yield last;
  for (let i = 1; i < total; i += 1) {
    const on = dayAt(begin + ((1 - begin) * i) / total);
    const usual: Usual = { moves, area, random, after: last.on, withdrawn };
    last = specialStep(size, n, { i, on, last, random }) ?? usualStep(on, usual);
    withdrawn ||= last.kind === "withdraw";
    yield last;
  }
}

const SKIPPED = "Một bước mẫu trước đó đã rút; văn bản mẫu này ghi thẳng bước sau.";

type Told = { readonly attributes: Attributes; readonly paper: PaperKind; readonly random: Random };

function stepOf(on: PlainDate, { attributes, paper, random }: Told): Extract<Step, { kind: "set" }> {
  const standing = paper === "decision" ? "decides" : "says";
  return { on, paper, kind: "set", attributes, from: effectiveFrom(on, random), standing };
}

type At = { readonly i: number; readonly on: PlainDate; readonly last: Step; readonly random: Random };

/** The developer, a correction, a withdrawal or a dispute; null where the course of things goes on. */
function specialStep(size: SampleSize, n: number, { i, on, last, random }: At): Step | null {
  if (i === 2) return stepOf(on, { attributes: developing(size, n, random), paper: "decision", random });
  if (i <= 4) return null;
  if (last.kind === "set" && random.chance(0.06)) {
    // A misprint is found some weeks later: the same statement, from the same day, with other numbers.
    return { ...last, on: addDays(last.on, 30), attributes: corrected(last.attributes, random) };
  }
  if (random.chance(0.04)) return { on, paper: "report", kind: "withdraw", withdraws: i - 1 };
  const disputed = `Hai văn bản mẫu nói khác nhau về ${zoneName(n)}.`;
  return i === 6 && random.chance(0.07)
    ? stepOf(on, { attributes: { disputed }, paper: "press", random })
    : null;
}

type Usual = {
  readonly moves: Iterator<Move>;
  readonly area: number;
  readonly random: Random;
  /** The day of the step before. */
  readonly after: PlainDate;
  /** Whether a step was withdrawn: what comes later may then skip it. */
  readonly withdrawn: boolean;
};

/** The next move of the courses, or what a half-year report tells. */
function usualStep(on: PlainDate, of: Usual): Step {
  const next = of.moves.next();
  if (next.done === true) {
    return stepOf(on, { attributes: reported(of.random, of.area), paper: "report", random: of.random });
  }
  const [attributes, paper] = next.value;
  const step = stepOf(on, { attributes: movesOf(attributes, on), paper, random: of.random });
  // A month begins before the day that is meant: the moves of a course stay in their order.
  const from =
    firstDay(step.from.date) > of.after ? step.from : { kind: "on" as const, date: partialOfDay(on) };
  return of.withdrawn ? { ...step, from, note: SKIPPED } : { ...step, from };
}

/** The first report on the ground also says by when all will be complete. */
function movesOf(attributes: Attributes, on: PlainDate): Attributes {
  return attributes.operation === "none"
    ? { ...attributes, expectedCompletion: partialDate(addDays(on, 900).slice(0, 4)) }
    : attributes;
}

function corrected(attributes: Attributes, random: Random): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === "number" ? value + random.whole(1, 9) : value,
    ]),
  );
}

/** All zones with their lives, province by province. */
export function* zoneLives(size: SampleSize): Generator<Life> {
  for (let province = 0; province < size.provinces; province += 1) {
    for (const n of zonesIn(size, province)) {
      const subject = { id: idOf("zone", n), kind: "zone" as const, key: zoneKey(n) };
      yield { subject, province, steps: stepsOf(size, n) };
    }
  }
}
