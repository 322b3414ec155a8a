/** A base map is taken into use by an administrator's word alone, which stays on record; pages may then ask its server. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "../../../tests/bacKan.ts";
import type { SignedIn } from "../../../tests/people.ts";
import { baseMapAnswer, CONFIRMATION } from "./vocabulary.ts";

let khu: Running;
let admin: SignedIn;
beforeAll(async () => {
  khu = await startBacKan();
  admin = await khu.signIn();
}, 240_000);
afterAll(() => khu?.stop());

const URL_OF_TILES = "https://mau.example/{z}/{x}/{y}.png";
let keys = 0;

async function take(
  given: { readonly url?: string | null; readonly confirmation?: string },
  headers: Readonly<Record<string, string>>,
) {
  keys += 1;
  const answered = await khu.app.inject({
    ...{ method: "PUT", url: "/api/map/base" },
    headers: { host: "127.0.0.1", ...headers },
    payload: {
      ...{ url: URL_OF_TILES, attribution: "Bản đồ Mẫu", confirmation: CONFIRMATION.vi, ...given },
      requestKey: `01900000-0000-7000-8000-0000000${String(keys).padStart(5, "0")}`,
    },
  });
  const { code } = z.object({ code: z.string().optional() }).parse(answered.json());
  return { status: answered.statusCode, code };
}

const present = async (as?: SignedIn) =>
  baseMapAnswer.parse((await khu.get("/api/map/base", as)).body).baseMap;

/** The servers that a page may ask. */
async function rules(): Promise<string> {
  const page = await khu.app.inject({ method: "GET", url: "/map", headers: { host: "127.0.0.1" } });
  return z.string().parse(page.headers["content-security-policy"]);
}

describe("a base map", { timeout: 60_000 }, () => {
  test("is not there at first, and no page may ask another server", async () => {
    expect(await present()).toBeNull();
    expect(await rules()).not.toContain("http");
  });

  test("is refused from everybody but administrators, and from them without the words", async () => {
    expect((await take({}, {})).status).toBe(401);
    expect(await take({ confirmation: "Có" }, admin)).toEqual({ status: 422, code: "baseMap.unconfirmed" });
    expect(await take({ url: "https://mau.example/a.png" }, admin)).toEqual({
      ...{ status: 422, code: "baseMap.address" },
    });
    expect(await present()).toBeNull();
    expect(await rules()).not.toContain("http");
  });

  test("is used once confirmed; who did so and when is told to who may read the history", async () => {
    expect((await take({}, admin)).status).toBe(200);
    expect(await present()).toMatchObject({ url: URL_OF_TILES, attribution: "Bản đồ Mẫu", by: null });
    const known = await present(admin);
    expect(known).toMatchObject({ by: "Quản trị" });
    const told = JSON.stringify((await khu.get(`/api/commits/${known?.commit}`, admin)).body);
    expect(told).toContain(CONFIRMATION.vi);
  });

  test("opens pages to its server for pictures, and to nothing more", async () => {
    const directives = (await rules()).split(";").map((rule) => rule.trim());
    const opened = directives.filter((rule) => rule.includes("https://mau.example"));
    expect(opened.map((rule) => rule.split(" ")[0])).toEqual(["img-src", "connect-src"]);
  });

  test("is taken away again without words, and pages are closed again", async () => {
    expect((await take({ url: null, confirmation: "" }, admin)).status).toBe(200);
    expect(await present()).toBeNull();
    expect(await rules()).not.toContain("http");
  });
});
