/** In which plane of VN-2000 the areas of a zone count. Pure. */

import type { PlainDate } from "../../kernel/dates.ts";
import { DEGREE_STEPS, METRE_STEPS, type Position } from "../../kernel/geometry.ts";
import type { PlaceDirectory } from "../../places/public.ts";
import { type Epsg, findPlaneOf, findSystem, planeNear } from "../coordinates/systems.ts";
import { toWgs84 } from "../coordinates/transforming.ts";
import type { PlotTelling } from "./vocabulary.ts";

type Where = { readonly places: Pick<PlaceDirectory, "find" | "ancestors">; readonly on: PlainDate };

const BARE = /^(Tỉnh|Thành phố) /u;

/** The plane of the province in which a place lies on a day, by the names of the place and of those above it. */
function planeOfPlace(id: string, { places, on }: Where): Epsg | null {
  const unit = places.find(id);
  const units = unit === null ? [] : [unit, ...places.ancestors(id, on)];
  for (const { name } of units) {
    const plane = findPlaneOf(name.replace(BARE, ""));
    if (plane !== undefined) return plane.epsg;
  }
  return null;
}

function firstCorner(told: PlotTelling | null): { readonly crs: number; readonly at: Position } | null {
  if (told === null) return null;
  const drawn = "drawn" in told ? told.drawn : told.operation === "draw" ? told.plots[0]?.drawn : undefined;
  const [x, y] = drawn?.survey[0]?.[0]?.[0] ?? [null, null];
  return drawn === undefined || x === null || y === null ? null : { crs: drawn.crs, at: [x, y] };
}

/**
 * The plane of the zone's own boundary; else that of its province; else the three-degree plane in which it is drawn, or
 * the nearest to it.
 */
export function planeFor(
  zone: { readonly boundary?: { readonly plane: number } | undefined; readonly places: readonly string[] },
  told: PlotTelling | null,
  where: Where,
): Epsg {
  const own = findSystem(zone.boundary?.plane ?? 0);
  if (own !== undefined) return own.epsg;
  for (const place of zone.places) {
    const plane = planeOfPlace(place, where);
    if (plane !== null) return plane;
  }
  const corner = firstCorner(told);
  const system = corner === null ? undefined : findSystem(corner.crs);
  if (corner === null || system === undefined) return 9213;
  if (system.kind === "tm3") return system.epsg;
  const steps = system.kind === "geographic" ? DEGREE_STEPS : METRE_STEPS;
  const [x, y] = corner.at;
  return planeNear(toWgs84([x / steps, y / steps], system.epsg)).epsg;
}
