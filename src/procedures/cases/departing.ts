/**
 * Whether a decision names the developer whom the council chose: decree 32/2024, article 13.2. The province signs, and is not
 * bound by what stands here; who records its decision is told where the two part. Pure.
 */
import type { z } from "zod";
import type { Problem, Sentence } from "../../kernel/problems.ts";
import { spellingKey } from "../../kernel/text.ts";
import { choose, meanPoints } from "../scoring.ts";
import type { departureKind } from "./dossierWords.ts";
import type { Judging } from "./judging.ts";

/** Somebody by name, and by the code of the enterprise where it is known. */
export type NamedParty = { readonly name: string; readonly code: string | null };

/**
 * `other`: another than the council chose; `nobody`: nobody passed; `tie`: the chair has yet to propose; `unfinished`: a
 * sheet is missing; `unscored`: there is no sheet at all; `unnamed`: the decision names nobody, and the council chose.
 */
export type Departure = {
  readonly kind: z.infer<typeof departureKind>;
  /** The applicant whom the council chose, by the id of the item. */
  readonly chosen: string | null;
  readonly points: number | null;
  readonly byChair: boolean;
};

/** Codes tell enterprises apart; where one of them is not known, the name as it is spelt does. */
function isSame(a: NamedParty, b: NamedParty): boolean {
  if (a.code !== null && b.code !== null) return a.code === b.code;
  return spellingKey(a.name) === spellingKey(b.name);
}

/** Where a decision parts from the council; null: it does not, or there was no council and nobody is named. */
export function departureOf(
  judging: Judging,
  of: {
    readonly applicants: ReadonlyMap<string, NamedParty>;
    readonly named: NamedParty | null;
    /** False: the procedure may do without a council. */
    readonly needsCouncil: boolean;
  },
): Departure | null {
  const { applicants, named, needsCouncil } = of;
  const none = { chosen: null, points: null, byChair: false } as const;
  if (judging.sheets.length + judging.notCounted === 0) {
    return named !== null && needsCouncil ? { kind: "unscored", ...none } : null;
  }
  const choice = choose(judging.council, judging);
  switch (choice.kind) {
    case "incomplete":
      return { kind: "unfinished", ...none };
    case "none":
      return { kind: "nobody", ...none };
    case "tie":
      return { kind: "tie", ...none };
    case "chosen": {
      const { applicant, byChair } = choice;
      const chosen = applicants.get(applicant);
      if (named !== null && chosen !== undefined && isSame(chosen, named)) return null;
      const score = choice.scores.find((one) => one.applicant === applicant);
      const points = score === undefined ? null : meanPoints(score);
      return { kind: named === null ? "unnamed" : "other", chosen: applicant, points, byChair };
    }
  }
}

const UNKNOWN = "…";

function choiceSaid({ points, byChair }: Departure, chosen: string): Sentence {
  const told =
    points === null ? { vi: "", en: "" } : { vi: pointsSaid(points, ","), en: pointsSaid(points, ".") };
  const chair = byChair
    ? {
        vi: ", bằng điểm, theo đề nghị của Chủ tịch Hội đồng",
        en: ", at a tie, by the proposal of the chair",
      }
    : { vi: "", en: "" };
  return {
    vi: `Hội đồng chọn “${chosen}”${told.vi === "" ? "" : ` (${told.vi} điểm${chair.vi})`}.`,
    en: `The council chose “${chosen}”${told.en === "" ? "" : ` (${told.en} points${chair.en})`}.`,
  };
}

const pointsSaid = (points: number, mark: string) => points.toFixed(2).replace(".", mark);

/** What of the council the officer is told. */
function councilSaid(departure: Departure, chosen: string): Sentence {
  switch (departure.kind) {
    case "other":
    case "unnamed":
      return choiceSaid(departure, chosen);
    case "nobody":
      return {
        vi: "Hội đồng không chọn được ai: không nhà đầu tư nào đạt 50 điểm.",
        en: "The council chose nobody: no applicant came to 50 points.",
      };
    case "tie":
      return {
        vi: "Các nhà đầu tư cao điểm nhất bằng nhau và Chủ tịch Hội đồng chưa đề nghị chọn ai.",
        en: "The highest are equal, and the chair has not proposed who is chosen.",
      };
    case "unfinished":
      return {
        vi: "Phiếu chấm chưa đủ nên Hội đồng chưa có kết quả.",
        en: "Sheets are missing, so that the council has no result.",
      };
    case "unscored":
      return { vi: "Hồ sơ này không có phiếu chấm nào.", en: "This case has no score sheet at all." };
  }
}

/** The refusal of a decision that departs without a reason. It names who was chosen: it is for who may open all sheets. */
export function departureProblem(
  departure: Departure,
  of: { readonly applicants: ReadonlyMap<string, NamedParty>; readonly named: NamedParty | null },
): Problem {
  const chosen = of.applicants.get(departure.chosen ?? "")?.name ?? UNKNOWN;
  const said = councilSaid(departure, chosen);
  const named =
    of.named === null
      ? { vi: "Nội dung đang ghi không nêu chủ đầu tư.", en: "What is recorded names no developer." }
      : { vi: `Quyết định nêu “${of.named.name}”.`, en: `The decision names “${of.named.name}”.` };
  return {
    ...{ code: "case.departs", status: 409, field: "reason" },
    message: { vi: `${said.vi} ${named.vi}`, en: `${said.en} ${named.en}` },
    remedy: {
      vi: "Đối chiếu lại văn bản. Nếu quyết định đúng như vậy, ghi lý do rồi ghi tiếp; lý do được lưu kín trong hồ sơ.",
      en: "Look at the paper again. Where the decision is so, give the reason and go on; it is sealed in the dossier.",
    },
  };
}
