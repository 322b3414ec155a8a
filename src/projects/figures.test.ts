import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import {
  figure,
  findKnownAt,
  type Ground,
  newGround,
  questionOn,
} from "../../tests/projects-fixture/asking.ts";
import { batch, paper, setting } from "../../tests/register-fixture/builders.ts";
import { contextOf, type FigureContext, NOTHING_FOUND } from "../figures/public.ts";
import { plainDate } from "../kernel/dates.ts";
import { placeDirectory } from "../places/directory.ts";
import type { AttributeValue } from "../register/public.ts";
import { createWriter, receiptOrThrow, type Writer } from "../register/public.ts";
import { projectFigures } from "./figures.ts";
import { projectSubject } from "./subject.ts";

let database: FreshDatabase;
let writer: Writer;
let context: FigureContext;

beforeAll(async () => {
  database = await freshDatabase();
  writer = createWriter({ pool: database.pool, definitions: [projectSubject], now: Date.now });
  const places = placeDirectory({ ids: new Map(), units: [], links: [] });
  context = contextOf({ ...database, places: () => places }, { kind: "system", user: "mau" });
});
afterAll(() => database.drop());

async function find(id: string, asked: ReturnType<typeof questionOn>) {
  return (await figure(id).find?.(asked, context)) ?? NOTHING_FOUND;
}

const known = (commit: number | null) => findKnownAt(database.db, commit);
const question = questionOn;

type Told = { readonly attributes: Readonly<Record<string, AttributeValue>>; readonly from: string };

/** Records one project, each statement in a commit of its own; answers its id and the commits. */
async function project(
  told: readonly Told[],
): Promise<{ readonly id: string; readonly commits: readonly number[] }> {
  const subject = { id: uuidv7(), kind: "project" as const, key: null };
  const commits: number[] = [];
  for (const { attributes, from } of told) {
    const document = paper(uuidv7());
    const change = setting({ id: uuidv7(), subject, document: document.id, from, attributes });
    const receipt = await writer.submit(batch(uuidv7(), { documents: [document], changes: [change] }));
    commits.push(receiptOrThrow(receipt).commit);
  }
  return { id: subject.id, commits };
}

const day = (text: string) => plainDate(text);
const approved = (ground: Ground, capital: number, on = "2021-05-04") => ({
  attributes: {
    name: "Dự án mẫu",
    places: [ground.places[0]],
    status: "policyApproved",
    approvedOn: on,
    registeredCapital: capital,
    fdi: false,
  },
  from: on,
});

describe("the figures of projects", () => {
  it("find nothing where no project is recorded, so that a published total may answer", async () => {
    const ground = newGround();
    for (const { id } of projectFigures) {
      expect(
        await find(id, question(ground, { asOf: day("2023-11-30"), known: await known(null) })),
      ).toMatchObject({ ...NOTHING_FOUND });
    }
  });

  it("count a project from the day of its approval, with its capital as of the asked day", async () => {
    const ground = newGround();
    await project([approved(ground, 100), { attributes: { registeredCapital: 250 }, from: "2022-03-01" }]);
    const now = await known(null);
    const on = async (id: string, asOf: string) =>
      (await find(id, question(ground, { asOf: day(asOf), known: now }))).value;
    expect(await on("projects.policyApproved", "2021-05-03")).toBeNull();
    expect(await on("projects.policyApproved", "2021-05-04")).toBe(1);
    expect(await on("projects.registeredCapital", "2022-02-28")).toBe(100);
    expect(await on("projects.registeredCapital", "2022-03-01")).toBe(250);
    expect(await on("projects.fdiCount", "2022-03-01")).toBeNull();
  });

  it("count by the period asked, not by when a project was told of", async () => {
    const ground = newGround();
    await project([approved(ground, 100)]);
    const asked = { asOf: day("2023-12-31"), known: await known(null) };
    const within = (from: string, to: string) =>
      find(
        "projects.policyApproved",
        question(ground, { ...asked, period: { from: day(from), to: day(to) } }),
      );
    expect((await within("2021-01-01", "2023-12-31")).value).toBe(1);
    expect((await within("2021-05-05", "2023-12-31")).value).toBeNull();
  });

  it("no longer add the capital of a project that has ended, yet still count its approval", async () => {
    const ground = newGround();
    await project([approved(ground, 100), { attributes: { status: "withdrawn" }, from: "2022-01-01" }]);
    const asked = question(ground, { asOf: day("2022-06-01"), known: await known(null) });
    expect((await find("projects.capitalInForce", asked)).value).toBeNull();
    expect((await find("projects.registeredCapital", asked)).value).toBe(100);
  });

  it("answer what was known before a correction", async () => {
    const ground = newGround();
    const { commits } = await project([
      approved(ground, 100),
      { attributes: { registeredCapital: 90 }, from: "2021-05-04" },
    ]);
    const at = async (commit: number | undefined) =>
      (
        await find(
          "projects.capitalInForce",
          question(ground, { asOf: day("2021-06-01"), known: await known(commit ?? 0) }),
        )
      ).value;
    expect(await at(commits[0])).toBe(100);
    expect(await at(commits[1])).toBe(90);
  });

  it("name a project without a capital, across two provinces, or told of only later, and count it nowhere", async () => {
    const ground = newGround();
    const base = { status: "operating", name: "Dự án mẫu" };
    await project([{ attributes: { ...base, places: [ground.places[0]] }, from: "2020-01-01" }]);
    await project([
      {
        attributes: { ...base, registeredCapital: 5, places: [ground.places[0], ground.places[3]] },
        from: "2020-01-01",
      },
    ]);
    await project([
      { attributes: { ...base, registeredCapital: 7, places: [ground.places[2]] }, from: "2020-01-01" },
    ]);
    await project([
      { attributes: { ...base, registeredCapital: 9, places: [ground.places[1]] }, from: "by 2023-11" },
    ]);
    const found = await find(
      "projects.capitalInForce",
      question(ground, { asOf: day("2023-06-01"), known: await known(null) }),
    );
    expect(found.value).toBeNull();
    expect(found.missing.map((m) => [m.why, m.amount])).toEqual([
      ["lies across several places and cannot be split", 5],
      ["lies across several places and cannot be split", 7],
      ["known only from a later day; when it began is not known", null],
      ["no registered capital on record", null],
    ]);
    expect(found.beginsUnknown).toBe(true);
  });

  it("name a disputed project and never count it", async () => {
    const ground = newGround();
    const { id } = await project([
      approved(ground, 100),
      { attributes: { disputed: "hai văn bản mẫu nói khác" }, from: "2021-05-04" },
    ]);
    const found = await find(
      "projects.policyApproved",
      question(ground, { asOf: day("2022-01-01"), known: await known(null) }),
    );
    expect(found).toMatchObject({ value: null, recordsTotal: 0 });
    expect(found.disputed).toMatchObject([{ id, effect: 1, why: "hai văn bản mẫu nói khác" }]);
  });

  it("count a project of an ended place by the place it had while that one was there", async () => {
    const ground = newGround(day("2025-07-01"));
    await project([
      approved(ground, 100),
      { attributes: { places: [ground.places[2]] }, from: "2025-07-01" },
    ]);
    const found = await find(
      "projects.capitalInForce",
      question(ground, { asOf: day("2026-01-01"), known: await known(null) }),
    );
    expect(found).toMatchObject({ value: 100, missing: [] });
  });
});
