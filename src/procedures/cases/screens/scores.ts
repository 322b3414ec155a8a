/** The points of sheets as they are typed, and the mean of each applicant. Pure. */
import { CRITERION_KEYS, CRITERIA as GROUPS, PASS_HUNDREDTHS } from "../../scoring.ts";

/** The groups of criteria with their points. */
export const CRITERIA = CRITERION_KEYS.map((key) => {
  const { most, title } = GROUPS[key];
  return { key, title, most: most / 100 };
});
export const PASS = PASS_HUNDREDTHS / 100;

export type Sheet = { readonly applicant: string; readonly scores: Readonly<Record<string, number>> };

/** The points of a sheet. */
export function totalOf({ scores }: Pick<Sheet, "scores">): number {
  return Object.values(scores).reduce((sum, points) => sum + points, 0);
}

/** An applicant's mean over the sheets; null: nobody has scored them. */
export type Ranked = { readonly applicant: string; readonly mean: number | null; readonly sheets: number };

/** Applicants by their means, the highest first; a tie stays in the order in which they came. */
export function ranking(applicants: readonly string[], sheets: readonly Sheet[]): readonly Ranked[] {
  return applicants
    .map((applicant): Ranked => {
      const own = sheets.filter((s) => s.applicant === applicant);
      const sum = own.reduce((all, s) => all + totalOf(s), 0);
      return { applicant, mean: own.length === 0 ? null : sum / own.length, sheets: own.length };
    })
    .sort((a, b) => (b.mean ?? -1) - (a.mean ?? -1));
}
