/** How zones become a number: which count, which are missing or disputed, on which papers it rests. */
import type { CoveredKind, FigureContext, Finding, FoundRecord, Question } from "../figures/public.ts";
import { NOTHING_FOUND } from "../figures/public.ts";
import { laterOf, type PartialDate, type PlainDate } from "../kernel/dates.ts";
import type { Sentence } from "../kernel/problems.ts";
import { saidOtherwise } from "./otherwise.ts";
import { isFounded } from "./rules.ts";
import { zonesInScope } from "./scope.ts";
import { listZoneDays, type ZoneState } from "./store.ts";
import type { ZoneAttribute, ZoneKind } from "./vocabulary.ts";

/** Which zones a figure is about, and what of each. */
export type Selection = {
  /** What must be wholly recorded for none to mean 0. */
  readonly kinds: readonly CoveredKind[];
  /** Where `kinds` does not say it: only zones of this kind. */
  readonly ofKind?: ZoneKind;
  readonly counts: (zone: ZoneState) => boolean;
  /** Attributes whose papers stand behind the figure, the weightiest first. */
  readonly restsOn: readonly ZoneAttribute[];
  readonly evidence?: (zone: ZoneState) => PartialDate | null;
  /** A sum instead of a count. A zone without the value is missing, for the reason given. */
  readonly sum?: {
    readonly unit: "m2" | "dong" | "project" | "person";
    readonly of: (zone: ZoneState) => number | null;
    readonly why: Sentence;
  };
  /** Name beside the figure what papers say otherwise of this attribute. */
  readonly otherwise?: ZoneAttribute;
  /** Zones that ought to count but for which a paper is owed. */
  readonly owed?: { readonly of: (zone: ZoneState) => boolean; readonly why: Sentence };
  /** Whether zones told of only later might have counted already; all of the kinds, unless something else is said. */
  readonly laterCounts?: boolean | ((zone: ZoneState) => boolean);
  /** Why those are missing, where more can be said than that their beginning is not known. */
  readonly laterWhy?: Sentence;
};

/** A finding that still knows its zones. */
export type ZoneFinding = Finding & { readonly zones: readonly ZoneState[] };

export function labelOf(zone: ZoneState): string {
  const name = zone.attributes.name ?? zone.key ?? zone.id;
  return zone.attributes.phase === undefined ? name : `${name} – giai đoạn ${zone.attributes.phase}`;
}

/** What tells that there is such a zone, of that kind, there. */
const EXISTENCE: readonly ZoneAttribute[] = ["name", "kind", "places"];

function named(zone: ZoneState) {
  const rests = documentsOf(zone, EXISTENCE);
  return { kind: "zone", id: zone.id, key: zone.key, label: labelOf(zone), rests };
}

function documentsOf(zone: ZoneState, attributes: readonly ZoneAttribute[]): readonly string[] {
  return [...new Set(attributes.flatMap((a) => zone.sources[a]?.document ?? []))];
}

function evidenceOf(zone: ZoneState, selection: Selection): PartialDate | null {
  if (selection.evidence !== undefined) return selection.evidence(zone);
  return selection.restsOn.reduce<PartialDate | null>(
    (d, a) => laterOf(d, zone.sources[a]?.evidence ?? null),
    null,
  );
}

function recordOf(zone: ZoneState, selection: Selection): FoundRecord {
  const source = selection.restsOn.map((a) => zone.sources[a]).find((s) => s !== undefined);
  return {
    ...named(zone),
    value: selection.sum === undefined ? 1 : selection.sum.of(zone),
    since: source?.since ?? null,
    standing: source?.standing ?? null,
    documents: documentsOf(zone, selection.restsOn),
  };
}

export const LATER: Sentence = {
  vi: "chỉ biết là đã có vào một ngày sau đó; không rõ bắt đầu từ khi nào",
  en: "known only from a later day; when it began is not known",
};
export const ACROSS: Sentence = {
  vi: "nằm trên nhiều địa bàn, không tách được",
  en: "lies across several places and cannot be split",
};

function ofKinds(zone: ZoneState, selection: Selection): boolean {
  const { kind } = zone.attributes;
  if (kind === undefined) return false;
  return selection.ofKind === undefined ? selection.kinds.includes(kind) : selection.ofKind === kind;
}

