/** The groups of criteria by which a developer is chosen, the points of a sheet, and the mean over sheets. Pure. */
import type { Sentence } from "../../../kernel/problems.ts";

/** Decree 32/2024, Đ.13.2: 100 points, 50 to pass. */
export const CRITERIA: ReadonlyArray<{
  readonly key: string;
  readonly most: number;
  readonly title: Sentence;
}> = [
  {
    ...{ key: "infrastructure", most: 15 },
    title: { vi: "Phương án đầu tư hạ tầng kỹ thuật", en: "Plan for the infrastructure" },
  },
  {
    ...{ key: "environment", most: 15 },
    title: { vi: "Phương án quản lý, bảo vệ môi trường", en: "Plan for managing the environment" },
  },
  { key: "capacity", most: 30, title: { vi: "Năng lực, kinh nghiệm", en: "Capacity and experience" } },
  { key: "finance", most: 40, title: { vi: "Phương án tài chính", en: "Financial plan" } },
];
export const PASS = 50;

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
