/** Finds what a measure counts: cases, or the steps of cases where a step is asked for. */
import {
  type FigureContext,
  type Finding,
  type FoundDispute,
  type FoundMissing,
  type FoundRecord,
  NOTHING_FOUND,
  type Question,
} from "../../figures/public.ts";
import { addDays, laterOf, type PartialDate, type PlainDate, partialOfDay } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { CATALOGUE, findProcedure } from "../catalogue/catalogue.ts";
import { type Gathered, gatherCases, type Lie, lieOf, unitNames } from "./gathering.ts";
import { type Counted, measured, type When } from "./measures.ts";
import { daysStood, isDoneIn, type Spell } from "./spells.ts";
import { stretchOn } from "./standing.ts";
import type { Divided, Measure } from "./vocabulary.ts";

const WHY = {
  across: {
    vi: "hồ sơ nằm trên nhiều địa bàn, không chỉ địa bàn được hỏi",
    en: "the case lies in several places, not in the asked one alone",
  },
  unjudged: {
    vi: "văn bản áp dụng không đặt thời hạn, hoặc chưa biết thời hạn",
    en: "the text that it follows sets no limit, or none is known",
  },
} as const satisfies Record<string, Sentence>;

/** How a question names those that no unit handles. */
export const NO_UNIT = "none";
const NOBODY: Sentence = { vi: "Chưa giao đơn vị", en: "No unit yet" };

/** Times that are named because they can't count, at most. */
const NAMED = 100;

/** What a procedure, and a step of it, are called, whatever the text. */
export function titleOf(procedure: string, step: string | null = null): Sentence | null {
  const found = findProcedure(procedure);
  if (step === null) return found?.title ?? null;
  const steps = found?.versions.flatMap((v) => v.steps) ?? [];
  return steps.findLast((s) => s.key === step)?.title ?? null;
}

function labelOf({ told, procedure, step }: Spell, { language, asOf, cut }: Question): string {
  const number = stretchOn(told, asOf)?.number ?? told.key ?? "…";
  const title = titleOf(procedure)?.[language] ?? procedure;
  return cut?.step === undefined || step === null
    ? `${number} · ${title}`
    : `${number} · ${step.title[language]}`;
}

/** The papers from which it is known: of the dossier, and of what happened on its last day. */
function papersOf({ told, to }: Spell, asOf: PlainDate): readonly string[] {
  const dossier = stretchOn(told, asOf)?.document ?? null;
  const last = told.happened.filter((h) => h.on === to).map((h) => h.document);
  return [...new Set([...(dossier === null ? [] : [dossier]), ...last])];
}

/** The papers from which it is known where a case lies, where only its zone tells. */
function groundOf({ told }: Spell, { asOf, kind }: Question, { zones }: Gathered): readonly string[] {
  const stretch = stretchOn(told, asOf);
  const zone = stretch?.zone == null ? undefined : zones.get(stretch.zone);
  if (zone === undefined) return [];
  const own = stretch?.places.length === 0 ? [zone.sources.places] : [];
  return [...own, kind === null ? undefined : zone.sources.kind].flatMap((s) => s?.document ?? []);
}

function named(spell: Spell, question: Question, gathered: Gathered) {
  const { id, key } = spell.told;
  return {
    ...{ kind: "case", id, key, label: labelOf(spell, question) },
    rests: groundOf(spell, question, gathered),
  };
}

function recordOf({ spell, days }: Counted, question: Question, gathered: Gathered): FoundRecord {
  return {
    ...named(spell, question, gathered),
    ...{ value: days, unit: "day", since: partialOfDay(spell.from), standing: "says" },
    documents: papersOf(spell, question.asOf),
  };
}

function missingOf(
  spells: readonly Spell[],
  why: keyof typeof WHY,
  of: { readonly question: Question; readonly gathered: Gathered },
): FoundMissing[] {
  const { question, gathered } = of;
  return spells.map((spell) => ({
    ...named(spell, question, gathered),
    ...{ why: WHY[why][question.language], amount: null, documents: papersOf(spell, question.asOf) },
  }));
}

