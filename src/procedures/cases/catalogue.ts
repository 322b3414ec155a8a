/** What cases need of the catalogue of procedures, so that neither knows how the other is made. */
import type { PlainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { CourseRules, CourseStep, Happened } from "./course.ts";

/** A procedure as it is for one case: its text is pinned by what happened to it. */
export type PinnedProcedure = {
  readonly key: string;
  readonly title: Sentence;
  readonly steps: readonly CourseStep[];
  readonly rules: CourseRules;
  /** Lines of the dossier. */
  readonly checklist: ReadonlyArray<{ readonly key: string; readonly title: Sentence }>;
  readonly law: { readonly label: Sentence; readonly sentence: Sentence; readonly mark: Sentence };
};

/** The procedures as known with the settings of a commit. `find`: null where there is no such procedure. */
export type ProcedureReader = {
  readonly titleOf: (key: string) => Sentence | null;
  readonly find: (
    key: string,
    of: { readonly happened: readonly Happened[]; readonly asOf: PlainDate },
  ) => PinnedProcedure | null;
};
