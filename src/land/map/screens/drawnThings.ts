/** What a map really draws in its window, and what lies under a point of it. */
import type { MapLibreMap, PointLike } from "maplibre-gl";
import { z } from "zod";
import { PRESSABLE } from "./style.ts";

const named = z.object({ card: z.string() });
const labelled = z.object({ label: z.string() });
const commune = z.object({ place: z.string() });

const layersOf = (map: MapLibreMap, names: readonly string[]) =>
  names.filter((name) => map.getLayer(name) !== undefined);

/** `zone:…`, `plot:…` and, of communes with a label, `place:…`, in order. */
export function drawnThings(map: MapLibreMap): readonly string[] {
  const things = map.queryRenderedFeatures({ layers: layersOf(map, PRESSABLE) });
  const labels = map.queryRenderedFeatures({ layers: layersOf(map, ["communes"]) });
  const cards = things.flatMap((feature) => named.safeParse(feature.properties).data?.card ?? []);
  const places = labels.flatMap((feature) => commune.safeParse(feature.properties).data?.place ?? []);
  return [...new Set([...cards, ...places.map((id) => `place:${id}`)])].sort();
}

/** The names of islands and sea that are in the window. */
export function drawnNames(map: MapLibreMap): readonly string[] {
  const names = map.queryRenderedFeatures({ layers: layersOf(map, ["names"]) });
  return names.flatMap((feature) => labelled.safeParse(feature.properties).data?.label ?? []).sort();
}

/** The topmost thing under a point; empty where there is none. */
export function pressedThing(map: MapLibreMap, point: PointLike): string {
  const [first] = map.queryRenderedFeatures(point, { layers: layersOf(map, PRESSABLE) });
  return named.safeParse(first?.properties).data?.card ?? "";
}
