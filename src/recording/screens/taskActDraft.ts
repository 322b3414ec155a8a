/** What is typed of something that happens to a task, and how it becomes a telling. */
import { z } from "zod";
import type { Act } from "../../tasks/pageVocabulary.ts";
import type { Lang } from "../../web/language.tsx";
import { type RecordingForm, type Telling, telling } from "../vocabulary.ts";
import { draft, findFrame, isWrong } from "./draft.ts";
import { rowsTold } from "./paperTasksDraft.ts";
import { EMPTY_FRAME } from "./tableDraft.ts";

/** `frame`: paper, day, note and what is told. `proof`: by a paper, or by the one that gave the task. */
export const actDraft = z.object({ frame: draft, proof: z.enum(["paper", "given"]) });
export type ActDraft = z.infer<typeof actDraft>;

/** The attributes that each act asks for, beside its day and its paper. */
export const ASKED = {
  done: [],
  handOn: ["unit", "officer"],
  extend: ["due"],
  drop: [],
} as const satisfies Record<Act, readonly string[]>;

/** Nobody who hands a task to a colleague writes a paper about it, and it is done today; else the day follows the paper. */
export function emptyAct(act: Act, today: string): ActDraft {
  return act === "handOn"
    ? { frame: { ...EMPTY_FRAME, fromDate: today }, proof: "given" }
    : { frame: EMPTY_FRAME, proof: "paper" };
}

/** Whether somebody has typed or chosen anything. */
export function isActTouched({ frame }: ActDraft): boolean {
  return frame.paper.kind !== "none" || frame.note !== "" || frame.rows.length > 0;
}

type Of = {
  readonly act: Act;
  readonly form: RecordingForm;
  readonly given: { readonly id: string; readonly label: string };
  readonly lang: Lang;
};

/** The telling; null while something is missing or wrong. */
export function findActTelling({ frame, proof }: ActDraft, { act, form, given, lang }: Of): Telling | null {
  const paper = proof === "given" ? { kind: "known" as const, ...given, more: "" } : frame.paper;
  const framed = findFrame({ ...frame, paper });
  if (framed === null || frame.rows.some((row) => isWrong(row, { form, lang }))) return null;
  const asked: readonly string[] = ASKED[act];
  const told = rowsTold(
    frame.rows.filter((row) => asked.includes(row.attribute)),
    { form, lang },
  );
  if (asked.length > 0 && Object.keys(told).length === 0) return null;
  const ends = { done: { state: "done", doneOn: framed.from.date }, drop: { state: "dropped" } };
  const parsed = telling.safeParse({
    ...{ about: "task", ...framed, subject: form.subject?.id ?? null },
    set: act === "done" || act === "drop" ? ends[act] : told,
    expected: frame.expected ?? form.expected,
  });
  return parsed.success ? parsed.data : null;
}
