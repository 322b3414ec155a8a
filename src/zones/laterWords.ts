/** Newer papers that tell another state than the decision that holds: they do not decide, and are not kept back. Pure. */
import { isStale } from "../figures/public.ts";
import type { PlainDate } from "../kernel/dates.ts";
import { type ChangeRecord, holding, type IsClosed, refOf, statementsOf } from "../register/public.ts";
import type { Settings } from "../settings/public.ts";
import type { LaterWord } from "./pageVocabulary.ts";
import { COURSE_NAMES } from "./vocabulary.ts";
import { type Names, valueText } from "./words.ts";

type Showing = Names &
  Parameters<typeof refOf>[1] & {
    readonly asOf: PlainDate;
    readonly isClosed: IsClosed;
    readonly settings: Settings;
  };

/** Of each course the newest such word on the day, where it is newer than the decision and says something else. */
export function laterWords(changes: readonly ChangeRecord[], of: Showing): LaterWord[] {
  const statements = statementsOf(changes.map((c) => c.change));
  return COURSE_NAMES.flatMap((course) => {
    const list = statements.get(course) ?? [];
    const held = holding(list, of.asOf);
    if (held === null || held.value === null || held.source.standing !== "decides") return [];
    const later = list
      .filter((s) => s.source.standing === "says" && s.from > held.from && !of.isClosed(s.source.document))
      .filter((s) => s.from <= of.asOf && (s.to === null || of.asOf < s.to))
      .sort((a, b) => (a.from < b.from ? -1 : 1))
      .at(-1);
    if (later === undefined || typeof later.value !== "string" || later.value === held.value) return [];
    const { document, since, evidence } = later.source;
    return [
      {
        ...{ course, state: later.value, text: valueText(course, later.value, of), since },
        ...{ document: refOf(document, of), evidenceAsOf: evidence, stale: isStale(evidence, of) },
      },
    ];
  });
}
