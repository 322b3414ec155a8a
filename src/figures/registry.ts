/** What a figure is in code: a named number, defined once by the folder that owns its records. */
import type { PartialDate, PlainDate } from "../kernel/dates.ts";
import type { Precision } from "../kernel/precision.ts";
import type { Problem, Sentence } from "../kernel/problems.ts";
import {
  type Action,
  type Asker,
  classesClosed,
  forReader,
  may,
  type PaperClass,
} from "../people/permissions.ts";
import type { PlaceDirectory, PlaceScope } from "../places/public.ts";
import type { EachReader } from "../platform/database/logins.ts";
import type { Db } from "../platform/database/tables.ts";
import type { Known, Standing } from "../register/public.ts";
import type { Unit } from "./vocabulary.ts";

export type Language = "vi" | "en";

/** By what figures of cases may be narrowed besides: a procedure and a step of it by their keys, a handling unit by its id. */
export const CUTS = ["procedure", "step", "unit"] as const;
export type Cut = Readonly<Partial<Record<(typeof CUTS)[number], string>>>;

/** What is asked: where, on which day (of a flow: from and to, inclusive), and as known when. */
export type Question = {
  readonly scope: PlaceScope;
  readonly asOf: PlainDate;
  /** The period of a flow; null where only a day was asked. */
  readonly period: { readonly from: PlainDate; readonly to: PlainDate } | null;
  readonly known: Known;
  /** Only this zone (id). */
  readonly zone: string | null;
  readonly kind: "park" | "cluster" | null;
  /** Absent: not narrowed. Only definitions that say so take it. */
  readonly cut?: Cut;
  /** How many records to give at most; 0: the number alone. */
  readonly limit: number;
  /** Give the records after the one with this id. */
  readonly after: string | null;
  readonly language: Language;
};

/** Where a definition reads; one for each question, or each set of questions that share their readings. */
export type FigureContext = {
  /** Sees everything: the value of a figure never depends on who asks. */
  readonly db: Db;
  /** Reads under the rights of who asks, and is shown no paper that they may not read. */
  readonly reader: Db;
  readonly asker: Asker;
  /** The classes of papers that who asks may not read. */
  readonly closed: readonly PaperClass[];
  readonly places: PlaceDirectory;
  /** The same question will be asked of many days: what holds on any of them is better read at once. */
  readonly manyDays?: boolean;
};

/** A fresh context for who asks: what is read for it is shared only within it. */
export function contextOf(
  of: { readonly db: Db; readonly readers: EachReader<Db>; readonly places: () => PlaceDirectory },
  asker: Asker,
): FigureContext {
  const reader = forReader(of.readers, asker);
  return { db: of.db, places: of.places(), reader, asker, closed: classesClosed(asker) };
}

type Named = {
  readonly kind: string;
  readonly id: string;
  readonly key: string | null;
  readonly label: string;
  /** Ids of the papers from which it is known that there is such a record, there, under that name. */
  readonly rests?: readonly string[];
};

/** What the record's own paper says of its number, where it does; `period` is inclusive. */
type Stated = {
  readonly precision?: Precision;
  readonly precisionWord?: string | null;
  readonly period?: { readonly from: PartialDate; readonly to: PartialDate };
  /** Of what the number is, where the figure is a ratio of such numbers. */
  readonly unit?: Unit;
};

/** A record behind a figure; `documents` are ids. */
export type FoundRecord = Named &
  Stated & {
    readonly value: number | null;
    readonly since: PartialDate | null;
    readonly standing: Standing | null;
    readonly documents: readonly string[];
  };
/** A record that belongs to the question but could not be counted, and why. */
export type FoundMissing = Named &
  Stated & { readonly why: string; readonly amount: number | null; readonly documents?: readonly string[] };
export type FoundDispute = Named & {
  readonly effect: number | null;
  readonly why: string;
  readonly documents: readonly string[];
};

/** What the records give, before coverage, published totals and age are looked at. */
export type Finding = {
  /** null: no record. */
  readonly value: number | null;
  readonly precision: Precision;
  readonly precisionWord: string | null;
  readonly formula: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly groups: ReadonlyArray<{
    readonly key: string;
    readonly label: string;
    readonly value: number;
  }> | null;
  readonly evidenceAsOf: PartialDate | null;
  /** All records, or the page that was asked for where the definition pages itself. */
  readonly records: readonly FoundRecord[];
  readonly recordsTotal: number;
  /** Id after which the next page begins, where the definition pages itself. */
  readonly next: string | null;
  /** How many of all records rest on a paper (its id), where the definition pages itself. */
  readonly countOn?: (document: string) => Promise<number>;
  /** How many of all records rest on a paper of these classes, where the definition pages itself. */
  readonly countClosed?: (classes: readonly PaperClass[]) => Promise<number>;
  readonly missing: readonly FoundMissing[];
  readonly disputed: readonly FoundDispute[];
  /** To what the question is narrowed, in words. */
  readonly about?: string;
  /** The period that the value is for, where the question names none. */
  readonly period?: { readonly from: PlainDate; readonly to: PlainDate };
  /** Some subject may have begun before the asked day: only a later day is known. */
  readonly beginsUnknown: boolean;
};

