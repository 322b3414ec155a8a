/** Zones as a map draws them on a day: those with a boundary that who asks may see. */
import type { FigureContext, Question } from "../figures/public.ts";
import type { PartialDate } from "../kernel/dates.ts";
import type { Boundary, Extent } from "../kernel/geometry.ts";
import { stageEvidence } from "./presenting.ts";
import { stageOfParts } from "./rules.ts";
import { type SeenZone, seenZones } from "./seen.ts";
import { listPhasesOf, listZonesById, listZonesTouching } from "./store.ts";
import type { Stage } from "./vocabulary.ts";

export type MappedZone = {
  readonly zone: SeenZone;
  readonly boundary: Boundary;
  readonly stage: Stage;
  /** The newest paper that tells the stage. */
  readonly stageAsOf: PartialDate | null;
};

/** Zones and phases whose own box touches an extent (degrees) on the day. */
export async function listMappedZones(
  extent: Extent,
  { asOf, known }: Pick<Question, "asOf" | "known">,
  context: FigureContext,
): Promise<readonly MappedZone[]> {
  const zones = await seenZones(await listZonesTouching(context.db, { extent, asOf, known }), context);
  const ids = zones.map((z) => z.id);
  const phases = await seenZones(await listPhasesOf(context.db, { zones: ids, asOf, known }), context);
  return zones.flatMap((zone) => {
    const { boundary } = zone.attributes;
    if (boundary === undefined) return [];
    const parts = phases.filter((p) => p.attributes.phaseOf === zone.id);
    const stage = stageOfParts(
      zone.attributes,
      parts.map((p) => p.attributes),
    );
    return [{ zone, boundary, stage, stageAsOf: stageEvidence(stage, [zone, ...parts]) }];
  });
}

/** The boundaries of some zones on the day that who asks may see, by id. */
export async function boundariesOfZones(
  ids: readonly string[],
  { asOf, known }: Pick<Question, "asOf" | "known">,
  context: FigureContext,
): Promise<ReadonlyMap<string, Boundary>> {
  const zones = await seenZones(await listZonesById(context.db, { ids, asOf, known }), context);
  return new Map(
    zones.flatMap(({ id, attributes: { boundary } }) =>
      boundary === undefined ? [] : [[id, boundary] as const],
    ),
  );
}
