/** Checks the whole register: what was appended, the chain, the files, and everything that is derived from it. */
import type pg from "pg";
import type { PartialDate } from "../../kernel/dates.ts";
import { readDocumentDates, readKnownEntries } from "../ledger.ts";
import type { SubjectDefinition } from "../timelines.ts";
import { moveEntry } from "../totals.ts";
import type { SubjectKind } from "../vocabulary.ts";
import { checkAppended } from "./appended.ts";
import { checkLaterCommits, checkTimelines } from "./derived.ts";
import { type Difference, type Findings, find, noFindings } from "./differences.ts";
import { checkEvidence, takeByColumns } from "./evidence.ts";
import { checkFiles, type Files } from "./files.ts";
import type { Appended } from "./part.ts";
import { countersOf, type Looked, type OnProgress } from "./progress.ts";
import { checkRequests } from "./requests.ts";
import { checkTotals } from "./totals.ts";

export type VerifyOptions = {
  readonly pool: pg.Pool;
  readonly definitions: readonly SubjectDefinition[];
  /** Where the papers' files are; null leaves them unread. */
  readonly files: Files | null;
  /** The hash of the last commit as it was published, in hex. */
  readonly expectedHead?: string | undefined;
  /** Told how far the check is, often; what it throws ends the check. */
  readonly onProgress?: OnProgress | undefined;
};

/** What a check found. `differences` empty: the register is as it was written. */
export type Verification = {
  readonly commits: number;
  readonly parts: number;
  /** Canonical bytes that were hashed. */
  readonly bytes: number;
  /** The last commit, its hash in hex; number 0 where there is none. */
  readonly head: { readonly no: number; readonly hash: string };
  readonly differences: readonly Difference[];
  /** Differences beyond those that are listed. */
  readonly omitted: number;
};

/**
 * Checks the register as it stands at one moment, while others go on writing. Reads in chunks: memory grows with the
 * number of papers, files and totals, not with that of changes.
 */
export async function verifyRegister(options: VerifyOptions): Promise<Verification> {
  const reader = await options.pool.connect();
  let comparer: pg.PoolClient | null = null;
  try {
    comparer = await options.pool.connect();
    await beginTogether(reader, comparer);
    const found = await verifyWithin({ reader, comparer }, options);
    await Promise.all([reader.query("commit"), comparer.query("commit")]);
    reader.release();
    comparer.release();
    return found;
  } catch (error) {
    reader.release(true);
    comparer?.release(true);
    throw error;
  }
}

const SNAPSHOT = "begin isolation level repeatable read read only";

/** Two connections that see the same moment. */
async function beginTogether(first: pg.ClientBase, second: pg.ClientBase): Promise<void> {
  await first.query(SNAPSHOT);
  const exported = await first.query<{ id: string }>("select pg_export_snapshot() as id");
  const id = exported.rows[0]?.id ?? "";
  await second.query(`${SNAPSHOT}; set transaction snapshot '${id}'`);
}

type Clients = { readonly reader: pg.ClientBase; readonly comparer: pg.ClientBase };

/** The same within transactions of the caller; both clients may be one. */
export async function verifyWithin(
  clients: Clients,
  options: Omit<VerifyOptions, "pool">,
): Promise<Verification> {
  const findings = noFindings();
  const { onProgress } = options;
  const looked = await countersOf(clients.reader, onProgress);
  const appended = await checkAppended(clients.reader, { findings, looked: looked.parts });
  const head = { no: appended.head.no, hash: appended.head.hash.toString("hex") };
  if (options.expectedHead !== undefined) checkHead(head, options.expectedHead, findings);
  await checkRequests(clients.reader, findings);
  if (options.files !== null) {
    await checkFiles(options.files, appended.files, { findings, looked: looked.files(appended.files.size) });
  }
  const { definitions } = options;
  await checkDerived(clients, { appended, definitions, looked: looked.derived }, findings);
  const { commits, parts, bytes } = appended;
  return { commits, parts, bytes, head, differences: findings.differences, omitted: findings.omitted };
}

function checkHead(
  head: { readonly no: number; readonly hash: string },
  expected: string,
  findings: Findings,
): void {
  if (head.hash === expected.toLowerCase()) return;
  find(findings, {
    kind: "head",
    table: "commits",
    id: String(head.no),
    what: {
      vi: `Lần ghi cuối (${head.no}) có mã băm ${head.hash}, không phải ${expected} đã công bố.`,
      en: `The last commit (${head.no}) has the hash ${head.hash}, not ${expected}, which was published.`,
    },
  });
}

async function checkDerived(
  clients: Clients,
  at: {
    readonly appended: Appended;
    readonly definitions: readonly SubjectDefinition[];
    readonly looked: Looked;
  },
  findings: Findings,
): Promise<void> {
  const { reader } = clients;
  const { evidence, unreadable, moves, newest, head } = at.appended;
  const definitions = new Map<SubjectKind, SubjectDefinition>(at.definitions.map((d) => [d.kind, d]));
  // Parts whose bytes can't be trusted are named already; what they do to others is judged by their columns.
  const told = await readDocumentDates(reader, unreadable.documents);
  const evidenceOf = (id: string): PartialDate | null => evidence.get(id) ?? told.get(id) ?? null;
  for (const { entry } of (await readKnownEntries(reader, unreadable.entries)).values()) {
    moveEntry(moves, entry);
  }
  await takeByColumns(reader, newest, unreadable.entries);
  const source = { definitions, evidenceOf, untrusted: unreadable.changes, moves };
  await checkTimelines(clients, source, { findings, looked: at.looked });
  await checkTotals(reader, moves, findings);
  await checkEvidence(reader, { newest, evidenceOf }, findings);
  await checkLaterCommits(reader, { definitions, head: head.no }, findings);
}
