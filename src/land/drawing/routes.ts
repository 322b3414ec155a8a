/** The ground of a zone over HTTP. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { type Asking, ask, contextOf, figureWords } from "../../figures/public.ts";
import { KEPT } from "../../platform/http/keeping.ts";
import { answer, notFound } from "../../platform/http/server.ts";
import type { Holdings } from "../reading.ts";
import { groundOf } from "./ground.ts";
import { plotGround } from "./vocabulary.ts";

const words = figureWords.pick({ asOf: true, knownAt: true, lang: true }).extend({
  zone: figureWords.shape.zone.unwrap(),
});

export const groundRoutes =
  (service: Asking & { readonly holdings: Holdings }): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/api/plots/ground",
      {
        config: KEPT,
        schema: {
          tags: ["land"],
          operationId: "getPlotGround",
          summary:
            "The plots of a zone or phase on a day in metres of its plane, with its outline, and how they add up",
          querystring: words,
          response: { 200: plotGround },
        },
      },
      async (request, reply) => {
        const question = await ask({ ...request.query, limit: 0 }, service);
        if (!question.ok) return answer(request, reply, question);
        const { zone } = question.value;
        const context = { ...contextOf(service, request.asker), holdings: service.holdings };
        const ground = zone === null ? null : await groundOf(zone, question.value, context);
        return ground ?? answer(request, reply, notFound("zone", request.query.zone));
      },
    );
  };
