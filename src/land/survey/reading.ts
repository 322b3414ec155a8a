/**
 * What does a surveyor's table of corner points say? Plots with their boundaries, or everything that is wrong with the
 * table, by row. Pure: the sheets are read elsewhere.
 */
import type { Boundary, Polygon, Shape } from "../../kernel/geometry.ts";
import type { Problem } from "../../kernel/problems.ts";
import { boundaryOf, inPlane } from "../coordinates/boundaries.ts";
import { type Epsg, getSystem, isPlane, isWithin, planeNear, VIETNAM } from "../coordinates/systems.ts";
import { toWgs84 } from "../coordinates/transforming.ts";
import { standingIn } from "../operations/measuring.ts";
import { TOLERANCE, type Tolerance } from "../operations/overlapping.ts";
import { type CornerAt, listFlaws } from "../operations/validity.ts";
import { findColumns, type SurveySheet } from "./columns.ts";
import { type Corner, readCorners } from "./corners.ts";
import { judgeCorners, turnedAbout } from "./judging.ts";
import {
  noColumns,
  noCorners,
  shapeProblem,
  sideDiffers,
  swapAccepted,
  tooManyCorners,
  unnamedParts,
} from "./problems.ts";
import { readRings, type SurveyRing } from "./rings.ts";
import { listWrongSides } from "./sides.ts";

export type SurveyOptions = {
  readonly crs: Epsg;
  /** The plane in which areas count, that of the province; else `crs` where it is a plane of 3°, else the nearest. */
  readonly plane?: Epsg | undefined;
  /** Takes X for Y and Y for X in the rows where they are found swapped. */
  readonly acceptSwap?: boolean | undefined;
  readonly tolerance?: Tolerance | undefined;
  /** More corners of one plot are refused: its sides are compared pair by pair. */
  readonly mostCorners?: number | undefined;
};

export type SurveyedPlot = {
  /** As the table names it; null where it names none. */
  readonly name: string | null;
  readonly boundary: Boundary;
  /** In metres of the plane in which its area counts. */
  readonly shape: Shape;
  /** The rows of its corners, in order. */
  readonly rows: readonly number[];
};

