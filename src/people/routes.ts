/** The session over HTTP: sign in, who am I, sign out, where am I signed in, password, second step. */

import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { done, type Outcome, refused } from "../kernel/problems.ts";
import { answer, notFound } from "../platform/http/server.ts";
import { csrfTokenOf, tokenHash } from "../platform/identity/tokens.ts";
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from "./cookies.ts";
import type { PeopleDeps } from "./people.ts";
import { grantsOn } from "./permissions.ts";
import { PERSON_NEEDED, SESSION_NEEDED } from "./problems.ts";
import {
  deleteSession,
  deleteSessionByToken,
  deleteSessions,
  findSession,
  listSessions,
  type Speaking,
} from "./sessionStore.ts";
import {
  beginSession,
  beginTotp,
  changePassword,
  confirmPassword,
  confirmTotp,
  type From,
  identify,
} from "./signing.ts";
import { setTotp } from "./store.ts";
import { type SessionAnswer, sessionAnswer } from "./vocabulary.ts";

const tags = ["people"];
const lang = z.enum(["vi", "en"]).default("vi");
const querystring = z.object({ lang });
/** Longer ones are not even hashed. */
const secret = z.string().min(1).max(1000);
const gone = z.object({ ended: z.boolean() });

export function fromOf(request: FastifyRequest): From {
  return { address: request.ip, agent: request.headers["user-agent"] ?? null };
}

/** The person at the screen: refused for who is not signed in, and for a program with a token. */
export function personOf(request: FastifyRequest): Outcome<Speaking> {
  if (request.khuSession !== null) return done(request.khuSession.speaking);
  return refused(request.asker.kind === "account" ? PERSON_NEEDED : SESSION_NEEDED);
}

/** Sends an outcome; one that asks to wait says for how long. */
function answerTried<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  tried: Outcome<T> & { readonly wait?: number },
): T | FastifyReply {
  if (tried.wait !== undefined) reply.header("retry-after", String(tried.wait));
  return answer(request, reply, tried);
}

