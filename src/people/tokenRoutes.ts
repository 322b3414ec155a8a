/** Access tokens over HTTP: for the command line and other programs, each with an end. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { answer, notFound } from "../platform/http/server.ts";
import { newToken, tokenHash } from "../platform/identity/tokens.ts";
import type { PeopleDeps } from "./people.ts";
import { permit } from "./permissions.ts";
import { personOf } from "./routes.ts";
import { deleteToken, insertToken, listTokens } from "./sessionStore.ts";

const tags = ["people"];
const querystring = z.object({ lang: z.enum(["vi", "en"]).default("vi") });
const LONGEST_DAYS = 366;
const DAY = 24 * 60 * 60 * 1000;
/** Named so that one that leaked is found by whoever looks for secrets. */
const PREFIX = "khu_";

const token = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  endsAt: z.string(),
  usedAt: z.string().nullable(),
});

export const tokenRoutes =
  (deps: PeopleDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { db, now } = deps;
    app.get(
      "/api/tokens",
      {
        schema: {
          tags,
          operationId: "listTokens",
          summary: "The own access tokens",
          querystring,
          response: { 200: z.object({ items: z.array(token) }) },
        },
      },
      async (request, reply) => {
        const person = personOf(request);
        if (!person.ok) return answer(request, reply, person);
        return { items: [...(await listTokens(db, person.value.account))] };
      },
    );

    app.post(
      "/api/tokens",
      {
        schema: {
          tags,
          operationId: "createToken",
          summary: "A new access token; its text is answered this once",
          querystring,
          body: z.object({
            name: z.string().trim().min(1).max(100),
            days: z.number().int().min(1).max(LONGEST_DAYS).default(90),
          }),
          response: { 201: z.object({ id: z.string(), token: z.string(), endsAt: z.string() }) },
        },
      },
      async (request, reply) => {
        const person = personOf(request);
        if (!person.ok) return answer(request, reply, person);
        // Who must change the password first may not leave a token behind.
        const allowed = permit(request.asker, "readInternal");
        if (person.value.mustChange && !allowed.ok) return answer(request, reply, allowed);
        const text = `${PREFIX}${newToken()}`;
        const at = now();
        const endsAt = at + request.body.days * DAY;
        const id = uuidv7();
        const { account } = person.value;
        await insertToken(db, {
          id,
          hash: tokenHash(text),
          account,
          name: request.body.name,
          now: at,
          endsAt,
        });
        return reply.status(201).send({ id, token: text, endsAt: new Date(endsAt).toISOString() });
      },
    );

    app.delete(
      "/api/tokens/:id",
      {
        schema: {
          tags,
          operationId: "endToken",
          summary: "Takes an access token away",
          params: z.object({ id: z.string().min(1) }),
          querystring,
          response: { 200: z.object({ ended: z.boolean() }) },
        },
      },
      async (request, reply) => {
        const person = personOf(request);
        if (!person.ok) return answer(request, reply, person);
        const ended = await deleteToken(db, person.value.account, request.params.id);
        return ended ? { ended } : answer(request, reply, notFound("token", request.params.id));
      },
    );
  };
