/** Where a case lies, for the table of rights, and what it is about, as who asks may see it. */
import type { FigureContext } from "../../figures/public.ts";
import type { Problem } from "../../kernel/problems.ts";
import { listPlotsLast, plotNumberOf, seenPlots } from "../../land/public.ts";
import type { Where } from "../../people/public.ts";
import { liesWithin, type PlaceDirectory } from "../../places/public.ts";
import type { Db } from "../../platform/database/tables.ts";
import { listProjectsLast, projectLabelOf, seenProjects } from "../../projects/public.ts";
import type { Known } from "../../register/public.ts";
import { listZonesLast, seenZones } from "../../zones/public.ts";
import { subjectUnknown } from "./problems.ts";
import type { CaseAttributes } from "./vocabulary.ts";

type About = Pick<CaseAttributes, "places" | "zone" | "project" | "plot">;

function idsOf(...ids: readonly (string | undefined)[]): readonly string[] {
  return ids.flatMap((id) => id ?? []);
}

/**
 * The ground of a case: its own places, those of its project, and those of the zone that it is about or in which its plot
 * or its project lies; of a phase the zone that it is part of.
 */
export async function whereOf(
  { places = [], zone, project, plot }: About,
  of: { readonly db: Db; readonly known: Known; readonly directory: PlaceDirectory },
): Promise<Required<Pick<Where, "places" | "zones">> & Where> {
  const { db, known } = of;
  const projects = await listProjectsLast(db, { ids: idsOf(project), known });
  const plots = await listPlotsLast(db, { ids: idsOf(plot), known });
  const around = [...projects, ...plots].flatMap(({ attributes }) => attributes.zone ?? []);
  const zones = await listZonesLast(db, { ids: [...idsOf(zone), ...around], known });
  const own = [...places, ...projects.flatMap((p) => p.attributes.places ?? [])];
  return {
    places: [...new Set([...own, ...zones.flatMap((z) => z.attributes.places ?? [])])],
    zones: zones.map((z) => z.attributes.phaseOf ?? z.id),
    lies: liesWithin(of.directory),
  };
}

/** Names of projects and plots that cases are about, of those that who asks may see. */
export async function namesOfSubjects(
  abouts: readonly About[],
  known: Known,
  context: FigureContext,
): Promise<ReadonlyMap<string, string>> {
  const { db } = context;
  const projects = await listProjectsLast(db, { ids: abouts.flatMap((a) => idsOf(a.project)), known });
  const plots = await listPlotsLast(db, { ids: abouts.flatMap((a) => idsOf(a.plot)), known });
  return new Map([
    ...(await seenProjects(projects, context)).map((p) => [p.id, projectLabelOf(p)] as const),
    ...(await seenPlots(plots, context)).map((p) => [p.id, plotNumberOf(p)] as const),
  ]);
}

/** What is wrong where a case names something that the register does not have for who opens it. */
export async function unknownSubject(
  about: About,
  known: Known,
  context: FigureContext,
): Promise<Problem | null> {
  const { zone, project, plot } = about;
  if (zone !== undefined) {
    const seen = await seenZones(await listZonesLast(context.db, { ids: [zone], known }), context);
    if (seen.length === 0) return subjectUnknown("zone");
  }
  const names = await namesOfSubjects([about], known, context);
  if (project !== undefined && !names.has(project)) return subjectUnknown("project");
  return plot !== undefined && !names.has(plot) ? subjectUnknown("plot") : null;
}
