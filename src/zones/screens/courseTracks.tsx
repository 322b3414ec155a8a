/** The five courses of a zone, each as a small track from its first state to its last, with the paper of the present one. */
import { sinceInWords } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PaperLink } from "../../web/links.tsx";
import type { ZonePage } from "../pageVocabulary.ts";
import { COURSE_NAMES, COURSES, type Course } from "../vocabulary.ts";
import { LaterWords } from "./sinceThen.tsx";
import { ZONE_WORDS } from "./words.ts";
import { ToldUntil } from "./zoneParts.tsx";
import "./courseTracks.css";

/** All five; a course of which nothing is known is hatched and says so. */
export function CourseTracks({ zone }: { readonly zone: ZonePage }) {
  return (
    <ul className="tracks">
      {COURSE_NAMES.map((course) => (
        <li key={course}>
          <CourseTrack course={course} zone={zone} />
        </li>
      ))}
    </ul>
  );
}

function CourseTrack({ course, zone }: { readonly course: Course; readonly zone: ZonePage }) {
  const say = useSay();
  const lang = useLang();
  const { label, states } = COURSES[course];
  const names = Object.keys(states);
  const current = zone.courses[course] ?? null;
  const at = current === null ? -1 : names.indexOf(current);
  const words = Object.entries(states).find(([name]) => name === current)?.[1] ?? null;
  const fact = zone.attributes.find((a) => a.attribute === course) ?? null;
  const told = zone.coursesAsOf[course];
  return (
    <>
      <h3>{say(label)}</h3>
      <div className="track" aria-hidden="true">
        {names.map((name, index) => (
          <span
            key={name}
            className={at === -1 ? "hatched" : undefined}
            data-reached={index <= at}
            data-current={index === at}
          />
        ))}
      </div>
      <p className="track-state">
        {words === null ? <span className="muted">{say(ZONE_WORDS.notKnown)}</span> : say(words)}
        {told?.stale === true && <ToldUntil evidenceAsOf={told.evidenceAsOf} />}
        <LaterWords words={zone.laterWords.filter((word) => word.course === course)} />
      </p>
      <p className="track-paper">
        {fact !== null && (
          <>
            <span className="muted">{sinceInWords(fact.sinceKind, fact.since, lang)} · </span>
            <PaperLink paper={fact.document} />
            {fact.standing === "says" && <small className="muted">{` (${say(ZONE_WORDS.says)})`}</small>}
          </>
        )}
      </p>
    </>
  );
}
