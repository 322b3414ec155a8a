/** A schedule lying down: time runs to the right, a lane a course. For wide screens and paper. */
import { useId } from "react";
import { plainDate } from "../../kernel/dates.ts";
import { formatDate } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { COURSES } from "../vocabulary.ts";
import { type Lying, lieDown, placing, widthOf, yearsOf } from "./scheduleDrawing.ts";
import type { Axis, DrawnPart, Lane } from "./scheduleMarks.ts";
import { PaperOf, Patterns, Point, titleOf } from "./scheduleParts.tsx";
import { markWords } from "./scheduleTelling.ts";
import { SCHEDULE_WORDS } from "./scheduleWords.ts";
import { useAskedDay } from "./zoneParts.tsx";

const LABELS = 168;
const HEAD = 44;
const ROW = 30;
const BAR = 22;

type WideProps = { readonly part: DrawnPart; readonly axis: Axis; readonly room: number };

/** One zone or phase. */
export function ScheduleWide({ part, axis, room }: WideProps) {
  const say = useSay();
  const lang = useLang();
  const asOf = useAskedDay();
  const id = useId();
  const place = placing(axis, LABELS, room - 8);
  const words = (mark: Lying["mark"]) => markWords(mark, lang);
  let top = HEAD;
  const lanes = part.lanes.map((lane) => {
    const lying = lieDown(lane, { place, right: room, words });
    const at = top;
    top += lying.rows * ROW + 10;
    return { lane, lying, top: at };
  });
  const asked = place(asOf);
  return (
    <svg
      className="schedule-drawing"
      viewBox={`0 0 ${room} ${top + 4}`}
      aria-label={`${say(SCHEDULE_WORDS.chart)}: ${part.title}`}
    >
      <Patterns id={id} upright={false} />
      {yearsOf(axis, room - LABELS, 56).map((year) => {
        const x = place(plainDate(`${year}-01-01`));
        return (
          <g key={year}>
            <line className="schedule-grid" x1={x} x2={x} y1={HEAD - 16} y2={top} />
            {x < room - 40 && (
              <text className="schedule-year" x={x + 4} y={HEAD - 8}>
                {year}
              </text>
            )}
          </g>
        );
      })}
      <line className="schedule-asked" x1={asked} x2={asked} y1={HEAD - 26} y2={top} />
      {lanes.map(({ lane, lying, top: y }) => (
        <g key={lane.course} transform={`translate(0 ${y})`}>
          <line className="schedule-rule" x1={0} x2={room} y1={-5} y2={-5} />
          <text className="schedule-course" x={0} y={19}>
            {say(COURSES[lane.course].label)}
          </text>
          <Unknown lane={lane} place={place} id={id} />
          {lying.marks.map((mark) => (
            <LyingMark key={`${mark.mark.kind} ${mark.mark.from} ${mark.words}`} lying={mark} id={id} />
          ))}
        </g>
      ))}
      <text
        className="schedule-asked-label"
        x={asked}
        y={HEAD - 30}
        textAnchor={asked > room - 60 ? "end" : "middle"}
      >
        {formatDate(asOf, lang)}
      </text>
    </svg>
  );
}

function Unknown({
  lane,
  place,
  id,
}: {
  readonly lane: Lane;
  readonly place: ReturnType<typeof placing>;
  readonly id: string;
}) {
  const say = useSay();
  const label = say(SCHEDULE_WORDS.unknown);
  return lane.unknown.map(({ from, to }) => {
    const [x1, x2] = [place(from), place(to)];
    return (
      <g key={from}>
        <rect x={x1} width={Math.max(0, x2 - x1)} y={4} height={BAR} fill={`url(#${id}-hatch)`} />
        {lane.marks.every((m) => m.kind === "state") && x2 - x1 > widthOf(label) + 8 && (
          <text className="schedule-unknown" x={x1 + 8} y={19}>
            {label}
          </text>
        )}
      </g>
    );
  });
}

function LyingMark({ lying, id }: { readonly lying: Lying; readonly id: string }) {
  const { mark, x1, x2, firmX } = lying;
  const y = lying.row * ROW + 4;
  const onFirm = mark.kind === "state" && lying.textX > x1 && lying.textX < firmX;
  return (
    <PaperOf mark={mark}>
      <title>{titleOf(mark, lying.words)}</title>
      {mark.from === mark.to && mark.kind !== "state" ? (
        <Point x={x1} y={y + BAR / 2} mark={mark} />
      ) : (
        <>
          {mark.openStart && <rect x={x1 - 16} width={16} y={y} height={BAR} fill={`url(#${id}-fade)`} />}
          {mark.kind === "state" && (
            <>
              <rect className="schedule-ground" x={x1} width={x2 - x1} y={y} height={BAR} />
              <rect className="schedule-old" x={x1} width={x2 - x1} y={y} height={BAR} />
              <rect className="schedule-firm" x={x1} width={Math.min(firmX, x2) - x1} y={y} height={BAR} />
            </>
          )}
          {mark.kind !== "state" && (
            <rect
              className={`schedule-plan ${mark.kind}`}
              x={x1}
              width={x2 - x1}
              y={y + 1}
              height={BAR - 2}
            />
          )}
        </>
      )}
      <text
        className={onFirm ? "schedule-text on-firm" : "schedule-text"}
        x={lying.textX}
        y={y + 15}
        textAnchor={lying.anchor}
      >
        {lying.words}
      </text>
    </PaperOf>
  );
}
