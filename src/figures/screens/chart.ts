/** Where the parts of a figure's chart stand: a stock as steps, a flow as bars, what is only reported outlined. Pure. */
import {
  daySerial,
  firstDay,
  lastDay,
  type PartialDate,
  type PlainDate,
  plainDate,
} from "../../kernel/dates.ts";

export type ChartPoint = {
  readonly date: PlainDate;
  readonly value: number | null;
  /** What only a published total says is outlined, what records say is filled. */
  readonly basis: "records" | "reported";
  readonly stale: boolean;
};
export type ChartReport = {
  readonly value: number;
  readonly period: { readonly from: PartialDate; readonly to: PartialDate };
  readonly label: string;
};
export type ChartQuestion = {
  readonly points: readonly ChartPoint[];
  readonly reports: readonly ChartReport[];
  readonly kind: "stock" | "flow";
  readonly asOf: PlainDate;
  readonly width: number;
  readonly height: number;
  /** The days that the chart shows, where several share them; else what its own parts need. */
  readonly days?: ChartDays | undefined;
};
export type ChartDays = { readonly from: PlainDate; readonly to: PlainDate };

type Span = { readonly x1: number; readonly x2: number };
export type ChartStep = Span & {
  readonly y: number;
  readonly value: number;
  readonly date: PlainDate;
  readonly basis: ChartPoint["basis"];
  readonly stale: boolean;
  /** Whether there is room for its label. */
  readonly labelled: boolean;
};
export type ChartReportMark = Span & {
  readonly y: number;
  readonly value: number;
  readonly label: string;
  /** Whether the recorded value has a label at the same spot, so that this one needs none. */
  readonly labelled: boolean;
};
export type Chart = {
  readonly steps: readonly ChartStep[];
  readonly unknown: readonly Span[];
  readonly reports: readonly ChartReportMark[];
  readonly years: ReadonlyArray<{ readonly x: number; readonly year: number }>;
  readonly askedX: number;
  /** y of the value 0. */
  readonly base: number;
  readonly top: number;
};

const MARGIN = { top: 34, right: 14, bottom: 26, left: 2 } as const;
const LABEL_ROOM = 46;

/** The first and the last day that the chart shows: its points, its reports and the asked day, with a little air. */
function chartDays({ points, reports, asOf, days: shared }: ChartQuestion): { from: number; to: number } {
  if (shared !== undefined) return { from: daySerial(shared.from), to: daySerial(shared.to) };
  const days = [
    daySerial(asOf),
    ...points.map((p) => daySerial(p.date)),
    ...reports.flatMap((r) => [daySerial(firstDay(r.period.from)), daySerial(lastDay(r.period.to))]),
  ];
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const air = Math.max(30, Math.round((to - from) * 0.03));
  return { from: from - air, to: to + air };
}

/** Leaves out labels that would run into the one before. */
function withRoom<T extends { x1: number; value: number }>(marks: readonly T[]): boolean[] {
  let lastX = Number.NEGATIVE_INFINITY;
  return marks.map((mark, at) => {
    const isLast = at === marks.length - 1;
    const next = marks[at + 1];
    const crowded = mark.x1 - lastX < LABEL_ROOM;
    // The last value is the one that people look for: the one before it gives way.
    const givesWay =
      !isLast && at === marks.length - 2 && next !== undefined && next.x1 - mark.x1 < LABEL_ROOM;
    if ((crowded && !isLast) || givesWay) return false;
    lastX = mark.x1;
    return true;
  });
}

function yearTicks(from: number, to: number, xOf: (serial: number) => number, width: number): Chart["years"] {
  const first = new Date(from * 86_400_000).getUTCFullYear() + 1;
  const last = new Date(to * 86_400_000).getUTCFullYear();
  const all = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  const every = Math.max(1, Math.ceil((all.length * 44) / width));
  return all
    .filter((year) => (year - first) % every === 0)
    .map((year) => ({ year, x: xOf(daySerial(plainDate(`${String(year).padStart(4, "0")}-01-01`))) }))
    .filter(({ x }) => x < width - 28);
}

