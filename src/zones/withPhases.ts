/** The zones that a question is about with their phases: money for a phase, or a plot in it, belongs to its park. */
import type { FigureContext, Question } from "../figures/public.ts";
import { zonesInScope } from "./scope.ts";
import { listPhasesOf, listZonesById, type ZoneState } from "./store.ts";

export type ZonesWithPhases = {
  /** Zones and phases inside the question. */
  readonly inside: readonly ZoneState[];
  /** Any zones by id, for their names. */
  readonly named: (ids: readonly string[]) => Promise<ReadonlyMap<string, ZoneState>>;
};

/** Zones inside the question's place, kind and zone, with all their phases. */
export async function listZonesWithPhases(
  question: Question,
  context: FigureContext,
): Promise<ZonesWithPhases> {
  const { db } = context;
  const { asOf, known } = question;
  const scope = await zonesInScope(question, context);
  const chosen = scope.inside.filter(
    (z) =>
      (question.kind === null || z.attributes.kind === question.kind) &&
      (question.zone === null || z.id === question.zone || z.attributes.phaseOf === question.zone),
  );
  const phases = await listPhasesOf(db, { zones: chosen.map((z) => z.id), asOf, known });
  const inside = [...new Map([...chosen, ...phases].map((z) => [z.id, z])).values()];
  return {
    inside,
    named: async (ids) =>
      new Map((await listZonesById(db, { ids: [...new Set(ids)], asOf, known })).map((z) => [z.id, z])),
  };
}
