/** Figures over HTTP. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { addDays, plainDate } from "../kernel/dates.ts";
import { done, type Outcome, refused } from "../kernel/problems.ts";
import { type Asker, permit } from "../people/permissions.ts";
import { KEPT } from "../platform/http/keeping.ts";
import { answer, notFound } from "../platform/http/server.ts";
import { plainDateText } from "../register/public.ts";
import { answerFigure } from "./answering.ts";
import { type Asking, ask, figureWords, questionWords } from "./asking.ts";
import { courseOf } from "./course.ts";
import {
  againstQuestion,
  answersTo,
  contextOf,
  type FigureDefinition,
  mayBeTold,
  type Question,
} from "./registry.ts";
import { figureAnswer } from "./vocabulary.ts";

export type FigureService = Asking & { readonly figures: readonly FigureDefinition[] };

/** Records that the list of all figures gives of each. */
const RECORDS_IN_LIST = 20;

export const coursePoint = z.object({
  date: plainDateText,
  value: z.number().nullable(),
  precision: figureAnswer.shape.precision,
  basis: figureAnswer.shape.basis,
  stale: z.boolean(),
  evidenceAsOf: figureAnswer.shape.evidenceAsOf,
  missing: z.number().int(),
  withheld: z.boolean(),
});

/** Whether who asks may be told the figure, and the question is one for it. */
function mayAsk(definition: FigureDefinition, question: Question, asker: Asker): Outcome<null> {
  const allowed = definition.action === undefined ? done(null) : permit(asker, definition.action);
  const problem = againstQuestion(definition, question);
  return problem === null || !allowed.ok ? allowed : refused(problem);
}

const idOf = z.object({ id: z.string().min(1).meta({ example: "clusters.area" }) });

export const figureRoutes =
  (service: FigureService): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/api/figures",
      {
        config: KEPT,
        schema: {
          tags: ["figures"],
          operationId: "listFigures",
          summary: "All figures of a place on a day",
          querystring: figureWords
            .omit({ after: true })
            .extend({ limit: figureWords.shape.limit.unwrap().default(RECORDS_IN_LIST) }),
          response: { 200: z.object({ items: z.array(figureAnswer) }) },
        },
      },
      async (request, reply) => {
        const question = await ask(request.query, service);
        if (!question.ok) return answer(request, reply, question);
        const context = contextOf(service, request.asker);
        // All at once: most wait for the same few readings.
        const told = service.figures.filter(
          (f) => mayBeTold(f, request.asker) && answersTo(f, question.value),
        );
        const items = await Promise.all(told.map((f) => answerFigure(f, question.value, context)));
        return { items };
      },
    );

    app.get(
      "/api/figures/:id",
      {
        config: KEPT,
        schema: {
          tags: ["figures"],
          operationId: "getFigure",
          summary: "One figure, with its records and papers",
          params: idOf,
          querystring: figureWords,
          response: { 200: figureAnswer },
        },
      },
      async (request, reply) => {
        const definition = service.figures.find((f) => f.id === request.params.id);
        if (definition === undefined) return answer(request, reply, notFound("figure", request.params.id));
        const question = await ask(request.query, service);
        if (!question.ok) return answer(request, reply, question);
        const askable = mayAsk(definition, question.value, request.asker);
        if (!askable.ok) return answer(request, reply, askable);
        return answerFigure(definition, question.value, contextOf(service, request.asker));
      },
    );

    app.get(
      "/api/figures/:id/course",
      {
        config: KEPT,
        schema: {
          tags: ["figures"],
          operationId: "getFigureCourse",
          summary:
            "The figure on each day on which it moves; of one that moves almost daily, at the ends of months",
          params: idOf,
          querystring: questionWords.extend({
            from: plainDateText.optional(),
            to: plainDateText.optional(),
            zone: z.string().optional(),
            kind: z.enum(["park", "cluster"]).optional(),
            ...figureWords.pick({ procedure: true, step: true, unit: true }).shape,
          }),
          response: { 200: z.object({ items: z.array(coursePoint) }) },
        },
      },
      async (request, reply) => {
        const definition = service.figures.find((f) => f.id === request.params.id);
        if (definition === undefined) return answer(request, reply, notFound("figure", request.params.id));
        const { from, to, ...words } = request.query;
        const question = await ask({ ...words, limit: 0 }, service);
        if (!question.ok) return answer(request, reply, question);
        const askable = mayAsk(definition, question.value, request.asker);
        if (!askable.ok) return answer(request, reply, askable);
        const until = plainDate(to ?? service.today());
        const since = plainDate(from ?? addDays(until, -366 * 8));
        const items = await courseOf(
          definition,
          { question: question.value, from: since, to: until },
          contextOf(service, request.asker),
        );
        return { items: [...items] };
      },
    );
  };
