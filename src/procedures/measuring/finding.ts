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
import {
  addDays,
  lastDay,
  laterOf,
  type PartialDate,
  type PlainDate,
  partialDate,
  partialOfDay,
} from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { type Gathered, gatherCases } from "./gathering.ts";
import { type Counted, measured } from "./measures.ts";
import { groupsOf, spelledOf, titleOf, unitLabel, whenOf } from "./selecting.ts";
import type { Spell } from "./spells.ts";
import { stretchOn } from "./standing.ts";
import type { Measure } from "./vocabulary.ts";

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

/** Times that are named because they can't count, at most. */
const NAMED = 1_000;

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
    ...{ value: days, unit: "day", since: partialOfDay(spell.from), standing: null },
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

/** What a measure finds. */
export async function findCases(
  measure: Measure,
  question: Question,
  context: FigureContext,
): Promise<Finding> {
  const isStock = measure === "open" || measure === "late";
  const gathered = await gatherCases(question, context, isStock ? "stock" : "flow");
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
    // The number alone is asked for where no record is.
    groups: question.limit === 0 ? null : groupsOf(measure, question, gathered),
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
        effect: isStock || measure === "decided" ? 1 : null,
        why: stretch?.disputed ?? "",
        documents: stretch?.disputedBy == null ? [] : [stretch.disputedBy],
      };
    }),
    ...(await aboutOf(question, context)),
  };
}

/** Days that are told one by one, at most; of more the last days of months are. */
const SINGLE_DAYS = 120;

function monthEnds(days: readonly PlainDate[]): readonly PlainDate[] {
  return [...new Set(days.map((day) => lastDay(partialDate(day.slice(0, 7)))))];
}

/**
 * Days on which figures of cases may turn: those on which something happened, and those after which a case is late. An office
 * of many cases turns them daily: then the ends of months.
 */
export async function caseDays(question: Question, context: FigureContext): Promise<readonly PlainDate[]> {
  const { cases, spelling } = await gatherCases({ ...question, period: null }, context, "flow");
  const days = cases.flatMap((told) =>
    told.happened.flatMap(({ on }) => {
      const due = spelling.standing(told, on)?.dueOn ?? null;
      return due === null || due < on ? [on] : [on, addDays(due, 1)];
    }),
  );
  const turns = [...new Set(days)].sort();
  return turns.length > SINGLE_DAYS ? monthEnds(turns) : turns;
}
