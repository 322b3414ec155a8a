/** The words in which somebody tells what becomes of the plots of a zone: drawn, split, merged, redrawn, how they stand. */
import { z } from "zod";
import { boundary } from "../../kernel/geometry.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { plainDateText } from "../../register/vocabulary.ts";
import { landUse, outline, plotAttributes, plotStatus } from "../vocabulary.ts";

/** What may be done with the plots of a zone. */
export const OPERATIONS = {
  outline: { vi: "Vẽ ranh giới khu, cụm", en: "Draw the zone's boundary" },
  draw: { vi: "Vẽ lô mới", en: "Draw new plots" },
  split: { vi: "Tách lô", en: "Split a plot" },
  merge: { vi: "Hợp lô", en: "Merge plots" },
  border: { vi: "Dời ranh giữa hai lô", en: "Move the border of two plots" },
  redraw: { vi: "Vẽ lại lô", en: "Redraw a plot" },
  state: { vi: "Ghi tình trạng lô", en: "Tell how plots stand" },
  cancel: { vi: "Bỏ lô", en: "Cancel plots" },
} as const satisfies Record<string, Sentence>;

/** A shape as it was surveyed or drawn; WGS84 is reckoned from it, never taken on trust. */
export const drawn = boundary.pick({ crs: true, survey: true }).extend({
  accuracy: z.number().int().nonnegative().default(0).meta({ description: "mm; 0 where nothing is said" }),
});
export type Drawn = z.infer<typeof drawn>;

const number = z.string().trim().min(1).max(40);
const degrees = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const line = z.array(degrees).min(2).max(200).meta({ description: "Longitude and latitude in WGS84" });

/** How many plots one telling may draw or touch, and one file or one ground holds at most. */
export const MOST_PLOTS = 2_000;

const newPlot = z.object({
  number,
  landUse,
  area: z.number().int().nonnegative().nullable().default(null).meta({ description: "m² as printed" }),
  drawn,
});
/** How a plot stands: what is no matter of its plan. */
export const plotState = plotAttributes.pick({
  site: true,
  utilities: true,
  sectors: true,
  price: true,
  note: true,
});

/** What one paper tells of the plots of a zone. */
export const plotTelling = z.discriminatedUnion("operation", [
  z.object({ operation: z.literal("outline"), drawn }),
  z.object({ operation: z.literal("draw"), plots: z.array(newPlot).min(1).max(MOST_PLOTS) }),
  z.object({
    operation: z.literal("split"),
    plot: z.uuid(),
    line,
    numbers: z.array(number).min(2).max(50).meta({ description: "Of the pieces, the largest first" }),
  }),
  z.object({ operation: z.literal("merge"), plots: z.array(z.uuid()).min(2).max(50), number }),
  z.object({ operation: z.literal("border"), plots: z.tuple([z.uuid(), z.uuid()]), line }),
  z.object({ operation: z.literal("redraw"), plot: z.uuid(), drawn }),
  z.object({
    operation: z.literal("state"),
    plots: z.array(z.uuid()).min(1).max(MOST_PLOTS),
    set: plotState,
  }),
  z.object({ operation: z.literal("cancel"), plots: z.array(z.uuid()).min(1).max(MOST_PLOTS) }),
]);
export type PlotTelling = z.infer<typeof plotTelling>;

/** What is told, in a list of proposals: the operation, and of how many plots. */
export function operationText(told: PlotTelling, language: keyof Sentence): string {
  const label = OPERATIONS[told.operation][language];
  if (!("plots" in told)) return label;
  return `${label}: ${told.plots.length} ${language === "vi" ? "lô" : "plots"}`;
}

const metres = z.tuple([z.number(), z.number()]);
/** A shape in metres of the plane, easting first; rings not closed by repeating. */
const planeShape = z.array(z.array(z.array(metres)));
const nameRef = z.object({ id: z.string(), label: z.string() });

/** A plot as it stands on the ground of its zone on a day. */
export const groundPlot = z.object({
  id: z.string(),
  number: z.string(),
  landUse: landUse.nullable(),
  landUseLabel: z.string(),
  status: plotStatus,
  statusLabel: z.string(),
  /** None where no boundary is known, or it may not be seen. */
  shape: planeShape.nullable(),
  /** m² of the shape in the plane, and as the paper prints it. */
  measured: z.number().nullable(),
  area: z.number().int().nullable(),
});
export type GroundPlot = z.infer<typeof groundPlot>;

/** The plots of a zone on a day, as they are drawn in its plane, and how they add up. */
export const plotGround = z.object({
  zone: nameRef.extend({ key: z.string().nullable() }),
  asOf: plainDateText,
  commit: z.number().int().meta({ description: "The last commit behind it" }),
  plane: z.object({ epsg: z.number().int(), name: z.string() }),
  tolerance: z
    .object({ metres: z.number(), squareMetres: z.number() })
    .meta({ description: "What is too little to be an overlap, by the settings" }),
  outline: planeShape.nullable(),
  decided: z.number().int().nullable().meta({ description: "m² of the zone by its papers" }),
  measured: z.number().nullable().meta({ description: "m² of the zone's boundary in the plane" }),
  sums: z.array(
    z.object({
      landUse: landUse.nullable(),
      label: z.string(),
      plots: z.number().int(),
      area: z.number().meta({ description: "m² drawn" }),
    }),
  ),
  drawn: z.number().meta({ description: "m² of all plots that are drawn" }),
  difference: z.number().nullable().meta({ description: "m² drawn, less those decided" }),
  plots: z.array(groundPlot),
  total: z.number().int().meta({ description: "Plots of the zone; `plots` holds the first 2,000" }),
  hidden: z.number().int().meta({ description: "Of those, how many may not be seen" }),
});
export type PlotGround = z.infer<typeof plotGround>;

const readProblem = z.object({
  code: z.string(),
  field: z.string().nullable().meta({ description: "Rows (`Bảng 1!7,9`), or the part of the file" }),
  message: z.string(),
  remedy: z.string(),
  at: metres.nullable().meta({ description: "Where it is, in metres of the plane" }),
});
export type ReadProblem = z.infer<typeof readProblem>;

/** A plot that a file holds, ready to be told. */
export const readPlot = z.object({
  number: z.string().meta({ description: "As the file names it; empty where it does not" }),
  landUse: landUse.nullable().meta({ description: "A guess by layer, name or attributes" }),
  drawn,
  outline: outline.meta({ description: "In WGS84" }),
  shape: planeShape,
  area: z.number().meta({ description: "m² in the plane" }),
  geodesicArea: z.number(),
  where: z.string().meta({ description: "Where in the file it stands" }),
});
export type ReadPlot = z.infer<typeof readPlot>;

/** What would make a refused file readable: another system, or X and Y swapped back. */
const mend = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("swap"), label: z.string() }),
  z.object({ kind: z.literal("crs"), crs: z.number().int(), label: z.string() }),
]);
export type Mend = z.infer<typeof mend>;

/** What a surveyor's table or a drawing holds: all of its plots, or none and why. Nothing of the file is kept. */
export const plotsRead = z.object({
  kind: z.enum(["survey", "geojson", "shapefile", "kml", "kmz", "dxf"]),
  crs: z
    .object({ epsg: z.number().int(), name: z.string() })
    .nullable()
    .meta({ description: "The system by which it was read" }),
  plots: z.array(readPlot),
  problems: z.array(readProblem),
  mends: z.array(mend),
  warnings: z.array(readProblem),
});
export type PlotsRead = z.infer<typeof plotsRead>;
