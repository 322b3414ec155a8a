/** Who approves in principle and who certifies, and the conditions of parks. Laws on Investment 2020 and 2025, decree 35/2022. Pure. */
import type { Sentence } from "../../kernel/problems.ts";
import { ground } from "../catalogue/building.ts";
import { atMostYes, condition, FROM, HA, NEEDED, need, test, truth, type Verdict } from "./answering.ts";
import { givenNumber } from "./facts.ts";
import { specialProcedure } from "./specialRule.ts";
import type { CheckAnswer, Checking } from "./vocabulary.ts";

function parkApproval({ day, facts }: Checking): readonly CheckAnswer[] {
  const one = { key: "needed", question: NEEDED, numbers: [facts.said.zone] } as const;
  const old = day < FROM.investment2025;
  switch (facts.kind) {
    case "cluster":
      return old
        ? []
        : [
            need({
              ...{ ...one, ...ground("investment2025", "24.8b", "L"), answer: "no" },
              rule: {
                vi: "Hạ tầng cụm công nghiệp không phải chấp thuận chủ trương đầu tư.",
                en: "Infrastructure of a cluster needs no approval in principle.",
              },
            }),
          ];
    case "park":
      return [
        need({
          ...{ ...one, answer: "yes" },
          ...(old ? ground("investment2020", "31.1h", "L") : ground("investment2025", "25.3a", "L")),
          rule: old
            ? {
                vi: "Hạ tầng khu công nghiệp: Thủ tướng Chính phủ chấp thuận.",
                en: "Park infrastructure: the Prime Minister approves.",
              }
            : {
                vi: "Hạ tầng khu công nghiệp: Chủ tịch UBND tỉnh chấp thuận.",
                en: "Park infrastructure: the Chairman of the province approves.",
              },
        }),
      ];
    case null:
      return [
        need({
          ...{ ...one, answer: "unknown" },
          ...(old ? ground("investment2020", "31.1h", "L") : ground("investment2025", "24.14", "L")),
          rule: { vi: "Chưa rõ là khu hay cụm.", en: "Park or cluster is not known." },
        }),
      ];
  }
}

/** Approval in principle of a park's infrastructure, and the conditions of decree 35/2022, article 9. */
export function parkPolicy(checking: Checking): readonly CheckAnswer[] {
  const { day, facts } = checking;
  if (day < FROM.investment2020) return [];
  const approval = parkApproval(checking);
  if (day < FROM.decree35 || facts.kind === "cluster") return approval;
  const isPark = facts.kind === "park";
  const of = (verdict: Verdict) => (isPark ? verdict : "unknown");
  const rice = givenNumber("rice", facts.given);
  const listed = facts.legal === "planned" || facts.listed === true;
  return [
    ...approval,
    condition({
      ...{ ...ground("decree35", "9", "G"), key: "inPlan" },
      numbers: [facts.said.legal, facts.said.inPlan],
      question: { vi: "Khu có trong quy hoạch tỉnh?", en: "Is the park in the provincial plan?" },
      answer: of(listed ? "yes" : "unknown"),
      rule: {
        vi: "Khu phải phù hợp quy hoạch vùng, quy hoạch tỉnh và quy hoạch phân khu.",
        en: "A park must fit the regional and provincial plans and its zoning plan.",
      },
    }),
    need({
      ...{ ...ground("decree35", "9", "G"), key: "phases", numbers: [facts.area] },
      question: { vi: "Phải chia giai đoạn vì diện tích?", en: "Must it go by phases, for its area?" },
      answer: of(test(facts.area.value, (m2) => m2 > 500 * HA)),
      rule: {
        vi: "Trên 500 ha thì chia giai đoạn, mỗi giai đoạn không quá 500 ha.",
        en: "Over 500 ha by phases of no more than 500 ha each.",
      },
    }),
    need({
      ...{ ...ground("decree35", "9", "P"), key: "ricePhases", numbers: [rice] },
      question: { vi: "Phải chia giai đoạn vì đất lúa?", en: "Must it go by phases, for rice land?" },
      answer: of(test(rice.value, (m2) => m2 > 100 * HA)),
      rule: {
        vi: "Từ đất trồng lúa hai vụ trên 100 ha (vùng trung du, miền núi).",
        en: "With more than 100 ha of two rice crops, in the midland and mountains.",
      },
    }),
    condition({
      ...{ ...ground("decree35", "9", "U"), key: "occupied", numbers: [facts.parksOccupancy] },
      question: { vi: "Các khu đã có đủ lấp đầy?", en: "Are the parks there occupied enough?" },
      answer: of(atMostYes(test(facts.parksOccupancy.value, (percent) => percent >= 60))),
      rule: {
        vi: "Tỷ lệ lấp đầy trung bình các khu của tỉnh từ 60 %; khu hỗ trợ, chuyên ngành, sinh thái, công nghệ cao có ngoại lệ.",
        en: "Mean occupancy of the province's parks of 60 % or more; supporting, specialised, eco and hi-tech parks have exceptions.",
      },
    }),
  ];
}

