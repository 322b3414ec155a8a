/** Random histories of zones, plots, leases and projects, and the naive answer to a question: the rules applied one by one. */
import fc from "fast-check";
import { addDays, lastDay, type PlainDate, partialDate, plainDate } from "../../src/kernel/dates.ts";
import { type Period, periodOn, periodsOf, type RecordedChange } from "../../src/register/fold.ts";
import type { AttributeValue, ChangeDraft } from "../../src/register/public.ts";
import type { Ground } from "../projects-fixture/asking.ts";
import { setting, withdrawing } from "../register-fixture/builders.ts";

type Attributes = Readonly<Record<string, AttributeValue>>;

/** Two clusters and a park, a phase of the first, plots, leases and projects, by id. */
export type Cast = {
  readonly ground: Ground;
  readonly zones: readonly string[];
  readonly phase: string;
  readonly plots: readonly string[];
  readonly leases: readonly string[];
  readonly projects: readonly string[];
};

const DAYS = ["2020-01-01", "2020-02-01", "2020-06-30", "2021-01-01"] as const;
const UNTIL = ["2020-01-31", "2020-06", "2020", "2021-12-31"] as const;
const area = fc.integer({ min: 0, max: 9 });
/** Told of one in ten alone, so that most histories go on. */
const rarely = <T extends string>(value: T) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constant(value) });

const plotStep = fc.record({
  ...{ kind: fc.constant("plot" as const), of: fc.nat({ max: 3 }) },
  told: fc.record(
    {
      zone: fc.nat({ max: 3 }),
      landUse: fc.constantFrom("industrial", "industrial", "service", "roads"),
      site: fc.constantFrom("notCleared", "cleared", "serviced"),
      area,
      disputed: rarely("mẫu"),
      ended: rarely("split"),
    },
    { requiredKeys: ["zone"] },
  ),
});
const leaseStep = fc.record({
  ...{ kind: fc.constant("lease" as const), of: fc.nat({ max: 4 }) },
  told: fc.record(
    {
      plot: fc.nat({ max: 3 }),
      kind: fc.constantFrom("offer", "agreement", "lease", "sublease", "lease"),
      until: fc.constantFrom(...UNTIL),
      area,
      price: area,
      rentBasis: fc.constantFrom("oneOff", "yearly"),
      project: fc.nat({ max: 1 }),
      ended: rarely("returned"),
    },
    { requiredKeys: ["plot", "kind"] },
  ),
});
const projectStep = fc.record({
  ...{ kind: fc.constant("project" as const), of: fc.nat({ max: 1 }) },
  told: fc.record(
    {
      zone: fc.nat({ max: 3 }),
      status: fc.constantFrom("proposed", "policyApproved", "operating", "suspended"),
      land: area,
      disputed: rarely("mẫu"),
    },
    { requiredKeys: ["zone"] },
  ),
});
const zoneStep = fc.record({
  ...{ kind: fc.constant("zone" as const), of: fc.nat({ max: 3 }) },
  told: fc.record(
    { industrialLand: area, serviceLand: area, leasedLand: area, disputed: rarely("mẫu") },
    { requiredKeys: [] },
  ),
});
const step = fc.oneof(
  { weight: 2, arbitrary: plotStep },
  { weight: 4, arbitrary: leaseStep },
  { weight: 2, arbitrary: projectStep },
  { weight: 1, arbitrary: zoneStep },
);
const told = fc.record({
  step,
  from: fc.constantFrom<string>(...DAYS, "by 2020-06-30"),
  to: fc.constantFrom(null, null, null, "2021-06-30"),
  withdraw: fc.constantFrom(false, false, false, false, true),
  target: fc.nat({ max: 5 }),
});
export const history = fc.array(told, { minLength: 6, maxLength: 20 });
type Step =
  typeof history extends fc.Arbitrary<infer T> ? (T extends readonly (infer S)[] ? S : never) : never;

/** What there is from the beginning: the zones where they lie, the phase, and plots without anybody on them. */
export function beginning(cast: Cast, lies: readonly (readonly number[])[]): readonly Begun[] {
  const base = { legal: "established", industrialLand: 40, serviceLand: 10 };
  const places = (i: number) => (lies[i] ?? [0]).flatMap((p) => cast.ground.places[p] ?? []);
  const zones = cast.zones.map((id, i) => ({
    ...{ id, kind: "zone" as const },
    attributes: { ...base, name: `Khu mẫu ${i}`, kind: i === 2 ? "park" : "cluster", places: places(i) },
  }));
  return [
    ...zones,
    {
      ...{ id: cast.phase, kind: "zone" as const },
      attributes: { name: "Khu mẫu 0", kind: "cluster", phase: "1", phaseOf: cast.zones[0] ?? "" },
    },
    ...cast.plots.map((id, i) => ({
      ...{ id, kind: "plot" as const },
      attributes: { zone: [...cast.zones, cast.phase][i] ?? "", landUse: "industrial", area: 5 },
    })),
  ];
}
type Begun = { readonly kind: "zone" | "plot"; readonly id: string; readonly attributes: Attributes };

