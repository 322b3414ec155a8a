/** The three texts of approval in principle: the law of 2020, the month without a decree, the law of 2025. */
import { GAPS } from "../../law/statutes/statutes.ts";
import type { Transition, Version } from "../vocabulary.ts";
import { calendarDays, ground, LAW_OF_THEN, staysFrom, uncoded, version, workingDays } from "./building.ts";
import { POLICY_RESULT, type PolicyWay, policyDossier, policySteps } from "./policySteps.ts";

const SILENCE = {
  vi: "quá hạn không trả lời là đồng ý và phải chịu trách nhiệm (Nghị định 96/2026/NĐ-CP, Đ.6.6b)",
  en: "no answer in time is agreement, for which the silent body answers (decree 96/2026, article 6.6b)",
};

const ASK_ONCE = { supplement: "pauses", oneRequest: true } as const;

type Route = "province" | "board" | "primeMinister";
export const INVESTMENT_2020 = { from: "2021-03-26", to: "2026-03-01" } as const;
export const INVESTMENT_GAP = { from: "2026-03-01", to: "2026-03-31" } as const;
export const INVESTMENT_2025 = { from: "2026-03-31" } as const;

/** Those who had filed under the law of 2020 finish under it. */
export const FILED_BEFORE = staysFrom("received", ground("investment2025", "52.14", "L"), {
  vi: "Hồ sơ đã tiếp nhận theo Luật Đầu tư 2020 được giải quyết tiếp theo luật đó.",
  en: "Dossiers received under the law of 2020 are finished under it.",
});
/** Who filed in the month without a decree: how it goes on was not read. */
export const FILED_IN_GAP = staysFrom("decided", ground("decree96", null, "U"), {
  vi: "Hồ sơ nhận từ 01/3 đến 30/3/2026 chưa quyết định: xử lý tiếp theo Nghị định 96/2026/NĐ-CP, chưa đối chiếu điều khoản chuyển tiếp.",
  en: "Dossiers received from 01/3 to 30/3/2026 and not decided go on by decree 96/2026; the transitional article was not compared.",
});

function way2020(route: Route): PolicyWay {
  const time = { send: workingDays(3), opinions: calendarDays(15), silence: null };
  switch (route) {
    case "province":
      return {
        ...{ ...time, where: ground("investment2020", "36", "L"), receiver: "planning", decider: "province" },
        ...{ report: calendarDays(25), decision: workingDays(7) },
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
        ...{ report: calendarDays(40), decision: workingDays(7) },
      };
  }
}

function way2025(route: Route, receiver: "reception" | "board"): PolicyWay {
  const opinions = (days: number) => workingDays(days, { silence: "agrees", supplement: "ignored" });
  switch (route) {
    case "province":
      return {
        ...{ where: ground("decree96", "35.7", "Locr"), decisionWhere: ground("decree96", "35.8", "Locr") },
        ...{ receiver, decider: "chairman", silence: SILENCE },
        ...{ send: workingDays(2, ASK_ONCE), opinions: opinions(7), report: workingDays(14, ASK_ONCE) },
        decision: workingDays(3),
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
        decision: null,
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
        decision: workingDays(5),
      };
  }
}

type Ways = {
  readonly before: Route;
  readonly since: Route;
  readonly receiver: "reception" | "board";
  readonly toGap: Transition;
};

const [GAP] = GAPS;

/** The versions where the one or the other decides. */
export function policyVersions({ before, since, receiver, toGap }: Ways): readonly [Version, ...Version[]] {
  const old = way2020(before);
  return [
    uncoded({ ...LAW_OF_THEN, key: "before2021", from: null, to: INVESTMENT_2020.from }),
    version({
      ...{ ...INVESTMENT_2020, key: "law2020", statutes: ["investment2020", "decree31"], mark: "L" },
      title: { vi: "Luật Đầu tư 2020", en: "Law on Investment 2020" },
      ...{ filedBy: "investor", receivedBy: old.receiver, steps: policySteps(old), result: POLICY_RESULT },
      dossier: policyDossier(ground("decree31", null, "G")),
      total:
        before === "province" ? { ...ground("investment2020", "36", "L"), limit: calendarDays(35) } : null,
      transition: staysFrom("received", ground("investment2020", null, "U"), {
        vi: "Hồ sơ nhận trước 26/3/2021: theo luật khi đó, chưa đối chiếu điều khoản chuyển tiếp.",
        en: "Dossiers received before 26/3/2021: by the law of then; the transitional article was not compared.",
      }),
    }),
    uncoded({
      ...{ ...INVESTMENT_GAP, key: "gap2026", statutes: ["investment2025"], transition: toGap },
      title: { vi: "Luật Đầu tư 2025, chưa có nghị định", en: "Law on Investment 2025 without its decree" },
      why: GAP?.says ?? null,
    }),
    version({
      ...{ ...INVESTMENT_2025, key: "law2025", statutes: ["investment2025", "decree96"], mark: "Locr" },
      title: { vi: "Luật Đầu tư 2025, Nghị định 96/2026", en: "Law on Investment 2025, decree 96/2026" },
      ...{ filedBy: "investor", receivedBy: since === "board" ? "board" : receiver, result: POLICY_RESULT },
      ...{
        steps: policySteps(way2025(since, receiver)),
        dossier: policyDossier(ground("decree96", "32", "P")),
      },
      transition: FILED_IN_GAP,
    }),
  ];
}
