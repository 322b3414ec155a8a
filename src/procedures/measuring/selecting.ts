/** Which times a question is about: those of cases in its place, of the procedure, step and unit to which it is narrowed. */
import type { FigureContext, Finding, Question } from "../../figures/public.ts";
import type { Problem, Sentence } from "../../kernel/problems.ts";
import { PROCEDURE_UNKNOWN, STEP_UNKNOWN } from "../cases/problems.ts";
import { CATALOGUE, findProcedure } from "../catalogue/catalogue.ts";
import { type Gathered, gatherCases, type Lie, lieOf, unitNames } from "./gathering.ts";
import { measured, type When } from "./measures.ts";
import { daysStood, isDoneIn, type Spell } from "./spells.ts";
import { stretchOn } from "./standing.ts";
import type { Divided, Measure } from "./vocabulary.ts";

/** How a question names those that no unit handles. */
export const NO_UNIT = "none";
const NOBODY: Sentence = { vi: "Chưa giao đơn vị", en: "No unit yet" };

/** What a procedure, and a step of it, are called, whatever the text. */
export function titleOf(procedure: string, step: string | null = null): Sentence | null {
  const found = findProcedure(procedure);
  if (step === null) return found?.title ?? null;
  const steps = found?.versions.flatMap((v) => v.steps) ?? [];
  return steps.findLast((s) => s.key === step)?.title ?? null;
}

/** A procedure that the catalogue does not have, or a step that no text of it has: its number would be a wrong 0. */
export function againstCut({ procedure, step }: NonNullable<Question["cut"]>): Problem | null {
  if (procedure !== undefined && titleOf(procedure) === null) return PROCEDURE_UNKNOWN;
  const among = procedure === undefined ? CATALOGUE.map((p) => p.key) : [procedure];
  const isStep = step === undefined || among.some((key) => titleOf(key, step) !== null);
  return isStep ? null : STEP_UNKNOWN;
}

/** The day and the time that a question is about: a flow without a period takes all up to its day. */
export function whenOf({ asOf, period }: Question): When {
  const isOver = period !== null && period.to <= asOf;
  const to = isOver ? period.to : asOf;
  return { day: asOf, window: { from: period?.from ?? null, to } };
}

/** The times that a question is about, by where they lie. */
export type Spelled = Readonly<Record<Exclude<Lie, "outside"> | "disputed", readonly Spell[]>>;

function isCut(spell: Spell, { cut = {} }: Question): boolean {
  const { procedure, step, unit } = cut;
  return (
    (procedure === undefined || spell.procedure === procedure) &&
    (step === undefined || spell.step?.key === step) &&
    (unit === undefined || (spell.unit ?? NO_UNIT) === unit)
  );
}

type By = "whole" | "steps";

function spell(question: Question, { cases, spelling, zones }: Gathered, by: By): Spelled {
  const { asOf } = question;
  const tell = spelling[by];
  const times: { inside: Spell[]; across: Spell[]; disputed: Spell[] } = {
    ...{ inside: [], across: [], disputed: [] },
  };
  for (const told of cases) {
    const stretch = stretchOn(told, asOf);
    const lie = stretch === null ? "outside" : lieOf(stretch, question, zones);
    if (stretch === null || lie === "outside") continue;
    const spells = tell(told, asOf).filter((one) => isCut(one, question));
    times[stretch.disputed === null ? lie : "disputed"].push(...spells);
  }
  return times;
}

const spelled = new WeakMap<Gathered, Map<string, Spelled>>();

/** The times of a question; steps where one is asked for. Several numbers of the same question share them. */
export function spelledOf(
  question: Question,
  gathered: Gathered,
  by: By = question.cut?.step === undefined ? "whole" : "steps",
): Spelled {
  const { asOf, zone, kind, cut = {} } = question;
  const key = JSON.stringify([asOf, zone, kind, cut.procedure, cut.step, cut.unit, by]);
  const known = spelled.get(gathered) ?? new Map<string, Spelled>();
  spelled.set(gathered, known);
  const found = known.get(key) ?? spell(question, gathered, by);
  known.set(key, found);
  return found;
}

/** What a unit is called, or those that nobody handles. */
export async function unitLabel(unit: string, question: Question, context: FigureContext): Promise<string> {
  if (unit === NO_UNIT) return NOBODY[question.language];
  return (await unitNames(question, context)).get(unit) ?? "…";
}

/** Times of cases that lie in the place, of steps or as a whole. */
function insideBy(by: "whole" | "steps", question: Question, gathered: Gathered): readonly Spell[] {
  return spelledOf(question, gathered, by).inside;
}

const KEYS = {
  procedure: { of: "whole", key: (s: Spell) => s.procedure },
  step: { of: "steps", key: (s: Spell) => s.step?.key ?? "" },
  unit: { of: "whole", key: (s: Spell) => s.unit ?? NO_UNIT },
} as const;

/** In the order of the catalogue; units as they come. */
function inOrder(by: Divided, keys: readonly string[], { cut = {} }: Question): readonly string[] {
  if (by === "unit") return [...keys].sort();
  const steps = findProcedure(cut.procedure ?? "")?.versions.flatMap((v) => v.steps) ?? [];
  const known = by === "procedure" ? CATALOGUE.map((p) => p.key) : steps.map((s) => s.key);
  return [...new Set(known)].filter((key) => keys.includes(key));
}

/** The procedures, steps or units of which there is anything to tell, by the asked day. */
export async function keysOf(
  by: Divided,
  question: Question,
  context: FigureContext,
): Promise<readonly string[]> {
  const gathered = await gatherCases(question, context, "flow");
  const { of, key } = KEYS[by];
  const { window } = whenOf(question);
  const told = insideBy(of, question, gathered).filter(
    (s) => s.state === "underWay" || isDoneIn(s, window) || daysStood(s, window) > 0,
  );
  return inOrder(by, [...new Set(told.map(key))], question);
}

/** By procedure, or by step where a procedure is asked for. */
export function groupsOf(measure: Measure, question: Question, gathered: Gathered): Finding["groups"] {
  const { cut = {}, language } = question;
  if (cut.step !== undefined) return null;
  const by = cut.procedure === undefined ? "procedure" : "step";
  const { of, key } = KEYS[by];
  const spells = insideBy(of, question, gathered);
  const groups = inOrder(by, [...new Set(spells.map(key))], question).flatMap((own) => {
    const { value } = measured(
      measure,
      spells.filter((s) => key(s) === own),
      whenOf(question),
    );
    const title = cut.procedure === undefined ? titleOf(own) : titleOf(cut.procedure, own);
    return value === null ? [] : [{ key: own, label: title?.[language] ?? own, value }];
  });
  return groups.length === 0 ? null : groups;
}
