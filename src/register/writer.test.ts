import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import {
  batch,
  claim,
  entry,
  fixedId,
  organisation,
  organisationSubject,
  paper,
  setting,
  withdrawing,
  zone,
} from "../../tests/register-fixture/builders.ts";
import { loginsOf } from "../../tests/test-server.ts";
import { openPool } from "../platform/database/logins.ts";
import { zoneSubject } from "../zones/subject.ts";
import { canonicalText, merkleRoot, NO_COMMIT, sha256 } from "./hashing.ts";
import type { Batch, ChangeDraft } from "./vocabulary.ts";
import { createWriter, receiptOrThrow, type WriterOptions } from "./writer.ts";

let database: FreshDatabase;
const decision = paper(fixedId(1), { key: "qd-1" });

beforeAll(async () => {
  database = await freshDatabase();
  receiptOrThrow(await writer().submit(batch("papers", { documents: [decision] })));
});
afterAll(() => database.drop());

function writer(of: Partial<WriterOptions> = {}) {
  return createWriter({
    pool: database.pool,
    definitions: [zoneSubject, organisationSubject],
    now: Date.now,
    ...of,
  });
}

function change(of: Partial<Parameters<typeof setting>[0]> = {}): ChangeDraft {
  return setting({
    id: randomUUID(),
    subject: zone(randomUUID()),
    document: decision.id,
    from: "2021-05-04",
    attributes: { area: 744_000, name: "CCN Mẫu" },
    ...of,
  });
}

function asking(...changes: readonly ChangeDraft[]): Batch {
  return batch(randomUUID(), { changes });
}

async function rows<T extends object>(text: string, values: readonly unknown[] = []): Promise<readonly T[]> {
  return (await database.pool.query<T>(text, [...values])).rows;
}

async function countOf(table: string): Promise<number> {
  return (await rows<{ n: number }>(`select count(*) as n from ${table}`))[0]?.n ?? Number.NaN;
}

describe("gathering", () => {
  test("callers of the same turn share one commit, and each is answered its own parts", async () => {
    const w = writer();
    const before = await countOf("commits");
    const batches = [asking(change()), asking(change(), change()), asking(change())];
    const receipts = (await Promise.all(batches.map(w.submit))).map(receiptOrThrow);
    expect(new Set(receipts.map((r) => r.commit)).size).toBe(1);
    expect(receipts.map((r) => r.parts)).toEqual([1, 2, 1]);
    expect(await countOf("commits")).toBe(before + 1);
  });

  test("callers that ask while a commit is under way share the next one", async () => {
    const w = writer();
    const first = w.submit(asking(change()));
    await new Promise((next) => setTimeout(next, 2));
    const later = await Promise.all([w.submit(asking(change())), w.submit(asking(change()))]);
    const [a, b, c] = [await first, ...later].map(receiptOrThrow);
    expect(b?.commit).toBe(c?.commit);
    expect(b?.commit).toBeGreaterThanOrEqual(a?.commit ?? Number.NaN);
  });

  test("a refused batch alone gets its refusal, and leaves nothing", async () => {
    const w = writer();
    const wrong = change({ attributes: { area: 0.5 } });
    const right = change();
    const [refusal, receipt] = await Promise.all([w.submit(asking(wrong)), w.submit(asking(right))]);
    expect(refusal).toMatchObject({ ok: false, problems: [{ code: "change.attributesInvalid" }] });
    expect(receipt.ok).toBe(true);
    expect(await rows("select id from changes where id = any($1)", [[wrong.id, right.id]])).toEqual([
      { id: right.id },
    ]);
  });

  test("a gathering of refusals makes no commit", async () => {
    const before = await countOf("commits");
    const outcome = await writer().submit(asking(change({ attributes: {} })));
    expect(outcome.ok).toBe(false);
    expect(await countOf("commits")).toBe(before);
  });

  test("each is judged on those before it: the second to take a key is refused", async () => {
    const w = writer();
    const [first, second] = await Promise.all([
      w.submit(asking(change({ subject: zone(randomUUID(), "one-key") }))),
      w.submit(asking(change({ subject: zone(randomUUID(), "one-key") }))),
    ]);
    expect(first.ok).toBe(true);
    expect(second).toMatchObject({ ok: false, problems: [{ code: "subject.keyTaken" }] });
  });

  test("what the database itself refuses in one batch does not harm the others", async () => {
    const w = writer();
    const known = change();
    receiptOrThrow(await w.submit(asking(known)));
    const settled = await Promise.allSettled(
      [change(), change({ id: known.id }), change(), change(), change()].map((c) => w.submit(asking(c))),
    );
    expect(settled.map((s) => (s.status === "fulfilled" ? s.value.ok : "failed"))).toEqual([
      true,
      "failed",
      true,
      true,
      true,
    ]);
    expect(receiptOrThrow(await w.submit(asking(change()))).parts).toBe(1);
  });

  test("when the database can't be reached every caller is told", async () => {
    const pool = openPool({ ...loginsOf(inject("testServer"), database.name).server, max: 1 });
    await pool.end();
    const w = writer({ pool });
    const settled = await Promise.allSettled([w.submit(asking(change())), w.submit(asking(change()))]);
    expect(settled.map((s) => s.status)).toEqual(["rejected", "rejected"]);
  });

  test("whoever keeps things in memory is told of the commit before its callers go on", async () => {
    const heard: unknown[] = [];
    const w = writer({ onCommit: (commit, kinds) => heard.push(commit, [...kinds]) });
    const receipt = receiptOrThrow(
      await w.submit(asking(change(), change({ subject: organisation(randomUUID()) }))),
    );
    expect(heard).toEqual([receipt.commit, ["zone", "organisation"]]);
  });

  test("a batch larger than one statement is written whole", async () => {
    const subjects = Array.from({ length: 2_500 }, () => zone(randomUUID()));
    const changes = subjects.flatMap((subject) => [
      change({ subject, from: "2020" }),
      change({ subject, from: "2022", attributes: { area: 1 } }),
    ]);
    const receipt = receiptOrThrow(await writer().submit(batch("large", { changes })));
    expect(receipt.parts).toBe(5_000);
    const now = await rows<{ n: number }>("select count(*) as n from zone_now where known_from = $1", [
      receipt.commit,
    ]);
    expect(now).toEqual([{ n: 5_000 }]);
    const order = await rows<{ id: string }>("select id from changes where commit_no = $1 order by ordinal", [
      receipt.commit,
    ]);
    expect(order.map((r) => r.id)).toEqual(changes.map((c) => c.id));
  }, 60_000);
});

