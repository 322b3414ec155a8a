/** Every limit that is counted in a case; each opens to how its date came about, line by line. */
import type { PlainDate } from "../../../kernel/dates.ts";
import { formatDate } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { Empty } from "../../../web/states.tsx";
import type { CasePage } from "../pageWords.ts";
import { DueText } from "./dueText.tsx";
import { CASE_WORDS } from "./words.ts";

type Shown = CasePage["deadlines"][number];

/** The list. */
export function DeadlineList({ deadlines }: { readonly deadlines: readonly Shown[] }) {
  const say = useSay();
  if (deadlines.length === 0) return <Empty>{say(CASE_WORDS.noDeadlines)}</Empty>;
  return (
    <ul className="case-deadlines">
      {deadlines.map((deadline) => (
        <li key={deadline.name}>
          <OneDeadline deadline={deadline} alone={deadlines.length === 1} />
        </li>
      ))}
    </ul>
  );
}

/** Dates that a change of the calendar or of a setting has moved: from, to and why, the last first. */
export function MovedList({ moves }: { readonly moves: CasePage["moves"] }) {
  const say = useSay();
  const lang = useLang();
  if (moves.length === 0) return null;
  return (
    <>
      <h3>{say(CASE_WORDS.moved)}</h3>
      <ul className="case-moves">
        {[...moves].reverse().map(({ name, label, from, to, why, commit }) => (
          <li key={`${commit} ${name}`}>
            <strong>{label}</strong>
            <span className="figures">
              {` ${formatDate(from, lang)} → ${to === null ? say(CASE_WORDS.noDate) : formatDate(to, lang)}`}
            </span>
            <p className="muted">{why}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

type OneProps = {
  readonly deadline: Shown;
  /** Alone it is read at once, line by line. */
  readonly alone: boolean;
};

function OneDeadline({ deadline, alone }: OneProps) {
  const say = useSay();
  const { label, who, limit, when, article, mark, isLaw, provisional } = deadline;
  const source = [article, isLaw ? null : mark].filter((t) => t !== null);
  return (
    <>
      <p className="case-deadline">
        <strong>{label}</strong>
        <span>
          <When deadline={deadline} />
        </span>
      </p>
      <p className="muted case-source">
        {[who, limit, when, ...source].filter((t) => t !== null).join(" · ")}
        {provisional && <em className="case-mark">{say(CASE_WORDS.provisional)}</em>}
      </p>
      <details className="case-how" open={alone}>
        <summary>
          {say(CASE_WORDS.how)}
          <span className="visually-hidden">: {label}</span>
        </summary>
        <ol>
          {deadline.explanation.map((line) => (
            <li key={line.text}>
              {line.text}.
              {(line.paper !== null || line.mark !== null) && (
                <small className="muted">
                  {` ${[line.paper, line.mark].filter((t) => t !== null).join("; ")}`}
                </small>
              )}
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

/** The date: of a limit with what is left, of a minimum wait the first day, of one that stands the earliest. */
function When({ deadline: d }: { readonly deadline: Shown }) {
  const say = useSay();
  const lang = useLang();
  if (d.notBefore !== null) return <>{`${say(CASE_WORDS.notBefore)} ${dayText(d.notBefore, lang)}`}</>;
  // Whether a limit of some cases only is this case is for the officer: a date, and nobody is late by it.
  if (d.dueOn !== null && d.when !== null) return <span className="muted">{dayText(d.dueOn, lang)}</span>;
  if (d.dueOn !== null) return <DueText on={d.dueOn} left={d.left} working={d.working} />;
  if (d.state === "standing" && d.earliest !== null) {
    return <>{`${say(CASE_WORDS.standing)} ${dayText(d.earliest, lang)}`}</>;
  }
  return <span className="muted">{say(CASE_WORDS.notStarted)}</span>;
}

function dayText(on: PlainDate, lang: "vi" | "en"): string {
  return lang === "vi" ? `ngày ${formatDate(on, lang)}` : formatDate(on, lang);
}
