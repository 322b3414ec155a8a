/** Makes the derived tables anew where the code that wrote them had another shape. */
import type pg from "pg";
import { sendingOn } from "../sending.ts";
import { fingerprintOf } from "../shape.ts";
import type { SubjectDefinition } from "../timelines.ts";
import { beginAtHead } from "../writer.ts";
import { rebuildDerived, writeFingerprint } from "./rewriting.ts";

export type RenewOptions = {
  readonly pool: pg.Pool;
  readonly definitions: readonly SubjectDefinition[];
  readonly say: (line: string) => void;
};

/** Milliseconds between two lines that say how far it is. */
const PAUSE = 2_000;

/**
 * To be called before anything is read from a register that is opened. In one transaction under the writer's lock: a
 * process that dies in the middle leaves the tables and their fingerprint as they were, and the next start makes them
 * anew. True where that was done.
 */
export async function renewDerived({ pool, definitions, say }: RenewOptions): Promise<boolean> {
  const wanted = fingerprintOf(definitions);
  if ((await readFingerprint(pool)) === wanted) return false;
  const client = await pool.connect();
  try {
    const head = await beginAtHead(sendingOn(client));
    // Another process may have done it while this one waited for the lock.
    const renew = (await readFingerprint(client)) !== wanted;
    if (renew && head.no === 0) await writeFingerprint(client, wanted);
    else if (renew) await rebuildDerived(client, definitions, progressOf(say));
    await client.query("commit");
    client.release();
    return renew && head.no > 0;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function readFingerprint(client: pg.Pool | pg.ClientBase): Promise<string | null> {
  const found = await client.query<{ fingerprint: string }>("select fingerprint from derived_shape");
  return found.rows[0]?.fingerprint ?? null;
}

/** Says at once that it has begun, and then now and then how far it is. */
function progressOf(say: (line: string) => void): (done: number, all: number) => void {
  let said = 0;
  return (done, all) => {
    const now = Date.now();
    if (now - said < PAUSE) return;
    said = now;
    const share = all === 0 ? 100 : Math.floor((100 * done) / all);
    say(
      `Dựng lại các bảng dẫn xuất cho phiên bản này: ${share} % của ${all} biến động (rebuilding the derived tables for this version: ${share} % of ${all} changes)`,
    );
  };
}
