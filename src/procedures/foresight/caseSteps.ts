/** How long each step took a case, and which steps still lie before it. Pure. */
import type { PlainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { Course, CourseStep } from "../cases/course.ts";
import type { RegisterKind, Spell } from "./vocabulary.ts";

/** A case under the text of law that it follows. */
export type CaseTold = {
  readonly register: RegisterKind;
  readonly steps: readonly CourseStep[];
  readonly course: Course;
};

/** One time that a step came up. `isPassed`: it was passed over, and took no day. */
export type StepTaken = { readonly key: string; readonly spell: Spell; readonly isPassed: boolean };

/**
 * The steps that the case went through, each from the day on which the one before was done. An optional step that was
 * passed over is known, too: it took no day. A step in which the case ended otherwise is known to have lasted so long.
 */
export function stepsTaken({ register, steps, course }: CaseTold): readonly StepTaken[] {
  const { receivedOn, endedOn } = course;
  if (receivedOn === null) return [];
  let before: PlainDate = receivedOn;
  const lastDone = course.steps.findLastIndex((s) => s.state === "done");
  const wasIn = course.current === null ? course.steps[lastDone + 1]?.key : course.current;
  return course.steps.flatMap(({ key, state, doneOn }, at): StepTaken[] => {
    const from = before;
    if (doneOn !== null) {
      before = doneOn;
      return [{ key, spell: { register, from, to: doneOn }, isPassed: false }];
    }
    if (state === "passedOver") {
      // Refused before its time, a case says nothing of the steps that it never came to.
      const isOptional = steps[at]?.optional === true;
      const wentOn = course.steps.slice(at + 1, lastDone + 1).some((s) => s.doneOn !== null && !s.decides);
      return isOptional && (wentOn || course.state === "decided")
        ? [{ key, spell: { register, from, to: from }, isPassed: true }]
        : [];
    }
    if (key !== wasIn || decided(course)) return [];
    const open = { register, from, to: null };
    return [{ key, spell: endedOn === null ? open : { ...open, leftOn: endedOn }, isPassed: false }];
  });
}

function decided({ state }: Course): boolean {
  return state === "decided" || state === "refused";
}

/** What a running case waits for: the step it sits in, since when, and all up to its decision. */
export type Waiting = {
  readonly since: PlainDate;
  readonly steps: ReadonlyArray<{ readonly key: string; readonly title: Sentence }>;
};

/** The steps ahead, the current one first; null where nothing is waited for, or no text tells the steps. */
export function aheadOf({ steps, course }: CaseTold): Waiting | null {
  const at = course.steps.findIndex((s) => s.key === course.current);
  const since = course.steps[at]?.begunOn ?? null;
  if (at < 0 || since === null) return null;
  const last = steps.findIndex((s, i) => i >= at && s.decides);
  const ahead = course.steps.slice(at, last === -1 ? undefined : last + 1);
  return { since, steps: ahead.map(({ key, title }) => ({ key, title })) };
}
