/** Reads of the register: the head, the moment known, papers, changes, entries, claims. SQL only. */
import { type RawBuilder, sql } from "kysely";
import { isPlainDate } from "../kernel/dates.ts";
import { done, type Outcome, refused } from "../kernel/problems.ts";
import type { Db } from "../platform/database/tables.ts";
import { unaccented } from "../platform/database/unaccented.ts";
import type { RecordedChange } from "./fold.ts";
import { type ChangeRow, type DocumentRow, documentOf, recordedChange } from "./ledger.ts";
import { type Access, type ClaimDraft, claimDraft, type DocumentDraft, type Standing } from "./vocabulary.ts";

type Sql = RawBuilder<unknown>;

declare module "../platform/database/tables.ts" {
  interface Tables {
    commits: { no: number; at: string; parts: number; root: Buffer; previous: Buffer; hash: Buffer };
    requests: { key: string; kind: string; content: Buffer; commit_no: number; answer: unknown };
    documents: DocumentRow & { commit_no: number; ordinal: number; author: string; request_key: string };
    changes: ChangeRow & {
      subject_kind: string;
      subject_key: string | null;
      author: string;
      request_key: string;
      note: string | null;
    };
    entries: EntryRow;
    claims: ClaimRow & { request_key: string };
    adoptions: {
      id: string;
      commit_no: number;
      ordinal: number;
      what: string;
      version: number;
      note: string | null;
    };
    subjects: { id: string; kind: string; key: string | null; last_commit: number };
  }
}

/** The commit as of which the register is asked. `latest`: nothing was recorded after it. */
export type Known = { readonly commit: number; readonly at: string | null; readonly latest: boolean };

/**
 * The commit that a `knownAt` names: a commit's number, a day (its end in Vietnam), a moment (ISO 8601), or now (null).
 * Before the first commit it is commit 0, at which nothing is known.
 */
export async function findKnown(db: Db, text: string | null): Promise<Outcome<Known>> {
  const head = await db
    .selectFrom("commits")
    .select(["no", "at"])
    .orderBy("no", "desc")
    .limit(1)
    .executeTakeFirst();
  const newest: Known = { commit: head?.no ?? 0, at: head?.at ?? null, latest: true };
  if (text === null) return done(newest);
  const rows = db.selectFrom("commits").select(["no", "at"]).orderBy("no", "desc").limit(1);
  const asked = /^\d{1,15}$/.test(text) ? rows.where("no", "<=", Number(text)) : momentOf(text);
  if (asked === null) return refused(notAMoment(text));
  const found = await (typeof asked === "string" ? rows.where("at", "<=", asked) : asked).executeTakeFirst();
  const commit = found?.no ?? 0;
  return done({ commit, at: found?.at ?? null, latest: commit === newest.commit });
}

function momentOf(text: string): string | null {
  if (isPlainDate(text)) return `${text}T23:59:59.999+07:00`;
  const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(moment) ? null : new Date(moment).toISOString();
}

function notAMoment(text: string) {
  return {
    code: "knownAt.invalid",
    status: 400,
    field: "knownAt",
    message: { vi: `“${text}” không phải là một thời điểm.`, en: `“${text}” is no moment.` },
    remedy: {
      vi: "Ghi một ngày (2026-11-24), một thời điểm ISO 8601 hoặc số lần ghi.",
      en: "Give a day (2026-11-24), a moment in ISO 8601, or the number of a commit.",
    },
  } as const;
}

/** Papers are appended and never altered, so what was read once stays true: a bounded memory per database. */
const remembered = new WeakMap<Db, Map<string, DocumentDraft>>();
const REMEMBERED_AT_MOST = 20_000;

