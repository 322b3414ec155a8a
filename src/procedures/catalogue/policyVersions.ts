/** The three texts of approval in principle: the law of 2020, the month without a decree, the law of 2025. */
import { GAPS } from "../../law/statutes/statutes.ts";
import type { Transition, Version } from "../vocabulary.ts";
import { calendarDays, ground, LAW_OF_THEN, staysFrom, uncoded, version } from "./building.ts";
import { POLICY_RESULT, policyDossier, policySteps } from "./policySteps.ts";
import { type PolicyRoute, way2020, way2025 } from "./policyWays.ts";

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

type Ways = {
  readonly before: PolicyRoute;
  readonly since: PolicyRoute;
  readonly receiver: "reception" | "board";
  readonly toGap: Transition;
};

/** The month in which the law held and its decree did not. */
export const GAP_2026 = {
  ...INVESTMENT_GAP,
  key: "gap2026",
  statutes: ["investment2025"],
  title: { vi: "Luật Đầu tư 2025, chưa có nghị định", en: "Law on Investment 2025 without its decree" },
  why: GAPS.find(({ statute }) => statute === "investment2025")?.says ?? null,
} as const;

/** The versions where the one or the other decides. */
export function policyVersions({ before, since, receiver, toGap }: Ways): readonly [Version, ...Version[]] {
  const old = way2020(before);
  const way = way2025(since, receiver);
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
    uncoded({ ...GAP_2026, transition: toGap }),
    version({
      ...{ ...INVESTMENT_2025, key: "law2025", statutes: ["investment2025", "decree96"], mark: "Locr" },
      title: { vi: "Luật Đầu tư 2025, Nghị định 96/2026", en: "Law on Investment 2025, decree 96/2026" },
      ...{ filedBy: "investor", receivedBy: way.receiver, result: POLICY_RESULT },
      ...{
        steps: policySteps(way),
        dossier: policyDossier(ground("decree96", "32", "P")),
      },
      transition: FILED_IN_GAP,
    }),
  ];
}