/** Whether a zone that is known founded only from a later day on might belong to the question already. */
function mightCount(zone: ZoneState, selection: Selection): boolean {
  const { laterCounts = true } = selection;
  return (
    ofKinds(zone, selection) &&
    isFounded(zone.attributes) &&
    zone.attributes.disputed === undefined &&
    zone.sources.legal?.sinceKind === "by" &&
    (typeof laterCounts === "boolean" ? laterCounts : laterCounts(zone))
  );
}

/** The zones of the question's filters. */
async function candidates(question: Question, context: FigureContext) {
  const zones = await zonesInScope(question, context);
  const asked = (z: ZoneState) =>
    (question.zone === null || z.id === question.zone) &&
    (question.kind === null || z.attributes.kind === question.kind);
  return {
    inside: zones.inside.filter(asked),
    across: zones.across.filter(asked),
    later: zones.later.filter(asked),
  };
}

/** Counts or adds the zones that a selection is about. */
export async function gather(
  question: Question,
  context: FigureContext,
  selection: Selection,
): Promise<ZoneFinding> {
  const zones = await candidates(question, context);
  const language = question.language;
  const chosen = zones.inside.filter((z) => selection.counts(z));
  const disputed = chosen.filter((z) => z.attributes.disputed !== undefined);
  const counting = chosen.filter((z) => z.attributes.disputed === undefined);
  const valued = counting.filter((z) => selection.sum === undefined || selection.sum.of(z) !== null);
  const unvalued = counting.filter((z) => !valued.includes(z));
  const later = zones.later.filter((z) => mightCount(z, selection));
  const owed = selection.owed === undefined ? [] : zones.inside.filter(selection.owed.of);
  const across = zones.across.filter((z) => selection.counts(z));
  const missing = [
    ...unvalued.map((z) => ({ ...named(z), why: selection.sum?.why[language] ?? "", amount: null })),
    ...owed
      .filter((z) => z.attributes.disputed === undefined)
      .map((z) => ({
        ...named(z),
        why: selection.owed?.why[language] ?? "",
        amount: null,
        documents: documentsOf(z, ["legal"]),
      })),
    ...across.map((z) => ({
      ...named(z),
      why: ACROSS[language],
      amount: selection.sum?.of(z) ?? null,
      documents: documentsOf(z, selection.restsOn),
    })),
    ...later.map((z) => ({
      ...named(z),
      why: (selection.laterWhy ?? LATER)[language],
      amount: null,
      documents: documentsOf(z, ["legal"]),
    })),
  ];
  const amounts = valued.map((z) => selection.sum?.of(z) ?? 1);
  const { otherwise: attribute } = selection;
  const otherwise =
    attribute === undefined
      ? []
      : await saidOtherwise({ zones: valued, attribute, label: labelOf }, question, context);
  return {
    ...NOTHING_FOUND,
    zones: valued,
    value: valued.length === 0 ? null : amounts.reduce((a, b) => a + b, 0),
    formula: formulaOf(valued, amounts, selection),
    evidenceAsOf: valued.reduce<PartialDate | null>((d, z) => laterOf(d, evidenceOf(z, selection)), null),
    records: valued.map((z) => recordOf(z, selection)),
    recordsTotal: valued.length,
    missing,
    disputed: [
      ...disputed.map((z) => ({
        ...named(z),
        effect: selection.sum === undefined ? 1 : selection.sum.of(z),
        why: z.attributes.disputed ?? "",
        documents: documentsOf(z, ["disputed", "legal"]),
      })),
      ...otherwise,
    ],
    beginsUnknown: later.length > 0,
  };
}

/** How the number came about, for up to a dozen terms. */
function formulaOf(
  zones: readonly ZoneState[],
  amounts: readonly number[],
  selection: Selection,
): string | null {
  if (zones.length === 0) return null;
  if (selection.sum === undefined) return `${zones.length} × 1`;
  return zones.length > 12 ? `Σ ${zones.length}` : amounts.join(" + ");
}

/** The days on which zones of a question move: where the course of a figure about them may turn. */
export function zoneDays(question: Question, context: FigureContext): Promise<readonly PlainDate[]> {
  const { scope, known } = question;
  return listZoneDays(context.db, { places: [...scope.within, ...scope.crossing], known });
}
