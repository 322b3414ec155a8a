/** Signing in through the identity provider: away and back. */

import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Problem, refused } from "../kernel/problems.ts";
import { languageOf } from "../platform/http/problems.ts";
import { answer } from "../platform/http/server.ts";
import { newToken, tokenHash } from "../platform/identity/tokens.ts";
import { clearOidcCookie, oidcTokenOf, sessionTokenOf, setOidcCookie, setSessionCookie } from "./cookies.ts";
import { accountOfPerson } from "./joining.ts";
import type { PeopleDeps } from "./people.ts";
import { NO_OIDC, OIDC_EXPIRED } from "./problems.ts";
import { fromOf } from "./routes.ts";
import { isOwnPath } from "./rules.ts";
import { deleteSessionByToken, insertOidcAttempt, takeOidcAttempt } from "./sessionStore.ts";
import { beginSession } from "./signing.ts";

const tags = ["people"];
const RETURN = "/api/session/oidc/return";

const ownPath = z.string().refine(isOwnPath, { error: "a path of this server" });

export const oidcRoutes =
  (deps: PeopleDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { db, oidc, now } = deps;
    const homeOf = (request: FastifyRequest) =>
      deps.publicUrl?.origin ?? `http://${request.headers.host ?? "127.0.0.1"}`;
    /** A browser stands here, which would show problem details as text: the page for signing in tells it. */
    const back = (request: FastifyRequest, reply: FastifyReply, problem: Problem, returnTo = "/") => {
      const words = new URLSearchParams({ problem: problem.code });
      // Who tries again still comes to the page that was asked for.
      if (returnTo !== "/") words.set("return", returnTo);
      if (languageOf(request) === "en") words.set("lang", "en");
      return reply.redirect(`/dang-nhap?${words}`, 303);
    };

    app.get(
      "/api/session/oidc/start",
      {
        schema: {
          tags,
          operationId: "startOidc",
          summary: "Sends the browser to the identity provider",
          querystring: z.object({ return: ownPath.default("/"), lang: z.enum(["vi", "en"]).default("vi") }),
        },
      },
      async (request, reply) => {
        if (oidc === null) return answer(request, reply, refused(NO_OIDC));
        const started = await oidc.start(`${homeOf(request)}${RETURN}`);
        if (!started.ok) return back(request, reply, started.problems[0], request.query.return);
        const token = newToken();
        const returnTo = request.query.return;
        await insertOidcAttempt(db, {
          hash: tokenHash(token),
          ...started.value.attempt,
          returnTo,
          now: now(),
        });
        setOidcCookie({ request, reply, rules: deps }, token);
        return reply.redirect(started.value.address, 303);
      },
    );

    app.get(
      RETURN,
      {
        schema: {
          tags,
          operationId: "returnFromOidc",
          summary: "Where the identity provider sends the browser back to",
          querystring: z.looseObject({ state: z.string().optional(), code: z.string().optional() }),
        },
      },
      async (request, reply) => {
        if (oidc === null) return answer(request, reply, refused(NO_OIDC));
        const token = oidcTokenOf(request, deps);
        const attempt = token === null ? null : await takeOidcAttempt(db, tokenHash(token), now());
        clearOidcCookie({ request, reply, rules: deps });
        if (attempt === null) return back(request, reply, OIDC_EXPIRED);
        const person = await oidc.finish(new URL(request.url, homeOf(request)), attempt);
        if (!person.ok) return back(request, reply, person.problems[0], attempt.returnTo);
        const account = await accountOfPerson(deps, person.value);
        if (!account.ok) return back(request, reply, account.problems[0], attempt.returnTo);
        const former = sessionTokenOf(request, deps);
        if (former !== null) await deleteSessionByToken(db, tokenHash(former));
        const session = await beginSession(deps, account.value, fromOf(request));
        setSessionCookie({ request, reply, rules: deps }, session);
        return reply.redirect(attempt.returnTo, 303);
      },
    );
  };
