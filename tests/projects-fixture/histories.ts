/** Random histories of projects, and the naive answer to a question about them: the rules applied one by one. */
import fc from "fast-check";
import type { Finding } from "../../src/figures/public.ts";
import {
  addDays,
  firstDay,
  lastDay,
  laterOf,
  type PartialDate,
  type PlainDate,
  partialDate,
} from "../../src/kernel/dates.ts";
import { approvalWithin, isInForce, type Window } from "../../src/projects/rules.ts";
import { type ProjectAttributes, projectAttributes } from "../../src/projects/vocabulary.ts";
import { type Period, periodOn, periodsOf, type RecordedChange } from "../../src/register/fold.ts";
import type { AttributeValue, ChangeDraft } from "../../src/register/public.ts";
import { clearing, setting, withdrawing } from "../register-fixture/builders.ts";
import type { Ground } from "./asking.ts";

export const DAYS = [
  "2020-01-01",
  "2020-01-15",
  "2020-02-01",
  "2020-02-29",
  "2020-03-10",
  "2020-06-30",
] as const;
const PARTIALS = [...DAYS, "2020-02", "2020"] as const;

const attributes = fc.record(
  {
    places: fc.constantFrom<readonly number[]>([0], [0], [1], [2], [3], [0, 1], [1, 3], [0, 2]),
    status: fc.constantFrom("proposed", "policyApproved", "operating", "withdrawn"),
    registeredCapital: fc.integer({ min: 0, max: 9 }),
    fdi: fc.boolean(),
    approvedOn: fc.constantFrom<string>(...PARTIALS),
    disputed: fc.constantFrom(null, null, null, "hai văn bản mẫu nói khác"),
  },
  { requiredKeys: ["places", "disputed"] },
);

const step = fc.record({
  what: fc.constantFrom("set", "set", "set", "set", "clear", "withdraw"),
  subject: fc.nat({ max: 4 }),
  attributes,
  from: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<string>(...PARTIALS) },
    { weight: 2, arbitrary: fc.constantFrom<string>(...DAYS).map((d) => `by ${d}`) },
  ),
  to: fc.option(fc.constantFrom("2020-06-30", "2020-12-31"), { nil: null, freq: 2 }),
  target: fc.nat({ max: 9 }),
  signedOn: fc.constantFrom<string>(...PARTIALS).map(partialDate),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Commits in their order, each with what it records about five projects. */
export const history: fc.Arbitrary<readonly Step[][]> = fc.array(
  fc.array(step, { minLength: 1, maxLength: 5 }),
  {
    minLength: 1,
    maxLength: 5,
  },
);

export type Drafted = {
  readonly draft: ChangeDraft;
  readonly document: string;
  readonly signedOn: PartialDate;
};

function attributesOf(told: Step["attributes"], ground: Ground): Record<string, AttributeValue> {
  const { places, disputed, ...rest } = told;
  const ids = places.flatMap((i) => ground.places[i] ?? []);
  return { ...rest, places: ids, ...(disputed === null ? {} : { disputed }) };
}

/** The drafts of a history, commit by commit, each resting on a paper of its own. */
export function draftsOf(
  steps: readonly Step[][],
  of: { readonly ground: Ground; readonly projects: readonly string[]; readonly nextId: () => string },
): readonly Drafted[][] {
  const earlier = new Map<string, string[]>();
  return steps.map((commit) =>
    commit.flatMap((s): Drafted[] => {
      const id = of.projects[s.subject];
      if (id === undefined) return [];
      const subject = { id, kind: "project" as const, key: null };
      const before = earlier.get(id) ?? [];
      earlier.set(id, before);
      const [change, document] = [of.nextId(), of.nextId()];
      const target = before[s.target % Math.max(before.length, 1)];
      before.push(change);
      const base = { id: change, subject, document };
      const told = attributesOf(s.attributes, of.ground);
      const draft =
        s.what === "withdraw" && target !== undefined
          ? withdrawing({ ...base, withdraws: target })
          : s.what === "clear"
            ? clearing({ ...base, from: s.from, to: s.to, attributes: Object.keys(told) })
            : setting({ ...base, from: s.from, to: s.to, attributes: told });
      return [{ draft, document, signedOn: s.signedOn }];
    }),
  );
}

/** What a question comes to, each rule applied to each project by itself. */
export type Naive = {
  readonly value: number | null;
  readonly records: readonly string[];
  readonly evidence: PartialDate | null;
  readonly missing: readonly string[];
  readonly disputed: readonly string[];
  readonly later: boolean;
};

