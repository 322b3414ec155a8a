/** Checks what was appended: every commit, and every part against its bytes, its hash and its place. */
import type pg from "pg";
import { merkleRoot, NO_COMMIT } from "../hashing.ts";
import { PART_TABLES } from "../parts.ts";
import { selectParts } from "./columns.ts";
import { type CommitRow, commitProblems, readCommits } from "./commits.ts";
import { copiedRows } from "./copied.ts";
import { type Findings, find } from "./differences.ts";
import { noPapers } from "./evidence.ts";
import { type Appended, checkPart, type Leaves } from "./part.ts";
import type { Looked } from "./progress.ts";

/** Commits, and parts of them, that are looked at together. */
const COMMITS = 5_000;
const PARTS = 50_000;
const FIRST = Number.MIN_SAFE_INTEGER;
const LAST = Number.MAX_SAFE_INTEGER;

/** Checks all commits and parts within the caller's snapshot; `findings` takes what is wrong. */
export async function checkAppended(
  client: pg.ClientBase,
  { findings, looked }: { readonly findings: Findings; readonly looked: Looked },
): Promise<Appended> {
  const appended: Appended = {
    commits: 0,
    parts: 0,
    bytes: 0,
    head: { no: 0, hash: NO_COMMIT },
    evidence: new Map(),
    unreadable: { documents: [], changes: new Set(), entries: [] },
    files: new Map(),
    moves: new Map(),
    newest: await noPapers(client),
  };
  let before: CommitRow | null = null;
  for await (const { commits, from, to } of commitRanges(client)) {
    const leaves: Leaves = new Map(commits.map((c) => [c.no, new Map()]));
    for (const table of PART_TABLES) {
      // Qualified, or the order would be that of the texts that are selected under the same names.
      const order = `${table}.commit_no, ${table}.ordinal`;
      const select = `${selectParts(table)} where commit_no between ${from} and ${to} order by ${order}`;
      const place = { commit: "", next: 0 };
      for await (const rows of copiedRows(client, select)) {
        for (const row of rows) checkPart(row, { table, place, leaves, appended, findings });
        await looked(rows.length);
      }
    }
    for (const commit of commits) {
      const hashes = PART_TABLES.flatMap((table) => leaves.get(commit.no)?.get(table) ?? []);
      const beside = { before, root: merkleRoot(hashes), parts: hashes.length };
      for (const difference of commitProblems(commit, beside)) find(findings, difference);
      before = commit;
    }
    appended.commits += commits.length;
    if (before !== null) appended.head = { no: before.no, hash: before.hash };
  }
  return appended;
}

type Range = { readonly commits: readonly CommitRow[]; readonly from: number; readonly to: number };

/**
 * Commits in their order, as many at a time as have a bearable number of parts. The ranges of numbers leave no gap
 * before, between or after them, so that a part of a commit that is not there is seen too.
 */
async function* commitRanges(client: pg.ClientBase): AsyncGenerator<Range> {
  let from = FIRST;
  for (;;) {
    const read = await readCommits(client, from - 1, COMMITS);
    let [size, parts] = [0, 0];
    for (const c of read) {
      parts += c.parts;
      if (size > 0 && parts > PARTS) break;
      size += 1;
    }
    const commits = read.slice(0, size);
    const isLast = size === read.length && read.length < COMMITS;
    const to = isLast ? LAST : (commits.at(-1)?.no ?? LAST);
    yield { commits, from, to };
    if (isLast) return;
    from = to + 1;
  }
}
