/** What the form is about, and the ways from a zone to what else is recorded of it. */
import { Link } from "react-router";
import { useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { useHref } from "../../web/view.tsx";
import type { RecordingForm } from "../vocabulary.ts";
import type { RecordOf } from "./formAnswer.ts";
import { RECORD_WORDS } from "./words.ts";

/** Above the form. */
export function FormHead({ form, of }: { readonly form: RecordingForm; readonly of: RecordOf }) {
  const say = useSay();
  const { about, subject } = form;
  const title =
    about === "entry"
      ? RECORD_WORDS.newEntry
      : about === "claim"
        ? RECORD_WORDS.newClaim
        : about === "project"
          ? RECORD_WORDS.newProject
          : about === "clearance"
            ? RECORD_WORDS.newRound
            : about === "lease" || about === "task"
              ? RECORD_WORDS[about === "lease" ? "newLease" : "newTask"]
              : of.phaseOf === null
                ? RECORD_WORDS.newZone
                : RECORD_WORDS.newPhase;
  return (
    <div className="record-of">
      <p className="record-zone">
        {subject === null ? (
          say(title)
        ) : about === "zone" ? (
          <ViewLink to={`/zones/${encodeURIComponent(subject.key ?? subject.id)}`}>{subject.label}</ViewLink>
        ) : about === "lease" ? (
          <ViewLink to={`/leases/${encodeURIComponent(subject.key ?? subject.id)}`}>{subject.label}</ViewLink>
        ) : about === "clearance" ? (
          <ViewLink to={`/clearance/${encodeURIComponent(subject.key ?? subject.id)}`}>
            {subject.label}
          </ViewLink>
        ) : about === "task" ? (
          <ViewLink to={`/tasks/${encodeURIComponent(subject.key ?? subject.id)}`}>{subject.label}</ViewLink>
        ) : (
          subject.label
        )}
      </p>
      {about === "zone" && subject !== null && <OfZone zone={subject.key ?? subject.id} />}
    </div>
  );
}

/** A phase has no phases of its own. */
function OfZone({ zone }: { readonly zone: string }) {
  const say = useSay();
  const href = useHref();
  const isPhase = zone.includes("/");
  return (
    <ul className="record-ways" aria-label={say(RECORD_WORDS.alsoOfZone)}>
      {!isPhase && (
        <li>
          <Link to={href("/record", { phaseOf: zone })}>{say(RECORD_WORDS.newPhase)}</Link>
        </li>
      )}
      <li>
        <Link to={href("/record", { about: "entry", zone })}>{say(RECORD_WORDS.newEntry)}</Link>
      </li>
      <li>
        <Link to={href("/record", { about: "project", project: "new", zone })}>
          {say(RECORD_WORDS.projectHere)}
        </Link>
      </li>
      <li>
        <Link to={href("/record", { about: "clearance", clearance: "new", zone })}>
          {say(RECORD_WORDS.roundHere)}
        </Link>
      </li>
      <li>
        <Link to={href("/record", { about: "claim", zone })}>{say(RECORD_WORDS.newClaim)}</Link>
      </li>
      <li>
        <Link to={href("/record/plots", { zone })}>{say(RECORD_WORDS.plots)}</Link>
      </li>
    </ul>
  );
}
