/** Leases over HTTP: lists by the page, and one lease with its rent. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Asking, ask, contextOf, figureWords } from "../../figures/public.ts";
import { KEPT } from "../../platform/http/keeping.ts";
import { answer, notFound } from "../../platform/http/server.ts";
import { findOf, listOf } from "./reading.ts";
import { leaseKind, leaseList, leasePage } from "./vocabulary.ts";

const tags = ["land"];
const leaseWords = figureWords.omit({ from: true, to: true }).extend({
  leaseKind: leaseKind.optional(),
  plot: z.uuid().optional(),
  tenant: z.uuid().optional(),
  ending: z.coerce
    .number()
    .int()
    .min(1)
    .max(600)
    .optional()
    .meta({ description: "Only those whose term ends within so many months" }),
  limit: figureWords.shape.limit.unwrap().default(50),
});

export const leaseRoutes =
  (service: Asking): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/api/leases",
      {
        config: KEPT,
        schema: {
          tags,
          operationId: "listLeases",
          summary:
            "Offers, agreements, leases and sub-leases of a place or a zone on a day, by zone and plot",
          querystring: leaseWords,
          response: { 200: leaseList },
        },
      },
      async (request, reply) => {
        const { leaseKind: kind = null, plot = null, tenant = null, ending = null, ...words } = request.query;
        const question = await ask(words, service);
        if (!question.ok) return answer(request, reply, question);
        const context = contextOf(service, request.asker);
        return listOf(question.value, { kind, plot, tenant, endingWithin: ending }, context);
      },
    );

    app.get(
      "/api/leases/:id",
      {
        config: KEPT,
        schema: {
          tags,
          operationId: "getLease",
          summary:
            "One lease on a day: each attribute with its paper, its life, its rent due, charged and paid",
          params: z.object({ id: z.string().min(1) }),
          querystring: figureWords.pick({ place: true, asOf: true, knownAt: true, lang: true }),
          response: { 200: leasePage },
        },
      },
      async (request, reply) => {
        const question = await ask({ ...request.query, limit: 0 }, service);
        if (!question.ok) return answer(request, reply, question);
        const page = await findOf(request.params.id, question.value, contextOf(service, request.asker));
        return page ?? answer(request, reply, notFound("lease", request.params.id));
      },
    );
  };
