/** The invented clearance of zones: a round or two each, with their steps, what is handed over, and money. */
import { addDays, type PlainDate, partialDate } from "../kernel/dates.ts";
import type { AttributeValue, DocumentDraft, EntryDraft } from "../register/public.ts";
import { DAYS, FIRST_DAY, idOf, type PaperKind, paperOf } from "./country.ts";
import { areaOf, daysOf, placedZones, stepOf } from "./plots.ts";
import { randomOf } from "./random.ts";
import type { Life, Step } from "./scripts.ts";
import type { SampleSize } from "./size.ts";
import { zoneKey, zoneKindOf, zoneName } from "./zones.ts";

const LAST_DAY = addDays(FIRST_DAY, DAYS);

/** A round of a zone that has a plan; `done`: when all is handed over, as far as told. */
type Round = {
  readonly n: number;
  readonly province: number;
  readonly index: number;
  readonly round: number;
  readonly begins: PlainDate;
  readonly done: PlainDate | null;
  readonly land: number;
  readonly households: number;
};

function* roundsOf(size: SampleSize): Generator<Round> {
  let index = 0;
  for (const { n, at } of placedZones(size)) {
    const { planned, cleared } = daysOf(size, n);
    const land = areaOf(size, n);
    if (zoneKindOf(n) === "park" || planned === null || land === null) continue;
    const random = randomOf(size.seed, "clearance", n);
    const rounds = random.whole(1, 2);
    for (let round = 1; round <= rounds; round += 1) {
      const begins = addDays(planned, (round - 1) * 150);
      const done = cleared === null ? null : addDays(cleared, (round - rounds) * 60);
      const part = { land: Math.round(land / rounds), households: random.whole(20, 180) };
      yield { n, province: at.province, index: index++, round, begins, done, ...part };
    }
  }
}

/** How much of a round is through at each report: the whole only once all is handed over. */
const SHARES = [0.15, 0.4, 0.65, 0.9, 1] as const;

function* roundSteps(size: SampleSize, of: Round): Generator<Step> {
  const random = randomOf(size.seed, "round", of.index);
  const { begins, land, households } = of;
  const day = (days: number) => addDays(begins, days);
  const on = (days: number) => partialDate(day(days));
  const graves = random.whole(0, 60);
  const founding = {
    name: `${zoneName(of.n)}, đợt ${of.round}`,
    zone: idOf("zone", of.n),
    round: of.round,
    toRecover: land,
  };
  const targets = Array.from({ length: 4 }, (_, i) => ({
    month: day(240 + i * 60).slice(0, 7),
    area: Math.round(land / 4),
  }));
  const months = targets.filter(({ month }, i) => targets.findIndex((t) => t.month === month) === i);
  const told: readonly (readonly [number, Readonly<Record<string, AttributeValue>>, PaperKind])[] = [
    [0, { ...founding, recoveryPlan: on(0), targets: months }, "decision"],
    [
      5,
      { parcels: Math.round(households * 1.6), households, graves, farmLand: true, meeting: on(5) },
      "report",
    ],
    [20, { notice: on(20) }, "decision"],
    [70, { inventory: on(70), originConfirmed: on(70), draftPlan: on(70) }, "report"],
    [
      120,
      { postingBegun: on(80), postingEnded: on(112), opinions: on(115), objections: random.whole(0, 9) },
      "report",
    ],
    [150, { appraisal: on(150) }, "report"],
    [160, { approval: on(160) }, "decision"],
    [168, { recoveryDecision: on(168) }, "decision"],
  ];
  for (const [days, attributes, paper] of told) {
    if (day(days) > LAST_DAY) return;
    yield stepOf(day(days), { attributes, paper }, random);
  }
  for (const [i, share] of SHARES.entries()) {
    const at = i === SHARES.length - 1 ? of.done : day(200 + i * 70);
    if (at === null || at > LAST_DAY || (of.done !== null && at > of.done)) continue;
    const through = { handedOver: Math.round(land * share), householdsPaid: Math.round(households * share) };
    const last = share === 1 ? { handOver: partialDate(at), payment: partialDate(at) } : {};
    yield stepOf(
      at,
      { attributes: { ...through, gravesMoved: Math.round(graves * share), ...last }, paper: "report" },
      random,
    );
  }
}

/** All rounds with their lives, zone by zone. */
export function* clearanceLives(size: SampleSize): Generator<Life> {
  for (const round of roundsOf(size)) {
    const key = `gpmb-${zoneKey(round.n).replace("/", "-")}-${round.round}`;
    const subject = { id: idOf("clearance", round.index), kind: "clearance" as const, key };
    yield { subject, province: round.province, steps: roundSteps(size, round) };
  }
}

/** The money of rounds: compensation approved, then paid in parts; `paper` and `entry` go on from what there is. */
export function* clearanceMoney(
  size: SampleSize,
  next: { readonly document: number; readonly entry: number },
): Generator<{ readonly document: DocumentDraft; readonly entries: readonly EntryDraft[] }> {
  let [document, entry] = [next.document, next.entry];
  for (const round of roundsOf(size)) {
    const random = randomOf(size.seed, "compensation", round.index);
    const approved = random.whole(8, 90) * 1_000_000_000;
    const days = [
      { after: 160, kind: "compensationApproved", amount: approved },
      { after: 205, kind: "compensationPaid", amount: Math.round(approved * 0.4) },
      { after: 345, kind: "compensationPaid", amount: Math.round(approved * 0.35) },
    ].filter(({ after }) => addDays(round.begins, after) <= LAST_DAY);
    const [first] = days;
    if (first === undefined) continue;
    const signedOn = addDays(round.begins, days.at(-1)?.after ?? first.after);
    const paper = paperOf(document++, { kind: "report", province: round.province, signedOn });
    const entries = days.map(
      ({ after, kind, amount }): EntryDraft => ({
        ...{ id: idOf("entry", entry++), kind, subjects: [idOf("clearance", round.index)], place: null },
        ...{ amount, unit: "VND", precision: "exact", precisionWord: null, period: null, source: null },
        dated: { kind: "on", date: partialDate(addDays(round.begins, after)) },
        ...{ document: paper.id, reverses: null, note: `Khoản mẫu cho ${zoneName(round.n)}.` },
      }),
    );
    yield { document: paper, entries };
  }
}