const RIGHT_BODY: Sentence = {
  vi: "Dự án thuộc thẩm quyền của cơ quan này?",
  en: "Is it for this body to decide?",
};

function listed({ day, facts }: Checking): CheckAnswer {
  const old = day < FROM.investment2025;
  return need({
    ...(old ? ground("investment2020", null, "L") : ground("investment2025", "24", "L")),
    ...{ key: "needed", question: NEEDED, answer: "unknown", numbers: [facts.said.status] },
    rule: {
      vi: "Dự án nào phải chấp thuận chủ trương theo danh mục của luật; danh mục đó chưa được mã hoá, xem luật.",
      en: "Which projects need approval in principle stands in the list of the law, which is not coded here: see the law.",
    },
  });
}

/** Whether it lies in a park; what lies in a cluster does not. */
function inPark({ facts }: Checking): Verdict {
  if (facts.kind === null) return "unknown";
  return facts.kind === "park" ? "yes" : "no";
}

/** Whether the province or the Board is the body that approves. */
export function bodyOf(checking: Checking, isBoard: boolean): readonly CheckAnswer[] {
  const { day, facts } = checking;
  if (day < FROM.decree31) return [];
  const old = day < FROM.investment2025;
  const here = inPark(checking);
  const wrong = here === (isBoard ? "no" : "yes");
  return [
    condition({
      ...(old ? ground("decree31", "33.7", "L") : ground("investment2025", "25.4", "L")),
      ...{ key: "body", question: RIGHT_BODY, answer: wrong ? "no" : "unknown", numbers: [facts.said.zone] },
      rule: {
        vi: `Trong khu công nghiệp${old ? "" : " và phù hợp quy hoạch"}, Ban Quản lý chấp thuận việc mà ngoài khu tỉnh chấp thuận; việc nào của Thủ tướng Chính phủ chưa được mã hoá.`,
        en: `Inside a park${old ? "" : " and matching its plan"} the Board approves what the province approves outside; what the Prime Minister approves is not coded.`,
      },
    }),
  ];
}

/** Approval in principle of a project: by the province, by the Board, by the Prime Minister. */
export const policyOf =
  (route: "province" | "board" | "prime") =>
  (checking: Checking): readonly CheckAnswer[] => {
    if (checking.day < FROM.investment2020) return [];
    const special = specialProcedure(checking);
    const needed = special.length > 0 ? special : [listed(checking)];
    return route === "prime" ? needed : [...needed, ...bodyOf(checking, route === "board")];
  };

/** Who issues the certificate. */
export function boardIssues(checking: Checking): CheckAnswer {
  const { day, facts } = checking;
  const old = day < FROM.investment2025;
  return need({
    ...(old ? ground("investment2020", null, "P") : ground("investment2025", "27", "L")),
    ...{ key: "board", answer: inPark(checking), numbers: [facts.said.zone] },
    question: { vi: "Ban Quản lý cấp giấy?", en: "Does the Management Board issue it?" },
    rule: {
      vi: "Trong khu công nghiệp Ban Quản lý cấp; ngoài khu Sở Tài chính (trước đây Sở Kế hoạch và Đầu tư) cấp.",
      en: "Inside a park the Management Board, outside the Department of Finance (before: of Planning).",
    },
  });
}

/** The registration certificate: who issues it, and what comes before. */
export function certificate(checking: Checking): readonly CheckAnswer[] {
  const { day, facts } = checking;
  if (day < FROM.investment2020) return [];
  const old = day < FROM.investment2025;
  const board = boardIssues(checking);
  if (!old && day < FROM.decree96) return [board];
  return [
    board,
    condition({
      ...(old ? ground("investment2020", "38.1", "L") : ground("decree96", "38.1", "Locr")),
      ...{ key: "approved", numbers: [facts.said.status], answer: atMostYes(truth(facts.approved)) },
      question: {
        vi: "Chủ trương đầu tư đã được chấp thuận?",
        en: "Is the project approved in principle?",
      },
      rule: {
        vi: `Thuộc diện chấp thuận chủ trương thì cấp giấy sau khi chấp thuận, trong 5 ngày làm việc; không thuộc diện thì trong ${old ? "15 ngày" : "10 ngày làm việc"}.`,
        en: `Where approval is needed the certificate follows it within 5 working days; else it is issued within ${old ? "15 days" : "10 working days"}.`,
      },
    }),
  ];
}
