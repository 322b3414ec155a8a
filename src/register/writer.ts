/**
 * The one writer of a process. It gathers what many callers ask at the same time into one transaction, and so into one
 * commit; nobody is answered before that transaction is durable.
 */
import type pg from "pg";
import { type Outcome, RefusalError } from "../kernel/problems.ts";
import { type Gathered, recordGathering } from "./gathering.ts";
import { inNfc, NO_COMMIT } from "./hashing.ts";
import { type Sending, sendingOn } from "./sending.ts";
import type { SubjectDefinition } from "./timelines.ts";
import type { Batch, Receipt, SubjectKind } from "./vocabulary.ts";
import type { Head } from "./writing.ts";

/** Any number will do, as long as every writer of a register takes the same. */
const WRITER_LOCK = 7_461_001;
/** Parts that one gathering takes at most, so that a large import does not hold up those who ask beside it. */
const GATHERED_PARTS = 4_000;

export type Writer = {
  /** Records a batch wholly, or answers what is wrong with it. A repeated request key is answered as the first time. */
  readonly submit: (batch: Batch) => Promise<Outcome<Receipt>>;
};

export type WriterOptions = {
  readonly pool: pg.Pool;
  readonly definitions: readonly SubjectDefinition[];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Told after each commit, before its callers go on, e.g. to refresh what is held in memory. */
  readonly onCommit?: (commit: number, kinds: ReadonlySet<SubjectKind>) => void;
};

type Waiting = {
  readonly batch: Batch;
  readonly answer: (outcome: Outcome<Receipt>) => void;
  readonly fail: (e: unknown) => void;
};

/** The batch in the one form of text that is stored, so that bytes, columns and timelines say the same. */
function tidied({ content, expected, ...told }: Batch): Batch {
  return { ...inNfc(told), content, expected };
}

function sizeOf(batch: Batch): number {
  const { documents, changes, entries, claims, adoptions } = batch;
  return documents.length + changes.length + entries.length + claims.length + adoptions.length + 1;
}

/** Takes from the front of the queue what one transaction should hold: at least one batch. */
function takeFrom(queue: Waiting[]): Waiting[] {
  let size = 0;
  let count = 0;
  for (const { batch } of queue) {
    size += sizeOf(batch);
    if (count > 0 && size > GATHERED_PARTS) break;
    count += 1;
  }
  return queue.splice(0, count);
}

export function createWriter(options: WriterOptions): Writer {
  const queue: Waiting[] = [];
  const definitions = new Map(options.definitions.map((d) => [d.kind, d]));
  let busy = false;

  async function drain(): Promise<void> {
    try {
      while (queue.length > 0) await recordApart(takeFrom(queue));
    } finally {
      busy = false;
    }
  }

  /** Records a gathering. Where one of it breaks the database's own rules, halves are tried, until it alone fails. */
  async function recordApart(waiting: readonly Waiting[]): Promise<void> {
    const attempt = await recordTogether(waiting.map((w) => w.batch));
    if (attempt.kind === "recorded") {
      if (attempt.commit !== null) options.onCommit?.(attempt.commit, attempt.kinds);
      waiting.forEach((w, i) => {
        const outcome = attempt.outcomes[i];
        if (outcome === undefined) w.fail(new Error("a batch was left without an answer"));
        else w.answer(outcome);
      });
    } else if (attempt.kind === "unreachable" || waiting.length === 1) {
      for (const w of waiting) w.fail(attempt.error);
    } else {
      const half = Math.ceil(waiting.length / 2);
      await recordApart(waiting.slice(0, half));
      await recordApart(waiting.slice(half));
    }
  }

  type Attempt =
    | ({ readonly kind: "recorded" } & Gathered)
    | { readonly kind: "failed" | "unreachable"; readonly error: unknown };

  /** One transaction for all, or for none of them. */
  async function recordTogether(batches: readonly Batch[]): Promise<Attempt> {
    let client: pg.PoolClient;
    try {
      client = await options.pool.connect();
    } catch (error) {
      return { kind: "unreachable", error };
    }
    const sending = sendingOn(client);
    try {
      const head = beginAtHead(sending);
      const gathered = await recordGathering(sending, { batches, definitions, head, now: options.now });
      const committed = sending.send({ text: "commit" });
      await sending.settled();
      // Of a transaction in which something failed, "commit" makes a rollback and does not say so otherwise.
      const { command } = await committed;
      if (command !== "COMMIT") throw new Error(`the transaction ended with ${command}`);
      client.release();
      return { kind: "recorded", ...gathered };
    } catch (error) {
      await sending.close();
      const usable = await client.query("rollback").then(
        () => true,
        () => false,
      );
      client.release(!usable);
      return { kind: "failed", error };
    }
  }

  return {
    submit: (batch) =>
      new Promise((answer, fail) => {
        queue.push({ batch: tidied(batch), answer, fail });
        // A turn of the loop later, so that callers of the same turn share the transaction.
        if (!busy) {
          busy = true;
          setImmediate(() => void drain());
        }
      }),
  };
}

const FIRST: Head = { no: 0, at: "1970-01-01T00:00:00.000Z", hash: NO_COMMIT };

/**
 * Opens a transaction that alone may write to the register, and gives the last commit, or the empty one that precedes
 * all. Read committed: what is read after the lock must show the commit of whoever held it before.
 */
export async function beginAtHead(sending: Sending): Promise<Head> {
  sending.send({ text: "begin isolation level read committed" });
  sending.send({ text: `select pg_advisory_xact_lock(${WRITER_LOCK})` });
  const found = await sending.send<Head>({
    name: "head",
    text: "select no, at, hash from commits order by no desc limit 1",
  });
  return found.rows[0] ?? FIRST;
}

/** The receipt, or throws what was refused: for callers whose batch can't be wrong. */
export function receiptOrThrow(outcome: Outcome<Receipt>): Receipt {
  if (outcome.ok) return outcome.value;
  throw new RefusalError(outcome.problems);
}
