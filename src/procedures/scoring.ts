/**
 * Who is chosen as infrastructure developer of a cluster, by the sheets of a council: decree 32/2024, article 13.2.
 * 15 + 15 + 30 + 40 points, 50 to pass, the highest of several; a tie goes by the proposal of the chair. Pure.
 * Points are whole hundredths, so that nothing is lost in adding.
 */
import type { Sentence } from "../kernel/problems.ts";

export const CRITERIA = {
  infrastructure: { most: 1500, title: { vi: "Phương án đầu tư hạ tầng kỹ thuật", en: "Infrastructure" } },
  environment: { most: 1500, title: { vi: "Phương án quản lý, bảo vệ môi trường", en: "Environment" } },
  capacity: { most: 3000, title: { vi: "Năng lực, kinh nghiệm", en: "Capacity and experience" } },
  finance: { most: 4000, title: { vi: "Phương án tài chính", en: "Finance" } },
} as const satisfies Record<string, { readonly most: number; readonly title: Sentence }>;
export type CriterionKey = keyof typeof CRITERIA;
export const CRITERION_KEYS = ["infrastructure", "environment", "capacity", "finance"] as const;

/** What a mean must come to. */
export const PASS_HUNDREDTHS = 5000;

/** A part of a criterion, as this council divided it. */
export type SubCriterion = {
  readonly key: string;
  readonly criterion: CriterionKey;
  readonly title: string;
  readonly most: number;
};

export type Council = {
  readonly chair: string;
  /** Everybody who scores, the chair among them. */
  readonly members: readonly string[];
  readonly secretary: string;
  readonly subCriteria: readonly SubCriterion[];
};

/** What one member gives one applicant. */
export type Sheet = {
  readonly member: string;
  readonly applicant: string;
  readonly points: Readonly<Record<string, number>>;
};

type ScoringProblem = { readonly code: string; readonly message: Sentence };

function problem(code: string, vi: string, en: string): ScoringProblem {
  return { code, message: { vi, en } };
}

/** What is wrong with a council before it scores. */
export function councilProblems(council: Council): readonly ScoringProblem[] {
  const { members, secretary, chair, subCriteria } = council;
  const problems: ScoringProblem[] = [];
  if (members.includes(secretary)) {
    problems.push(
      problem(
        "council.secretaryScores",
        "Thư ký không phải là thành viên và không chấm điểm.",
        "The secretary is no member and does not score.",
      ),
    );
  }
  if (!members.includes(chair)) {
    problems.push(
      problem("council.chair", "Chủ tịch Hội đồng phải là thành viên.", "The chair must be a member."),
    );
  }
  if (new Set(members).size !== members.length) {
    problems.push(
      problem("council.memberTwice", "Một thành viên được ghi hai lần.", "A member stands there twice."),
    );
  }
  if (new Set(subCriteria.map(({ key }) => key)).size !== subCriteria.length) {
    problems.push(
      problem(
        "council.subCriterionTwice",
        "Một tiêu chí được ghi hai lần.",
        "A sub-criterion stands there twice.",
      ),
    );
  }
  for (const key of CRITERION_KEYS) {
    const { most, title } = CRITERIA[key];
    const parts = subCriteria.filter((part) => part.criterion === key);
    const sum = parts.reduce((total, part) => total + part.most, 0);
    if (sum === most && parts.every((part) => Number.isInteger(part.most) && part.most > 0)) continue;
    problems.push(
      problem(
        "council.points",
        `${title.vi}: các tiêu chí chi tiết phải cộng lại đúng ${most / 100} điểm.`,
        `${title.en}: its sub-criteria must add up to ${most / 100} points.`,
      ),
    );
  }
  return problems;
}