export type NaiveQuestion = {
  readonly figure: string;
  readonly ground: Ground;
  readonly asOf: PlainDate;
  readonly window: Window;
};

type Lies = "inside" | "across" | "outside";

function liesIn(places: readonly string[] | undefined, ground: Ground): Lies {
  const [a, b, crossing] = ground.places;
  const inside = (p: string) => p === a || p === b;
  if (places === undefined || places.length === 0) return "outside";
  if (places.every(inside)) return "inside";
  return places.some((p) => inside(p) || p === crossing) ? "across" : "outside";
}

function selects(a: ProjectAttributes, asked: NaiveQuestion): "counts" | "unsure" | "no" {
  if (asked.figure === "projects.capitalInForce") return isInForce(a) ? "counts" : "no";
  if (asked.figure === "projects.fdiCount" && a.fdi !== true) return "no";
  const lies = approvalWithin(a.approvedOn, asked.window);
  return lies === "inside" ? "counts" : lies === "overlaps" ? "unsure" : "no";
}

/** The naive answer from the changes of all projects, those known alone. */
export function naive(projects: ReadonlyMap<string, readonly RecordedChange[]>, asked: NaiveQuestion): Naive {
  const capital = asked.figure === "projects.capitalInForce" || asked.figure === "projects.registeredCapital";
  const { ground, asOf } = asked;
  const then = ground.ended !== null && asOf >= ground.ended ? addDays(ground.ended, -1) : null;
  const records: { id: string; value: number; capital: number; evidence: PartialDate | null }[] = [];
  const missing: string[] = [];
  const disputed: string[] = [];
  let later = false;
  for (const [id, changes] of projects) {
    const periods = periodsOf(changes);
    const period = periodOn(periods, asOf);
    const a = projectAttributes.parse(period?.attributes ?? {});
    const state = selects(a, asked);
    const first = periods[0];
    if (period === null) {
      if (first !== undefined && toldLater(first, asked)) {
        missing.push(id);
        later = true;
      }
      continue;
    }
    let lies = liesIn(a.places, ground);
    if (lies === "across" && then !== null && liesIn(placesOn(periods, then), ground) === "inside")
      lies = "inside";
    if (state === "no" || lies === "outside") continue;
    if (a.disputed !== undefined) {
      if (lies === "inside" && state === "counts") disputed.push(id);
    } else if (lies === "across" || state === "unsure") missing.push(id);
    else if (capital && a.registeredCapital === undefined) missing.push(id);
    else
      records.push({
        id,
        value: capital ? (a.registeredCapital ?? 0) : 1,
        capital: a.registeredCapital ?? -1,
        evidence: period.evidence,
      });
  }
  records.sort((x, y) => y.capital - x.capital || (x.id < y.id ? -1 : 1));
  return {
    value: records.length === 0 ? null : records.reduce((sum, r) => sum + r.value, 0),
    records: records.map((r) => r.id),
    evidence: records.reduce<PartialDate | null>((d, r) => laterOf(d, r.evidence), null),
    missing: missing.sort(),
    disputed: disputed.sort(),
    later,
  };
}

function placesOn(periods: readonly Period[], day: PlainDate): readonly string[] | undefined {
  return projectAttributes.parse(periodOn(periods, day)?.attributes ?? {}).places;
}

/** Told of only "by" a later day, in the one place, and selected there. */
function toldLater(first: Period, asked: NaiveQuestion): boolean {
  const a = projectAttributes.parse(first.attributes);
  const source = first.sources.status ?? first.sources.approvedOn;
  const alone = a.places?.length === 1 && liesIn(a.places, asked.ground) === "inside";
  return (
    first.from > asked.asOf &&
    source?.sinceKind === "by" &&
    alone &&
    a.disputed === undefined &&
    selects(a, asked) !== "no"
  );
}

/** The days that a random history moves on, and some around them. */
export function probes(): readonly PlainDate[] {
  return [
    ...new Set(PARTIALS.flatMap((d) => [firstDay(partialDate(d)), addDays(lastDay(partialDate(d)), 1)])),
  ];
}

export function idsOf(finding: Finding): {
  readonly missing: readonly string[];
  readonly disputed: readonly string[];
} {
  return {
    missing: finding.missing.map((m) => m.id).sort(),
    disputed: finding.disputed.map((d) => d.id).sort(),
  };
}
