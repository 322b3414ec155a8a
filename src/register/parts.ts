/** How each part of a commit is put into canonical bytes and into columns: the columns only repeat the bytes. */
import { firstDay } from "../kernel/dates.ts";
import { canonicalText, type Hash, sha256 } from "./hashing.ts";
import type { SqlColumns } from "./rows.ts";
import {
  type AdoptionDraft,
  type Batch,
  type ChangeDraft,
  type ClaimDraft,
  type DocumentDraft,
  type EntryDraft,
  VOCABULARY_VERSION,
} from "./vocabulary.ts";

/** The kinds of parts, in the order in which a commit's tree takes them. */
export const PART_TABLES = ["documents", "changes", "entries", "claims", "adoptions"] as const;
export type PartTable = (typeof PART_TABLES)[number];

/** Who asked, and under which key: it stands in the bytes of every part. */
export type Asked = Pick<Batch, "author" | "requestKey">;
type ColumnMap = Readonly<Record<string, unknown>>;
export type SealedPart = { readonly columns: ColumnMap; readonly hash: Hash };

function seal(content: Readonly<Record<string, unknown>>, asked: Asked, columns: ColumnMap): SealedPart {
  const canonical = canonicalText({ ...content, author: asked.author, requestKey: asked.requestKey });
  const hash = sha256(canonical);
  return {
    hash,
    columns: {
      ...columns,
      author: asked.author,
      request_key: asked.requestKey,
      canonical,
      sha256: hash.toString("hex"),
    },
  };
}

export function sealDocument(d: DocumentDraft, asked: Asked): SealedPart {
  return seal(d, asked, documentColumns(d));
}

export function documentColumns(d: DocumentDraft): ColumnMap {
  return {
    id: d.id,
    key: d.key,
    kind: d.kind,
    number: d.number,
    signed_on: d.signedOn,
    effective_on: d.effectiveOn,
    issuer: d.issuer,
    title: d.title,
    standing: d.standing,
    evidence: d.evidence,
    access: d.access,
    url: d.url,
    note: d.note,
    file_sha256: d.file?.sha256 ?? null,
    file_name: d.file?.name ?? null,
    file_type: d.file?.type ?? null,
    file_size: d.file?.size ?? null,
  };
}

export function sealChange(c: ChangeDraft, asked: Asked): SealedPart {
  const content = { ...c, vocabulary: VOCABULARY_VERSION };
  return seal(content, asked, { ...changeColumns(c), vocabulary: VOCABULARY_VERSION });
}

export function changeColumns(c: ChangeDraft): ColumnMap {
  const withdraws = c.kind === "withdraw";
  return {
    id: c.id,
    subject_id: c.subject.id,
    subject_kind: c.subject.kind,
    subject_key: c.subject.key,
    kind: c.kind,
    attributes: withdraws ? null : c.attributes,
    from_kind: withdraws ? null : c.from.kind,
    from_text: withdraws ? null : c.from.date,
    to_text: withdraws ? null : c.to,
    standing: withdraws ? null : c.standing,
    withdraws: withdraws ? c.withdraws : null,
    document_id: c.document,
    note: c.note,
  };
}

export function sealEntry(e: EntryDraft, asked: Asked): SealedPart {
  return seal(e, asked, entryColumns(e));
}

export function entryColumns(e: EntryDraft): ColumnMap {
  return {
    id: e.id,
    kind: e.kind,
    subjects: e.subjects,
    place_id: e.place,
    amount: e.amount,
    unit: e.unit,
    precision: e.precision,
    precision_word: e.precisionWord,
    dated_kind: e.dated.kind,
    dated_text: e.dated.date,
    dated: firstDay(e.dated.date),
    period_from: e.period?.from ?? null,
    period_to: e.period?.to ?? null,
    source: e.source,
    document_id: e.document,
    reverses: e.reverses,
    note: e.note,
  };
}

export function sealClaim(c: ClaimDraft, asked: Asked): SealedPart {
  return seal(c, asked, claimColumns(c));
}

export function claimColumns(c: ClaimDraft): ColumnMap {
  const { about } = c;
  const place = about.kind === "figure" || about.kind === "other" ? about.place : null;
  return {
    id: c.id,
    key: c.key,
    document_id: c.document,
    about,
    about_kind: about.kind,
    figure: about.kind === "figure" ? about.figure : null,
    subject_id: about.kind === "attribute" || about.kind === "existence" ? about.subject : null,
    place_id: place,
    period_from: c.period.from,
    period_to: c.period.to,
    value: c.value,
    unit: c.unit,
    precision: c.precision,
    precision_word: c.precisionWord,
    printed: c.printed,
    locator: c.locator,
    note: c.note,
  };
}

export function sealAdoption(a: AdoptionDraft, asked: Asked): SealedPart {
  return seal(a, asked, { id: a.id, what: a.what, version: a.version, note: a.note ?? null });
}

const TAIL = { author: "text", request_key: "text", canonical: "utf8", sha256: "hex" } as const;
const HEAD = { id: "uuid", commit_no: "bigint", ordinal: "integer" } as const;

/** The columns of each part's table with the types in which JSON brings them; `hex` and `utf8` become bytes. */
export const PART_COLUMNS: Readonly<Record<PartTable, SqlColumns>> = {
  documents: {
    ...HEAD,
    key: "text",
    kind: "text",
    number: "text",
    signed_on: "text",
    effective_on: "text",
    issuer: "text",
    title: "text",
    standing: "text",
    evidence: "text",
    access: "text",
    url: "text",
    note: "text",
    file_sha256: "hex",
    file_name: "text",
    file_type: "text",
    file_size: "bigint",
    ...TAIL,
  },
  changes: {
    ...HEAD,
    subject_id: "uuid",
    subject_kind: "text",
    subject_key: "text",
    kind: "text",
    attributes: "jsonb",
    from_kind: "text",
    from_text: "text",
    to_text: "text",
    standing: "text",
    withdraws: "uuid",
    document_id: "uuid",
    note: "text",
    vocabulary: "integer",
    ...TAIL,
  },
  entries: {
    ...HEAD,
    kind: "text",
    subjects: "uuid[]",
    place_id: "uuid",
    amount: "bigint",
    unit: "text",
    precision: "text",
    precision_word: "text",
    dated_kind: "text",
    dated_text: "text",
    dated: "date",
    period_from: "text",
    period_to: "text",
    source: "text",
    document_id: "uuid",
    reverses: "uuid",
    note: "text",
    ...TAIL,
  },
  claims: {
    ...HEAD,
    key: "text",
    document_id: "uuid",
    about: "jsonb",
    about_kind: "text",
    figure: "text",
    subject_id: "uuid",
    place_id: "uuid",
    period_from: "text",
    period_to: "text",
    value: "numeric",
    unit: "text",
    precision: "text",
    precision_word: "text",
    printed: "text",
    locator: "text",
    note: "text",
    ...TAIL,
  },
  adoptions: { ...HEAD, what: "text", version: "integer", note: "text", ...TAIL },
};