describe("over a connection that takes statements ahead of their answers", () => {
  test("batches are recorded, refused and failed as over any other", async () => {
    const pool = openPool({
      ...loginsOf(inject("testServer"), database.name).server,
      pipeline: true,
      max: 1,
    });
    try {
      const w = writer({ pool });
      const known = change();
      receiptOrThrow(await w.submit(asking(known)));
      const settled = await Promise.allSettled(
        [change(), change({ id: known.id }), change({ attributes: {} }), change(), change()].map((c) =>
          w.submit(asking(c)),
        ),
      );
      expect(settled.map((s) => (s.status === "fulfilled" ? s.value.ok : "failed"))).toEqual([
        true,
        "failed",
        false,
        true,
        true,
      ]);
      const changes = Array.from({ length: 1_200 }, () => change());
      const large = batch(randomUUID(), { changes });
      expect(receiptOrThrow(await w.submit(large)).parts).toBe(1_200);
      expect(await w.submit(large)).toEqual(await writer().submit(large));
      const open = await rows("select 1 from pg_stat_activity where datname = $1 and state like 'idle in%'", [
        database.name,
      ]);
      expect(open).toEqual([]);
    } finally {
      await pool.end();
    }
  });
});

describe("request keys", () => {
  test("the same request again gets the first answer and records nothing", async () => {
    const w = writer();
    const asked = { ...asking(change()), detail: { rows: 3, names: ["a"] } };
    const first = await w.submit(asked);
    const before = await countOf("commits");
    // Ids are made anew on the way; what the caller asked for is the same.
    const again = await w.submit({ ...asked, changes: [change()] });
    expect(again).toEqual(first);
    expect(await countOf("commits")).toBe(before);
  });

  test("the same request twice in one gathering is recorded once", async () => {
    const w = writer();
    const asked = asking(change());
    const [first, second] = await Promise.all([w.submit(asked), w.submit({ ...asked, changes: [change()] })]);
    expect(first.ok).toBe(true);
    expect(second).toEqual(first);
    expect(await rows("select id from changes where request_key = $1", [asked.requestKey])).toHaveLength(1);
  });

  test("other content under a used key is refused, later and in the same gathering", async () => {
    const w = writer();
    const asked = asking(change());
    const other = { ...asking(change()), requestKey: asked.requestKey, content: { other: true } };
    const [first, beside] = await Promise.all([w.submit(asked), w.submit(other)]);
    expect(first.ok).toBe(true);
    const refusal = { ok: false, problems: [{ code: "request.reused", status: 409 }] };
    expect(beside).toMatchObject(refusal);
    expect(await w.submit(other)).toMatchObject(refusal);
  });

  test("a refused request leaves its key free", async () => {
    const w = writer();
    const asked = asking(change({ attributes: {} }));
    expect((await w.submit(asked)).ok).toBe(false);
    expect((await w.submit({ ...asked, content: { mended: true }, changes: [change()] })).ok).toBe(true);
  });

  test("a repetition is known to another writer as well", async () => {
    const asked = asking(change());
    expect(await writer().submit(asked)).toEqual(await writer().submit(asked));
  });
});

