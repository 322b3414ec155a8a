import { Readable } from "node:stream";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import {
  batch,
  fixedId,
  organisationSubject,
  paper,
  setting,
  zone,
} from "../../../tests/register-fixture/builders.ts";
import {
  FILE,
  FILE_SHA256,
  fixtureClock,
  PAPERS,
  recordSmallRegister,
  ZONES,
} from "../../../tests/register-fixture/small-register.ts";
import { zoneSubject } from "../../zones/subject.ts";
import { sha256 } from "../hashing.ts";
import { createWriter, receiptOrThrow } from "../writer.ts";
import type { Difference } from "./differences.ts";
import type { Files } from "./files.ts";
import { type Verification, verifyRegister, verifyWithin } from "./verify.ts";

const definitions = [zoneSubject, organisationSubject];
const whole: Files = { read: (hash) => (hash === FILE_SHA256 ? Readable.from([FILE]) : null) };

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await recordSmallRegister(createWriter({ pool: database.pool, definitions, now: fixtureClock }));
});
afterAll(() => database.drop());

describe("a register that nobody touched", () => {
  test("has no difference, and tells what was checked", async () => {
    const found = await verifyRegister({ pool: database.pool, definitions, files: whole });
    expect(found.differences).toEqual([]);
    expect(found).toMatchObject({ commits: 4, parts: 23, omitted: 0, head: { no: 4 } });
    expect(found.bytes).toBeGreaterThan(5_000);
  });

  test("agrees with its published head, and not with another", async () => {
    const { head } = await verifyRegister({ pool: database.pool, definitions, files: null });
    const asked = { pool: database.pool, definitions, files: null };
    expect((await verifyRegister({ ...asked, expectedHead: head.hash.toUpperCase() })).differences).toEqual(
      [],
    );
    const other = await verifyRegister({ ...asked, expectedHead: "00".repeat(32) });
    expect(other.differences.map((d) => [d.kind, d.table, d.id])).toEqual([["head", "commits", "4"]]);
  });

  test("that is empty has none either", async () => {
    const empty = await freshDatabase();
    try {
      const found = await verifyRegister({ pool: empty.pool, definitions, files: whole });
      expect(found).toMatchObject({ commits: 0, parts: 0, differences: [], head: { no: 0 } });
    } finally {
      await empty.drop();
    }
  });
});

