/**
 * Statements that a connection parses once: each is named after its own text. An office asks the same few hundred
 * questions all day, and parsing and planning one anew takes the database longer than many of them take to answer.
 */
import { createHash } from "node:crypto";
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import type pg from "pg";

/** Texts that are named at most; what comes after them is sent without a name, so that no connection holds too many. */
const NAMED_AT_MOST = 1_000;

const names = new Map<string, string>();

/** The name of a statement, or undefined where too many have one already. */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= NAMED_AT_MOST) return known;
  const name = `q${createHash("sha256").update(text).digest("hex").slice(0, 24)}`;
  names.set(text, name);
  return name;
}

/** The pool for Kysely. What it hands out for a connection is always the same, as Kysely expects. */
export function preparingPool(pool: pg.Pool): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PreparingClient>();
  return {
    connect: async () => {
      const client = await pool.connect();
      const preparing = clients.get(client) ?? new PreparingClient(client);
      clients.set(client, preparing);
      return preparing;
    },
    end: () => pool.end(),
  };
}

type Answer<R> = PostgresQueryResult<R>;

class PreparingClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  query<R>(text: string, values: readonly unknown[]): Promise<Answer<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    asked: string | PostgresCursor<R>,
    values?: readonly unknown[],
  ): Promise<Answer<R>> | PostgresCursor<R> {
    if (typeof asked !== "string") throw new Error("this dialect was given no cursor");
    return this.#ask<R>(asked, values ?? []);
  }

  release(): void {
    this.#client.release();
  }

  async #ask<R>(text: string, values: readonly unknown[]): Promise<Answer<R>> {
    const name = statementName(text);
    const named = { text, values: [...values], ...(name === undefined ? {} : { name }) };
    const { command, rowCount, rows } = await this.#client.query(named);
    return { command: CHANGING.find((word) => word === command) ?? "SELECT", rowCount: rowCount ?? 0, rows };
  }
}

/** Of these Kysely tells how many rows they changed. */
const CHANGING = ["INSERT", "UPDATE", "DELETE", "MERGE"] as const;
