/** Contractors, permits, the start of works: Bidding Law 22/2023, Construction Law 135/2025. Pure. */
import type { Sentence } from "../../kernel/problems.ts";
import { ground } from "../catalogue/building.ts";
import { BILLION, condition, either, FROM, NEEDED, need, test, truth, type Verdict } from "./answering.ts";
import { givenNumber } from "./facts.ts";
import { specialProcedure } from "./specialRule.ts";
import type { CheckAnswer, Checking, GivenTruth } from "./vocabulary.ts";

/** The construction permit: whether it may be done without. */
export function buildingPermit(checking: Checking): readonly CheckAnswer[] {
  const { day, facts } = checking;
  const special = specialProcedure(checking);
  if (special.length > 0) return special;
  if (day < FROM.construction) return [];
  return [
    need({
      ...{ ...ground("construction2025", "43.2e", "L"), key: "needed", question: NEEDED },
      // Other exemptions were not read, so that it is never told to be needed.
      answer: facts.given.studyAppraised === true ? "no" : "unknown",
      rule: {
        vi: "Miễn khi báo cáo nghiên cứu khả thi đã được cơ quan chuyên môn về xây dựng thẩm định. Các trường hợp miễn khác xem luật.",
        en: "Not needed where the specialised body appraised the feasibility study. For other exemptions see the law.",
      },
    }),
  ];
}

/** The appraisal of the basic design: after the detailed plan, in a cluster (decree 32/2024, article 14). */
export function basicDesign({ day, facts }: Checking): readonly CheckAnswer[] {
  if (day < FROM.decree32) return [];
  const { about, kind, planned, said } = facts;
  const isOfCluster = about === "zone" && kind === "cluster";
  return [
    condition({
      ...{ ...ground("decree32", "14", "L"), key: "planned", numbers: [said.planning] },
      question: { vi: "Quy hoạch chi tiết đã duyệt?", en: "Is the detailed plan approved?" },
      answer: isOfCluster ? truth(planned) : "unknown",
      rule: {
        vi: "Hạ tầng cụm: quy hoạch chi tiết trước, dự án hạ tầng sau.",
        en: "Infrastructure of a cluster: the detailed plan first, then the project.",
      },
    }),
  ];
}

const START: ReadonlyArray<{ readonly key: string; readonly of: GivenTruth; readonly question: Sentence }> = [
  {
    ...{ key: "drawings", of: "drawings" },
    question: { vi: "Bản vẽ thi công đã phê duyệt?", en: "Are the construction drawings approved?" },
  },
  {
    ...{ key: "contract", of: "contracted" },
    question: { vi: "Có hợp đồng thi công?", en: "Is there a contract of works?" },
  },
  {
    ...{ key: "notice", of: "notified" },
    question: { vi: "Đã gửi thông báo khởi công?", en: "Was notice of the start sent?" },
  },
];

/** The five conditions on which works may begin: Construction Law 2025, article 48. */
export function start({ day, facts }: Checking): readonly CheckAnswer[] {
  if (day < FROM.construction) return [];
  const where = ground("construction2025", "48", "L");
  const rule: Sentence = {
    vi: "Một trong năm điều kiện khởi công.",
    en: "One of the five conditions on which works may begin.",
  };
  const { given, cleared, handedOver, said } = facts;
  // A part of the site is enough.
  const some = test(handedOver.value, (m2) => m2 > 0);
  const site: Verdict = either(truth(cleared), some);
  const exempt: Verdict = given.studyAppraised === true ? "yes" : "unknown";
  return [
    condition({
      ...{ ...where, key: "site", answer: site, numbers: [said.site, handedOver] },
      question: { vi: "Có mặt bằng, toàn bộ hoặc từng phần?", en: "Is there a site, all or a part?" },
      rule,
    }),
    condition({
      ...{ ...where, key: "permit", rule },
      answer: given.permitted === false && exempt !== "yes" ? "no" : either(truth(given.permitted), exempt),
      question: { vi: "Có giấy phép xây dựng, hoặc được miễn?", en: "Is there a permit, or no need of one?" },
    }),
    ...START.map(({ key, of, question }) =>
      condition({ ...where, key, question, rule, answer: truth(given[of]) }),
    ),
  ];
}

/** Contractor selection: online for all, and when bids may be prepared in the shorter time. */
export function contractors({ day, facts }: Checking): readonly CheckAnswer[] {
  if (day < FROM.bidding) return [];
  const { given } = facts;
  const price = givenNumber("price", given);
  const limit = given.goods === null ? null : (given.goods ? 10 : 20) * BILLION;
  const online: readonly CheckAnswer[] =
    day < FROM.onlineBidding
      ? []
      : [
          need({
            ...{ ...ground("bidding2023", "50", "L"), key: "online", answer: "yes" },
            question: { vi: "Phải đấu thầu qua mạng?", en: "Must it be tendered online?" },
            rule: { vi: "Từ 01/01/2025 mọi gói thầu.", en: "Every package since 01/01/2025." },
          }),
        ];
  return [
    ...online,
    need({
      ...{ ...ground("bidding2023", "45.1", "L"), key: "short", numbers: [price] },
      question: {
        vi: "Được rút thời gian chuẩn bị hồ sơ dự thầu còn 9 ngày?",
        en: "May bids be prepared in 9 days instead of 18?",
      },
      answer: limit === null ? "unknown" : test(price.value, (dong) => dong <= limit),
      rule: {
        vi: "Xây lắp, hỗn hợp không quá 20 tỷ đồng; hàng hóa, phi tư vấn không quá 10 tỷ đồng: ít nhất 9 ngày; còn lại ít nhất 18 ngày (đấu thầu trong nước, luật bản năm 2023).",
        en: "Works or mixed up to 20 billion đồng, goods or non-consulting up to 10: at least 9 days; all else at least 18 (domestic, the law as of 2023).",
      },
    }),
  ];
}