describe("expected versions", () => {
  test("of two callers who saw the same state the first records and the second is told", async () => {
    const w = writer();
    const subject = zone(randomUUID());
    const { commit } = receiptOrThrow(await w.submit(asking(change({ subject }))));
    const asked = () => ({ ...asking(change({ subject })), expected: new Map([[subject.id, commit]]) });
    const [first, second] = await Promise.all([w.submit(asked()), w.submit(asked())]);
    expect(first.ok).toBe(true);
    expect(second).toMatchObject({ ok: false, problems: [{ code: "subject.moved", status: 409 }] });
    expect(await w.submit(asked())).toMatchObject({ ok: false, problems: [{ code: "subject.moved" }] });
  });

  test("commits that touch other subjects do not matter", async () => {
    const w = writer();
    const subject = zone(randomUUID());
    const { commit } = receiptOrThrow(await w.submit(asking(change({ subject }))));
    receiptOrThrow(await w.submit(asking(change())));
    const expected = new Map([[subject.id, commit]]);
    expect((await w.submit({ ...asking(change({ subject })), expected })).ok).toBe(true);
  });
});

describe("the chain of commits", () => {
  type Row = { no: number; at: string; previous: Buffer; hash: Buffer; canonical: Buffer };

  async function expectOneChain(): Promise<void> {
    const commits = await rows<Row>("select no, at, previous, hash, canonical from commits order by no");
    let [no, at, hash] = [0, "", NO_COMMIT];
    for (const c of commits) {
      expect(c.no).toBe(no + 1);
      expect(c.at > at).toBe(true);
      expect(c.previous.equals(hash)).toBe(true);
      expect(sha256(c.canonical).equals(c.hash)).toBe(true);
      ({ no, at, hash } = c);
    }
  }

  test("moments grow even when the clock goes back or stands still", async () => {
    const times = [Date.now() + 60_000, 0, 0, Date.now() - 60_000];
    const w = writer({ now: () => times.shift() ?? 0 });
    const moments: string[] = [];
    for (let i = 0; i < 4; i += 1) moments.push(receiptOrThrow(await w.submit(asking(change()))).at);
    expect([...new Set(moments)].sort()).toEqual(moments);
    await expectOneChain();
  });

  test("a commit's root is the tree over its papers, changes, entries, claims and adoptions", async () => {
    const fresh = paper(randomUUID());
    const c = change({ document: fresh.id });
    const money = entry({ id: randomUUID(), subjects: [c.subject.id], document: fresh.id, amount: 5 });
    const said = claim({
      id: randomUUID(),
      document: fresh.id,
      about: { kind: "attribute", subject: c.subject.id, attribute: "area" },
    });
    const adoption = { id: randomUUID(), what: "fold", version: 1 };
    const receipt = receiptOrThrow(
      await writer().submit(
        batch(randomUUID(), {
          adoptions: [adoption],
          claims: [said],
          entries: [money],
          changes: [c],
          documents: [fresh],
        }),
      ),
    );
    expect(receipt.parts).toBe(5);
    const hashes: Buffer[] = [];
    for (const table of ["documents", "changes", "entries", "claims", "adoptions"]) {
      const parts = await rows<{ id: string; canonical: Buffer; sha256: Buffer }>(
        `select id, canonical, sha256 from ${table} where commit_no = $1 order by ordinal`,
        [receipt.commit],
      );
      for (const part of parts) {
        expect(sha256(part.canonical).equals(part.sha256)).toBe(true);
        hashes.push(part.sha256);
      }
    }
    const [commit] = await rows<{ root: Buffer; parts: number }>(
      "select root, parts from commits where no = $1",
      [receipt.commit],
    );
    expect(commit?.parts).toBe(5);
    expect(commit?.root.equals(merkleRoot(hashes))).toBe(true);
  });

  test("two writers on one register interleave, and make one chain", async () => {
    const other = openPool(loginsOf(inject("testServer"), database.name).server);
    try {
      const writers = [writer(), writer({ pool: other })];
      const subjects = Array.from({ length: 5 }, () => zone(randomUUID()));
      const asked = Array.from({ length: 60 }, (_, i) =>
        asking(
          change({
            subject: subjects[i % subjects.length] ?? zone(randomUUID()),
            from: `20${10 + (i % 9)}`,
            attributes: { area: i },
          }),
        ),
      );
      const commits = new Set<number>();
      for (let i = 0; i < asked.length; i += 4) {
        const four = asked.slice(i, i + 4).map((b, j) => writers[j % 2]?.submit(b));
        for (const outcome of await Promise.all(four)) {
          if (outcome !== undefined) commits.add(receiptOrThrow(outcome).commit);
        }
      }
      expect(commits.size).toBeGreaterThan(15);
      await expectOneChain();
    } finally {
      await other.end();
    }
  });

  test("the same request through two writers at once is recorded once", async () => {
    const other = openPool(loginsOf(inject("testServer"), database.name).server);
    try {
      const asked = asking(change());
      const [first, second] = await Promise.all([
        writer().submit(asked),
        writer({ pool: other }).submit({ ...asked, changes: [change()] }),
      ]);
      expect(first.ok).toBe(true);
      expect(second).toEqual(first);
      expect(await rows("select id from changes where request_key = $1", [asked.requestKey])).toHaveLength(1);
    } finally {
      await other.end();
    }
  });
});

