/** Which plots lie near a road, judged in the plane of VN-2000, by the roads and boundaries that who asks may see. */

import type { FigureContext, Question } from "../../figures/public.ts";
import { DEGREE_STEPS, type Lines, type Position } from "../../kernel/geometry.ts";
import { closedAmong, papersBehind, seenOf } from "../../register/public.ts";
import { inPlane } from "../coordinates/boundaries.ts";
import { findSystem } from "../coordinates/systems.ts";
import { fromWgs84 } from "../coordinates/transforming.ts";
import { listPlotsById, type PlotsAsked } from "../store.ts";
import { isWithin } from "./nearness.ts";
import { listPairsNear, listRoads, type RoadState } from "./store.ts";

async function seenRoads(roads: readonly RoadState[], { reader }: Pick<FigureContext, "reader">) {
  const isClosed = await closedAmong(reader, papersBehind(roads));
  return roads.map((road) => seenOf(road, isClosed)).filter(({ hidden }) => !hidden.includes("lines"));
}

/** Whether any road is known on the day to who asks; else how far a road is can't be said. */
export async function areRoadsKnown(
  { asOf, known }: Pick<Question, "asOf" | "known">,
  given: Pick<FigureContext, "db" | "reader">,
): Promise<boolean> {
  return (await seenRoads(await listRoads(given.db, { ids: null, asOf, known }), given)).length > 0;
}

/** Plots in one turn, so that others have theirs. */
const PLOTS_A_TURN = 500;
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Ids of the plots that have a road no farther than `metres`. */
export async function plotsNearRoads(
  asked: PlotsAsked,
  metres: number,
  given: Pick<FigureContext, "db" | "reader">,
): Promise<readonly string[]> {
  const { asOf, known } = asked;
  const near = new Map<string, string[]>();
  for (const { plot, road } of await listPairsNear(given.db, asked, metres)) {
    const roads = near.get(plot);
    if (roads === undefined) near.set(plot, [road]);
    else roads.push(road);
  }
  const wanted = [...new Set([...near.values()].flat())];
  const roads = await seenRoads(await listRoads(given.db, { ids: wanted, asOf, known }), given);
  const linesIn = linesByPlane(new Map(roads.map((road) => [road.id, road.attributes.lines])));
  const found: string[] = [];
  const ids = [...near.keys()];
  for (let at = 0; at < ids.length; at += PLOTS_A_TURN) {
    const plots = await listPlotsById(given.db, { ids: ids.slice(at, at + PLOTS_A_TURN), asOf, known });
    const isClosed = await closedAmong(given.reader, papersBehind(plots));
    await pause();
    for (const plot of plots) {
      const { id, sources } = plot;
      const { boundary } = plot.attributes;
      // Where a plot lies must not be told by finding it beside a road.
      if (boundary === undefined || isClosed(sources.boundary?.document ?? "")) continue;
      const shape = inPlane(boundary);
      const own = near.get(id) ?? [];
      if (own.some((road) => isWithin(shape, linesIn(road, boundary.plane), metres))) found.push(id);
    }
  }
  return found;
}

/** The lines of a road in a plane, taken there once. */
function linesByPlane(roads: ReadonlyMap<string, Lines | undefined>) {
  const kept = new Map<string, readonly (readonly Position[])[]>();
  return (road: string, epsg: number): readonly (readonly Position[])[] => {
    const key = `${road} ${epsg}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const plane = findSystem(epsg)?.epsg;
    const lines = (plane === undefined ? [] : (roads.get(road)?.wgs84 ?? [])).map((line) =>
      line.map(([x, y]) => fromWgs84([x / DEGREE_STEPS, y / DEGREE_STEPS], plane ?? 4326)),
    );
    kept.set(key, lines);
    return lines;
  };
}
