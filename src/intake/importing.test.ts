import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  ARTICLE,
  bookOf,
  DECISION,
  FOUNDED,
  type TestRegister,
  type TypedRow,
  testRegister,
} from "../../tests/intake.ts";
import { plainDate } from "../kernel/dates.ts";
import { applyPreview } from "./applying.ts";
import { importFile } from "./importing.ts";
import { findHead, PREVIEW_LIFE } from "./keeping.ts";
import { makePreview } from "./preview.ts";
import { listImports } from "./requests.ts";
import { withdrawImport } from "./withdrawing.ts";

let register: TestRegister;
beforeEach(async () => {
  register = await testRegister();
});
afterEach(() => register.drop());

const documents = [DECISION, ARTICLE];
const SAID: TypedRow = {
  key: "thu",
  area: 43,
  clearance: "Đang giải phóng mặt bằng",
  from: "11/2023",
  document: "bao-2023",
};
const BOOK = {
  documents,
  zones: [{ ...FOUNDED, developer: "Công ty Cổ phần A" }, SAID],
  capital: [{ zones: "thu", amount: 5, precision: "khoảng", dated: "11/2023", document: "bao-2023" }],
  claims: [
    {
      about: "thuộc tính",
      zone: "thu",
      attribute: "Diện tích",
      value: "43",
      unit: "ha",
      periodFrom: "11/2023",
      printed: "43 ha",
      document: "bao-2023",
    },
  ],
};

async function zonePeriod(day: string) {
  const found = await register.deps.db
    .selectFrom("changes")
    .selectAll()
    .where("subject_key", "=", "thu")
    .where("kind", "=", "set")
    .orderBy("commit_no")
    .orderBy("ordinal")
    .execute();
  return { rows: found.filter((c) => plainDate(day) >= (c.from_text ?? "")) };
}

