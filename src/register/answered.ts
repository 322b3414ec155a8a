/** What was answered before under a request key. SQL only. */
import { sql } from "kysely";
import { done, type Outcome, refused } from "../kernel/problems.ts";
import type { Db } from "../platform/database/tables.ts";
import { contentHash, reused } from "./gathering.ts";
import { type Receipt, receipt } from "./vocabulary.ts";

/** Whether something was recorded under this request key: repeated, it gets the first answer again, whatever came since. */
export async function isRecorded(db: Db, requestKey: string): Promise<boolean> {
  const { rows } = await sql`select from requests where key = ${requestKey} limit 1`.execute(db);
  return rows.length > 0;
}

/**
 * The receipt of a request that comes again, whatever came since; null: its key is new. Refused with `request.reused` where
 * the key was used for other content. For requests that can't be made into the same batch twice, such as those that register
 * a paper: the writer answers the others itself.
 */
export async function findReceipt(
  db: Db,
  of: { readonly requestKey: string; readonly content: unknown },
): Promise<Outcome<Receipt> | null> {
  const { rows } = await sql<{ content: Buffer; answer: unknown }>`
    select content, answer from requests where key = ${of.requestKey}`.execute(db);
  const [found] = rows;
  if (found === undefined) return null;
  return contentHash(of.content).equals(found.content)
    ? done(receipt.parse(found.answer))
    : refused(reused(of.requestKey));
}
