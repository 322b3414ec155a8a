/** Tasks over HTTP, for who is signed in and has a role: the list, the same as a workbook, the page of one. */
import { PassThrough } from "node:stream";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { permit } from "../people/public.ts";
import { answer } from "../platform/http/server.ts";
import { tasksOf } from "./answering.ts";
import { taskList, taskPage, tasksAsked } from "./pageVocabulary.ts";
import { type PageDeps, taskPageOf } from "./reading.ts";
import { writeTaskWorkbook } from "./workbook.ts";

/** `sample`: a register of invented data says so in every file that leaves it. */
export type TaskService = PageDeps & { readonly sample: boolean };

const tags = ["tasks"];
/** A workbook holds all of them. */
const MOST = 100_000;

export const taskRoutes =
  (service: TaskService): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/api/tasks",
      {
        schema: {
          tags,
          operationId: "listTasks",
          summary: "What papers ask of units and officers on a day: mine, my unit's or everyone's",
          querystring: tasksAsked,
          response: { 200: taskList },
        },
      },
      async (request, reply) => {
        const allowed = permit(request.asker, "readInternal");
        if (!allowed.ok) return answer(request, reply, allowed);
        return answer(request, reply, await tasksOf(service, request.query, request.asker));
      },
    );

    app.get(
      "/api/tasks.xlsx",
      {
        schema: {
          tags,
          operationId: "exportTasks",
          summary: "The same as a workbook",
          querystring: tasksAsked.omit({ limit: true }),
        },
      },
      async (request, reply) => {
        const allowed = permit(request.asker, "export");
        if (!allowed.ok) return answer(request, reply, allowed);
        const tasks = await tasksOf(service, { ...request.query, limit: MOST }, request.asker);
        if (!tasks.ok) return answer(request, reply, tasks);
        reply.type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        reply.header("content-disposition", 'attachment; filename="nhiem-vu.xlsx"');
        const stream = new PassThrough();
        const of = { tasks: tasks.value, lang: request.query.lang, sample: service.sample };
        writeTaskWorkbook(stream, of).catch((error: unknown) =>
          stream.destroy(error instanceof Error ? error : new Error(String(error))),
        );
        return reply.send(stream);
      },
    );

    app.get(
      "/api/tasks/:task",
      {
        schema: {
          tags,
          operationId: "getTask",
          summary: "One task on a day: what, whose, until when, by which papers, and all that was told of it",
          params: z.object({ task: z.string().min(1) }),
          querystring: tasksAsked.pick({ asOf: true, knownAt: true, lang: true }),
          response: { 200: taskPage },
        },
      },
      async (request, reply) => {
        const { asker, params, query } = request;
        const allowed = permit(asker, "readInternal");
        if (!allowed.ok) return answer(request, reply, allowed);
        const { asOf, knownAt, lang: language } = query;
        return answer(
          request,
          reply,
          await taskPageOf(service, params.task, { asker, asOf, knownAt, language }),
        );
      },
    );
  };