describe("an import", () => {
  test("splits a decision's row into what it decides and what it only says", async () => {
    await register.record({ documents, zones: [{ ...FOUNDED, clearance: "Chưa thực hiện" }] });
    const { rows } = await zonePeriod("2020-10-16");
    expect(rows.map((r) => [r.standing, Object.keys(Object(r.attributes)).sort()])).toEqual([
      ["decides", ["area", "kind", "legal", "name", "places"]],
      ["says", ["clearance"]],
    ]);
  });
  test("records what a press page says beside the decision, and only what is new", async () => {
    const { rows } = await register.preview(BOOK);
    const said = rows.find((r) => r.form === "zones" && r.row === 3);
    expect(said?.cells.map((c) => [c.column, c.from, c.to, c.outcome, c.why])).toEqual([
      ["area", 400_000, 430_000, "change", "standsBeside"],
      ["clearance", null, "underWay", "create", null],
    ]);
    const applied = await register.record(BOOK);
    expect(applied).toMatchObject({ changes: 7, already: false });
  });
  test("keeps the workbook as a paper with its file, and is listed", async () => {
    const applied = await register.record(BOOK);
    const [past] = await listImports(register.deps.db);
    expect(past).toMatchObject({
      id: applied.id,
      author: "cán bộ thử",
      rows: 6,
      recorded: { documents: 2, changes: 3, entries: 1, claims: 1 },
      withdrawn: null,
    });
    const paper = await register.deps.db
      .selectFrom("documents")
      .selectAll()
      .where("kind", "=", "workbook")
      .executeTakeFirstOrThrow();
    expect(paper.file_sha256?.toString("hex")).toBe(past?.file.sha256);
    expect(register.deps.files.has(past?.file.sha256 ?? "")).toBe(true);
  });
  test("of the same file again changes nothing and says so", async () => {
    const bytes = await bookOf(BOOK);
    const first = await register.record(bytes);
    const commits = await register.commits();
    const { head } = await register.preview(bytes);
    expect(head.counts).toMatchObject({ create: 0, change: 0, refused: 0, question: 0, nothing: 6 });
    expect(head.already).toMatchObject({ commit: first.commit });
    expect(await register.record(bytes)).toEqual({ ...first, changes: 0, already: true });
    expect(await register.commits()).toBe(commits);
  });
  test("of the same content in another file records nothing but that the file came in", async () => {
    await register.record(BOOK);
    const { head } = await register.preview({
      ...BOOK,
      claims: [...BOOK.claims].map((c) => ({ ...c, note: "như trước" })),
    });
    expect(head.counts).toMatchObject({ create: 0, change: 0, refused: 0, nothing: 6 });
  });
  test("may have its sheets in any order", async () => {
    const { zones, documents: papers, claims, capital } = BOOK;
    const { head } = await register.preview({ claims, zones, capital, documents: papers });
    expect(head.counts).toMatchObject({ create: 5, change: 1, refused: 0, question: 0 });
  });
  test("rests on the workbook itself where a row names no paper", async () => {
    const row = { key: "thu", kind: "CCN", name: "CCN Thử", places: "065", from: "2024", workers: 12 };
    await register.record({ zones: [row] });
    const paper = await register.deps.db
      .selectFrom("documents")
      .select("id")
      .where("kind", "=", "workbook")
      .executeTakeFirstOrThrow();
    const { rows } = await zonePeriod("2024-12-31");
    expect(rows.map((r) => [r.standing, r.document_id])).toEqual([["says", paper.id]]);
    // The same row in another file: nothing new.
    const { head } = await register.preview({ zones: [row, { key: "thu", workers: 12, from: "2025" }] });
    expect(head.counts).toMatchObject({ nothing: 2, change: 0 });
  });
  test("keeps two spellings of a developer as two organisations", async () => {
    const second = { ...SAID, area: null, developer: "Công ty cổ phần A" };
    await register.record({ documents, zones: [{ ...FOUNDED, developer: "Công ty Cổ phần A" }, second] });
    const found = await register.deps.db
      .selectFrom("subjects")
      .select("id")
      .where("kind", "=", "organisation")
      .execute();
    expect(found).toHaveLength(2);
  });
  test("names a zone by its name where no key is given, and makes the key", async () => {
    await register.record({
      documents,
      zones: [
        { ...FOUNDED, key: null },
        { name: "Cụm công nghiệp thử", places: "065", from: "2024", workers: 5, document: "bao-2023" },
      ],
    });
    const zones = await register.deps.db
      .selectFrom("subjects")
      .select("key")
      .where("kind", "=", "zone")
      .execute();
    expect(zones).toEqual([{ key: "thu" }]);
  });
  test("gives a phase its zone's key and its own", async () => {
    await register.record({ documents, zones: [FOUNDED, { ...FOUNDED, phase: "I", area: 20, legal: null }] });
    const zones = await register.deps.db
      .selectFrom("subjects")
      .select("key")
      .where("kind", "=", "zone")
      .orderBy("key")
      .execute();
    expect(zones).toEqual([{ key: "thu" }, { key: "thu/I" }]);
  });
});

describe("a question", () => {
  test("two clusters of one name in one place under two keys", async () => {
    const { rows, head } = await register.preview({
      documents,
      zones: [FOUNDED, { ...FOUNDED, key: "thu-2" }],
    });
    expect(head.counts.question).toBe(1);
    const asked = rows.at(-1);
    expect(asked).toMatchObject({ outcome: "question", choices: [{ id: "thu", label: "CCN Thử" }] });
    expect(asked?.problems[0]?.remedy.vi).toContain("“thu” (CCN Thử)");
    const answer = await applyPreview(register.deps, { preview: head.id, requestKey: uuidv7() });
    expect(answer).toMatchObject({ kind: "refused", problems: [{ status: 422 }] });
  });
  test("a row that may mean two recorded clusters", async () => {
    await register.record({ documents, zones: [FOUNDED, { ...FOUNDED, key: "thu-2", places: "064" }] });
    const { rows } = await register.preview({ zones: [{ name: "CCN Thử", from: "2025", workers: 3 }] });
    expect(rows[0]).toMatchObject({ outcome: "question" });
    expect(rows[0]?.choices.map((c) => c.id).sort()).toEqual(["thu", "thu-2"]);
  });
});

