/** Gathers what a reader finds in a file: areas with sound outlines, problems by feature, and how much was left out. */

import type { Polygon, Position, Ring } from "../../kernel/geometry.ts";
import type { Problem } from "../../kernel/problems.ts";
import type { Epsg } from "../coordinates/systems.ts";
import type { Drawing, DrawingKind, DrawingLimits, DrawnFeature, Warning } from "./drawing.ts";
import {
  badCoordinates,
  leftOut,
  NOTHING_DRAWN,
  ONLY_AREAS,
  refuse,
  tooFewCorners,
  tooLarge,
  tooManyFeatures,
  unclosedRing,
} from "./refusals.ts";

/** Rings as files give them: the first corner comes again at the end. */
export type ClosedRings = readonly (readonly Position[])[];

const JOIN_LINES = {
  vi: "Nối các đoạn thành đa tuyến khép kín (lệnh PEDIT Join hoặc BOUNDARY) rồi xuất lại, nếu là ranh giới.",
  en: "Join the segments to closed polylines (PEDIT Join or BOUNDARY) and export again, where they are boundaries.",
};

const ONLY_LINES = {
  vi: "Nếu là đường thì xuất lại tim đường dạng đường (line).",
  en: "Where they are roads, export their lines.",
};

/** What is left out, counted by layer. */
const LEFT_OUT = {
  point: { vi: "điểm", en: "points", remedy: ONLY_AREAS },
  line: { vi: "đường không khép kín", en: "lines that are not closed", remedy: JOIN_LINES },
  area: { vi: "vùng", en: "areas", remedy: ONLY_LINES },
  empty: { vi: "đối tượng không có hình", en: "features without geometry", remedy: ONLY_AREAS },
  other: { vi: "đối tượng không phải vùng", en: "features that are no areas", remedy: ONLY_AREAS },
  block: {
    vi: "khối chèn (block), nội dung bên trong không được đọc",
    en: "inserted blocks, what is in them is not read",
    remedy: {
      vi: "Phá khối (lệnh EXPLODE) rồi xuất lại, nếu ranh giới nằm trong khối.",
      en: "Explode the blocks and export again, where boundaries are in them.",
    },
  },
} as const;

const MAX_PROBLEMS = 50;
/** Closer than this, in degrees or metres, two corners are one. */
const SAME = 1e-9;

const isSame = (a: Position, b: Position) => Math.abs(a[0] - b[0]) <= SAME && Math.abs(a[1] - b[1]) <= SAME;

export type LeftOut = keyof typeof LEFT_OUT;

export class DrawingBuilder {
  readonly features: DrawnFeature[] = [];
  readonly warnings: Warning[] = [];
  readonly #layers = new Set<string>();
  readonly #leftOut = new Map<string, Map<LeftOut, number>>();
  readonly #problems: Problem[] = [];
  #corners = 0;

  /** `takes`: what of a file becomes a feature; the other is left out and counted. */
  constructor(
    readonly limits: DrawingLimits,
    readonly takes: "areas" | "lines" = "areas",
  ) {}

  /** Takes lines, where lines are wanted: each is kept as a polygon of one ring that is open. */
  addLines(feature: Omit<DrawnFeature, "shape">, lines: readonly (readonly Position[])[]): void {
    if (this.takes !== "lines") {
      this.leaveOut(feature.layer, "line");
      return;
    }
    this.#layers.add(feature.layer);
    const at = feature.name === null ? feature.at : `${feature.at} “${feature.name}”`;
    for (const line of lines) {
      this.#count(line);
      if (!line.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y))) this.report(badCoordinates(at));
    }
    const drawn = lines.filter((line) => line.length > 1);
    if (drawn.length === 0) this.leaveOut(feature.layer, "empty");
    else this.#take({ ...feature, shape: drawn.map((line) => [line]) });
  }

  #take(feature: DrawnFeature): void {
    this.features.push(feature);
    if (this.features.length > this.limits.maxFeatures) refuse(tooManyFeatures(this.limits));
  }

  #count(points: readonly Position[]): void {
    this.#corners += points.length;
    const { maxCorners } = this.limits;
    if (this.#corners <= maxCorners) return;
    refuse(
      tooLarge({
        vi: `trên ${maxCorners.toLocaleString("vi-VN")} góc`,
        en: `more than ${maxCorners.toLocaleString("en-US")} corners`,
      }),
    );
  }

  /** Takes a feature, or notes what is wrong with its outlines. */
  add(feature: Omit<DrawnFeature, "shape">, polygons: readonly ClosedRings[]): void {
    if (this.takes === "lines") {
      this.leaveOut(feature.layer, "area");
      return;
    }
    this.#layers.add(feature.layer);
    const at = feature.name === null ? feature.at : `${feature.at} “${feature.name}”`;
    const shape: Polygon[] = [];
    for (const rings of polygons) {
      const polygon = rings.map((ring) => this.#ring(ring, at));
      const sound = polygon.filter((ring) => ring !== null);
      if (sound.length > 0 && sound.length === polygon.length) shape.push(sound);
    }
    if (polygons.length === 0) {
      this.leaveOut(feature.layer, "empty");
      return;
    }
    this.#take({ ...feature, shape });
  }

  #ring(points: readonly Position[], at: string): Ring | null {
    this.#count(points);
    if (!points.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y))) {
      return this.#wrong(badCoordinates(at));
    }
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) return this.#wrong(tooFewCorners(at));
    if (!isSame(first, last)) return this.#wrong(unclosedRing(at));
    const ring = points.slice(0, -1).filter((p, i, all) => {
      const before = all[i - 1];
      return before === undefined || !isSame(before, p);
    });
    while (ring.length > 1 && isSame(first, ring.at(-1) ?? first)) ring.pop();
    return ring.length < 3 ? this.#wrong(tooFewCorners(at)) : ring;
  }

  #wrong(problem: Problem): null {
    this.report(problem);
    return null;
  }

  /** Notes a problem of a feature; the file is refused at the end, with all of them. */
  report(problem: Problem): void {
    if (this.#problems.length < MAX_PROBLEMS) this.#problems.push(problem);
  }

  warn(warning: Warning): void {
    if (this.warnings.length < MAX_PROBLEMS) this.warnings.push(warning);
  }

  leaveOut(layer: string, what: LeftOut): void {
    this.#layers.add(layer);
    const counts = this.#leftOut.get(layer) ?? new Map<LeftOut, number>();
    this.#leftOut.set(layer, counts.set(what, (counts.get(what) ?? 0) + 1));
  }

  /** The drawing; refuses where something was wrong or nothing is left. */
  finish(kind: DrawingKind, crs: Epsg | null): Drawing {
    const [first, ...rest] = this.#problems;
    if (first !== undefined) refuse(first, ...rest);
    if (this.features.length === 0) refuse(NOTHING_DRAWN, ...this.#explained());
    return {
      kind,
      crs,
      layers: [...this.#layers],
      features: this.features,
      warnings: [...this.warnings, ...this.#leftOutWarnings()],
    };
  }

  #leftOutWarnings(): Warning[] {
    return [...this.#leftOut].flatMap(([layer, counts]) =>
      [...counts].map(([what, count]) => {
        const { vi, en, remedy } = LEFT_OUT[what];
        return leftOut({ layer, count, what: { vi, en }, remedy });
      }),
    );
  }

  /** Where nothing was taken, what was left out is the reason. */
  #explained(): Problem[] {
    return [...this.warnings, ...this.#leftOutWarnings()].map((warning) => ({ ...warning, status: 422 }));
  }
}
