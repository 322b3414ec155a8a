import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import {
  batch,
  organisation,
  organisationSubject,
  paper,
  setting,
  zone,
} from "../../tests/register-fixture/builders.ts";
import { draftsOf, type History, histories } from "../../tests/register-fixture/histories.ts";
import { partialDate } from "../kernel/dates.ts";
import { zoneSubject } from "../zones/subject.ts";
import { growthBetween, learn, NOTHING_KNOWN, type Period, periodsOf, type RecordedChange } from "./fold.ts";
import { recordedOf } from "./judging.ts";
import { rebuildDerived } from "./verify/rewriting.ts";
import { verifyRegister } from "./verify/verify.ts";
import type { ChangeDraft } from "./vocabulary.ts";
import { createWriter, receiptOrThrow, type Writer } from "./writer.ts";

const definitions = [zoneSubject, organisationSubject];
const decision = paper(randomUUID(), { signedOn: partialDate("2020-01-01") });
const PLACES = [randomUUID(), randomUUID()];

let database: FreshDatabase;
let writer: Writer;
beforeAll(async () => {
  database = await freshDatabase();
  writer = createWriter({ pool: database.pool, definitions, now: Date.now });
  receiptOrThrow(await writer.submit(batch(randomUUID(), { documents: [decision] })));
});
afterAll(() => database.drop());

type Subject = ChangeDraft["subject"];

/** Records a history, one batch a commit, and gives for each subject its changes as they were numbered. */
async function record(
  history: History,
  subjects: readonly Subject[],
): Promise<ReadonlyMap<string, readonly RecordedChange[]>> {
  const recorded = new Map<string, RecordedChange[]>(subjects.map((s) => [s.id, []]));
  for (const changes of draftsOf(history, { subjects, document: decision.id, nextId: randomUUID })) {
    if (changes.length === 0) continue;
    const { commit } = receiptOrThrow(await writer.submit(batch(randomUUID(), { changes })));
    changes.forEach((draft, ordinal) => {
      recorded
        .get(draft.subject.id)
        ?.push(recordedOf(draft, { commit, ordinal, evidence: decision.signedOn }));
    });
  }
  return recorded;
}

const TABLES = { zone: ["zone_now", "zone_past"], organisation: ["subject_now", "subject_past"] } as const;

/** What the register knew of a subject at a commit, as its tables tell it. */
async function knownAt(subject: Subject, commit: number): Promise<readonly unknown[]> {
  const [now, past] = TABLES[subject.kind === "zone" ? "zone" : "organisation"];
  const columns = "valid_from, valid_to, attributes, sources, evidence";
  const { rows } = await database.pool.query(
    `select ${columns} from ${now} where id = $1 and known_from <= $2
      union all
     select ${columns} from ${past} where id = $1 and known @> $2::bigint
      order by valid_from`,
    [subject.id, commit],
  );
  return rows;
}

function rowsOf(periods: readonly Period[]): readonly unknown[] {
  return periods.map((p) => ({
    valid_from: p.from,
    valid_to: p.to ?? "infinity",
    attributes: p.attributes,
    sources: p.sources,
    evidence: p.evidence,
  }));
}

const DERIVED = [
  "subjects",
  "zone_now",
  "zone_past",
  "subject_now",
  "subject_past",
  "total_days",
  "total_months",
  "total_years",
];

/** All derived rows as text, in an order of their own. */
async function derivedRows(): Promise<ReadonlyMap<string, readonly string[]>> {
  const all = new Map<string, readonly string[]>();
  for (const table of DERIVED) {
    const { rows } = await database.pool.query<{ row: string }>(
      `select t::text as row from ${table} t order by 1`,
    );
    all.set(
      table,
      rows.map((r) => r.row),
    );
  }
  return all;
}

