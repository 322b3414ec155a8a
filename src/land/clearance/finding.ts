/** Which rounds a figure is about, which can't be counted and why, and on which papers each rests. */
import {
  type FigureContext,
  type Finding,
  type FoundMissing,
  type FoundRecord,
  NOTHING_FOUND,
  type Question,
  shared,
} from "../../figures/public.ts";
import { laterOf, type PartialDate, type PlainDate, printedDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { type ZoneState, zoneDays, labelOf as zoneLabel, zonesInScope } from "../../zones/public.ts";
import { listRoundDays, listRounds, listRoundsLater, type RoundState } from "./store.ts";
import type { ClearanceAttribute } from "./vocabulary.ts";

/** What a round is called. */
export function labelOf(round: Pick<RoundState, "attributes" | "key" | "id">): string {
  return round.attributes.name ?? round.key ?? round.id;
}

/** The rounds of a question. */
export type RoundsInScope = {
  readonly counting: readonly RoundState[];
  readonly disputed: readonly RoundState[];
  /** Rounds of zones that the place shares with another. */
  readonly across: readonly RoundState[];
  /** Rounds whose first word comes from a later day. */
  readonly later: readonly RoundState[];
  /** Zones whose site is told to be cleared, or to have been, of which no round is recorded. */
  readonly untold: readonly ZoneState[];
  readonly zones: ReadonlyMap<string, ZoneState>;
};

/** The zones with their phases that a question is about, those that the place shares with another apart. */
async function zonesOf(question: Question, context: FigureContext) {
  const scope = await zonesInScope(question, context);
  const asked = (z: ZoneState) =>
    (question.zone === null || z.id === question.zone || z.attributes.phaseOf === question.zone) &&
    (question.kind === null || z.attributes.kind === question.kind);
  return { inside: scope.inside.filter(asked), across: scope.across.filter(asked) };
}

/** Whose site is told to be in clearance, or to be cleared; the phases of such a zone speak for it. */
function isCleared({ attributes: { clearance, disputed } }: ZoneState): boolean {
  return (clearance === "underWay" || clearance === "done") && disputed === undefined;
}

const idsOf = (zones: readonly ZoneState[]) => zones.map((z) => z.id);

async function read(question: Question, context: FigureContext): Promise<RoundsInScope> {
  const { asOf, known } = question;
  const { inside, across } = await zonesOf(question, context);
  const [here, elsewhere, later] = await Promise.all([
    listRounds(context.db, { zones: idsOf(inside), asOf, known }),
    listRounds(context.db, { zones: idsOf(across), asOf, known }),
    listRoundsLater(context.db, { zones: idsOf(inside), asOf, known }),
  ]);
  const counting = here.filter((r) => r.attributes.disputed === undefined);
  const told = new Set([...here, ...later].flatMap((r) => r.attributes.zone ?? []));
  const speaks = (z: ZoneState) => told.has(z.id) || inside.some((p) => isPhaseOf(p, z) && told.has(p.id));
  return {
    counting,
    disputed: here.filter((r) => !counting.includes(r)),
    across: elsewhere.filter((r) => r.attributes.disputed === undefined),
    later: later.filter((r) => r.attributes.disputed === undefined),
    untold: inside.filter(
      (z) => isCleared(z) && !speaks(z) && !inside.some((p) => isPhaseOf(p, z) && isCleared(p)),
    ),
    zones: new Map([...inside, ...across].map((z) => [z.id, z])),
  };
}

function isPhaseOf(phase: ZoneState, zone: ZoneState): boolean {
  return phase.attributes.phaseOf === zone.id;
}

/** Reads the rounds of a question once for all figures that need them. */
export const roundsInScope = shared(
  read,
  ({ scope, asOf, known, zone, kind }) => `${scope.place.id} ${asOf} ${known.commit} ${zone} ${kind}`,
);

/** What tells that there is such a round, of that zone. */
const EXISTENCE: readonly ClearanceAttribute[] = ["name", "zone"];

function documentsOf(round: RoundState, attributes: readonly ClearanceAttribute[]): readonly string[] {
  return [...new Set(attributes.flatMap((a) => round.sources[a]?.document ?? []))];
}

/** A round as a record names it. It is as closed as the papers by which it is known, and its zone's. */
export function named(round: RoundState, { zones }: Pick<RoundsInScope, "zones">) {
  const zone = zones.get(round.attributes.zone ?? "");
  const ofZone = [zone?.sources.name, zone?.sources.kind].flatMap((s) => s?.document ?? []);
  const rests = [...new Set([...documentsOf(round, EXISTENCE), ...ofZone])];
  return { kind: "clearance", id: round.id, key: round.key, label: labelOf(round), rests };
}

const ACROSS: Sentence = {
  vi: "thuộc khu, cụm nằm trên nhiều địa bàn, không tách được",
  en: "its zone lies across several places and cannot be split",
};
const LATER: Sentence = {
  vi: "chỉ biết là đã có vào một ngày sau đó; không rõ bắt đầu từ khi nào",
  en: "known only from a later day; when it began is not known",
};

/** What is said of a zone whose clearance is told of without a single number. */
export function untoldText(zone: ZoneState, language: Question["language"]): string {
  const done = zone.attributes.clearance === "done";
  const evidence = zone.sources.clearance?.evidence ?? null;
  const date = evidence === null ? "" : printedDate(evidence);
  if (language === "vi") {
    const state = done ? "đã giải phóng mặt bằng" : "đang giải phóng mặt bằng";
    return `${state}${date === "" ? "" : ` (theo tài liệu đến ${date})`}; chưa có số liệu thửa đất`;
  }
  const state = done ? "its site is cleared" : "its site is being cleared";
  return `${state}${date === "" ? "" : ` (papers up to ${date})`}; no parcel data`;
}

function untoldOf(zone: ZoneState, language: Question["language"]): FoundMissing {
  const rests = [zone.sources.name, zone.sources.kind].flatMap((s) => s?.document ?? []);
  const documents = [zone.sources.clearance].flatMap((s) => s?.document ?? []);
  const is = { kind: "zone", id: zone.id, key: zone.key, label: zoneLabel(zone), rests, documents };
  return { ...is, why: untoldText(zone, language), amount: null };
}

/** What is taken of each round. */
export type RoundValue = {
  /** null: it can't be said. */
  readonly of: (round: RoundState, asOf: PlainDate) => number | null;
  readonly restsOn: readonly ClearanceAttribute[];
  readonly why: Sentence;
};

/** What belongs to the question and is not counted, besides rounds without the value. */
export function leftOut(
  { across, later, untold, zones }: RoundsInScope,
  question: Question,
  value: RoundValue | null,
): readonly FoundMissing[] {
  const { language, asOf } = question;
  return [
    ...across.map((r) => ({
      ...named(r, { zones }),
      ...{ why: ACROSS[language], amount: value?.of(r, asOf) ?? null },
      documents: documentsOf(r, value?.restsOn ?? []),
    })),
    ...later.map((r) => ({ ...named(r, { zones }), why: LATER[language], amount: null })),
    ...untold.map((z) => untoldOf(z, language)),
  ];
}

/** Terms of a formula, at most; more are told as a number. */
const TERMS = 12;

export function formulaOf(amounts: readonly number[]): string | null {
  if (amounts.length === 0) return null;
  return amounts.length > TERMS ? `Σ ${amounts.length}` : amounts.join(" + ");
}

/** A finding that still knows its rounds. */
export type RoundFinding = Finding & { readonly rounds: readonly RoundState[] };

/** Adds one value of the rounds of a question. A round without it is missing, never 0. */
export async function gatherRounds(
  question: Question,
  context: FigureContext,
  value: RoundValue,
): Promise<RoundFinding> {
  const { asOf, language } = question;
  const scope = await roundsInScope(question, context);
  const amount = (r: RoundState) => value.of(r, asOf);
  const valued = scope.counting.filter((r) => amount(r) !== null);
  const amounts = valued.map((r) => amount(r) ?? 0);
  const newest = (r: RoundState) =>
    value.restsOn.reduce<PartialDate | null>((d, a) => laterOf(d, r.sources[a]?.evidence ?? null), null);
  return {
    ...NOTHING_FOUND,
    rounds: valued,
    value: valued.length === 0 ? null : amounts.reduce((a, b) => a + b, 0),
    formula: formulaOf(amounts),
    evidenceAsOf: valued.reduce<PartialDate | null>((d, r) => laterOf(d, newest(r)), null),
    records: valued.map((r): FoundRecord => {
      const source = value.restsOn.map((a) => r.sources[a]).find((s) => s !== undefined);
      return {
        ...named(r, scope),
        value: amount(r),
        since: source?.since ?? null,
        standing: source?.standing ?? null,
        documents: documentsOf(r, value.restsOn),
      };
    }),
    recordsTotal: valued.length,
    missing: [
      ...scope.counting
        .filter((r) => amount(r) === null)
        .map((r) => ({ ...named(r, scope), why: value.why[language], amount: null })),
      ...leftOut(scope, question, value),
    ],
    disputed: scope.disputed.map((r) => ({
      ...named(r, scope),
      effect: amount(r),
      why: r.attributes.disputed ?? "",
      documents: documentsOf(r, ["disputed", ...value.restsOn]),
    })),
    beginsUnknown: scope.later.length > 0,
  };
}

/** Where figures about rounds may turn. */
export async function clearanceDays(
  question: Question,
  context: FigureContext,
): Promise<readonly PlainDate[]> {
  const { inside } = await zonesOf(question, context);
  const days = await listRoundDays(context.db, { zones: idsOf(inside), known: question.known });
  return [...days, ...(await zoneDays(question, context))];
}
