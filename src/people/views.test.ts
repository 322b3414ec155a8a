/** Saved views: kept with an account, seen by nobody else, gone with the account. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type SignedIn, signIn } from "../../tests/people.ts";
import { type PeopleServer, peopleServer } from "../../tests/peopleServer.ts";
import { readBrowserViews, withView } from "./screens/keptViews.ts";
import { listViews } from "./viewStore.ts";
import { savedView } from "./vocabulary.ts";

const PASSWORD = "con kiến mà leo cành đa";
const list = z.object({ items: z.array(savedView) });

let server: PeopleServer;
let one: SignedIn;
let two: SignedIn;
let oneId: string;
beforeAll(async () => {
  server = await peopleServer();
  oneId = (await server.newPerson("mot", PASSWORD)).id;
  await server.newPerson("hai", PASSWORD);
  one = await signIn(server.app, { login: "mot", password: PASSWORD });
  two = await signIn(server.app, { login: "hai", password: PASSWORD });
});
afterAll(() => server?.stop());

const save = (as: SignedIn, name: string, query = "stage=clearing") =>
  server.app.inject({
    method: "POST",
    url: "/api/views",
    headers: as,
    payload: { page: "zones", name, query },
  });
const views = async (as: SignedIn) =>
  list.parse((await server.app.inject({ method: "GET", url: "/api/views?page=zones", headers: as })).json())
    .items;

describe("saved views", () => {
  test("need somebody who is signed in", async () => {
    const { statusCode } = await server.app.inject({ method: "GET", url: "/api/views?page=zones" });
    expect(statusCode).toBe(401);
    const { cookie, host } = one;
    const without = { host, cookie };
    const unshown = await server.app.inject({
      ...{ method: "POST", url: "/api/views", headers: without },
      payload: { page: "zones", name: "Mẫu", query: "" },
    });
    expect(unshown.statusCode).toBe(403);
  });

  test("are the account's own: another neither sees nor removes them", async () => {
    const saved = savedView.parse((await save(one, "Đang giải phóng mặt bằng")).json());
    expect(await views(one)).toEqual([saved]);
    expect(await views(two)).toEqual([]);
    const gone = await server.app.inject({ method: "DELETE", url: `/api/views/${saved.id}`, headers: two });
    expect(gone.statusCode).toBe(404);
    expect(await views(one)).toHaveLength(1);
  });

  test("bear a name once, and the refusal says what to do", async () => {
    const again = await save(one, "  Đang giải phóng mặt bằng ");
    expect([again.statusCode, again.json().code]).toEqual([409, "view.notSaved"]);
    expect((await save(two, "Đang giải phóng mặt bằng")).statusCode).toBe(201);
  });

  test("are of a bearable length, and nothing but text", async () => {
    expect((await save(one, "x".repeat(81))).statusCode).toBe(400);
    expect((await save(one, " ")).statusCode).toBe(400);
    expect((await save(one, "dài", "x".repeat(2001))).statusCode).toBe(400);
    expect((await save(one, "'; drop table saved_views; --")).statusCode).toBe(201);
    expect((await views(one)).map((v) => v.name)).toContain("'; drop table saved_views; --");
  });

  test("are removed, and can be put back", async () => {
    const [first] = await views(two);
    const remove = () =>
      server.app.inject({ method: "DELETE", url: `/api/views/${first?.id}`, headers: two });
    expect((await remove()).json()).toEqual({ removed: true });
    expect((await remove()).statusCode).toBe(404);
    expect((await save(two, first?.name ?? "", first?.query)).statusCode).toBe(201);
    expect(await views(two)).toHaveLength(1);
  });

  test("go when the account is erased", async () => {
    const count = async () => (await listViews(server.deps.db, oneId, "zones")).length;
    expect(await count()).toBeGreaterThan(0);
    const erased = await server.app.inject({
      ...{ method: "DELETE", url: `/api/accounts/${oneId}`, headers: server.admin },
    });
    expect(erased.statusCode).toBe(200);
    expect(await count()).toBe(0);
  });
});

describe("views that a browser keeps", () => {
  const holding = (text: string | null) => ({ getItem: () => text });
  test("are none where its storage holds something else, or is closed", () => {
    expect(readBrowserViews(holding(null), "zones")).toEqual([]);
    expect(readBrowserViews(holding("{"), "zones")).toEqual([]);
    expect(readBrowserViews(holding('[{"name":1}]'), "zones")).toEqual([]);
    const closed = {
      getItem: () => {
        throw new Error("closed");
      },
    };
    expect(readBrowserViews(closed, "zones")).toEqual([]);
  });
  test("bear a name once: the newer takes the place of the older", () => {
    const views = withView(withView([], { name: "Mẫu", query: "a=1" }), { name: "Mẫu", query: "b=2" });
    expect(views.map((v) => v.query)).toEqual(["b=2"]);
  });
});