describe("timelines in the database, for any history", () => {
  const mixed = histories({ subjects: 2, commits: 5, places: [] });

  test("at every commit, what was known then is what the changes up to it give: knowing later alters nothing", async () => {
    await fc.assert(
      fc.asyncProperty(mixed, async (history) => {
        const subjects = [zone(randomUUID()), organisation(randomUUID())];
        const recorded = await record(history, subjects);
        for (const subject of subjects) {
          const changes = recorded.get(subject.id) ?? [];
          for (const commit of new Set(changes.map((c) => c.commit))) {
            const known = changes.filter((c) => c.commit <= commit);
            expect(await knownAt(subject, commit)).toEqual(rowsOf(periodsOf(known)));
          }
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  test("growing equals rebuilding, and the check finds no difference", async () => {
    const summed = histories({ subjects: 2, commits: 6, places: PLACES });
    await fc.assert(
      fc.asyncProperty(summed, async (history) => {
        await record(history, [organisation(randomUUID()), organisation(randomUUID())]);
      }),
      { numRuns: 15 },
    );
    const found = await verifyRegister({ pool: database.pool, definitions, files: null });
    expect(found.differences).toEqual([]);

    const grown = await derivedRows();
    expect(grown.get("total_days")?.length).toBeGreaterThan(0);
    expect(grown.get("zone_past")?.length).toBeGreaterThan(0);
    const client = await database.pool.connect();
    try {
      await client.query("begin");
      await rebuildDerived(client, definitions);
      await client.query("commit");
    } finally {
      client.release();
    }
    expect(await derivedRows()).toEqual(grown);
  }, 120_000);

  test("the database holds no two periods of a subject that overlap, and would refuse them", async () => {
    const { rows } = await database.pool.query(
      `select a.id from zone_now a join zone_now b on a.id = b.id and a.valid_from < b.valid_from and a.valid && b.valid
       union all
       select a.id from subject_past a join subject_past b
           on a.id = b.id and a.ctid < b.ctid and a.valid && b.valid and a.known && b.known`,
    );
    expect(rows).toEqual([]);
    const subject = zone(randomUUID());
    const asked = setting({
      id: randomUUID(),
      subject,
      document: decision.id,
      from: "2020",
      attributes: { area: 1 },
    });
    receiptOrThrow(await writer.submit(batch(randomUUID(), { changes: [asked] })));
    await expect(
      database.pool.query(
        `insert into zone_now (id, valid_from, known_from, attributes, sources) values ($1, '2021-01-01', 1, '{}', '{}')`,
        [subject.id],
      ),
    ).rejects.toThrow("zone_now_once");
  });
});

describe("what must leave and what must enter", () => {
  const told = (from: string, area: number, commit = 1) => {
    const draft = setting({
      id: `${from} ${area}`,
      subject: zone("z"),
      document: "d",
      from,
      attributes: { area },
    });
    return recordedOf(draft, { commit, ordinal: 0, evidence: null });
  };
  const knowing = (...changes: readonly RecordedChange[]) => learn(NOTHING_KNOWN, changes);

  test("periods that stay as they are are left alone", () => {
    const before = knowing(told("2020", 1), told("2021", 2));
    const { gone, come } = growthBetween(before, learn(before, [told("2022", 3, 2)]));
    expect(gone.map((p) => [p.from, p.to])).toEqual([["2021-01-01", null]]);
    expect(come.map((p) => [p.from, p.to])).toEqual([
      ["2021-01-01", "2022-01-01"],
      ["2022-01-01", null],
    ]);
  });

  test("a value that is only known by another change enters anew, with its paper", () => {
    const other = { ...told("2020", 1), id: "other" };
    const { gone, come } = growthBetween(knowing(told("2020", 1)), knowing(other));
    expect([gone.length, come.length]).toEqual([1, 1]);
  });

  test("nothing leaves and nothing enters where nothing changed", () => {
    const known = knowing(told("2020", 1), told("2021", 2));
    expect(growthBetween(known, known)).toEqual({ gone: [], come: [] });
    expect(learn(known, [])).toBe(known);
  });

  test("two attributes of one change that change places are not the same", () => {
    const both = setting({
      id: "both",
      subject: zone("z"),
      document: "d",
      from: "2020",
      attributes: { area: 1, name: "A" },
    });
    const without = (name: string): RecordedChange => ({
      id: `without ${name}`,
      commit: 2,
      ordinal: 0,
      document: "d",
      evidence: null,
      kind: "clear",
      attributes: [name],
      from: { kind: "in", date: partialDate("2020") },
      to: null,
      standing: "says",
    });
    const first = recordedOf(both, { commit: 1, ordinal: 0, evidence: null });
    const { gone, come } = growthBetween(knowing(first, without("area")), knowing(first, without("name")));
    expect([gone[0]?.attributes, come[0]?.attributes]).toEqual([{ name: "A" }, { area: 1 }]);
  });
});
