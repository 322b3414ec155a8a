/** How the map looks: quiet ground, shapes from light to deep in one hue, unknown hatched, labels in our own font. Pure. */
import type { FontFacesSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { CommuneLabel } from "../vocabulary.ts";
import { communesOf, type Drawn, graticule, marksOf, shapesOf, sovereignNames } from "./drawn.ts";

/** The colours of the theme, as the page has them. */
export type Ink = {
  readonly ground: string;
  readonly rule: string;
  readonly ink: string;
  readonly ink2: string;
  readonly accent: string;
  /** From light to deep. */
  readonly scale: readonly string[];
};

/** A base map that an administrator has confirmed. */
export type BaseMap = { readonly url: string; readonly attribution: string };

export type Shown = {
  readonly ink: Ink;
  readonly language: "vi" | "en";
  readonly fonts: FontFacesSpecification;
  /** In colour, by the legend. */
  readonly drawn: readonly Drawn[];
  /** Outlines for orientation, of which nothing is asked. */
  readonly outlines: readonly Drawn[];
  readonly communes: readonly CommuneLabel[];
  /** What the open card is about. */
  readonly chosen: string;
  readonly baseMap: BaseMap | null;
  /** Little room: labels are broken into more lines. */
  readonly narrow: boolean;
};

/** The name of the hatched picture, which the map is given when it asks for it. */
export const HATCH = "hatch";
/** A picture of nothing, which keeps the room of a mark free of letters. */
export const ROOM = "room";
/** Layers of which a thing can be pressed. */
export const PRESSABLE = ["marks", "shapes", "shapes-unknown"] as const;
export const NORMAL = "Be Vietnam Pro";
export const STRONG = "Be Vietnam Pro Semibold";

/** Marks are drawn up to here, where a shape is too small to be seen. */
const MARKS_TO = 12.5;

function sourcesOf({
  ink,
  language,
  drawn,
  outlines,
  communes,
  baseMap,
}: Shown): StyleSpecification["sources"] {
  return {
    graticule: { type: "geojson", data: graticule() },
    outlines: { type: "geojson", data: shapesOf(outlines, []) },
    "outline-labels": { type: "geojson", data: marksOf(outlines, []) },
    shapes: { type: "geojson", data: shapesOf(drawn, ink.scale) },
    marks: { type: "geojson", data: marksOf(drawn, ink.scale) },
    communes: { type: "geojson", data: communesOf(communes) },
    names: { type: "geojson", data: sovereignNames(language) },
    ...(baseMap === null
      ? {}
      : { base: { type: "raster" as const, tiles: [baseMap.url], tileSize: 256, attribution: "" } }),
  };
}

function groundOf({ ink, baseMap }: Shown): LayerSpecification[] {
  const paper: LayerSpecification = {
    id: "ground",
    type: "background",
    paint: { "background-color": ink.ground },
  };
  const lines: LayerSpecification = {
    id: "graticule",
    type: "line",
    source: "graticule",
    paint: { "line-color": ink.rule, "line-width": 1 },
  };
  return baseMap === null
    ? [paper, lines]
    : [paper, { id: "base", type: "raster", source: "base", paint: { "raster-opacity": 0.6 } }];
}

function shapesAndMarks({ ink, chosen }: Shown): LayerSpecification[] {
  const isChosen = ["==", ["get", "card"], chosen] satisfies ["==", ["get", string], string];
  return [
    {
      ...{ id: "outlines", type: "line", source: "outlines" },
      paint: { "line-color": ink.ink2, "line-width": 1.5, "line-dasharray": [3, 2] },
    },
    {
      ...{ id: "shapes", type: "fill", source: "shapes", filter: ["!=", ["get", "step"], 0] },
      paint: { "fill-color": ["to-color", ["get", "colour"]], "fill-opacity": 0.85 },
    },
    {
      ...{ id: "shapes-unknown", type: "fill", source: "shapes", filter: ["==", ["get", "step"], 0] },
      paint: { "fill-pattern": HATCH },
    },
    {
      ...{ id: "edges", type: "line", source: "shapes" },
      paint: { "line-color": ink.ink, "line-width": 0.8 },
    },
    {
      ...{ id: "chosen", type: "line", source: "shapes", filter: isChosen },
      paint: { "line-color": ink.accent, "line-width": 3 },
    },
    {
      ...{ id: "marks", type: "circle", source: "marks", maxzoom: MARKS_TO },
      layout: { "circle-sort-key": ["-", 0, ["get", "area"]] },
      paint: {
        "circle-radius": ["get", "radius"],
        "circle-color": ["to-color", ["get", "colour"]],
        "circle-stroke-color": ["case", isChosen, ink.accent, ink.ink],
        "circle-stroke-width": ["case", isChosen, 3, 1],
      },
    },
  ];
}

function labelsOf({ ink, narrow }: Shown): LayerSpecification[] {
  const halo = { "text-halo-color": ink.ground, "text-halo-width": 1.5 } as const;
  const plain = {
    "text-font": [NORMAL],
    "text-size": 13,
    "text-line-height": 1.35,
    "text-max-width": narrow ? 8 : 14,
  };
  return [
    {
      ...{ id: "outline-labels", type: "symbol", source: "outline-labels" },
      layout: { ...plain, "text-field": ["get", "label"], "text-font": [STRONG] },
      paint: { "text-color": ink.ink2, ...halo },
    },
    {
      ...{ id: "communes", type: "symbol", source: "communes" },
      layout: {
        ...{ ...plain, "text-field": ["get", "label"] },
        "text-variable-anchor": ["center", "top", "bottom", "left", "right"],
        "text-radial-offset": 0.5,
        "symbol-sort-key": 0,
      },
      paint: { "text-color": ink.ink2, ...halo },
    },
    {
      ...{ id: "mark-labels", type: "symbol", source: "marks", maxzoom: MARKS_TO },
      // Plots lie so close that their numbers are for a nearer look.
      filter: ["==", ["slice", ["get", "card"], 0, 5], "zone:"],
      layout: {
        ...{ ...plain, "text-field": ["get", "label"], "text-optional": true },
        ...{ "text-variable-anchor": ["top", "bottom", "left", "right"], "text-radial-offset": 1.4 },
        // The picture is two pixels wide.
        ...{ "icon-image": ROOM, "icon-size": ["get", "radius"], "icon-allow-overlap": true },
        "symbol-sort-key": ["-", 0, ["get", "area"]],
      },
      paint: { "text-color": ink.ink, ...halo },
    },
    {
      ...{ id: "shape-labels", type: "symbol", source: "marks", minzoom: MARKS_TO },
      layout: { ...plain, "text-field": ["get", "label"], "symbol-sort-key": ["-", 0, ["get", "area"]] },
      paint: { "text-color": ink.ink, ...halo },
    },
    {
      // Whatever else there is, these names are never left out.
      ...{ id: "names", type: "symbol", source: "names" },
      layout: {
        ...{ ...plain, "text-field": ["get", "label"], "text-font": [STRONG] },
        ...{ "text-allow-overlap": true, "text-ignore-placement": false },
      },
      paint: { "text-color": ["case", ["==", ["get", "kind"], "sea"], ink.accent, ink.ink], ...halo },
    },
  ];
}

/** The whole style for what is shown; nothing in it names another server, but a base map that was confirmed. */
export function styleOf(shown: Shown): StyleSpecification {
  return {
    version: 8,
    "font-faces": shown.fonts,
    transition: { duration: 0, delay: 0 },
    sources: sourcesOf(shown),
    layers: [...groundOf(shown), ...shapesAndMarks(shown), ...labelsOf(shown)],
  };
}
