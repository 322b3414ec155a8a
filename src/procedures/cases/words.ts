/** What a case's attributes are called and how their values are written. */
import type { Sentence } from "../../kernel/problems.ts";
import type { AttributeWords } from "../../register/public.ts";
import { CATALOGUE } from "../catalogue/catalogue.ts";
import { UNITS } from "../clock/vocabulary.ts";
import { CASE_LABELS, type CaseAttribute, COUNCIL_ROLES, EVENTS, STATES } from "./vocabulary.ts";

const PROCEDURES: Readonly<Record<string, Sentence>> = Object.fromEntries(
  CATALOGUE.map(({ key, title }) => [key, title]),
);
/** A key that several procedures have is called as the last of them calls it. */
const STEPS: Readonly<Record<string, Sentence>> = Object.fromEntries(
  CATALOGUE.flatMap(({ versions }) =>
    versions.flatMap(({ steps }) => steps.map(({ key, title }) => [key, title])),
  ),
);

export const caseWords = {
  kind: { vi: "Hồ sơ thủ tục", en: "Case" },
  labels: CASE_LABELS,
  shapes: {
    number: "text",
    procedure: { words: PROCEDURES },
    topic: "text",
    zone: "subject",
    project: "subject",
    plot: "subject",
    places: "place",
    unit: "unit",
    officer: "account",
    council: { parts: { account: "account", role: { words: COUNCIL_ROLES } } },
    step: { words: STEPS },
    state: { words: STATES },
    event: {
      parts: {
        ...{ kind: { words: EVENTS }, step: { words: STEPS }, days: "number", body: "text" },
        unit: { words: { working: UNITS.working, calendar: UNITS.calendar } },
      },
    },
    kept: "sealed",
    answerBy: "date",
    silenceAgrees: "yesNo",
    disputed: "text",
  },
} as const satisfies AttributeWords<CaseAttribute>;
