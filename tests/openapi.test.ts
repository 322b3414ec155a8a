import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "./bacKan.ts";

let khu: Running;
let description: Record<string, unknown>;
const operation = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string() })).optional(),
  responses: z.record(z.string(), z.unknown()),
});
const paths = z.record(z.string(), z.record(z.string(), operation));

beforeAll(async () => {
  khu = await startBacKan();
  description = z.record(z.string(), z.unknown()).parse((await khu.get("/api/openapi.json")).body);
}, 180_000);
afterAll(() => khu?.stop());

describe("the description of the interface", () => {
  test("is valid OpenAPI 3.1", async () => {
    const validator = new Validator();
    const result = await validator.validate(structuredClone(description));
    expect(result).toMatchObject({ valid: true });
    expect(validator.version).toBe("3.1");
  });
  test("the validator does find faults in it, so its silence means something", async () => {
    const broken = structuredClone(description);
    broken.paths = { "/api/x": { get: { responses: "none" } } };
    expect(await new Validator().validate(broken)).toMatchObject({ valid: false });
    const unresolved = structuredClone(description);
    unresolved.info = {};
    expect(await new Validator().validate(unresolved)).toMatchObject({ valid: false });
  });
  test("names every operation once and describes every query word that the route takes", () => {
    const found = paths.parse(description.paths);
    const operations = Object.values(found).flatMap((p) => Object.values(p));
    const ids = operations.map((o) => o.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining([
        "listFigures",
        "getFigure",
        "listZones",
        "getZone",
        "listPlaces",
        "listDocuments",
        "listClaims",
        "listProgramme",
        "getHealth",
      ]),
    );
    const words = found["/api/figures/{id}"]?.get?.parameters?.map((p) => p.name).sort();
    expect(words).toEqual(
      [
        "after",
        "asOf",
        "from",
        "id",
        "kind",
        "knownAt",
        "lang",
        "limit",
        "place",
        "procedure",
        "step",
        "to",
        "unit",
        "zone",
      ].sort(),
    );
  });
  test.each([
    ["/api/figures?asOf=2023-02-30", 400, "request.invalid", "asOf"],
    ["/api/figures?place=99999", 404, "place.unknown", "place"],
    ["/api/figures/no.such.figure", 404, "figure.unknown", "figure"],
    ["/api/figures/clusters.area?limit=-1", 400, "request.invalid", "limit"],
    ["/api/figures?knownAt=gestern", 400, "knownAt.invalid", "knownAt"],
    ["/api/figures?from=2023-01-01", 400, "period.invalid", "to"],
    ["/api/zones/no-such-zone", 404, "zone.unknown", "zone"],
    ["/api/documents/no-such-paper", 404, "document.unknown", "document"],
    ["/api/nothing", 404, "notFound", null],
  ])("%s is refused with %i %s, naming %s", async (url, status, code, field) => {
    const answer = await khu.get(url);
    expect(answer).toMatchObject({ status, body: { status, code } });
    const body = z
      .looseObject({
        detail: z.string(),
        problems: z.array(z.looseObject({ field: z.string().nullable(), remedy: z.string() })),
      })
      .parse(answer.body);
    expect(body.detail.length).toBeGreaterThan(5);
    if (field !== null) expect(body.problems[0]).toMatchObject({ field });
  });
  test("another host, and a write from a foreign page, are turned away", async () => {
    const foreign = await khu.app.inject({
      method: "GET",
      url: "/api/health",
      headers: { host: "khu.example" },
    });
    expect(foreign.statusCode).toBe(403);
    const write = await khu.app.inject({
      method: "POST",
      url: "/api/imports",
      headers: { host: "127.0.0.1:4180", origin: "http://evil.example", "content-type": "application/json" },
      payload: "{}",
    });
    expect(write.statusCode).toBe(403);
  });
});
