/** Judges the batches of one transaction in their order, writes those that are let in, and says what each is answered. */
import { done, type Outcome, type Problem, refused } from "../kernel/problems.ts";
import { canonicalText, type Hash, sha256 } from "./hashing.ts";
import { accept } from "./judging.ts";
import { readLedger } from "./ledger.ts";
import { batchProblems } from "./objections.ts";
import type { Sending } from "./sending.ts";
import type { SubjectDefinition } from "./timelines.ts";
import { type Batch, type Receipt, receipt, type SubjectKind } from "./vocabulary.ts";
import { type Head, writeCommit } from "./writing.ts";

/** What a gathering came to: an answer for each batch, in their order; `commit` null where nothing was written. */
export type Gathered = {
  readonly outcomes: readonly Outcome<Receipt>[];
  readonly commit: number | null;
  readonly kinds: ReadonlySet<SubjectKind>;
};

type Asked = {
  readonly batches: readonly Batch[];
  readonly definitions: ReadonlyMap<SubjectKind, SubjectDefinition>;
  /** The last commit, which is asked for just before. */
  readonly head: Promise<Head>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

/** The hash by which a repetition of a request is told from another request under the same key. */
export function contentHash(content: unknown): Hash {
  return sha256(canonicalText(content));
}

/** What is answered under a request key: given before, by this very commit, or a refusal that leaves the key free. */
type Answered = { readonly content: Hash; readonly receipt: Receipt };

function receiptOf(batch: Batch, at: { readonly commit: number; readonly at: string }): Receipt {
  const { documents, changes, entries, claims, adoptions } = batch;
  const parts = documents.length + changes.length + entries.length + claims.length + adoptions.length;
  return { commit: at.commit, at: at.at, parts, detail: { ...batch.detail } };
}

/**
 * Works inside the caller's transaction, which must hold the writer's lock. What it writes is only sent: where the
 * database refuses something, `sending.settled` throws, and nothing of the transaction may be kept.
 */
export async function recordGathering(sending: Sending, asked: Asked): Promise<Gathered> {
  const { batches, definitions } = asked;
  const [head, answers, ledger] = await Promise.all([
    asked.head,
    readAnswers(sending, batches),
    readLedger(sending, batches, definitions),
  ]);
  const at = new Date(Math.max(asked.now(), Date.parse(head.at) + 1)).toISOString();
  const commit = head.no + 1;
  const accepted: Array<{ readonly batch: Batch } & Answered> = [];
  let ordinal = 0;
  const outcomes = batches.map((batch) => {
    const content = contentHash(batch.content);
    const earlier = answers.get(batch.requestKey);
    if (earlier !== undefined) {
      return earlier.content.equals(content) ? done(earlier.receipt) : refused(reused(batch.requestKey));
    }
    const [first, ...rest] = batchProblems(batch, ledger);
    if (first !== undefined) return refused(first, ...rest);
    accept(batch, ledger, { commit, firstOrdinal: ordinal });
    ordinal += batch.changes.length;
    const answered = { content, receipt: receiptOf(batch, { commit, at }) };
    accepted.push({ batch, ...answered });
    answers.set(batch.requestKey, answered);
    return done(answered.receipt);
  });
  const taken = accepted.map((a) => a.batch);
  const kinds = new Set(taken.flatMap((b) => b.changes.map((c) => c.subject.kind)));
  if (taken.length === 0) return { outcomes, commit: null, kinds };
  await writeCommit(sending, { head, at, batches: taken, ledger });
  writeAnswers(sending, accepted);
  return { outcomes, commit, kinds };
}

/** The refusal of another request under a key that was answered before. */
export function reused(key: string): Problem {
  return {
    code: "request.reused",
    status: 409,
    field: "requestKey",
    message: {
      vi: `Mã yêu cầu ${key} đã dùng cho một nội dung khác.`,
      en: `The request key ${key} was used for other content.`,
    },
    remedy: { vi: "Gửi lại với mã yêu cầu mới.", en: "Send it again under a new request key." },
  };
}

async function readAnswers(sending: Sending, batches: readonly Batch[]): Promise<Map<string, Answered>> {
  const found = await sending.send<{ key: string; content: Buffer; answer: unknown }>({
    name: "answers",
    text: "select key, content, answer from requests where key = any($1::text[]) order by key",
    values: [batches.map((b) => b.requestKey)],
  });
  return new Map(found.rows.map((r) => [r.key, { content: r.content, receipt: receipt.parse(r.answer) }]));
}

function writeAnswers(sending: Sending, accepted: ReadonlyArray<{ readonly batch: Batch } & Answered>): void {
  const rows = accepted.map(({ batch, content, receipt: answer }) => ({
    key: batch.requestKey,
    kind: batch.kind,
    content: content.toString("hex"),
    commit_no: answer.commit,
    answer,
  }));
  sending.send({
    name: "write-answers",
    text: `insert into requests (key, kind, content, commit_no, answer)
           select key, kind, decode(content, 'hex'), commit_no, answer
             from json_to_recordset($1::json) as r(key text, kind text, content text, commit_no bigint, answer jsonb)`,
    values: [JSON.stringify(rows)],
  });
}
