/** The invented cases of five years: received under the text of their day, moved on, held up, decided, some still open. */
import { addDays, dayOfSerial, daySerial, type PlainDate, partialDate, plainDate } from "../kernel/dates.ts";
import {
  type CaseEvent,
  type CourseStep,
  courseOf,
  type Happened,
  procedureFor,
} from "../procedures/public.ts";
import {
  type AttributeValue,
  attributeValue,
  type ChangeDraft,
  type DocumentDraft,
} from "../register/public.ts";
import { communeId, communeIn, idOf, paperOf, projectName, provinceOf } from "./country.ts";
import { handled } from "./handing.ts";
import { type Random, randomOf } from "./random.ts";
import type { SampleSize } from "./size.ts";
import { zoneKindOf, zoneName, zonesIn } from "./zones.ts";

const LAST_DAY = plainDate("2026-11-25");
const YEARS = 5;
const FIRST_DAY = addDays(LAST_DAY, -365 * YEARS);
/** By which share of the five years which share of the cases was received: there are more from year to year. */
const INTAKE = [
  { time: 0, cases: 0 },
  { time: 0.72, cases: 0.5 },
  { time: 0.94, cases: 0.8 },
  { time: 1, cases: 1 },
] as const;

/** About clusters and parks, then about projects. */
const OF_CLUSTERS = [
  "clusterEstablishment",
  "clusterExpansion",
  "detailedPlan",
  "landRecovery",
  "serviceRegulation",
] as const;
const OF_PARKS = ["parkPolicy", "zoningPlan", "landRecovery"] as const;
const OF_PROJECTS = [
  "registrationCertificate",
  "projectPolicyBoard",
  "environmentalAssessment",
  "environmentalPermit",
  "basicDesignAppraisal",
  "constructionPermit",
  "landLease",
] as const;
/** Things that may happen to one case, at most. */
const AT_MOST = 60;

type Told = {
  readonly on: PlainDate;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** Who held the case, and so recorded it; null: nobody yet. */
  readonly by: string | null;
};

/** Days that a limited step takes: around its limit, some much longer, a few left lying. */
function daysFor(limit: number, random: Random): number {
  if (random.chance(0.03)) return Math.round(limit * (3 + random.next() * 4));
  const share = random.chance(0.18) ? 1.3 + random.next() * 1.2 : 0.35 + random.next() * 0.75;
  return Math.max(1, Math.round(limit * share));
}

const WORKING_SHARE = 1.4;
const LENGTHS = { working: WORKING_SHARE, calendar: 1, month: 30, year: 365 } as const;

type Course = ReturnType<typeof courseOf>;
type StepLimit = ReturnType<typeof procedureFor>["limits"] extends ReadonlyMap<string, infer L> ? L : never;

/** When a step is done that is begun on the day: by its limit from where that is counted, else within some days. */
function doneOn(
  day: PlainDate,
  of: { readonly limit: StepLimit | null; readonly course: Course },
  random: Random,
): PlainDate {
  const { limit, course } = of;
  if (limit === null) return addDays(day, random.whole(1, 8));
  const from = course.steps.find((s) => s.key === limit.starts)?.doneOn ?? day;
  const wanted = daySerial(from) + daysFor(limit.count * LENGTHS[limit.unit], random);
  return dayOfSerial(Math.max(wanted, daySerial(day) + 1));
}

/** The step that is done next: most of those that may be passed over are. */
function nextStep(
  steps: readonly CourseStep[],
  current: string | null,
  random: Random,
): CourseStep | undefined {
  const ahead = steps.slice(steps.findIndex((s) => s.key === current));
  return ahead.find((s) => !s.optional || random.chance(0.25));
}

/** What holds a step up, before it is done. */
function* heldUp(
  from: PlainDate,
  mayAsk: boolean,
  random: Random,
): Generator<readonly [PlainDate, CaseEvent]> {
  let day = from;
  const after = (least: number, most: number) => {
    day = addDays(day, random.whole(least, most));
    return day;
  };
  if (mayAsk && random.chance(0.12)) {
    yield [after(1, 4), { kind: "supplementAsked" }];
    yield [after(5, 40), { kind: "supplementReceived" }];
  }
  if (random.chance(0.03)) {
    yield [after(1, 3), { kind: "paused" }];
    yield [after(10, 60), { kind: "resumed" }];
  }
  if (random.chance(0.15)) {
    const body = `Sở Mẫu ${random.whole(1, 9)}`;
    yield [after(0, 2), { kind: "opinionAsked", body, days: 7, unit: "working" }];
    yield [after(4, 16), { kind: "opinionGiven", body }];
  }
}

