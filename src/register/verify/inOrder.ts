/** Reads a table of any size through, some rows at a time, within the caller's transaction. */
import type pg from "pg";

/** Rows that are read together. */
const ROWS = 10_000;

/** The rows of a query in its order. `select` takes no parameters. */
export async function* readInOrder<R extends pg.QueryResultRow>(
  client: pg.ClientBase,
  select: string,
): AsyncGenerator<R> {
  await client.query(`declare in_order no scroll cursor for ${select}`);
  for (;;) {
    const { rows } = await client.query<R>(`fetch ${ROWS} from in_order`);
    yield* rows;
    if (rows.length < ROWS) break;
  }
  await client.query("close in_order");
}
