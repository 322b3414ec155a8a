/** What the columns of a part must be, read from its bytes alone: the code that wrote them has no say in it. */
import { firstDay, isPartialDate } from "../../kernel/dates.ts";
import { canonicalText } from "../hashing.ts";
import { PART_COLUMNS, type PartTable } from "../parts.ts";
import type { CopiedRow } from "./copied.ts";

/** Where each column stands in the bytes. `dated` is the first day of what it names. */
const PATHS = {
  documents: {
    id: "id",
    key: "key",
    kind: "kind",
    number: "number",
    signed_on: "signedOn",
    effective_on: "effectiveOn",
    issuer: "issuer",
    title: "title",
    standing: "standing",
    evidence: "evidence",
    access: "access",
    url: "url",
    note: "note",
    file_sha256: "file.sha256",
    file_name: "file.name",
    file_type: "file.type",
    file_size: "file.size",
    author: "author",
    request_key: "requestKey",
  },
  changes: {
    id: "id",
    subject_id: "subject.id",
    subject_kind: "subject.kind",
    subject_key: "subject.key",
    kind: "kind",
    attributes: "attributes",
    from_kind: "from.kind",
    from_text: "from.date",
    to_text: "to",
    standing: "standing",
    withdraws: "withdraws",
    document_id: "document",
    note: "note",
    vocabulary: "vocabulary",
    author: "author",
    request_key: "requestKey",
  },
  entries: {
    id: "id",
    kind: "kind",
    subjects: "subjects",
    place_id: "place",
    amount: "amount",
    unit: "unit",
    precision: "precision",
    precision_word: "precisionWord",
    dated_kind: "dated.kind",
    dated_text: "dated.date",
    dated: "dated.date",
    period_from: "period.from",
    period_to: "period.to",
    source: "source",
    document_id: "document",
    reverses: "reverses",
    note: "note",
    author: "author",
    request_key: "requestKey",
  },
  claims: {
    id: "id",
    key: "key",
    document_id: "document",
    about: "about",
    about_kind: "about.kind",
    figure: "about.figure",
    subject_id: "about.subject",
    place_id: "about.place",
    period_from: "period.from",
    period_to: "period.to",
    value: "value",
    unit: "unit",
    precision: "precision",
    precision_word: "precisionWord",
    printed: "printed",
    locator: "locator",
    note: "note",
    author: "author",
    request_key: "requestKey",
  },
  adoptions: {
    id: "id",
    what: "what",
    version: "version",
    note: "note",
    author: "author",
    request_key: "requestKey",
  },
} as const satisfies Readonly<Record<PartTable, Readonly<Record<string, string>>>>;

type Told = Readonly<Record<string, unknown>>;

/** Columns that say where a part stands, and the bytes themselves: no bytes tell them. */
const OUTSIDE: ReadonlySet<string> = new Set(["commit_no", "ordinal", "canonical", "sha256"]);

function valueAt(told: Told, path: readonly string[]): unknown {
  let value: unknown = told;
  for (const name of path) {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return null;
    value = Reflect.get(value, name);
  }
  return value ?? null;
}

/** Whether the text of a column (as PostgreSQL writes it) says what the bytes say. */
type Comparison = (text: string, value: unknown) => boolean;

const same: Comparison = (text, value) => text === String(value);
const sameJson: Comparison = (text, value) => canonicalText(JSON.parse(text)) === canonicalText(value);
const sameNumber: Comparison = (text, value) => Number(text) === value;
const sameList: Comparison = (text, value) => Array.isArray(value) && text === `{${value.join(",")}}`;
const sameDay: Comparison = (text, value) =>
  typeof value === "string" && isPartialDate(value) && text === firstDay(value);

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  jsonb: sameJson,
  numeric: sameNumber,
  "uuid[]": sameList,
  date: sameDay,
};

type Checked = { readonly name: string; readonly path: readonly string[]; readonly compare: Comparison };

/** What is read of a part: where it stands, its bytes and their hash, then the columns that are compared. */
export const LEADING = ["id", "commit_no", "ordinal", "canonical", "sha256"] as const;

const CHECKED: ReadonlyMap<PartTable, readonly Checked[]> = new Map(
  Object.entries(PATHS).flatMap(([table, paths]) =>
    isPartTable(table)
      ? [
          [
            table,
            Object.entries(paths).map(([name, path]) => ({
              name,
              path: path.split("."),
              compare: COMPARISONS[PART_COLUMNS[table][name] ?? ""] ?? same,
            })),
          ] as const,
        ]
      : [],
  ),
);

function isPartTable(name: string): name is PartTable {
  return Object.hasOwn(PART_COLUMNS, name);
}

/** Columns of a part's table that no path tells of; must be none. */
export function unreadColumns(table: PartTable): readonly string[] {
  const read: ReadonlySet<string> = new Set(Object.keys(PATHS[table]));
  return Object.keys(PART_COLUMNS[table]).filter((name) => !read.has(name) && !OUTSIDE.has(name));
}

/** The query of all that is compared, as `CopiedRow`s: the fields of `LEADING`, then the columns as text. */
export function selectParts(table: PartTable): string {
  const columns = (CHECKED.get(table) ?? []).map(({ name }) =>
    PART_COLUMNS[table][name] === "hex" ? `encode(${name}, 'hex')` : `${name}::text`,
  );
  return `select id::text, commit_no::text, ordinal::text, canonical, sha256, ${columns.join(", ")} from ${table}`;
}

/** Names of the columns that say something else than the bytes. */
export function alteredColumns(table: PartTable, row: CopiedRow, told: Told): readonly string[] {
  return (CHECKED.get(table) ?? []).flatMap(({ name, path, compare }, i) => {
    const field = row[LEADING.length + i] ?? null;
    const value = valueAt(told, path);
    const agrees = field === null ? value === null : value !== null && compare(field.toString("utf8"), value);
    return agrees ? [] : [name];
  });
}
