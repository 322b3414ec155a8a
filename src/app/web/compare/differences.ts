/** What differs between two answers: figures by how much, zones that came, went or changed. Pure. */
import type { FigureAnswer } from "../../../figures/vocabulary.ts";
import type { PlainDate } from "../../../kernel/dates.ts";
import type { ZoneSummary } from "../../../zones/pageVocabulary.ts";

/** One side: where and when. `label`: as its column is headed. */
export type Side = { readonly place: string; readonly day: PlainDate; readonly label: string };
export type Sides = { readonly first: Side; readonly second: Side };

/**
 * How the second value lies to the first. `unknown`: one of them is not known. `unlike`: one is reckoned from records, the
 * other is a published total, so that what lies between them would be no difference of anything. `bounds`: both are only
 * bounds. What is known of `by`: beside a lower bound it is itself a bound; `about` where a side is not exact or something
 * could not be counted in it.
 */
export type Difference =
  | { readonly kind: "same" | "unknown" | "unlike" | "bounds" }
  | {
      readonly kind: "by";
      readonly by: number;
      readonly precision: "exact" | "about" | "atLeast" | "atMost";
    };

const OPPOSITE = { atLeast: "atMost", atMost: "atLeast" } as const;

function boundOf({ precision }: FigureAnswer): "atLeast" | "atMost" | null {
  return precision === "atLeast" || precision === "atMost" ? precision : null;
}

function isWhole(figure: FigureAnswer): boolean {
  return figure.precision === "exact" && figure.missing.length === 0;
}

/** The second less the first. */
export function differenceOf(first: FigureAnswer, second: FigureAnswer): Difference {
  if (first.value === null || second.value === null) return { kind: "unknown" };
  if (first.basis !== second.basis) return { kind: "unlike" };
  const [earlier, later] = [boundOf(first), boundOf(second)];
  if (first.value === second.value && earlier === later) return { kind: "same" };
  if (earlier !== null && later !== null) return { kind: "bounds" };
  const by = second.value - first.value;
  if (later !== null) return { kind: "by", by, precision: later };
  if (earlier !== null) return { kind: "by", by, precision: OPPOSITE[earlier] };
  return { kind: "by", by, precision: isWhole(first) && isWhole(second) ? "exact" : "about" };
}

/** Figures of both answers side by side, in the order of the first. */
export function pairsOf(
  first: readonly FigureAnswer[],
  second: readonly FigureAnswer[],
): ReadonlyArray<{ readonly first: FigureAnswer; readonly second: FigureAnswer }> {
  const byId = new Map(second.map((figure) => [figure.id, figure]));
  return first.flatMap((figure) => {
    const other = byId.get(figure.id);
    return other === undefined ? [] : [{ first: figure, second: other }];
  });
}

/** A zone on both sides; null where it is not there. */
export type ZonePair = {
  readonly id: string;
  readonly first: ZoneSummary | null;
  readonly second: ZoneSummary | null;
};
export type ZoneFate = "came" | "went" | "changed" | "same";

/** What became of a zone from the first side to the second, as far as its stage, area and developer tell. */
export function fateOf({ first, second }: ZonePair): ZoneFate {
  if (first === null) return "came";
  if (second === null) return "went";
  const alike =
    first.stage === second.stage &&
    first.area === second.area &&
    first.developer?.id === second.developer?.id &&
    (first.disputed === null) === (second.disputed === null);
  return alike ? "same" : "changed";
}

/** All zones of either side, those of the first in their order, then what came. */
export function zonePairs(
  first: readonly ZoneSummary[],
  second: readonly ZoneSummary[],
): readonly ZonePair[] {
  const later = new Map(second.map((zone) => [zone.id, zone]));
  const earlier = new Set(first.map((zone) => zone.id));
  return [
    ...first.map((zone) => ({ id: zone.id, first: zone, second: later.get(zone.id) ?? null })),
    ...second
      .filter((zone) => !earlier.has(zone.id))
      .map((zone) => ({ id: zone.id, first: null, second: zone })),
  ];
}
