/** How many cases each choice of a list would leave, the other choices as they are. Pure. */
import type { CaseCounts, StateAsked } from "./pageWords.ts";
import type { CaseCount } from "./store.ts";
import { type CaseState, caseState, isEnded } from "./vocabulary.ts";

/** What a list is narrowed by; absent: by nothing. */
export type Narrowing = {
  readonly procedure?: string | undefined;
  readonly step?: string | undefined;
  readonly unit?: string | undefined;
  readonly zone?: string | undefined;
  readonly state?: StateAsked | undefined;
};

/** The states that are meant; undefined: any. */
export function statesAsked(asked: StateAsked | undefined): readonly CaseState[] | undefined {
  if (asked === undefined) return undefined;
  if (asked === "running" || asked === "late") return caseState.options.filter((s) => !isEnded(s));
  return asked === "ended" ? caseState.options.filter(isEnded) : [asked];
}

function isInState({ state, late }: CaseCount, asked: StateAsked | undefined): boolean {
  return (statesAsked(asked)?.includes(state) ?? true) && (asked !== "late" || late);
}

type Key = "procedure" | "step" | "unit" | "zone";
const KEYS: readonly Key[] = ["procedure", "step", "unit", "zone"];

function fits(row: CaseCount, by: Narrowing, except: Key | "state" | null): boolean {
  return (
    KEYS.every((key) => key === except || by[key] === undefined || row[key] === by[key]) &&
    (except === "state" || isInState(row, by.state))
  );
}

/** The counts of every choice; `labels` gives null where the asker may not see what it is called. */
export function countsOf(
  rows: readonly CaseCount[],
  by: Narrowing,
  labels: Readonly<Record<Key, (key: string) => string | null>>,
): CaseCounts {
  const sum = (of: readonly CaseCount[]) => of.reduce((n, row) => n + row.count, 0);
  const facet = (key: Key) => {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const value = row[key];
      if (value === null || !fits(row, by, key)) continue;
      counts.set(value, (counts.get(value) ?? 0) + row.count);
    }
    return [...counts]
      .flatMap(([id, count]) => {
        const label = labels[key](id);
        return label === null ? [] : [{ id, label, count }];
      })
      .sort((a, b) => a.label.localeCompare(b.label, "vi") || a.id.localeCompare(b.id));
  };
  const ofAnyState = rows.filter((row) => fits(row, by, "state"));
  const inState = (state: StateAsked) => sum(ofAnyState.filter((row) => isInState(row, state)));
  return {
    total: sum(rows.filter((row) => fits(row, by, null))),
    states: {
      ...{ running: inState("running"), late: inState("late"), ended: inState("ended") },
      ...{ open: inState("open"), waiting: inState("waiting"), decided: inState("decided") },
      ...{ refused: inState("refused"), returned: inState("returned"), withdrawn: inState("withdrawn") },
    },
    procedures: facet("procedure"),
    steps: facet("step"),
    units: facet("unit"),
    zones: facet("zone"),
  };
}
