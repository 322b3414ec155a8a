import { connect } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { KEPT, keepAnswers } from "./keeping.ts";
import { createHttp, type Http } from "./server.ts";

let app: Http;
let worked: string[];
let state: string;
let gate: Promise<void>;
const headers = { host: "127.0.0.1" };
const get = (url: string, more: Record<string, string> = {}) =>
  app.inject({ url, headers: { ...headers, ...more } });

beforeEach(async () => {
  app = await createHttp({ version: "0", logLevel: "silent" });
  worked = [];
  state = "1";
  gate = Promise.resolve();
  app.addHook("onRequest", async (request, reply) => {
    if (request.headers.authorization !== undefined) reply.header("cache-control", "private, no-store");
  });
  keepAnswers(app, () => state);
  app.get("/kept", { config: KEPT }, async (request, reply) => {
    worked.push(request.url);
    await gate;
    if (request.url.includes("bytes"))
      return reply.type("application/x-mau").send(Buffer.from([255, 0, 254]));
    if (request.url.includes("huge")) return { text: "mẫu ".repeat(4_000_000) };
    if (request.url.includes("broken")) return reply.code(400).send({ code: "broken" });
    return {
      state,
      url: request.url,
      ...(request.url.includes("long") ? { text: "mẫu ".repeat(2_000) } : {}),
    };
  });
  app.get("/other", async () => {
    worked.push("other");
    return { state };
  });
});
afterEach(() => app.close());

describe("an answer that is kept", () => {
  test("is worked out once while the register stays, and anew when it has moved", async () => {
    const first = await get("/kept?a=1");
    const second = await get("/kept?a=1");
    expect(second.json()).toEqual({ state: "1", url: "/kept?a=1" });
    expect([second.body, second.headers["content-type"]]).toEqual([
      first.body,
      first.headers["content-type"],
    ]);
    state = "2";
    expect((await get("/kept?a=1")).json()).toEqual({ state: "2", url: "/kept?a=1" });
    expect(worked).toHaveLength(2);
  });
  test("may be bytes that are no text", async () => {
    const [first, second] = [await get("/kept?bytes"), await get("/kept?bytes")];
    expect(worked).toHaveLength(1);
    for (const { rawPayload, headers } of [first, second]) {
      expect([...rawPayload]).toEqual([255, 0, 254]);
      expect(headers["content-type"]).toBe("application/x-mau");
    }
    const tag = String(first.headers.etag);
    expect((await get("/kept?bytes", { "if-none-match": tag })).statusCode).toBe(304);
  });
  test("is not that of another address, and of no route that does not say so", async () => {
    for (const url of ["/kept?a=1", "/kept?a=2", "/other", "/other"]) await get(url);
    expect(worked).toEqual(["/kept?a=1", "/kept?a=2", "other", "other"]);
  });
  test("is shared by all who ask before it is there", async () => {
    let open = (): void => undefined;
    gate = new Promise((resolve) => {
      open = resolve;
    });
    const asked = Array.from({ length: 20 }, () => get("/kept"));
    await new Promise((resolve) => setTimeout(resolve, 20));
    open();
    const bodies = new Set((await Promise.all(asked)).map((a) => a.body));
    expect([bodies.size, worked.length]).toEqual([1, 1]);
  });
  test("is not worked out for who has gone before their turn came", async () => {
    const base = await app.listen({ host: "127.0.0.1", port: 0 });
    let open = (): void => undefined;
    gate = new Promise((resolve) => {
      open = resolve;
    });
    const gone = new AbortController();
    const stay = Array.from({ length: 6 }, (_, n) => fetch(`${base}/kept?stays=${n}`));
    await expect.poll(() => worked.length).toBe(6);
    const left = fetch(`${base}/kept?gone`, { signal: gone.signal });
    const waits = fetch(`${base}/kept?waits`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    gone.abort();
    await expect(left).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 50));
    open();
    expect((await Promise.all([...stay, waits])).map((a) => a.status)).toEqual(Array(7).fill(200));
    expect(worked).toHaveLength(7);
    expect(worked).not.toContain("/kept?gone");
  });
  test("is worked out for others while some read theirs slowly, or not at all", async () => {
    await app.listen({ host: "127.0.0.1", port: 0 });
    const address = app.server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const slow = Array.from({ length: 8 }, (_, n) => {
      const socket = connect(port, "127.0.0.1");
      socket.pause();
      socket.write(`GET /kept?huge=${n} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`);
      return socket;
    });
    try {
      await expect.poll(() => worked.length, { timeout: 10_000 }).toBe(8);
      const answer = await fetch(`http://127.0.0.1:${port}/kept?others`, {
        signal: AbortSignal.timeout(3_000),
      });
      expect(answer.status).toBe(200);
    } finally {
      for (const socket of slow) socket.destroy();
    }
  });
  test("is no refusal: who asks next is answered anew", async () => {
    expect((await get("/kept?broken")).statusCode).toBe(400);
    expect((await get("/kept?broken")).statusCode).toBe(400);
    expect(worked).toHaveLength(2);
  });
  test("is not sent again to a browser that has it", async () => {
    const { etag } = (await get("/kept")).headers;
    const again = await get("/kept", { "if-none-match": String(etag) });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    state = "2";
    expect((await get("/kept", { "if-none-match": String(etag) })).statusCode).toBe(200);
  });
  test("is packed for a browser that takes it so, and the same for one that does not", async () => {
    const plain = await get("/kept?long");
    for (let i = 0; i < 2; i += 1) {
      const packed = await get("/kept?long", { "accept-encoding": "br, gzip" });
      expect([packed.headers["content-encoding"], packed.headers.vary]).toEqual(["gzip", "accept-encoding"]);
      expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body);
      expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 10);
    }
    expect((await get("/kept?long")).body).toBe(plain.body);
    expect(
      (await get("/kept?a=1", { "accept-encoding": "gzip" })).headers["content-encoding"],
    ).toBeUndefined();
  });
  test("is nothing that the browser of an account may keep", async () => {
    for (let i = 0; i < 2; i += 1) {
      const answer = await get("/kept", { authorization: "x" });
      expect([answer.headers["cache-control"], answer.headers.etag]).toEqual([
        "private, no-store",
        undefined,
      ]);
    }
  });
});
