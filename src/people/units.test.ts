import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { administrator, newPerson, type SignedIn } from "../../tests/people.ts";
import { plainDate } from "../kernel/dates.ts";
import { createHttp, type Http } from "../platform/http/server.ts";
import {
  accountRoutes,
  askWho,
  findUnitOf,
  listMembers,
  type PeopleDeps,
  SESSION_TIMES,
  sessionRoutes,
  unitRoutes,
} from "./public.ts";
import { unit } from "./unitVocabulary.ts";

const TODAY = plainDate("2026-11-27");
let database: FreshDatabase;
let app: Http;
let admin: SignedIn;
let officer: { readonly id: string; readonly signedIn: SignedIn };
let seen: readonly string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  const today = () => TODAY;
  const deps: PeopleDeps = {
    ...{ db: database.db, today, now: () => Date.now(), times: SESSION_TIMES, publicUrl: null, oidc: null },
  };
  app = await createHttp({ version: "0.0.0", logLevel: "silent" });
  askWho(app, deps);
  app.addHook("preHandler", async ({ asker }) => {
    seen = asker.kind === "account" ? (asker.units ?? []) : [];
  });
  for (const routes of [sessionRoutes, accountRoutes, unitRoutes]) await app.register(routes(deps));
  await app.ready();
  admin = await administrator(app, deps);
  officer = await newPerson(
    { app, signIn: async () => admin },
    { login: "can-bo", grant: { role: "officer", over: { kind: "everything" } } },
  );
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

async function ask(method: "GET" | "POST" | "PATCH" | "DELETE", url: string, payload?: object, as = admin) {
  return app.inject({ method, url, headers: as, ...(payload === undefined ? {} : { payload }) });
}
async function make(name: string, parent: string | null = null) {
  const made = await ask("POST", "/api/units", { name, parent });
  expect(made.statusCode).toBe(201);
  return unit.parse(made.json());
}

describe("units of the office", () => {
  test("who works where is known to every request, and ends with another row", async () => {
    const department = await make("Sở Mẫu");
    const room = await make("Phòng Mẫu 1", department.id);
    const joined = await ask("POST", `/api/units/${room.id}/members`, {
      account: officer.id,
      since: "2026-01-01",
    });
    expect(unit.parse(joined.json()).members).toEqual([
      { account: officer.id, name: "Người thử can-bo", since: "2026-01-01" },
    ]);
    expect((await ask("GET", "/api/units", undefined, officer.signedIn)).statusCode).toBe(200);
    expect(seen).toEqual([room.id]);
    const on = (day: string) => ({ day: plainDate(day) });
    expect(await findUnitOf(database.db, { account: officer.id, ...on("2026-11-27") })).toBe(room.id);
    expect(await findUnitOf(database.db, { account: officer.id, ...on("2025-12-31") })).toBeNull();
    expect(await listMembers(database.db, { unit: department.id, ...on("2026-11-27") })).toEqual([
      officer.id,
    ]);
    const left = await ask("DELETE", `/api/units/${room.id}/members/${officer.id}`);
    expect(unit.parse(left.json()).members).toEqual([]);
    expect(await findUnitOf(database.db, { account: officer.id, ...on("2026-11-26") })).toBe(room.id);
    expect(await findUnitOf(database.db, { account: officer.id, ...on("2026-11-27") })).toBeNull();
    await expect(database.pool.query("delete from unit_members")).rejects.toThrow();
    await expect(database.owner.query("update unit_members set since = '2020-01-01'")).rejects.toThrow(
      /append-only/,
    );
  });

  test("who does not administer alters nothing, and who is not signed in sees nothing", async () => {
    expect((await ask("POST", "/api/units", { name: "Phòng trái phép" }, officer.signedIn)).statusCode).toBe(
      403,
    );
    expect((await app.inject({ url: "/api/units", headers: { host: "127.0.0.1" } })).statusCode).toBe(401);
  });

  test("a unit is not part of itself, has a name of its own, and ends only when it is empty", async () => {
    const above = await make("Phòng Mẫu 2");
    const below = await make("Tổ Mẫu", above.id);
    const code = async (asked: ReturnType<typeof ask>) => (await asked).json().code;
    expect(await code(ask("POST", "/api/units", { name: "phòng mẫu 2" }))).toBe("unit.taken");
    expect(await code(ask("PATCH", `/api/units/${above.id}`, { parent: below.id }))).toBe("unit.ring");
    expect(await code(ask("PATCH", `/api/units/${above.id}`, { ended: true }))).toBe("unit.hasParts");
    const member = { account: officer.id };
    await ask("POST", `/api/units/${below.id}/members`, member);
    expect(await code(ask("POST", `/api/units/${below.id}/members`, member))).toBe("unit.memberAlready");
    expect(await code(ask("PATCH", `/api/units/${below.id}`, { ended: true }))).toBe("unit.hasParts");
    await ask("DELETE", `/api/units/${below.id}/members/${officer.id}`);
    expect((await ask("PATCH", `/api/units/${below.id}`, { ended: true })).statusCode).toBe(200);
    expect(await code(ask("POST", `/api/units/${below.id}/members`, member))).toBe("unit.ended");
    expect((await ask("PATCH", `/api/units/${below.id}`, { ended: false })).statusCode).toBe(200);
  });
});
