/** Site clearance over HTTP: the board of a place, and one round. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Asking, ask, contextOf, figureWords } from "../../figures/public.ts";
import { KEPT } from "../../platform/http/keeping.ts";
import { answer, notFound } from "../../platform/http/server.ts";
import { clearanceBoard, roundPage } from "./boardWords.ts";
import { boardOf, findRoundPage } from "./reading.ts";

const tags = ["clearance"];

export const clearanceRoutes =
  (service: Asking): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/api/clearance",
      {
        config: KEPT,
        schema: {
          tags,
          operationId: "listClearance",
          summary: "Rounds of site clearance of a place on a day, and the zones of which none is recorded",
          querystring: figureWords.omit({ from: true, to: true, limit: true, after: true }),
          response: { 200: clearanceBoard },
        },
      },
      async (request, reply) => {
        const question = await ask({ ...request.query, limit: 0 }, service);
        if (!question.ok) return answer(request, reply, question);
        return boardOf(question.value, contextOf(service, request.asker));
      },
    );

    app.get(
      "/api/clearance/:id",
      {
        config: KEPT,
        schema: {
          tags,
          operationId: "getClearance",
          summary: "One round on a day: its steps in the order of the law, its numbers, targets and money",
          params: z.object({ id: z.string().min(1) }),
          querystring: figureWords.pick({ place: true, asOf: true, knownAt: true, lang: true }),
          response: { 200: roundPage },
        },
      },
      async (request, reply) => {
        const question = await ask({ ...request.query, limit: 0 }, service);
        if (!question.ok) return answer(request, reply, question);
        const page = await findRoundPage(
          request.params.id,
          question.value,
          contextOf(service, request.asker),
        );
        return page ?? answer(request, reply, notFound("clearance", request.params.id));
      },
    );
  };
