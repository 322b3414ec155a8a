/** What would come of the plots that are worked on: pieces with their areas, and where they would be refused. Pure. */
import { DEGREE_STEPS, METRE_STEPS, type Position, type Shape, shapeOf } from "../../kernel/geometry.ts";
import type { Outcome, Problem, Sentence } from "../../kernel/problems.ts";
import { boundaryOf, inPlane } from "../coordinates/boundaries.ts";
import { findSystem, getSystem, isPlane } from "../coordinates/systems.ts";
import { fromWgs84, toWgs84 } from "../coordinates/transforming.ts";
import { flawed } from "../drawing/problems.ts";
import type { Drawn, GroundPlot } from "../drawing/vocabulary.ts";
import type { Edit, Plot } from "../operations/edits.ts";
import { listOverlaps } from "../operations/finding.ts";
import { planeArea } from "../operations/measuring.ts";
import { mergePlots, moveBorder } from "../operations/merging.ts";
import { findOutside, type Tolerance } from "../operations/overlapping.ts";
import { outsideProblem, overlapProblem } from "../operations/refusals.ts";
import { splitPlot } from "../operations/splitting.ts";
import { listFlaws } from "../operations/validity.ts";

/** A shape that would come to be, with its area in m². `from`: the plots whose ground it has. */
export type Piece = { readonly shape: Shape; readonly area: number; readonly from: readonly string[] };
export type Worked = { readonly pieces: readonly Piece[]; readonly problem: Problem | null };

const NONE: Worked = { pieces: [], problem: null };

function plotsOf(chosen: readonly GroundPlot[]): readonly Plot[] {
  return chosen.flatMap(({ id, number, shape }) =>
    shape === null ? [] : [{ id, name: `lô ${number}`, shape }],
  );
}

function workedOf(outcome: Outcome<Edit>): Worked {
  if (!outcome.ok) return { pieces: [], problem: outcome.problems[0] };
  const pieces = outcome.value.put.map(({ shape, from }) => ({ shape, from, area: planeArea(shape) }));
  return { pieces, problem: null };
}

/** The pieces of a plot, largest first, as recording would make them. */
export function splitInto(chosen: readonly GroundPlot[], line: readonly Position[]): Worked {
  const [plot] = plotsOf(chosen);
  return plot === undefined || line.length < 2 ? NONE : workedOf(splitPlot(plot, line));
}

/** The one plot that several would become. */
export function mergedInto(chosen: readonly GroundPlot[]): Worked {
  const plots = plotsOf(chosen);
  return plots.length < 2 ? NONE : workedOf(mergePlots(plots));
}

/** Both plots with their new border. */
export function borderMoved(chosen: readonly GroundPlot[], line: readonly Position[]): Worked {
  const [one, other] = plotsOf(chosen);
  if (one === undefined || other === undefined || line.length < 2) return NONE;
  return workedOf(moveBorder({ plots: [one, other], line }));
}

/** A line of the plane in degrees of WGS84, as a telling has it. */
export function lineInDegrees(line: readonly Position[], plane: number): [number, number][] {
  const { epsg } = getSystem(plane);
  return line.map((at) => {
    const [longitude, latitude] = toWgs84(at, epsg);
    return [longitude, latitude];
  });
}

/** The same back again: a told line in metres of the plane. */
export function lineInPlane(line: readonly Position[], plane: number): readonly Position[] {
  const { epsg } = getSystem(plane);
  return line.map((at) => fromWgs84(at, epsg));
}

/** A ring of the plane as it is told. */
export function ringDrawn(ring: readonly Position[], plane: number): Drawn {
  const survey = ring.map(([x, y]): [number, number] => [
    Math.round(x * METRE_STEPS),
    Math.round(y * METRE_STEPS),
  ]);
  return { crs: plane, survey: [[survey]], accuracy: 0 };
}

/** What was drawn or surveyed in any system, in metres of the plane; empty where the system is not known. */
export function shapeInPlane({ crs, survey }: Drawn, plane: number): Shape {
  const system = findSystem(crs);
  if (system === undefined) return [];
  const shape = shapeOf(survey, isPlane(system) ? METRE_STEPS : DEGREE_STEPS);
  if (crs === plane) return shape;
  return inPlane(boundaryOf({ shape, crs: system.epsg, plane: getSystem(plane).epsg }));
}

/** m² of a shape in its plane. */
export function areaOf(shape: Shape): number {
  return planeArea(shape);
}

/** Something that speaks against a shape, at its place in the plane. */
export type Mark = { readonly at: Position; readonly message: Sentence };
type Fresh = { readonly name: string; readonly shape: Shape };
type Around = {
  /** The plots that stay, and the zone's own outline. */
  readonly standing: readonly Fresh[];
  readonly outline: Shape | null;
  readonly zone: string;
  readonly tolerance?: Tolerance;
};

/** So many are marked at most: the dry run tells them all. */
const MOST_MARKS = 50;

/** Where new shapes are flawed, overlap each other or what stands, or lie beyond the zone. */
export function marksOf(
  fresh: readonly Fresh[],
  { standing, outline, zone, tolerance }: Around,
): readonly Mark[] {
  const flaws = fresh.map(({ shape }) => listFlaws(shape));
  const sound = fresh.filter((_, i) => flaws[i]?.length === 0);
  const all = [...sound, ...standing];
  const overlaps = listOverlaps(
    all.map(({ shape }) => shape),
    tolerance,
  ).filter(({ first }) => first < sound.length);
  const marks = [
    ...fresh.flatMap(({ name }, i) =>
      (flaws[i] ?? []).map(({ kind, at }) => ({ at, message: flawed(name, kind, at).message })),
    ),
    ...overlaps.map(({ first, second, ground }) => ({
      at: ground.at,
      message: overlapProblem(all[first]?.name ?? "", all[second]?.name ?? "", ground).message,
    })),
    ...sound.flatMap(({ name, shape }) => {
      const beyond = outline === null ? null : findOutside(shape, outline, tolerance);
      return beyond === null ? [] : [{ at: beyond.at, message: outsideProblem(name, zone, beyond).message }];
    }),
  ];
  return marks.slice(0, MOST_MARKS);
}