/** The course of one case, day by day, until it ends or the sample does. */
export function* courseOfCase(
  procedure: string,
  receivedOn: PlainDate,
  random: Random,
): Generator<Happened & { readonly step: string | null; readonly state: string }> {
  const happened: Happened[] = [];
  const told = (on: PlainDate, event: CaseEvent) => {
    happened.push({ id: String(happened.length), on, event });
    const { steps } = procedureFor(procedure, { happened, asOf: on });
    const course = courseOf(steps, happened);
    return { id: "", on, event, step: course.current, state: course.state };
  };
  yield told(receivedOn, { kind: "received" });
  let day = receivedOn;
  let asked = false;
  while (happened.length < AT_MOST) {
    const { steps, limits } = procedureFor(procedure, { happened, asOf: day });
    const course = courseOf(steps, happened);
    const step = course.current === null ? undefined : nextStep(steps, course.current, random);
    for (const [on, event] of heldUp(day, !asked, random)) {
      if (on > LAST_DAY) return;
      asked ||= event.kind === "supplementAsked";
      day = on;
      yield told(on, event);
    }
    const limit = limits.get(step?.key ?? "") ?? null;
    day = doneOn(day, { limit, course }, random);
    if (day > LAST_DAY) return;
    if (random.chance(0.012)) {
      yield told(day, { kind: random.chance(0.5) ? "withdrawn" : "returned" });
      return;
    }
    // Where no text is coded a case is complete, then decided; the last step of a text decides, too.
    const isLast = step === undefined || step.key === steps.at(-1)?.key;
    const isWhole = course.completedOn !== null;
    if (step?.decides === true || (isLast && isWhole)) {
      yield told(day, { kind: random.chance(0.07) ? "refused" : "decided" });
      return;
    }
    const isReceipt = step === undefined || (step.receives && !isWhole);
    // By now another text may hold, of which the step is another one.
    const now = procedureFor(procedure, { happened, asOf: day }).steps;
    if (step !== undefined && !now.some((s) => s.key === step.key)) continue;
    yield told(day, isReceipt ? { kind: "completed" } : { kind: "stepDone", step: step.key });
  }
}

/** What a case is about: a zone of the province, or a project; the words name nobody who applies. */
function aboutOf(size: SampleSize, n: number, random: Random) {
  const province = provinceOf(size, n);
  const kind = n % 10 === 0 ? "park" : "cluster";
  const [first, ...others] = [...zonesIn(size, province)].filter((z) => zoneKindOf(z) === kind);
  if (n % 2 === 0 && first !== undefined) {
    const zone = random.pick([first, ...others]);
    const procedure = kind === "park" ? random.pick(OF_PARKS) : random.pick(OF_CLUSTERS);
    return { procedure, topic: zoneName(zone), zone: idOf("zone", zone) };
  }
  const most = Math.max(0, Math.ceil((size.projects - province) / size.provinces) - 1);
  const commune = communeIn(size, province, random);
  const procedure = random.pick(OF_PROJECTS);
  const project = province + size.provinces * random.whole(0, most);
  return {
    ...{ procedure, topic: projectName(project), project: idOf("project", project) },
    places: [communeId(size, commune)],
  };
}

const value = (event: CaseEvent): AttributeValue => attributeValue.parse(JSON.parse(JSON.stringify(event)));

function toldOf(size: SampleSize, n: number, receivedOn: PlainDate): readonly Told[] {
  const random = randomOf(size.seed, "case", n);
  const about = aboutOf(size, n, random);
  const founding = { ...about, number: numberOf(n, receivedOn) };
  const moves = handled([...courseOfCase(about.procedure, receivedOn, random)], random, LAST_DAY);
  return moves.map(({ on, event, step, state, holder: { unit, officer } }, at): Told => {
    const own = step === null ? {} : { step };
    const hands =
      at === 0 || event.kind === "handedOver" ? { unit, ...(officer === null ? {} : { officer }) } : {};
    const attributes = { ...(at === 0 ? founding : {}), ...hands, ...own, state, event: value(event) };
    return { on, attributes, by: officer };
  });
}

/** The day on which the nth case is received. */
function receivedOn(size: SampleSize, n: number): PlainDate {
  const share = (n + 0.5) / size.cases;
  const at = INTAKE.findLastIndex((point) => point.cases <= share);
  const [from, to] = [INTAKE[at] ?? INTAKE[0], INTAKE[at + 1] ?? INTAKE[3]];
  const time = from.time + ((share - from.cases) / (to.cases - from.cases)) * (to.time - from.time);
  return addDays(FIRST_DAY, Math.floor(time * 365 * YEARS));
}

function numberOf(n: number, receivedOn: PlainDate): string {
  return `HS-MAU-${receivedOn.slice(0, 4)}-${String(n + 1).padStart(4, "0")}`;
}

/** A dossier with what happened to it; `by`: who recorded each of the changes. */
export type CaseFile = {
  readonly document: DocumentDraft;
  readonly changes: ReadonlyArray<{
    readonly change: ChangeDraft;
    readonly on: PlainDate;
    readonly by: string | null;
  }>;
};

/** Every case; papers and changes go on from what there is. */
export function* caseFiles(
  size: SampleSize,
  next: { readonly document: number; readonly change: number },
): Generator<CaseFile> {
  let [document, change] = [next.document, next.change];
  for (let n = 0; n < size.cases; n += 1) {
    const received = receivedOn(size, n);
    const number = numberOf(n, received);
    const subject = { id: idOf("case", n), kind: "case" as const, key: number.toLowerCase() };
    const paper = paperOf(document++, { kind: "dossier", province: provinceOf(size, n), signedOn: received });
    const changes = toldOf(size, n, received).map(({ on, attributes, by }) => ({
      ...{ by, on },
      change: {
        ...({ id: idOf("change", change++), kind: "set", subject, document: paper.id, note: null } as const),
        ...({ attributes, from: { kind: "on", date: partialDate(on) }, to: null, standing: "says" } as const),
      },
    }));
    yield { document: paper, changes };
  }
}