describe("what is altered behind the application's back is named", () => {
  let client: pg.PoolClient;
  beforeEach(async () => {
    client = await database.owner.connect();
    await client.query("begin");
    return async () => {
      await client.query("rollback");
      client.release();
    };
  });

  /** What a check finds after the owner did something with the triggers switched off; all of it is taken back. */
  async function foundAfter(
    statements: string | readonly string[],
    files: Files = whole,
  ): Promise<Verification> {
    for (const t of ["commits", "requests", "documents", "changes", "entries", "claims", "adoptions"]) {
      await client.query(`alter table ${t} disable trigger user`);
    }
    for (const statement of [statements].flat()) {
      const answer = await client.query(statement);
      expect(answer.rowCount, statement).not.toBe(0);
    }
    return verifyWithin({ reader: client, comparer: client }, { definitions, files });
  }

  const named = (found: Verification) => found.differences.map((d) => `${d.kind} ${d.table} ${d.id}`);
  const idOf = { change: fixedId(102), entry: fixedId(201), claim: fixedId(301), adoption: fixedId(90) };

  const everyColumn: ReadonlyArray<readonly [string, string, string]> = [
    ["changes", idOf.change, `attributes = attributes || '{"area":1}'`],
    ["changes", idOf.change, "from_text = '2020'"],
    ["changes", idOf.change, "from_kind = 'in'"],
    ["changes", idOf.change, "to_text = '2024'"],
    ["changes", idOf.change, "standing = 'decides'"],
    ["changes", idOf.change, "subject_key = 'other'"],
    ["changes", idOf.change, "note = null"],
    ["changes", idOf.change, "author = 'somebody'"],
    ["changes", idOf.change, "vocabulary = 2"],
    ["entries", idOf.entry, "amount = amount + 1"],
    ["entries", idOf.entry, "precision = 'about'"],
    ["entries", idOf.entry, "dated = dated + 1"],
    ["entries", idOf.entry, `subjects = array['${fixedId(12)}'::uuid]`],
    ["entries", idOf.entry, "period_from = '2021'"],
    ["claims", idOf.claim, "value = 117.5"],
    ["claims", idOf.claim, "printed = '117,5 ha'"],
    ["claims", idOf.claim, `about = jsonb_set(about, '{figure}', '"x"')`],
    ["documents", PAPERS.founding.id, "title = 'Khác'"],
    ["documents", PAPERS.founding.id, "signed_on = '2021-05-05'"],
    ["documents", PAPERS.founding.id, "access = 'internal'"],
    ["documents", PAPERS.founding.id, "file_size = 1"],
    ["documents", PAPERS.founding.id, "file_sha256 = sha256('x')"],
    ["adoptions", idOf.adoption, "version = 2"],
    ["adoptions", idOf.adoption, "note = 'khác'"],
  ];

  test.each(everyColumn)("of %s %s: %s", async (table, id, assignment) => {
    const found = await foundAfter(`update ${table} set ${assignment} where id = '${id}'`);
    const [column = ""] = assignment.split(" ");
    expect(named(found)).toEqual([`columns ${table} ${id}`]);
    expect(found.differences[0]?.what.en).toContain(column);
    expect(found.differences[0]?.what.vi).toContain(column);
  });

  test.each([
    ["changes", idOf.change],
    ["entries", idOf.entry],
    ["claims", idOf.claim],
    ["documents", PAPERS.founding.id],
    ["adoptions", idOf.adoption],
  ])("the bytes of a row of %s", async (table, id) => {
    const found = await foundAfter(
      `update ${table} set canonical = convert_to(replace(convert_from(canonical, 'UTF8'), '"author":"c', '"author":"x'), 'UTF8') where id = '${id}'`,
    );
    expect(named(found)).toContain(`bytes ${table} ${id}`);
    expect(named(found)).toContain(`columns ${table} ${id}`);
    expect(named(found).every((n) => n.endsWith(`${table} ${id}`))).toBe(true);
  });

  test("bytes that are no text at all", async () => {
    const found = await foundAfter(
      `update changes set canonical = '\\xff00', sha256 = sha256('\\xff00') where id = '${idOf.change}'`,
    );
    expect(named(found)).toEqual([`bytes changes ${idOf.change}`, "tree commits 1"]);
  });

  test("a change forged wholly, bytes, hash and columns: its commit's tree no longer fits, nor do the timelines", async () => {
    const area = (text: string) => `replace(${text}, '430000', '999000')`;
    const found = await foundAfter([
      `update changes set canonical = convert_to(${area("convert_from(canonical, 'UTF8')")}, 'UTF8'),
              attributes = ${area("attributes::text")}::jsonb where id = '${idOf.change}'`,
      `update changes set sha256 = sha256(canonical) where id = '${idOf.change}'`,
    ]);
    expect(named(found)).toContain("tree commits 1");
    expect(named(found).filter((n) => n.includes("changes"))).toEqual([]);
    expect(named(found)).toContain(`derivedAltered zone_now ${ZONES.second.id}`);
  });

  test("a forged tree and chain: only the published head tells", async () => {
    const { head } = await verifyWithin({ reader: client, comparer: client }, { definitions, files: null });
    const last = await client.query<{ canonical: Buffer; root: Buffer }>(
      "select canonical from commits where no = 4",
    );
    const canonical = last.rows[0]?.canonical.toString("utf8").replace('"at":"2026', '"at":"2027') ?? "";
    await foundAfter(`update commits set at = at + interval '1 year', canonical = convert_to('${canonical}', 'UTF8'),
                             hash = decode('${sha256(canonical).toString("hex")}', 'hex') where no = 4`);
    await client.query(
      `update requests set answer = jsonb_set(answer, '{at}', to_jsonb(replace(answer ->> 'at', '2026', '2027'))) where commit_no = 4`,
    );
    const asked = { definitions, files: null };
    const clients = { reader: client, comparer: client };
    expect((await verifyWithin(clients, asked)).differences).toEqual([]);
    expect(named(await verifyWithin(clients, { ...asked, expectedHead: head.hash }))).toEqual([
      "head commits 4",
    ]);
  });

  test.each([
    ["a removed change", [`delete from changes where id = '${idOf.change}'`], "tree commits 1"],
    ["a removed claim", [`delete from claims where id = '${idOf.claim}'`], "tree commits 1"],
    [
      "two changes that changed places",
      [
        "update changes set ordinal = ordinal + 10 where commit_no = 4",
        "update changes set ordinal = 11 - ordinal where commit_no = 4",
      ],
      "tree commits 4",
    ],
    [
      "a change moved to another commit",
      [`update changes set commit_no = 4, ordinal = 2 where id = '${fixedId(110)}'`],
      "tree commits 3",
    ],
  ])("%s", async (_, statements, expected) => {
    expect(named(await foundAfter(statements))).toContain(expected);
  });

  test("a part that was added", async () => {
    const found = await foundAfter(
      `insert into claims select (jsonb_populate_record(c, jsonb_build_object('id', '${fixedId(999)}', 'ordinal', 7))).*
         from claims c where id = '${idOf.claim}'`,
    );
    expect(named(found)).toEqual(
      expect.arrayContaining([
        `order claims ${fixedId(999)}`,
        `columns claims ${fixedId(999)}`,
        "tree commits 1",
      ]),
    );
  });

  test.each([
    ["moment", "at = at - interval '1 day'", ["order commits 3", "columns commits 3"]],
    ["count", "parts = parts + 1", ["columns commits 3", "tree commits 3"]],
    ["root", "root = sha256('x')", ["columns commits 3", "tree commits 3"]],
    ["previous hash", "previous = sha256('x')", ["chain commits 3", "columns commits 3"]],
    ["hash", "hash = sha256('x')", ["bytes commits 3", "chain commits 4"]],
  ])("the %s of a commit", async (_, assignment, expected) => {
    const found = await foundAfter(`update commits set ${assignment} where no = 3`);
    expect(named(found).filter((n) => n.includes(" commits "))).toEqual(expected);
  });

  test("a commit that was removed from the middle", async () => {
    const found = await foundAfter("delete from commits where no = 2");
    expect(named(found)).toEqual(
      expect.arrayContaining(["order commits 3", "chain commits 3", `noCommit changes ${fixedId(105)}`]),
    );
    expect(named(found)).toContain("noCommit requests fixture/2");
  });

  test("the last commit, removed without its parts", async () => {
    const found = await foundAfter("delete from commits where no = 4");
    expect(named(found)).toEqual(
      expect.arrayContaining([
        `noCommit changes ${fixedId(111)}`,
        `noCommit changes ${fixedId(112)}`,
        "noCommit requests fixture/4",
        `noCommit subjects ${ZONES.first.id}`,
        `noCommit zone_now ${ZONES.first.id}`,
      ]),
    );
  });

  test("the last commit, removed with its parts and its answer: the timelines still know of it", async () => {
    const found = await foundAfter([
      "delete from commits where no = 4",
      "delete from changes where commit_no = 4",
      "delete from requests where commit_no = 4",
    ]);
    expect(found.head.no).toBe(3);
    expect(named(found)).toEqual(
      expect.arrayContaining([
        `noCommit subjects ${ZONES.first.id}`,
        `noCommit zone_now ${ZONES.first.id}`,
        `noCommit zone_past ${ZONES.first.id}`,
        `derivedAltered subjects ${ZONES.first.id}`,
      ]),
    );
  });

  test.each([
    [
      "a period known now",
      `update zone_now set area = 1 where id = '${ZONES.second.id}' and valid_to = 'infinity'`,
      `derivedAltered zone_now ${ZONES.second.id}`,
    ],
    [
      "the attributes of a period known now",
      `update zone_now set attributes = '{}' where id = '${ZONES.phase.id}'`,
      `derivedAltered zone_now ${ZONES.phase.id}`,
    ],
    [
      "the end of a period known now",
      `update zone_now set valid_to = '2030-01-01' where id = '${ZONES.phase.id}'`,
      `derivedAltered zone_now ${ZONES.phase.id}`,
    ],
    [
      "since when a period is known",
      `update zone_now set known_from = 2 where id = '${ZONES.phase.id}'`,
      `derivedExtra zone_now ${ZONES.phase.id}`,
    ],
    [
      "a period known before",
      `update zone_past set area = 1 where id = '${ZONES.second.id}'`,
      `derivedAltered zone_past ${ZONES.second.id}`,
    ],
    [
      "until when a period was known",
      `update zone_past set known_to = known_to + 1 where id = '${ZONES.first.id}' and known_to = 3`,
      `derivedAltered zone_past ${ZONES.first.id}`,
    ],
    [
      "a period that was removed",
      `delete from subject_now where id = '${fixedId(21)}' and valid_from = '2024-01-01'`,
      `derivedMissing subject_now ${fixedId(21)}`,
    ],
    [
      "a period of nobody",
      `insert into zone_past (id, valid_from, valid_to, known_from, known_to, attributes, sources) values ('${fixedId(500)}', '2020-01-01', '2021-01-01', 1, 2, '{}', '{}')`,
      `derivedExtra zone_past ${fixedId(500)}`,
    ],
    [
      "a period that stands twice",
      `insert into zone_past (id, valid_from, valid_to, known_from, known_to, area, attributes, sources, evidence, kind, phase_of, place_id, places, legal, developer_id) select id, valid_from, valid_to, known_from, known_to, area, attributes, sources, evidence, kind, phase_of, place_id, places, legal, developer_id from zone_past where id = '${ZONES.second.id}' limit 1`,
      `derivedExtra zone_past ${ZONES.second.id}`,
    ],
    [
      "the version of a subject",
      `update subjects set last_commit = 1 where id = '${ZONES.first.id}'`,
      `derivedAltered subjects ${ZONES.first.id}`,
    ],
    [
      "the key of a subject",
      `update subjects set key = 'x' where id = '${ZONES.first.id}'`,
      `derivedAltered subjects ${ZONES.first.id}`,
    ],
  ])("%s", async (_, statement, expected) => {
    expect(named(await foundAfter(statement))).toContain(expected);
  });

  test.each([
    ["total_days", "day", "2021-05-04"],
    ["total_months", "month", "2021-05-01"],
    ["total_years", "year", "2021-01-01"],
  ])("a total in %s that was altered, removed or added", async (table, day, first) => {
    const altered = await foundAfter(
      `update ${table} set amount = amount + 1 where figure = 'entries.allocation' and precision = 'exact'`,
    );
    const key = `entries.allocation ${ZONES.first.id} ${first} exact`;
    expect(named(altered)).toEqual([`derivedAltered ${table} ${key}`]);
    const removed = await foundAfter(`delete from ${table} where figure = 'entries.allocation'`);
    expect(named(removed)).toEqual([`derivedMissing ${table} ${key}`]);
    const added = await foundAfter(
      `insert into ${table} (figure, owner, ${day}, precision, amount, records) values ('x', '${fixedId(31)}', '2020-01-01', 'exact', 1, 1)`,
    );
    expect(named(added)).toContain(`derivedExtra ${table} x ${fixedId(31)} 2020-01-01 exact`);
  });

  test("the newest paper behind a total that was altered, removed or added", async () => {
    const table = "entry_evidence";
    const key = `allocation ${ZONES.first.id} 2021-05-01`;
    const altered = await foundAfter(`update ${table} set evidence = evidence + 4`);
    expect(named(altered)).toEqual([`derivedAltered ${table} ${key}`]);
    const removed = await foundAfter(`delete from ${table}`);
    expect(named(removed)).toEqual([`derivedMissing ${table} ${key}`]);
    const added = await foundAfter(`insert into ${table} values ('x', '${fixedId(31)}', '2020-01-01', 4)`);
    expect(named(added)).toContain(`derivedExtra ${table} x ${fixedId(31)} 2020-01-01`);
  });

  test("a file that is gone, altered, or breaks off", async () => {
    const broken = () =>
      new Readable({
        read() {
          this.destroy(new Error("the disk fails"));
        },
      });
    const expected: readonly Pick<Difference, "kind" | "table" | "id">[] = [
      { kind: "file", table: "documents", id: PAPERS.founding.id },
    ];
    for (const read of [() => null, () => Readable.from([Buffer.from("other")]), broken]) {
      const found = await verifyWithin(
        { reader: client, comparer: client },
        { definitions, files: { read } },
      );
      expect(found.differences).toMatchObject(expected);
    }
  });

  test("an answer that tells of another commit, and a part that nobody asked for", async () => {
    const found = await foundAfter(`update requests set commit_no = 1 where key = 'fixture/4'`);
    expect(named(found)).toEqual(
      expect.arrayContaining(["request requests fixture/4", `request changes ${fixedId(111)}`]),
    );
  });

  test("each with a sentence in both languages", async () => {
    const found = await foundAfter([
      "delete from commits where no = 2",
      "update zone_now set area = 1",
      "update claims set value = 9",
      "update total_days set amount = 1",
      "update entry_evidence set evidence = 0",
    ]);
    expect(found.differences.length).toBeGreaterThan(10);
    for (const { what } of found.differences) {
      expect(what.vi).toMatch(/\S.*\.$/);
      expect(what.en).toMatch(/\S.*\.$/);
    }
  });
});

describe("while others write", () => {
  test("the check sees one moment and finds nothing", async () => {
    const busy = await freshDatabase();
    try {
      const writer = createWriter({ pool: busy.pool, definitions, now: Date.now });
      const document = paper(fixedId(700));
      receiptOrThrow(await writer.submit(batch("p", { documents: [document] })));
      let writing = true;
      const write = async () => {
        for (let n = 0; writing; n += 1) {
          const subject = zone(fixedId(10_000 + (n % 7)));
          const id = fixedId(20_000 + n);
          const from = `20${10 + (n % 10)}`;
          const c = setting({ id, subject, document: document.id, from, attributes: { area: n } });
          receiptOrThrow(await writer.submit(batch(`w${n}`, { changes: [c] })));
        }
      };
      const work = write();
      try {
        for (let i = 0; i < 3; i += 1) {
          const found = await verifyRegister({ pool: busy.pool, definitions, files: null });
          expect(found.differences).toEqual([]);
        }
      } finally {
        writing = false;
        await work;
      }
    } finally {
      await busy.drop();
    }
  });
});
