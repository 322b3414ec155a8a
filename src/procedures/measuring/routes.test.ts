/** Figures of cases over HTTP: who is told, and that the table holds the answers of the figures and nothing of its own. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "../../../tests/bacKan.ts";
import { openMau, peopleOfCases } from "../../../tests/caseActs.ts";
import { newPerson, type SignedIn } from "../../../tests/people.ts";
import { figureAnswer } from "../../figures/vocabulary.ts";
import { casesTable } from "./vocabulary.ts";

const AT = "place=06&asOf=2026-11-20";
let khu: Running;
let reader: SignedIn;
let unit: string;

beforeAll(async () => {
  khu = await startBacKan();
  const people = await peopleOfCases(khu);
  unit = people.unit;
  await openMau(khu, { ...people, on: "2026-10-01" });
  const grant = { role: "reader", over: { kind: "everything" } };
  reader = (await newPerson(khu, { login: "xemsolieu", grant })).signedIn;
}, 240_000);
afterAll(() => khu?.stop());

const codeOf = (body: unknown) => z.looseObject({ code: z.string() }).parse(body).code;
const idsOf = (body: unknown) =>
  z
    .object({ items: z.array(z.looseObject({ id: z.string() })) })
    .parse(body)
    .items.map((f) => f.id)
    .filter((id) => id.startsWith("cases."));

test("the public is told none of them, by whichever way it asks", async () => {
  expect(idsOf((await khu.get(`/api/figures?${AT}&limit=0`)).body)).toEqual([]);
  for (const url of [
    `/api/figures/cases.late?${AT}`,
    `/api/figures/cases.late/course?${AT}`,
    `/api/procedures/figures?${AT}`,
    `/api/procedures/figures.xlsx?${AT}`,
  ]) {
    const { status, body } = await khu.get(url);
    expect([url, status, codeOf(body)]).toEqual([url, 401, "session.needed"]);
  }
  const found = await khu.get("/api/search?query=quá hạn");
  expect(JSON.stringify(found.body)).not.toContain("cases.late");
});

test("who signs in is told, with the case behind it", async () => {
  expect(idsOf((await khu.get(`/api/figures?${AT}&limit=0`, reader)).body)).toHaveLength(7);
  const open = figureAnswer.parse((await khu.get(`/api/figures/cases.open?${AT}`, reader)).body);
  expect(open).toMatchObject({ value: 1, precision: "atLeast" });
  expect(open.records[0]).toMatchObject({ kind: "case", value: 50, unit: "day" });
  expect(open.records[0]?.documents).toHaveLength(1);
});

test("a figure that is not told by procedure refuses to be narrowed by one; the list leaves it out", async () => {
  const { status, body } = await khu.get(`/api/figures/clusters.area?${AT}&procedure=landLease`, reader);
  expect([status, codeOf(body)]).toEqual([400, "figure.notNarrowed"]);
  const list = await khu.get(`/api/figures?${AT}&limit=0&procedure=landLease`, reader);
  expect(z.looseObject({ items: z.array(z.unknown()) }).parse(list.body).items).toHaveLength(7);
});

test("the table holds the answers of the figures, row by row, and of a step the same", async () => {
  const table = casesTable.parse((await khu.get(`/api/procedures/figures?${AT}`, reader)).body);
  expect(table).toMatchObject({ by: "procedure", period: { from: "2025-11-21", to: "2026-11-20" } });
  expect(table.rows.map((r) => r.key)).toEqual(["clusterEstablishment"]);
  const words = `procedure=clusterEstablishment&${AT}`;
  for (const cell of table.rows[0]?.cells ?? []) {
    const period = cell.kind === "flow" ? "&from=2025-11-21&to=2026-11-20" : "";
    const answer = await khu.get(`/api/figures/${cell.id}?${words}${period}`, reader);
    const { value, precision } = figureAnswer.parse(answer.body);
    expect([cell.id, cell.value, cell.precision]).toEqual([cell.id, value, precision]);
  }
  const steps = casesTable.parse((await khu.get(`/api/procedures/figures?${words}`, reader)).body);
  expect(steps.rows.map((r) => [r.key, r.cells[0]?.value])).toEqual([["notice", 1]]);
  const units = casesTable.parse((await khu.get(`/api/procedures/figures?${AT}&by=unit`, reader)).body);
  expect(units.rows.map((r) => [r.key, r.label])).toEqual([[unit, "Phòng Mẫu thụ lý"]]);
});

test("a place of which nothing is known has no row and no 0", async () => {
  const { body } = await khu.get("/api/procedures/figures?place=19&asOf=2024-05-20", reader);
  const table = casesTable.parse(body);
  expect(table.rows).toEqual([]);
  expect(table.total.cells.map((c) => c.value)).toEqual([null, null, null, null, null, null, null]);
});
