/** The steps of a round as a list: done on, not before, due by, and why. */
import { formatDate } from "../../../web/format.ts";
import { HowDated } from "../../../web/howDated.tsx";
import { useLang, useSay } from "../../../web/language.tsx";
import { PaperLink } from "../../../web/links.tsx";
import {
  type RoundPage,
  type ShownBound,
  type ShownState,
  STEP_STATES,
  type StepAnswer,
} from "../boardWords.ts";
import { CLEARANCE_WORDS } from "./words.ts";

/** States that somebody must look at. */
const WRONG: ReadonlySet<ShownState> = new Set<ShownState>([
  "early",
  "late",
  "afterLapse",
  "overdue",
  "lapsed",
]);

export function StepList({ steps }: { readonly steps: readonly StepAnswer[] }) {
  return (
    <ol className="clearance-steps">
      {steps.map((step) => (
        <OneStep key={step.step} step={step} />
      ))}
    </ol>
  );
}

const BOUNDS = {
  notBefore: CLEARANCE_WORDS.notBefore,
  dueBy: CLEARANCE_WORDS.dueBy,
  lapses: CLEARANCE_WORDS.lapses,
} as const;

/** Dates that a change of the calendar or of a setting has moved: from, to and why, the last first. */
export function MovedList({ moves }: { readonly moves: RoundPage["moves"] }) {
  const say = useSay();
  const lang = useLang();
  if (moves.length === 0) return null;
  return (
    <>
      <h3>{say(CLEARANCE_WORDS.moved)}</h3>
      <ul className="clearance-list">
        {[...moves].reverse().map(({ label, bound, from, to, on, why, commit }) => (
          <li key={`${commit} ${label} ${bound}`}>
            <span>
              {label}
              <small className="muted">{` ${say(BOUNDS[bound])}`}</small>
            </span>
            <strong className="figures">{`${formatDate(from, lang)} → ${formatDate(to, lang)}`}</strong>
            <span className="muted">
              {why}
              {` · ${formatDate(on, lang)}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function OneStep({ step }: { readonly step: StepAnswer }) {
  const say = useSay();
  const lang = useLang();
  const { state, done, document, notBefore, dueBy, lapses } = step;
  return (
    <li data-state={WRONG.has(state) ? "wrong" : done === null ? "open" : "done"}>
      <p className="clearance-step">
        <strong>{step.label}</strong>
        <span className="clearance-state">
          {say(STEP_STATES[state])}
          {done !== null && <span className="figures nowrap">{` ${formatDate(done, lang)}`}</span>}
          {done !== null && document !== null && (
            <>
              {" · "}
              <PaperLink paper={document} />
            </>
          )}
        </span>
      </p>
      {(done === null || WRONG.has(state)) && (
        <>
          <BoundLine name={say(CLEARANCE_WORDS.notBefore)} bound={notBefore} />
          <BoundLine name={say(CLEARANCE_WORDS.dueBy)} bound={dueBy} />
        </>
      )}
      <BoundLine name={say(CLEARANCE_WORDS.lapses)} bound={lapses} />
    </li>
  );
}

/** A default is told as one: only what was read in the full text stands as the law. */
function BoundLine({ name, bound }: { readonly name: string; readonly bound: ShownBound | null }) {
  const say = useSay();
  const lang = useLang();
  if (bound === null) return null;
  return (
    <div className="clearance-bound">
      <span>
        {name}{" "}
        <strong className="figures nowrap">
          {!bound.exact && `${say(CLEARANCE_WORDS.about)} `}
          {formatDate(bound.day, lang)}
        </strong>
      </span>
      <span className="muted">
        {bound.text}. {bound.article}
        {!bound.isLaw && <em>{` (${bound.checked})`}</em>}
      </span>
      <HowDated name={name} lines={bound.explanation} />
    </div>
  );
}
