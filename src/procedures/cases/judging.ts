/**
 * What a council has come to, from what is sealed in the dossier: its scale, the sheets of its members, who is chosen, and
 * what speaks against one more sheet, scale or proposal. Pure.
 */
import type { Problem, Sentence } from "../../kernel/problems.ts";
import {
  type Choice,
  type Council,
  CRITERIA,
  CRITERION_KEYS,
  choose,
  councilProblems,
  type Sheet,
  sheetProblems,
} from "../scoring.ts";
import type { DossierItem, SubCriterionTold } from "./dossierWords.ts";
import type { ScoringResult } from "./pageWords.ts";
import type { CouncilMember } from "./vocabulary.ts";

/** An item with whose it is, in the order of keeping. */
export type Kept = { readonly id: string; readonly author: string; readonly item: DossierItem };

export type Judging = {
  readonly council: Council;
  readonly subCriteria: readonly SubCriterionTold[];
  /** Whether this council divided the criteria itself. */
  readonly isOwn: boolean;
  readonly applicants: readonly string[];
  readonly sheets: readonly Sheet[];
  readonly proposed: string | null;
  /** Sheets of who is not in the council now. */
  readonly notCounted: number;
};

const hundredths = (points: number) => Math.round(points * 100);
const asPoints = (sum: number, sheets: number) => Math.round(sum / sheets) / 100;

/** A council that has not divided the criteria scores each of the four as one. */
const WHOLE: readonly SubCriterionTold[] = CRITERION_KEYS.map((key) => ({
  ...{ key, criterion: key },
  ...{ title: CRITERIA[key].title.vi, most: CRITERIA[key].most / 100 },
}));

/** The last of some items by what they are about. */
function lastBy<T>(items: readonly T[], about: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [about(item), item])).values()];
}

/** What the dossier says of the scoring. Of several sheets of a member for one applicant the last counts. */
export function judgingOf(seats: readonly CouncilMember[], kept: readonly Kept[]): Judging {
  const scales = kept.flatMap(({ item }) => (item.kind === "scale" ? [item] : []));
  const own = scales.at(-1)?.subCriteria ?? null;
  const subCriteria = own ?? WHOLE;
  const of = (role: CouncilMember["role"]) => seats.find((seat) => seat.role === role)?.account ?? "";
  const council: Council = {
    ...{ chair: of("chair"), secretary: of("secretary") },
    members: seats.filter(({ role }) => role !== "secretary").map(({ account }) => account),
    subCriteria: subCriteria.map((part) => ({ ...part, most: hundredths(part.most) })),
  };
  const filled = kept.flatMap(({ author, item }) => {
    if (item.kind !== "scoreSheet") return [];
    const points = Object.entries(item.scores).map(([key, value]) => [key, hundredths(value)] as const);
    const member = author.replace(/^account:/, "");
    return [{ member, applicant: item.applicant, points: Object.fromEntries(points) }];
  });
  const sheets = lastBy(filled, (sheet) => `${sheet.member} ${sheet.applicant}`);
  const counted = sheets.filter(({ member }) => council.members.includes(member));
  const proposals = kept.flatMap(({ author, item }) =>
    item.kind === "proposal" && author === `account:${council.chair}` ? [item.applicant] : [],
  );
  return {
    ...{ council, subCriteria, isOwn: own !== null, sheets: counted },
    applicants: kept.flatMap(({ id, item }) => (item.kind === "applicant" ? [id] : [])),
    ...{ proposed: proposals.at(-1) ?? null, notCounted: sheets.length - counted.length },
  };
}

function waitingOf({ council, applicants, sheets }: Judging): ScoringResult["waiting"] {
  return applicants.flatMap((applicant) =>
    council.members
      .filter((member) => !sheets.some((s) => s.member === member && s.applicant === applicant))
      .map((member) => ({ member, applicant })),
  );
}

function choiceOf({ council, applicants, sheets, proposed }: Judging): Choice {
  return choose(council, { applicants, sheets, proposed });
}

/** The means of one applicant, by criterion, once every member has filled a sheet. */
function scoreOf(applicant: string, { council, sheets }: Judging, choice: Choice) {
  const own = sheets.filter((sheet) => sheet.applicant === applicant);
  const whole = own.length === council.members.length && own.length > 0;
  const sumOf = (keys: readonly string[]) =>
    own.reduce((all, { points }) => all + keys.reduce((sum, key) => sum + (points[key] ?? 0), 0), 0);
  const keysOf = (criterion: string) =>
    council.subCriteria.filter((part) => part.criterion === criterion).map(({ key }) => key);
  const mean = (keys: readonly string[]) => (whole ? asPoints(sumOf(keys), own.length) : null);
  const scores = choice.kind === "incomplete" ? [] : choice.scores;
  return {
    ...{ applicant, sheets: own.length },
    mean: mean(council.subCriteria.map(({ key }) => key)),
    passes: scores.some((score) => score.applicant === applicant && score.passes),
    criteria: Object.fromEntries(CRITERION_KEYS.map((key) => [key, mean(keysOf(key))])),
  };
}

/** What the sheets come to, the highest first; who filed first stands first among equals. */
export function resultOf(judging: Judging, language: "vi" | "en"): ScoringResult {
  const choice = choiceOf(judging);
  const problems =
    choice.kind === "incomplete" ? choice.problems.map(({ message }) => message[language]) : [];
  return {
    ...{ kind: choice.kind, problems: [...new Set(problems)] },
    chosen: choice.kind === "chosen" ? choice.applicant : null,
    byChair: choice.kind === "chosen" && choice.byChair,
    equal: choice.kind === "tie" ? [...choice.applicants] : [],
    scores: judging.applicants
      .map((applicant) => scoreOf(applicant, judging, choice))
      .sort((a, b) => (b.mean ?? -1) - (a.mean ?? -1)),
    ...{ waiting: waitingOf(judging), notCounted: judging.notCounted },
  };
}

