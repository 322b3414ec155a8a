/** What a drawing tells as a layer: whose outline each area is, or which lines are roads; or all that is wrong with it. Pure. */
import { type PlainDate, printedDate } from "../../kernel/dates.ts";
import {
  type Boundary,
  DEGREE_STEPS,
  keepShape,
  type Lines,
  METRE_STEPS,
  type Position,
  type Shape,
  shapeOf,
} from "../../kernel/geometry.ts";
import { done, type Outcome, type Problem, refused } from "../../kernel/problems.ts";
import { searchKey } from "../../kernel/text.ts";
import type { PlaceDirectory, PlaceUnit } from "../../places/public.ts";
import { boundaryOf, inPlane } from "../coordinates/boundaries.ts";
import { type Epsg, getSystem, isPlane, planeNear } from "../coordinates/systems.ts";
import { fromWgs84, toWgs84 } from "../coordinates/transforming.ts";
import { planeFor } from "../drawing/planes.ts";
import { flawed } from "../drawing/problems.ts";
import type { DrawnFeature, PropertyValue } from "../formats/drawing.ts";
import { planeArea } from "../operations/measuring.ts";
import { distance } from "../operations/steps.ts";
import { listFlaws } from "../operations/validity.ts";
import {
  communeAmbiguous,
  communeMismatch,
  communeTwice,
  communeUnknown,
  noCommuneNamed,
  tooManyCorners,
} from "./problems.ts";

export type ToldOutline = {
  readonly at: string;
  readonly commune: PlaceUnit;
  readonly boundary: Boundary;
  readonly area: number;
};
export type ToldRoad = {
  readonly at: string;
  readonly name: string | null;
  readonly lines: Lines;
  readonly length: number;
};

/** Of one outline: finding where sides cross compares them pair by pair. */
const MOST_CORNERS = 10_000;
const CODES = ["code", "ma", "maxa", "maphuong", "madvhc", "mahc", "macaxa", "communecode"];
const NAMES = ["name", "ten", "tenxa", "tendvhc", "tenhc", "xa", "communename"];
const TYPE = /^(xã|phường|thị trấn|đặc khu)\s+/iu;

const plainKey = (key: string) => searchKey(key).replace(/[^a-z0-9]/gu, "");

function told(properties: Readonly<Record<string, PropertyValue>>, keys: readonly string[]): string | null {
  const byKey = new Map(
    Object.entries(properties).map(([key, value]) => [plainKey(key), String(value).trim()]),
  );
  return keys.map((key) => byKey.get(key) ?? "").find((value) => value !== "") ?? null;
}

const stands = ({ from, to }: PlaceUnit, on: PlainDate) =>
  (from === null || from <= on) && (to === null || on < to);
const isCalled = (unit: PlaceUnit, name: string) =>
  [unit.name, ...unit.otherNames].some((own) =>
    [own, own.replace(TYPE, "")].some((one) => searchKey(one) === searchKey(name)),
  );

type Where = { readonly places: PlaceDirectory; readonly on: PlainDate; readonly crs: Epsg };

/** The commune that a feature names by its code, as codes were on the day, or else by its name. */
function communeOf(feature: DrawnFeature, { places, on }: Where): Outcome<PlaceUnit> {
  const { at, properties } = feature;
  const code = told(properties, CODES);
  const name = told(properties, NAMES) ?? feature.name;
  const day = printedDate(on);
  if (code !== null) {
    const unit = places.findByCode(/^\d+$/.test(code) ? code.padStart(5, "0") : code, on);
    if (unit === null || unit.level !== "commune" || !stands(unit, on))
      return refused(communeUnknown(at, code, day));
    if (name !== null && !isCalled(unit, name))
      return refused(communeMismatch(at, { name, code, is: unit.name }));
    return done(unit);
  }
  if (name === null) return refused(noCommuneNamed(at));
  const named = places
    .search(name, { on, limit: 100 })
    .filter((unit) => unit.level === "commune" && stands(unit, on) && isCalled(unit, name));
  const [only, ...more] = named;
  if (only === undefined) return refused(communeUnknown(at, name, day));
  if (more.length > 0)
    return refused(
      communeAmbiguous(
        at,
        name,
        named.map((unit) => unit.code),
      ),
    );
  return done(only);
}

const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

/** The outlines of a drawing, each with its commune; all of them, or everything that is wrong. */
export async function planOutlines(
  features: readonly DrawnFeature[],
  where: Where,
): Promise<Outcome<readonly ToldOutline[]>> {
  const outlines: ToldOutline[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const feature of features) {
    await pause();
    const { at, shape } = feature;
    const commune = communeOf(feature, where);
    if (!commune.ok) {
      problems.push(...commune.problems);
      continue;
    }
    const { id, name } = commune.value;
    if (seen.has(id)) problems.push(communeTwice(at, name));
    seen.add(id);
    if (shape.flat().reduce((sum, ring) => sum + ring.length, 0) > MOST_CORNERS) {
      problems.push(tooManyCorners(at, MOST_CORNERS));
      continue;
    }
    const plane = planeFor({ places: [id] }, null, where);
    const boundary = boundaryOf({ shape, crs: where.crs, plane });
    const flat = inPlane(boundary);
    problems.push(...listFlaws(flat).map((flaw) => ({ ...flawed(name, flaw.kind, flaw.at), field: at })));
    outlines.push({ at, commune: commune.value, boundary, area: planeArea(flat) });
  }
  const [first, ...rest] = problems;
  return first === undefined ? done(outlines) : refused(first, ...rest);
}

/** The roads of a drawing of lines; each feature is one. */
export function planRoads(features: readonly DrawnFeature[], crs: Epsg): readonly ToldRoad[] {
  return features.map(({ at, name, shape }) => {
    const lines = linesOf(shape, crs);
    return { at, name, lines, length: lengthOf(lines) };
  });
}

function linesOf(shape: Shape, crs: Epsg): Lines {
  const steps = isPlane(getSystem(crs)) ? METRE_STEPS : DEGREE_STEPS;
  const survey = keepShape(shape, steps);
  const degrees = shapeOf(survey, steps).map((one) => one.map((line) => line.map((at) => toWgs84(at, crs))));
  return { crs, accuracy: 0, survey: survey.flat(), wgs84: keepShape(degrees, DEGREE_STEPS).flat() };
}

function lengthOf({ wgs84 }: Lines): number {
  return wgs84.reduce((sum, line) => {
    const degrees = line.map(([x, y]): Position => [x / DEGREE_STEPS, y / DEGREE_STEPS]);
    const [first] = degrees;
    if (first === undefined) return sum;
    const plane = planeNear(first).epsg;
    const flat = degrees.map((at) => fromWgs84(at, plane));
    return sum + flat.reduce((length, at, i) => length + distance(flat[i - 1] ?? at, at), 0);
  }, 0);
}
