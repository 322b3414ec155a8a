/** A server of people's routes alone, over a database of its own, with a clock that tests move. */
import { z } from "zod";
import { plainDate } from "../src/kernel/dates.ts";
import { accountRoutes } from "../src/people/accountRoutes.ts";
import {
  ANONYMOUS,
  askWho,
  oidcRoutes,
  type PeopleDeps,
  SESSION_TIMES,
  sessionRoutes,
  tokenRoutes,
  viewRoutes,
} from "../src/people/public.ts";
import { account } from "../src/people/vocabulary.ts";
import { createHttp, type Http } from "../src/platform/http/server.ts";
import type { Oidc } from "../src/platform/identity/oidc.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { administrator, PASSWORD, type SignedIn, signIn } from "./people.ts";

export const made = z.object({ account, oneTimePassword: z.string() });

export type PeopleServer = {
  readonly app: Http;
  readonly deps: PeopleDeps;
  readonly database: FreshDatabase;
  /** Lets time pass, seconds. */
  readonly pass: (seconds: number) => void;
  readonly admin: SignedIn;
  /** A new account that has changed its one-time password to this one, without any role. */
  readonly newPerson: (login: string, password: string) => Promise<z.infer<typeof account>>;
  readonly log: readonly string[];
  readonly stop: () => Promise<void>;
};

type Options = { readonly publicUrl?: URL; readonly oidc?: Oidc };

/** Starts it with a first administrator who is signed in. `/api/open` is a route that anybody may read and write. */
export async function peopleServer(options: Options = {}): Promise<PeopleServer> {
  const database = await freshDatabase();
  const log: string[] = [];
  let moment = Date.parse("2026-11-24T02:00:00Z");
  const { publicUrl = null, oidc = null } = options;
  const app = await createHttp({
    version: "0",
    logLevel: "info",
    publicUrl,
    logTo: { write: (line) => log.push(line) },
  });
  const deps: PeopleDeps = {
    db: database.db,
    now: () => moment,
    today: () => plainDate("2026-11-24"),
    times: SESSION_TIMES,
    publicUrl,
    oidc,
  };
  askWho(app, deps);
  for (const routes of [sessionRoutes, oidcRoutes, tokenRoutes, accountRoutes, viewRoutes])
    await app.register(routes(deps));
  for (const method of ["GET", "POST"] as const) {
    app.route({
      method,
      url: "/api/open",
      handler: async (request) => ({ signedIn: request.asker !== ANONYMOUS }),
    });
  }
  await app.ready();
  const admin = publicUrl === null ? await administrator(app, deps) : NOBODY;
  return {
    app,
    deps,
    database,
    pass: (seconds) => {
      moment += seconds * 1000;
    },
    admin,
    newPerson: async (login, password) => {
      const given = await app.inject({
        method: "POST",
        url: "/api/accounts",
        // The first session may have ended where a test lets days pass.
        headers: await signIn(app, { login: "admin", password: PASSWORD }),
        payload: { login, name: `Người thử ${login}` },
      });
      const { account: person, oneTimePassword } = made.parse(given.json());
      const first = await signIn(app, { login, password: oneTimePassword });
      const changed = await app.inject({
        method: "POST",
        url: "/api/session/password",
        headers: first,
        payload: { current: oneTimePassword, password },
      });
      if (changed.statusCode !== 200) throw new Error(changed.body);
      return person;
    },
    log,
    stop: async () => {
      await app.close();
      await database.drop();
    },
  };
}

const NOBODY: SignedIn = { host: "127.0.0.1", cookie: "", "x-csrf-token": "" };
