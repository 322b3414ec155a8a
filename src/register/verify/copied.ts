/** Rows as bytes: COPY in its binary format, which spares both sides from writing numbers and bytes as text. */
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";

/** The fields of a row in the order of the query; null is NULL. The bytes are valid until the next rows are asked for. */
export type CopiedRow = ReadonlyArray<Buffer | null>;

const SIGNATURE = Buffer.from("PGCOPY\n\xff\r\n\0", "latin1");
/** Signature, flags, length of an extension that no version has had. */
const HEADER = SIGNATURE.length + 8;

/** One row from `at` on with the place after it; null where the bytes do not hold it whole, "end" after the last. */
function rowAt(bytes: Buffer, at: number): { readonly row: CopiedRow; readonly next: number } | "end" | null {
  if (bytes.length < at + 2) return null;
  const count = bytes.readInt16BE(at);
  if (count < 0) return "end";
  const row: Array<Buffer | null> = [];
  let next = at + 2;
  for (let i = 0; i < count; i += 1) {
    if (bytes.length < next + 4) return null;
    const length = bytes.readInt32BE(next);
    next += 4;
    if (length < 0) row.push(null);
    else if (bytes.length < next + length) return null;
    else {
      row.push(bytes.subarray(next, next + length));
      next += length;
    }
  }
  return { row, next };
}

/** Streams the rows of a query, some at a time. `select` takes no parameters: COPY has none. */
export async function* copiedRows(
  client: pg.ClientBase,
  select: string,
): AsyncGenerator<readonly CopiedRow[]> {
  const stream = client.query(copyTo(`copy (${select}) to stdout (format binary)`));
  let rest: Buffer = Buffer.alloc(0);
  let started = false;
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError("a copy stream gives bytes");
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    if (!started) {
      if (bytes.length < HEADER) {
        rest = bytes;
        continue;
      }
      if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new TypeError("not a binary copy");
      at = HEADER;
      started = true;
    }
    const rows: CopiedRow[] = [];
    for (let found = rowAt(bytes, at); found !== null && found !== "end"; found = rowAt(bytes, at)) {
      rows.push(found.row);
      at = found.next;
    }
    rest = bytes.subarray(at);
    if (rows.length > 0) yield rows;
  }
}
