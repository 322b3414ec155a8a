/** Whether the lengths that a table prints are those between its corners. Pure. */
import type { Corner } from "./corners.ts";
import type { WrongSide } from "./problems.ts";
import type { SurveyRing } from "./rings.ts";

/** Lengths are printed to the centimetre, from coordinates that are themselves rounded. */
const WITHIN = 0.02;

/**
 * The printed lengths that differ from the computed ones. A table prints a length beside the corner at which the side
 * begins, or beside the one at which it ends; the ring is read as it agrees better.
 */
export function listWrongSides({ corners, closing }: SurveyRing): readonly WrongSide[] {
  const around = (i: number) => corners[(i + corners.length) % corners.length];
  const onward = corners.flatMap((corner, i) => compared(corner, around(i + 1), corner.side));
  const back = corners.flatMap((corner, i) => {
    const printed = i === 0 && closing !== null ? closing.side : corner.side;
    return compared(around(i - 1), corner, printed);
  });
  const wrong = [onward, back].map((sides) => sides.filter((side) => !isRight(side)));
  const [ahead = [], behind = []] = wrong;
  return behind.length < ahead.length ? behind : ahead;
}

function isRight({ printed, computed }: WrongSide): boolean {
  return Math.abs(printed - computed) <= WITHIN;
}

function compared(
  from: Corner | undefined,
  to: Corner | undefined,
  readings: readonly number[],
): readonly WrongSide[] {
  if (from === undefined || to === undefined || readings.length === 0) return [];
  const computed = Math.hypot(from.east - to.east, from.north - to.north);
  const [printed] = [...readings].sort((a, b) => Math.abs(a - computed) - Math.abs(b - computed));
  return printed === undefined ? [] : [{ from, to, printed, computed }];
}
