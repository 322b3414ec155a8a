/** The words in which somebody tells what becomes of the plots of a zone: drawn, split, merged, redrawn, how they stand. */
import { z } from "zod";
import { boundary } from "../../kernel/geometry.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { landUse, plotAttributes } from "../vocabulary.ts";

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

/** How many plots one telling may draw or touch. */
const MOST = 2_000;

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
  z.object({ operation: z.literal("draw"), plots: z.array(newPlot).min(1).max(MOST) }),
  z.object({
    operation: z.literal("split"),
    plot: z.uuid(),
    line,
    numbers: z.array(number).min(2).max(50).meta({ description: "Of the pieces, the largest first" }),
  }),
  z.object({ operation: z.literal("merge"), plots: z.array(z.uuid()).min(2).max(50), number }),
  z.object({ operation: z.literal("border"), plots: z.tuple([z.uuid(), z.uuid()]), line }),
  z.object({ operation: z.literal("redraw"), plot: z.uuid(), drawn }),
  z.object({ operation: z.literal("state"), plots: z.array(z.uuid()).min(1).max(MOST), set: plotState }),
  z.object({ operation: z.literal("cancel"), plots: z.array(z.uuid()).min(1).max(MOST) }),
]);
export type PlotTelling = z.infer<typeof plotTelling>;

/** What is told, in a list of proposals: the operation, and of how many plots. */
export function operationText(told: PlotTelling, language: keyof Sentence): string {
  const label = OPERATIONS[told.operation][language];
  if (!("plots" in told)) return label;
  return `${label}: ${told.plots.length} ${language === "vi" ? "lô" : "plots"}`;
}
