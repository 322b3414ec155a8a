/**
 * How many rows travel with one statement: each column as one text that the database cuts apart. Taking the same rows
 * out of one JSON costs it four times as much.
 */
import type pg from "pg";

/** Types of columns as the rows bring them; `hex` and `utf8` become bytes. */
export type SqlType =
  | "uuid"
  | "uuid[]"
  | "text"
  | "jsonb"
  | "bigint"
  | "integer"
  | "boolean"
  | "date"
  | "box"
  | "bytea"
  | "numeric"
  | "hex"
  | "utf8";
export type SqlColumns = Readonly<Record<string, SqlType>>;
export type SqlRow = Readonly<Record<string, unknown>>;

/** Characters that stand in no JSON (it escapes them) and hardly in any text: between two values, and for none. */
const BETWEEN = "\x1e";
const NONE = "\x1d";

/** Whether a text would be cut in two, or be taken for none. */
function isUncuttable(text: string): boolean {
  return text.includes(BETWEEN) || text.includes(NONE);
}

function textOf(type: SqlType, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (type === "jsonb") return JSON.stringify(value);
  return Array.isArray(value) ? `{${value.join(",")}}` : String(value);
}

function typed(name: string, type: SqlType): string {
  if (type === "hex") return `decode(r.${name}, 'hex') as ${name}`;
  if (type === "utf8") return `convert_to(r.${name}, 'UTF8') as ${name}`;
  return type === "text" ? `r.${name}` : `r.${name}::${type} as ${name}`;
}

/** The rows as a table expression; its columns are the parameters from `first` on. */
function sourceOf(columns: SqlColumns, first: number, cut: boolean): string {
  const names = Object.keys(columns);
  const lists = names.map((_, i) =>
    cut ? `string_to_array($${first + i}, E'\\x1e', E'\\x1d')` : `$${first + i}::text[]`,
  );
  const taken = Object.entries(columns).map(([name, type]) => typed(name, type));
  return `(select ${taken.join(", ")} from unnest(${lists.join(", ")}) as r(${names.join(", ")}))`;
}

/** A statement over rows. `text` gets the table expression; the `fixed` parameters come before those of the rows. */
export type RowsStatement = {
  readonly name: string;
  readonly columns: SqlColumns;
  readonly fixed: readonly unknown[];
  readonly text: (rows: string) => string;
};

const texts = new Map<string, string>();

/** The statement for at least one row, ready to be sent. One `name` must always mean the same statement. */
export function rowsQuery(statement: RowsStatement, rows: readonly SqlRow[]): pg.QueryConfig {
  const { columns, fixed } = statement;
  const values = Object.entries(columns).map(([name, type]) => rows.map((row) => textOf(type, row[name])));
  // An empty text alone would be cut into no value at all, and a text may hold what stands between values.
  const cut = values.every((column) =>
    column.every((value) => value === null || (!isUncuttable(value) && (value !== "" || rows.length > 1))),
  );
  const name = cut ? statement.name : `${statement.name}-lists`;
  const text = texts.get(name) ?? statement.text(sourceOf(columns, fixed.length + 1, cut));
  texts.set(name, text);
  const sent = cut ? values.map((column) => column.map((value) => value ?? NONE).join(BETWEEN)) : values;
  return { name, text, values: [...fixed, ...sent] };
}
