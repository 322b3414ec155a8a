/** What was planned for a zone and its phases and what came, as a chart to print, and the same as a table. */
import { useQueries } from "@tanstack/react-query";
import { type ReactNode, useCallback, useState } from "react";
import { useParams } from "react-router";
import { useAnswer } from "../../web/answer.ts";
import { get, withQuery } from "../../web/api.ts";
import { formatDate } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PaperLink, ViewLink } from "../../web/links.tsx";
import { PageHead, Section } from "../../web/page.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import { useView, viewQuery } from "../../web/view.tsx";
import { type ZonePage, zonePage } from "../pageVocabulary.ts";
import { COURSES } from "../vocabulary.ts";
import { zonePath } from "./answers.ts";
import { type Axis, type DrawnPart, type Forecast, type Part, scheduleOf } from "./scheduleMarks.ts";
import { ScheduleTall } from "./scheduleTall.tsx";
import { markWords, sinceWords } from "./scheduleTelling.ts";
import { ScheduleWide } from "./scheduleWide.tsx";
import { SCHEDULE_WORDS } from "./scheduleWords.ts";
import { ZONE_WORDS } from "./words.ts";
import { useAskedDay, zoneTitle } from "./zoneParts.tsx";
import "./factTable.css";
import "./schedule.css";

/** Below this the drawing stands up. */
const WIDE = 700;
const LEAST = 300;

/** What others add for who may see it: forecasts by the id of the zone or phase, and what stands below. */
export type Beside = {
  readonly forecasts?: ReadonlyMap<string, readonly Forecast[]>;
  readonly below?: ReactNode;
};

/** The page `/zones/:zone/timeline`. */
export function ScheduleScreen(beside: Beside) {
  const { zone = "" } = useParams();
  const answer = useAnswer(zonePage, `/api/zones/${encodeURIComponent(zone)}`);
  return (
    <Loaded answer={answer} lines={28}>
      {(page) => <Schedule zone={page} {...beside} />}
    </Loaded>
  );
}

/** The pages of the phases, as far as they are there. */
function usePhases(zone: ZonePage): readonly ZonePage[] {
  const view = useView();
  const answers = useQueries({
    queries: zone.phases.map((phase) => {
      const path = `/api/zones/${encodeURIComponent(phase.id)}`;
      const url = withQuery(path, { ...viewQuery(view), lang: view.lang });
      return {
        queryKey: [path, url],
        queryFn: ({ signal }: { signal: AbortSignal }) => get(zonePage, url, signal),
      };
    }),
  });
  return answers.flatMap(({ data }) => (data === undefined ? [] : [data]));
}

function Schedule({ zone, forecasts, below }: Beside & { readonly zone: ZonePage }) {
  const say = useSay();
  const asOf = useAskedDay();
  const phases = usePhases(zone);
  const title = zoneTitle(zone, say(ZONE_WORDS.phase));
  const partOf = (page: ZonePage): Part => ({
    title: zoneTitle(page, say(ZONE_WORDS.phase)),
    facts: page.attributes,
    laterWords: page.laterWords,
    forecasts: forecasts?.get(page.id) ?? [],
  });
  const drawn = scheduleOf([zone, ...phases].map(partOf), asOf);
  return (
    <article className="schedule">
      <PageHead
        kicker={say(SCHEDULE_WORDS.title)}
        title={title}
        tab={`${say(SCHEDULE_WORDS.title)}: ${title}`}
      >
        <p className="schedule-actions">
          <ViewLink to={zonePath(zone)}>{say(SCHEDULE_WORDS.back)}</ViewLink>
          <button type="button" className="button" onClick={() => window.print()}>
            {say(SCHEDULE_WORDS.print)}
          </button>
        </p>
      </PageHead>
      {drawn === null ? (
        <>
          <Empty>{say(SCHEDULE_WORDS.none)}</Empty>
          {below}
        </>
      ) : (
        <>
          <Drawings parts={drawn.parts} axis={drawn.axis} />
          <p className="muted schedule-reading">
            {say(SCHEDULE_WORDS.reading)}
            {drawn.parts.some((p) => p.lanes.some((l) => l.marks.some((m) => m.kind === "forecast"))) &&
              ` ${say(SCHEDULE_WORDS.forecastReading)}`}
          </p>
          {below}
          <Section title={say(SCHEDULE_WORDS.table)}>
            <ScheduleTable parts={drawn.parts} />
          </Section>
        </>
      )}
    </article>
  );
}

