/** A dry run: the sentences that say what would change, everything that speaks against it, and what moved meanwhile. */
import type { Problem } from "../kernel/problems.ts";
import { searchKey } from "../kernel/text.ts";
import { authorOf, classesClosed } from "../people/public.ts";
import { objectionsTo } from "../register/public.ts";
import { conflictOf, lastOf } from "./conflicts.ts";
import { linesOf } from "./lines.ts";
import { offerAlike } from "./papers.ts";
import { type Planned, plan } from "./planning.ts";
import type { Asking, RecordingDeps } from "./recording.ts";
import { mayTell } from "./rights.ts";
import { standingOf } from "./rules.ts";
import { nameOf } from "./seeing.ts";
import { listZonesNamed } from "./store.ts";
import { batchOf, explained } from "./submitting.ts";
import type { DryRun, Telling } from "./vocabulary.ts";

/** A zone that is new but bears the name of one that is there: most often it is that one. */
async function namesakes(
  deps: RecordingDeps,
  told: Telling,
  { asker, language }: Asking,
): Promise<readonly string[]> {
  const { name } = told.set;
  const isNew = told.about === "zone" && told.subject === null && told.set.phaseOf === undefined;
  if (!isNew || typeof name !== "string") return [];
  const found = await listZonesNamed(deps.db, { name: searchKey(name), closed: classesClosed(asker) });
  if (found.length === 0) return [];
  return [
    language === "vi"
      ? `Đã có ${found.length} khu, cụm tên “${name}”. Nếu là cùng một khu, cụm, hãy chọn nó thay vì lập mới.`
      : `There are ${found.length} zones called “${name}”. If it is the same, choose that one instead of a new one.`,
  ];
}

const ONLY_SAID = {
  vi: "Văn bản này chỉ đưa tin về khoản tiền, không quyết định; khi có quyết định, hãy ghi theo quyết định.",
  en: "This paper only tells of the amount, it does not decide it; once there is a decision, record it from that.",
} as const;

/** An amount has no standing of its own: that its paper decides nothing is said beforehand. */
function saidOnly({ paper, entries }: Planned, language: "vi" | "en"): readonly string[] {
  const isSaid = entries.some((e) => e.reverses === null) && standingOf(paper.document) === "says";
  return isSaid ? [ONLY_SAID[language]] : [];
}

const shown = (problems: readonly Problem[], language: "vi" | "en") =>
  problems.map((p) => ({
    code: p.code,
    field: p.field,
    message: p.message[language],
    remedy: p.remedy[language],
  }));

/** Of several rows, what the register says against one change says of which row. */
function ofRows(problems: readonly Problem[], { parts }: Planned): readonly Problem[] {
  if (parts.length === 1) return problems;
  return problems.map((p) => {
    const part = parts.find((s) => "changes" in s && s.changes.some((c) => c.id === p.field));
    if (part === undefined || !("subject" in part)) return p;
    const name = part.before === null ? nameOf({ ...part.subject, attributes: {} }) : part.before.label;
    // Some objections begin with the key, which says less than the name.
    const said = (message: string) => `${name}: ${message.replace(`${part.subject.key ?? name}: `, "")}`;
    return { ...p, message: { vi: said(p.message.vi), en: said(p.message.en) } };
  });
}

/** What recording the telling would do. The asker must be allowed to propose it. */
export async function dryRunOf(deps: RecordingDeps, told: Telling, asking: Asking): Promise<DryRun> {
  const { asker, language } = asking;
  const alike = told.paper.kind === "new" ? await offerAlike(deps, told.paper.draft, asking) : [];
  const base = {
    notices: [...(await namesakes(deps, told, asking))],
    papersAlike: alike,
    conflict: await conflictOf(deps, told, asking),
    expected: await lastOf(deps, told),
    directly: (await mayTell(deps, told, { asker, as: "recordWithoutApproval" })).ok,
  };
  const planned = await plan(deps, told, asking);
  if (!planned.ok) return { ...base, lines: [], problems: shown(planned.problems, language) };
  const batch = batchOf(planned.value, told, {
    requestKey: "dry-run",
    author: authorOf(asker),
    proposal: null,
  });
  // Others' changes are told field by field beside.
  const objections = await explained(
    await objectionsTo({ ...batch, expected: new Map() }, deps),
    planned.value,
    { deps, asking },
  );
  return {
    ...base,
    notices: [...base.notices, ...saidOnly(planned.value, language)],
    lines: [...(await linesOf(deps, planned.value, asking))],
    problems: shown(ofRows(objections, planned.value), language),
  };
}
