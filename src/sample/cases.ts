/** The invented cases of five years: received under the text of their day, moved on, held up, decided, some still open. */
import { addDays, type PlainDate, partialDate } from "../kernel/dates.ts";
import { type CaseEvent, courseOf, type Happened, procedureFor } from "../procedures/public.ts";
import {
  type AttributeValue,
  attributeValue,
  type ChangeDraft,
  type DocumentDraft,
} from "../register/public.ts";
import { communeId, communeIn, communeName, DAYS, FIRST_DAY, idOf, paperOf, provinceOf } from "./country.ts";
import { type Random, randomOf } from "./random.ts";
import type { SampleSize } from "./size.ts";
import { zoneKindOf, zoneName, zonesIn } from "./zones.ts";

const LAST_DAY = addDays(FIRST_DAY, DAYS);
const YEARS = 5;

/** About clusters and parks, then about projects. */
const OF_ZONES = ["clusterEstablishment", "clusterExpansion", "detailedPlan", "landRecovery"] as const;
const OF_PROJECTS = [
  "registrationCertificate",
  "environmentalPermit",
  "constructionPermit",
  "landLease",
] as const;
/** Units that handle: so many. */
const UNITS = 4;
/** Things that may happen to one case, at most. */
const AT_MOST = 60;

type Told = { readonly on: PlainDate; readonly attributes: Readonly<Record<string, AttributeValue>> };

/** The invented units that handle the cases; they stand beside the register, so they are no part of a batch. */
export const SAMPLE_UNITS = Array.from({ length: UNITS }, (_, n) => ({
  id: idOf("unit", n),
  name: `Phòng Mẫu ${n + 1}`,
}));

/** Days that a step takes: around its limit, some much longer; 4 to 20 where it has none. */
function daysFor(limit: number | null, random: Random): number {
  if (limit === null) return random.whole(4, 20);
  const share = random.chance(0.18) ? 1.3 + random.next() * 1.2 : 0.35 + random.next() * 0.75;
  return Math.max(1, Math.round(limit * share));
}

const WORKING_SHARE = 1.4;
const LENGTHS = { working: WORKING_SHARE, calendar: 1, month: 30, year: 365 } as const;

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
    const step = steps.find((s) => s.key === course.current);
    for (const [on, event] of heldUp(day, !asked, random)) {
      if (on > LAST_DAY) return;
      asked ||= event.kind === "supplementAsked";
      day = on;
      yield told(on, event);
    }
    const limit = limits.get(step?.key ?? "") ?? null;
    day = addDays(day, daysFor(limit === null ? null : limit.count * LENGTHS[limit.unit], random));
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
  const clusters = [...zonesIn(size, province)].filter((z) => zoneKindOf(z) === "cluster");
  const [first, ...others] = clusters;
  if (n % 2 === 0 && first !== undefined) {
    const zone = random.pick([first, ...others]);
    return { procedure: random.pick(OF_ZONES), topic: zoneName(zone), zone: idOf("zone", zone) };
  }
  const most = Math.max(0, Math.ceil((size.projects - province) / size.provinces) - 1);
  const commune = communeIn(size, province, random);
  return {
    ...{ procedure: random.pick(OF_PROJECTS), topic: `Dự án mẫu tại ${communeName(commune)}` },
    project: idOf("project", province + size.provinces * random.whole(0, most)),
    places: [communeId(size, commune)],
  };
}

const value = (event: CaseEvent): AttributeValue => attributeValue.parse(JSON.parse(JSON.stringify(event)));

function* toldOf(size: SampleSize, n: number, receivedOn: PlainDate): Generator<Told> {
  const random = randomOf(size.seed, "case", n);
  const about = aboutOf(size, n, random);
  const founding = {
    ...about,
    number: numberOf(n, receivedOn),
    unit: idOf("unit", random.whole(0, UNITS - 1)),
  };
  let last: string | null = null;
  for (const { on, event, step, state } of courseOfCase(about.procedure, receivedOn, random)) {
    const own = step === null ? {} : { step };
    yield { on, attributes: { ...(last === null ? founding : {}), ...own, state, event: value(event) } };
    last = state;
  }
}

function numberOf(n: number, receivedOn: PlainDate): string {
  return `HS-MAU-${receivedOn.slice(0, 4)}-${String(n + 1).padStart(4, "0")}`;
}

/** Every case with its dossier and what happened to it; papers and changes go on from what there is. */
export function* caseFiles(
  size: SampleSize,
  next: { readonly document: number; readonly change: number },
): Generator<{ readonly document: DocumentDraft; readonly changes: readonly ChangeDraft[] }> {
  let [document, change] = [next.document, next.change];
  const first = addDays(LAST_DAY, -365 * YEARS);
  for (let n = 0; n < size.cases; n += 1) {
    const received = addDays(first, Math.floor(((n + 0.5) * 365 * YEARS) / size.cases));
    const number = numberOf(n, received);
    const subject = { id: idOf("case", n), kind: "case" as const, key: number.toLowerCase() };
    const paper = paperOf(document++, { kind: "dossier", province: provinceOf(size, n), signedOn: received });
    const changes = [...toldOf(size, n, received)].map(
      ({ on, attributes }): ChangeDraft => ({
        ...{ id: idOf("change", change++), kind: "set", subject, document: paper.id, note: null, attributes },
        ...{ from: { kind: "on", date: partialDate(on) }, to: null, standing: "says" },
      }),
    );
    yield { document: paper, changes };
  }
}
