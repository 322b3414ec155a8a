/**
 * The figures of cases. They are for who signs in: how late an office is, and with which case, is no public matter. Nothing of
 * them hangs on what is sealed in a case.
 */

import type { FigureDefinition } from "../../figures/public.ts";
import { caseDays, findCases } from "./finding.ts";
import { againstCut } from "./selecting.ts";
import { MEASURES, type Measure } from "./vocabulary.ts";

type Named = Pick<FigureDefinition, "unit" | "kind" | "title" | "definition"> & { readonly notSummed?: true };

const NAMED = {
  open: {
    ...{ unit: "case", kind: "stock" },
    title: { vi: "Hồ sơ đang giải quyết", en: "Cases under way" },
    definition: {
      vi: "Số hồ sơ đã tiếp nhận và chưa kết thúc vào ngày hỏi, kể cả hồ sơ đang chờ bổ sung, tạm dừng. Của một bước: hồ sơ đang ở bước đó. Số ngày ghi bên mỗi hồ sơ: từ ngày bắt đầu.",
      en: "Cases received and not ended on the asked day, those that wait for a supplement among them. Of a step: cases that sit in it. The days beside each case: since it began.",
    },
  },
  late: {
    ...{ unit: "case", kind: "stock" },
    title: { vi: "Hồ sơ quá hạn", en: "Cases that are late" },
    definition: {
      vi: "Số hồ sơ đang giải quyết mà một thời hạn của bước đang làm, hoặc của toàn bộ thủ tục, đã qua trước ngày hỏi. Không tính thời hạn đang dừng, thời hạn của cơ quan được hỏi ý kiến, thời gian chờ tối thiểu, và thời hạn chỉ áp dụng trong một số trường hợp. Số ngày ghi bên mỗi hồ sơ: số ngày đã quá hạn.",
      en: "Cases under way of which a limit, of the step under way or of the whole procedure, lies before the asked day. Limits that stand still, those of bodies asked for an opinion, minimum waits and limits of some cases of the law only make nobody late. The days beside each case: by how many it is late.",
    },
  },
  decided: {
    ...{ unit: "case", kind: "flow" },
    title: { vi: "Hồ sơ đã giải quyết", en: "Cases decided" },
    definition: {
      vi: "Số hồ sơ được ký quyết định, chấp thuận hoặc không chấp thuận trong thời gian hỏi. Hồ sơ trả lại, hồ sơ người nộp rút không tính. Của một bước: số lần bước đó xong. Số ngày ghi bên mỗi hồ sơ: số ngày đã mất.",
      en: "Cases granted or refused by a signed paper within the asked time; those given back or withdrawn are none. Of a step: how often it was done. The days beside each case: how many it took.",
    },
  },
  onTime: {
    ...{ unit: "percent", kind: "flow" },
    title: { vi: "Tỷ lệ hồ sơ giải quyết đúng hạn", en: "Share of cases decided in time" },
    definition: {
      vi: "Trong số hồ sơ đã giải quyết trong thời gian hỏi: số hồ sơ ký không muộn hơn tổng thời hạn của văn bản mà hồ sơ theo, đã trừ thời gian chờ bổ sung, tạm dừng; văn bản không đặt tổng thời hạn thì mọi bước của cơ quan có thời hạn đều xong đúng hạn. Chia cho số hồ sơ biết thời hạn; hồ sơ không biết thời hạn không tính vào. Của một bước: thời hạn của bước đó, theo quy định ngày bước xong. Số ngày ghi bên mỗi hồ sơ: số ngày quá hạn, 0 là đúng hạn.",
      en: "Of the cases decided within the asked time those signed no later than the total limit of the text that they follow, pauses taken off; where it sets none, those of which every step of an office that has a limit was done within it. Over all of which a limit is known; the others are left out. Of a step: its own limit, by the law of the day on which it was done. The days beside each case: by how many it was late, 0 in time.",
    },
  },
  median: {
    ...{ unit: "day", kind: "flow", notSummed: true },
    title: { vi: "Số ngày giải quyết: trung vị", en: "Days until the decision: median" },
    definition: {
      vi: "Trong số hồ sơ đã giải quyết trong thời gian hỏi, xếp theo số ngày từ khi tiếp nhận đến khi ký: số ngày nhỏ nhất mà ít nhất một nửa số hồ sơ không vượt quá. Tính theo lịch, kể cả thời gian dừng. Hồ sơ chưa xong không tính. Của một bước: từ ngày bước bắt đầu đến ngày xong.",
      en: "Of the cases decided within the asked time, by days from receipt to the signed paper: the fewest days that at least half of them do not exceed. Calendar days, pauses among them. What is not finished does not count. Of a step: from the day on which it began to the day on which it was done.",
    },
  },
  ninetieth: {
    ...{ unit: "day", kind: "flow", notSummed: true },
    title: { vi: "Số ngày giải quyết: 90% hồ sơ không quá", en: "Days until the decision: 90th percentile" },
    definition: {
      vi: "Trong số hồ sơ đã giải quyết trong thời gian hỏi, xếp theo số ngày từ khi tiếp nhận đến khi ký: số ngày nhỏ nhất mà ít nhất 90% số hồ sơ không vượt quá; luôn là số ngày của một hồ sơ có thật. Tính theo lịch, kể cả thời gian dừng. Của một bước: từ ngày bước bắt đầu đến ngày xong.",
      en: "Of the cases decided within the asked time, by days from receipt to the signed paper: the fewest days that at least 90 % of them do not exceed; always those of a case that there was. Calendar days, pauses among them. Of a step: from the day on which it began to the day on which it was done.",
    },
  },
  paused: {
    ...{ unit: "day", kind: "flow" },
    title: { vi: "Số ngày dừng tính thời hạn", en: "Days on which the clock stood" },
    definition: {
      vi: "Tổng số ngày trong thời gian hỏi mà hồ sơ chờ bổ sung hoặc tạm dừng, của mọi hồ sơ, đã xong hay chưa. Hai lần dừng chồng nhau tính một lần; ngày yêu cầu không tính, ngày nhận bổ sung có tính. Của một bước: chỉ những ngày ở trong bước đó.",
      en: "Days within the asked time on which cases waited for a supplement or were paused, of all cases, ended or not. Overlapping pauses count once; the day of the request is none of them, the day of the answer is. Of a step: only the days spent in it.",
    },
  },
} as const satisfies Record<Measure, Named>;

/** The figure of a measure. */
export function figureOf(measure: Measure): FigureDefinition {
  return {
    ...NAMED[measure],
    ...{ id: `cases.${measure}`, article: null, covered: ["case"], action: "readInternal", againstCut },
    find: (question, context) => findCases(measure, question, context),
    days: caseDays,
  };
}

export const caseFigures: readonly FigureDefinition[] = MEASURES.map(figureOf);
