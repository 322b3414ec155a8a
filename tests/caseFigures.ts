/** A register of invented cases in an invented province, and how figures are asked of it; for tests of figures of cases. */
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { coverageSubject } from "../src/figures/coverage.ts";
import { answerFigure, type Cut, contextOf, type Question } from "../src/figures/public.ts";
import { plainDate } from "../src/kernel/dates.ts";
import type { Asker } from "../src/people/permissions.ts";
import { placeDirectory } from "../src/places/directory.ts";
import { calendarAt, changeYear } from "../src/procedures/calendar/calendars.ts";
import { caseSubject } from "../src/procedures/cases/subject.ts";
import type { CaseEvent } from "../src/procedures/cases/vocabulary.ts";
import { caseFigures } from "../src/procedures/measuring/figures.ts";
import { MEASURES, type Measure } from "../src/procedures/measuring/vocabulary.ts";
import { attributeValue, createWriter, findKnown, receiptOrThrow } from "../src/register/public.ts";
import { zoneSubject } from "../src/zones/public.ts";
import type { FreshDatabase } from "./database.ts";
import { newGround, questionOn } from "./projects-fixture/asking.ts";
import { batch, paper, setting, withdrawing } from "./register-fixture/builders.ts";

export const OFFICIAL: Asker = { kind: "system", user: "mau" };

export type ToldOfCase = { readonly on: string; readonly event: CaseEvent } & Readonly<
  Record<string, unknown>
>;

const stated = (told: object) => z.record(z.string(), attributeValue).parse(JSON.parse(JSON.stringify(told)));

/** The register, with a way to tell of cases and to ask. */
export function casesOn(database: FreshDatabase) {
  let moment = Date.parse("2025-01-01T01:00:00Z");
  let running = 0;
  const definitions = [caseSubject, coverageSubject, zoneSubject];
  const writer = createWriter({ pool: database.pool, definitions, now: () => (moment += 1000) });
  const ground = newGround();
  const place = {
    ...questionOn(ground, { asOf: plainDate("2025-01-01"), known: { commit: 0, at: null, latest: true } })
      .scope.place,
    ...{ bareName: "Mẫu", unitType: "province" as const, parents: [] },
  };
  const places = placeDirectory({ ids: new Map([[place.id, place.key]]), units: [place], links: [] });
  const context = (asker: Asker = OFFICIAL) => contextOf({ ...database, places: () => places }, asker);

  const knownAt = async (commit: number | null) => {
    const found = await findKnown(database.db, commit === null ? null : String(commit));
    if (!found.ok) throw new Error("no such commit");
    return found.value;
  };
  const question = async (day: string, of: Partial<Question> & { readonly commit?: number } = {}) => {
    const { commit = null, ...rest } = of;
    return questionOn(ground, { asOf: plainDate(day), known: await knownAt(commit), ...rest });
  };
  const answer = async (measure: Measure, asked: Question, asker: Asker = OFFICIAL) => {
    const definition = caseFigures.find((f) => f.id === `cases.${measure}`);
    if (definition === undefined) throw new Error(`no figure of ${measure}`);
    return answerFigure(definition, asked, context(asker));
  };

  return {
    ...{ ground, places, context, question, answer, writer },
    /** Tells of a case what happened to it; its attributes with the first. The ids of its changes in their order. */
    open: async (
      attributes: Readonly<Record<string, unknown>>,
      told: readonly ToldOfCase[],
      access: "internal" | "personal" = "internal",
    ) => {
      running += 1;
      const id = uuidv7();
      const number = `HS-2025-${String(running).padStart(4, "0")}`;
      const subject = { id, kind: "case" as const, key: number.toLowerCase() };
      const document = paper(uuidv7(), { standing: "says", access, number: `Biên nhận mẫu ${number}` });
      const founding = { places: [ground.places[0]], ...attributes, number };
      const changes = told.map(({ on: from, ...more }, at) =>
        setting({
          ...{ id: uuidv7(), subject, document: document.id, from, standing: "says" },
          attributes: stated({ ...(at === 0 ? founding : {}), ...more }),
        }),
      );
      const { commit } = receiptOrThrow(
        await writer.submit(batch(uuidv7(), { documents: [document], changes })),
      );
      return { id, subject, document: document.id, changes: changes.map((c) => c.id), commit };
    },
    /** Takes one thing back that was told of a case, and tells another instead. */
    correct: async (
      of: { readonly subject: { id: string; kind: "case"; key: string }; readonly document: string },
      wrong: string,
      { on: from, ...right }: ToldOfCase,
    ) => {
      const { subject, document } = of;
      const changes = [
        withdrawing({ id: uuidv7(), subject, document, withdraws: wrong }),
        setting({
          ...{ id: uuidv7(), subject, document, from, standing: "says" },
          attributes: stated(right),
        }),
      ];
      return receiptOrThrow(await writer.submit(batch(uuidv7(), { changes }))).commit;
    },
    /** Says that all cases of the place are entered. */
    cover: async () => {
      const document = paper(uuidv7(), { issuer: "Sở Mẫu" });
      const subject = { id: uuidv7(), kind: "coverage" as const, key: null };
      const attributes = { place: ground.places[0], kinds: ["case"], word: "Mẫu" };
      const told = { id: uuidv7(), subject, document: document.id, from: "2020-01-01", attributes };
      receiptOrThrow(
        await writer.submit(batch(uuidv7(), { documents: [document], changes: [setting(told)] })),
      );
    },
    /** One more day off. */
    announce: async (on: string) => {
      const { db } = database;
      const number = Number(on.slice(0, 4));
      const year = (await calendarAt(db, await knownAt(null))).year(number);
      if (year === null) throw new Error("no such year");
      const off = { reason: "other", paper: "Thông báo mẫu", mark: "P", note: null } as const;
      const given = {
        daysOff: [...year.daysOff, { ...off, on: plainDate(on) }],
        ...{ worked: year.worked, was: 0, why: "Thông báo mẫu", requestKey: uuidv7() },
      };
      return receiptOrThrow(await changeYear({ db, writer }, number, { given, author: "quản trị mẫu" }))
        .commit;
    },
    /** Every number on a day, in the order of the measures. */
    numbers: async (
      day: string,
      of: { readonly commit?: number; readonly cut?: Cut; readonly period?: Question["period"] } = {},
    ) => {
      const asked = await question(day, of);
      const answers = await Promise.all(MEASURES.map((m) => answer(m, asked)));
      return answers.map((a) => a.value);
    },
  };
}
