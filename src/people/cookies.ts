/** The cookies that sign in. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { PeopleDeps } from "./people.ts";

type Rules = Pick<PeopleDeps, "publicUrl" | "times">;

function isSecure({ publicUrl }: Rules): boolean {
  return publicUrl?.protocol === "https:";
}

/**
 * Over https the prefix makes browsers refuse the cookie from any other host or path. On this machine alone the port is
 * in the name, because cookies do not tell the ports of a host apart, and two registers may be open beside each other.
 */
function nameOf(request: FastifyRequest, rules: Rules, what: "khu" | "khu-oidc"): string {
  if (isSecure(rules)) return `__Host-${what}`;
  const port = /:(\d+)$/.exec(request.headers.host ?? "")?.[1] ?? "80";
  return `${what}-${port}`;
}

/** The token of the request's session, or null. */
export function sessionTokenOf(request: FastifyRequest, rules: Rules): string | null {
  return request.cookies[nameOf(request, rules, "khu")] ?? null;
}

type Setting = { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly rules: Rules };

const common = (rules: Rules) =>
  ({ path: "/", httpOnly: true, sameSite: "lax", secure: isSecure(rules) }) as const;

export function setSessionCookie({ request, reply, rules }: Setting, token: string): void {
  reply.setCookie(nameOf(request, rules, "khu"), token, { ...common(rules), maxAge: rules.times.whole });
}

export function clearSessionCookie({ request, reply, rules }: Setting): void {
  reply.clearCookie(nameOf(request, rules, "khu"), common(rules));
}

/** The token of who has gone to the identity provider, or null. */
export function oidcTokenOf(request: FastifyRequest, rules: Rules): string | null {
  return request.cookies[nameOf(request, rules, "khu-oidc")] ?? null;
}

export function setOidcCookie({ request, reply, rules }: Setting, token: string): void {
  reply.setCookie(nameOf(request, rules, "khu-oidc"), token, { ...common(rules), maxAge: 600 });
}

export function clearOidcCookie({ request, reply, rules }: Setting): void {
  reply.clearCookie(nameOf(request, rules, "khu-oidc"), common(rules));
}
