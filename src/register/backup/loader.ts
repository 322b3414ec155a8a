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

/** A loader within the caller's transaction; rows have the columns that the manifest tells. */
export function loaderOf(client: pg.ClientBase, manifest: Manifest): Loader {
  const now: { open: Open | null } = { open: null };

  function begin(table: TableName): Open {
    const columns = manifest.tables.find((t) => t.name === table)?.columns ?? [];
    const stream = client.query(copyFrom(`copy ${table} (${columns.join(", ")}) from stdin`));
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
  }

  async function write(table: TableName, chunk: Buffer): Promise<void> {
    if (now.open?.table !== table) await end();
    const open = now.open ?? begin(table);
    now.open = open;
    const written = new Promise<void>((resolve) => open.stream.write(chunk, () => resolve()));
    await Promise.race([written, open.failed]);
  }

  return { write, end };
}
