/** The periods of a zone's attributes as bars on one line of time, with the asked day, and the same as a table. */
import { addDays, type PartialDate, type PlainDate, plainDate } from "../../kernel/dates.ts";
import { formatDate } from "../../web/format.ts";
import { type Lang, useLang, useSay } from "../../web/language.tsx";
import { PaperLink } from "../../web/links.tsx";
import { toldUntilWords } from "../../web/numberWords.ts";
import type { LaterWord, ShownAttribute, ZonePage } from "../pageVocabulary.ts";
import { COURSE_NAMES } from "../vocabulary.ts";
import { laterWordText } from "./sinceThen.tsx";
import { type TimeLine, timeLineOf } from "./timeSpans.ts";
import { ZONE_WORDS } from "./words.ts";
import { useAskedDay } from "./zoneParts.tsx";
import "./zoneTimeline.css";

const ALWAYS: ReadonlySet<string> = new Set([...COURSE_NAMES, "area", "developer"]);

/** Courses, area and developer, and whatever else has changed. */
export function ZoneTimeline({ zone }: { readonly zone: Pick<ZonePage, "attributes" | "laterWords"> }) {
  const asOf = useAskedDay();
  const say = useSay();
  const lang = useLang();
  const shown = zone.attributes
    .filter((f) => f.periods.length > 0 && (ALWAYS.has(f.attribute) || f.periods.length > 1))
    .map((f) => ({
      ...f,
      periods: agedPeriods(f, { lang, word: zone.laterWords.find((w) => w.course === f.attribute) }),
    }));
  const line = timeLineOf(
    shown.flatMap((f) => f.periods),
    asOf,
  );
  if (line === null) return null;
  return (
    <>
      <figure className="timeline">
        <TimeAxis line={line} asOf={asOf} />
        {shown.map((fact) => (
          <div className="timeline-row" key={fact.attribute}>
            <span className="timeline-label">{fact.label}</span>
            <div className="timeline-track">
              <span className="timeline-asked" style={{ left: `${line.place(asOf)}%` }} />
              {line.spans(fact.periods).map((span) => (
                <span
                  key={`${span.left} ${span.text}`}
                  className="timeline-span"
                  data-open={span.open}
                  style={{ left: `${span.left}%`, width: `${span.width}%` }}
                  title={span.text}
                >
                  <span className="timeline-text">{span.text}</span>
                </span>
              ))}
            </div>
          </div>
        ))}
      </figure>
      <details>
        <summary>{say(ZONE_WORDS.timelineTable)}</summary>
        <PeriodTable facts={shown} />
      </details>
    </>
  );
}

/** The stretch that lasts says until when papers tell it, where only old ones do, and what newer ones tell beside it. */
function agedPeriods(
  fact: ShownAttribute,
  of: { readonly lang: Lang; readonly word: LaterWord | undefined },
): ShownAttribute["periods"] {
  const { lang, word } = of;
  const until = (evidence: PartialDate | null) =>
    evidence === null ? "" : `, ${toldUntilWords(evidence, lang)}`;
  return fact.periods.map((period) => {
    if (period.to !== null) return period;
    if (word !== undefined) return { ...period, text: `${period.text}; ${laterWordText(word, lang)}` };
    const aged = fact.stale && period.standing === "says";
    return aged ? { ...period, text: `${period.text}${until(period.evidenceAsOf)}` } : period;
  });
}

function TimeAxis({ line, asOf }: { readonly line: TimeLine; readonly asOf: PlainDate }) {
  const lang = useLang();
  const asked = line.place(asOf);
  const firstYear = Number(line.from.slice(0, 4)) + 1;
  const lastYear = Number(line.to.slice(0, 4));
  const every = Math.max(1, Math.ceil((lastYear - firstYear + 1) / 6));
  const years = Array.from({ length: Math.max(0, lastYear - firstYear + 1) }, (_, i) => firstYear + i);
  return (
    <div className="timeline-row timeline-axis" aria-hidden="true">
      <span />
      <div className="timeline-track">
        {years
          .filter((year) => (year - firstYear) % every === 0)
          .map((year) => {
            const left = line.place(plainDate(`${year}-01-01`));
            return Math.abs(left - asked) < 20 ? null : (
              <span key={year} className="timeline-year figures" style={{ left: `${left}%` }}>
                {year}
              </span>
            );
          })}
        <span className="timeline-asked-label figures" data-end={asked > 80} style={{ left: `${asked}%` }}>
          {formatDate(asOf, lang)}
        </span>
      </div>
    </div>
  );
}

function PeriodTable({ facts }: { readonly facts: readonly ShownAttribute[] }) {
  const say = useSay();
  const lang = useLang();
  return (
    <table className="facts">
      <thead>
        <tr>
          <th scope="col">{say(ZONE_WORDS.fact)}</th>
          <th scope="col">{say(ZONE_WORDS.value)}</th>
          <th scope="col">{say(ZONE_WORDS.from)}</th>
          <th scope="col">{say(ZONE_WORDS.until)}</th>
          <th scope="col">{say(ZONE_WORDS.paper)}</th>
        </tr>
      </thead>
      <tbody>
        {facts.flatMap((fact) =>
          fact.periods.map((period) => (
            <tr key={`${fact.attribute} ${period.from} ${period.text}`}>
              <th scope="row">{fact.label}</th>
              <td>{period.text}</td>
              <td className="figures">{formatDate(period.since, lang)}</td>
              <td className="figures">
                {period.to === null ? say(ZONE_WORDS.onward) : formatDate(addDays(period.to, -1), lang)}
              </td>
              <td>
                <PaperLink paper={period.document} />
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
