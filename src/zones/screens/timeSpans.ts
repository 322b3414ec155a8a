/** Where the periods of an attribute stand on a line of time, in percent of its length. Pure. */
import { daySerial, type PlainDate } from "../../kernel/dates.ts";

export type Period = { readonly from: PlainDate; readonly to: PlainDate | null; readonly text: string };
export type TimeSpan = {
  readonly left: number;
  readonly width: number;
  readonly text: string;
  readonly open: boolean;
};
export type TimeLine = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly place: (day: PlainDate) => number;
  readonly spans: (periods: readonly Period[]) => TimeSpan[];
};

/** A line from the first day of all periods to the later of `until` and the last change; null where there is no period. */
export function timeLineOf(periods: readonly Period[], until: PlainDate): TimeLine | null {
  const first = periods.map((p) => p.from).sort()[0];
  if (first === undefined) return null;
  const last = [until, ...periods.flatMap((p) => (p.to === null ? [p.from] : [p.to]))].sort().at(-1) ?? until;
  const [from, to] = [daySerial(first), Math.max(daySerial(last), daySerial(first) + 1)];
  const place = (day: PlainDate) => Math.min(100, Math.max(0, ((daySerial(day) - from) / (to - from)) * 100));
  return {
    from: first,
    to: last,
    place,
    spans: (own) =>
      own.map((p) => {
        const left = place(p.from);
        const right = p.to === null ? 100 : place(p.to);
        return { left, width: Math.max(0, right - left), text: p.text, open: p.to === null };
      }),
  };
}
