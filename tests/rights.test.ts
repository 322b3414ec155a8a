/**
 * The walk over every route, every role and every area: what each answers stands in `rights.table.txt`, so that whoever
 * changes a right sees it there. A route that is new fails here until it says how it is asked.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { plainDate } from "../src/kernel/dates.ts";
import { ROLES } from "../src/people/vocabulary.ts";
import { documentsOfRights, operationsOf, samplesOf } from "./asking.ts";
import { type Running, startBacKan } from "./bacKan.ts";
import { newPerson, PASSWORD_OF_ALL, type SignedIn, signIn } from "./people.ts";

const DAY = plainDate("2023-11-30");

let khu: Running;
let askers: ReadonlyMap<string, SignedIn | { readonly host: string }>;

async function person(login: string, grant: object | null): Promise<SignedIn> {
  const { signedIn } = await newPerson(khu, { login, grant });
  return signedIn;
}

/** Areas: everything, the place of the sample, another province, the zone of the sample. */
async function areas(): Promise<ReadonlyArray<readonly [string, object]>> {
  const place = (code: string) => khu.register.places().findByCode(code, DAY)?.id ?? "";
  const zone = z.object({ id: z.string() }).parse((await khu.get("/api/zones/cam-giang")).body).id;
  return [
    ["all", { kind: "everything" }],
    ["here", { kind: "place", id: place("06") }],
    ["elsewhere", { kind: "place", id: place("01") }],
    ["zone", { kind: "zone", id: zone }],
  ];
}

beforeAll(async () => {
  khu = await startBacKan();
  await documentsOfRights(khu);
  const all = new Map<string, SignedIn | { readonly host: string }>([["nobody", { host: "127.0.0.1" }]]);
  all.set("no role", await person("khong", null));
  for (const role of Object.keys(ROLES)) {
    for (const [where, over] of await areas()) {
      all.set(`${role} ${where}`, await person(`${role}.${where}`, { role, over }));
    }
  }
  askers = all;
}, 300_000);
afterAll(() => khu?.stop());

describe("every route, for every role and every area", () => {
  test("answers what the table says", { timeout: 240_000 }, async () => {
    const samples = await samplesOf(khu);
    const lines: string[] = [];
    for (const { method, path, id } of await operationsOf(khu)) {
      const sample = samples.get(id);
      if (sample === undefined)
        throw new Error(`how is ${id} (${method} ${path}) asked? say it in tests/asking.ts`);
      if (sample === "own") continue;
      const answers: string[] = [];
      for (const [name, headers] of askers) {
        const { statusCode } = await khu.app.inject({
          method,
          url: sample.url ?? path,
          headers: { ...headers, ...sample.headers },
          ...(sample.payload === undefined ? {} : { payload: sample.payload }),
        });
        answers.push(`${name}: ${statusCode}`);
      }
      lines.push(`${method} ${path}`, ...grouped(answers), "");
    }
    expect(lines.length).toBeGreaterThan(100);
    await expect(lines.join("\n")).toMatchFileSnapshot("rights.table.txt");
  });
});

/** The answers by status, so that a line of the table reads as a sentence. */
function grouped(answers: readonly string[]): readonly string[] {
  const by = new Map<string, string[]>();
  for (const answer of answers) {
    const [name = "", status = ""] = answer.split(": ");
    by.set(status, [...(by.get(status) ?? []), name]);
  }
  return [...by].sort(([a], [b]) => (a < b ? -1 : 1)).map(([status, names]) => `  ${status}: ${told(names)}`);
}

const AREAS = ["all", "here", "elsewhere", "zone"];

/** A role that answers so over every area is told by its name alone. */
function told(names: readonly string[]): string {
  if (names.length === askers.size) return "everybody";
  const whole = Object.keys(ROLES).filter((role) => AREAS.every((area) => names.includes(`${role} ${area}`)));
  const rest = names.filter((name) => !whole.some((role) => name.startsWith(`${role} `)));
  return [...rest, ...whole].join(", ");
}

async function developerOf(): Promise<string> {
  const zone = z.object({ developer: z.object({ id: z.string() }) });
  return zone.parse((await khu.get("/api/zones/cam-giang?asOf=2023-11-30")).body).developer.id;
}

describe("an officer who is removed from an area", { timeout: 120_000 }, () => {
  const internal = async (as: SignedIn) => ({
    paper: (await khu.get("/api/documents/mau-internal-paper", as)).status,
    file: (
      await khu.app.inject({ method: "GET", url: "/api/documents/mau-internal-paper/file", headers: as })
    ).statusCode,
    contacts: (await khu.get(`/api/organisations/${await developerOf()}/contacts`, as)).status,
    listed: JSON.stringify((await khu.get("/api/documents?find=rieng", as)).body).includes(
      "mau-internal-paper",
    ),
    imports: (await khu.get("/api/imports", as)).status,
    found: JSON.stringify((await khu.get("/api/search?query=van%20ban%20mau%20rieng", as)).body).includes(
      "mau-internal-paper",
    ),
    commits: (await khu.get("/api/commits", as)).status,
    exported: (
      await khu.app.inject({ method: "GET", url: "/api/commits.xlsx?subject=cam-giang", headers: as })
    ).statusCode,
    history: z
      .object({ history: z.array(z.unknown()) })
      .parse((await khu.get("/api/zones/cam-giang", as)).body).history.length,
  });
  test("finds every route closed at once, with the session that was open", async () => {
    const admin = await khu.signIn();
    const login = "officer.removed";
    await person(login, { role: "officer", over: { kind: "everything" } });
    const session = await signIn(khu.app, { login, password: PASSWORD_OF_ALL });
    const before = await internal(session);
    expect(before).toMatchObject({
      paper: 200,
      file: 200,
      contacts: 200,
      listed: true,
      imports: 200,
      found: true,
    });
    expect(before).toMatchObject({ commits: 200, exported: 200 });
    expect(before.history).toBeGreaterThan(0);
    const accounts = z
      .object({
        items: z.array(
          z.looseObject({
            id: z.string(),
            login: z.string().nullable(),
            roles: z.array(z.looseObject({ id: z.string() })),
          }),
        ),
      })
      .parse((await khu.get("/api/accounts", admin)).body).items;
    const officer = accounts.find((a) => a.login === login);
    const taken = await khu.app.inject({
      method: "DELETE",
      url: `/api/accounts/${officer?.id}/roles/${officer?.roles[0]?.id}`,
      headers: admin,
    });
    expect(taken.statusCode).toBe(200);
    const closed = {
      paper: 401,
      file: 401,
      contacts: 401,
      listed: false,
      imports: 401,
      found: false,
      commits: 401,
      exported: 401,
      history: 0,
    };
    expect(await internal(session)).toEqual(closed);
    // Signed in anew without the role, the account sees what everybody sees.
    const anew = await signIn(khu.app, { login, password: PASSWORD_OF_ALL });
    expect(await internal(anew)).toEqual({
      ...closed,
      paper: 403,
      file: 403,
      contacts: 403,
      imports: 403,
      commits: 403,
      exported: 403,
    });
  });
});
