/** Loads the rows of tables, one table after the other, piece by piece as they come. */
import { finished } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Manifest, TableName } from "./manifest.ts";

export type Loader = {
  /** Adds bytes of a table's rows; they may be cut anywhere. Throws what the database says. */
  readonly write: (table: TableName, chunk: Buffer) => Promise<void>;
  /** Waits until the table that is being loaded is loaded. */
  readonly end: () => Promise<void>;
};

type Open = {
  readonly table: TableName;
  readonly stream: ReturnType<typeof copyFrom>;
  /** Never answers; throws when the database refuses the rows. */
  readonly failed: Promise<never>;
};

/**
 * A loader within the caller's transaction; rows have the columns that the manifest tells. They arrive in a table of the
 * session first: PostgreSQL copies into none with row-level security.
 */
export function loaderOf(client: pg.ClientBase, manifest: Manifest): Loader {
  const now: { open: Open | null } = { open: null };

  function columnsOf(table: TableName): string {
    return (manifest.tables.find((t) => t.name === table)?.columns ?? []).join(", ");
  }

  async function begin(table: TableName): Promise<Open> {
    const columns = columnsOf(table);
    await client.query(
      `create temporary table arriving on commit drop as select ${columns} from ${table} with no data`,
    );
    const stream = client.query(copyFrom(`copy arriving (${columns}) from stdin`));
    const failed = new Promise<never>((_, reject) => stream.once("error", reject));
    // It is thrown by whoever waits next.
    failed.catch(() => undefined);
    return { table, stream, failed };
  }

  async function end(): Promise<void> {
    const { open } = now;
    now.open = null;
    if (open === null) return;
    open.stream.end();
    await Promise.race([finished(open.stream), open.failed]);
    const columns = columnsOf(open.table);
    await client.query(`insert into ${open.table} (${columns}) select ${columns} from arriving`);
    await client.query("drop table arriving");
  }

  async function write(table: TableName, chunk: Buffer): Promise<void> {
    if (now.open?.table !== table) await end();
    const open = now.open ?? (await begin(table));
    now.open = open;
    const written = new Promise<void>((resolve) => open.stream.write(chunk, () => resolve()));
    await Promise.race([written, open.failed]);
  }

  return { write, end };
}
