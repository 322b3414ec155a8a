/** Imports a file from the disk: for the command line, and for the data that a register begins with. */
import { createReadStream } from "node:fs";
import { basename, join } from "node:path";
import { done, type Outcome, RefusalError } from "../kernel/problems.ts";
import type { Access } from "../register/public.ts";
import { type Applied, applyPreview, earlierAnswer, outcomeOf } from "./applying.ts";
import { newId } from "./ids.ts";
import type { IntakeDeps } from "./intake.ts";
import type { PreviewHead } from "./keeping.ts";
import { makePreview } from "./preview.ts";

export type Imported = { readonly preview: PreviewHead; readonly applied: Applied | null };

type Options = {
  /** Says what would happen, and records nothing. */
  readonly dryRun: boolean;
  readonly requestKey?: string;
  readonly access?: Access;
};

/**
 * Previews a file and, unless only that is wanted, records it. Refused where it can't be read; where rows are refused or
 * questions are left, the preview is answered and nothing is recorded. Throws where there is no such file.
 */
export async function importFile(
  deps: IntakeDeps,
  path: string,
  options: Options,
): Promise<Outcome<Imported>> {
  const { dryRun, requestKey = newId(), access = "internal" } = options;
  const stored = await deps.files.put(createReadStream(path));
  const preview = await makePreview(deps, { ...stored, name: basename(path) }, access);
  if (!preview.ok) return preview;
  const head = preview.value;
  const earlier = dryRun ? null : await earlierAnswer(deps, { preview: head.id, requestKey }, head);
  if (earlier !== null) {
    const answered = outcomeOf(earlier);
    return answered.ok ? done({ preview: head, applied: answered.value }) : answered;
  }
  const clean = head.problems.length === 0 && head.counts.refused === 0 && head.counts.question === 0;
  if (dryRun || !clean) return done({ preview: head, applied: null });
  const applied = outcomeOf(await applyPreview(deps, { preview: head.id, requestKey, access }));
  return applied.ok ? done({ preview: head, applied: applied.value }) : applied;
}

/** The request under which the shipped facts of Bắc Kạn are recorded: once in the life of a register. */
export const SHIPPED_REQUEST = "load:bac-kan:1";
export const SHIPPED_WORKBOOK = join(
  import.meta.dirname,
  "..",
  "..",
  "data",
  "bac-kan",
  "bac-kan-2023-11.xlsx",
);

/**
 * Records the facts of Bắc Kạn in November 2023 by the way that any workbook takes, into a register that knows places and
 * no zone yet. Repeating it changes nothing. Throws where the shipped workbook is refused: a broken assumption.
 */
export async function loadShippedData(deps: IntakeDeps): Promise<void> {
  const zone = await deps.db
    .selectFrom("subjects")
    .select("id")
    .where("kind", "=", "zone")
    .limit(1)
    .executeTakeFirst();
  if (zone !== undefined) return;
  const outcome = await importFile(deps, SHIPPED_WORKBOOK, {
    dryRun: false,
    requestKey: SHIPPED_REQUEST,
    access: "public",
  });
  if (!outcome.ok) throw new RefusalError(outcome.problems);
  if (outcome.value.applied === null) {
    const { counts, problems } = outcome.value.preview;
    throw new Error(`the shipped workbook is not clean: ${JSON.stringify({ counts, problems })}`);
  }
}
