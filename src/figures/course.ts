/** The course of a figure through time: its value on each day on which it moves. */
import { addDays, firstDay, lastDay, type PlainDate } from "../kernel/dates.ts";
import { together } from "../kernel/together.ts";
import { answerFigure, WITHHELD } from "./answering.ts";
import type { FigureContext, FigureDefinition, Question } from "./registry.ts";
import { listFigureClaims } from "./store.ts";
import { tellsApart } from "./veil.ts";
import type { FigureAnswer } from "./vocabulary.ts";

export type CoursePoint = Pick<
  FigureAnswer,
  "value" | "precision" | "basis" | "stale" | "evidenceAsOf" | "withheld"
> & {
  readonly date: PlainDate;
  readonly missing: number;
};

/** Days that are looked at, at most; the newest are kept. */
const MOST_DAYS = 160;
/** Days that are asked for together: enough that the database and this process work side by side. */
const AT_A_TIME = 4;

/** The value on every day between `from` and `to` (inclusive) on which it moves; a flow is asked up to each day. */
export async function courseOf(
  definition: FigureDefinition,
  asked: { readonly question: Question; readonly from: PlainDate; readonly to: PlainDate },
  context: FigureContext,
): Promise<readonly CoursePoint[]> {
  const { question, from, to } = asked;
  const claims = await listFigureClaims(context.db, question.scope.place.id, question.known);
  const published = claims
    .filter((c) => c.about.kind === "figure" && c.about.figure === definition.id)
    .flatMap((c) => [firstDay(c.period.from), addDays(lastDay(c.period.to), 1)]);
  const recorded = definition.days === undefined ? [] : await definition.days(question, context);
  const days = [...new Set([from, ...published, ...recorded])].filter((d) => d >= from && d <= to).sort();
  const points: CoursePoint[] = [];
  const whole: FigureContext = { ...context, manyDays: true };
  const answers = await together(days.slice(-MOST_DAYS), AT_A_TIME, async (date) => ({
    date,
    ...(await answerFigure(definition, { ...question, asOf: date, period: null, limit: 0 }, whole)),
  }));
  for (const { date, ...answer } of answers) {
    const { basis, missing } = answer;
    const back = answer.withheld || tellsApart(definition.unit, answer.hidden);
    const { value, precision, stale, evidenceAsOf } = back ? WITHHELD : answer;
    const last = points.at(-1);
    const point: CoursePoint = {
      date,
      value,
      precision,
      basis,
      stale,
      evidenceAsOf,
      missing: missing.length,
      withheld: back,
    };
    const same =
      last !== undefined && JSON.stringify({ ...last, date: "" }) === JSON.stringify({ ...point, date: "" });
    if (!same) points.push(point);
  }
  return points;
}
