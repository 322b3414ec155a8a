/** The text of law that a case is under, from what happened to it, and the procedure as that text tells it. Pure. */
import type { PlainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { MARKS } from "../../law/marks.ts";
import { USUAL_SETTINGS } from "../../settings/public.ts";
import type { Settings } from "../../settings/vocabulary.ts";
import { CATALOGUE } from "../catalogue/catalogue.ts";
import type { Limit, Reading } from "../clock/vocabulary.ts";
import { type PinDays, versionFor, versionsUnder } from "../versions.ts";
import type { Procedure, StepKind, Version } from "../vocabulary.ts";
import type { CourseStep, Happened } from "./course.ts";
import type { CourseRules } from "./objections.ts";

/** The step of a procedure under a key, in whichever version has it. */
function kindOf(procedure: Procedure, key: string | undefined): StepKind | null {
  for (const { steps } of procedure.versions) {
    const found = steps.find((s) => s.key === key);
    if (found !== undefined) return found.kind;
  }
  return null;
}

/** The days of the events that may pin a text. Under appraisal is a dossier from the day on which it was complete. */
export function pinDaysOf(procedure: Procedure, happened: readonly Happened[]): PinDays {
  const days: { -readonly [K in keyof PinDays]: PlainDate } = {};
  const first = (event: keyof PinDays, on: PlainDate) => {
    days[event] ??= on;
  };
  for (const { event, on } of happened) {
    if (event.kind === "received") first("received", on);
    if (event.kind === "completed") first("underAppraisal", on);
    if (event.kind === "decided" || event.kind === "refused") first("decided", on);
    if (event.kind !== "stepDone") continue;
    const kind = kindOf(procedure, event.step);
    if (kind === "notice") first("noticeIssued", on);
    if (kind === "receive" && days.received !== undefined) first("underAppraisal", on);
    if (kind === "decide") first("decided", on);
  }
  return days;
}

/** Steps from whose day limits of others count back. */
function datedSteps({ steps }: Version): ReadonlySet<string> {
  const limits = steps.flatMap((s) => [{ limit: s.limit, starts: s.starts }, ...s.further]);
  return new Set(limits.flatMap(({ limit, starts }) => (limit?.direction === "back" ? (starts ?? []) : [])));
}

function courseSteps(version: Version): readonly CourseStep[] {
  const dated = datedSteps(version);
  return version.steps.map(({ key, title, optional, kind }) => ({
    ...{ key, title, optional, decides: kind === "decide", receives: kind === "receive" },
    dated: dated.has(key),
  }));
}

/** What a version lets happen once only: of its total and all of its steps the strictest. */
function rulesOf({ steps, total }: Version): CourseRules {
  const ofSteps = steps.flatMap((s) => [s.limit, ...s.further.map((f) => f.limit)]);
  const limits = [...ofSteps, total?.limit ?? null].flatMap((l) => l ?? []);
  const times = limits.flatMap((l) => (l.extension === null ? [] : [l.extension.times]));
  return {
    oneRequest: limits.some((l) => l.oneRequest),
    oneStop: limits.some((l) => l.oneStop),
    extensions: times.length === 0 ? null : Math.max(...times),
  };
}

/** A procedure as it is for one case, under the text that what happened puts it under. */
export type Pinning = {
  readonly key: string;
  readonly title: Sentence;
  readonly steps: readonly CourseStep[];
  readonly rules: CourseRules;
  /** Lines of the dossier. */
  readonly checklist: ReadonlyArray<{ readonly key: string; readonly title: Sentence }>;
  readonly law: { readonly label: Sentence; readonly sentence: Sentence; readonly mark: Sentence };
  readonly version: Version;
};

/** The procedures as known with the settings of a commit. `find`: null where there is no such procedure. */
export type ProcedureReader = {
  readonly find: (
    key: string,
    of: { readonly happened: readonly Happened[]; readonly asOf: PlainDate },
  ) => Pinning | null;
};

/** The procedure as it is for a case on a day. Null where the catalogue knows none of that key, or no text of that time. */
export function pinned(
  key: string,
  of: { readonly happened: readonly Happened[]; readonly asOf: PlainDate; readonly settings: Settings },
): Pinning | null {
  const procedure = CATALOGUE.find((p) => p.key === key);
  if (procedure === undefined) return null;
  const days = pinDaysOf(procedure, of.happened);
  const found = versionFor(procedure, days, { settings: of.settings, today: of.asOf });
  const version = found?.version ?? versionsUnder(procedure, of.settings)[0];
  if (version === undefined) return null;
  return {
    key,
    title: procedure.title,
    steps: courseSteps(version),
    rules: rulesOf(version),
    checklist: version.dossier.map((item) => ({ key: item.key, title: item.title })),
    law: {
      label: version.title,
      sentence: found?.says ?? version.title,
      mark: MARKS[version.mark],
    },
    version,
  };
}

/** How the office reads what the law leaves open. */
export function readingUnder(settings: Settings): Reading {
  return { readBefore: settings.readBefore === 2 ? "dayBefore" : "lastWorkingDayBefore" };
}

/** The catalogue for cases, with the settings of a commit. */
export function proceduresUnder(settings: Settings): ProcedureReader {
  return { find: (key, of) => pinned(key, { ...of, settings }) };
}

/** A limit, and the step whose end it is counted from. */
export type StepLimit = Limit & { readonly starts: string | null };

/** Steps, their limits and what may happen once, as a case has them under the settings of before anybody changed one. */
export function procedureFor(
  key: string,
  of: { readonly happened: readonly Happened[]; readonly asOf: PlainDate },
): Pick<Pinning, "steps" | "rules"> & { readonly limits: ReadonlyMap<string, StepLimit> } {
  const found = pinned(key, { ...of, settings: USUAL_SETTINGS });
  if (found === null) throw new RangeError(`no procedure ${key}`);
  const { steps, rules, version } = found;
  const limits = version.steps.flatMap((s) =>
    s.limit === null ? [] : [[s.key, { ...s.limit, starts: s.starts }] as const],
  );
  return { steps, rules, limits: new Map(limits) };
}
