/** What a plot's attributes are called and how their values are written. */
import type { AttributeWords } from "../register/public.ts";
import {
  LAND_USES,
  PLOT_ATTRIBUTE_LABELS,
  PLOT_ENDS,
  type PlotAttribute,
  SITES,
  UTILITIES,
} from "./vocabulary.ts";

export const plotWords = {
  kind: { vi: "Lô đất", en: "Plot" },
  labels: PLOT_ATTRIBUTE_LABELS,
  shapes: {
    zone: "subject",
    number: "text",
    landUse: { words: LAND_USES },
    area: "area",
    boundary: "boundary",
    site: { words: SITES },
    utilities: { words: UTILITIES },
    sectors: "text",
    price: "number",
    note: "text",
    partOf: "subject",
    ended: { words: PLOT_ENDS },
    into: "subject",
    disputed: "text",
  },
} as const satisfies AttributeWords<PlotAttribute>;
