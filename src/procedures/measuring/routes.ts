/** The figures of cases over HTTP, by procedure, step and unit: for who signs in. */
import { PassThrough } from "node:stream";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { z } from "zod";
import { type Asking, ask, contextOf, figureWords } from "../../figures/public.ts";
import { done, type Outcome, refused } from "../../kernel/problems.ts";
import { type Asker, permit } from "../../people/public.ts";
import { answer } from "../../platform/http/server.ts";
import { againstCut } from "./selecting.ts";
import { tableOf, yearUpTo } from "./table.ts";
import { type CasesTable, casesTable, divided } from "./vocabulary.ts";
import { writeCasesWorkbook } from "./workbook.ts";

export type MeasuringService = Asking & { readonly sample: boolean };

const tags = ["procedures"];
const words = figureWords
  .omit({ limit: true, after: true, step: true })
  .extend({ by: divided.optional().meta({ description: "`step` of the procedure that is named" }) });

export const measuringRoutes =
  (service: MeasuringService): FastifyPluginAsyncZod =>
  async (app) => {
    const table = async (query: z.infer<typeof words>, asker: Asker): Promise<Outcome<CasesTable>> => {
      const { by, ...of } = query;
      const question = await ask({ ...of, limit: 0 }, service);
      if (!question.ok) return question;
      const problem = againstCut(question.value.cut ?? {});
      if (problem !== null) return refused(problem);
      const period = question.value.period ?? yearUpTo(question.value.asOf);
      return done(await tableOf(question.value, { by, period }, contextOf(service, asker)));
    };

    app.get(
      "/api/procedures/figures",
      {
        schema: {
          ...{ tags, operationId: "getFiguresOfCases", querystring: words },
          summary:
            "Cases under way, late, decided, in time, their days and pauses: by procedure, by step of one, or by unit",
          response: { 200: casesTable },
        },
      },
      async (request, reply) => {
        const allowed = permit(request.asker, "readInternal");
        if (!allowed.ok) return answer(request, reply, allowed);
        return answer(request, reply, await table(request.query, request.asker));
      },
    );

    app.get(
      "/api/procedures/figures.xlsx",
      {
        schema: {
          ...{ tags, operationId: "exportFiguresOfCases", querystring: words },
          summary: "The same as a workbook",
        },
      },
      async (request, reply) => {
        const allowed = permit(request.asker, "export");
        if (!allowed.ok) return answer(request, reply, allowed);
        const found = await table(request.query, request.asker);
        if (!found.ok) return answer(request, reply, found);
        reply.type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        reply.header("content-disposition", 'attachment; filename="chi-tieu-thu-tuc.xlsx"');
        const stream = new PassThrough();
        const { lang } = request.query;
        writeCasesWorkbook(stream, { table: found.value, lang, sample: service.sample }).catch(
          (error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))),
        );
        return reply.send(stream);
      },
    );
  };
