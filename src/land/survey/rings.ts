/** Which corners make a ring, and which rings a plot. Pure. */
import type { Problem } from "../../kernel/problems.ts";
import { searchKey } from "../../kernel/text.ts";
import type { Corner } from "./corners.ts";
import { notClosed } from "./problems.ts";

export type SurveyRing = {
  readonly plot: string | null;
  /** Told by the table; null where it does not say. */
  readonly hole: boolean | null;
  /** The first is not repeated. */
  readonly corners: readonly Corner[];
  /** The row that repeats the first corner, where there is one. */
  readonly closing: Corner | null;
};

/** Corners nearer than this are the same, in the unit of the system: a millimetre. */
export type Nearness = { readonly same: number; readonly close: number };

export type Rings = { readonly rings: readonly SurveyRing[]; readonly problems: readonly Problem[] };

/** Divides the corners into rings: by plot, part and ring where the table tells, and where a ring comes to its end. */
export function readRings(corners: readonly Corner[], near: Nearness): Rings {
  const rings: SurveyRing[] = [];
  const problems: Problem[] = [];
  for (const group of groupsOf(corners)) {
    let open: Corner[] = [];
    group.forEach((corner, i) => {
      const first = open[0];
      const next = group[i + 1];
      if (first === undefined || open.length < 3) {
        // A first corner that the table repeats at once is judged with the shape.
        open.push(corner);
        return;
      }
      if (apart(first, corner) <= near.same && !isNewRing(open, corner, next)) {
        rings.push(ringOf(open, corner));
        open = [];
      } else if (isNamedLike(first, corner) && isNewRing(open, corner, next)) {
        rings.push(ringOf(open, null));
        open = [corner];
      } else open.push(corner);
    });
    if (open.length > 0) rings.push(ringOf(open, null));
  }
  for (const ring of rings) problems.push(...openProblems(ring, near, rings));
  return { rings, problems };
}

function groupsOf(corners: readonly Corner[]): readonly (readonly Corner[])[] {
  const groups: Corner[][] = [];
  const key = ({ sheet, plot, part, ring }: Corner) => JSON.stringify([sheet, plot, part, ring]);
  for (const corner of corners) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group === undefined || before === undefined || key(before) !== key(corner)) groups.push([corner]);
    else group.push(corner);
  }
  return groups;
}

function apart(a: Corner, b: Corner): number {
  return Math.hypot(a.east - b.east, a.north - b.north);
}

function isNamedLike(a: Corner, b: Corner): boolean {
  return a.label !== null && a.label === b.label;
}

/** The numbers begin again, and go on as they did in the ring before. */
function isNewRing(open: readonly Corner[], corner: Corner, next: Corner | undefined): boolean {
  const [first, second] = open;
  if (first === undefined || second === undefined || next === undefined) return false;
  return isNamedLike(first, corner) && isNamedLike(second, next);
}

function ringOf(corners: readonly Corner[], closing: Corner | null): SurveyRing {
  const [first] = corners;
  return { plot: first?.plot ?? null, hole: isHole(first?.ring ?? null), corners, closing };
}

function isHole(word: string | null): boolean | null {
  const key = searchKey(word ?? "");
  if (/(?:^| )(?:trong|lo|khoet|hole|inner)(?: |$)/.test(key)) return true;
  if (/(?:^| )(?:ngoai|outer)(?: |$)/.test(key)) return false;
  return null;
}

/**
 * A ring that comes back to its first corner by name and not by place, or nearly; and one that does not come back at
 * all, where the table repeats the first corner of its other rings.
 */
function openProblems(ring: SurveyRing, near: Nearness, all: readonly SurveyRing[]): readonly Problem[] {
  if (ring.closing !== null) return [];
  const [first, last] = [ring.corners[0], ring.corners.at(-1)];
  if (first === undefined || last === undefined || ring.corners.length < 3) return [];
  const away = apart(first, last);
  const others = all.filter((other) => other !== ring);
  const customary = others.length > 0 && others.every((other) => other.closing !== null);
  if (isNamedLike(first, last) || away <= near.close || customary) return [notClosed(first, last, away)];
  return [];
}
