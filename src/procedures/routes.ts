/** Procedures and statutes over HTTP. They are law, so everybody may read them; numbers are those that the asker may see. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { KEPT } from "../platform/http/keeping.ts";
import { answer, notFound } from "../platform/http/server.ts";
import { findKnown, plainDateText } from "../register/public.ts";
import { settingsAt } from "../settings/public.ts";
import { procedureAnswer, procedureList, statuteList } from "./answers.ts";
import { findProcedure } from "./catalogue/catalogue.ts";
import type { CheckService } from "./checking/reading.ts";
import { checkRoutes } from "./checking/routes.ts";
import { procedureShown, proceduresShown, statutesShown } from "./presenting.ts";

const tags = ["procedures"];
const words = z.object({
  asOf: plainDateText.optional().meta({ description: "The day whose law is asked; today unless given" }),
  knownAt: z.string().min(1).optional().meta({ description: "By the settings as they were then" }),
  place: z.string().optional().meta({ description: "Has no bearing: the law is one" }),
  lang: z.enum(["vi", "en"]).default("vi"),
});
const keyed = z.object({ key: z.string() });
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

    await app.register(checkRoutes(service));

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
