/** What is foretold of a case: read for who is of its handling unit or its council, and for nobody else. */
import { type PlainDate, partialOfDay } from "../../kernel/dates.ts";
import type { CaseRead } from "../cases/reading.ts";
import { aheadOf, type Waiting } from "./caseSteps.ts";
import { daysBetween } from "./chains.ts";
import { type Asked, behindOf, type Forecaster, shownForesight } from "./forecasting.ts";
import type { CaseForesight, Foretold } from "./pageWords.ts";
import { kindOfRecord } from "./pasts.ts";

type Language = "vi" | "en";

/** What a case waits for; null where it has ended, or no text tells its steps. */
export function waitingOf({ procedure, course }: Pick<CaseRead, "procedure" | "course">): Waiting | null {
  return aheadOf({ register: "real", steps: procedure.steps, course });
}

/** The step that a case sits in. */
export function sittingOf(
  waiting: Waiting | null,
  { asOf, language }: { readonly asOf: PlainDate; readonly language: Language },
): CaseForesight["sitting"] {
  const step = waiting?.steps[0];
  if (waiting === null || step === undefined) return null;
  const { since } = waiting;
  const days = daysBetween(since, asOf);
  return { key: step.key, label: step.title[language], since: partialOfDay(since), exact: true, days };
}

async function foreseen(read: CaseRead, waiting: Waiting, given: Given) {
  const { forecaster, asked } = given;
  const kind = kindOfRecord(forecaster.register, read.held.key);
  const past = await forecaster.casePasts(read.procedure.key, kind, asked);
  const steps = waiting.steps.map(({ key, title }) => ({ key, label: title }));
  const of = { name: read.procedure.key, kind, steps, since: waiting.since, past };
  return { past, steps, foresight: await forecaster.foretell(of, asked) };
}

type Given = { readonly forecaster: Forecaster; readonly asked: Asked; readonly language: Language };

/** When a case will be decided. */
export async function foretoldOf(read: CaseRead, given: Given): Promise<Foretold | null> {
  const waiting = waitingOf(read);
  if (waiting === null) return null;
  return shownForesight((await foreseen(read, waiting, given)).foresight, given.language);
}

/** The same with what it rests on, and the dates that papers and the law set. */
export async function caseForesightOf(read: CaseRead, given: Given): Promise<CaseForesight> {
  const { asked, language } = given;
  const waiting = waitingOf(read);
  const found = waiting === null ? null : await foreseen(read, waiting, given);
  const { answerBy } = read.held.attributes;
  return {
    ...{ asOf: asked.asOf, enough: asked.settings.enoughTimes },
    sitting: sittingOf(waiting, { asOf: asked.asOf, language }),
    foretold: found === null ? null : shownForesight(found.foresight, language),
    behind:
      found === null
        ? []
        : behindOf(found.steps, found.past, { kind: "case", language, nameOf: (t) => t.name }),
    papers: [
      ...(answerBy === undefined ? [] : [{ label: ANSWER_BY[language], on: answerBy }]),
      ...(waiting === null
        ? []
        : read.deadlines.flatMap(({ title, deadline, when }) =>
            deadline.dueOn === null || when !== null
              ? []
              : [{ label: `${LIMIT[language]}: ${title[language]}`, on: deadline.dueOn }],
          )),
    ],
  };
}

const ANSWER_BY = { vi: "Hạn trả lời theo văn bản hỏi", en: "To be answered by, as the asker's paper says" };
const LIMIT = { vi: "Hạn theo quy định", en: "Limit by law" };
