/** The course of a figure as a chart, with the same as a table. */
import { useCallback, useId, useState } from "react";
import { useAnswer } from "../../web/answer.ts";
import { formatDate, formatQuantity, quantityText } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { Loaded } from "../../web/states.tsx";
import { useView } from "../../web/view.tsx";
import type { FigureAnswer } from "../vocabulary.ts";
import { type CoursePoint, courseAnswer, type FigureQuestion } from "./answers.ts";
import { type Chart, type ChartDays, chartOf } from "./chart.ts";
import { FIGURE_WORDS, unitWordOf } from "./words.ts";
import "./courseChart.css";

const HEIGHT = 232;

type FigureCourseProps = {
  readonly figure: FigureAnswer;
  /** To what the figure is narrowed; its period is not that of the course. */
  readonly question?: FigureQuestion;
  /** The days that the charts of a page share; else those that the course itself needs. */
  readonly days?: ChartDays;
  readonly height?: number;
};

/** Reads the course and draws it. */
export function FigureCourse({ figure, question = {}, days, height = HEIGHT }: FigureCourseProps) {
  const { from: _, to: __, ...narrowed } = question;
  const path = `/api/figures/${encodeURIComponent(figure.id)}/course`;
  const answer = useAnswer(courseAnswer, path, { ...narrowed, ...days });
  return (
    <Loaded answer={answer} lines={height / 22}>
      {({ items }) => (
        <>
          <CourseChart figure={figure} points={items} days={days} height={height} />
          <CourseTable figure={figure} points={items} />
        </>
      )}
    </Loaded>
  );
}

type CourseProps = { readonly figure: FigureAnswer; readonly points: readonly CoursePoint[] };