describe("accepting a preview", () => {
  test("again under the same request key gives the first answer, and under another content is refused", async () => {
    const { head } = await register.preview(BOOK);
    const requestKey = uuidv7();
    const first = await applyPreview(register.deps, { preview: head.id, requestKey });
    expect(first).toMatchObject({ kind: "applied" });
    const commits = await register.commits();
    expect(await applyPreview(register.deps, { preview: head.id, requestKey })).toEqual(first);
    const other = await register.preview({ zones: [{ key: "thu", from: "2024", workers: 9 }] });
    expect(await applyPreview(register.deps, { preview: other.head.id, requestKey })).toMatchObject({
      kind: "refused",
      problems: [{ code: "request.reused", status: 409 }],
    });
    expect(await register.commits()).toBe(commits);
  });
  test("is refused with the new differences where the register moved in what it shows", async () => {
    await register.record({ documents, zones: [FOUNDED] });
    const { head } = await register.preview({ zones: [SAID] });
    await register.record({ zones: [{ ...SAID, area: 45 }] });
    const commits = await register.commits();
    const answer = await applyPreview(register.deps, { preview: head.id, requestKey: uuidv7() });
    expect(answer).toMatchObject({ kind: "moved", problem: { status: 409, code: "import.moved" } });
    const now = answer.kind === "moved" ? answer.preview : head;
    expect(now.basedOnCommit).toBe(commits);
    expect(now.id).not.toBe(head.id);
    expect(await register.commits()).toBe(commits);
    expect(await applyPreview(register.deps, { preview: now.id, requestKey: uuidv7() })).toMatchObject({
      kind: "applied",
    });
  });
  test("goes through where the register moved elsewhere", async () => {
    await register.record({ documents, zones: [FOUNDED] });
    const { head } = await register.preview({ zones: [SAID] });
    await register.record({ zones: [{ ...FOUNDED, key: "khac", name: "CCN Khác" }] });
    expect(await applyPreview(register.deps, { preview: head.id, requestKey: uuidv7() })).toMatchObject({
      kind: "applied",
    });
  });
  test("twice at the same time under two keys records it once", async () => {
    const bytes = await bookOf(BOOK);
    const previews = [await register.preview(bytes), await register.preview(bytes)];
    const answers = await Promise.all(
      previews.map(({ head }) => applyPreview(register.deps, { preview: head.id, requestKey: uuidv7() })),
    );
    expect(answers.map((a) => a.kind).sort()).toEqual(["applied", "moved"]);
    expect(await listImports(register.deps.db)).toHaveLength(1);
  });
  test("is not possible a day later", async () => {
    const { head } = await register.preview(BOOK);
    expect(await findHead(register.deps.dataFolder, head.id, head.made + PREVIEW_LIFE - 1)).toMatchObject({
      id: head.id,
    });
    expect(await findHead(register.deps.dataFolder, head.id, head.made + PREVIEW_LIFE)).toBeNull();
    expect(await applyPreview(register.deps, { preview: uuidv7(), requestKey: uuidv7() })).toMatchObject({
      kind: "refused",
      problems: [{ code: "preview.unknown", status: 404 }],
    });
  });
});

describe("a file from the disk", () => {
  test("is only looked at in a dry run, recorded once under its key, and answered again", async () => {
    const path = join(register.deps.dataFolder, "bang.xlsx");
    await writeFile(path, await bookOf(BOOK));
    const before = await register.commits();
    expect(await importFile(register.deps, path, { dryRun: true })).toMatchObject({
      ok: true,
      value: { applied: null, preview: { counts: { create: 5, change: 1 } } },
    });
    expect(await register.commits()).toBe(before);
    const requestKey = uuidv7();
    const first = await importFile(register.deps, path, { dryRun: false, requestKey });
    const again = await importFile(register.deps, path, { dryRun: false, requestKey });
    expect(first.ok && first.value.applied).toMatchObject({ id: requestKey, changes: 7 });
    expect(again.ok && again.value.applied).toEqual(first.ok && first.value.applied);
    expect(await register.commits()).toBe(before + 1);
  });
  test("with a slip answers its preview and records nothing", async () => {
    const path = join(register.deps.dataFolder, "xau.xlsx");
    await writeFile(path, await bookOf({ documents, zones: [{ ...FOUNDED, area: -1 }] }));
    expect(await importFile(register.deps, path, { dryRun: false })).toMatchObject({
      ok: true,
      value: { applied: null, preview: { counts: { refused: 1 } } },
    });
  });
});

