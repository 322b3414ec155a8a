/**
 * What a clock is given and answers: the limit of a rule's row, the events of a case, the deadline. Plain data. Every
 * way of counting is a switch of the row; the clock itself knows no procedure.
 */
import type { PlainDate } from "../../kernel/dates.ts";
import type { Problem, Sentence } from "../../kernel/problems.ts";
import type { Mark } from "../../law/marks.ts";

export const UNITS = {
  working: { vi: "ngày làm việc", en: "working days" },
  calendar: { vi: "ngày", en: "calendar days" },
  month: { vi: "tháng", en: "months" },
  year: { vi: "năm", en: "years" },
} as const satisfies Record<string, Sentence>;
export type Unit = keyof typeof UNITS;

/** How “before 20/6” is read; our reading, and a setting of the office. */
export type ReadBefore = "lastWorkingDayBefore" | "dayBefore";

/** One limit of a rule's row. */
export type Limit = {
  readonly unit: Unit;
  readonly count: number;
  /** `dueBy`: at the latest; `notBefore`: a minimum wait (notices, bidding times). */
  readonly kind: "dueBy" | "notBefore";
  /** `back`: counted back from the event, as “at least 10 days before closing”; such a limit has no pauses and never rolls. */
  readonly direction: "forward" | "back";
  /** The day of the event is the first day (bidding); else it is not counted (Civil Code, article 147). */
  readonly countsFirstDay: boolean;
  /** A last day that is no working day rolls to the next one (Civil Code, article 148). */
  readonly rollsForward: boolean;
  /** “Before 20/6”: the next such date after the event, or of the year that is named; `unit` and `count` say nothing then. */
  readonly before: {
    readonly month: number;
    readonly day: number;
    readonly year?: number | undefined;
  } | null;
  /** What a supplement does to the time: it stands still, begins at zero once the supplement is there, or runs on. */
  readonly supplement: "pauses" | "restarts" | "ignored";
  /** Only one written request for supplements. */
  readonly oneRequest: boolean;
  /** The office may stop the time only once for another reason than supplements. */
  readonly oneStop: boolean;
  /** How often it may be extended, and by how much at most; null: never. */
  readonly extension: { readonly times: number; readonly atMost: "sameAgain" | number } | null;
  /** What it means that nobody answered in time. */
  readonly silence: "agrees" | "refuses" | null;
  /** `tet15`: not on days off, holidays, nor 15 days before and after Tết (Land Law, article 89): the next free day. */
  readonly blackout: "tet15" | null;
  /** The article that sets it, in the words of papers, and how far it was checked; null: nothing is claimed. */
  readonly article: string | null;
  readonly mark: Mark | null;
};

/** The usual switches: forward, the civil code's counting, supplements pause. A row names what is otherwise. */
export const USUAL_LIMIT = {
  kind: "dueBy",
  direction: "forward",
  countsFirstDay: false,
  rollsForward: true,
  before: null,
  supplement: "pauses",
  oneRequest: false,
  oneStop: false,
  extension: null,
  silence: null,
  blackout: null,
  article: null,
  mark: null,
} as const satisfies Omit<Limit, "unit" | "count">;

/** A limit from what its row says otherwise than usual. */
export function limitOf(given: Pick<Limit, "unit" | "count"> & Partial<Limit>): Limit {
  return { ...USUAL_LIMIT, ...given };
}

/**
 * What happened. `start` is there once. A pause begins with a request and ends with what was asked for: the day of the
 * request still counts, the day of the answer does not. A stop is the same for another reason, as a fine that is settled
 * first: it never begins the time anew. `restarted`: the dossier was filed anew. `extended`: by `count` units, or by the
 * same again where none is given.
 */
export type ClockEvent = {
  readonly kind:
    | "start"
    | "pauseBegan"
    | "pauseEnded"
    | "stopBegan"
    | "stopEnded"
    | "restarted"
    | "extended"
    | "done";
  readonly on: PlainDate;
  readonly count?: number;
  /** What it was, in words for the explanation: “nhận đủ hồ sơ”. */
  readonly label?: Sentence;
};

/** Days that were not counted: after `after`, up to and with `until`; null: it has not ended. */
export type Pause = { readonly after: PlainDate; readonly until: PlainDate | null };

/** One line of the way to a date, in the order of counting. `on`: the day it is about. */
export type Line = {
  readonly kind:
    | "start"
    | "rule"
    | "restart"
    | "extension"
    | "pause"
    | "counted"
    | "skipped"
    | "worked"
    | "month"
    | "roll"
    | "blackout"
    | "before"
    | "result"
    | "done"
    | "silence"
    | "provisional"
    | "refused";
  readonly text: Sentence;
  readonly on: PlainDate | null;
  /** The article or paper it rests on, and how far that was checked. */
  readonly paper: string | null;
  readonly mark: Mark | null;
};

export type Deadline = {
  /** `standing`: paused, with no end yet. `notStarted`: no event begins it. */
  readonly state: "notStarted" | "running" | "standing" | "done";
  /** The last day on which it may be done; null while it stands, and for a minimum wait. */
  readonly dueOn: PlainDate | null;
  /** The first day on which it may be done; null for a limit. */
  readonly notBefore: PlainDate | null;
  /** The date, or while it stands the earliest one possible: if what is waited for came on the day of the request. */
  readonly earliest: PlainDate | null;
  readonly doneOn: PlainDate | null;
  /** From when the time is counted: the start, or the last restart. */
  readonly countedFrom: PlainDate | null;
  /** Overlapping pauses are one. */
  readonly paused: readonly Pause[];
  /** Units counted up to and with a day, never more than the limit; of months and years the days. */
  readonly used: (asOf: PlainDate) => number;
  /** What is left after a day: working days of a limit in working days, else days; negative: late. Null: not known. */
  readonly left: (asOf: PlainDate) => number | null;
  /** From which day silence means something, and what; null: it means nothing, or nothing yet. */
  readonly silence: { readonly means: "agrees" | "refuses"; readonly from: PlainDate } | null;
  /** Whether it rests on a year of the calendar that is not announced. */
  readonly provisional: boolean;
  /** Events that the row does not allow; they were left out. */
  readonly refused: readonly Problem[];
  /** How the date came about; made when asked. */
  readonly explain: () => readonly Line[];
  /** The days that were counted, in order; made when asked. */
  readonly counted: () => readonly PlainDate[];
};

/** How an office reads what the law leaves open. */
export type Reading = { readonly readBefore: ReadBefore };
export const USUAL_READING: Reading = { readBefore: "lastWorkingDayBefore" };

/** The reading that the settings of the office say. */
export function readingOf({ readBefore }: { readonly readBefore: number }): Reading {
  return readBefore === 2 ? { readBefore: "dayBefore" } : USUAL_READING;
}
