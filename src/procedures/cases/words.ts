/** What a case's attributes are called and how their values are written. */
import type { AttributeWords } from "../../register/public.ts";
import { CASE_LABELS, type CaseAttribute, COUNCIL_ROLES, EVENTS, STATES } from "./vocabulary.ts";

export const caseWords = {
  kind: { vi: "Hồ sơ thủ tục", en: "Case" },
  labels: CASE_LABELS,
  shapes: {
    number: "text",
    procedure: "text",
    topic: "text",
    zone: "subject",
    project: "subject",
    plot: "subject",
    places: "place",
    unit: "text",
    officer: "text",
    council: { parts: { account: "text", role: { words: COUNCIL_ROLES } } },
    step: "text",
    state: { words: STATES },
    event: { parts: { kind: { words: EVENTS }, step: "text", days: "number", body: "text" } },
    kept: { parts: { id: "text" } },
    answerBy: "date",
    silenceAgrees: "yesNo",
    disputed: "text",
  },
} as const satisfies AttributeWords<CaseAttribute>;
