import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { figure, findKnownAt, newGround, questionOn } from "../../tests/projects-fixture/asking.ts";
import {
  type Drafted,
  draftsOf,
  history,
  idsOf,
  naive,
  probes,
} from "../../tests/projects-fixture/histories.ts";
import { batch, paper } from "../../tests/register-fixture/builders.ts";
import { recordedHistory } from "../../tests/register-fixture/histories.ts";
import { contextOf, type FigureContext, NOTHING_FOUND, type Question } from "../figures/public.ts";
import { plainDate } from "../kernel/dates.ts";
import { placeDirectory } from "../places/directory.ts";
import type { RecordedChange } from "../register/fold.ts";
import { createWriter, receiptOrThrow, type Writer } from "../register/public.ts";
import { projectFigures } from "./figures.ts";
import { windowOf } from "./finding.ts";
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

/** Records each commit of a history; answers the numbers of the commits. */
async function record(commits: readonly Drafted[][]): Promise<readonly number[]> {
  const numbers: number[] = [];
  for (const drafted of commits) {
    const receipt = await writer.submit(
      batch(uuidv7(), {
        documents: drafted.map((d) => paper(d.document, { signedOn: d.signedOn })),
        changes: drafted.map((d) => d.draft),
      }),
    );
    numbers.push(receiptOrThrow(receipt).commit);
  }
  return numbers;
}

/** The changes of each project up to the nth commit, with the dates of their papers. */
function changesUpTo(
  commits: readonly Drafted[][],
  n: number,
): ReadonlyMap<string, readonly RecordedChange[]> {
  const signed = new Map(commits.flat().map((d) => [d.draft.id, d.signedOn]));
  const subject = new Map(commits.flat().map((d) => [d.draft.id, d.draft.subject.id]));
  const byProject = new Map<string, RecordedChange[]>();
  for (const change of recordedHistory(commits.slice(0, n).map((c) => c.map((d) => d.draft)))) {
    const id = subject.get(change.id) ?? "";
    byProject.set(id, [...(byProject.get(id) ?? []), { ...change, evidence: signed.get(change.id) ?? null }]);
  }
  return byProject;
}

/** The ids of all records in their order, read page by page. */
async function readPages(id: string, question: Question): Promise<readonly string[]> {
  const all: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<NonNullable<(typeof projectFigures)[number]["find"]>>> =
      (await figure(id).find?.({ ...question, limit: 2, after }, context)) ?? NOTHING_FOUND;
    all.push(...page.records.map((r) => r.id));
    after = page.next;
  } while (after !== null);
  return all;
}

const PERIODS = [null, { from: plainDate("2020-01-15"), to: plainDate("2020-03-09") }] as const;

describe("the figures of projects", () => {
  it("say the same as the rules applied one by one, on any day, as known now and at any commit before", async () => {
    const ended = fc.constantFrom(null, plainDate("2020-02-15"));
    const asks = fc.record({
      asOf: fc.constantFrom(...probes()),
      period: fc.constantFrom(...PERIODS),
      figure: fc.constantFrom(...projectFigures.map((f) => f.id)),
    });
    await fc.assert(
      fc.asyncProperty(
        history,
        ended,
        fc.array(asks, { minLength: 6, maxLength: 6 }),
        async (steps, end, questions) => {
          const ground = newGround(end);
          const projects = Array.from({ length: 5 }, () => uuidv7());
          const commits = draftsOf(steps, { ground, projects, nextId: uuidv7 });
          const numbers = await record(commits);
          for (const [n, commit] of [...numbers.entries(), [numbers.length - 1, null] as const]) {
            const known = await findKnownAt(database.db, commit);
            const changes = changesUpTo(commits, n + 1);
            for (const { asOf, period, figure: id } of questions) {
              const question = questionOn(ground, { asOf, period, known });
              const expected = naive(changes, { figure: id, ground, asOf, window: windowOf(question) });
              const found = (await figure(id).find?.({ ...question, limit: 0 }, context)) ?? NOTHING_FOUND;
              expect({
                value: found.value,
                evidence: found.evidenceAsOf,
                later: found.beginsUnknown,
                ...idsOf(found),
                total: found.recordsTotal,
                records: await readPages(id, question),
              }).toEqual({ ...expected, total: expected.records.length });
            }
          }
        },
      ),
      { numRuns: 15 },
    );
  }, 120_000);
});
