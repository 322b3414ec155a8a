/** Takes the facts of a check from figures and records, as they are answered to who asks. */
import {
  type Asking,
  answerFigure,
  ask,
  contextOf,
  type FigureContext,
  type FigureDefinition,
  type Question,
} from "../../figures/public.ts";
import { done, type Outcome } from "../../kernel/problems.ts";
import { clearanceBoard, findRoundPage } from "../../land/public.ts";
import { measured, NO_FACTS, type ReadKey } from "./facts.ts";
import { type CheckSubject, findSubject, type SubjectNamed, type SubjectService } from "./subjectFacts.ts";
import type { Facts, Given, Measured, RoundAgreed } from "./vocabulary.ts";

export type CheckService = SubjectService & { readonly figures: readonly FigureDefinition[] };
type FigureWords = Parameters<typeof ask>[0];

type Asked = {
  readonly subject: SubjectNamed | null;
  readonly words: Partial<FigureWords>;
  readonly reads: readonly ReadKey[];
  /** Whether the rounds of clearance are asked for, too. */
  readonly rounds: boolean;
  readonly asker: Parameters<typeof contextOf>[1];
  readonly given: Given;
};

type Reading = {
  readonly service: CheckService;
  readonly context: FigureContext;
  readonly words: Partial<FigureWords>;
};

async function questionOf(service: Asking, words: Partial<FigureWords>): Promise<Outcome<Question>> {
  return ask({ lang: "vi", limit: 0, ...words }, service);
}

/** A figure of the question, and whether it is known to be whole. */
async function figureOf(id: string, { service, context, words }: Reading) {
  const definition = service.figures.find((figure) => figure.id === id);
  if (definition === undefined) throw new Error(`no figure ${id}`);
  const question = await questionOf(service, words);
  if (!question.ok) return question;
  const figure = await answerFigure(definition, question.value, context);
  const { place, zone, asOf } = words;
  const search = new URLSearchParams(
    Object.entries({ place, zone, asOf }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  const whole = figure.missing.length === 0 && figure.complete;
  return done({ figure, whole, href: `/figures/${id}?${search}` });
}

type Figure = Extract<Awaited<ReturnType<typeof figureOf>>, { ok: true }>["value"];

/** What of a figure a fact is; null where the figure is not known to be whole. */
const TAKEN = {
  value: ({ figure, whole }: Figure) => (whole ? figure.value : null),
  numerator: ({ figure, whole }: Figure) => (whole ? figure.numerator : null),
  left: ({ figure, whole }: Figure) =>
    whole && figure.numerator !== null && figure.denominator !== null
      ? figure.denominator - figure.numerator
      : null,
  /** What is there is there, whether or not it is all. */
  some: ({ figure, whole }: Figure) => ((figure.value ?? 0) > 0 || whole ? figure.value : null),
} as const satisfies Record<string, (figure: Figure) => number | null>;

type Source = {
  readonly figure: string;
  readonly of: "zone" | "there" | "province";
  readonly taken: keyof typeof TAKEN;
};

/** From which figure, of what ground, each number comes. Occupancy of a park is another figure than that of a cluster. */
function sourceOf(key: ReadKey, kind: Facts["kind"]): Source | null {
  const kinds = kind === "park" ? "parks" : "clusters";
  const of = (figure: string, ground: Source["of"], taken: Source["taken"] = "value") => ({
    ...{ figure, of: ground, taken },
  });
  switch (key) {
    case "area":
      return kind === "cluster" ? of("clusters.area", "zone") : null;
    case "land":
      return null;
    case "clustersThere":
      return of("clusters.established", "there");
    case "occupancyThere":
      return of("land.occupancy.clusters", "there");
    case "unleasedThere":
      return of("land.occupancy.clusters", "there", "left");
    case "occupancy":
      return of(`land.occupancy.${kinds}`, "zone");
    case "parksOccupancy":
      return of("land.occupancy.parks", "province");
    case "letLand":
      return of(`land.leased.${kinds}`, "zone", "numerator");
    case "toRecover":
      return of("land.toRecover", "zone");
    case "handedOver":
      return of("land.handedOver", "zone");
    case "stateMoney":
      return of("clusters.localBudgetFunded", "zone", "some");
  }
}

/** The words by which the figure is asked; null: there is no such ground. A zone in several communes has no one commune. */
function wordsFor(of: Source["of"], subject: CheckSubject | null, words: Partial<FigureWords>) {
  const { place: _, ...anywhere } = words;
  switch (of) {
    case "zone":
      return subject?.zone == null ? null : { ...anywhere, zone: subject.zone };
    case "there": {
      const [place, ...others] = subject?.places ?? [];
      return place === undefined || others.length > 0 ? null : { ...anywhere, place };
    }
    case "province":
      return words;
  }
}

async function numberOf(key: ReadKey, subject: CheckSubject | null, of: Reading): Promise<Outcome<Measured>> {
  const own = subject?.facts[key];
  // What the record itself says needs no figure.
  if (own !== undefined && own.value !== null) return done(own);
  const source = sourceOf(key, subject?.facts.kind ?? null);
  const words = source === null ? null : wordsFor(source.of, subject, of.words);
  if (source === null || words === null) return done(own ?? measured(key, null, null));
  const found = await figureOf(source.figure, { ...of, words });
  if (!found.ok) return found;
  return done(measured(key, TAKEN[source.taken](found.value), found.value.href));
}

/** The rounds of clearance of a zone, with how far those who hold the land agree. */
async function roundsOf(subject: CheckSubject | null, of: Reading): Promise<readonly RoundAgreed[]> {
  if (subject?.zone == null) return [];
  const question = await questionOf(of.service, { ...of.words, zone: subject.zone });
  if (!question.ok) return [];
  const { items } = await clearanceBoard(question.value, of.context);
  const rounds: RoundAgreed[] = [];
  for (const { id } of items) {
    const page = await findRoundPage(id, question.value, of.context);
    if (page === null) continue;
    const { area, holders, enough } = page.agreement;
    const rate = (of: typeof area, vi: string, en: string): Measured => ({
      ...{ label: { vi, en }, value: of?.rate ?? null, unit: "percent", text: null },
      href: `/clearance/${id}`,
    });
    rounds.push({
      ...{ key: id, label: page.name, enough },
      land: rate(area, "Diện tích đã thỏa thuận", "Land agreed"),
      holders: rate(holders, "Người sử dụng đất đã thỏa thuận", "Users who agreed"),
    });
  }
  return rounds;
}

/** The facts about a subject and its surroundings on the day. */
export async function readFacts(
  service: CheckService,
  { subject: named, words, reads, rounds, asker, given }: Asked,
): Promise<Outcome<{ readonly facts: Facts; readonly subject: CheckSubject | null }>> {
  const context = contextOf(service, asker);
  const question = await questionOf(service, words);
  if (!question.ok) return question;
  const found =
    named === null ? done(null) : await findSubject(service, named, { question: question.value, context });
  if (!found.ok) return found;
  const subject = found.value;
  const reading = { service, context, words };
  const numbers: Partial<Record<ReadKey, Measured>> = {};
  for (const key of reads) {
    const number = await numberOf(key, subject, reading);
    if (!number.ok) return number;
    numbers[key] = number.value;
  }
  const facts: Facts = { ...NO_FACTS, ...subject?.facts, ...numbers, given };
  return done({
    subject,
    facts: {
      ...facts,
      // An area that is meant goes before the one on record.
      area: given.area === null ? facts.area : measured("area", given.area, null),
      rounds: rounds ? await roundsOf(subject, reading) : [],
    },
  });
}
