/** How far a case has come: a pure fold of what happened to it over the steps of its procedure. */
import type { PlainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { CaseEvent, CaseState } from "./vocabulary.ts";

/** A step as the catalogue tells it, as far as the course of a case hangs on it. In the order of the law. */
export type CourseStep = {
  readonly key: string;
  readonly title: Sentence;
  /** May be passed over. */
  readonly optional: boolean;
  /** Its paper ends the case. */
  readonly decides: boolean;
  /** It is that the dossier comes in: receipt is the first of these, that it is complete the next. */
  readonly receives: boolean;
  /** Limits count back from its day, which is set ahead. */
  readonly dated: boolean;
};

/** One thing that happened on a day. `id`: the change that tells of it. In the order of days, then of recording. */
export type Happened = { readonly id: string; readonly on: PlainDate; readonly event: CaseEvent };

/** Days on which the clock stands; `to` is the day on which it goes on, null: it still stands. */
export type Standstill = {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly why: "supplement" | "pause";
};

/** An opinion asked for. `days`: the limit given; null: none. */
export type Consultation = {
  readonly body: string;
  readonly askedOn: PlainDate;
  readonly days: number | null;
  readonly unit: "working" | "calendar";
  readonly givenOn: PlainDate | null;
};

export type StepCourse = {
  readonly key: string;
  readonly title: Sentence;
  /** It ends the case, and is told with its paper alone. */
  readonly decides: boolean;
  readonly state: "ahead" | "underWay" | "done" | "passedOver";
  readonly begunOn: PlainDate | null;
  readonly doneOn: PlainDate | null;
  /** Whether limits count back from its day, and the day that was set last. */
  readonly dated: boolean;
  readonly setFor: PlainDate | null;
};

export type Course = {
  readonly state: CaseState;
  /** The step that it sits in; null: not received, or ended. */
  readonly current: string | null;
  readonly receivedOn: PlainDate | null;
  /** When the dossier was complete and valid, from which most limits count. */
  readonly completedOn: PlainDate | null;
  readonly endedOn: PlainDate | null;
  readonly steps: readonly StepCourse[];
  readonly standstills: readonly Standstill[];
  readonly supplements: number;
  readonly extensions: ReadonlyArray<{
    readonly step: string | null;
    readonly on: PlainDate;
    readonly days: number;
  }>;
  readonly opinions: readonly Consultation[];
  readonly lastOn: PlainDate | null;
};

const ENDS: Readonly<Partial<Record<CaseEvent["kind"], CaseState>>> = {
  decided: "decided",
  refused: "refused",
  returned: "returned",
  withdrawn: "withdrawn",
};

function standstillsOf(happened: readonly Happened[]): Standstill[] {
  const PAIRS = [
    { began: "supplementAsked", ended: "supplementReceived", why: "supplement" },
    { began: "paused", ended: "resumed", why: "pause" },
  ] as const;
  const last = happened.find((h) => ENDS[h.event.kind] !== undefined)?.on ?? null;
  return PAIRS.flatMap(({ began, ended, why }) => {
    const found: Standstill[] = [];
    let from: PlainDate | null = null;
    for (const { event, on } of happened) {
      if (event.kind === began) from ??= on;
      if (event.kind === ended && from !== null) {
        found.push({ from, to: on, why });
        from = null;
      }
    }
    return from === null ? found : [...found, { from, to: last, why }];
  }).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function opinionsOf(happened: readonly Happened[]): Consultation[] {
  return happened.flatMap(({ event, on }) => {
    if (event.kind !== "opinionAsked" || event.body === undefined) return [];
    const { body, days = null, unit = "working" } = event;
    const given = happened.find(
      (h) => h.event.kind === "opinionGiven" && h.event.body === body && h.on >= on,
    );
    return [{ body, askedOn: on, days, unit, givenOn: given?.on ?? null }];
  });
}

/** On which day each step was done. What comes twice was done the first time. */
function doneDays(
  steps: readonly CourseStep[],
  happened: readonly Happened[],
): ReadonlyMap<string, PlainDate> {
  const doneOn = new Map<string, PlainDate>();
  const finish = (step: CourseStep | undefined, on: PlainDate) => {
    if (step !== undefined && !doneOn.has(step.key)) doneOn.set(step.key, on);
  };
  for (const { event, on } of happened) {
    switch (event.kind) {
      case "stepDone":
        finish(
          steps.find((s) => s.key === event.step),
          on,
        );
        break;
      case "received":
        if (steps[0]?.receives === true) finish(steps[0], on);
        break;
      case "completed":
        finish(
          steps.find((s) => s.receives && !doneOn.has(s.key)),
          on,
        );
        break;
      case "decided":
      case "refused":
        finish(
          steps.find((s) => s.decides),
          on,
        );
        break;
      default:
    }
  }
  return doneOn;
}

/** The course of a case over the steps of its procedure, in the order of the law. What happened is in the order of days. */
export function courseOf(steps: readonly CourseStep[], happened: readonly Happened[]): Course {
  const firstOf = (kind: CaseEvent["kind"]) => happened.find((h) => h.event.kind === kind)?.on ?? null;
  const end = happened.find((h) => ENDS[h.event.kind] !== undefined) ?? null;
  const endState = end === null ? undefined : ENDS[end.event.kind];
  const receivedOn = firstOf("received");
  const doneOn = doneDays(steps, happened);
  const setFor = new Map(
    happened.flatMap(({ event: { kind, step, day } }) =>
      kind === "daySet" && step !== undefined && day !== undefined ? [[step, day] as const] : [],
    ),
  );
  const lastDone = steps.findLastIndex((s) => doneOn.has(s.key));
  const lastDeciding = steps.findLastIndex((s) => s.decides);
  const isUnderWay = receivedOn !== null && end === null;
  let begunOn = receivedOn;
  const course = steps.map((step, i): StepCourse => {
    const { key, title, dated } = step;
    const decides = i === lastDeciding;
    const of = { key, title, decides, dated, setFor: setFor.get(key) ?? null };
    const done = doneOn.get(key) ?? null;
    const begun = begunOn;
    if (done !== null) {
      begunOn = done;
      return { ...of, state: "done", begunOn: begun, doneOn: done };
    }
    if (i < lastDone) return { ...of, state: "passedOver", begunOn: null, doneOn: null };
    const isCurrent = isUnderWay && i === lastDone + 1;
    return {
      ...of,
      state: isCurrent ? "underWay" : "ahead",
      begunOn: isCurrent ? begun : null,
      doneOn: null,
    };
  });
  const standstills = standstillsOf(happened);
  const stands = standstills.some((s) => s.to === null);
  return {
    state: endState ?? (stands ? "waiting" : "open"),
    current: isUnderWay ? (steps[lastDone + 1]?.key ?? null) : null,
    receivedOn,
    completedOn:
      firstOf("completed") ?? doneOn.get(steps.find((s, i) => i > 0 && s.receives)?.key ?? "") ?? null,
    endedOn: end?.on ?? null,
    steps: course,
    standstills,
    supplements: happened.filter((h) => h.event.kind === "supplementAsked").length,
    extensions: happened.flatMap(({ event, on }) =>
      event.kind === "extended" ? [{ step: event.step ?? null, on, days: event.days ?? 0 }] : [],
    ),
    opinions: opinionsOf(happened),
    lastOn: happened.at(-1)?.on ?? null,
  };
}
