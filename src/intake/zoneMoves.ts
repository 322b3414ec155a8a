/** Moves of courses outside the usual order that a workbook gives no reason for: judged when all its rows are planned. */
import type { Problem } from "../kernel/problems.ts";
import { periodsOf } from "../register/public.ts";
import { zoneSubject } from "../zones/public.ts";
import { fetchStored, plannedAsRecorded, type Workbench } from "./workbench.ts";

/** Zones that are looked at together. */
const CHUNK = 250;

/**
 * What stands against the moves that the planned changes make, each at the cell for its note. Rows need not stand in
 * the order of time, so that only the whole shows what is skipped.
 */
export async function movesWithoutReason(bench: Workbench): Promise<readonly Problem[]> {
  const moving = [...bench.planned]
    // A zone that is new moves only where more than one change tells of it.
    .filter(([id, changes]) => changes.length > 1 || bench.expected.has(id))
    .filter(([, changes]) => changes.some((c) => bench.noteCells.has(c.id)))
    .map(([id]) => id);
  const problems: Problem[] = [];
  for (let first = 0; first < moving.length; first += CHUNK) {
    const ids = moving.slice(first, first + CHUNK);
    await fetchStored(bench, ids);
    problems.push(...ids.flatMap((id) => problemsOf(bench, id)));
  }
  return problems;
}

function problemsOf(bench: Workbench, id: string): readonly Problem[] {
  const added = bench.planned.get(id) ?? [];
  const [first] = added;
  if (first === undefined) return [];
  const stored = bench.stored.get(id) ?? [];
  const found = zoneSubject.timelineProblems?.({
    subject: first.subject,
    added,
    before: () => periodsOf(stored),
    after: () => periodsOf([...stored, ...plannedAsRecorded(bench, id)]),
  });
  return (found ?? []).map((p) => ({
    ...p,
    field: p.field === null ? null : (bench.noteCells.get(p.field) ?? p.field),
  }));
}