/** Places the chart's parts in a box of `width` by `height` pixels; the value 0 is always on the chart. */
export function chartOf(question: ChartQuestion): Chart {
  const { points, width, height, asOf, kind } = question;
  const { from, to } = chartDays(question);
  const reports = question.reports.flatMap((report) => reportWithin(report, from, to));
  const room = width - MARGIN.left - MARGIN.right;
  const xOf = (serial: number) => MARGIN.left + ((serial - from) / (to - from)) * room;
  const base = height - MARGIN.bottom;
  const highest = Math.max(1, ...points.map((p) => p.value ?? 0), ...reports.map((r) => r.value));
  const yOf = (value: number) => base - (value / highest) * (base - MARGIN.top);
  const spans = points.map((point, at) => {
    const next = points[at + 1];
    const x1 = xOf(daySerial(point.date));
    return { point, x1, x2: next === undefined ? width - MARGIN.right : xOf(daySerial(next.date)) };
  });
  const known = spans.flatMap(({ point, x1, x2 }) => {
    const { value, date, basis, stale } = point;
    return value === null ? [] : [{ x1, x2, y: yOf(value), value, date, basis, stale }];
  });
  // A value that only goes on (an older paper, another count of what is missing) needs no second label.
  const turns = known.filter((step, at) => known[at - 1]?.value !== step.value);
  const roomFor = withRoom(turns);
  const labelled = new Set(turns.filter((_, at) => roomFor[at] === true));
  const first = spans[0];
  const before =
    first === undefined ? { x1: MARGIN.left, x2: width - MARGIN.right } : { x1: MARGIN.left, x2: first.x1 };
  const untold = [before, ...spans.filter((s) => s.point.value === null).map(({ x1, x2 }) => ({ x1, x2 }))];
  // What was published for a while is known of that while, though the course has no value of its own there.
  const told = kind === "flow" ? reports.map(({ first, last }) => ({ x1: xOf(first), x2: xOf(last) })) : [];
  const unknown = told.reduce((left, span) => left.flatMap((one) => without(one, span)), joinSpans(untold));
  const steps = known.map((step) => ({ ...step, labelled: labelled.has(step) }));
  return {
    steps,
    unknown,
    reports: reports.flatMap((report) => {
      const [x1, x2] = [xOf(report.first), xOf(report.last)];
      const there = steps.filter((s) => s.value === report.value && s.x1 <= x2 && s.x2 >= x1);
      // The course itself already draws what was published for that time.
      if (there.some((s) => s.basis === "reported")) return [];
      const y = yOf(report.value);
      const labelled = !there.some((s) => s.labelled);
      return [{ x1, x2, y, value: report.value, label: report.label, labelled }];
    }),
    years: yearTicks(from, to, xOf, room),
    askedX: xOf(daySerial(asOf)),
    base,
    top: MARGIN.top,
  };
}

/** The part of a published value's time that the chart shows; none where it shows nothing of it. */
function reportWithin(report: ChartReport, from: number, to: number) {
  const [first, last] = [daySerial(firstDay(report.period.from)), daySerial(lastDay(report.period.to))];
  if (last < from || first > to) return [];
  return [{ ...report, first: Math.max(first, from), last: Math.min(last, to) }];
}

/** What is left of a span beside another. */
function without(span: Span, other: Span): readonly Span[] {
  if (other.x2 <= span.x1 || other.x1 >= span.x2) return [span];
  return [
    { x1: span.x1, x2: other.x1 },
    { x1: other.x2, x2: span.x2 },
  ].filter(({ x1, x2 }) => x2 - x1 >= 1);
}

function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (span.x2 - span.x1 < 1) continue;
    if (last !== undefined && span.x1 <= last.x2 + 0.5)
      joined[joined.length - 1] = { x1: last.x1, x2: span.x2 };
    else joined.push(span);
  }
  return joined;
}