function wrong(code: string, status: 409 | 422, message: Sentence, remedy: Sentence): Problem {
  return { code, status, field: "item", message, remedy };
}

const SEE_SCALE: Sentence = {
  vi: "Chấm đủ từng tiêu chí, trong mức tối đa của thang điểm.",
  en: "Score every sub-criterion, within the points of the scale.",
};

function sheetObjection(item: Sealed<"scoreSheet">, judging: Judging, of: Keeping): Problem | null {
  if (of.scored) {
    return wrong(
      "case.scoringDone",
      409,
      {
        vi: "Bước chấm điểm đã xong; phiếu không nhận thêm, không sửa.",
        en: "Scoring is done; no sheet is added or changed.",
      },
      {
        vi: "Nếu bước được ghi nhầm, đính chính bước đó.",
        en: "Where the step was told wrongly, correct it.",
      },
    );
  }
  if (!judging.applicants.includes(item.applicant)) {
    return wrong(
      "case.sheetApplicant",
      422,
      { vi: "Phiếu chấm một nhà đầu tư không có hồ sơ.", en: "The sheet is about nobody who applied." },
      { vi: "Chọn một người nộp trong phần kín.", en: "Choose one of the applicants in the sealed part." },
    );
  }
  const points = Object.entries(item.scores).map(([key, value]) => [key, hundredths(value)] as const);
  const sheet = { member: of.member, applicant: item.applicant, points: Object.fromEntries(points) };
  const [first] = sheetProblems(judging.council, sheet);
  return first === undefined ? null : wrong("case.sheet", 422, first.message, SEE_SCALE);
}

function scaleObjection(item: Sealed<"scale">, judging: Judging): Problem | null {
  if (judging.sheets.length + judging.notCounted > 0) {
    return wrong(
      "case.scaleUsed",
      409,
      {
        vi: "Đã có phiếu chấm theo thang điểm hiện có; không đổi thang điểm nữa.",
        en: "There are sheets by the present scale; it is not changed any more.",
      },
      { vi: "Chấm tiếp theo thang điểm đã ban hành.", en: "Go on scoring by the scale that was issued." },
    );
  }
  const subCriteria = item.subCriteria.map((part) => ({ ...part, most: hundredths(part.most) }));
  const [first] = councilProblems({ ...judging.council, subCriteria }).filter(
    ({ code }) => code === "council.points" || code === "council.subCriterionTwice",
  );
  return first === undefined
    ? null
    : wrong("case.scale", 422, first.message, {
        vi: "15 + 15 + 30 + 40 điểm: chia lại cho vừa đủ từng nhóm.",
        en: "15 + 15 + 30 + 40 points: divide each group wholly.",
      });
}

function proposalObjection(item: Sealed<"proposal">, judging: Judging): Problem | null {
  const choice = choiceOf({ ...judging, proposed: null });
  if (choice.kind === "tie" && choice.applicants.includes(item.applicant)) return null;
  return wrong(
    "case.noTie",
    409,
    {
      vi: "Chủ tịch Hội đồng chỉ đề nghị khi các nhà đầu tư cao điểm nhất bằng nhau, và chọn trong số đó.",
      en: "The chair proposes only where the highest are equal, and one of them.",
    },
    { vi: "Xem bảng kết quả chấm.", en: "Look at the result of the scoring." },
  );
}

type Sealed<K extends DossierItem["kind"]> = Extract<DossierItem, { readonly kind: K }>;
export type Keeping = {
  /** The account that keeps it. */
  readonly member: string;
  /** Whether a step of scoring is told as done. */
  readonly scored: boolean;
};

/** What speaks against keeping an item of the council; null: nothing does. */
export function keepingObjection(item: DossierItem, judging: Judging, of: Keeping): Problem | null {
  switch (item.kind) {
    case "scoreSheet":
      return sheetObjection(item, judging, of);
    case "scale":
      return scaleObjection(item, judging);
    case "proposal":
      return proposalObjection(item, judging);
    default:
      return null;
  }
}

/** What is wrong with a council as it is named: one chair, nobody twice, somebody who scores; null: nothing is. */
export function seatsObjection(seats: readonly CouncilMember[]): Problem | null {
  if (seats.length === 0) return null;
  const of = (role: CouncilMember["role"]) => seats.filter((seat) => seat.role === role).length;
  const [first] = councilProblems({ ...judgingOf(seats, []).council, subCriteria: WHOLE_IN_HUNDREDTHS });
  const message: Sentence | null =
    of("chair") > 1
      ? { vi: "Hội đồng chỉ có một Chủ tịch.", en: "A council has one chair." }
      : of("secretary") > 1
        ? { vi: "Hội đồng chỉ có một Thư ký.", en: "A council has one secretary." }
        : (first?.message ?? null);
  return message === null
    ? null
    : {
        ...{ code: "case.council", status: 422, field: "council", message },
        remedy: {
          vi: "Mỗi người một vai trò; một Chủ tịch; Thư ký không chấm điểm.",
          en: "One role for each; one chair; the secretary does not score.",
        },
      };
}
const WHOLE_IN_HUNDREDTHS = WHOLE.map((part) => ({ ...part, most: hundredths(part.most) }));