export const sessionRoutes =
  (deps: PeopleDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { db, now, times } = deps;
    const nobody: SessionAnswer = { user: null, csrf: null, oidc: deps.oidc !== null };
    const sessionOf = (speaking: Speaking | null, csrf: string | null): SessionAnswer => {
      if (speaking === null) return nobody;
      const { account: id, login, name, mustChange, secondStep } = speaking;
      const roles = [...grantsOn(speaking.grants, deps.today())];
      return { ...nobody, user: { id, login, name, mustChange, secondStep, roles }, csrf };
    };
    const signedInAs = async (token: string) =>
      sessionOf(await findSession(db, tokenHash(token), { now: now(), times }), csrfTokenOf(token));

    app.post(
      "/api/session",
      {
        schema: {
          tags,
          operationId: "signIn",
          summary:
            "Signs in; 401 `session.codeNeeded` asks for the same once more with the second step's code",
          querystring,
          body: z.object({
            login: z.string().max(200),
            password: z.string().max(1000),
            code: z.string().max(100).optional(),
          }),
          response: { 200: sessionAnswer },
        },
      },
      async (request, reply) => {
        const found = await identify(deps, request.body, fromOf(request));
        if (!found.ok) return answerTried(request, reply, found);
        const former = sessionTokenOf(request, deps);
        if (former !== null) await deleteSessionByToken(db, tokenHash(former));
        const token = await beginSession(deps, found.value.id, fromOf(request));
        setSessionCookie({ request, reply, rules: deps }, token);
        return signedInAs(token);
      },
    );

    app.get(
      "/api/session",
      {
        schema: {
          tags,
          operationId: "getSession",
          summary: "Who is signed in, with what roles; `user` null where nobody is",
          querystring,
          response: { 200: sessionAnswer },
        },
      },
      async (request, reply) => {
        reply.header("cache-control", "private, no-store");
        return sessionOf(request.khuSession?.speaking ?? null, request.khuSession?.csrf ?? null);
      },
    );

    app.delete(
      "/api/session",
      {
        schema: {
          tags,
          operationId: "signOut",
          summary: "Signs out here",
          querystring,
          response: { 200: sessionAnswer },
        },
      },
      async (request, reply) => {
        const token = sessionTokenOf(request, deps);
        if (token !== null) await deleteSessionByToken(db, tokenHash(token));
        clearSessionCookie({ request, reply, rules: deps });
        return nobody;
      },
    );

    app.get(
      "/api/sessions",
      {
        schema: {
          tags,
          operationId: "listSessions",
          summary: "Where one is signed in",
          querystring,
          response: {
            200: z.object({
              items: z.array(
                z.object({
                  id: z.string(),
                  here: z.boolean(),
                  beganAt: z.string(),
                  seenAt: z.string(),
                  address: z.string().nullable(),
                  agent: z.string().nullable(),
                }),
              ),
            }),
          },
        },
      },
      async (request, reply) => {
        const person = personOf(request);
        if (!person.ok) return answer(request, reply, person);
        const items = await listSessions(db, person.value.account, { now: now(), times });
        return { items: items.map((s) => ({ ...s, here: s.id === person.value.session })) };
      },
    );

    app.delete(
      "/api/sessions",
      {
        schema: {
          tags,
          operationId: "signOutEverywhere",
          summary: "Signs out everywhere",
          querystring,
          response: { 200: sessionAnswer },
        },
      },
      async (request, reply) => {
        const person = personOf(request);
        if (!person.ok) return answer(request, reply, person);
        await deleteSessions(db, person.value.account, null);
        clearSessionCookie({ request, reply, rules: deps });
        return nobody;
      },
    );

    app.delete(
      "/api/sessions/:id",
      {
        schema: {
          tags,
          operationId: "endSession",
          summary: "Signs out in one other place",
          params: z.object({ id: z.string().min(1) }),
          querystring,
          response: { 200: gone },
        },
      },
      async (request, reply) => {
        const person = personOf(request);
        if (!person.ok) return answer(request, reply, person);
        const ended = await deleteSession(db, person.value.account, request.params.id);
        return ended ? { ended } : answer(request, reply, notFound("session", request.params.id));
      },
    );

    app.post(
      "/api/session/password",
      {
        schema: {
          tags,
          operationId: "changePassword",
          summary: "Changes the own password; the sessions elsewhere end, this one gets a new token",
          querystring,
          body: z.object({ current: secret, password: secret }),
          response: { 200: sessionAnswer },
        },
      },
      async (request, reply) => {
        const person = personOf(request);
        if (!person.ok) return answer(request, reply, person);
        const { account, session } = person.value;
        const changed = await changePassword(deps, { account, session, ...request.body }, fromOf(request));
        if (!changed.ok) return answerTried(request, reply, changed);
        setSessionCookie({ request, reply, rules: deps }, changed.value);
        return signedInAs(changed.value);
      },
    );

    app.post(
      "/api/session/totp",
      {
        schema: {
          tags,
          operationId: "beginSecondStep",
          summary:
            "Without `code` a new secret, shown once; with the code of it the second step begins to be asked for",
          querystring,
          body: z.object({ password: secret, code: z.string().max(20).optional() }),
          response: {
            200: z.object({
              secret: z.string().nullable(),
              address: z.string().nullable().meta({ description: "otpauth://, for a QR code" }),
              recoveryCodes: z.array(z.string()).nullable(),
            }),
          },
        },
      },
      async (request, reply) => {
        const person = personOf(request);
        if (!person.ok) return answer(request, reply, person);
        const { password, code } = request.body;
        const found = await confirmPassword(
          deps,
          { account: person.value.account, password },
          fromOf(request),
        );
        if (!found.ok) return answerTried(request, reply, found);
        if (code === undefined) return { ...(await beginTotp(deps, found.value)), recoveryCodes: null };
        const codes = await confirmTotp(deps, found.value, code);
        if (!codes.ok) return answer(request, reply, codes);
        return { secret: null, address: null, recoveryCodes: [...codes.value] };
      },
    );

    app.delete(
      "/api/session/totp",
      {
        schema: {
          tags,
          operationId: "endSecondStep",
          summary: "Takes the second step away",
          querystring,
          body: z.object({ password: secret }),
          response: { 200: gone },
        },
      },
      async (request, reply) => {
        const person = personOf(request);
        if (!person.ok) return answer(request, reply, person);
        const { password } = request.body;
        const found = await confirmPassword(
          deps,
          { account: person.value.account, password },
          fromOf(request),
        );
        if (!found.ok) return answerTried(request, reply, found);
        await setTotp(db, found.value.id, null);
        return { ended: true };
      },
    );
  };
