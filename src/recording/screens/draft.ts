/** What stands in the form, how it becomes a telling, and how it is kept in the browser so that nothing typed is lost. */
import { z } from "zod";
import { access, documentKind, evidence } from "../../register/vocabulary.ts";
import type { Lang } from "../../web/language.tsx";
import { standingOf } from "../rules.ts";
import {
  type Correctable,
  type FormField,
  newPaper,
  type OfferedPaper,
  type RecordingForm,
  telling,
} from "../vocabulary.ts";
import { EMPTY, findTypedDate, findTypedValue, typedDate, typedOf } from "./typed.ts";

const chosen = z.object({ id: z.string().nullable(), label: z.string() });
/** One attribute of the form. `clear`: it is not known from then on. */
export const draftRow = z.object({
  attribute: z.string(),
  text: z.string(),
  chosen: z.array(chosen),
  clear: z.boolean(),
});
export type DraftRow = z.infer<typeof draftRow>;

/** A paper as it is being registered, all of it as typed. */
export const paperFields = z.object({
  kind: documentKind,
  number: z.string(),
  signedOn: z.string(),
  issuer: z.string(),
  title: z.string(),
  url: z.string(),
  evidence,
  access: access.exclude(["personal"]),
  file: z.object({ sha256: z.string(), name: z.string() }).nullable(),
  another: z.boolean(),
});
export type PaperFields = z.infer<typeof paperFields>;

export const draft = z.object({
  paper: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("none") }),
    z.object({ kind: z.literal("known"), id: z.string(), label: z.string(), more: z.string() }),
    z.object({ kind: z.literal("new"), fields: paperFields }),
  ]),
  mode: z.enum(["change", "correction"]),
  corrects: z.string().nullable(),
  fromKind: z.enum(["on", "in", "by"]),
  fromDate: z.string(),
  until: z.string(),
  rows: z.array(draftRow),
  note: z.string(),
  expected: z.number().int().nullable(),
  /** What was sent last, and under which request key: the same again is sent under the same key. */
  sent: z.object({ key: z.string(), content: z.string() }).nullable(),
  savedAt: z.string().nullable(),
});
export type Draft = z.infer<typeof draft>;

export const NEW_PAPER: PaperFields = {
  kind: "decision",
  ...{ number: "", signedOn: "", issuer: "", title: "", url: "" },
  evidence: "read",
  access: "public",
  file: null,
  another: false,
};

export function emptyRow(attribute: string): DraftRow {
  return { attribute, text: EMPTY.text, chosen: [], clear: false };
}

/** A form in which nothing stands yet but what it is given beforehand. */
export function emptyDraft(of: Of): Draft {
  const { begins, given } = of.form;
  const told = rowsOf({ set: given, clear: [] }, of);
  return {
    paper: { kind: "none" },
    mode: "change",
    corrects: null,
    fromKind: "on",
    fromDate: "",
    until: "",
    rows: begins.map((name) => told.find((r) => r.attribute === name) ?? emptyRow(name)),
    note: "",
    expected: null,
    sent: null,
    savedAt: null,
  };
}

/** Whether somebody has typed or chosen anything beside what the form began with. */
export function isTouched(d: Draft, begun: Draft): boolean {
  const { rows, paper, note, fromDate, mode } = d;
  if (JSON.stringify({ ...d, ...UNTOLD }) === JSON.stringify({ ...begun, ...UNTOLD })) return false;
  return (
    paper.kind !== "none" ||
    mode !== "change" ||
    note !== "" ||
    fromDate !== "" ||
    rows.some((r) => r.text !== "" || r.chosen.length > 0 || r.clear)
  );
}

const UNTOLD = { expected: null, savedAt: null, sent: null };

/** What of a telling stands beside its rows; null while something of it is missing or wrong. */
export function findFrame(d: Draft) {
  const paper = paperOf(d);
  const date = findTypedDate(d.fromDate);
  const to = d.until.trim() === "" ? null : findTypedDate(d.until);
  if (paper === null || date === null || (to === null && d.until.trim() !== "")) return null;
  const kind = date.length < 10 && d.fromKind === "on" ? ("in" as const) : d.fromKind;
  return { paper, from: { kind, date }, to, note: orNull(d.note) };
}

