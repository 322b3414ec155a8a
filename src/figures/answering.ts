/** Turns what the records give into an answer: coverage, published totals, age, one page of records, papers by name. */
import {
  firstDay,
  lastDay,
  monthsBefore,
  type PartialDate,
  type PlainDate,
  partialOfDay,
} from "../kernel/dates.ts";
import type { DocumentDraft, DocumentRef } from "../register/public.ts";
import { documentLabel, listDocumentsById } from "../register/public.ts";
import { type Settings, settingsAt } from "../settings/public.ts";
import { compare, type Support, toleranceOf } from "./comparing.ts";
import { coverageOf, coveredOn, listCoverage } from "./coverage.ts";
import {
  type FigureContext,
  type FigureDefinition,
  type Finding,
  type FoundRecord,
  mayBeTold,
  NOTHING_FOUND,
  type Question,
  shared,
  whateverDay,
} from "./registry.ts";
import { listFigureClaims, type PublishedClaim } from "./store.ts";
import { seenDisputes, seenMissing, seenRecords, veilOf } from "./veil.ts";
import type { FigureAnswer, ReportedValue } from "./vocabulary.ts";

type Labels = (ids: readonly string[]) => DocumentRef[];

const claimsOf = shared(
  (question, context) => listFigureClaims(context.db, question.scope.place.id, question.known),
  whateverDay,
);
const coverageEver = shared((question, context) => listCoverage(context.db, question.known), whateverDay);

const settingsOf = shared((question, context) => settingsAt(context.db, question.known), whateverDay);

/** Whether evidence that ends there is old on the asked day: more than the months before it that are set. */
export function isStale(
  evidence: PartialDate | null,
  on: { readonly asOf: PlainDate; readonly settings: Settings },
): boolean {
  return evidence !== null && lastDay(evidence) < monthsBefore(on.asOf, on.settings.staleMonths);
}

/** Answers one figure. Questions that share the context share their readings. */
export async function answerFigure(
  definition: FigureDefinition,
  question: Question,
  context: FigureContext,
): Promise<FigureAnswer> {
  // Routes refuse before; whoever forgets to is given nothing here.
  const isTold = mayBeTold(definition, context.asker);
  const finding =
    definition.find === null || !isTold ? NOTHING_FOUND : await definition.find(question, context);
  const covered = coverageOf(
    { scope: question.scope, kinds: definition.covered, language: question.language },
    coveredOn(await coverageEver(question, context), question.asOf),
    context.places,
  );
  const published = publishedFor(definition, question, await claimsOf(question, context));
  const settings = await settingsOf(question, context);
  const settled = settle({ definition, finding, covered, published, question, settings });
  const answering = { unit: definition.unit, basis: settled.basis, question };
  const seen = await veilOf(finding, { ...answering, claims: publishedPapers(published) }, context);
  const veil = isTold ? seen : { ...seen, withheld: true };
  const page = pageOf(finding, question);
  const records = seenRecords(page.records, veil);
  const disputed = seenDisputes(finding.disputed, veil, question.language);
  const documents = await listDocumentsById(context.reader, [
    ...records.flatMap((r) => r.documents),
    ...disputed.flatMap((d) => d.documents),
    ...publishedPapers(published),
  ]);
  const label: Labels = (ids) => ids.flatMap((id) => refOf(documents.get(id), question));
  const told = veil.withheld ? withheld(finding) : finding;
  return {
    id: definition.id,
    title: definition.title[question.language],
    unit: definition.unit,
    kind: definition.kind,
    ...(finding.about === undefined ? {} : { about: finding.about }),
    place: placeOf(question),
    asOf: question.asOf,
    knownAt: { at: question.known.at, commit: question.known.commit },
    ...settled,
    ...(veil.withheld ? WITHHELD : null),
    withheld: veil.withheld,
    hidden: veil.hidden,
    // The terms of a formula, and a group, may be one hidden record's.
    formula: veil.hidden > 0 ? null : told.formula,
    numerator: told.numerator,
    denominator: told.denominator,
    coverage: covered,
    groups: told.groups === null || veil.hidden > 0 ? null : [...told.groups],
    recordsTotal: finding.recordsTotal,
    next: page.next,
    records: records.map(({ rests: _, ...r }) => ({ ...r, documents: label(r.documents) })),
    missing: seenMissing(finding.missing, veil, question.language).map(
      ({ rests: _, documents: __, ...m }) => m,
    ),
    disputed: disputed.map(({ rests: _, ...d }) => ({ ...d, documents: label(d.documents) })),
    reported: (
      await Promise.all(published.map((c) => reportedOf(c, { finding: told, settings, label })))
    ).flat(),
    definition: definition.definition[question.language],
    article: definition.article,
  };
}

function refOf(document: DocumentDraft | undefined, question: Question): DocumentRef[] {
  return document === undefined
    ? []
    : [{ id: document.id, label: documentLabel(document, question.language) }];
}

/** What is said with a number that is withheld: nothing of the number. */
export const WITHHELD = {
  value: null,
  precision: "exact",
  precisionWord: null,
  evidenceAsOf: null,
  stale: false,
} as const;

/** A finding without its number, so that nothing is compared with it either. */
function withheld(finding: Finding): Finding {
  return { ...finding, value: null, numerator: null, denominator: null, formula: null, groups: null };
}

