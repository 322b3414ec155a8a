/** Where other rent was charged than is due, over HTTP, as a list and as a workbook: for who may read internal papers alone. */
import { PassThrough } from "node:stream";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { type Asking, ask, contextOf, figureWords } from "../../figures/public.ts";
import { permit } from "../../people/public.ts";
import { IN_TURN } from "../../platform/http/keeping.ts";
import { refuse } from "../../platform/http/problems.ts";
import { answer } from "../../platform/http/server.ts";
import { rentDifferencesOf } from "./differences.ts";
import { rentDifferences } from "./vocabulary.ts";
import { writeDifferencesWorkbook } from "./workbook.ts";

const tags = ["land"];
const asked = figureWords.pick({
  place: true,
  zone: true,
  kind: true,
  asOf: true,
  knownAt: true,
  lang: true,
});

/** `sample`: a register of invented data says so in every row that leaves it. */
export const rentDifferenceRoutes =
  (service: Asking & { readonly sample: boolean }): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/api/leases/differences",
      {
        config: IN_TURN,
        preHandler: async (request, reply) => {
          const allowed = permit(request.asker, "readInternal");
          return allowed.ok ? undefined : refuse(request, reply, allowed.problems);
        },
        schema: {
          tags,
          operationId: "listRentDifferences",
          summary:
            "Periods in which other rent was charged than is due by the contract, of a place or a zone; for who may read internal papers",
          querystring: asked,
          response: { 200: rentDifferences },
        },
      },
      async (request, reply) => {
        const question = await ask({ ...request.query, limit: 0 }, service);
        if (!question.ok) return answer(request, reply, question);
        return rentDifferencesOf(question.value, contextOf(service, request.asker));
      },
    );

    app.get(
      "/api/leases/differences.xlsx",
      {
        config: IN_TURN,
        preHandler: async (request, reply) => {
          const allowed = permit(request.asker, "export");
          return allowed.ok ? undefined : refuse(request, reply, allowed.problems);
        },
        schema: {
          tags,
          operationId: "exportRentDifferences",
          summary: "The same list as a workbook; for who may export internal data",
          querystring: asked,
        },
      },
      async (request, reply) => {
        const question = await ask({ ...request.query, limit: 0 }, service);
        if (!question.ok) return answer(request, reply, question);
        const { items } = await rentDifferencesOf(question.value, contextOf(service, request.asker));
        reply.type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        reply.header("content-disposition", 'attachment; filename="tien-thue-lech.xlsx"');
        const stream = new PassThrough();
        writeDifferencesWorkbook(stream, {
          items,
          sample: service.sample,
          language: request.query.lang,
        }).catch((error: unknown) =>
          stream.destroy(error instanceof Error ? error : new Error(String(error))),
        );
        return reply.send(stream);
      },
    );
  };