describe("text", () => {
  test("written in the other Unicode form is stored, hashed and folded as NFC", async () => {
    const name = "CCN Chợ Mẫu";
    const c = change({ attributes: { name: name.normalize("NFD") }, note: "Ghi chú".normalize("NFD") });
    receiptOrThrow(await writer().submit(asking(c)));
    const [stored] = await rows<{ note: string; attributes: unknown; canonical: Buffer }>(
      "select note, attributes, canonical from changes where id = $1",
      [c.id],
    );
    expect(stored?.note).toBe("Ghi chú");
    expect(stored?.attributes).toEqual({ name });
    expect(stored?.canonical.toString("utf8")).toContain(canonicalText(name));
    const now = await rows("select attributes from zone_now where id = $1", [c.subject.id]);
    expect(now).toEqual([{ attributes: { name } }]);
  });
});

describe("running totals", () => {
  const total = (owner: string) =>
    rows("select figure, day, amount, records from total_days where owner = $1 order by day, figure", [
      owner,
    ]);

  test("move by the day on which a period begins and ends", async () => {
    const place = randomUUID();
    const c = change({
      subject: organisation(randomUUID()),
      from: "2021-05-04",
      to: "2021-12-31",
      attributes: { place, area: 70 },
    });
    receiptOrThrow(await writer().submit(asking(c)));
    expect(await total(place)).toEqual([
      { figure: "organisations.area", day: "2021-05-04", amount: 70, records: 1 },
      { figure: "organisations.area", day: "2022-01-01", amount: -70, records: -1 },
    ]);
  });

  test("that come to nothing leave no row, by day, month or year", async () => {
    const place = randomUUID();
    const c = change({ subject: organisation(randomUUID()), attributes: { place, area: 70 } });
    const w = writer();
    receiptOrThrow(await w.submit(asking(c)));
    const { subject, document } = c;
    receiptOrThrow(
      await w.submit(asking(withdrawing({ id: randomUUID(), subject, document, withdraws: c.id }))),
    );
    expect(await total(place)).toEqual([]);
    for (const table of ["total_months", "total_years"])
      expect(await rows(`select * from ${table} where owner = $1`, [place])).toEqual([]);
  });

  test("of entries count undivided sums of one subject, and a reversal takes them back", async () => {
    const owner = randomUUID();
    const w = writer();
    const paid = entry({ id: randomUUID(), subjects: [owner], document: decision.id, amount: 500 });
    const shared = entry({ ...paid, id: randomUUID(), subjects: [owner, randomUUID()] });
    receiptOrThrow(await w.submit(batch(randomUUID(), { entries: [paid, shared] })));
    const kept = { figure: "entries.allocation", day: "2021-05-04", amount: 500, records: 1 };
    expect(await total(owner)).toEqual([kept]);
    const undoing = entry({ ...paid, id: randomUUID(), amount: -500, reverses: paid.id });
    receiptOrThrow(await w.submit(batch(randomUUID(), { entries: [undoing] })));
    expect(await total(owner)).toEqual([]);
  });
});

describe("what is appended stays", () => {
  const tables = ["commits", "requests", "documents", "changes", "entries", "claims", "adoptions"] as const;

  describe.each(tables)("%s", (table) => {
    const first = table === "commits" ? "no" : table === "requests" ? "key" : "id";
    test.each([
      ["updated", `update ${table} set ${first} = ${first}`],
      ["deleted", `delete from ${table}`],
      ["emptied", `truncate ${table} cascade`],
    ])("can't be %s by the server, nor by the owner while the triggers stand", async (_, statement) => {
      const before = await countOf(table);
      expect(before).toBeGreaterThan(0);
      await expect(database.pool.query(statement)).rejects.toThrow("permission denied");
      await expect(database.owner.query(statement)).rejects.toThrow("append-only");
      expect(await countOf(table)).toBe(before);
    });
  });
});
