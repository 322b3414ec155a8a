/** The invented ground of zones: boundaries, plots by the detailed plan, cleared and serviced as the zone goes on. */
import { addDays, type PlainDate } from "../kernel/dates.ts";
import type { Boundary, Ring } from "../kernel/geometry.ts";
import { boundaryOf } from "../land/public.ts";
import type { AttributeValue } from "../register/public.ts";
import { effectiveFrom, idOf, type PaperKind } from "./country.ts";
import { outlineOf, type Piece, piecesOf, type Site } from "./layout.ts";
import { type Random, randomOf } from "./random.ts";
import type { Life, Step } from "./scripts.ts";
import type { SampleSize } from "./size.ts";
import { zoneKey, zoneKindOf, zoneLife, zonesIn } from "./zones.ts";

/** All invented ground is surveyed in this plane of VN-2000. */
const PLANE = 9213;
/** A zone for each square of so many metres. */
const SQUARE = 6_000;
const COLUMNS = 8;

/** Where the squares of a province begin, in metres of the plane: one province under the other. */
function cornerOf(province: number): readonly [number, number] {
  return [432_000 + (province % 2) * 60_000, 2_440_000 - Math.floor(province / 2) * 60_000];
}

function kept(ring: Ring): Boundary {
  return boundaryOf({ shape: [[ring]], crs: PLANE, plane: PLANE, accuracyMm: 50 });
}

/** The ground of the kth zone of a province; of a park, its phases lie side by side on it. */
function siteOf(size: SampleSize, n: number, { province, k }: Placed): Site {
  const random = randomOf(size.seed, "ground", n - (zoneKindOf(n) === "phase" ? n % 10 : 0));
  const [east, north] = cornerOf(province);
  const square = k - (zoneKindOf(n) === "phase" ? n % 10 : 0);
  const corner = [
    east + (square % COLUMNS) * SQUARE + random.whole(800, 1_800),
    north + Math.floor(square / COLUMNS) * SQUARE + random.whole(800, 1_800),
  ] as const;
  const turn = random.next() * 0.6 - 0.3;
  if (zoneKindOf(n) === "cluster") {
    const width = Math.sqrt((areaOf(size, n) ?? 200_000) / 1.5);
    return { corner, turn, width, length: width * 1.5 };
  }
  const park = n - (zoneKindOf(n) === "phase" ? n % 10 : 0);
  const [one, two] = [park + 1, park + 2].map((phase) => areaOf(size, phase) ?? 800_000);
  const whole = (one ?? 0) + (two ?? 0);
  const width = Math.sqrt(whole / 1.8);
  const site = { turn, width, corner };
  if (n === park) return { ...site, length: whole / width };
  const first = (one ?? 0) / width;
  if (n === park + 1) return { ...site, length: first };
  const beside = [corner[0] + first * Math.cos(turn), corner[1] + first * Math.sin(turn)] as const;
  return { ...site, corner: beside, length: (two ?? 0) / width };
}

type Placed = { readonly province: number; readonly k: number };

/** m² with which a zone was founded. */
export function areaOf(size: SampleSize, n: number): number | null {
  for (const step of steps(size, n)) {
    if (step.kind === "set" && typeof step.attributes.area === "number") return step.attributes.area;
  }
  return null;
}

function steps(size: SampleSize, n: number): Iterable<Step> {
  return { [Symbol.iterator]: () => zoneLife(size, n) };
}

/** The days on which the plan is approved, the ground is cleared, and the works are basically complete, as far as told. */
export function daysOf(size: SampleSize, n: number) {
  const first = new Map<string, PlainDate>();
  for (const step of steps(size, n)) {
    if (step.kind !== "set") continue;
    for (const [name, value] of Object.entries(step.attributes)) {
      const key = `${name} ${String(value)}`;
      if (!first.has(key)) first.set(key, step.on);
    }
  }
  return {
    founded: [...first.values()][0] ?? null,
    planned: first.get("planning approved") ?? null,
    cleared: first.get("clearance done") ?? null,
    serviced: first.get("works basicallyComplete") ?? null,
  };
}

type Told = { readonly attributes: Readonly<Record<string, AttributeValue>>; readonly paper: PaperKind };

/** A step that sets attributes from a day on, by a paper of the kind. */
export function stepOf(on: PlainDate, { attributes, paper }: Told, random: Random): Step {
  const standing = paper === "decision" ? "decides" : "says";
  return { on, paper, kind: "set", attributes, from: effectiveFrom(on, random), standing };
}

/** A boundary is surveyed when the zone is founded, by the decision that founds it. */
function* boundaryStep(size: SampleSize, n: number, at: Placed): Generator<Step> {
  const { founded } = daysOf(size, n);
  const random = randomOf(size.seed, "boundary", n);
  if (founded !== null)
    yield stepOf(
      founded,
      { attributes: { boundary: kept(outlineOf(siteOf(size, n, at))) }, paper: "decision" },
      random,
    );
}

