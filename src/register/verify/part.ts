/** Checks one part: its bytes against its hash, its columns against its bytes, its place in its commit. */
import type { PartialDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { type Hash, sha256 } from "../hashing.ts";
import { evidenceOf } from "../judging.ts";
import type { PartTable } from "../parts.ts";
import { moveEntry, type TotalMoves } from "../totals.ts";
import { documentDraft, entryDraft } from "../vocabulary.ts";
import { alteredColumns } from "./columns.ts";
import { parsedObject } from "./commits.ts";
import type { CopiedRow } from "./copied.ts";
import { type DifferenceKind, type Findings, find } from "./differences.ts";
import { type NewestPapers, takePaper } from "./evidence.ts";

/** What the parts say, kept for the checks that follow. */
export type Appended = {
  commits: number;
  parts: number;
  /** Canonical bytes of all parts. */
  bytes: number;
  head: { readonly no: number; readonly hash: Hash };
  /** Document id → date of the paper. */
  readonly evidence: Map<string, PartialDate | null>;
  /** Ids of parts whose bytes can't be trusted: their columns must do. */
  readonly unreadable: {
    readonly documents: string[];
    readonly changes: Set<string>;
    readonly entries: string[];
  };
  /** Hash of a file → a document that names it. */
  readonly files: Map<string, string>;
  /** What the entries add to the running totals. */
  readonly moves: TotalMoves;
  /** The newest papers behind them. */
  readonly newest: NewestPapers;
};

/** Hashes of a commit's parts by table, in their order. */
export type Leaves = ReadonlyMap<number, Map<PartTable, Hash[]>>;

type Task = {
  readonly table: PartTable;
  /** The commit that is being read, and the ordinal that its next part must have. */
  readonly place: { commit: string; next: number };
  readonly leaves: Leaves;
  readonly appended: Appended;
  readonly findings: Findings;
};

const NOTHING = Buffer.alloc(0);

/** What a part is called in a sentence. */
const NAMES: Readonly<Record<PartTable, Sentence>> = {
  documents: { vi: "Văn bản", en: "The document" },
  changes: { vi: "Biến động", en: "The change" },
  entries: { vi: "Khoản", en: "The entry" },
  claims: { vi: "Số đã công bố", en: "The claim" },
  adoptions: { vi: "Việc áp dụng", en: "The adoption" },
};

/** Checks one row of `selectParts`, tells `findings` what is wrong, and keeps in `appended` what later checks need. */
export function checkPart(row: CopiedRow, task: Task): void {
  const { table, appended, place } = task;
  const field = (i: number) => row[i]?.toString("latin1") ?? "";
  const [id, commit, ordinal] = [field(0), field(1), field(2)];
  const canonical = row[3] ?? NOTHING;
  // A copy: a part of what was read would keep all of it in memory.
  const hash = Buffer.from(row[4] ?? NOTHING);
  const tell = (kind: DifferenceKind, vi: string, en: string) =>
    find(task.findings, {
      kind,
      table,
      id,
      what: { vi: `${NAMES[table].vi} ${id} ${vi}.`, en: `${NAMES[table].en} ${id} ${en}.` },
    });

  appended.parts += 1;
  appended.bytes += canonical.length;
  if (commit !== place.commit) Object.assign(place, { commit, next: 0 });
  if (ordinal !== String(place.next)) {
    tell(
      "order",
      `đứng ở chỗ ${ordinal} của lần ghi ${commit}, không phải ${place.next}`,
      `stands at place ${ordinal} of commit ${commit}, not ${place.next}`,
    );
  }
  place.next = Number(ordinal) + 1;

  const own = task.leaves.get(Number(commit));
  if (own === undefined) {
    tell("noCommit", `thuộc lần ghi ${commit}, không có`, `belongs to commit ${commit}, which is not there`);
  } else {
    const list = own.get(table);
    if (list === undefined) own.set(table, [hash]);
    else list.push(hash);
  }

  const whole = sha256(canonical).equals(hash);
  if (!whole) tell("bytes", "có nội dung không khớp mã băm", "has bytes that do not have its hash");
  const content = parsedObject(canonical);
  if (content === null) tell("bytes", "có nội dung không đọc được", "has bytes that can't be read");
  else {
    const altered = alteredColumns(table, row, content);
    if (altered.length > 0) {
      tell("columns", `bị sửa ở: ${altered.join(", ")}`, `was altered in: ${altered.join(", ")}`);
    }
  }
  if (whole && content !== null) keep(table, content, appended);
  else if (table === "changes") appended.unreadable.changes.add(id);
  else if (table === "documents" || table === "entries") appended.unreadable[table].push(id);
}

/** Takes from a part's bytes what the timelines, the totals and the files are checked against. */
function keep(table: PartTable, content: Readonly<Record<string, unknown>>, appended: Appended): void {
  if (table === "documents") {
    const document = documentDraft.safeParse(content);
    if (!document.success) return;
    const { id, file } = document.data;
    appended.evidence.set(id, evidenceOf(document.data));
    if (file !== null) appended.files.set(file.sha256, id);
  }
  if (table === "entries") {
    const entry = entryDraft.safeParse(content);
    if (!entry.success) return;
    moveEntry(appended.moves, entry.data);
    takePaper(appended.newest, entry.data, appended.evidence.get(entry.data.document));
  }
}
