/** What speaks against a batch, asked without recording it: the judgement of the writer, on what is known now. */
import type pg from "pg";
import type { Problem } from "../kernel/problems.ts";
import { inNfc } from "./hashing.ts";
import { readLedger } from "./ledger.ts";
import { batchProblems } from "./objections.ts";
import { sendingOn } from "./sending.ts";
import type { SubjectDefinition } from "./timelines.ts";
import type { Batch } from "./vocabulary.ts";

/** All objections to a batch; none: it would be recorded, if nothing else is recorded before it. */
export async function objectionsTo(
  batch: Batch,
  on: { readonly pool: pg.Pool; readonly definitions: readonly SubjectDefinition[] },
): Promise<readonly Problem[]> {
  const { content, expected, ...told } = batch;
  const asked: Batch = { ...inNfc(told), content, expected };
  const client = await on.pool.connect();
  const sending = sendingOn(client);
  try {
    sending.send({ text: "begin isolation level repeatable read read only" });
    const ledger = await readLedger(sending, [asked], new Map(on.definitions.map((d) => [d.kind, d])));
    sending.send({ text: "commit" });
    await sending.settled();
    client.release();
    return batchProblems(asked, ledger);
  } catch (error) {
    await sending.close();
    client.release(true);
    throw error;
  }
}
