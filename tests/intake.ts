/** A register with a handful of places for tests of intake, and workbooks made of cells as officers type them. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import ExcelJS from "exceljs";
import { uuidv7 } from "uuidv7";
import { FIGURES } from "../src/app/figures.ts";
import { SUBJECTS } from "../src/app/subjects.ts";
import { type ApplyAnswer, applyPreview } from "../src/intake/applying.ts";
import { type FormKey, formOf } from "../src/intake/forms.ts";
import type { IntakeDeps, StoredWorkbook } from "../src/intake/intake.ts";
import { type PreviewHead, readRows } from "../src/intake/keeping.ts";
import type { PlannedRow } from "../src/intake/plan.ts";
import { makePreview } from "../src/intake/preview.ts";
import { partialDate, plainDate } from "../src/kernel/dates.ts";
import { RefusalError } from "../src/kernel/problems.ts";
import { placeDirectory } from "../src/places/directory.ts";
import { placesBatch } from "../src/places/recording.ts";
import { readPlaces } from "../src/places/store.ts";
import type { Unit } from "../src/places/vocabulary.ts";
import { openFileStore } from "../src/platform/files.ts";
import { createWriter, type DocumentDraft, receiptOrThrow } from "../src/register/public.ts";
import { freshDatabase } from "./database.ts";

const ENDED = plainDate("2025-07-01");

function unit(
  given: Pick<Unit, "code" | "name" | "level" | "unitType"> & {
    readonly parent?: string;
    readonly now?: true;
  },
): Unit {
  const { code, name, level, unitType, parent, now } = given;
  const life = now === true ? { from: ENDED, to: null } : { from: null, to: ENDED };
  return {
    key: `${code}@${now === true ? "2025" : "2023"}`,
    code,
    level,
    name,
    bareName: name.replace(/^\S+ /u, ""),
    unitType,
    otherNames: [],
    ...life,
    endsBy: false,
    parents: parent === undefined ? [] : [{ parentKey: parent, ...life }],
  };
}

const UNITS: readonly Unit[] = [
  unit({ code: "06", name: "Tỉnh Bắc Kạn", level: "province", unitType: "province" }),
  unit({
    code: "063",
    name: "Huyện Bạch Thông",
    level: "district",
    unitType: "ruralDistrict",
    parent: "06@2023",
  }),
  unit({
    code: "064",
    name: "Huyện Chợ Đồn",
    level: "district",
    unitType: "ruralDistrict",
    parent: "06@2023",
  }),
  unit({
    code: "065",
    name: "Huyện Chợ Mới",
    level: "district",
    unitType: "ruralDistrict",
    parent: "06@2023",
  }),
  unit({ code: "02107", name: "Xã Thanh Thịnh", level: "commune", unitType: "commune", parent: "065@2023" }),
  unit({ code: "02008", name: "Xã Cẩm Giàng", level: "commune", unitType: "commune", parent: "063@2023" }),
  unit({ code: "19", name: "Tỉnh Thái Nguyên", level: "province", unitType: "province", now: true }),
  unit({
    code: "02008",
    name: "Xã Cẩm Giàng",
    level: "commune",
    unitType: "commune",
    parent: "19@2025",
    now: true,
  }),
];

function list(key: string, date: string): DocumentDraft {
  return {
    id: uuidv7(),
    key,
    kind: "list",
    number: null,
    signedOn: partialDate(date),
    effectiveOn: null,
    issuer: null,
    title: key,
    standing: "says",
    evidence: "read",
    access: "public",
    url: null,
    note: null,
    file: null,
  };
}

/** A cell as it is typed: a formula may have failed. */
export type Typed = string | number | boolean | { readonly error: "#REF!" } | null;
export type TypedRow = Readonly<Record<string, Typed>>;
/** Sheets in the order given, each by its form's key; rows by column key. */
export type Book = Readonly<Partial<Record<FormKey, readonly TypedRow[]>>>;

