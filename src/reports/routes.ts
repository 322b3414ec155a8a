/** Reports over HTTP: the overview as a Word file, for whom the overview itself is open. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import {
  type Asking,
  answerFigure,
  ask,
  contextOf,
  type FigureDefinition,
  figureWords,
} from "../figures/public.ts";
import type { FigureAnswer } from "../figures/vocabulary.ts";
import { KEPT } from "../platform/http/keeping.ts";
import { answer } from "../platform/http/server.ts";
import { WORD } from "../platform/papers/wordType.ts";
import { clarifyZones, listSummaries } from "../zones/public.ts";
import { overviewPaper } from "./overviewPaper.ts";

export type ReportService = Asking & {
  readonly figures: readonly FigureDefinition[];
  /** A register of invented data says so in every file that leaves it. */
  readonly sample: boolean;
};

/** Records that the annex names of each number. */
const RECORDS = 20;

export const reportRoutes =
  (service: ReportService): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/api/overview.docx",
      {
        // A file is not kept, but it waits for its turn: many that ask at once hold nobody else up.
        config: KEPT,
        schema: {
          tags: ["reports"],
          operationId: "exportOverview",
          summary: "The overview as a draft report in Vietnamese, in the layout of administrative papers",
          querystring: figureWords.pick({ place: true, asOf: true, knownAt: true, lang: true }),
        },
      },
      async (request, reply) => {
        // The layout is that of Vietnamese papers, so the words are, whatever language was asked for.
        const asked = await ask({ ...request.query, lang: "vi", limit: RECORDS }, service);
        if (!asked.ok) return answer(request, reply, asked);
        const question = asked.value;
        const context = contextOf(service, request.asker);
        const figures: FigureAnswer[] = [];
        // A draft of what is reported holds what is for everybody alone.
        const open = service.figures.filter((f) => f.action === undefined);
        for (const f of open) figures.push(await answerFigure(f, question, context));
        const given = { ...context, today: service.today(), withPhases: true };
        const { items: zones } = await listSummaries(question, given);
        const paper = overviewPaper({
          place: question.scope.place.name,
          asOf: question.asOf,
          commit: question.known.commit,
          sample: service.sample,
          figures,
          zones: zones.filter((zone) => zone.phaseOf === null),
          phases: zones.filter((zone) => zone.phaseOf !== null),
          clarify: await clarifyZones(question, context),
        });
        // Only who makes a paper needs what writes one.
        const { writeOverview } = await import("./administrative.ts");
        const name = `du-thao-tong-quan-${question.scope.place.code}-${question.asOf}.docx`;
        return reply
          .type(WORD)
          .header("content-disposition", `attachment; filename="${name}"`)
          .send(await writeOverview(paper));
      },
    );
  };
