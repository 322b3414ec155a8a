/** Which letters a case sends: by what happened to it, and by what is late on a day. Pure. */
import type { PlainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { lateOn } from "../cases/deadlines.ts";
import type { CaseRead } from "../cases/reading.ts";
import type { HappenedRecord } from "../cases/store.ts";
import type { EventKind } from "../cases/vocabulary.ts";
import type { LetterKind } from "./vocabulary.ts";

/** One letter of a case. `at`: the place in what happened of the event that sends it; null: no event does. */
export type LetterRef = {
  readonly key: string;
  readonly kind: LetterKind;
  readonly at: number | null;
  readonly on: PlainDate | null;
  /** Whom or what it is about, where a case sends several of one kind. */
  readonly about: Sentence | null;
};

/** What sends a letter whatever else is so; the others are judged in `letterOfEvent`. */
const BY_EVENT: Readonly<Partial<Record<EventKind, LetterKind>>> = {
  received: "receipt",
  supplementAsked: "supplement",
  supplementReceived: "supplementReceipt",
  paused: "pause",
  extended: "extension",
  apologised: "delay",
  decided: "result",
  refused: "denial",
  withdrawn: "withdrawal",
};

type Told = Pick<CaseRead, "happened" | "procedure">;

function letterOfEvent({ event, handler }: HappenedRecord, at: number, read: Told): LetterKind | null {
  switch (event.kind) {
    case "returned": {
      const wasWhole = read.happened.slice(0, at).some((h) => h.event.kind === "completed");
      return wasWhole ? "returned" : "refusal";
    }
    case "handedOver":
      // Who sits on the council is named in the same way; the dossier stays where it is.
      return handler === null ? null : "handOver";
    case "stepDone": {
      const step = read.procedure.version.steps.find((s) => s.key === event.step);
      return step?.kind === "notice" ? "notice" : null;
    }
    default:
      return BY_EVENT[event.kind] ?? null;
  }
}

/** Whether an apology is due: something is late, and no new day was given that has not passed yet. */
function owesApology({ deadlines, asOf, happened }: CaseRead): boolean {
  const isPromised = happened.some(({ event: { until } }) => until !== undefined && until >= asOf);
  return !isPromised && lateOn(deadlines, asOf).length > 0;
}

/** Bodies that were asked for an opinion on a day are asked in one letter; it bears the first of these events. */
function opinionLetters(happened: CaseRead["happened"]): readonly LetterRef[] {
  const byDay = new Map<string, { readonly first: number; readonly bodies: string[] }>();
  happened.forEach(({ event, on }, at) => {
    if (event.kind !== "opinionAsked") return;
    const day = byDay.get(on) ?? { first: at, bodies: [] };
    byDay.set(on, day);
    if (event.body !== undefined) day.bodies.push(event.body);
  });
  return [...byDay.values()].flatMap(({ first, bodies }) => {
    const sent = happened[first];
    if (sent === undefined) return [];
    const about = { vi: bodies.join(", "), en: bodies.join(", ") };
    return [{ key: `opinions.${sent.id}`, kind: "opinions" as const, at: first, on: sent.on, about }];
  });
}

/** The letters of a case on a day, in the order in which they are sent. What is not sent yet stands last. */
export function lettersOf(read: CaseRead): readonly LetterRef[] {
  const { happened, held, course } = read;
  const sent = happened.flatMap((one, at): LetterRef[] => {
    const kind = letterOfEvent(one, at, read);
    if (kind === null) return [];
    const step = read.procedure.version.steps.find((s) => s.key === one.event.step);
    const about = kind === "notice" ? (step?.title ?? null) : null;
    // A dossier is received once.
    const key = kind === "receipt" ? kind : `${kind}.${one.id}`;
    return [{ key, kind, at, on: one.on, about }];
  });
  const inOrder = [...sent, ...opinionLetters(happened)].sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  const isAsked = held.attributes.answerBy !== undefined && course.receivedOn !== null;
  const ref = (kind: LetterKind): LetterRef => ({ key: kind, kind, at: null, on: null, about: null });
  return [...inOrder, ...(isAsked ? [ref("answer")] : []), ...(owesApology(read) ? [ref("delay")] : [])];
}
