/** What a case's attributes are called and how their values are written. */
import type { Sentence } from "../../kernel/problems.ts";
import type { AttributeWords } from "../../register/public.ts";
import { CATALOGUE } from "../catalogue/catalogue.ts";
import { UNITS } from "../clock/vocabulary.ts";
import { STEP_KINDS } from "../vocabulary.ts";
import { CASE_LABELS, type CaseAttribute, COUNCIL_ROLES, EVENTS, STATES } from "./vocabulary.ts";

const PROCEDURES: Readonly<Record<string, Sentence>> = Object.fromEntries(
  CATALOGUE.map(({ key, title }) => [key, title]),
);
const ALL_STEPS = CATALOGUE.flatMap(({ versions }) => versions.flatMap(({ steps }) => steps));
/** A step of a key that procedures call differently is told by its kind. */
const STEPS: Readonly<Record<string, Sentence>> = Object.fromEntries(
  ALL_STEPS.map(({ key, title, kind }) => [
    key,
    ALL_STEPS.some((s) => s.key === key && s.title.vi !== title.vi) ? STEP_KINDS[kind] : title,
  ]),
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
        ...{ day: "date", until: "date" },
        unit: { words: { working: UNITS.working, calendar: UNITS.calendar } },
      },
    },
    kept: "sealed",
    answerBy: "date",
    silenceAgrees: "yesNo",
    disputed: "text",
  },
} as const satisfies AttributeWords<CaseAttribute>;
