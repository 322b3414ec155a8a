/** Reads cases for lists and pages, as who asks may see them. What is sealed is read by `dossier.ts` alone. */
import type { FigureContext } from "../../figures/public.ts";
import type { PlainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { Calendar } from "../../law/calendar/vocabulary.ts";
import { isLaw, MARKS } from "../../law/marks.ts";
import { may, namesOfAuthors } from "../../people/public.ts";
import { documentLabel, type Known, listDocumentsById } from "../../register/public.ts";
import { listZonesLast, seenZones, labelOf as zoneLabel } from "../../zones/public.ts";
import { countSaid, paperSaid } from "../clock/saying.ts";
import type { Reading as ClockReading } from "../clock/vocabulary.ts";
import { movesOf } from "../deadlines/moves.ts";
import { ACTORS } from "../vocabulary.ts";
import { type Course, courseOf } from "./course.ts";
import { type DueDeadline, deadlinesOf, duesOf, firstDue, titleOfDue } from "./deadlines.ts";
import { namesOfSubjects, whereOf } from "./grounds.ts";
import { insiderOf, mayHandle, type Worker } from "./handling.ts";
import type { CaseLine, CasePage } from "./pageWords.ts";
import type { Pinning, ProcedureReader } from "./pinning.ts";
import {
  type CaseCommits,
  type CaseHeld,
  type CasesAsked,
  findCase,
  findCaseId,
  type HappenedRecord,
  lastCommitsOf,
  listCases,
  listHappened,
} from "./store.ts";
import { EVENTS, STATES } from "./vocabulary.ts";

/** What cases are read with: the names of units, and the procedures as settings have them. */
export type Reading = {
  readonly context: FigureContext;
  readonly unitNames: () => Promise<ReadonlyMap<string, string>>;
  readonly procedures: ProcedureReader;
  /** As known then, and how the office reads what the law leaves open. */
  readonly calendar: Calendar;
  readonly reads: ClockReading;
  readonly language: "vi" | "en";
};

/** A case with what happened to it and the text of law that this puts it under. */
export type CaseRead = {
  readonly held: CaseHeld;
  readonly happened: readonly HappenedRecord[];
  readonly procedure: Pinning;
  readonly course: Course;
  readonly deadlines: readonly DueDeadline[];
  readonly asOf: PlainDate;
};

/** A case from what is held of it and what happened to it. */
export function readOf(
  held: CaseHeld,
  happened: readonly HappenedRecord[],
  of: Pick<Reading, "procedures" | "calendar" | "reads"> & { readonly asOf: PlainDate },
): CaseRead {
  const upTo = happened.filter((h) => h.on <= of.asOf);
  const key = held.attributes.procedure ?? "";
  const procedure = of.procedures.find(key, { happened: upTo, asOf: of.asOf });
  if (procedure === null) throw new RangeError(`no procedure ${key}`);
  const course = courseOf(procedure.steps, upTo);
  const dues = duesOf(procedure.version, course, held.attributes);
  const deadlines = deadlinesOf(dues, { calendar: of.calendar, reading: of.reads });
  return { held, happened: upTo, procedure, course, deadlines, asOf: of.asOf };
}

/** A case that was asked for by itself. */
export type CaseFound = CaseRead & CaseCommits;

/** A case by id, key or receipt number on a day; null where it is not known or nothing of it held then. */
export async function readCase(
  asked: string,
  of: { readonly asOf: PlainDate; readonly known: Known },
  reading: Pick<Reading, "context" | "procedures" | "calendar" | "reads">,
): Promise<CaseFound | null> {
  const { context } = reading;
  const id = await findCaseId(context.db, asked, of.known);
  const held = id === null ? null : await findCase(context.db, id, of);
  if (held === null) return null;
  const happened = await listHappened(context.db, [held.id], of.known);
  const read = readOf(held, happened.get(held.id) ?? [], { ...reading, asOf: of.asOf });
  return { ...read, ...(await lastCommitsOf(context.db, held.id)) };
}

type Names = {
  readonly zones: ReadonlyMap<string, string>;
  readonly subjects: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
  readonly officers: (author: string) => string;
};

async function namesOf(cases: readonly CaseHeld[], known: Known, reading: Reading): Promise<Names> {
  const { context, unitNames } = reading;
  const { db } = context;
  const idsOf = (pick: (a: CaseHeld["attributes"]) => string | undefined) => [
    ...new Set(cases.flatMap(({ attributes }) => pick(attributes) ?? [])),
  ];
  const zones = await seenZones(await listZonesLast(db, { ids: idsOf((a) => a.zone), known }), context);
  const officers = cases.flatMap(({ attributes }) => attributes.officer ?? []);
  return {
    zones: new Map(zones.map((z) => [z.id, zoneLabel(z)])),
    subjects: await namesOfSubjects(
      cases.map(({ attributes }) => attributes),
      known,
      context,
    ),
    units: await unitNames(),
    officers: await namesOfAuthors(db, officers),
  };
}

const HIDDEN: Sentence = { vi: "(không được xem)", en: "(not to be seen)" };

function plotSaid(number: string | undefined, language: "vi" | "en"): string {
  return number === undefined ? HIDDEN[language] : `${language === "vi" ? "Lô" : "Plot"} ${number}`;
}

/** What a case is about in words that name no applicant. */
function aboutOf(a: CaseHeld["attributes"], names: Names, { context, language }: Reading): string {
  const placeNames = (a.places ?? []).map((id) => context.places.find(id)?.name ?? "…");
  const about = [
    a.topic,
    ...(a.zone === undefined ? [] : [names.zones.get(a.zone) ?? HIDDEN[language]]),
    ...(a.project === undefined ? [] : [names.subjects.get(a.project) ?? HIDDEN[language]]),
    ...(a.plot === undefined ? [] : [plotSaid(names.subjects.get(a.plot), language)]),
    ...((a.zone ?? a.project ?? a.plot) === undefined ? placeNames : []),
  ].flatMap((t) => t ?? []);
  // What was planned in words is often called as the zone is called later.
  return [...new Set(about)].join(", ");
}

/** The same of a case that is read by itself. */
export async function aboutCase(held: CaseHeld, known: Known, reading: Reading): Promise<string> {
  return aboutOf(held.attributes, await namesOf([held], known, reading), reading);
}

function lineOf(
  { held, course, procedure, deadlines, asOf }: CaseRead,
  names: Names,
  reading: Reading,
): CaseLine {
  const { language } = reading;
  const { attributes: a } = held;
  const about = aboutOf(a, names, reading);
  const step = procedure.steps.find((s) => s.key === course.current);
  const first = firstDue(deadlines);
  const dueOn = first?.deadline.dueOn ?? null;
  const named = (id: string | undefined, label: string | undefined) =>
    id === undefined ? null : { id, label: label ?? "…" };
  const subjectNamed = (id: string | undefined) =>
    id === undefined || !names.subjects.has(id) ? null : named(id, names.subjects.get(id));
  return {
    id: held.id,
    key: held.key,
    number: a.number ?? "…",
    procedure: { key: procedure.key, label: procedure.title[language] },
    about,
    zone: a.zone === undefined || !names.zones.has(a.zone) ? null : named(a.zone, names.zones.get(a.zone)),
    project: subjectNamed(a.project),
    plot: subjectNamed(a.plot),
    unit: named(a.unit, names.units.get(a.unit ?? "")),
    officer: a.officer === undefined ? null : named(a.officer, names.officers(a.officer)),
    step: step === undefined ? null : { key: step.key, label: step.title[language] },
    state: course.state,
    stateLabel: STATES[course.state][language],
    receivedOn: course.receivedOn,
    endedOn: course.endedOn,
    due:
      first === null || dueOn === null
        ? null
        : {
            ...{ on: dueOn, label: first.title[language], left: first.deadline.left(asOf) },
            working: first.limit.unit === "working",
          },
    evidence: held.evidence,
  };
}

/** A limit as it is shown, with the way to its date. */
function deadlineShown(
  { name, title, step, actor, body, limit, when, article, mark, deadline }: DueDeadline,
  { asOf, language }: { readonly asOf: PlainDate; readonly language: "vi" | "en" },
): CasePage["deadlines"][number] {
  const { state, dueOn, notBefore, earliest, provisional } = deadline;
  return {
    ...{ name, step, kind: limit.kind, state, dueOn, notBefore, earliest, provisional },
    label: title[language],
    who: body ?? (actor === null ? null : ACTORS[actor][language]),
    limit: countSaid(limit.count, limit.unit, language),
    when: when?.[language] ?? null,
    ...{ left: deadline.left(asOf), working: limit.unit === "working" },
    article: article?.[language] ?? null,
    mark: mark === null ? null : MARKS[mark][language],
    isLaw: mark !== null && isLaw(mark),
    explanation: deadline.explain().map((line) => ({
      ...{
        text: line.text[language],
        on: line.on,
        paper: line.paper === null ? null : paperSaid(line.paper, language),
      },
      mark: line.mark === null ? null : MARKS[line.mark][language],
    })),
  };
}

/** A page of cases on a day. */
export async function casesOf(
  asked: CasesAsked,
  reading: Reading,
): Promise<{ readonly items: CaseLine[]; readonly next: string | null }> {
  const { db } = reading.context;
  const { items, next } = await listCases(db, asked);
  const happened = await listHappened(
    db,
    items.map((c) => c.id),
    asked.known,
  );
  const names = await namesOf(items, asked.known, reading);
  const lines = items.map((held) => {
    const read = readOf(held, happened.get(held.id) ?? [], { ...reading, asOf: asked.asOf });
    return lineOf(read, names, reading);
  });
  return { items: lines, next };
}

/** The page of one case. */
export async function pageOf(
  read: CaseFound,
  of: { readonly worker: Worker; readonly known: Known },
  reading: Reading,
): Promise<CasePage> {
  const { context, language } = reading;
  const { held, happened, course, procedure } = read;
  const names = await namesOf([held], of.known, reading);
  const where = await whereOf(held.attributes, {
    db: context.db,
    known: of.known,
    directory: context.places,
  });
  const insider = insiderOf(of.worker, held.attributes, where);
  const documents = await listDocumentsById(
    context.reader,
    happened.map((h) => h.document),
  );
  const mayReadHistory = may(of.worker.asker, "readHistory").ok;
  const authors = await namesOfAuthors(
    context.db,
    happened.map((h) => h.author),
  );
  const titles = new Map(procedure.steps.map((s) => [s.key, s.title[language]]));
  const council = insider === null ? [] : (held.attributes.council ?? []);
  const seats = await namesOfAuthors(
    context.db,
    council.map((m) => `account:${m.account}`),
  );
  const moves = await movesOf(context.db, held.id, of.known);
  return {
    ...lineOf(read, names, reading),
    deadlines: read.deadlines.map((d) => deadlineShown(d, { asOf: read.asOf, language })),
    moves: moves.map(({ holdsWhere, ...m }) => ({
      ...{ ...m, why: m.why[language], when: holdsWhere?.[language] ?? null },
      label: titleOfDue(m.name, procedure.version.steps)[language],
    })),
    course: {
      steps: course.steps.map(({ title, ...step }) => ({ ...step, label: title[language] })),
      completedOn: course.completedOn,
      standstills: [...course.standstills],
      opinions: [...course.opinions],
    },
    events: happened.map((h) => {
      const document = documents.get(h.document);
      return {
        ...{ id: h.id, on: h.on, at: h.at, kind: h.event.kind, label: EVENTS[h.event.kind][language] },
        step: h.event.step === undefined ? null : (titles.get(h.event.step) ?? h.event.step),
        ...{ body: h.event.body ?? null, days: h.event.days ?? null },
        ...{ day: h.event.day ?? null, until: h.event.until ?? null },
        // Who kept a sheet sits in the council, which is told to insiders alone.
        author: mayReadHistory && (insider !== null || h.event.kind !== "kept") ? authors(h.author) : null,
        document:
          document === undefined ? null : { id: document.id, label: documentLabel(document, language) },
      };
    }),
    council: council.map((m) => ({ id: m.account, label: seats(`account:${m.account}`), role: m.role })),
    law: {
      label: procedure.law.label[language],
      sentence: procedure.law.sentence[language],
      mark: procedure.law.mark[language],
    },
    checklist: procedure.checklist.map(({ key, title }) => ({ key, label: title[language], files: null })),
    insider,
    mayHandle: mayHandle(of.worker, held.attributes, where).ok,
    expected: read.last,
    seen: of.known.commit,
  };
}
