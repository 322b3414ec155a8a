import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createHttp, foreignField, type Http } from "./server.ts";

const asked = (method: string, headers: Record<string, string>) => ({ method, headers });
const publicUrl = new URL("https://khu.example");

describe("who is let in", () => {
  test.each([
    ["GET", { host: "127.0.0.1:4180" }, null],
    ["GET", { host: "localhost" }, null],
    ["GET", { host: "khu.example" }, "Host"],
    ["GET", { host: "127.0.0.1.evil.example" }, "Host"],
    ["POST", { host: "127.0.0.1:4180", origin: "http://127.0.0.1:4180" }, null],
    ["POST", { host: "127.0.0.1:4180", origin: "http://127.0.0.1:9999" }, "Origin"],
    ["POST", { host: "127.0.0.1:4180", "sec-fetch-site": "same-site" }, "Origin"],
  ] as const)("on this machine alone: %s %o", (method, headers, field) => {
    expect(foreignField(asked(method, headers))).toBe(field);
  });
  test.each([
    ["GET", { host: "khu.example" }, null],
    ["GET", { host: "127.0.0.1:4180" }, "Host"],
    ["GET", { host: "khu.example:8443" }, "Host"],
    ["POST", { host: "khu.example", origin: "https://khu.example" }, null],
    ["POST", { host: "khu.example", origin: "http://khu.example" }, "Origin"],
    ["DELETE", { host: "khu.example", origin: "https://evil.example" }, "Origin"],
  ] as const)("under a public address: %s %o", (method, headers, field) => {
    expect(foreignField(asked(method, headers), publicUrl)).toBe(field);
  });
});

describe("every answer", () => {
  let local: Http;
  let open: Http;
  beforeAll(async () => {
    local = await createHttp({ version: "0", logLevel: "silent" });
    open = await createHttp({ version: "0", logLevel: "silent", publicUrl });
    for (const app of [local, open]) app.get("/", async (request) => ({ ip: request.ip }));
    local.get("/of/:id", async () => ({}));
    local.post("/of/:id", async () => ({}));
  });
  afterAll(async () => {
    await Promise.all([local.close(), open.close()]);
  });
  const get = (app: Http, host: string, more = {}) =>
    app.inject({ method: "GET", url: "/", headers: { host, ...more } });

  test("forbids pages what they do not need: scripts in the text, frames, other hosts", async () => {
    const { headers } = await get(local, "127.0.0.1");
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
    });
    expect(headers["strict-transport-security"]).toBeUndefined();
  });
  test("under https asks browsers to come by https alone", async () => {
    const { headers } = await get(open, "khu.example");
    expect(headers["strict-transport-security"]).toContain("max-age=");
  });
  test("a proxy on this machine is believed for whom it asks, and nobody where there is none", async () => {
    const forwarded = { "x-forwarded-for": "203.0.113.9" };
    expect((await get(open, "khu.example", forwarded)).json()).toEqual({ ip: "203.0.113.9" });
    expect((await get(local, "127.0.0.1", forwarded)).json()).toEqual({ ip: "127.0.0.1" });
  });
  test.each([
    ["GET", "/of/a%00b", undefined, "id"],
    ["GET", "/of/a?place=%00", undefined, "place"],
    ["POST", "/of/a", { name: { parts: ["a", "b\0"] } }, "name.parts.1"],
    ["POST", "/of/a", { "na\0me": 1 }, "name"],
  ] as const)(
    "refuses what no database can store, and names it: %s %s",
    async (method, url, payload, field) => {
      const headers = { host: "127.0.0.1" };
      const given = await local.inject({
        method,
        url,
        headers,
        ...(payload === undefined ? {} : { payload }),
      });
      expect(given.json()).toMatchObject({ status: 400, problems: [{ code: "request.unstorable", field }] });
    },
  );
});
