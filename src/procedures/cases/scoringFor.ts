/** The scoring of a case as who asks may see it, and what speaks against one more item of the council. */
import type pg from "pg";
import type { z } from "zod";
import type { Problem } from "../../kernel/problems.ts";
import type { Where } from "../../people/public.ts";
import { readKept } from "./dossier.ts";
import type { DossierItem } from "./dossierWords.ts";
import { type Insider, mayKeep, maySeeSheet, type Worker } from "./handling.ts";
import { type Judging, judgingOf, keepingObjection, resultOf } from "./judging.ts";
import type { dossier } from "./pageWords.ts";
import type { CaseRead } from "./reading.ts";

/** Keys of the steps in which the council scores; none: the procedure has no council. */
function scoringSteps({ procedure }: CaseRead): readonly string[] {
  return procedure.version.steps.filter(({ kind }) => kind === "score").map(({ key }) => key);
}

/** Whether a step of scoring was told as done, so that no sheet is added or changed. */
function isScored(read: CaseRead): boolean {
  const keys = scoringSteps(read);
  return read.course.steps.some((step) => keys.includes(step.key) && step.state === "done");
}

async function judge(pool: pg.Pool, { held, happened }: CaseRead): Promise<Judging> {
  return judgingOf(held.attributes.council ?? [], await readKept(pool, happened));
}

/** What is shown of the scoring: the scale to every insider, the result to who may see all sheets. */
export async function scoringFor(
  pool: pg.Pool,
  read: CaseRead,
  of: {
    readonly worker: Worker;
    readonly insider: Insider;
    readonly where: Where;
    readonly language: "vi" | "en";
  },
): Promise<z.infer<typeof dossier>["scoring"]> {
  if (scoringSteps(read).length === 0) return null;
  const held = read.held.attributes;
  const judging = await judge(pool, read);
  const result = resultOf(judging, of.language);
  const mayDo = (kind: DossierItem["kind"]) => mayKeep(of.worker, kind, { held, where: of.where }).ok;
  const isOpen = !isScored(read) && read.course.endedOn === null;
  const noSheets = judging.sheets.length + judging.notCounted === 0;
  const seesAll = maySeeSheet(of.worker, of.insider, { mine: false, held });
  return {
    ...{ subCriteria: [...judging.subCriteria], isOwn: judging.isOwn },
    mayDivide: mayDo("scale") && noSheets && isOpen,
    mayScore: mayDo("scoreSheet") && judging.applicants.length > 0 && isOpen,
    mayPropose: mayDo("proposal") && result.kind === "tie" && read.course.endedOn === null,
    result: seesAll ? result : null,
  };
}

/** What speaks against keeping an item of the council; null: nothing does. */
export async function councilObjection(
  pool: pg.Pool,
  read: CaseRead,
  { worker, item }: { readonly worker: Worker; readonly item: DossierItem },
): Promise<Problem | null> {
  const { asker } = worker;
  if (item.kind !== "scoreSheet" && item.kind !== "scale" && item.kind !== "proposal") return null;
  const member = asker.kind === "account" ? asker.id : "";
  return keepingObjection(item, await judge(pool, read), { member, scored: isScored(read) });
}
