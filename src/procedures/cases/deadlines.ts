/**
 * What is due in a case, by whom and under which article: the limits of the steps that are under way, of the whole, and of
 * opinions asked for, each counted by the clock from what happened. Pure.
 */
import type { PlainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { Calendar } from "../../law/calendar/vocabulary.ts";
import type { Mark } from "../../law/marks.ts";
import { citationText } from "../../law/statutes/rules.ts";
import { deadlineOf } from "../clock/clock.ts";
import { type ClockEvent, type Deadline, type Limit, limitOf, type Reading } from "../clock/vocabulary.ts";
import type { Actor, Ground, Version } from "../vocabulary.ts";
import type { Course, Standstill } from "./course.ts";
import { type CaseAttributes, EVENTS } from "./vocabulary.ts";

/** A limit that counts in a case now, with the events that it is counted from. */
export type Due = {
  /** Which limit: the key of a step, `key+2` of a further limit, `total`, `opinion:<body>`, `answer`. */
  readonly name: string;
  readonly title: Sentence;
  readonly step: string | null;
  readonly actor: Actor | null;
  /** Of an opinion: the body that is asked. */
  readonly body: string | null;
  readonly limit: Limit;
  /** It holds only in this case of the law, which Khu does not judge; null: always. */
  readonly when: Sentence | null;
  readonly events: readonly ClockEvent[];
  readonly article: Sentence | null;
  readonly mark: Mark | null;
};

export type DueDeadline = Due & { readonly deadline: Deadline };

/** Only a supplement may begin the time anew; what the office stops for another reason goes on from where it was. */
const STANDSTILLS = {
  supplement: {
    began: "pauseBegan",
    ended: "pauseEnded",
    words: { began: EVENTS.supplementAsked, ended: EVENTS.supplementReceived },
  },
  pause: {
    began: "stopBegan",
    ended: "stopEnded",
    words: { began: EVENTS.paused, ended: EVENTS.resumed },
  },
} as const satisfies Record<
  Standstill["why"],
  { began: ClockEvent["kind"]; ended: ClockEvent["kind"]; words: { began: Sentence; ended: Sentence } }
>;

/** Standstills and extensions as the clock takes them, from the day on which a limit begins. */
function clockEvents(
  start: PlainDate,
  label: Sentence,
  of: { readonly course: Course; readonly step: string | null; readonly done: PlainDate | null },
): readonly ClockEvent[] {
  const { course, step, done } = of;
  const pauses = course.standstills.flatMap(({ from, to, why }): ClockEvent[] => {
    if (to !== null && to <= start) return [];
    // One that had begun before stands from the beginning on.
    const began = from < start ? start : from;
    const told = STANDSTILLS[why];
    return [
      { kind: told.began, on: began, label: told.words.began },
      ...(to === null ? [] : [{ kind: told.ended, on: to, label: told.words.ended }]),
    ];
  });
  const extended = course.extensions
    .filter((e) => e.on >= start && (e.step === null || e.step === step))
    .map((e): ClockEvent => ({ kind: "extended", on: e.on, ...(e.days === 0 ? {} : { count: e.days }) }));
  return [
    { kind: "start", on: start, label },
    ...[...pauses, ...extended].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    ...(done === null ? [] : [{ kind: "done" as const, on: done }]),
  ];
}

function grounded({ citation, mark }: Ground): Pick<Due, "article" | "mark"> {
  return { article: citationText(citation), mark };
}

/**
 * The day from which a limit counts, and what was then; null: there is none yet. What counts back does so from the day that
 * was set for a step, until it has come.
 */
function startOf(
  { starts, limit }: { readonly starts: string | null; readonly limit: Limit },
  course: Course,
): { readonly on: PlainDate; readonly label: Sentence } | null {
  if (starts === null) {
    return course.receivedOn === null ? null : { on: course.receivedOn, label: EVENTS.received };
  }
  const step = course.steps.find((s) => s.key === starts);
  if (step === undefined) return null;
  if (step.doneOn !== null) return { on: step.doneOn, label: step.title };
  if (limit.direction === "forward" || step.setFor === null) return null;
  const { vi, en } = step.title;
  return { on: step.setFor, label: { vi: `${vi} (ngày đã ấn định)`, en: `${en} (the day that was set)` } };
}

/** What counts back knows no pause: a day that was set is a day. */
function eventsOf(
  start: { readonly on: PlainDate; readonly label: Sentence },
  limit: Limit,
  of: Parameters<typeof clockEvents>[2],
): readonly ClockEvent[] {
  return limit.direction === "back" ? [{ kind: "start", ...start }] : clockEvents(start.on, start.label, of);
}

/** Every limit that runs in a case: of steps that are not done and may be, of the whole, of opinions, of our own answer. */
export function duesOf(
  version: Version,
  course: Course,
  attributes: Pick<CaseAttributes, "answerBy">,
): readonly Due[] {
  if (course.receivedOn === null || course.endedOn !== null) return [];
  const dues: Due[] = [];
  const current = course.steps.findIndex((s) => s.key === course.current);
  version.steps.forEach((step, at) => {
    const state = course.steps[at]?.state;
    if (state === "done" || state === "passedOver" || at < current) return;
    const own = step.limit === null ? [] : [{ ...step, limit: step.limit, name: step.key, when: null }];
    const further = step.further.map((f, i) => ({ ...f, name: `${step.key}+${i + 2}` }));
    for (const { limit, starts, name, when, citation, mark } of [...own, ...further]) {
      const start = startOf({ starts, limit }, course);
      if (start === null) continue;
      dues.push({
        ...{ name, title: step.title, step: step.key, actor: step.actor, body: null, limit, when },
        events: eventsOf(start, limit, { course, step: step.key, done: null }),
        ...grounded({ citation, mark }),
      });
    }
  });
  if (version.total !== null) {
    const from = course.completedOn ?? course.receivedOn;
    const label = course.completedOn === null ? EVENTS.received : EVENTS.completed;
    dues.push({
      ...{ name: "total", title: TOTAL, step: null, actor: null, body: null, limit: version.total.limit },
      when: null,
      events: clockEvents(from, label, { course, step: null, done: null }),
      ...grounded(version.total),
    });
  }
  for (const { body, askedOn, days, unit, givenOn } of course.opinions) {
    if (days === null || givenOn !== null) continue;
    dues.push({
      ...{ name: `opinion:${body}`, title: OPINION, step: null, actor: "departments", body },
      limit: limitOf({ unit, count: days }),
      when: null,
      events: [{ kind: "start", on: askedOn, label: EVENTS.opinionAsked }],
      ...{ article: null, mark: null },
    });
  }
  return attributes.answerBy === undefined ? dues : [...dues, answerDue(attributes.answerBy)];
}

const TOTAL: Sentence = { vi: "Toàn bộ thủ tục", en: "The whole procedure" };
const OPINION: Sentence = { vi: "Trả lời lấy ý kiến", en: "Opinion to be given" };
const ANSWER: Sentence = { vi: "Trả lời cơ quan hỏi ý kiến", en: "Answer to who asked for our opinion" };

/** What a limit is called by its name alone, also once its step is done. */
export function titleOfDue(name: string, steps: Version["steps"]): Sentence {
  if (name === "total") return TOTAL;
  if (name === "answer") return ANSWER;
  if (name.startsWith("opinion:")) {
    const body = name.slice("opinion:".length);
    return { vi: `${OPINION.vi}: ${body}`, en: `${OPINION.en}: ${body}` };
  }
  return steps.find((s) => s.key === name.replace(/\+\d+$/, ""))?.title ?? { vi: name, en: name };
}

/** The last day that an asker gave is a day, not a count: it is its own beginning. */
function answerDue(on: PlainDate): Due {
  return {
    ...{ name: "answer", title: ANSWER, step: null, actor: null, body: null },
    limit: limitOf({ unit: "calendar", count: 0, rollsForward: false }),
    when: null,
    events: [{ kind: "start", on, label: ANSWER }],
    ...{ article: null, mark: null },
  };
}

/** The limits of a case with their deadlines. */
export function deadlinesOf(
  dues: readonly Due[],
  of: { readonly calendar: Calendar; readonly reading: Reading },
): readonly DueDeadline[] {
  return dues.map((due) => ({
    ...due,
    deadline: deadlineOf(due.limit, due.events, of.calendar, of.reading),
  }));
}

/** Limits of ours that were past on a day; those of others, and those of some cases only, make nobody late. */
export function lateOn(deadlines: readonly DueDeadline[], day: PlainDate): readonly DueDeadline[] {
  return deadlines.filter(
    ({ body, when, deadline: { dueOn } }) => body === null && when === null && dueOn !== null && dueOn < day,
  );
}

/**
 * The limit that is due first. Minimum waits, those that stand still, opinions of others, and limits that hold in some cases
 * only are none. Null: nothing is due.
 */
export function firstDue(deadlines: readonly DueDeadline[]): DueDeadline | null {
  let first: DueDeadline | null = null;
  for (const due of deadlines) {
    const { dueOn } = due.deadline;
    if (
      dueOn !== null &&
      due.body === null &&
      due.when === null &&
      (first === null || dueOn < (first.deadline.dueOn ?? ""))
    )
      first = due;
  }
  return first;
}
