/** Records what a preview showed, as one batch: just that, or nothing. */
import { done, type Outcome, type Problem, refused } from "../kernel/problems.ts";
import type { Access, Batch, Receipt } from "../register/public.ts";
import { type IntakeDeps, type PlannedWorkbook, planStored } from "./intake.ts";
import { findHead, type PreviewHead } from "./keeping.ts";
import { isClean } from "./planning.ts";
import { digestOf, makePreview } from "./preview.ts";
import { reused } from "./requestProblems.ts";
import { findAsked, type ImportDetail } from "./requests.ts";

/** `changes`: how many parts were recorded besides the workbook itself; 0 with `already` where the file is in force. */
export type Applied = {
  readonly id: string;
  readonly commit: number;
  readonly at: string;
  readonly changes: number;
  readonly already: boolean;
};
export type ApplyAnswer =
  | { readonly kind: "applied"; readonly applied: Applied }
  /** The register moved in a way that changes the preview: what the file would do now. */
  | { readonly kind: "moved"; readonly problem: Problem; readonly preview: PreviewHead }
  | { readonly kind: "refused"; readonly problems: readonly [Problem, ...Problem[]] };

type Accepted = { readonly preview: string; readonly requestKey: string; readonly access?: Access };

/** Times that a batch is planned anew because another commit came between. */
const TRIES = 3;

/** Records an accepted preview. The same request key is answered as the first time. */
export async function applyPreview(deps: IntakeDeps, accepted: Accepted): Promise<ApplyAnswer> {
  const head = await findHead(deps.dataFolder, accepted.preview, Date.now());
  const earlier = await earlierAnswer(deps, accepted, head);
  if (earlier !== null) return earlier;
  if (head === null) return { kind: "refused", problems: [expired(accepted.preview)] };
  for (let left = TRIES; ; left--) {
    const planned = await planStored(deps, {
      file: head.file,
      access: accepted.access ?? "internal",
      sink: NOBODY,
    });
    if (!planned.ok) return { kind: "refused", problems: planned.problems };
    const { plan } = planned.value;
    if (digestOf(head.file, plan.digest) !== head.digest) return movedAnswer(deps, head, accepted);
    if (!isClean(plan)) return { kind: "refused", problems: [notClean(head)] };
    if (head.already !== null && partsOf(planned.value) === 0) {
      return { kind: "applied", applied: { ...head.already, changes: 0, already: true } };
    }
    const outcome = await deps.writer.submit(batchOf(planned.value, { deps, head, accepted }));
    if (outcome.ok) return { kind: "applied", applied: appliedOf(outcome.value, accepted.requestKey) };
    const moved = outcome.problems.every((p) => p.status === 409 && p.code !== "request.reused");
    if (!moved || left === 1) return { kind: "refused", problems: outcome.problems };
  }
}

const NOBODY = { begin: () => undefined, line: () => undefined };

/** What the request key was answered before; null: it is new. A repetition names the preview, or sends the same file. */
export async function earlierAnswer(
  deps: IntakeDeps,
  { preview, requestKey }: Accepted,
  head: PreviewHead | null,
): Promise<ApplyAnswer | null> {
  const asked = await findAsked(deps.db, requestKey);
  if (asked === null) return null;
  const same =
    asked.kind === "import" &&
    (asked.import.preview === preview || asked.import.file.sha256 === head?.file.sha256);
  if (!same) return { kind: "refused", problems: [reused(requestKey)] };
  const { commit, at, recorded } = asked.import;
  return { kind: "applied", applied: { id: requestKey, commit, at, changes: sum(recorded), already: false } };
}

function sum(recorded: ImportDetail["recorded"]): number {
  return recorded.documents + recorded.changes + recorded.entries + recorded.claims;
}

function recordedOf({ plan: { parts } }: PlannedWorkbook): ImportDetail["recorded"] {
  const { documents, changes, entries, claims } = parts;
  return {
    documents: documents.length,
    changes: changes.length,
    entries: entries.length,
    claims: claims.length,
  };
}

const partsOf = (planned: PlannedWorkbook) => sum(recordedOf(planned));

type With = { readonly deps: IntakeDeps; readonly head: PreviewHead; readonly accepted: Accepted };

function batchOf(planned: PlannedWorkbook, { deps, head, accepted }: With): Batch {
  const { plan, self, selfIsNew } = planned;
  const detail: ImportDetail = {
    preview: head.id,
    digest: head.digest,
    file: head.file,
    document: self.id,
    author: deps.author,
    rows: plan.rows,
    recorded: recordedOf(planned),
  };
  return {
    requestKey: accepted.requestKey,
    content: { preview: head.digest },
    kind: "import",
    detail,
    author: deps.author,
    documents: selfIsNew ? [self, ...plan.parts.documents] : plan.parts.documents,
    changes: plan.parts.changes,
    entries: plan.parts.entries,
    claims: plan.parts.claims,
    adoptions: [],
    expected: plan.expected,
  };
}

function appliedOf(receipt: Receipt, id: string): Applied {
  const recorded = receipt.detail.recorded;
  const changes = isRecorded(recorded) ? sum(recorded) : receipt.parts;
  return { id, commit: receipt.commit, at: receipt.at, changes, already: false };
}

function isRecorded(value: unknown): value is ImportDetail["recorded"] {
  return typeof value === "object" && value !== null && "changes" in value && "claims" in value;
}

async function movedAnswer(deps: IntakeDeps, head: PreviewHead, { access }: Accepted): Promise<ApplyAnswer> {
  const preview = await makePreview(deps, head.file, access);
  return preview.ok
    ? { kind: "moved", problem: moved(head), preview: preview.value }
    : { kind: "refused", problems: preview.problems };
}

function moved(head: PreviewHead): Problem {
  return {
    code: "import.moved",
    status: 409,
    field: null,
    message: {
      vi: `Từ lúc xem trước tệp ${head.file.name}, hồ sơ đã có thay đổi làm kết quả nhập khác đi. Chưa ghi gì.`,
      en: `Since ${head.file.name} was previewed, the register has changed so that the import would do something else. Nothing was recorded.`,
    },
    remedy: { vi: "Xem lại bản xem trước mới rồi ghi nhận.", en: "Look at the new preview, then record it." },
  };
}

function notClean({ counts, problems }: PreviewHead): Problem {
  const wrong = counts.refused + problems.length;
  return {
    code: "import.notClean",
    status: 422,
    field: null,
    message: {
      vi: `Còn ${wrong} lỗi và ${counts.question} chỗ cần trả lời; chưa ghi gì.`,
      en: `${wrong} errors and ${counts.question} questions are left; nothing was recorded.`,
    },
    remedy: {
      vi: "Sửa bảng theo hướng dẫn ở từng dòng rồi gửi lại.",
      en: "Mend the workbook as each row says and send it again.",
    },
  };
}

function expired(id: string): Problem {
  return {
    code: "preview.unknown",
    status: 404,
    field: "preview",
    message: {
      vi: `Không có bản xem trước ${id}, hoặc đã quá một ngày.`,
      en: `There is no preview ${id}, or it is older than a day.`,
    },
    remedy: { vi: "Gửi lại tệp để xem trước.", en: "Send the file again for a preview." },
  };
}

/** The answer as an outcome, for callers that have nobody to show new differences to. */
export function outcomeOf(answer: ApplyAnswer): Outcome<Applied> {
  switch (answer.kind) {
    case "applied":
      return done(answer.applied);
    case "moved":
      return refused(answer.problem);
    case "refused":
      return { ok: false, problems: answer.problems };
  }
}
