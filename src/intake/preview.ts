/** Says what a sent workbook would do, and keeps it for a day so that it can be accepted by its id. */
import { createHash } from "node:crypto";
import { done, type Outcome } from "../kernel/problems.ts";
import type { Access } from "../register/public.ts";
import { newId } from "./ids.ts";
import { type IntakeDeps, planStored, type StoredWorkbook } from "./intake.ts";
import { keepHead, openRows, type PreviewHead, sweep } from "./keeping.ts";
import { findImportOfFile } from "./requests.ts";

/** The hash of what is decided about a file: the same file on a register that gives the same decisions. */
export function digestOf(file: StoredWorkbook, decisions: string): string {
  return createHash("sha256").update(`${file.sha256} ${decisions}`).digest("hex");
}

/** Plans a stored workbook and keeps the preview. Refused where the file is no workbook of any known form. */
export async function makePreview(
  deps: IntakeDeps,
  file: StoredWorkbook,
  access: Access = "internal",
): Promise<Outcome<PreviewHead>> {
  const now = Date.now();
  await sweep(deps.dataFolder, now);
  const id = newId();
  const rows = await openRows(deps.dataFolder, id);
  const planned = await planStored(deps, { file, access, sink: rows.sink }).finally(rows.close);
  if (!planned.ok) return planned;
  const { plan, commit } = planned.value;
  const already = await findImportOfFile(deps.db, file.sha256);
  const head: PreviewHead = {
    id,
    made: now,
    file,
    basedOnCommit: commit,
    digest: digestOf(file, plan.digest),
    counts: { ...plan.counts },
    rows: plan.rows,
    sheets: [...plan.sheets],
    passedOver: { count: plan.passedOver.count, first: [...plan.passedOver.first] },
    documents: [...plan.documents],
    problems: [...plan.problems],
    notices: [...plan.notices],
    already: already === null ? null : { id: already.id, commit: already.commit, at: already.at },
  };
  await keepHead(deps.dataFolder, head);
  return done(head);
}
