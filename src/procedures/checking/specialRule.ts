/** The special investment procedure in parks does away with several other procedures: Law on Investment 2025, article 28. Pure. */
import { ground } from "../catalogue/building.ts";
import { FROM, NEEDED, need } from "./answering.ts";
import type { CheckAnswer, Checking } from "./vocabulary.ts";

/** What it says of a procedure that it does away with; nothing where the project is not known to be under it. */
export function specialProcedure({ day, facts }: Pick<Checking, "day" | "facts">): readonly CheckAnswer[] {
  if (day < FROM.investment2025 || facts.given.special !== true) return [];
  const inPark = facts.kind === "park";
  return [
    need({
      ...{ ...ground("investment2025", "28", "L"), key: "special", question: NEEDED },
      ...{ answer: inPark ? "no" : "unknown", numbers: [facts.said.zone] },
      rule: {
        vi: "Dự án theo thủ tục đầu tư đặc biệt trong khu công nghiệp không phải làm thủ tục này.",
        en: "A project under the special investment procedure in a park does without this procedure.",
      },
    }),
  ];
}