/** What is told, without what is not. */
function stated(told: Readonly<Record<string, AttributeValue | null>>): Record<string, AttributeValue> {
  return Object.fromEntries(
    Object.entries(told).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}

function attributesOf({ step }: Step, cast: Cast): Record<string, AttributeValue> {
  const zone = (n: number) => [...cast.zones, cast.phase][n] ?? "";
  switch (step.kind) {
    case "zone":
      return { name: "Khu mẫu", ...stated(step.told) };
    case "plot":
      return { ...stated(step.told), zone: zone(step.told.zone) };
    case "project": {
      const [place] = cast.ground.places;
      return { name: "Dự án mẫu", places: [place], ...stated(step.told), zone: zone(step.told.zone) };
    }
    case "lease": {
      const { project, plot, ...rest } = step.told;
      const of = project === undefined ? {} : { project: cast.projects[project] ?? "" };
      return { ...stated(rest), ...of, plot: cast.plots[plot] ?? "" };
    }
  }
}

function idOf({ step }: Step, cast: Cast): string {
  const ids = {
    zone: [...cast.zones, cast.phase],
    plot: cast.plots,
    lease: cast.leases,
    project: cast.projects,
  };
  return ids[step.kind][step.of] ?? "";
}

/** The draft of a step, after those that were recorded before. */
export function draftOf(
  step: Step,
  of: {
    readonly cast: Cast;
    readonly document: string;
    readonly id: string;
    readonly before: readonly ChangeDraft[];
  },
): ChangeDraft {
  const { cast, document, id, before } = of;
  const subject = { id: idOf(step, cast), kind: step.step.kind, key: null };
  const own = before.filter((c) => c.subject.id === subject.id);
  // What is there from the beginning is never taken back here.
  const begun = step.step.kind === "zone" || step.step.kind === "plot";
  const target = own.slice(begun ? 1 : 0)[step.target];
  if (step.withdraw && target !== undefined && target.kind === "set") {
    return withdrawing({ id, subject, document, withdraws: target.id });
  }
  return setting({
    id,
    subject,
    document,
    from: step.from,
    to: step.to,
    attributes: attributesOf(step, cast),
  });
}

/** The days that a random history moves on, and those after. */
export const PROBES: readonly PlainDate[] = [...DAYS, ...UNTIL].flatMap((d) => {
  const last = lastDay(partialDate(d));
  return [last, addDays(last, 1)];
});

export type Naive = {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly records: readonly string[];
  readonly missing: readonly string[];
  readonly disputed: readonly string[];
};

type Held = { readonly id: string; readonly a: Readonly<Record<string, unknown>> };

const number = (value: unknown): number | null => (typeof value === "number" ? value : null);
const text = (value: unknown): string => (typeof value === "string" ? value : "");

function holds({ a }: Held, kinds: readonly string[], day: PlainDate): boolean {
  if (!kinds.includes(text(a.kind)) || a.ended !== undefined) return false;
  return a.until === undefined || lastDay(partialDate(text(a.until))) >= day;
}
const LEASING = ["lease", "sublease"];

/** The naive answer from the changes of all subjects, those known alone. */
export function naive(
  changes: ReadonlyMap<string, readonly RecordedChange[]>,
  asked: { readonly figure: string; readonly cast: Cast; readonly day: PlainDate },
): Naive {
  const { cast, day, figure } = asked;
  const periods = new Map<string, readonly Period[]>([...changes].map(([id, c]) => [id, periodsOf(c)]));
  const on = (ids: readonly string[]): Held[] =>
    ids.flatMap((id) => {
      const period = periodOn(periods.get(id) ?? [], day);
      return period === null ? [] : [{ id, a: period.attributes }];
    });
  const [a, b, crossing] = cast.ground.places;
  const isIn = (p: unknown) => p === a || p === b;
  const placesOf = (z: Held): readonly unknown[] => (Array.isArray(z.a.places) ? z.a.places : []);
  const zones = on(cast.zones);
  const inside = zones.filter((z) => placesOf(z).every(isIn));
  const across = zones.filter(
    (z) => !inside.includes(z) && placesOf(z).some((p) => isIn(p) || p === crossing),
  );
  const phase = on([cast.phase]);
  const rootOf = (zone: unknown) => (zone === cast.phase ? cast.zones[0] : zone);
  const plots = on(cast.plots).filter((p) => p.a.ended === undefined);
  const leases = on(cast.leases);
  const projects = on(cast.projects);
  const isApproved = (p: Held | undefined) =>
    p !== undefined &&
    p.a.disputed === undefined &&
    ["policyApproved", "operating"].includes(text(p.a.status));
  const out = { records: [] as string[], missing: [] as string[], disputed: [] as string[] };
  const sorted = () => ({
    records: out.records.sort(),
    missing: out.missing.sort(),
    disputed: out.disputed.sort(),
  });

  if (figure.startsWith("land.occupancy.") || figure.startsWith("land.leased.")) {
    const kind = figure.endsWith("parks") ? "park" : "cluster";
    const occupied = figure.startsWith("land.occupancy.");
    let [numerator, denominator, divides] = [0, 0, false];
    out.missing.push(
      ...across.filter((z) => z.a.kind === kind && z.a.disputed === undefined).map((z) => z.id),
    );
    for (const zone of inside.filter((z) => z.a.kind === kind)) {
      if (zone.a.disputed !== undefined) {
        out.disputed.push(zone.id);
        continue;
      }
      const own = plots.filter((p) => rootOf(p.a.zone) === zone.id);
      const ofOwn = leases.filter((l) => own.some((p) => p.id === l.a.plot));
      const industrial = number(zone.a.industrialLand) ?? 0;
      const service = number(zone.a.serviceLand);
      if (industrial === 0) out.missing.push(zone.id);
      if (kind === "park" && service === null) out.missing.push(zone.id);
      if (industrial === 0 || (kind === "park" && service === null)) continue;
      const counted: [string, number][] = [];
      const missing: string[] = [];
      const disputed: string[] = [];
      const letting = ofOwn.filter((l) => holds(l, LEASING, day));
      for (const lease of letting) {
        const plot = own.find((p) => p.id === lease.a.plot);
        if (plot === undefined) continue;
        const size = number(lease.a.area) ?? number(plot.a.area);
        const project = projects.find((p) => p.id === lease.a.project);
        if (plot.a.landUse === undefined) missing.push(lease.id);
        else if (plot.a.landUse !== "industrial" && !(kind === "park" && plot.a.landUse === "service"))
          continue;
        else if (size === null) missing.push(lease.id);
        else if (plot.a.disputed !== undefined) disputed.push(lease.id);
        else if (occupied && kind === "park" && !isApproved(project)) missing.push(lease.id);
        else counted.push([lease.id, size]);
      }
      const stated = ofOwn.length === 0 ? number(zone.a.leasedLand) : null;
      const alone =
        occupied && kind === "cluster"
          ? projects.filter(
              (p) =>
                rootOf(p.a.zone) === zone.id && isApproved(p) && !letting.some((l) => l.a.project === p.id),
            )
          : [];
      for (const project of alone) {
        const size = number(project.a.land);
        if (size === null || stated !== null) missing.push(project.id);
        else counted.push([project.id, size]);
      }
      if (stated !== null) counted.push([zone.id, stated]);
      if (own.length === 0 && counted.length === 0) {
        out.missing.push(zone.id, ...missing);
        continue;
      }
      divides = true;
      numerator += counted.reduce((sum, [, size]) => sum + size, 0);
      denominator += industrial + (kind === "park" ? (service ?? 0) : 0);
      out.records.push(zone.id, ...counted.map(([id]) => id));
      out.missing.push(...missing);
      out.disputed.push(...disputed);
    }
    if (!divides) return { value: null, numerator: null, denominator: null, ...sorted() };
    return {
      value: Math.round((numerator / denominator) * 10_000) / 100,
      numerator,
      denominator,
      ...sorted(),
    };
  }

  const ground = [...inside, ...phase.filter(() => inside.some((z) => z.id === cast.zones[0]))];
  const certain = plots.filter((p) => {
    const zone = ground.find((z) => z.id === p.a.zone);
    return zone !== undefined && zone.a.disputed === undefined && p.a.disputed === undefined;
  });
  let [sum, weight] = [0, 0];
  for (const plot of certain) {
    const own = leases.filter((l) => l.a.plot === plot.id);
    if (figure === "land.ready") {
      const held = own.some((l) => holds(l, ["agreement", ...LEASING], day));
      if (plot.a.landUse !== "industrial" || plot.a.site === "notCleared" || held) continue;
      const size = number(plot.a.area);
      if (plot.a.site === undefined || size === null) out.missing.push(plot.id);
      else {
        out.records.push(plot.id);
        sum += size;
      }
      continue;
    }
    for (const lease of own.filter((l) => holds(l, LEASING, day))) {
      if (figure === "land.leases.ending") {
        const ends = lease.a.until === undefined ? null : lastDay(partialDate(text(lease.a.until)));
        const year = plainDate(
          `${Number(day.slice(0, 4)) + 1}${day.slice(4) === "-02-29" ? "-02-28" : day.slice(4)}`,
        );
        if (ends === null) out.missing.push(lease.id);
        else if (ends <= year) {
          out.records.push(lease.id);
          sum += 1;
        }
        continue;
      }
      const basis = figure === "land.price.yearly" ? "yearly" : "oneOff";
      const size = number(lease.a.area) ?? number(plot.a.area);
      const price = number(lease.a.price);
      if (lease.a.rentBasis !== undefined && lease.a.rentBasis !== basis) continue;
      if (price === null || lease.a.rentBasis === undefined || size === null || size === 0)
        out.missing.push(lease.id);
      else {
        out.records.push(lease.id);
        sum += price * size;
        weight += size;
      }
    }
  }
  if (out.records.length === 0) return { value: null, numerator: null, denominator: null, ...sorted() };
  if (figure.startsWith("land.price.")) {
    return { value: Math.round(sum / weight), numerator: sum, denominator: weight, ...sorted() };
  }
  return { value: sum, numerator: null, denominator: null, ...sorted() };
}
