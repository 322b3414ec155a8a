/** The view of a leader: where every zone of a place, and every running case, stands, and by when it will be finished. */
import type { Question } from "../../figures/public.ts";
import { plainDate } from "../../kernel/dates.ts";
import { findKnown } from "../../register/public.ts";
import {
  listZonesLast,
  listZonesWithPhases,
  newestWords,
  seenZones,
  labelOf as zoneLabel,
} from "../../zones/public.ts";
import { calendarAt } from "../calendar/calendars.ts";
import { namesOfSubjects, whereOf } from "../cases/grounds.ts";
import { insiderOf, type Worker } from "../cases/handling.ts";
import { proceduresUnder, readingUnder } from "../cases/pinning.ts";
import { readOf } from "../cases/reading.ts";
import { type CaseHeld, listCases, listCasesHeld, listHappened } from "../cases/store.ts";
import { foretoldOf, sittingOf, waitingOf } from "./caseReading.ts";
import type { CaseProgress, Progress } from "./pageWords.ts";
import { chainShown, type Reading, readZones } from "./zoneReading.ts";

/** All running cases of a register, and so many of them shown. */
const AT_MOST = 200_000;
const SHOWN = 100;

/** Progress of a place. */
export async function progressOf(
  question: Question,
  of: { readonly worker: Worker; readonly reading: Reading },
): Promise<Progress> {
  const { worker, reading } = of;
  const { asked, language, context } = reading;
  const { inside } = await listZonesWithPhases(question, context);
  const zones = await readZones(inOrder(inside), reading);
  const newest = await newestWords(
    zones.map((read) => read.zone),
    question,
    context,
  );
  const running = await runningIn(question, reading, new Set(inside.map((z) => z.id)));
  return {
    ...{ asOf: asked.asOf, enough: asked.settings.enoughTimes, hidden: inside.length - zones.length },
    zones: zones.map((read) => ({
      ...chainShown(read, { asked, language }),
      papers: read.papers,
      newest: [...(newest.get(read.zone.id) ?? [])],
      questions: read.signals.filter((s) => s.answer === null).length,
    })),
    cases: await casesShown(running.slice(0, SHOWN), { worker, reading }),
    moreCases: Math.max(0, running.length - SHOWN),
  };
}

type Zone = Parameters<typeof readZones>[0][number];

/** Each phase after its zone. */
function inOrder(zones: readonly Zone[]): readonly Zone[] {
  const ids = new Set(zones.map((z) => z.id));
  const whole = zones.filter((z) => !ids.has(z.attributes.phaseOf ?? ""));
  return whole.flatMap((zone) => [zone, ...zones.filter((z) => z.attributes.phaseOf === zone.id)]);
}

/** The running cases that lie in the place: by their own places, or by their zone. */
async function runningIn(
  { scope }: Question,
  { context, asked }: Reading,
  zones: ReadonlySet<string>,
): Promise<readonly CaseHeld[]> {
  const asking = { ...asked, states: ["open", "waiting"] as const, limit: AT_MOST };
  const { items } = await listCases(context.db, asking);
  const within = new Set(scope.within);
  return items.filter(({ attributes: { zone, places = [] } }) =>
    zone === undefined ? places.some((p) => within.has(p)) : zones.has(zone),
  );
}

async function casesShown(
  held: readonly CaseHeld[],
  { worker, reading }: { readonly worker: Worker; readonly reading: Reading },
): Promise<CaseProgress[]> {
  const { context, asked, language } = reading;
  const { db } = context;
  const ids = held.map((c) => c.id);
  const happened = await listHappened(db, ids, asked.known);
  const zoneIds = [...new Set(held.flatMap((c) => c.attributes.zone ?? []))];
  const zones = await seenZones(await listZonesLast(db, { ids: zoneIds, known: asked.known }), context);
  const zoneNames = new Map(zones.map((z) => [z.id, zoneLabel(z)]));
  const projects = await namesOfSubjects(
    held.map((c) => c.attributes),
    asked.known,
    context,
  );
  // Who had a case then, and handed it on, is inside no more.
  const latest = await findKnown(db, null);
  if (!latest.ok) throw new Error("what is known now can't be found");
  const lastHeld = await listCasesHeld(db, ids, { asOf: AS_TOLD_LAST, known: latest.value });
  const now = new Map(lastHeld.map((c) => [c.id, c]));
  const of = {
    ...{ procedures: proceduresUnder(asked.settings), reads: readingUnder(asked.settings), asOf: asked.asOf },
    calendar: await calendarAt(db, asked.known),
  };
  const named = (id: string | undefined, names: ReadonlyMap<string, string>) => {
    const label = names.get(id ?? "");
    return id === undefined || label === undefined ? null : { id, label };
  };
  const shown: CaseProgress[] = [];
  for (const one of held) {
    const read = readOf(one, happened.get(one.id) ?? [], of);
    const { attributes: a } = one;
    const last = now.get(one.id) ?? one;
    const isInside = (await mayForetell(one, worker, reading)) && (await mayForetell(last, worker, reading));
    const waiting = waitingOf(read);
    shown.push({
      ...{ id: one.id, number: a.number ?? one.id, procedure: read.procedure.title[language] },
      ...{ about: a.topic ?? "", project: named(a.project, projects), zone: named(a.zone, zoneNames) },
      done: read.course.steps.filter((s) => s.state === "done").length,
      steps: read.course.steps.length,
      sitting: sittingOf(waiting, { asOf: asked.asOf, language }),
      isInside,
      foretold: isInside ? await foretoldOf(read, reading) : null,
    });
  }
  return shown;
}

const AS_TOLD_LAST = plainDate("9999-12-31");

/** Before the decision a forecast is for the handling unit and the council alone. */
async function mayForetell(
  { attributes: a }: CaseHeld,
  worker: Worker,
  { context, asked }: Reading,
): Promise<boolean> {
  const { asker, units } = worker;
  const isNear =
    asker.kind === "system" ||
    (a.unit !== undefined && units.includes(a.unit)) ||
    (asker.kind === "account" && (a.council ?? []).some((m) => m.account === asker.id));
  if (!isNear) return false;
  const where = await whereOf(a, { db: context.db, known: asked.known, directory: context.places });
  return insiderOf(worker, a, where) !== null;
}
