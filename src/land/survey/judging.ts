/** Whether the corners of a table can lie where its coordinate system puts them, and what would mend it. Pure. */
import type { Extent, Position } from "../../kernel/geometry.ts";
import type { Problem } from "../../kernel/problems.ts";
import {
  EPSG_CODES,
  type Epsg,
  getSystem,
  isPlane,
  isWithin,
  type System,
  VIETNAM,
} from "../coordinates/systems.ts";
import { toWgs84 } from "../coordinates/transforming.ts";
import type { Corner } from "./corners.ts";
import { degreesGiven, metresGiven, outside, pixels, swapped, wrongSystem } from "./problems.ts";

export type Judged = {
  readonly problems: readonly Problem[];
  /** The corners whose X and Y are swapped: swapping them is the mend. */
  readonly swapped: ReadonlySet<Corner>;
  /** Systems in which all corners would lie inside. */
  readonly better: readonly Epsg[];
};

const NOTHING: Judged = { problems: [], swapped: new Set(), better: [] };
const only = (problem: Problem): Judged => ({ ...NOTHING, problems: [problem] });

/** Judges corners as given in a system; `bounds` is where they must lie, null where the system's own area tells. */
export function judgeCorners(corners: readonly Corner[], system: System, bounds: Extent | null): Judged {
  const unit = unitProblem(corners, system);
  if (unit !== null) return only(unit);
  const within = bounds ?? system.area;
  const astray = corners.filter((c) => !liesIn(c, system, within));
  if (astray.length === 0) return NOTHING;
  const turned = astray.filter((c) => liesIn(turnedAbout(c), system, within));
  const rest = astray.filter((c) => !turned.includes(c));
  const told = turned.length === 0 ? [] : [swapped(turned, turned.length === corners.length)];
  if (rest.length === 0) return { problems: told, swapped: new Set(turned), better: [] };
  // One corner astray is a slip of that corner; a wrong system moves them all.
  const all = turned.length === 0 && astray.length === corners.length;
  const better = all ? betterSystems(corners, system, bounds) : [];
  if (better.length > 0) return { ...only(wrongSystem(corners, system, better.map(getSystem))), better };
  const places = rest.filter((c) => isThinkable(c, system)).map((c) => placeOf(c, system));
  return {
    problems: [...told, outside(rest, system, places[0] ?? null)],
    swapped: new Set(turned),
    better: [],
  };
}

/** The corner with X and Y in each other's place. */
export function turnedAbout(corner: Corner): Corner {
  return { ...corner, east: corner.north, north: corner.east };
}

function placeOf({ east, north }: Corner, { epsg }: System): Position {
  return toWgs84([east, north], epsg);
}

/** Eastings and northings far outside any zone: there the projection has no place, or one that means nothing. */
function isThinkable({ east, north }: Corner, system: System): boolean {
  if (!isPlane(system)) return Math.abs(east) <= 180 && Math.abs(north) <= 90;
  return east > 0 && east < 1_000_000 && north > 500_000 && north < 3_000_000;
}

function liesIn(corner: Corner, system: System, within: Extent): boolean {
  return isThinkable(corner, system) && isWithin(placeOf(corner, system), within);
}

/** Degrees where metres are asked, metres where degrees are, or coordinates of a drawing. */
function unitProblem(corners: readonly Corner[], system: System): Problem | null {
  const degrees = corners.filter(looksLikeDegrees);
  if (!isPlane(system)) {
    const metres = corners.filter(({ east, north }) => Math.abs(east) > 360 && Math.abs(north) > 360);
    return metres.length === corners.length ? metresGiven(metres, system) : null;
  }
  if (degrees.length === corners.length) return degreesGiven(degrees, system);
  const local = corners.filter(({ east, north }) => Math.max(Math.abs(east), Math.abs(north)) < 100_000);
  return local.length === corners.length ? pixels(local) : null;
}

function looksLikeDegrees({ east, north }: Corner): boolean {
  return isWithin([east, north], VIETNAM) || isWithin([north, east], VIETNAM);
}

/**
 * The other systems in which every corner lies where it must; where nobody told where that is, in the area of the system
 * given, or else in what the other system is made for.
 */
function betterSystems(corners: readonly Corner[], system: System, bounds: Extent | null): readonly Epsg[] {
  const others = EPSG_CODES.map(getSystem).filter(
    (o) => o.epsg !== system.epsg && isPlane(o) === isPlane(system),
  );
  const holding = (areaOf: (other: System) => Extent) =>
    others.filter((o) => corners.every((c) => liesIn(c, o, areaOf(o)))).map(({ epsg }) => epsg);
  const here = holding(() => bounds ?? system.area);
  return here.length > 0 || bounds !== null ? here : holding(({ area }) => area);
}
