/** The map over HTTP: what it shows of a place on a day. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { type Asking, ask, contextOf, questionWords } from "../../figures/public.ts";
import { KEPT } from "../../platform/http/keeping.ts";
import { answer } from "../../platform/http/server.ts";
import { findMap } from "./answering.ts";
import { mapAnswer } from "./vocabulary.ts";

export const mapRoutes =
  (service: Asking): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/api/map",
      {
        config: KEPT,
        schema: {
          tags: ["zones"],
          operationId: "getMap",
          summary:
            "The zones of a place on a day with their boundaries; those without, by the commune in which they lie",
          querystring: questionWords,
          response: { 200: mapAnswer },
        },
      },
      async (request, reply) => {
        const question = await ask({ ...request.query, limit: 0 }, service);
        if (!question.ok) return answer(request, reply, question);
        return findMap(question.value, {
          ...contextOf(service, request.asker),
          today: service.today(),
        });
      },
    );
  };
