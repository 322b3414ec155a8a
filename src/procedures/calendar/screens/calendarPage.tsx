/** The working calendar: a year as twelve months, each day off with its paper, changed by administrators. */
import { useState } from "react";
import { useSearchParams } from "react-router";
import { daySerial, type PlainDate } from "../../../kernel/dates.ts";
import { type CalendarYear, REASONS, STATUSES } from "../../../law/calendar/vocabulary.ts";
import { weekdayOf } from "../../../law/calendar/weekdays.ts";
import { MARKS } from "../../../law/marks.ts";
import { useWhy } from "../../../people/screens/public.tsx";
import { ActionButton } from "../../../web/action.tsx";
import { useAnswer } from "../../../web/answer.ts";
import { formatDate, formatInstant } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { ViewLink } from "../../../web/links.tsx";
import { PageHead, Section } from "../../../web/page.tsx";
import { Loaded } from "../../../web/states.tsx";
import { type Column, DataTable } from "../../../web/table.tsx";
import { type CalendarAnswer, calendarAnswer, type YearChange } from "../vocabulary.ts";
import { EditForm } from "./editForm.tsx";
import { Months } from "./months.tsx";
import { CALENDAR_WORDS, WEEK } from "./words.ts";
import "./calendar.css";

/** The page `/calendar`; the year stands in the address. */
export function CalendarPage({ today }: { readonly today: string }) {
  const say = useSay();
  const lang = useLang();
  const [search] = useSearchParams();
  const year = search.get("year") ?? today.slice(0, 4);
  const answer = useAnswer(calendarAnswer, "/api/calendar", { year });
  return (
    <>
      <PageHead title={`${say(CALENDAR_WORDS.title)} ${year}`}>
        <p className="lead">{say(CALENDAR_WORDS.lead)}</p>
        <nav className="calendar-years" aria-label={say(CALENDAR_WORDS.year)}>
          <ViewLink to={`/calendar?year=${Number(year) - 1}`}>{say(CALENDAR_WORDS.before)}</ViewLink>
          <ViewLink to={`/calendar?year=${Number(year) + 1}`}>{say(CALENDAR_WORDS.after)}</ViewLink>
          <a href={`/api/calendar.ics?lang=${lang}`}>{say(CALENDAR_WORDS.subscribe)}</a>
        </nav>
      </PageHead>
      <Loaded answer={answer} lines={24}>
        {(found) => <Year key={`${found.year.year} ${found.version}`} answer={found} today={today} />}
      </Loaded>
    </>
  );
}

function Year({ answer, today }: { readonly answer: CalendarAnswer; readonly today: string }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const why = useWhy("changeSettings");
  const { year, workingDays, changes } = answer;
  return (
    <>
      <p className={year.status === "provisional" ? "calendar-provisional" : "muted"}>
        <span className="calendar-status">{say(STATUSES[year.status])}</span>
        {` · ${workingDays} ${say(CALENDAR_WORDS.workingDays)}`}
      </p>
      <ul className="calendar-legend muted">
        <li>
          <span className="day-off" aria-hidden="true" /> {say(CALENDAR_WORDS.off)}
        </li>
        <li>
          <span className="day-worked" aria-hidden="true" /> {say(CALENDAR_WORDS.worked)}
        </li>
        {today.startsWith(String(year.year)) && (
          <li>
            <span className="day-today" aria-hidden="true" /> {say(CALENDAR_WORDS.today)}
          </li>
        )}
      </ul>
      <Months year={year} today={today} />
      <Section title={say(CALENDAR_WORDS.list)}>
        <Days year={year} />
        {open && why === null ? (
          <EditForm answer={answer} close={() => setOpen(false)} />
        ) : (
          <div className="calendar-edit">
            <ActionButton act={() => setOpen(true)} why={why}>
              {say(CALENDAR_WORDS.change)}
            </ActionButton>
          </div>
        )}
      </Section>
      {changes !== null && changes.length > 0 && (
        <Section title={say(CALENDAR_WORDS.changes)}>
          <Changes changes={changes} />
        </Section>
      )}
    </>
  );
}

function Days({ year }: { readonly year: CalendarYear }) {
  const say = useSay();
  const lang = useLang();
  const rows = [
    ...year.daysOff.map(({ on, reason, paper, mark, note }) => ({
      ...{ on, paper, mark },
      what: say(REASONS[reason]) + (note === null ? "" : ` (${say(note)})`),
    })),
    ...year.worked.map(({ on, insteadOf, paper, mark }) => ({
      ...{ on, paper, mark },
      what:
        insteadOf === null
          ? say(CALENDAR_WORDS.worked)
          : `${say(CALENDAR_WORDS.worked)} ${say(CALENDAR_WORDS.insteadOf)} ${formatDate(insteadOf, lang)}`,
    })),
  ].sort((a, b) => (a.on < b.on ? -1 : 1));
  const weekday = (on: PlainDate) => WEEK[lang][(weekdayOf(daySerial(on)) + 6) % 7] ?? "";
  const columns: Column<(typeof rows)[number]>[] = [
    {
      key: "on",
      head: say(CALENDAR_WORDS.day),
      names: true,
      cell: (r) => `${weekday(r.on)} ${formatDate(r.on, lang)}`,
    },
    { key: "what", head: say(CALENDAR_WORDS.why), cell: (r) => r.what },
    { key: "paper", head: say(CALENDAR_WORDS.paper), cell: (r) => r.paper ?? "" },
    { key: "mark", head: say(CALENDAR_WORDS.checked), cell: (r) => say(MARKS[r.mark]) },
  ];
  return <DataTable caption={say(CALENDAR_WORDS.list)} columns={columns} rows={rows} rowKey={(r) => r.on} />;
}

function Changes({ changes }: { readonly changes: readonly YearChange[] }) {
  const say = useSay();
  const lang = useLang();
  const columns: Column<YearChange>[] = [
    {
      key: "at",
      head: say(CALENDAR_WORDS.at),
      names: true,
      cell: (c) => <ViewLink to={`/history/${c.commit}`}>{formatInstant(c.at, lang)}</ViewLink>,
    },
    { key: "why", head: say(CALENDAR_WORDS.reason), cell: (c) => c.why },
    { key: "by", head: say(CALENDAR_WORDS.by), cell: (c) => c.author },
  ];
  return (
    <DataTable
      caption={say(CALENDAR_WORDS.changes)}
      columns={columns}
      rows={changes}
      rowKey={(c) => String(c.commit)}
    />
  );
}
