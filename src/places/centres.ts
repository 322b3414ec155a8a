/** The centre of a commune, where one is on record: for labels of what has no coordinates of its own. Pure. */
import type { PlainDate } from "../kernel/dates.ts";
import type { Position } from "../kernel/geometry.ts";
import { COMMUNE_CENTRES } from "./sources/communeCentres.ts";
import type { UnitLevel } from "./vocabulary.ts";

const BY_CODE: ReadonlyMap<string, Position> = new Map(
  COMMUNE_CENTRES.map(([code, , ...centre]) => [code, centre]),
);

type Unit = { readonly code: string; readonly level: UnitLevel; readonly to: PlainDate | null };

/**
 * Longitude and latitude of the middle of a commune. Null where none is on record, and for units that are no commune or
 * have ended: the code of such a one may be another's by now.
 */
export function findCommuneCentre({ code, level, to }: Unit): Position | null {
  return level === "commune" && to === null ? (BY_CODE.get(code) ?? null) : null;
}
