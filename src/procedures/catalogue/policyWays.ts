/** Who sends, is asked, reports and decides by the laws of 2020 and 2025, and in how many days. */
import { calendarDays, ground, workingDays } from "./building.ts";
import type { PolicyWay } from "./policySteps.ts";

/** Who decides. */
export type PolicyRoute = "province" | "board" | "primeMinister";

const SILENCE = {
  vi: "quá hạn không trả lời là đồng ý và phải chịu trách nhiệm (Nghị định 96/2026/NĐ-CP, Đ.6.6b)",
  en: "no answer in time is agreement, for which the silent body answers (decree 96/2026, article 6.6b)",
};

const sets = (count: number) => ({ vi: `${count} bộ hồ sơ`, en: `${count} sets` });
const ONE_SET = {
  vi: "1 bộ hồ sơ và bản điện tử đã ký số",
  en: "1 set and the signed electronic copy",
};
const ASK_ONCE = { supplement: "pauses", oneRequest: true } as const;

/** By the law of 2020. */
export function way2020(route: PolicyRoute): PolicyWay {
  const time = {
    send: workingDays(3),
    opinions: calendarDays(15),
    silence: null,
    others: null,
    copies: null,
  };
  switch (route) {
    case "province":
      return {
        ...{ ...time, where: ground("investment2020", "36", "L"), receiver: "planning", decider: "province" },
        ...{ report: calendarDays(25), decision: workingDays(7), copies: sets(4) },
      };
    case "board":
      return {
        ...{ ...time, where: ground("decree31", "33.7", "L"), receiver: "board", decider: "board" },
        ...{ report: calendarDays(25), decision: null },
      };
    case "primeMinister":
      return {
        ...{
          ...time,
          where: ground("investment2020", "35", "L"),
          receiver: "investmentMinistry",
          decider: "primeMinister",
        },
        ...{ report: calendarDays(40), decision: workingDays(7), copies: sets(8) },
      };
  }
}

/** By the law of 2025: in working days, one request for supplements a dossier, and silence of who is asked is agreement. */
export function way2025(route: PolicyRoute, receiver: "reception" | "board"): PolicyWay {
  const opinions = (days: number) => workingDays(days, { silence: "agrees", supplement: "ignored" });
  switch (route) {
    case "province":
      return {
        ...{ where: ground("decree96", "35.7", "Locr"), decisionWhere: ground("decree96", "35.8", "Locr") },
        ...{ receiver, decider: "chairman", silence: SILENCE },
        ...{ send: workingDays(2, ASK_ONCE), opinions: opinions(7), report: workingDays(14, ASK_ONCE) },
        ...{ decision: workingDays(3, ASK_ONCE), copies: ONE_SET, others: { window: 7, notice: 10 } },
      };
    case "board":
      return {
        ...{
          where: ground("decree96", "35.10", "Locr"),
          receiver: "board",
          decider: "board",
          silence: SILENCE,
        },
        ...{ send: workingDays(2, ASK_ONCE), opinions: opinions(7), report: workingDays(17, ASK_ONCE) },
        ...{ decision: null, copies: ONE_SET, others: { window: 7, notice: 10 } },
      };
    case "primeMinister":
      return {
        ...{
          where: ground("decree96", "34", "Locr"),
          receiver: "investmentMinistry",
          decider: "primeMinister",
          silence: SILENCE,
        },
        ...{ send: workingDays(3, ASK_ONCE), opinions: opinions(10), report: workingDays(20, ASK_ONCE) },
        ...{ decision: workingDays(5, ASK_ONCE), copies: ONE_SET, others: { window: 10, notice: 12 } },
      };
  }
}
