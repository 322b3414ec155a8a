/** A schedule standing up: time runs down, a column a course, words beside. For phones. */
import { useId } from "react";
import { plainDate } from "../../kernel/dates.ts";
import { formatDate } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { COURSES } from "../vocabulary.ts";
import { placing, type Standing, standUp, yearsOf } from "./scheduleDrawing.ts";
import type { Axis, DrawnPart } from "./scheduleMarks.ts";
import { PaperOf, Patterns, Point, titleOf } from "./scheduleParts.tsx";
import { markWords } from "./scheduleTelling.ts";
import { SCHEDULE_WORDS } from "./scheduleWords.ts";
import { useAskedDay } from "./zoneParts.tsx";

const FIRST = 40;
const COLUMN = 16;
const BAR = 10;
const WORDS = FIRST + 5 * COLUMN + 18;
const HEAD = 26;
const LINE = 17;
const YEAR = 84;

type TallProps = { readonly part: DrawnPart; readonly axis: Axis; readonly room: number };

/** One zone or phase. */
export function ScheduleTall({ part, axis, room }: TallProps) {
  const say = useSay();
  const lang = useLang();
  const asOf = useAskedDay();
  const id = useId();
  const years = Number(axis.to.slice(0, 4)) - Number(axis.from.slice(0, 4)) + 1;
  const end = HEAD + years * YEAR;
  const place = placing(axis, HEAD, end);
  const { marks, bottom } = standUp(part.lanes, {
    ...{ place, line: LINE, letters: Math.floor((room - WORDS) / 6.9) },
    words: (mark, lane) => `${say(COURSES[lane.course].label)}: ${markWords(mark, lang)}`,
  });
  const height = Math.max(end, bottom) + 18;
  const asked = place(asOf);
  return (
    <svg
      className="schedule-drawing"
      viewBox={`0 0 ${room} ${height}`}
      aria-label={`${say(SCHEDULE_WORDS.chart)}: ${part.title}`}
    >
      <Patterns id={id} upright />
      {yearsOf(axis, end - HEAD, 40).map((year) => {
        const y = place(plainDate(`${year}-01-01`));
        return (
          <g key={year}>
            <line className="schedule-grid" x1={0} x2={WORDS - 14} y1={y} y2={y} />
            <text className="schedule-year" x={0} y={y + 14}>
              {year}
            </text>
          </g>
        );
      })}
      {part.lanes.map((lane, column) =>
        lane.unknown.map(({ from, to }) => (
          <rect
            key={`${lane.course} ${from}`}
            x={FIRST + column * COLUMN}
            width={BAR}
            y={place(from)}
            height={Math.max(0, place(to) - place(from))}
            fill={`url(#${id}-hatch)`}
          />
        )),
      )}
      {marks.map((mark) => (
        <StandingMark
          key={`${mark.column} ${mark.mark.kind} ${mark.mark.from} ${mark.lines.join()}`}
          standing={mark}
          id={id}
        />
      ))}
      <line className="schedule-asked" x1={FIRST - 6} x2={WORDS - 14} y1={asked} y2={asked} />
      <text className="schedule-asked-label" x={FIRST - 6} y={asked + 15}>
        {formatDate(asOf, lang)}
      </text>
    </svg>
  );
}

function StandingMark({ standing, id }: { readonly standing: Standing; readonly id: string }) {
  const { mark, column, lines, y1, y2, firmY, textY } = standing;
  const x = FIRST + column * COLUMN;
  const point = mark.from === mark.to && mark.kind !== "state";
  return (
    <PaperOf mark={mark}>
      <title>{titleOf(mark, lines.join(" "))}</title>
      <path className="schedule-leader" d={`M${x + BAR + 3} ${y1}L${WORDS - 10} ${textY + 8}H${WORDS - 5}`} />
      {point ? (
        <Point x={x + BAR / 2} y={y1} mark={mark} />
      ) : mark.kind === "state" ? (
        <>
          {mark.openStart && <rect x={x} width={BAR} y={y1 - 14} height={14} fill={`url(#${id}-fade)`} />}
          <rect className="schedule-ground" x={x} width={BAR} y={y1} height={y2 - y1} />
          <rect className="schedule-old" x={x} width={BAR} y={y1} height={y2 - y1} />
          <rect className="schedule-firm" x={x} width={BAR} y={y1} height={Math.min(firmY, y2) - y1} />
        </>
      ) : (
        <rect className={`schedule-plan ${mark.kind}`} x={x - 1} width={BAR + 2} y={y1} height={y2 - y1} />
      )}
      <text className="schedule-text" y={textY + 12}>
        {lines.map((line, at) => (
          <tspan key={line} x={WORDS} dy={at === 0 ? 0 : LINE}>
            {line}
          </tspan>
        ))}
      </text>
    </PaperOf>
  );
}