/** Kinds of records for which the register may hold everything, of a place and a time. */
export type CoveredKind =
  | "cluster"
  | "park"
  | "project"
  | "product"
  | "allocation"
  | "plan"
  | "clearance"
  | "lease"
  | "case";

export type FigureDefinition = {
  readonly id: string;
  readonly unit: Unit;
  readonly kind: "stock" | "flow";
  readonly title: Sentence;
  /** What is counted, in words. */
  readonly definition: Sentence;
  readonly article: string | null;
  /** What one must be allowed to do to be told it; absent: it is for everybody. */
  readonly action?: Action;
  /** What speaks against narrowing it so; null: nothing. Absent: it can't be narrowed. */
  readonly againstCut?: (cut: Cut) => Problem | null;
  /** A ratio or a percentile in a unit that is summed elsewhere: of nothing there is none, and more records move it either way. */
  readonly notSummed?: true;
  /** What the register must hold wholly for "none" to mean 0. Empty: never known to be whole. */
  readonly covered: readonly CoveredKind[];
  /** Reads the records. null: no record of it is kept, only published totals answer. */
  readonly find: ((question: Question, context: FigureContext) => Promise<Finding>) | null;
  /** Days on which the records may move the figure, for its course. */
  readonly days?: (question: Question, context: FigureContext) => Promise<readonly PlainDate[]>;
};

/** Whether who asks may be told the figure at all. */
export function mayBeTold(definition: Pick<FigureDefinition, "action">, asker: Asker): boolean {
  return definition.action === undefined || may(asker, definition.action).ok;
}

type Cuttable = Pick<FigureDefinition, "againstCut">;

/** Why the figure does not answer the question: it can't be narrowed, or not to that; null: it does. */
export function againstQuestion({ againstCut }: Cuttable, { cut }: Question): Problem | null {
  if (cut === undefined) return null;
  return againstCut === undefined ? notNarrowed(Object.keys(cut)[0] ?? null) : againstCut(cut);
}

/** Whether the question is one that the figure answers. */
export function answersTo(definition: Cuttable, question: Question): boolean {
  return againstQuestion(definition, question) === null;
}

function notNarrowed(field: string | null): Problem {
  return {
    ...{ code: "figure.notNarrowed", status: 400, field },
    message: {
      vi: "Chỉ tiêu này không chia theo thủ tục, bước, đơn vị thụ lý.",
      en: "This figure is not told by procedure, step or handling unit.",
    },
    remedy: {
      vi: "Bỏ procedure, step, unit khỏi câu hỏi.",
      en: "Leave procedure, step and unit out of the question.",
    },
  };
}

/** A finding without a record. */
export const NOTHING_FOUND: Finding = {
  value: null,
  precision: "exact",
  precisionWord: null,
  formula: null,
  numerator: null,
  denominator: null,
  groups: null,
  evidenceAsOf: null,
  records: [],
  recordsTotal: 0,
  next: null,
  missing: [],
  disputed: [],
  beginsUnknown: false,
};

/** What a reading follows from, besides the register: the question's place, day, commit known and language. */
function byDay({ scope, asOf, known, language }: Question): string {
  return `${scope.place.id} ${asOf} ${known.commit} ${language}`;
}

/** The same of a reading that is for every day. */
export function whateverDay({ scope, known, language }: Question): string {
  return `${scope.place.id} ${known.commit} ${language}`;
}

/** Shares one reading among the figures of a question: the first that needs it reads, the others wait for the same. */
export function shared<T>(
  read: (question: Question, context: FigureContext) => Promise<T>,
  keyOf: (question: Question) => string = byDay,
): (question: Question, context: FigureContext) => Promise<T> {
  const readings = new WeakMap<FigureContext, Map<string, Promise<T>>>();
  return (question, context) => {
    const ofContext = readings.get(context) ?? new Map<string, Promise<T>>();
    readings.set(context, ofContext);
    const key = keyOf(question);
    const started = ofContext.get(key) ?? read(question, context);
    ofContext.set(key, started);
    return started;
  };
}
