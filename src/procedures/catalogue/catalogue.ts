/** Every procedure of the catalogue, in the order in which a zone comes to be. */
import type { Procedure } from "../vocabulary.ts";
import { clusterEstablishment, clusterExpansion } from "./clusters.ts";

export const CATALOGUE: readonly Procedure[] = [clusterEstablishment, clusterExpansion];

/** The procedure of this key, if there is one. */
export function findProcedure(key: string): Procedure | null {
  return CATALOGUE.find((procedure) => procedure.key === key) ?? null;
}
