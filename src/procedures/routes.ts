/** Procedures and statutes over HTTP. They are law, so everybody may read them; numbers are those that the asker may see. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { KEPT } from "../platform/http/keeping.ts";
import { answer, notFound } from "../platform/http/server.ts";
import { findKnown, plainDateText } from "../register/public.ts";
import { settingsAt } from "../settings/public.ts";
import { checkAnswer, procedureAnswer, procedureList, statuteList } from "./answers.ts";
import { findProcedure } from "./catalogue/catalogue.ts";
import { type CheckService, readFacts } from "./checking/reading.ts";
import { checkProcedure } from "./checking/rules.ts";
import { groundShown, procedureShown, proceduresShown, statutesShown } from "./presenting.ts";

const tags = ["procedures"];
const words = z.object({
  asOf: plainDateText.optional().meta({ description: "The day whose law is asked; today unless given" }),
  knownAt: z.string().min(1).optional().meta({ description: "By the settings as they were then" }),
  place: z.string().optional().meta({ description: "Has no bearing: the law is one" }),
  lang: z.enum(["vi", "en"]).default("vi"),
});
const keyed = z.object({ key: z.string() });
const yesOrNo = z.enum(["true", "false"]).optional();
const amount = z.coerce.number().min(0).max(1e12).optional();

function truth(text: "true" | "false" | undefined): boolean | null {
  return text === undefined ? null : text === "true";
}

export const procedureRoutes =
  (service: CheckService): FastifyPluginAsyncZod =>
  async (app) => {
    /** The day, the settings and the language of a question. */
    const of = async (query: z.infer<typeof words>) => {
      const known = await findKnown(service.db, query.knownAt ?? null);
      if (!known.ok) return known;
      const settings = await settingsAt(service.db, known.value);
      return {
        ok: true as const,
        value: { settings, asOf: query.asOf ?? service.today(), language: query.lang },
      };
    };

    app.get(
      "/api/procedures",
      {
        config: KEPT,
        schema: {
          ...{ tags, operationId: "listProcedures", querystring: words },
          summary: "The statutory procedures with the version of the day",
          response: { 200: procedureList },
        },
      },
      async (request, reply) => {
        const asked = await of(request.query);
        if (!asked.ok) return answer(request, reply, asked);
        return { asOf: asked.value.asOf, items: proceduresShown(asked.value) };
      },
    );

    app.get(
      "/api/procedures/:key",
      {
        config: KEPT,
        schema: {
          ...{ tags, operationId: "getProcedure", params: keyed },
          summary: "One procedure by the law of a day, and what changed since another",
          querystring: words.extend({ comparedWith: plainDateText.optional() }),
          response: { 200: procedureAnswer },
        },
      },
      async (request, reply) => {
        const procedure = findProcedure(request.params.key);
        if (procedure === null) return answer(request, reply, notFound("procedure", request.params.key));
        const asked = await of(request.query);
        if (!asked.ok) return answer(request, reply, asked);
        return procedureShown(procedure, {
          ...asked.value,
          comparedWith: request.query.comparedWith ?? null,
        });
      },
    );

    app.get(
      "/api/procedures/:key/check",
      {
        config: KEPT,
        schema: {
          ...{ tags, operationId: "checkProcedure", params: keyed },
          summary: "Whether it is needed and its conditions hold, with the numbers behind it",
          querystring: words.extend({
            zone: z.string().min(1).optional().meta({ description: "Id or stable key of a zone" }),
            area: amount.meta({ description: "The area that is meant, m²; else that of the zone" }),
            wasteWater: amount.meta({ description: "m³ a day" }),
            gas: amount.meta({ description: "m³ an hour" }),
            forest: amount.meta({ description: "Protected or natural forest that is used, m²" }),
            sharesPlant: yesOrNo.meta({ description: "Shares the waste-water plant of another zone" }),
            studyAppraised: yesOrNo.meta({
              description: "The specialised body appraised the feasibility study",
            }),
          }),
          response: { 200: checkAnswer },
        },
      },
      async (request, reply) => {
        const { key } = request.params;
        if (findProcedure(key) === null) return answer(request, reply, notFound("procedure", key));
        const asked = await of(request.query);
        if (!asked.ok) return answer(request, reply, asked);
        const { asOf, settings, language } = asked.value;
        const { zone, knownAt, area, wasteWater, gas, forest, sharesPlant, studyAppraised } = request.query;
        const read = await readFacts(service, {
          ...{ zone: zone ?? null, asOf, knownAt: knownAt ?? null, lang: language, asker: request.asker },
          given: {
            ...{
              area: area ?? null,
              wasteWater: wasteWater ?? null,
              gas: gas ?? null,
              forest: forest ?? null,
            },
            ...{ sharesPlant: truth(sharesPlant), studyAppraised: truth(studyAppraised) },
          },
        });
        if (!read.ok) return answer(request, reply, read);
        const checks = checkProcedure(key, { day: asOf, settings, facts: read.value.facts });
        return {
          ...{ asOf, zone: read.value.zone },
          items: checks.map((check) => ({
            ...groundShown(check, language),
            ...{ key: check.key, question: check.question[language], answer: check.answer },
            says: check.says[language],
            numbers: check.numbers.map((number) => ({ ...number, label: number.label[language] })),
          })),
        };
      },
    );

    app.get(
      "/api/statutes",
      {
        config: KEPT,
        schema: {
          ...{ tags, operationId: "listStatutes", querystring: words },
          summary: "Statutes with their dates, and what ends or falls due after today",
          response: { 200: statuteList },
        },
      },
      async (request, reply) => {
        const asked = await of(request.query);
        if (!asked.ok) return answer(request, reply, asked);
        return statutesShown({ ...asked.value, today: service.today() });
      },
    );
  };
