/** What may not be: two plots on the same ground on the same day, or a plot beyond its zone. Pure. */
import { type PlainDate, printedDate } from "../kernel/dates.ts";
import { type Boundary, boundary, type Extent, extentOf, type Shape } from "../kernel/geometry.ts";
import type { Problem, Sentence } from "../kernel/problems.ts";
import type { Group } from "../register/public.ts";
import { inPlane } from "./coordinates/boundaries.ts";
import { findOutside, findOverlap, type Tolerance } from "./operations/overlapping.ts";
import { outsideProblem, overlapProblem } from "./operations/refusals.ts";
import { firstShared, type PlotStretch } from "./stretches.ts";

/** A plot as it stands for some days, on its ground. */
type Ground = {
  readonly stretch: PlotStretch;
  readonly grows: boolean;
  readonly shape: Shape;
  readonly extent: Extent;
};

function groundsOf(stretches: readonly PlotStretch[], plane: number): readonly Omit<Ground, "grows">[] {
  // A boundary that stays while other attributes change is looked at once.
  const shapes = new Map<string, Pick<Ground, "shape" | "extent">>();
  return stretches.flatMap((stretch) => {
    const { boundary: held } = stretch.attributes;
    if (held === undefined) return [];
    const key = JSON.stringify(held.survey);
    const known = shapes.get(key) ?? placed(held, plane);
    shapes.set(key, known);
    return [{ stretch, ...known }];
  });
}

function placed(held: Boundary, plane: number): Pick<Ground, "shape" | "extent"> {
  const shape = inPlane(held, plane);
  return { shape, extent: extentOf(shape) };
}

function meet(a: Extent, b: Extent, { metres }: Tolerance): boolean {
  return (
    Math.min(a[2], b[2]) - Math.max(a[0], b[0]) >= metres &&
    Math.min(a[3], b[3]) - Math.max(a[1], b[1]) >= metres
  );
}

/**
 * The overlaps of plots that grow with others of their zone, and what of them lies beyond the zone, each on the first day
 * on which it would be. Judged in the plane of the first boundary: all of a zone are of one province.
 */
export function groundProblems(
  { owner }: Group,
  plots: ReadonlyArray<{ readonly grows: boolean; readonly stretches: readonly PlotStretch[] }>,
  tolerance: Tolerance,
): readonly Problem[] {
  const drawn = plots.flatMap(({ stretches }) => stretches.flatMap((s) => s.attributes.boundary ?? []));
  const plane = drawn[0]?.plane;
  if (plane === undefined || !plots.some((p) => p.grows)) return [];
  const grounds = plots.flatMap(({ grows, stretches }) =>
    groundsOf(stretches, plane).map((ground) => ({ ...ground, grows })),
  );
  return [...overlapsAmong(grounds, tolerance), ...beyondZone(owner, grounds, { plane, tolerance })];
}

function overlapsAmong(grounds: readonly Ground[], tolerance: Tolerance): readonly Problem[] {
  const told = new Set<string>();
  return grounds.flatMap((a, i) => {
    if (!a.grows) return [];
    return grounds.flatMap((b, j) => {
      // Two that grow are looked at once; a plot never overlaps itself.
      if (a.stretch.id === b.stretch.id || (b.grows && j < i) || !meet(a.extent, b.extent, tolerance))
        return [];
      const pair = [a.stretch.id, b.stretch.id].sort().join(" ");
      const day = told.has(pair) ? null : firstShared(a.stretch, b.stretch);
      const ground = day === null ? null : findOverlap(a.shape, b.shape, tolerance);
      if (day === null || ground === null) return [];
      told.add(pair);
      const problem = overlapProblem(nameOf(a), nameOf(b), ground);
      return [{ ...problem, field: a.stretch.id, message: fromDay(day, problem.message) }];
    });
  });
}

function fromDay(day: PlainDate, { vi, en }: Sentence): Sentence {
  return { vi: `Từ ${printedDate(day)}: ${vi}`, en: `From ${printedDate(day)}: ${en}` };
}

function nameOf({ stretch }: Ground): string {
  return `lô ${stretch.number}`;
}

type Judging = { readonly plane: number; readonly tolerance: Tolerance };

function beyondZone(
  owner: Group["owner"],
  grounds: readonly Ground[],
  { plane, tolerance }: Judging,
): readonly Problem[] {
  const told = new Set<string>();
  return (owner?.after() ?? []).flatMap(({ from, to, attributes }) => {
    const held = boundary.safeParse(attributes.boundary);
    if (!held.success) return [];
    const zone = inPlane(held.data, plane);
    const name = typeof attributes.name === "string" ? attributes.name : (owner?.subject.key ?? "khu, cụm");
    return grounds.flatMap((plot) => {
      const { stretch, shape, grows } = plot;
      if (!grows || told.has(stretch.id) || firstShared(stretch, { from, to }) === null) return [];
      const ground = findOutside(shape, zone, tolerance);
      if (ground === null) return [];
      told.add(stretch.id);
      return [{ ...outsideProblem(nameOf(plot), name, ground), field: stretch.id }];
    });
  });
}