const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

/** The paper of a telling; null while something of it is missing or wrong. */
export function paperOf({ paper }: Pick<Draft, "paper">) {
  if (paper.kind === "none") return null;
  if (paper.kind === "known") return { kind: "known", id: paper.id } as const;
  const { fields } = paper;
  const signedOn = fields.signedOn.trim() === "" ? null : findTypedDate(fields.signedOn);
  if (signedOn === null && fields.signedOn.trim() !== "") return null;
  const parsed = newPaper.safeParse({
    ...fields,
    signedOn,
    number: orNull(fields.number),
    issuer: orNull(fields.issuer),
    url: orNull(fields.url),
  });
  return parsed.success ? ({ kind: "new", draft: parsed.data } as const) : null;
}

type Of = { readonly form: RecordingForm; readonly lang: Lang };

const fieldOf = (form: RecordingForm, attribute: string): FormField | undefined =>
  form.fields.find((f) => f.attribute === attribute);

/** Whether a field stands in the form, with what its other rows hold. */
export function stands({ when }: FormField, rows: readonly DraftRow[]): boolean {
  if (when === null) return true;
  return rows.some((r) => r.attribute === when.attribute && when.values.includes(r.text));
}

/** Whether a row holds something that can't be its value. */
export function isWrong(row: DraftRow, { form, lang }: Of): boolean {
  const field = fieldOf(form, row.attribute);
  if (field === undefined || row.clear) return false;
  return row.text.trim() !== "" && findTypedValue(row, field.input, lang) === null;
}

/** The telling that stands in the form; null while something is missing or wrong. */
export function findTelling(d: Draft, of: Of): z.infer<typeof telling> | null {
  const frame = findFrame(d);
  if (frame === null) return null;
  if (d.rows.some((row) => isWrong(row, of))) return null;
  if (d.mode === "correction" && d.corrects === null) return null;
  const set: Record<string, unknown> = {};
  const rows = d.rows.filter((row) => {
    const field = fieldOf(of.form, row.attribute);
    return field !== undefined && stands(field, d.rows);
  });
  for (const row of rows) {
    const field = fieldOf(of.form, row.attribute);
    const value = field === undefined || row.clear ? null : findTypedValue(row, field.input, of.lang);
    if (value !== null) set[row.attribute] = value;
  }
  const organisation = of.form.fields.find((f) => f.input.kind === "organisation")?.attribute;
  const named = rows.find((r) => r.attribute === organisation && !r.clear)?.chosen[0];
  const parsed = telling.safeParse({
    about: of.form.about,
    ...frame,
    subject: of.form.subject?.id ?? null,
    set,
    clear: rows.filter((r) => r.clear).map((r) => r.attribute),
    organisation: named !== undefined && named.id === null ? { name: named.label } : null,
    corrects: d.mode === "correction" ? d.corrects : null,
    expected: d.expected ?? of.form.expected,
  });
  return parsed.success ? parsed.data : null;
}

/** Whether a telling tells of anything yet. */
export function tellsSomething(told: z.infer<typeof telling>): boolean {
  const { set, clear, organisation, corrects, plots } = told;
  const toldOf = organisation !== null || corrects !== null || plots !== null;
  return Object.keys(set).length + clear.length > 0 || toldOf;
}

/**
 * The paper, with the effective date that follows it as long as nobody has typed another. What a paper only says has
 * begun no later than on its day.
 */
export function withPaper(d: Draft, paper: Draft["paper"], offered: OfferedPaper | null): Draft {
  const signedOn = offered?.signedOn ?? null;
  const typed = paper.kind === "new" ? paper.fields.signedOn : signedOn === null ? "" : typedDate(signedOn);
  const before = d.paper.kind === "new" ? d.paper.fields.signedOn : "";
  const follows = d.mode === "change" && typed !== "" && (d.fromDate === "" || d.fromDate === before);
  const standing =
    paper.kind === "new" ? standingOf({ kind: paper.fields.kind, issuer: "?" }) : offered?.standing;
  return {
    ...d,
    paper,
    fromDate: follows ? typed : d.fromDate,
    fromKind: follows ? (standing === "says" ? "by" : "on") : d.fromKind,
  };
}

