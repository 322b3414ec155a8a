/** The zoning plan of a park, and choosing its investor by tender: what of them was read. Decree 35/2022; decree 32/2024. Pure. */
import { ground } from "../catalogue/building.ts";
import { condition, FROM, NEEDED, need } from "./answering.ts";
import { clusterText } from "./clusterRules.ts";
import type { CheckAnswer, Checking } from "./vocabulary.ts";

/** The zoning plan: a park must fit one, and who approves it. */
export function zoningPlan({ day, facts }: Checking): readonly CheckAnswer[] {
  if (day < FROM.decree35) return [];
  const isPark = facts.kind === "park" ? "yes" : "unknown";
  const listed = facts.legal === "planned" || facts.listed === true;
  const body: readonly CheckAnswer[] =
    day < FROM.planning
      ? []
      : [
          need({
            ...{ ...ground("decree178of2025", null, "P"), key: "board", numbers: [facts.said.zone] },
            question: { vi: "Ban Quản lý phê duyệt?", en: "Does the Management Board approve it?" },
            answer: isPark,
            rule: {
              vi: "Trong khu công nghiệp Ban Quản lý phê duyệt.",
              en: "In a park the Management Board approves it.",
            },
          }),
        ];
  return [
    need({
      ...{ ...ground("decree35", "9", "G"), key: "needed", question: NEEDED },
      ...{ answer: isPark, numbers: [facts.said.zone] },
      rule: {
        vi: "Khu công nghiệp phải phù hợp với quy hoạch phân khu. Với cụm công nghiệp chưa đọc được quy định.",
        en: "A park must fit its zoning plan. Of clusters nothing was read.",
      },
    }),
    condition({
      ...{ ...ground("decree35", "9", "G"), key: "inPlan", numbers: [facts.said.legal, facts.said.inPlan] },
      question: { vi: "Khu có trong quy hoạch tỉnh?", en: "Is the park in the provincial plan?" },
      answer: isPark === "yes" && listed ? "yes" : "unknown",
      rule: {
        vi: "Khu công nghiệp phải phù hợp quy hoạch vùng, quy hoạch tỉnh.",
        en: "A park must fit the regional and provincial plans.",
      },
    }),
    ...body,
  ];
}

/** Choosing an investor by tender: a cluster has its own way. */
export function tender({ day, settings, facts }: Checking): readonly CheckAnswer[] {
  const text = clusterText(day, settings);
  if (text === null) return [];
  return [
    need({
      ...(text === "decree303" ? ground("decree303", null, "P") : ground("decree32", "13.2", "L")),
      ...{ key: "needed", question: NEEDED, numbers: [facts.said.zone] },
      answer: facts.kind === "cluster" ? "no" : "unknown",
      rule: {
        vi: "Chủ đầu tư hạ tầng cụm công nghiệp được chọn bằng Hội đồng chấm điểm, không bằng thủ tục này.",
        en: "The developer of a cluster is chosen by a council that scores, and not by this procedure.",
      },
    }),
  ];
}