const SECTORS = ["Chế biến gỗ mẫu", "Cơ khí mẫu", "Điện tử mẫu", "Dệt may mẫu", "Thực phẩm mẫu"] as const;

/** A plot of the plan, then its ground cleared, then serviced and offered. */
function* plotSteps(size: SampleSize, { n, piece, of }: Planned): Generator<Step> {
  const random = randomOf(size.seed, "plot", n, piece.number);
  const { planned, cleared, serviced } = of.days;
  if (planned === null) return;
  const boundary = kept(piece.ring);
  const use = piece.landUse;
  const sectors = use === "industrial" ? { sectors: [random.pick(SECTORS), "Kho bãi mẫu"] } : {};
  const plan = {
    zone: idOf("zone", n),
    number: piece.number,
    landUse: use,
    boundary,
    area: of.area,
    ...sectors,
  };
  yield stepOf(planned, { attributes: plan, paper: "decision" }, random);
  if (cleared === null) return;
  // Ground is handed over piece by piece, from the day the plan stands to the day all is cleared.
  const on = latest(addDays(planned, 30), addDays(cleared, -random.whole(0, 200)));
  if (random.chance(0.5))
    yield stepOf(addDays(planned, 10), { attributes: { site: "notCleared" }, paper: "report" }, random);
  yield stepOf(on, { attributes: { site: "cleared" }, paper: "report" }, random);
  if (serviced === null) return;
  const price = { price: random.whole(8, 20) * 100_000 };
  const offered = use === "industrial" || use === "service" ? price : {};
  const utilities = ["road", "power", "water", ...(random.chance(0.7) ? ["wasteWater"] : [])];
  yield stepOf(
    latest(on, addDays(serviced, random.whole(0, 200))),
    { attributes: { site: "serviced", utilities, ...offered }, paper: "report" },
    random,
  );
}

function latest(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}

/** A zone's ground: the days of its plan and works, and the area of a plot in m². */
type Ground = { readonly days: ReturnType<typeof daysOf>; readonly area: number };
type Planned = { readonly n: number; readonly piece: Piece; readonly of: Ground };

/** Half the cross product of the diagonals: the area of a ring of four corners, m². */
function areaOfRing([a, b, c, d]: Ring): number {
  if (a === undefined || b === undefined || c === undefined || d === undefined) return 0;
  return Math.round(Math.abs((c[0] - a[0]) * (d[1] - b[1]) - (d[0] - b[0]) * (c[1] - a[1])) / 2);
}

/** All boundaries of zones, province by province. */
export function* boundaryLives(size: SampleSize): Generator<Life> {
  for (const { n, at } of placedZones(size)) {
    const subject = { id: idOf("zone", n), kind: "zone" as const, key: zoneKey(n) };
    yield { subject, province: at.province, steps: boundaryStep(size, n, at) };
  }
}

/** A plot of a detailed plan, in the order of their numbers. */
export type PlannedPlot = Planned & { readonly subject: Life["subject"]; readonly province: number };

/** All plots, province by province, zone by zone; parks have theirs in their phases. */
export function* plannedPlots(size: SampleSize): Generator<PlannedPlot> {
  let plot = 0;
  for (const { n, at } of placedZones(size)) {
    const days = daysOf(size, n);
    if (zoneKindOf(n) === "park" || days.planned === null) continue;
    const { least, most } = size.plotsPerZone;
    const about = randomOf(size.seed, "plots", n).whole(least, most);
    for (const piece of piecesOf(siteOf(size, n, at), about)) {
      const of = { days, area: areaOfRing(piece.ring) };
      const key = `${zoneKey(n)}/${piece.number.toLowerCase()}`;
      const subject = { id: idOf("plot", plot++), kind: "plot" as const, key };
      yield { subject, province: at.province, n, piece, of };
    }
  }
}

/** All plots with their lives. */
export function* plotLives(size: SampleSize): Generator<Life> {
  for (const { subject, province, ...plot } of plannedPlots(size)) {
    yield { subject, province, steps: plotSteps(size, plot) };
  }
}

/** The day on which a plot is serviced, or null. */
export function servicedOn(size: SampleSize, plot: PlannedPlot): PlainDate | null {
  for (const step of { [Symbol.iterator]: () => plotSteps(size, plot) }) {
    if (step.kind === "set" && step.attributes.site === "serviced") return step.on;
  }
  return null;
}

/** All zones with where they stand among those of their province. */
export function* placedZones(size: SampleSize): Generator<{ readonly n: number; readonly at: Placed }> {
  for (let province = 0; province < size.provinces; province += 1) {
    let k = 0;
    for (const n of zonesIn(size, province)) yield { n, at: { province, k: k++ } };
  }
}