function rowsOf(
  { set, clear }: { readonly set: z.infer<typeof telling>["set"]; readonly clear: readonly string[] },
  { form, lang }: Of,
): DraftRow[] {
  const told = Object.entries(set).flatMap(([attribute, value]) => {
    const field = fieldOf(form, attribute);
    if (field === undefined) return [];
    const { text, chosen: list } = typedOf(value, field.input, { names: form.names, lang });
    return [{ attribute, text, chosen: [...list], clear: false }];
  });
  return [...told, ...clear.map((attribute) => ({ ...emptyRow(attribute), clear: true }))];
}

/** Where all fields stand in the form, those that are told of nothing are there, too. */
function wholeRows(rows: DraftRow[], { form }: Of): DraftRow[] {
  if (!form.whole) return rows;
  return form.begins.map((name) => rows.find((r) => r.attribute === name) ?? emptyRow(name));
}

/** The form with a wrong change taken into it, to be set right. */
export function correcting(d: Draft, wrong: Correctable, of: Of): Draft {
  return {
    ...d,
    mode: "correction",
    corrects: wrong.id,
    paper: { kind: "known", id: wrong.document.id, label: wrong.document.label, more: wrong.paperTitle },
    fromKind: wrong.from.kind,
    fromDate: typedDate(wrong.from.date),
    until: wrong.to === null ? "" : typedDate(wrong.to),
    rows: wholeRows(rowsOf({ set: wrong.attributes, clear: wrong.clear }, of), of),
    note: wrong.note ?? "",
  };
}

/** Paper, day and note of a telling, as they were typed. */
export function frameOfTelling(
  { paper, from, to, note, corrects }: z.infer<typeof telling>,
  paperLabel: string,
): Pick<Draft, "paper" | "mode" | "corrects" | "fromKind" | "fromDate" | "until" | "note"> {
  return {
    paper:
      paper.kind === "known"
        ? { ...paper, label: paperLabel, more: "" }
        : {
            kind: "new",
            fields: {
              ...paper.draft,
              number: paper.draft.number ?? "",
              signedOn: paper.draft.signedOn === null ? "" : typedDate(paper.draft.signedOn),
              issuer: paper.draft.issuer ?? "",
              url: paper.draft.url ?? "",
            },
          },
    mode: corrects === null ? "change" : "correction",
    corrects,
    fromKind: from.kind,
    fromDate: typedDate(from.date),
    until: to === null ? "" : typedDate(to),
    note: note ?? "",
  };
}

/** The form of a proposal that was sent back, to be bettered. */
export function draftOfTelling(told: z.infer<typeof telling>, paperLabel: string, of: Of): Draft {
  const { organisation } = told;
  const field = of.form.fields.find((f) => f.input.kind === "organisation");
  const rows = rowsOf(told, of);
  const named =
    organisation === null || field === undefined
      ? []
      : [{ ...emptyRow(field.attribute), chosen: [{ id: null, label: organisation.name }] }];
  return {
    ...emptyDraft(of),
    ...frameOfTelling(told, paperLabel),
    rows: wholeRows([...rows, ...named], of),
  };
}

/** The key under which to send a content: that of before, where it is the same. */
export function requestKeyFor(d: Pick<Draft, "sent">, content: string): string {
  return d.sent?.content === content ? d.sent.key : crypto.randomUUID();
}

/** Where a draft is kept: one for each account and subject. */
export function draftKey(account: string, subject: string): string {
  return `khu.draft:${account}:${subject}`;
}

/** The draft that is kept, or null. A draft of another version of the form is none. */
export function findDraft(key: string): Draft | null {
  try {
    return draft.safeParse(JSON.parse(localStorage.getItem(key) ?? "null")).data ?? null;
  } catch {
    return null;
  }
}

/** Keeps the draft; where the browser keeps nothing, the form still stands on the screen. */
export function keepDraft(key: string, d: Draft): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...d, savedAt: new Date().toISOString() }));
  } catch {
    // A full or forbidden store must not take the form away.
  }
}

export function dropDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
