/** The inbox over HTTP: for who is signed in and has a role; nothing of it is public. */
import { PassThrough } from "node:stream";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { permit } from "../people/public.ts";
import { answer } from "../platform/http/server.ts";
import { type InboxDeps, inboxOf } from "./answering.ts";
import { inboxAnswer, inboxWords } from "./vocabulary.ts";
import { writeInboxWorkbook } from "./workbook.ts";

const tags = ["inbox"];
/** A workbook holds all of them. */
const MOST = 100_000;

export const inboxRoutes =
  (deps: InboxDeps & { readonly sample: boolean }): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/api/inbox",
      {
        schema: {
          tags,
          operationId: "getInbox",
          summary:
            "What is to be done: mine, my unit's or everyone's, with what is late, due, waiting on whom",
          querystring: inboxWords,
          response: { 200: inboxAnswer },
        },
      },
      async (request, reply) => {
        const allowed = permit(request.asker, "readInternal");
        if (!allowed.ok) return answer(request, reply, allowed);
        return answer(request, reply, await inboxOf(deps, request.query, request.asker));
      },
    );

    app.get(
      "/api/inbox.xlsx",
      {
        schema: {
          tags,
          operationId: "exportInbox",
          summary: "The same as a workbook",
          querystring: inboxWords.omit({ limit: true }),
        },
      },
      async (request, reply) => {
        const allowed = permit(request.asker, "export");
        if (!allowed.ok) return answer(request, reply, allowed);
        const inbox = await inboxOf(deps, { ...request.query, limit: MOST }, request.asker);
        if (!inbox.ok) return answer(request, reply, inbox);
        reply.type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        reply.header("content-disposition", `attachment; filename="viec-${inbox.value.asOf}.xlsx"`);
        const stream = new PassThrough();
        const { lang } = request.query;
        writeInboxWorkbook(stream, { answer: inbox.value, lang, sample: deps.sample }).catch(
          (error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))),
        );
        return reply.send(stream);
      },
    );
  };
