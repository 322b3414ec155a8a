/** Who asks: every request gets its asker before a route sees it. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { refuse } from "../platform/http/problems.ts";
import { type Http, isAnswer, isWrite } from "../platform/http/server.ts";
import { csrfTokenOf, sameText, tokenHash } from "../platform/identity/tokens.ts";
import { sessionTokenOf } from "./cookies.ts";
import type { PeopleDeps } from "./people.ts";
import { ANONYMOUS, type Asker, grantsOn } from "./permissions.ts";
import { CSRF, TOKEN_UNKNOWN } from "./problems.ts";
import { findSession, findToken, type Speaking } from "./sessionStore.ts";

/** The session of a request, for the routes about it. */
export type Session = { readonly speaking: Speaking; readonly csrf: string };

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks; `ANONYMOUS` for who is not signed in. */
    asker: Asker;
    /** The session by cookie, or null (also with an access token). */
    khuSession: Session | null;
  }
}

type Found = { readonly asker: Asker; readonly session: Session | null };

/** Gives every request to the register its asker. Refuses a token that is none, and a write without the session's token. */
export function askWho(app: Http, deps: PeopleDeps): void {
  app.decorateRequest("asker");
  app.decorateRequest("khuSession");
  app.addHook("onRequest", async (request, reply) => {
    request.asker = ANONYMOUS;
    request.khuSession = null;
    if (!isAnswer(request.url)) return undefined;
    return find(deps, request, reply);
  });
}

async function find(
  deps: PeopleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  const found = bearer === undefined ? await bySession(deps, request) : await byToken(deps, bearer);
  if (found === null) return refuse(request, reply, [TOKEN_UNKNOWN]);
  request.asker = found.asker;
  request.khuSession = found.session;
  // What an account sees must not be kept for the next one at the same machine.
  if (found.asker.kind !== "anonymous") reply.header("cache-control", "private, no-store");
  if (found.session === null || !isWrite(request) || isSigningIn(request)) return undefined;
  const shown = request.headers["x-csrf-token"];
  const right = typeof shown === "string" && sameText(shown, found.session.csrf);
  return right ? undefined : refuse(request, reply, [CSRF]);
}

/** Signing in begins a session, so it can't show the token of one; its origin was looked at. */
function isSigningIn(request: FastifyRequest): boolean {
  return request.method === "POST" && request.routeOptions.url === "/api/session";
}

async function byToken(deps: PeopleDeps, token: string): Promise<Found | null> {
  const speaking = await findToken(deps.db, tokenHash(token), deps.now());
  return speaking === null ? null : { asker: askerOf(deps, speaking, "token"), session: null };
}

async function bySession(deps: PeopleDeps, request: FastifyRequest): Promise<Found> {
  const token = sessionTokenOf(request, deps);
  const { now, times } = deps;
  const speaking =
    token === null ? null : await findSession(deps.db, tokenHash(token), { now: now(), times });
  if (token === null || speaking === null) return { asker: ANONYMOUS, session: null };
  return {
    asker: askerOf(deps, speaking, "session"),
    session: { speaking, csrf: csrfTokenOf(token) },
  };
}

function askerOf(deps: PeopleDeps, speaking: Speaking, via: "session" | "token"): Asker {
  return {
    kind: "account",
    id: speaking.account,
    via,
    mustChange: speaking.mustChange,
    grants: grantsOn(speaking.grants, deps.today()),
    units: speaking.units,
  };
}