/** Measures the room that the chart has, and follows it. */
function useRoom(): readonly [number, (element: HTMLElement | null) => (() => void) | undefined] {
  const [room, setRoom] = useState(0);
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setRoom(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [room, measure];
}

type ChartProps = CourseProps & { readonly days: ChartDays | undefined; readonly height: number };

function CourseChart({ figure, points, days, height }: ChartProps) {
  const hatch = useId();
  const [room, measure] = useRoom();
  const { asOf } = useView();
  const say = useSay();
  const lang = useLang();
  const chart = chartOf({
    points,
    reports: figure.reported.map((r) => ({ value: r.value, period: r.period, label: r.document.label })),
    kind: figure.kind,
    asOf,
    width: Math.max(room, 240),
    height,
    days,
  });
  const own = unitWordOf(figure.id, figure.unit);
  const unit = own === null ? formatQuantity(10 ** 12, figure.unit, lang).unit : say(own);
  return (
    <div ref={measure} className="chart" style={{ height: `${height}px` }}>
      {room > 0 && (
        <svg
          width={room}
          height={height}
          role="img"
          aria-label={`${say(FIGURE_WORDS.course)}: ${figure.title}`}
        >
          <defs>
            <pattern
              id={hatch}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <path d="M0 0V6" className="chart-hatch" />
            </pattern>
          </defs>
          <ChartGround chart={chart} room={room} hatch={hatch} unknownLabel={say(FIGURE_WORDS.unknownSpan)} />
          <line className="chart-asked" x1={chart.askedX} x2={chart.askedX} y1={16} y2={chart.base} />
          <ChartMarks chart={chart} figure={figure} />
          <text
            className="chart-asked-label"
            y={11}
            x={chart.askedX}
            textAnchor={anchorAt(chart.askedX, room)}
          >
            {formatDate(asOf, lang)}
          </text>
          <text className="chart-unit" x={0} y={11}>
            {unit}
          </text>
        </svg>
      )}
    </div>
  );
}

function anchorAt(x: number, room: number): "start" | "middle" | "end" {
  return x > room - 48 ? "end" : x < 48 ? "start" : "middle";
}

function ChartGround({
  chart,
  room,
  hatch,
  unknownLabel,
}: {
  readonly chart: Chart;
  readonly room: number;
  /** Id of the pattern for what is not known. */
  readonly hatch: string;
  readonly unknownLabel: string;
}) {
  return (
    <g>
      {chart.unknown.map((span) => (
        <g key={span.x1}>
          <rect
            x={span.x1}
            y={chart.top}
            width={span.x2 - span.x1}
            height={chart.base - chart.top}
            fill={`url(#${hatch})`}
          />
          {span.x2 - span.x1 > 104 && (
            <text
              className="chart-unknown"
              x={(span.x1 + span.x2) / 2}
              y={(chart.top + chart.base) / 2}
              textAnchor="middle"
            >
              {unknownLabel}
            </text>
          )}
        </g>
      ))}
      <line className="chart-base" x1={0} x2={room} y1={chart.base} y2={chart.base} />
      {chart.years.map(({ x, year }) => (
        <g key={year}>
          <line className="chart-tick" x1={x} x2={x} y1={chart.base} y2={chart.base + 5} />
          <text className="chart-year" x={x + 4} y={chart.base + 17}>
            {year}
          </text>
        </g>
      ))}
    </g>
  );
}

function ChartMarks({ chart, figure }: { readonly chart: Chart; readonly figure: FigureAnswer }) {
  const lang = useLang();
  const digits = (value: number) => formatQuantity(value, figure.unit, lang).digits;
  return (
    <g>
      {chart.steps.map((step, at) => {
        const before = chart.steps[at - 1];
        const rises = figure.kind === "stock" && before !== undefined && Math.abs(before.x2 - step.x1) < 0.5;
        return (
          <g key={step.date}>
            <rect
              className={step.basis === "reported" ? "chart-reported" : "chart-fill"}
              x={step.x1}
              width={Math.max(step.x2 - step.x1 - (figure.kind === "flow" ? 2 : 0), 1)}
              y={step.y}
              height={chart.base - step.y}
            />
            {step.basis === "records" && (
              <path
                className={step.stale ? "chart-line stale" : "chart-line"}
                d={`M${step.x1} ${step.y}H${step.x2}`}
              />
            )}
            {rises && <path className="chart-line" d={`M${step.x1} ${before.y}V${step.y}`} />}
            {step.labelled && (
              <text className="chart-label" x={step.x1 + 3} y={step.y - 6}>
                {digits(step.value)}
              </text>
            )}
          </g>
        );
      })}
      {chart.reports.map((mark) => (
        <g key={`${mark.label} ${mark.x1} ${mark.value}`}>
          {mark.x2 - mark.x1 > 24 ? (
            <rect
              className="chart-reported"
              x={mark.x1}
              width={mark.x2 - mark.x1}
              y={mark.y}
              height={chart.base - mark.y}
            />
          ) : (
            <circle className="chart-reported" cx={(mark.x1 + mark.x2) / 2} cy={mark.y} r={5} />
          )}
          <title>{`${quantityText(mark.value, figure.unit, lang)}: ${mark.label}`}</title>
          {mark.labelled && (
            <text
              className="chart-label reported"
              x={mark.x2 - mark.x1 > 24 ? (mark.x1 + mark.x2) / 2 : mark.x1 - 6}
              y={mark.x2 - mark.x1 > 24 ? mark.y - 8 : mark.y + 4}
              textAnchor={mark.x2 - mark.x1 > 24 ? "middle" : "end"}
            >
              {digits(mark.value)}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

function CourseTable({ figure, points }: CourseProps) {
  const lang = useLang();
  const say = useSay();
  return (
    <details className="chart-table">
      <summary>{say(FIGURE_WORDS.courseTable)}</summary>
      <table className="small-table">
        <thead>
          <tr>
            <th scope="col">{say(FIGURE_WORDS.day)}</th>
            <th scope="col" className="to-right">
              {say(FIGURE_WORDS.value)}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.date}>
              <th scope="row" className="figures">
                {formatDate(point.date, lang)}
              </th>
              <td className="to-right figures">
                {point.value === null
                  ? say(FIGURE_WORDS.unknownSpan)
                  : quantityText(point.value, figure.unit, lang)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
