/** The map over HTTP: what it shows of a place on a day. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { ask, contextOf, questionWords } from "../../figures/public.ts";
import { KEPT } from "../../platform/http/keeping.ts";
import { answer } from "../../platform/http/server.ts";
import { narrowingOf, type PlotService, plotWords, roadsAskable } from "../routes.ts";
import { findMap, findMapPlots } from "./answering.ts";
import { MOST_PLOTS, mapAnswer, mapPlots } from "./vocabulary.ts";

export const mapRoutes =
  (service: PlotService): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/api/map",
      {
        config: KEPT,
        schema: {
          tags: ["land"],
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

    app.get(
      "/api/map/plots",
      {
        config: KEPT,
        schema: {
          tags: ["land"],
          operationId: "getMapPlots",
          summary: "The plots of a place on a day with their boundaries, as the map draws them",
          querystring: plotWords.omit({ limit: true, after: true, kind: true }),
          response: { 200: mapPlots },
        },
      },
      async (request, reply) => {
        const question = await ask({ ...request.query, limit: MOST_PLOTS }, service);
        if (!question.ok) return answer(request, reply, question);
        const context = { ...contextOf(service, request.asker), holdings: service.holdings };
        const askable = await roadsAskable(request.query, question.value, context);
        if (!askable.ok) return answer(request, reply, askable);
        return findMapPlots(question.value, narrowingOf(request.query), context);
      },
    );
  };
