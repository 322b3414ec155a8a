/** Plots as the map draws and the list names them: their colours by use, status or clearance. Pure. */
import type { Sentence } from "../../../kernel/problems.ts";
import {
  LAND_USES,
  type LandUse,
  PLOT_STATUSES,
  type PlotStatus,
  SITES,
  type Site,
} from "../../vocabulary.ts";
import type { MapPlot, MapZone } from "../vocabulary.ts";
import { type Box, type MapChoice, meets, plotsChosen } from "./choice.ts";
import { boxOf, type Drawn } from "./drawn.ts";
import { zoneCard } from "./rows.ts";

/** From light to deep: what can be leased stands out. */
const USE_STEPS: Readonly<Record<LandUse, number>> = {
  ...{ other: 1, roads: 2, greenery: 3, technical: 5, service: 7, industrial: 9 },
};
const STATUS_STEPS: Readonly<Record<PlotStatus, number>> = {
  ...{ unknown: 0, notCleared: 1, free: 2, ready: 4, offered: 6, agreed: 7, leased: 9 },
};
const SITE_STEPS: Readonly<Record<Site, number>> = { notCleared: 2, cleared: 5, serviced: 8 };

type Colouring = {
  readonly steps: Readonly<Record<string, number>>;
  readonly labels: Readonly<Record<string, Sentence>>;
  readonly of: (plot: MapPlot) => string | null;
};

const COLOURINGS = {
  use: { steps: USE_STEPS, labels: LAND_USES, of: (plot) => plot.landUse },
  status: { steps: STATUS_STEPS, labels: PLOT_STATUSES, of: (plot) => plot.status },
  clearance: { steps: SITE_STEPS, labels: SITES, of: (plot) => plot.site },
} as const satisfies Record<MapChoice["colour"], Colouring>;

export const plotCard = ({ id }: Pick<MapPlot, "id">): string => `plot:${id}`;

/** The colour of a plot and what it stands for; step 0 and null where that is not known. */
export function colourOf(
  plot: MapPlot,
  colour: MapChoice["colour"],
): { readonly step: number; readonly label: Sentence | null } {
  const { steps, labels, of }: Colouring = COLOURINGS[colour];
  const value = of(plot);
  const label = value === null ? undefined : labels[value];
  return { step: value === null ? 0 : (steps[value] ?? 0), label: label ?? null };
}

export type ShownPlots = {
  readonly placed: readonly MapPlot[];
  /** Without a boundary: named, not drawn. */
  readonly unplaced: readonly MapPlot[];
};

/** What the filters leave. */
export function shownPlots(plots: readonly MapPlot[], choice: MapChoice): ShownPlots {
  const chosen = plotsChosen(plots, choice);
  return {
    placed: chosen.filter(({ shape }) => shape !== null),
    unplaced: chosen.filter(({ shape }) => shape === null),
  };
}

/** What of it lies in the window; with no window, everything. */
export function plotsInWindow(shown: ShownPlots, window: Box | null): ShownPlots {
  if (window === null) return shown;
  return {
    placed: shown.placed.filter(({ shape }) => shape !== null && meets(boxOf(shape), window)),
    unplaced: [],
  };
}

/** A plot on the map, if its boundary is known. */
export function drawnPlot(plot: MapPlot, colour: MapChoice["colour"]): readonly Drawn[] {
  if (plot.shape === null) return [];
  return [
    {
      ...{ card: plotCard(plot), label: plot.number, shape: plot.shape },
      step: colourOf(plot, colour).step,
      area: plot.area ?? plot.measured,
    },
  ];
}

/** The zones round plots, as outlines alone. */
export function outlineOf(zone: MapZone): readonly Drawn[] {
  if (zone.shape === null) return [];
  return [{ card: zoneCard(zone), label: zone.name, shape: zone.shape, step: 0, area: zone.area }];
}

/** Plots by their zone, in the order in which they come. */
export function byZone(
  plots: readonly MapPlot[],
): readonly { readonly zone: MapPlot["zone"]; readonly plots: readonly MapPlot[] }[] {
  const groups = new Map<string, { readonly zone: MapPlot["zone"]; readonly plots: MapPlot[] }>();
  for (const plot of plots) {
    const group = groups.get(plot.zone.id) ?? { zone: plot.zone, plots: [] };
    group.plots.push(plot);
    groups.set(plot.zone.id, group);
  }
  return [...groups.values()];
}

/** The colours that are on the map, from light to deep, then what is not known. */
export function plotLegend(
  plots: readonly MapPlot[],
  colour: MapChoice["colour"],
): readonly { readonly step: number; readonly label: Sentence | null }[] {
  const found = new Map(plots.map((plot) => colourOf(plot, colour)).map((entry) => [entry.step, entry]));
  return [...found.values()].sort((a, b) => (a.step || 99) - (b.step || 99));
}
