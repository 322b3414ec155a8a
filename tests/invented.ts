/** What tests of the screens invent over the register as it begins: people with a role, and a cluster that says Mẫu. */
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import type { Role } from "../src/people/vocabulary.ts";
import type { Running } from "./bacKan.ts";
import { type SignedIn, signIn } from "./people.ts";
import { made } from "./peopleServer.ts";

const withId = z.object({ id: z.string() });

export type Person = { readonly login: string; readonly password: string };

/** An account that holds the role over everything, signed in with a password of its own. */
export async function newPerson(khu: Running, of: Person & { readonly role: Role }): Promise<SignedIn> {
  const { login, password, role } = of;
  const admin = await khu.signIn();
  const post = (url: string, payload: object, headers: SignedIn) =>
    khu.app.inject({ method: "POST", url, payload, headers });
  const given = await post("/api/accounts", { login, name: `Người Mẫu ${login}` }, admin);
  const { account, oneTimePassword } = made.parse(given.json());
  await post(`/api/accounts/${account.id}/roles`, { role }, admin);
  const first = await signIn(khu.app, { login, password: oneTimePassword });
  await post("/api/session/password", { current: oneTimePassword, password }, first);
  return signIn(khu.app, { login, password });
}

/** Tells of an invented cluster of 50 ha, since 1 January 2024: recorded at once, or proposed. Gives what was answered. */
export async function tellCluster(
  khu: Running,
  of: {
    readonly headers: SignedIn;
    readonly url: "/api/recording" | "/api/proposals";
    readonly name: string;
  },
): Promise<unknown> {
  const place = withId.parse((await khu.get("/api/places/063?asOf=2024-01-01")).body).id;
  const draft = {
    ...{ kind: "decision", number: "9001/QĐ-UBND", signedOn: "2024-01-01", issuer: "UBND tỉnh Mẫu" },
    title: `Thành lập ${of.name}`,
  };
  const set = { name: of.name, kind: "cluster", places: [place], area: 500_000, legal: "established" };
  const told = {
    ...{ requestKey: uuidv7(), paper: { kind: "new", draft }, subject: null },
    ...{ from: { kind: "on", date: "2024-01-01" }, set, expected: 0 },
  };
  const { headers, url } = of;
  const answer = await khu.app.inject({ method: "POST", url, headers, payload: told });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json();
}
