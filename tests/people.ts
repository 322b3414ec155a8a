/** People for tests: an administrator who is signed in, or an asker without any signing in. */
import { z } from "zod";
import { plainDate } from "../src/kernel/dates.ts";
import { RefusalError } from "../src/kernel/problems.ts";
import { type Asker, firstAdministrator, type PeopleDeps } from "../src/people/public.ts";
import type { Http } from "../src/platform/http/server.ts";

/** The password of the administrator in tests. */
export const PASSWORD = "bảy con trâu lội sông";

/** What a signed-in browser sends with every request. A type, so that it goes where any headers go. */
export type SignedIn = {
  readonly host: string;
  readonly cookie: string;
  readonly "x-csrf-token": string;
};

const answer = z.object({ csrf: z.string() });

/** Signs in as a browser does. Throws where that is refused. */
export async function signIn(
  app: Pick<Http, "inject">,
  of: { readonly login: string; readonly password: string; readonly code?: string },
): Promise<SignedIn> {
  const host = "127.0.0.1";
  const given = await app.inject({ method: "POST", url: "/api/session", headers: { host }, payload: of });
  if (given.statusCode !== 200) throw new Error(`${of.login} was not signed in: ${given.body}`);
  const [cookie] = given.cookies;
  return {
    host,
    cookie: `${cookie?.name}=${cookie?.value}`,
    "x-csrf-token": answer.parse(given.json()).csrf,
  };
}

/** Makes the first administrator of an empty register, with the password above, and signs them in. */
export async function administrator(
  app: Pick<Http, "inject">,
  deps: Pick<PeopleDeps, "db" | "today">,
): Promise<SignedIn> {
  const made = await firstAdministrator(deps, { password: PASSWORD, by: "thử", tell: () => undefined });
  if (!made.ok) throw new RefusalError(made.problems);
  return signIn(app, { login: "admin", password: PASSWORD });
}

/** The password of everybody whom `newPerson` makes. */
export const PASSWORD_OF_ALL = "con cò bay lả bay la";
const madeAccount = z.object({ account: z.looseObject({ id: z.string() }), oneTimePassword: z.string() });

/** An account with one role over one area, signed in with a password of its own; without a role where none is given. */
export async function newPerson(
  khu: { readonly app: Pick<Http, "inject">; readonly signIn: () => Promise<SignedIn> },
  of: {
    readonly login: string;
    readonly grant: object | null;
    readonly name?: string;
    readonly email?: string;
  },
): Promise<{ readonly id: string; readonly signedIn: SignedIn }> {
  const { login, grant, name = `Người thử ${login}`, email } = of;
  const headers = await khu.signIn();
  const post = (url: string, payload: object, as: SignedIn) =>
    khu.app.inject({ method: "POST", url, headers: as, payload });
  const { account, oneTimePassword } = madeAccount.parse(
    (await post("/api/accounts", { login, name, ...(email === undefined ? {} : { email }) }, headers)).json(),
  );
  const first = await signIn(khu.app, { login, password: oneTimePassword });
  await post("/api/session/password", { current: oneTimePassword, password: PASSWORD_OF_ALL }, first);
  if (grant !== null) {
    const given = await post(`/api/accounts/${account.id}/roles`, grant, headers);
    if (given.statusCode !== 201) throw new Error(given.body);
  }
  return { id: account.id, signedIn: await signIn(khu.app, { login, password: PASSWORD_OF_ALL }) };
}

/** An account that holds one role over everything, since long ago. */
export function holding(role: "reader" | "officer" | "approver" | "auditor" | "administrator"): Asker {
  const grant = {
    id: "01900000-0000-7000-8000-000000000001",
    role,
    over: { kind: "everything" },
    from: plainDate("2000-01-01"),
    to: null,
  } as const;
  return {
    kind: "account",
    id: "01900000-0000-7000-8000-0000000000aa",
    via: "session",
    mustChange: false,
    grants: [grant],
  };
}

/** Every request to this server is asked by one and the same; for tests of routes that are not about signing in. */
export function askedBy(app: Http, asker: () => Asker): void {
  app.decorateRequest("asker");
  app.addHook("onRequest", async (request) => {
    request.asker = asker();
  });
}