/** What is wrong with one sheet. */
export function sheetProblems(council: Council, sheet: Sheet): readonly ScoringProblem[] {
  const problems: ScoringProblem[] = [];
  if (sheet.member === council.secretary) {
    problems.push(problem("sheet.secretary", "Thư ký không chấm điểm.", "The secretary does not score."));
  } else if (!council.members.includes(sheet.member)) {
    problems.push(
      problem(
        "sheet.noMember",
        "Người chấm không phải thành viên Hội đồng.",
        "Who scores is no member of the council.",
      ),
    );
  }
  for (const { key, title, most } of council.subCriteria) {
    const points = Object.hasOwn(sheet.points, key) ? sheet.points[key] : undefined;
    if (points === undefined) {
      problems.push(problem("sheet.missing", `Chưa chấm “${title}”.`, `“${title}” is not scored.`));
    } else if (!Number.isInteger(points) || points < 0 || points > most) {
      problems.push(
        problem(
          "sheet.range",
          `“${title}” từ 0 đến ${most / 100} điểm.`,
          `“${title}” is from 0 to ${most / 100}.`,
        ),
      );
    }
  }
  const known = new Set(council.subCriteria.map(({ key }) => key));
  if (Object.keys(sheet.points).some((key) => !known.has(key))) {
    problems.push(
      problem(
        "sheet.unknown",
        "Phiếu có tiêu chí không thuộc thang điểm.",
        "The sheet scores what is not in the scale.",
      ),
    );
  }
  return problems;
}

/** What an applicant comes to: sums over all sheets, of which the mean is the score. */
export type Score = {
  readonly applicant: string;
  readonly sheets: number;
  /** Hundredths over all sheets; the mean is this divided by `sheets`. */
  readonly sum: number;
  readonly passes: boolean;
};

export type Choice =
  /** A sheet is missing, stands twice or has a problem: nothing may be told yet. */
  | { readonly kind: "incomplete"; readonly problems: readonly ScoringProblem[] }
  | { readonly kind: "none"; readonly scores: readonly Score[] }
  | {
      readonly kind: "chosen";
      readonly applicant: string;
      readonly scores: readonly Score[];
      readonly byChair: boolean;
    }
  /** The chair proposes who of these. */
  | { readonly kind: "tie"; readonly applicants: readonly string[]; readonly scores: readonly Score[] };

function incompleteProblems(council: Council, applicants: readonly string[], sheets: readonly Sheet[]) {
  const missing = applicants.flatMap((applicant) =>
    council.members
      .filter((member) => sheets.filter((s) => s.applicant === applicant && s.member === member).length !== 1)
      .map(() =>
        problem(
          "sheet.count",
          "Mỗi thành viên chấm mỗi nhà đầu tư đúng một phiếu.",
          "Each member fills one sheet for each applicant.",
        ),
      ),
  );
  const strangers = sheets
    .filter((sheet) => !applicants.includes(sheet.applicant))
    .map(() =>
      problem(
        "sheet.applicant",
        "Phiếu chấm một nhà đầu tư không có hồ sơ.",
        "A sheet is about nobody who applied.",
      ),
    );
  return [
    ...councilProblems(council),
    ...sheets.flatMap((sheet) => sheetProblems(council, sheet)),
    ...missing,
    ...strangers,
  ];
}

/** The mean as it is printed: two decimals, halves away from zero. */
export function meanPoints({ sum, sheets }: Score): number {
  return Math.round(sum / sheets) / 100;
}

/**
 * Who is chosen. All applicants have as many sheets, so sums are compared and never rounded means. `proposed`: whom the
 * chair proposes where the highest are equal.
 */
export function choose(
  council: Council,
  {
    applicants,
    sheets,
    proposed,
  }: {
    readonly applicants: readonly string[];
    readonly sheets: readonly Sheet[];
    readonly proposed: string | null;
  },
): Choice {
  const problems = incompleteProblems(council, applicants, sheets);
  if (problems.length > 0 || council.members.length === 0) return { kind: "incomplete", problems };
  const count = council.members.length;
  const scores = applicants
    .map((applicant): Score => {
      const own = sheets.filter((sheet) => sheet.applicant === applicant);
      const sum = own.reduce((all, { points }) => all + Object.values(points).reduce((a, b) => a + b, 0), 0);
      return { applicant, sheets: count, sum, passes: sum >= PASS_HUNDREDTHS * count };
    })
    .sort((a, b) => b.sum - a.sum || (a.applicant < b.applicant ? -1 : 1));
  const [highest] = scores;
  if (highest === undefined || !highest.passes) return { kind: "none", scores };
  const equal = scores.filter(({ sum }) => sum === highest.sum).map(({ applicant }) => applicant);
  if (equal.length === 1) return { kind: "chosen", applicant: highest.applicant, scores, byChair: false };
  if (proposed !== null && equal.includes(proposed)) {
    return { kind: "chosen", applicant: proposed, scores, byChair: true };
  }
  return { kind: "tie", applicants: equal, scores };
}
