/** Accounts over HTTP, for administrators: make, alter, close, erase, give roles and take them. */

import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { refuse } from "../platform/http/problems.ts";
import { answer, notFound } from "../platform/http/server.ts";
import { newToken, tokenHash } from "../platform/identity/tokens.ts";
import { changeAccount, createAccount, endSessions, erase, giveRole, takeRole } from "./administering.ts";
import { setSessionCookie } from "./cookies.ts";
import type { PeopleDeps } from "./people.ts";
import { authorOf, permit } from "./permissions.ts";
import { renewSession } from "./sessionStore.ts";
import { findAccount, listAccounts } from "./store.ts";
import { account, accountChange, newAccount, newGrant } from "./vocabulary.ts";

const tags = ["people"];
const querystring = z.object({ lang: z.enum(["vi", "en"]).default("vi") });
const params = z.object({ id: z.string().min(1) });
const administered = z.object({
  account,
  oneTimePassword: z.string().nullable().meta({ description: "Answered this once, to be handed over" }),
});

export const accountRoutes =
  (deps: PeopleDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { db } = deps;
    // Before the handler of each of these routes, so that none can lack it.
    app.addHook("preHandler", async (request, reply) => {
      const allowed = permit(request.asker, "administerAccounts");
      return allowed.ok ? undefined : refuse(request, reply, allowed.problems);
    });
    /** Who alters the own rights stays signed in under a token that is new; everybody else's sessions have ended. */
    const renewOwn = async (request: FastifyRequest, reply: FastifyReply, id: string) => {
      const session = request.khuSession;
      if (session?.speaking.account !== id) return;
      const token = newToken();
      await renewSession(db, session.speaking.session, tokenHash(token));
      setSessionCookie({ request, reply, rules: deps }, token);
    };
    const ownSession = (request: FastifyRequest) => request.khuSession?.speaking.session ?? null;

    app.get(
      "/api/accounts",
      {
        schema: {
          tags,
          operationId: "listAccounts",
          summary: "All accounts with their roles",
          querystring,
          response: { 200: z.object({ items: z.array(account) }) },
        },
      },
      async () => ({ items: [...(await listAccounts(db))] }),
    );

    app.post(
      "/api/accounts",
      {
        schema: {
          tags,
          operationId: "createAccount",
          summary: "A new account without any role, with a one-time password",
          querystring,
          body: newAccount,
          response: { 201: administered },
        },
      },
      async (request, reply) => {
        const made = await createAccount(deps, { by: authorOf(request.asker), given: request.body });
        return made.ok ? reply.status(201).send(made.value) : answer(request, reply, made);
      },
    );

    app.get(
      "/api/accounts/:id",
      {
        schema: {
          tags,
          operationId: "getAccount",
          summary: "One account",
          params,
          querystring,
          response: { 200: account },
        },
      },
      async (request, reply) => {
        const found = await findAccount(db, request.params.id);
        return found ?? answer(request, reply, notFound("account", request.params.id));
      },
    );

    app.patch(
      "/api/accounts/:id",
      {
        schema: {
          tags,
          operationId: "changeAccount",
          summary:
            "Name, e-mail, closed or open, a new one-time password; sessions end where it is closed or the password is new",
          params,
          querystring,
          body: accountChange,
          response: { 200: administered },
        },
      },
      async (request, reply) => {
        return answer(request, reply, await changeAccount(deps, request.params.id, request.body));
      },
    );

    app.delete(
      "/api/accounts/:id",
      {
        schema: {
          tags,
          operationId: "eraseAccount",
          summary: "Closes the account and erases what tells of the person; what they recorded stays",
          params,
          querystring,
          response: { 200: account },
        },
      },
      async (request, reply) => {
        return answer(request, reply, await erase(deps, request.params.id));
      },
    );

    app.delete(
      "/api/accounts/:id/sessions",
      {
        schema: {
          tags,
          operationId: "endSessionsOfAccount",
          summary: "Signs the account out everywhere; one's own present session stays",
          params,
          querystring,
          response: { 200: account },
        },
      },
      async (request, reply) => {
        return answer(request, reply, await endSessions(deps, request.params.id, ownSession(request)));
      },
    );

    app.post(
      "/api/accounts/:id/roles",
      {
        schema: {
          tags,
          operationId: "giveRole",
          summary:
            "Gives a role over everything, a place, an organisation or a zone; the account signs in anew",
          params,
          querystring,
          body: newGrant,
          response: { 201: account },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        const of = { by: authorOf(request.asker), given: request.body, session: ownSession(request) };
        const given = await giveRole(deps, id, of);
        if (!given.ok) return answer(request, reply, given);
        await renewOwn(request, reply, id);
        return reply.status(201).send(given.value);
      },
    );

    app.delete(
      "/api/accounts/:id/roles/:role",
      {
        schema: {
          tags,
          operationId: "takeRole",
          summary: "Ends a role at once; the account signs in anew",
          params: params.extend({ role: z.string().min(1) }),
          querystring,
          response: { 200: account },
        },
      },
      async (request, reply) => {
        const { id, role } = request.params;
        const of = { by: authorOf(request.asker), given: role, session: ownSession(request) };
        const taken = await takeRole(deps, id, of);
        if (!taken.ok) return answer(request, reply, taken);
        await renewOwn(request, reply, id);
        return taken.value;
      },
    );
  };
