/** The moves of a case's deadlines in words: from, to, and what moved them. */
import type { PlainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { Db } from "../../platform/database/tables.ts";
import type { Known } from "../../register/public.ts";
import { findSettingKey, SETTINGS } from "../../settings/public.ts";
import { calendarTold } from "../calendar/editing.ts";
import { listMoves, type MoveTold } from "./store.ts";

/** A move as a page tells it. `name`: which limit it is. */
export type ShownMove = {
  readonly name: string;
  /** In which case of the law it holds; null: always. */
  readonly holdsWhere: Sentence | null;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly why: Sentence;
  readonly commit: number;
  readonly at: string;
};

function adoptedText({ what, note }: MoveTold["adopted"][number]): Sentence {
  const calendar = calendarTold(what, note);
  if (calendar !== null) return calendar;
  const key = findSettingKey(what);
  if (key === null) return { vi: what, en: what };
  const why = note === null ? "" : ` (${note})`;
  return { vi: `Thiết lập: ${SETTINGS[key].title.vi}${why}`, en: `Setting: ${SETTINGS[key].title.en}${why}` };
}

/** Every move of the deadlines of a case that was known then, in order. */
export async function movesOf(
  db: Db,
  caseId: string,
  known: Pick<Known, "commit">,
): Promise<readonly ShownMove[]> {
  return (await listMoves(db, caseId, known)).map(({ adopted, ...move }) => {
    const texts = adopted.map(adoptedText);
    return {
      ...move,
      why: { vi: texts.map((t) => t.vi).join("; "), en: texts.map((t) => t.en).join("; ") },
    };
  });
}