/** A workbook with the headings of its forms; only the columns that some row fills. */
export async function bookOf(book: Book): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const [key, rows] of Object.entries(book)) {
    const form = formOf(key);
    const columns = form.columns.filter(
      (c) => c.required === true || rows.some((r) => r[c.key] !== undefined),
    );
    const page = workbook.addWorksheet(form.title.vi);
    page.addRow(columns.map((c) => c.labels[0]));
    for (const row of rows) page.addRow(columns.map((c) => row[c.key] ?? null));
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

export type Previewed = { readonly head: PreviewHead; readonly rows: readonly PlannedRow[] };

export type TestRegister = {
  readonly deps: IntakeDeps;
  readonly store: (book: Book | Buffer, name?: string) => Promise<StoredWorkbook>;
  /** Throws RefusalError where the file is refused as a whole. */
  readonly preview: (book: Book | Buffer, name?: string) => Promise<Previewed>;
  /** Previews and records; throws RefusalError where that is refused. */
  readonly record: (book: Book | Buffer) => Promise<Extract<ApplyAnswer, { kind: "applied" }>["applied"]>;
  readonly commits: () => Promise<number>;
  readonly drop: () => Promise<void>;
};

/** Opens a register of its own with old Bắc Kạn, three of its districts, and two communes. */
export async function testRegister(): Promise<TestRegister> {
  const database = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), "khu-intake-"));
  const writer = createWriter({ pool: database.pool, definitions: SUBJECTS, now: () => Date.now() });
  const lists = { first: list("units-2023", "2023"), later: list("units-2025", "2025-07-01") };
  const links = [{ fromKey: "06@2023", toKey: "19@2025", share: "whole", basis: "code" } as const];
  const batch = placesBatch(
    { units: UNITS, links, lists, seen: "2023" },
    { author: "test", requestKey: "load:places:test" },
  );
  receiptOrThrow(await writer.submit(batch));
  const places = placeDirectory(await readPlaces(database.db));
  const deps: IntakeDeps = {
    db: database.db,
    readers: database.readers,
    writer,
    places: () => places,
    files: await openFileStore(join(folder, "files")),
    dataFolder: folder,
    author: "cán bộ thử",
    today: () => plainDate("2026-11-24"),
    figures: FIGURES,
  };
  const store = async (book: Book | Buffer, name = "bang.xlsx") => {
    const bytes = Buffer.isBuffer(book) ? book : await bookOf(book);
    return { ...(await deps.files.put(Readable.from([bytes]))), name };
  };
  const preview = async (book: Book | Buffer, name?: string) => {
    const head = await makePreview(deps, await store(book, name));
    if (!head.ok) throw new RefusalError(head.problems);
    const page = await readRows(folder, { id: head.value.id, after: null, limit: 1_000, outcome: null });
    return { head: head.value, rows: page.rows };
  };
  return {
    deps,
    store,
    preview,
    record: async (book) => {
      const { head } = await preview(book);
      const answer = await applyPreview(deps, { preview: head.id, requestKey: uuidv7() });
      if (answer.kind === "refused") throw new RefusalError(answer.problems);
      if (answer.kind === "moved") throw new RefusalError([answer.problem]);
      return answer.applied;
    },
    commits: async () => {
      const { count } = await database.db
        .selectFrom("commits")
        .select((e) => e.fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow();
      return count;
    },
    drop: async () => {
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A deciding paper of the province. */
export const DECISION: TypedRow = {
  key: "qd-1-2020",
  kind: "Quyết định",
  number: "1/QĐ-UBND",
  signedOn: "16/10/2020",
  effectiveOn: "16/10/2020",
  issuer: "UBND tỉnh Bắc Kạn",
  title: "Thành lập cụm công nghiệp",
  standing: "quyết định",
  evidence: "đã đọc",
};
/** A press page of November 2023. */
export const ARTICLE: TypedRow = {
  key: "bao-2023",
  kind: "Bài báo",
  signedOn: "11/2023",
  issuer: "Báo Bắc Kạn",
  title: "Phát triển công nghiệp",
  standing: "đưa tin",
  evidence: "đã đọc",
};
/** A cluster as its founding decision tells it. */
export const FOUNDED: TypedRow = {
  key: "thu",
  kind: "CCN",
  name: "CCN Thử",
  places: "065",
  area: 40,
  from: "16/10/2020",
  legal: "Đã thành lập",
  document: "qd-1-2020",
};