type DrawnProps = { readonly parts: readonly DrawnPart[] };

function Drawings({ parts, axis }: DrawnProps & { readonly axis: Axis }) {
  const [room, setRoom] = useState(0);
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setRoom(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const Drawing = room >= WIDE ? ScheduleWide : ScheduleTall;
  return (
    <div ref={measure} className="schedule-drawings">
      {room > 0 &&
        parts.map((part) => (
          <figure key={part.title}>
            {parts.length > 1 && <h2>{part.title}</h2>}
            <Drawing part={part} axis={axis} room={Math.max(room, LEAST)} />
            {room < WIDE && <NotKnown part={part} />}
          </figure>
        ))}
    </div>
  );
}

/** The courses of which no paper tells: upright there is no room for the words in the hatching. */
function NotKnown({ part }: { readonly part: DrawnPart }) {
  const say = useSay();
  const names = part.lanes.filter((l) => l.marks.every((m) => m.kind !== "state")).map((l) => l.course);
  if (names.length === 0) return null;
  return (
    <figcaption className="muted">
      {say(SCHEDULE_WORDS.notTold)} {names.map((course) => say(COURSES[course].label)).join(", ")}.
    </figcaption>
  );
}

function ScheduleTable({ parts }: DrawnProps) {
  const say = useSay();
  const lang = useLang();
  const several = parts.length > 1;
  return (
    <div className="schedule-table">
      <table className="facts">
        <thead>
          <tr>
            <th scope="col">{say(SCHEDULE_WORDS.course)}</th>
            <th scope="col">{say(SCHEDULE_WORDS.what)}</th>
            <th scope="col">{say(SCHEDULE_WORDS.content)}</th>
            <th scope="col">{say(SCHEDULE_WORDS.from)}</th>
            <th scope="col">{say(SCHEDULE_WORDS.to)}</th>
            <th scope="col">{say(SCHEDULE_WORDS.paper)}</th>
          </tr>
        </thead>
        <tbody>
          {parts.flatMap((part) =>
            part.lanes.flatMap((lane) => {
              const name = say(COURSES[lane.course].label);
              const head = several ? `${part.title}: ${name}` : name;
              const told = lane.marks.some((m) => m.kind === "state");
              return [
                ...(told
                  ? []
                  : [
                      <tr key={`${head} unknown`}>
                        <th scope="row">{head}</th>
                        <td>{say(SCHEDULE_WORDS.state)}</td>
                        <td colSpan={4} className="muted">
                          {say(SCHEDULE_WORDS.unknown)}
                        </td>
                      </tr>,
                    ]),
                ...lane.marks.map((mark) => (
                  <tr key={`${head} ${mark.kind} ${mark.from} ${mark.text}`}>
                    <th scope="row">{head}</th>
                    <td>{say(SCHEDULE_WORDS[mark.kind])}</td>
                    <td>
                      {mark.kind === "schedule" && mark.text !== "" ? mark.text : markWords(mark, lang)}
                    </td>
                    <td className="figures">{sinceWords(mark, lang)}</td>
                    <td className="figures">{mark.until === null ? "" : formatDate(mark.until, lang)}</td>
                    <td>{mark.paper !== null && <PaperLink paper={mark.paper} />}</td>
                  </tr>
                )),
              ];
            }),
          )}
        </tbody>
      </table>
    </div>
  );
}
