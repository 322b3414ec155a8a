/** Undoing and doing again: what was, what is, what was undone. Pure. */

export type Steps<T> = {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
  /** What the last step was about, and when: typing in one field is one step. */
  readonly last: { readonly about: string | null; readonly at: number };
};

/** So many steps can be undone. */
const MOST = 200;
/** Typing that pauses longer than this, in ms, is another step. */
const PAUSE = 1_000;

export function beginSteps<T>(now: T): Steps<T> {
  return { past: [], now, future: [], last: { about: null, at: 0 } };
}

/** A step further. `about` names the field that is typed in; null: a step of its own. */
export function stepTo<T>(steps: Steps<T>, next: T, { about, at }: Steps<T>["last"]): Steps<T> {
  const goesOn = about !== null && about === steps.last.about && at - steps.last.at < PAUSE;
  const past = goesOn ? steps.past : [...steps.past, steps.now].slice(-MOST);
  return { past, now: next, future: [], last: { about, at } };
}

/** One step back; where there is none, nothing changes. */
export function undone<T>(steps: Steps<T>): Steps<T> {
  const before = steps.past.at(-1);
  if (before === undefined) return steps;
  const future = [steps.now, ...steps.future];
  return { past: steps.past.slice(0, -1), now: before, future, last: { about: null, at: 0 } };
}

/** What was undone last, again. */
export function doneAgain<T>(steps: Steps<T>): Steps<T> {
  const [next, ...future] = steps.future;
  if (next === undefined) return steps;
  return { past: [...steps.past, steps.now], now: next, future, last: { about: null, at: 0 } };
}