describe("money", () => {
  const sum = { zones: "thu", amount: 5, dated: "11/2023", document: "bao-2023" };
  test("of the same paper, zones, time and source is recorded once; another amount is refused", async () => {
    await register.record({ documents, zones: [FOUNDED], capital: [sum] });
    expect((await register.preview({ capital: [{ ...sum, note: "như trước" }] })).head.counts).toMatchObject({
      nothing: 1,
    });
    const { rows } = await register.preview({ capital: [{ ...sum, amount: 6 }] });
    expect(rows[0]).toMatchObject({
      outcome: "refused",
      problems: [{ code: "cell.entry-differs", field: "Bố trí vốn!B2" }],
    });
  });
  test("for several zones is one undivided entry", async () => {
    const other = { ...FOUNDED, key: "khac", name: "CCN Khác" };
    await register.record({
      documents,
      zones: [FOUNDED, other],
      capital: [{ ...sum, zones: "thu + khac", amount: "gần 58 tỷ đồng" }],
    });
    const entries = await register.deps.db.selectFrom("entries").selectAll().execute();
    expect(entries).toMatchObject([
      {
        amount: 58_000_000_000,
        precision: "nearly",
        precision_word: "gần",
        kind: "allocation",
        source: "notStated",
      },
    ]);
    expect(entries[0]?.subjects).toHaveLength(2);
  });
});

describe("withdrawing an import", () => {
  test("takes back what it told, reverses its sums, and leaves its claims out", async () => {
    const applied = await register.record(BOOK);
    const withdrawn = await withdrawImport(register.deps, { import: applied.id, requestKey: uuidv7() });
    expect(withdrawn).toMatchObject({ ok: true, value: { withdraws: applied.id, changes: 4 } });
    const { db } = register.deps;
    expect(await db.selectFrom("entries").select(["amount"]).orderBy("commit_no").execute()).toEqual([
      { amount: 5_000_000_000 },
      { amount: -5_000_000_000 },
    ]);
    expect(await db.selectFrom("changes").select("id").where("kind", "=", "withdraw").execute()).toHaveLength(
      3,
    );
    expect((await listImports(db))[0]?.withdrawn).toMatchObject({
      commit: withdrawn.ok ? withdrawn.value.commit : -1,
    });
  });
  test("twice is refused with a sentence; repeated under its key it is answered again", async () => {
    const applied = await register.record(BOOK);
    const requestKey = uuidv7();
    const first = await withdrawImport(register.deps, { import: applied.id, requestKey });
    const commits = await register.commits();
    expect(await withdrawImport(register.deps, { import: applied.id, requestKey })).toEqual(first);
    expect(await withdrawImport(register.deps, { import: applied.id, requestKey: uuidv7() })).toMatchObject({
      ok: false,
      problems: [
        { code: "import.withdrawn", status: 409, message: { vi: expect.stringContaining("đã được rút") } },
      ],
    });
    expect(await withdrawImport(register.deps, { import: uuidv7(), requestKey: uuidv7() })).toMatchObject({
      ok: false,
      problems: [{ code: "import.unknown", status: 404 }],
    });
    expect(await register.commits()).toBe(commits);
  });
  test("lets the same file be imported anew, under the same keys", async () => {
    const bytes = await bookOf(BOOK);
    const applied = await register.record(bytes);
    await withdrawImport(register.deps, { import: applied.id, requestKey: uuidv7() });
    const { head } = await register.preview(bytes);
    expect(head).toMatchObject({ already: null, counts: { refused: 0, question: 0, nothing: 2 } });
    const again = await register.record(bytes);
    expect(again).toMatchObject({ already: false });
    const zones = await register.deps.db
      .selectFrom("subjects")
      .select("key")
      .where("kind", "=", "zone")
      .execute();
    expect(zones).toEqual([{ key: "thu" }]);
    expect(await makePreview(register.deps, head.file)).toMatchObject({
      ok: true,
      value: { counts: { nothing: 6 } },
    });
  });
  test("leaves what another import told", async () => {
    await register.record({ documents, zones: [FOUNDED] });
    const second = await register.record({ zones: [SAID] });
    await withdrawImport(register.deps, { import: second.id, requestKey: uuidv7() });
    const { rows } = await register.preview({ zones: [SAID] });
    expect(rows[0]?.cells.map((c) => [c.column, c.from, c.outcome])).toEqual([
      ["area", 400_000, "change"],
      ["clearance", null, "create"],
    ]);
  });
});
