/** Recovery and lease of land: Land Law 31/2024, resolution 254/2025. Pure. */
import { ground } from "../catalogue/building.ts";
import { condition, either, FROM, NEEDED, need, truth, type Verdict } from "./answering.ts";
import type { CheckAnswer, Checking, RoundAgreed } from "./vocabulary.ts";

function agreement({ key, label, land, holders, enough }: RoundAgreed): CheckAnswer {
  return need({
    ...{ ...ground("resolution254", "3.2b", "L"), key: `agreed.${key}`, numbers: [land, holders] },
    question: {
      vi: `${label}: HĐND tỉnh có thể cho thu hồi phần còn lại?`,
      en: `${label}: may the People's Council have the rest recovered?`,
    },
    answer: truth(enough),
    rule: {
      vi: "Khi đã thỏa thuận được trên 75 % diện tích và trên 75 % số người sử dụng đất.",
      en: "Where more than 75 % of the area and more than 75 % of the users have agreed.",
    },
  });
}

/** Land recovery: what is left to recover, and when the rest may be recovered. */
export function recovery({ day, facts }: Checking): readonly CheckAnswer[] {
  if (day < FROM.landLaw) return [];
  const { toRecover, handedOver } = facts;
  const isDone =
    toRecover.value === null || handedOver.value === null ? null : handedOver.value >= toRecover.value;
  const left = need({
    ...{ ...ground("land2024", "87", "L"), key: "needed", question: NEEDED },
    ...{ answer: isDone === null ? "unknown" : isDone ? "no" : "yes", numbers: [toRecover, handedOver] },
    rule: {
      vi: "Khi trong sổ còn đất phải thu hồi chưa bàn giao.",
      en: "While there is land to recover on record that is not handed over.",
    },
  });
  if (day < FROM.resolution254) return [left];
  return [
    left,
    need({
      ...{ ...ground("resolution254", "4.3", "L"), key: "assembly", answer: "no" },
      question: {
        vi: "Phải trình HĐND về chuyển mục đích đất lúa, đất rừng?",
        en: "Must the People's Council approve converting rice or forest land?",
      },
      rule: { vi: "Từ 01/01/2026 không phải trình.", en: "Not since 01/01/2026." },
    }),
    ...facts.rounds.map(agreement),
  ];
}

/** Land lease from the State: cleared ground, and whether by auction. */
export function lease({ day, facts }: Checking): readonly CheckAnswer[] {
  if (day < FROM.landLaw) return [];
  const { kind, developer, cleared, said } = facts;
  const isCleared = condition({
    ...{ ...ground("decree102", null, "U"), key: "cleared", numbers: [said.site] },
    question: { vi: "Mặt bằng đã sạch?", en: "Is the ground cleared?" },
    answer: truth(cleared),
    rule: {
      vi: "Đất được cho thuê sau khi giải phóng mặt bằng.",
      en: "Land is leased once its site is cleared.",
    },
  });
  if (day < FROM.resolution254) return [isCleared];
  const known: Verdict = kind === null || developer !== true ? "unknown" : "yes";
  return [
    isCleared,
    need({
      ...{ ...ground("resolution254", "4.4b", "L"), key: "withoutAuction" },
      ...{ answer: either(known), numbers: [said.zone, said.developer] },
      question: { vi: "Cho thuê không qua đấu giá?", en: "Leased without an auction?" },
      rule: {
        vi: "Dự án thuộc Điều 79 Luật Đất đai đã có nhà đầu tư được chấp thuận, trong đó hạ tầng khu, cụm.",
        en: "A project of article 79 of the Land Law with an approved investor, such as the infrastructure of a zone.",
      },
    }),
  ];
}