export type Survey = {
  /** None where there is a problem: a table is taken whole or not at all. */
  readonly plots: readonly SurveyedPlot[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** What the table would say with X and Y swapped back, where that mends it. */
  readonly mended: readonly SurveyedPlot[] | null;
  /** The systems in which the corners would lie where they should. */
  readonly better: readonly Epsg[];
};

const NONE: Survey = { plots: [], problems: [], warnings: [], mended: null, better: [] };

/** Reads the sheets that have columns X and Y, all of one system. */
export function readSurvey(sheets: readonly SurveySheet[], options: SurveyOptions): Survey {
  const system = getSystem(options.crs);
  const tables = sheets.flatMap((sheet) => {
    const columns = findColumns(sheet);
    return columns === null ? [] : [readCorners(sheet, columns, !isPlane(system))];
  });
  if (tables.length === 0) return { ...NONE, problems: [noColumns()] };
  const several = tables.filter((table) => table.corners.length > 0).length > 1;
  const corners = tables.flatMap((table) =>
    // What a sheet of several does not name is called as the sheet is.
    several ? table.corners.map((c) => ({ ...c, plot: c.plot ?? c.sheet })) : table.corners,
  );
  const unread = tables.flatMap((table) => table.problems);
  if (corners.length === 0) return { ...NONE, problems: unread.length > 0 ? unread : [noCorners()] };
  const bounds = options.plane === undefined ? null : getSystem(options.plane).area;
  const judged = judgeCorners(corners, system, bounds);
  const turns = judged.swapped.size > 0;
  const mends = turns && judged.problems.length === 1 && unread.length === 0;
  if (mends && options.acceptSwap === true) {
    const turned = corners.map((c) => (judged.swapped.has(c) ? turnedAbout(c) : c));
    const survey = plotsOf(turned, options);
    return { ...survey, warnings: [swapAccepted([...judged.swapped]), ...survey.warnings] };
  }
  const problems = [...unread, ...judged.problems];
  if (problems.length === 0) return plotsOf(corners, options);
  const offered = mends ? readSurvey(sheets, { ...options, acceptSwap: true }) : NONE;
  const mended = offered.plots.length > 0 ? offered.plots : null;
  return { ...NONE, problems, mended, better: judged.better };
}

/** The plots of corners that lie where they should. */
function plotsOf(corners: readonly Corner[], options: SurveyOptions): Survey {
  const degrees = !isPlane(getSystem(options.crs));
  const metre = degrees ? 1 / 111_320 : 1;
  const { rings, problems } = readRings(corners, { same: 0.001 * metre, close: 0.5 * metre });
  const names = [...new Set(rings.map(({ plot }) => plot))];
  const tooMany = names.flatMap((name) => manyCorners(name, rings, options.mostCorners ?? Infinity));
  if (tooMany.length > 0) return { ...NONE, problems: tooMany };
  const plots = names.map((name) =>
    plotOf(
      name,
      rings.filter((ring) => ring.plot === name),
      options,
    ),
  );
  const wrong = [...problems, ...plots.flatMap((plot) => plot.problems)];
  const sides = degrees ? [] : rings.flatMap(listWrongSides).map(sideDiffers);
  const parts = plots.find(({ plot }) => plot !== null && plot.name === null && plot.shape.length > 1)?.plot;
  const warnings = [...(parts == null ? [] : [unnamedParts(parts.shape.length)]), ...sides];
  if (wrong.length > 0) return { ...NONE, problems: wrong, warnings };
  return { ...NONE, plots: plots.flatMap(({ plot }) => (plot === null ? [] : [plot])), warnings };
}

function manyCorners(name: string | null, rings: readonly SurveyRing[], most: number): readonly Problem[] {
  const corners = rings.filter(({ plot }) => plot === name).flatMap((ring) => ring.corners);
  return corners.length > most ? [tooManyCorners(name ?? "Lô", corners.slice(0, 1), most)] : [];
}

type Judgement = { readonly plot: SurveyedPlot | null; readonly problems: readonly Problem[] };

function plotOf(name: string | null, rings: readonly SurveyRing[], options: SurveyOptions): Judgement {
  const polygons = polygonsOf(rings);
  const shape = polygons.map((polygon) =>
    polygon.map(({ corners }) => corners.map(({ east, north }) => [east, north] as const)),
  );
  const rows = polygons.flat().flatMap(({ corners }) => corners.map(({ row }) => row));
  const tooFew = rings.some(({ corners }) => corners.length < 3);
  const plane = planeOf(rings[0]?.corners[0], options);
  const metres =
    tooFew || isPlane(getSystem(options.crs))
      ? shape
      : inPlane(boundaryOf({ shape, crs: options.crs, plane }));
  const all = listFlaws(metres, options.tolerance ?? TOLERANCE);
  const flaws = tooFew ? all.filter(({ kind }) => kind === "tooFewCorners") : all;
  if (flaws.length > 0) {
    const problems = flaws.map((flaw) =>
      shapeProblem(
        name ?? "Lô",
        flaw,
        flaw.corners.flatMap((at) => cornerAt(polygons, at) ?? []),
      ),
    );
    return { plot: null, problems };
  }
  const boundary = boundaryOf({ shape, crs: options.crs, plane });
  return { plot: { name, boundary, shape: inPlane(boundary), rows }, problems: [] };
}

function planeOf(corner: Corner | undefined, { crs, plane }: SurveyOptions): Epsg {
  if (plane !== undefined) return plane;
  if (getSystem(crs).kind === "tm3" || corner === undefined) return crs;
  const at = toWgs84([corner.east, corner.north], crs);
  return planeNear(isWithin(at, VIETNAM) ? at : [106.5, 22]).epsg;
}

/** Rings by the polygon they belong to: those inside another of the plot are its holes, where the table says no other. */
function polygonsOf(rings: readonly SurveyRing[]): readonly (readonly SurveyRing[])[] {
  const polygons: SurveyRing[][] = [];
  for (const ring of rings) {
    const around =
      ring.hole === false
        ? undefined
        : polygons.find(([outer]) => outer !== undefined && liesIn(ring, outer));
    const holed = around ?? (ring.hole === true ? polygons.at(-1) : undefined);
    if (holed === undefined) polygons.push([ring]);
    else holed.push(ring);
  }
  return polygons;
}

function liesIn(ring: SurveyRing, outer: SurveyRing): boolean {
  const polygon: Polygon = [outer.corners.map(({ east, north }) => [east, north] as const)];
  const standings = ring.corners.map(({ east, north }) => standingIn([polygon], [east, north]));
  return standings.includes("inside") && !standings.includes("outside");
}

function cornerAt(polygons: readonly (readonly SurveyRing[])[], at: CornerAt): Corner | undefined {
  return polygons[at.polygon]?.[at.ring]?.corners[at.corner];
}
