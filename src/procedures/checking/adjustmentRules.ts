/** Adjusting an approval in principle or a certificate: law 143/2025, decree 96/2026, articles 28 and 52 to 56. Pure. */
import type { Sentence } from "../../kernel/problems.ts";
import { ground } from "../catalogue/building.ts";
import { atMostYes, condition, either, FROM, NEEDED, need, test, truth } from "./answering.ts";
import { givenNumber } from "./facts.ts";
import { boardIssues, bodyOf } from "./investmentRules.ts";
import type { CheckAnswer, Checking } from "./vocabulary.ts";

/** What runs from a late hand-over of the land moves by itself. */
function needed({ facts }: Checking): CheckAnswer {
  return need({
    ...{ ...ground("decree96", "28", "Locr"), key: "needed", question: NEEDED, numbers: [facts.said.status] },
    answer: facts.given.landLate === true ? "no" : "unknown",
    rule: {
      vi: "Tiến độ, thời hạn dự án tính từ quyết định giao đất, cho thuê đất, hoặc từ bàn giao thực địa khi bàn giao chậm: lùi chỉ vì vậy thì không phải điều chỉnh. Thay đổi nào khác phải điều chỉnh thì chưa đọc.",
      en: "Schedule and term run from the land decision, or from the hand-over where that came late: what moves by this alone needs no adjustment. Which other changes need one was not read.",
    },
  });
}

const SHORT: Sentence = {
  vi: "Được đi theo trình tự rút gọn?",
  en: "May it go the short track?",
};

function shortTrack({ facts }: Checking, byBoard: boolean): Parameters<typeof need>[0] {
  const { landLate, addressOnly } = facts.given;
  return {
    ...{ ...ground("decree96", byBoard ? "54.5" : "53.3", "Locr"), key: "short", question: SHORT },
    answer: atMostYes(either(truth(landLate), truth(addressOnly))),
    rule: {
      vi: "Khi bàn giao đất chậm, hoặc chỉ cập nhật địa chỉ sau khi sắp xếp đơn vị hành chính.",
      en: "For land that was handed over late, or an address alone that a merger of units changed.",
    },
  };
}

function approved({ facts }: Checking, article: string): CheckAnswer {
  return condition({
    ...{ ...ground("decree96", article, "Locr"), key: "approved", numbers: [facts.said.status] },
    question: { vi: "Đã có chủ trương để điều chỉnh?", en: "Is there an approval to adjust?" },
    answer: atMostYes(truth(facts.approved)),
    rule: {
      vi: "Điều chỉnh chủ trương đầu tư đã được chấp thuận.",
      en: "What is adjusted is an approval that was given.",
    },
  });
}

function delay({ facts }: Checking): CheckAnswer {
  const months = givenNumber("delay", facts.given);
  return condition({
    ...{ ...ground("investment2025", "33.4", "L"), key: "delay", numbers: [months] },
    question: {
      vi: "Tổng số tháng lùi tiến độ trong giới hạn?",
      en: "Is the delay in all within the limit?",
    },
    answer: atMostYes(test(months.value, (count) => count <= 24)),
    rule: {
      vi: "Tổng thời gian lùi tiến độ không quá 24 tháng, không kể các nguyên nhân luật liệt kê.",
      en: "No more than 24 months in total, without the causes that the law lists.",
    },
  });
}

const ARTICLES = { province: "53.2", board: "54", prime: "52" } as const;

/** Adjusting an approval in principle, by who decides. A short track of the Prime Minister was not read. */
export const policyAdjustment =
  (by: "province" | "board" | "prime") =>
  (checking: Checking): readonly CheckAnswer[] => {
    if (checking.day < FROM.decree96) return [];
    return [
      needed(checking),
      approved(checking, ARTICLES[by]),
      ...(by === "prime"
        ? []
        : [...bodyOf(checking, by === "board"), need(shortTrack(checking, by === "board"))]),
      delay(checking),
    ];
  };

/** The short track: only for what was read of it. */
export function shortAdjustment(checking: Checking): readonly CheckAnswer[] {
  if (checking.day < FROM.decree96) return [];
  return [
    needed(checking),
    approved(checking, "53.3"),
    condition(shortTrack(checking, checking.facts.kind === "park")),
  ];
}

/** Adjusting a certificate: who issues it, and in which time. */
export function certificateAdjustment(checking: Checking): readonly CheckAnswer[] {
  const { day, facts } = checking;
  if (day < FROM.decree96) return [];
  return [
    needed(checking),
    boardIssues(checking),
    condition({
      ...{ ...ground("decree96", "56", "Locr"), key: "certified", numbers: [facts.said.status] },
      question: { vi: "Đã có giấy chứng nhận để điều chỉnh?", en: "Is there a certificate to adjust?" },
      answer: atMostYes(truth(facts.certified)),
      rule: {
        vi: "Điều chỉnh giấy chứng nhận đã cấp.",
        en: "What is adjusted is a certificate that was issued.",
      },
    }),
    need({
      ...{ ...ground("decree96", "56", "Locr"), key: "quick" },
      question: { vi: "Cấp trong 3 ngày làm việc?", en: "Issued within 3 working days?" },
      answer: truth(facts.given.particularsOnly),
      rule: {
        vi: "Chỉ đổi thông tin về nhà đầu tư, dự án: 3 ngày làm việc; còn lại: 7 ngày làm việc.",
        en: "Where only particulars change 3 working days; else 7.",
      },
    }),
  ];
}
