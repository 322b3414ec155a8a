/** Saved views over HTTP: what the person at the screen keeps for themselves, and nobody else sees. */
import type { FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { type Outcome, type Problem, refused } from "../kernel/problems.ts";
import { answer, notFound } from "../platform/http/server.ts";
import type { PeopleDeps } from "./people.ts";
import { permit } from "./permissions.ts";
import { personOf } from "./routes.ts";
import type { Speaking } from "./sessionStore.ts";
import { deleteView, insertView, listViews } from "./viewStore.ts";
import { newSavedView, savedView, viewPage } from "./vocabulary.ts";

const tags = ["people"];
const lang = z.enum(["vi", "en"]).default("vi");
/** Views that an account keeps at most, of all pages. */
const MOST = 100;

const NOT_SAVED: Problem = {
  code: "view.notSaved",
  status: 409,
  field: "name",
  message: {
    vi: "Đã có một cách xem mang tên này, hoặc tài khoản đã lưu đủ 100 cách xem.",
    en: "There is a view of this name, or the account has its 100 views already.",
  },
  remedy: { vi: "Đặt tên khác, hoặc bỏ một cách xem cũ.", en: "Choose another name, or remove an old view." },
};

/** The person at the screen, once nothing else is to be done before. */
function keeperOf(request: FastifyRequest): Outcome<Speaking> {
  const person = personOf(request);
  if (!person.ok || !person.value.mustChange) return person;
  const allowed = permit(request.asker, "readInternal");
  return allowed.ok ? person : allowed;
}

export const viewRoutes =
  ({ db }: PeopleDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/api/views",
      {
        schema: {
          tags,
          operationId: "listViews",
          summary: "The own saved views of a page",
          querystring: z.object({ lang, page: viewPage }),
          response: { 200: z.object({ items: z.array(savedView) }) },
        },
      },
      async (request, reply) => {
        const person = keeperOf(request);
        if (!person.ok) return answer(request, reply, person);
        return { items: [...(await listViews(db, person.value.account, request.query.page))] };
      },
    );

    app.post(
      "/api/views",
      {
        schema: {
          tags,
          operationId: "saveView",
          summary: "Saves a way of looking at a page under a name",
          querystring: z.object({ lang }),
          body: newSavedView,
          response: { 201: savedView },
        },
      },
      async (request, reply) => {
        const person = keeperOf(request);
        if (!person.ok) return answer(request, reply, person);
        const { name, query, page } = request.body;
        const view = { id: uuidv7(), name, query };
        const saved = await insertView(db, person.value.account, { ...view, page, most: MOST });
        return saved ? reply.status(201).send(view) : answer(request, reply, refused(NOT_SAVED));
      },
    );

    app.delete(
      "/api/views/:id",
      {
        schema: {
          tags,
          operationId: "removeView",
          summary: "Takes a saved view away",
          params: z.object({ id: z.string().min(1) }),
          querystring: z.object({ lang }),
          response: { 200: z.object({ removed: z.boolean() }) },
        },
      },
      async (request, reply) => {
        const person = keeperOf(request);
        if (!person.ok) return answer(request, reply, person);
        const removed = await deleteView(db, person.value.account, request.params.id);
        return removed ? { removed } : answer(request, reply, notFound("view", request.params.id));
      },
    );
  };
