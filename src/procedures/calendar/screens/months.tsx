/** A year as twelve small months: what is off, what is worked, the rest ordinary. */
import { dayOfSerial, daySerial, daysInMonth, type PlainDate, plainDate } from "../../../kernel/dates.ts";
import { type CalendarYear, REASONS } from "../../../law/calendar/vocabulary.ts";
import { isWeekend, weekdayOf } from "../../../law/calendar/weekdays.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { CALENDAR_WORDS, MONTHS, WEEK } from "./words.ts";

/** The twelve months of a year. */
export function Months({ year, today }: { readonly year: CalendarYear; readonly today: string }) {
  return (
    <div className="calendar-months">
      {MONTHS.map((month) => (
        <Month key={month} year={year} month={month} today={today} />
      ))}
    </div>
  );
}

function weeksOf(year: number, month: number): (PlainDate | null)[][] {
  const first = daySerial(plainDate(`${year}-${String(month).padStart(2, "0")}-01`));
  // Monday first.
  const lead = (weekdayOf(first) + 6) % 7;
  const cells = [
    ...Array.from({ length: lead }, () => null),
    ...Array.from({ length: daysInMonth(year, month) }, (_, i) => dayOfSerial(first + i)),
  ];
  const weeks = Math.ceil(cells.length / 7);
  return Array.from({ length: weeks }, (_, w) =>
    Array.from({ length: 7 }, (_, d) => cells[w * 7 + d] ?? null),
  );
}

type MonthProps = { readonly year: CalendarYear; readonly month: number; readonly today: string };

function Month({ year, month, today }: MonthProps) {
  const lang = useLang();
  const caption = lang === "vi" ? `Tháng ${month}` : `${month}/${year.year}`;
  return (
    <table className="calendar-month figures">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {WEEK[lang].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year.year, month).map((week, w) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: weeks of a month never move
          <tr key={w}>
            {week.map((day, d) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: days of a week never move
              <Day key={d} day={day} year={year} isToday={day === today} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayProps = {
  readonly day: PlainDate | null;
  readonly year: CalendarYear;
  readonly isToday: boolean;
};

function Day({ day, year, isToday }: DayProps) {
  const say = useSay();
  if (day === null) return <td />;
  const off = year.daysOff.find(({ on }) => on === day);
  const worked = year.worked.some(({ on }) => on === day);
  const number = isToday ? (
    <span className="day-today" aria-current="date">
      {Number(day.slice(8))}
    </span>
  ) : (
    Number(day.slice(8))
  );
  if (off !== undefined) {
    return (
      <td className="day-off" title={say(REASONS[off.reason])}>
        {number}
        <span className="visually-hidden"> {say(REASONS[off.reason])}</span>
      </td>
    );
  }
  if (worked) {
    return (
      <td className="day-worked" title={say(CALENDAR_WORDS.worked)}>
        {number}
        <span className="visually-hidden"> {say(CALENDAR_WORDS.worked)}</span>
      </td>
    );
  }
  return <td className={isWeekend(daySerial(day)) ? "day-weekend" : undefined}>{number}</td>;
}