/** Papers by id; those that are not there are absent. */
export async function listDocumentsById(
  db: Db,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, DocumentDraft>> {
  const memory = remembered.get(db) ?? new Map<string, DocumentDraft>();
  remembered.set(db, memory);
  if (memory.size > REMEMBERED_AT_MOST) memory.clear();
  const wanted = [...new Set(ids)];
  const unknown = wanted.filter((id) => !memory.has(id));
  if (unknown.length > 0) {
    const rows = await db
      .selectFrom("documents")
      .selectAll()
      .where(sql<boolean>`id = any(${unknown}::uuid[])`)
      .orderBy("id")
      .execute();
    for (const row of rows) memory.set(row.id, documentOf(row));
  }
  return new Map(
    wanted.flatMap((id) => {
      const document = memory.get(id);
      return document === undefined ? [] : [[id, document] as const];
    }),
  );
}

/** Which papers: of the classes that the asker may read, of one standing, in which all the words stand; one page. */
export type DocumentsAsked = {
  readonly access: readonly Access[];
  readonly standing: Standing | null;
  readonly without?: readonly DocumentDraft["kind"][];
  /** Words as `searchKey` gives them. */
  readonly words: readonly string[];
  readonly limit: number;
  readonly after: string | null;
};

const PAPER_DATE = sql`coalesce(d.signed_on, d.effective_on, '')`;
const PAPER_TEXT = unaccented(sql`concat_ws(' ', d.number, d.title, d.issuer)`);

/** A page of the papers recorded up to a commit, newest first. `more`: there is a next page. */
export async function listDocuments(
  db: Db,
  known: Known,
  asked: DocumentsAsked,
): Promise<{ readonly items: readonly DocumentDraft[]; readonly more: boolean }> {
  const { access, standing, without = [], words, limit, after } = asked;
  const beyond =
    after === null
      ? sql`true`
      : sql`exists (select from documents a where a.id::text = ${after}
          and (${PAPER_DATE} < coalesce(a.signed_on, a.effective_on, '')
            or (${PAPER_DATE} = coalesce(a.signed_on, a.effective_on, '') and d.id > a.id)))`;
  const { rows } = await sql<DocumentRow>`
    select d.* from documents d
     where d.commit_no <= ${known.commit} and d.access = any(${access}::text[])
       and (${standing}::text is null or d.standing = ${standing}) and d.kind <> all(${without}::text[])
       and ${words.length === 0 ? sql`true` : sql`(select bool_and(strpos(${PAPER_TEXT}, w) > 0) from unnest(${words}::text[]) w)`}
       and ${beyond}
     order by ${PAPER_DATE} desc, d.id limit ${limit + 1}`.execute(db);
  return { items: rows.slice(0, limit).map(documentOf), more: rows.length > limit };
}

/** A paper by id or stable key, or null. */
export async function findDocument(db: Db, idOrKey: string): Promise<DocumentDraft | null> {
  const row = await db
    .selectFrom("documents")
    .selectAll()
    .where(sql<boolean>`id::text = ${idOrKey} or key = ${idOrKey}`)
    .orderBy("id")
    .executeTakeFirst();
  return row === undefined ? null : documentOf(row);
}

/** A change with who recorded it and where it stands. */
export type ChangeRecord = {
  readonly change: RecordedChange;
  readonly subject: { readonly id: string; readonly kind: string; readonly key: string | null };
  readonly author: string;
  readonly note: string | null;
  readonly at: string;
};

const CHANGE_FIELDS = sql`c.id, c.commit_no, c.ordinal, c.subject_id, c.kind, c.attributes, c.from_kind, c.from_text,
  c.to_text, c.standing, c.withdraws, c.document_id, coalesce(d.signed_on, d.effective_on) as evidence,
  c.subject_kind, c.subject_key, c.author, c.note, k.at`;

type ChangeRecordRow = ChangeRow & {
  readonly subject_kind: string;
  readonly subject_key: string | null;
  readonly author: string;
  readonly note: string | null;
  readonly at: string;
};

function changeRecord(row: ChangeRecordRow): ChangeRecord {
  return {
    change: recordedChange(row),
    subject: { id: row.subject_id, kind: row.subject_kind, key: row.subject_key },
    author: row.author,
    note: row.note,
    at: row.at,
  };
}

/** The changes of some subjects up to a commit, in the order of recording. */
export async function listChanges(
  db: Db,
  subjects: readonly string[],
  known: Known,
): Promise<readonly ChangeRecord[]> {
  const { rows } = await sql<ChangeRecordRow>`
    select ${CHANGE_FIELDS} from changes c join documents d on d.id = c.document_id join commits k on k.no = c.commit_no
     where c.subject_id = any(${subjects}::uuid[]) and c.commit_no <= ${known.commit}
     order by c.commit_no, c.ordinal`.execute(db);
  return rows.map(changeRecord);
}

/** The changes that rest on a paper, up to a commit, in the order of recording. */
export async function listChangesOfDocument(
  db: Db,
  document: string,
  known: Known,
): Promise<readonly ChangeRecord[]> {
  const { rows } = await sql<ChangeRecordRow>`
    select ${CHANGE_FIELDS} from changes c join documents d on d.id = c.document_id join commits k on k.no = c.commit_no
     where c.document_id = ${document} and c.commit_no <= ${known.commit}
     order by c.commit_no, c.ordinal`.execute(db);
  return rows.map(changeRecord);
}

export type EntryRow = {
  readonly id: string;
  readonly commit_no: number;
  readonly kind: string;
  readonly subjects: string[];
  readonly place_id: string | null;
  readonly amount: number;
  readonly unit: string;
  readonly precision: string;
  readonly precision_word: string | null;
  readonly dated_kind: string;
  readonly dated_text: string;
  readonly dated: string;
  readonly period_from: string | null;
  readonly period_to: string | null;
  readonly source: string | null;
  readonly document_id: string;
  readonly reverses: string | null;
  readonly note: string | null;
  readonly request_key: string;
};

export type ClaimRow = {
  readonly id: string;
  readonly commit_no: number;
  readonly ordinal: number;
  readonly key: string | null;
  readonly document_id: string;
  readonly about: unknown;
  readonly about_kind: string;
  readonly figure: string | null;
  readonly subject_id: string | null;
  readonly place_id: string | null;
  readonly period_from: string;
  readonly period_to: string;
  readonly value: string | null;
  readonly unit: string | null;
  readonly precision: string;
  readonly precision_word: string | null;
  readonly printed: string | null;
  readonly locator: string | null;
  readonly note: string | null;
};

function claimOf(row: ClaimRow): ClaimDraft {
  return claimDraft.parse({
    id: row.id,
    key: row.key,
    document: row.document_id,
    about: row.about,
    period: { from: row.period_from, to: row.period_to },
    value: row.value === null ? null : Number(row.value),
    unit: row.unit,
    precision: row.precision,
    precisionWord: row.precision_word,
    printed: row.printed,
    locator: row.locator,
    note: row.note,
  });
}

/** Which claims: of one paper, about figures of some places, about some subjects; all that are so in one way or another. */
export type ClaimsAsked = {
  readonly document?: string;
  readonly places?: readonly string[];
  readonly subjects?: readonly string[];
};

/**
 * Claims up to a commit, all or those asked for, in the order of recording.
 * A claim can't be taken back by itself; those of an import that was withdrawn whole are left out from then on.
 */
export async function listClaims(db: Db, known: Known, of: ClaimsAsked): Promise<readonly ClaimDraft[]> {
  let query = db.selectFrom("claims").selectAll().where("commit_no", "<=", known.commit);
  query = query.where(
    sql<boolean>`not exists (select from requests w where w.kind = 'withdrawal' and w.commit_no <= ${known.commit}
                              and w.answer -> 'detail' ->> 'withdraws' = claims.request_key)`,
  );
  const { document, places, subjects } = of;
  const ways = [
    ...(document === undefined ? [] : [sql`document_id = ${document}::uuid`]),
    ...(places === undefined ? [] : [sql`(place_id = any(${places}::uuid[]) and about_kind = 'figure')`]),
    ...(subjects === undefined ? [] : [sql`subject_id = any(${subjects}::uuid[])`]),
  ];
  if (ways.length > 0) query = query.where(sql<boolean>`(${sql.join(ways, sql` or `)})`);
  const rows = await query.orderBy("commit_no").orderBy("ordinal").execute();
  return rows.map(claimOf);
}

/** How much rests on a paper. */
export type PartCounts = { readonly changes: number; readonly claims: number; readonly entries: number };

/** What was recorded on each of some papers up to a commit. */
export async function countPartsOfDocuments(
  db: Db,
  ids: readonly string[],
  known: Known,
): Promise<ReadonlyMap<string, PartCounts>> {
  const counted = (table: Sql) =>
    sql`(select count(*)::int from ${table} t where t.document_id = d.id and t.commit_no <= ${known.commit})`;
  const { rows } = await sql<PartCounts & { id: string }>`
    select d.id, ${counted(sql`changes`)} as changes, ${counted(sql`claims`)} as claims, ${counted(sql`entries`)} as entries
      from unnest(${ids}::uuid[]) d(id) order by d.id`.execute(db);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