function publishedPapers(published: readonly PublishedClaim[]): readonly string[] {
  return published.map((c) => c.document);
}

function placeOf({ scope: { place } }: Question): FigureAnswer["place"] {
  return { id: place.id, code: place.code, name: place.name, from: place.from, to: place.to };
}

type Settling = {
  readonly definition: FigureDefinition;
  readonly finding: Finding;
  readonly covered: { readonly complete: boolean };
  readonly published: readonly PublishedClaim[];
  readonly question: Question;
  readonly settings: Settings;
};

/** The number and what must be said with it. What may be missing is never told as none: "at least 0" says nothing. */
function settle({ definition, finding, covered, published, question, settings }: Settling) {
  const on = { asOf: question.asOf, settings };
  const asked = question.period ?? finding.period ?? null;
  const period = asked === null ? null : { from: partialOfDay(asked.from), to: partialOfDay(asked.to) };
  if (finding.value === null && finding.recordsTotal === 0 && finding.missing.length === 0) {
    const total = newestOf(published);
    if (total !== null && total.value !== null) {
      const evidence = total.evidence;
      return {
        value: total.value,
        precision: total.precision,
        precisionWord: total.precisionWord,
        complete: true,
        basis: "reported" as const,
        period: { from: total.period.from, to: total.period.to },
        evidenceAsOf: evidence,
        stale: isStale(evidence, on),
      };
    }
  }
  // Of nothing there is no ratio, and more records move one up or down.
  const ratio =
    definition.notSummed === true || definition.unit === "percent" || definition.unit === "dongPerM2";
  const none = !ratio && covered.complete && finding.missing.length === 0 && !finding.beginsUnknown;
  const value = finding.value ?? (none ? 0 : null);
  const whole = covered.complete && !finding.beginsUnknown;
  const lower = value !== null && !ratio && finding.precision === "exact" && !whole;
  return {
    value,
    precision: lower ? ("atLeast" as const) : finding.precision,
    precisionWord: finding.precisionWord,
    complete: whole && finding.missing.length === 0,
    basis: "records" as const,
    period,
    evidenceAsOf: value === null ? null : finding.evidenceAsOf,
    stale: value !== null && isStale(finding.evidenceAsOf, on),
  };
}

/** Published totals of just this place, filter and time. A total is never carried forward, split or moved. */
function publishedFor(
  definition: FigureDefinition,
  question: Question,
  claims: readonly PublishedClaim[],
): readonly PublishedClaim[] {
  return claims.filter((claim) => {
    const { about } = claim;
    if (question.cut !== undefined) return false;
    if (about.kind !== "figure" || about.figure !== definition.id || about.place !== question.scope.place.id)
      return false;
    if ((about.filters.kind ?? null) !== question.kind || (about.filters.zone ?? null) !== question.zone)
      return false;
    const [from, to] = [firstDay(claim.period.from), lastDay(claim.period.to)];
    const { period, asOf } = question;
    if (period !== null) return from === period.from && to === period.to;
    return from <= asOf && asOf <= to;
  });
}

/** The newest of several published totals: it answers where no record does. */
function newestOf(claims: readonly PublishedClaim[]): PublishedClaim | null {
  return claims.reduce<PublishedClaim | null>((best, c) => {
    const [was, is] = [best?.evidence ?? null, c.evidence];
    return best === null || (is !== null && (was === null || lastDay(is) > lastDay(was))) ? c : best;
  }, null);
}

/** How many records stand behind a finding, and how many rest on other papers than the given one. */
export async function supportOf(
  finding: Pick<Finding, "records" | "recordsTotal" | "countOn">,
  document: string,
): Promise<Support> {
  const onIt =
    finding.countOn === undefined
      ? finding.records.filter((r) => r.documents.includes(document)).length
      : await finding.countOn(document);
  return { records: finding.recordsTotal, independent: Math.max(finding.recordsTotal - onIt, 0) };
}

type Beside = { readonly finding: Finding; readonly settings: Settings; readonly label: Labels };

async function reportedOf(
  claim: PublishedClaim,
  { finding, settings, label }: Beside,
): Promise<ReportedValue[]> {
  const [document] = label([claim.document]);
  if (claim.value === null || document === undefined) return [];
  const { value, precision, precisionWord, period, printed } = claim;
  const compared = compare(
    { value, precision, printed },
    { value: finding.value, precision: finding.precision, ...(await supportOf(finding, claim.document)) },
    toleranceOf(settings),
  );
  return [{ value, precision, precisionWord, period, document, ...compared }];
}

/** One page of records in their order. A definition that pages itself gave the page already. */
function pageOf(
  finding: Finding,
  question: Question,
): { readonly records: readonly FoundRecord[]; readonly next: string | null } {
  if (finding.records.length < finding.recordsTotal) {
    return { records: finding.records.slice(0, question.limit), next: finding.next };
  }
  const start = question.after === null ? 0 : finding.records.findIndex((r) => r.id === question.after) + 1;
  const records = finding.records.slice(start, start + question.limit);
  const more = start + question.limit < finding.records.length && question.limit > 0;
  return { records, next: more ? (records.at(-1)?.id ?? null) : null };
}
