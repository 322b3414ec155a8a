/** How little ground two plots may share before it counts, by the settings of the register. */
import { adoptedAs, type Settings, settingsAfter } from "../settings/public.ts";
import type { Tolerance } from "./operations/overlapping.ts";

/** The adoptions by which plots are judged beside each other. */
export const OVERLAP_ADOPTIONS: readonly string[] = [adoptedAs("overlapWidth"), adoptedAs("overlapArea")];

/** What is too little to count, by the settings. */
export function toleranceOf({ overlapWidth, overlapArea }: Settings): Tolerance {
  return { metres: overlapWidth / 1000, squareMetres: overlapArea / 100 };
}

/** The same, by the last versions of what the register adopted. */
export function toleranceBy(adopted: ReadonlyMap<string, number>): Tolerance {
  return toleranceOf(settingsAfter([...adopted].map(([what, version]) => ({ what, version }))));
}
