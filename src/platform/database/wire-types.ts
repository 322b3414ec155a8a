/**
 * How values come from the wire. `pg` would make a local-midnight `Date` of a day and text of every count;
 * here a day stays the text that it is, an instant is ISO 8601 in UTC, and an integer is a number or an error.
 */

import pg from "pg";

const INT8 = 20;
const DATE = 1082;
const TIMESTAMP = 1114;
const TIMESTAMPTZ = 1184;
const NUMERIC = 1700;
const TEXT_ARRAY = 1009;

/** Array types, each with the type of its members. */
const ARRAYS: ReadonlyMap<number, number> = new Map([
  [1016, INT8],
  [1182, DATE],
  [1115, TIMESTAMP],
  [1185, TIMESTAMPTZ],
  [1231, NUMERIC],
]);

const INSTANT = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d+))?\+00$/;

/** An int8 as a number. Throws RangeError beyond 2^53 - 1, where a number would silently be another one. */
export function integerFromWire(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`the integer ${text} is too large for a number`);
  return value;
}

/**
 * A timestamptz as ISO 8601 in UTC with milliseconds, `2023-11-30T01:02:03.456Z`; digits after the third are cut.
 * Sessions run in UTC, so the offset is +00; `infinity` and years outside 0001 to 9999 stay as they are.
 */
export function instantFromWire(text: string): string {
  const m = INSTANT.exec(text);
  return m === null ? text : `${m[1]}T${m[2]}.${(m[3] ?? "").slice(0, 3).padEnd(3, "0")}Z`;
}

const SCALARS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [INT8, integerFromWire],
  [DATE, (text: string) => text],
  [TIMESTAMP, (text: string) => text],
  [TIMESTAMPTZ, instantFromWire],
  [NUMERIC, (text: string) => text],
]);

function mapDeep(value: unknown, member: (text: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((inner: unknown) => mapDeep(inner, member));
  return typeof value === "string" ? member(value) : null;
}

/** The package's own parsers. Its declaration lists the scalar types alone; at run time arrays have parsers too. */
const originals: {
  getTypeParser(oid: number, format: "text" | "binary"): (text: string) => unknown;
} = pg.types;

function parserOf(oid: number, format: "text" | "binary" = "text"): (text: string) => unknown {
  if (format === "binary") return originals.getTypeParser(oid, format);
  const scalar = SCALARS.get(oid);
  if (scalar !== undefined) return scalar;
  const member = SCALARS.get(ARRAYS.get(oid) ?? -1);
  if (member === undefined) return originals.getTypeParser(oid, format);
  const members = originals.getTypeParser(TEXT_ARRAY, "text");
  return (text) => mapDeep(members(text), member);
}

/** The `types` option of a pool; the parsers of the package itself stay as they are. */
export const wireTypes = { getTypeParser: parserOf };
