/** Checks commits: their numbers, moments, bytes and hashes, each against the one before. */
import type pg from "pg";
import { type Hash, NO_COMMIT, sha256 } from "../hashing.ts";
import type { Difference } from "./differences.ts";

export type CommitRow = {
  readonly no: number;
  readonly at: string;
  readonly parts: number;
  readonly root: Hash;
  readonly previous: Hash;
  readonly hash: Hash;
  readonly canonical: Buffer;
};

/** Commits after a number, in their order. */
export async function readCommits(
  client: pg.ClientBase,
  after: number,
  limit: number,
): Promise<readonly CommitRow[]> {
  const found = await client.query<CommitRow>({
    name: "verify-commits",
    text: "select no, at, parts, root, previous, hash, canonical from commits where no > $1 order by no limit $2",
    values: [after, limit],
  });
  return found.rows;
}

type Beside = { readonly before: CommitRow | null; readonly root: Hash; readonly parts: number };

/** What is wrong with a commit, given the one before and the tree over the parts that are there. */
export function commitProblems(commit: CommitRow, { before, root, parts }: Beside): readonly Difference[] {
  const of = (kind: Difference["kind"], what: Difference["what"]): Difference => ({
    kind,
    table: "commits",
    id: String(commit.no),
    what,
  });
  const n = commit.no;
  const found: Difference[] = [];
  if (n !== (before?.no ?? 0) + 1) {
    found.push(
      of("order", {
        vi: `Trước lần ghi ${n} thiếu lần ghi ${n - 1}.`,
        en: `Commit ${n - 1}, which comes before commit ${n}, is missing.`,
      }),
    );
  }
  if (before !== null && commit.at <= before.at) {
    found.push(
      of("order", {
        vi: `Lần ghi ${n} có thời điểm không sau lần ghi ${before.no}.`,
        en: `Commit ${n} is not later than commit ${before.no}.`,
      }),
    );
  }
  if (!commit.previous.equals(before?.hash ?? NO_COMMIT)) {
    found.push(
      of("chain", {
        vi: `Lần ghi ${n} không nối tiếp lần ghi trước nó.`,
        en: `Commit ${n} does not follow from the commit before it.`,
      }),
    );
  }
  if (!sha256(commit.canonical).equals(commit.hash)) {
    found.push(
      of("bytes", {
        vi: `Nội dung của lần ghi ${n} không khớp mã băm của nó.`,
        en: `The bytes of commit ${n} do not have its hash.`,
      }),
    );
  }
  const altered = alteredFields(commit);
  if (altered.length > 0) {
    found.push(
      of("columns", {
        vi: `Lần ghi ${n} bị sửa ở: ${altered.join(", ")}.`,
        en: `Commit ${n} was altered in: ${altered.join(", ")}.`,
      }),
    );
  }
  if (parts !== commit.parts || !root.equals(commit.root)) {
    found.push(
      of("tree", {
        vi: `Lần ghi ${n} có ${commit.parts} phần; các phần đang có (${parts}) không phải là những phần đã ghi.`,
        en: `Commit ${n} has ${commit.parts} parts; those that are there (${parts}) are not those that were recorded.`,
      }),
    );
  }
  return found;
}

/** Names of the columns that say something else than the bytes. */
function alteredFields(commit: CommitRow): readonly string[] {
  const told: Readonly<Record<string, unknown>> = {
    no: commit.no,
    at: commit.at,
    parts: commit.parts,
    root: commit.root.toString("hex"),
    previous: commit.previous.toString("hex"),
  };
  const content = parsedObject(commit.canonical);
  if (content === null) return ["canonical"];
  return Object.keys(told).filter((name) => told[name] !== Reflect.get(content, name));
}

/** The object that bytes tell, or null where they are no JSON object. */
export function parsedObject(bytes: Buffer): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
