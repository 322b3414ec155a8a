/** The plots of a zone on a day as they lie in its plane, and how they add up, as who asks may see it. */
import type { Question } from "../../figures/public.ts";
import { labelOf, listZonesById, listZonesLast, seenZones } from "../../zones/public.ts";
import { inPlane } from "../coordinates/boundaries.ts";
import { getSystem } from "../coordinates/systems.ts";
import { planeArea } from "../operations/measuring.ts";
import { toleranceOf } from "../overlapSettings.ts";
import { summaryOf } from "../presenting.ts";
import { type Given, presentingOf, seenPlots } from "../reading.ts";
import { countPlots, listPlots, listPlotsById } from "../store.ts";
import { planeFor } from "./planes.ts";
import { type GroundPlot, MOST_PLOTS, type PlotGround } from "./vocabulary.ts";

const ALL = { landUse: null, site: null, areaFrom: null, areaTo: null, extent: null } as const;

/** The ground of a zone (id); null where the zone may not be seen. */
export async function groundOf(zone: string, question: Question, given: Given): Promise<PlotGround | null> {
  const { db, places } = given;
  const { asOf, known, language } = question;
  const [last] = await seenZones(await listZonesLast(db, { ids: [zone], known }), given);
  if (last === undefined) return null;
  const [onDay] = await seenZones(await listZonesById(db, { ids: [zone], asOf, known }), given);
  const { boundary, area } = onDay?.attributes ?? {};
  const where = { boundary, places: onDay?.attributes.places ?? last.attributes.places ?? [] };
  const plane = planeFor(where, null, { places, on: asOf });
  const asked = { ...ALL, zones: [zone], asOf, known, closed: given.closed };
  const listed = await listPlots(db, asked, { limit: MOST_PLOTS, after: null });
  const ids = listed.items.map((p) => p.id);
  const whole = new Map((await listPlotsById(db, { ids, asOf, known })).map((p) => [p.id, p]));
  const seen = await seenPlots(
    ids.flatMap((id) => whole.get(id) ?? []),
    given,
  );
  const of = await presentingOf(seen, question, given);
  const plots = seen.map((plot): GroundPlot => {
    const { id, number, landUse, landUseLabel, status, statusLabel, area: printed } = summaryOf(plot, of);
    const held = plot.attributes.boundary;
    const shape = held === undefined ? null : inPlane(held, plane);
    return {
      ...{ id, number, landUse, landUseLabel, status, statusLabel, area: printed },
      shape: shape === null ? null : shape.map((p) => p.map((ring) => ring.map(([x, y]) => [x, y]))),
      measured: shape === null ? null : planeArea(shape),
    };
  });
  const outline = boundary === undefined ? null : inPlane(boundary, plane);
  const drawn = plots.reduce((sum, p) => sum + (p.measured ?? 0), 0);
  return {
    zone: { id: zone, key: last.key, label: labelOf(onDay ?? last) },
    ...{ asOf, commit: known.commit },
    plane: { epsg: plane, name: getSystem(plane).name[language] },
    tolerance: toleranceOf(of.settings),
    outline: outline?.map((p) => p.map((ring) => ring.map(([x, y]) => [x, y]))) ?? null,
    decided: area ?? null,
    measured: outline === null ? null : planeArea(outline),
    sums: sumsOf(plots),
    drawn,
    difference: area === undefined || plots.length === 0 ? null : drawn - area,
    plots,
    total: await countPlots(db, asked),
    hidden: listed.items.length - seen.length,
  };
}

function sumsOf(plots: readonly GroundPlot[]): PlotGround["sums"] {
  const uses = [...new Set(plots.map((p) => p.landUse))];
  return uses.map((landUse) => {
    const own = plots.filter((p) => p.landUse === landUse);
    const area = own.reduce((sum, p) => sum + (p.measured ?? 0), 0);
    return { landUse, label: own[0]?.landUseLabel ?? "", plots: own.length, area };
  });
}