/** Where too many would have to be named, how many more there are. */
function fewOf(missing: readonly FoundMissing[], { language }: Question): readonly FoundMissing[] {
  const more = missing.length - NAMED;
  if (more <= 0) return missing;
  const label = language === "vi" ? `và ${more} hồ sơ khác` : `and ${more} more cases`;
  const why = language === "vi" ? "cùng các lý do trên" : "for the same reasons";
  const rest = { kind: "case", id: "", key: null, label, why, amount: null };
  return [...missing.slice(0, NAMED), rest];
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

function spelledOf(
  question: Question,
  { cases, spelling, zones }: Gathered,
  by: "whole" | "steps" = question.cut?.step === undefined ? "whole" : "steps",
): Spelled {
  const { asOf } = question;
  const tell = spelling[by];
  const spelled: { inside: Spell[]; across: Spell[]; disputed: Spell[] } = {
    ...{ inside: [], across: [], disputed: [] },
  };
  for (const told of cases) {
    const stretch = stretchOn(told, asOf);
    const lie = stretch === null ? "outside" : lieOf(stretch, question, zones);
    if (stretch === null || lie === "outside") continue;
    const spells = tell(told, asOf).filter((spell) => isCut(spell, question));
    spelled[stretch.disputed === null ? lie : "disputed"].push(...spells);
  }
  return spelled;
}

/** What a unit is called, or those that nobody handles. */
export async function unitLabel(unit: string, question: Question, context: FigureContext): Promise<string> {
  if (unit === NO_UNIT) return NOBODY[question.language];
  return (await unitNames(question, context)).get(unit) ?? "…";
}

/** To what the question is narrowed, in words. */
async function aboutOf(question: Question, context: FigureContext): Promise<Pick<Finding, "about">> {
  const { cut, language } = question;
  if (cut === undefined) return {};
  const { procedure, step, unit } = cut;
  const words = [
    ...(procedure === undefined ? [] : [titleOf(procedure)?.[language] ?? procedure]),
    ...(step === undefined ? [] : [titleOf(procedure ?? "", step)?.[language] ?? step]),
    ...(unit === undefined ? [] : [await unitLabel(unit, question, context)]),
  ];
  return { about: words.join(" · ") };
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
  const gathered = await gatherCases(question, context);
  const { of, key } = KEYS[by];
  const { window } = whenOf(question);
  const told = insideBy(of, question, gathered).filter(
    (s) => s.state === "underWay" || isDoneIn(s, window) || daysStood(s, window) > 0,
  );
  return inOrder(by, [...new Set(told.map(key))], question);
}

/** By procedure, or by step where a procedure is asked for. */
function groupsOf(measure: Measure, question: Question, gathered: Gathered): Finding["groups"] {
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

/** What a measure finds. */
export async function findCases(
  measure: Measure,
  question: Question,
  context: FigureContext,
): Promise<Finding> {
  const gathered = await gatherCases(question, context);
  const when = whenOf(question);
  const { inside, across, disputed } = spelledOf(question, gathered);
  const { value, counted, unjudged, numerator, denominator } = measured(measure, inside, when);
  const of = { question, gathered };
  const beyond = measured(measure, across, when);
  const disputes = measured(measure, disputed, when);
  const ordered = [...counted].sort(
    (a, b) => b.days - a.days || (a.spell.told.id < b.spell.told.id ? -1 : 1),
  );
  const newest = counted.reduce<PartialDate | null>(
    (last, { spell }) => laterOf(last, partialOfDay(spell.newest)),
    null,
  );
  return {
    ...NOTHING_FOUND,
    ...{ value, numerator, denominator, evidenceAsOf: newest },
    formula: numerator === null || denominator === null ? null : `${numerator} / ${denominator}`,
    groups: groupsOf(measure, question, gathered),
    records: ordered.map((c) => recordOf(c, question, gathered)),
    recordsTotal: ordered.length,
    missing: fewOf(
      [
        ...missingOf(unjudged, "unjudged", of),
        ...missingOf(
          beyond.counted.map((c) => c.spell),
          "across",
          of,
        ),
      ],
      question,
    ),
    disputed: disputes.counted.map(({ spell }): FoundDispute => {
      const stretch = stretchOn(spell.told, question.asOf);
      return {
        ...named(spell, question, gathered),
        effect: measure === "open" || measure === "late" || measure === "decided" ? 1 : null,
        why: stretch?.disputed ?? "",
        documents: stretch?.disputedBy == null ? [] : [stretch.disputedBy],
      };
    }),
    ...(await aboutOf(question, context)),
  };
}

/** Days on which figures of cases may turn: those on which something happened, and those after which a case is late. */
export async function caseDays(question: Question, context: FigureContext): Promise<readonly PlainDate[]> {
  const { cases, spelling } = await gatherCases({ ...question, period: null }, context);
  const days = cases.flatMap((told) =>
    told.happened.flatMap(({ on }) => {
      const due = spelling.standing(told, on)?.dueOn ?? null;
      return due === null || due < on ? [on] : [on, addDays(due, 1)];
    }),
  );
  return [...new Set(days)].sort();
}
