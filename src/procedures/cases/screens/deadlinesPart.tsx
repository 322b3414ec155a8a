/** Every limit that is counted in a case; each opens to how its date came about, line by line. */
import { useLocation } from "react-router";
import type { PlainDate } from "../../../kernel/dates.ts";
import { formatDate } from "../../../web/format.ts";
import { HowDated } from "../../../web/howDated.tsx";
import { useLang, useSay } from "../../../web/language.tsx";
import { useAnchor } from "../../../web/page.tsx";
import { Empty } from "../../../web/states.tsx";
import type { CasePage } from "../pageWords.ts";
import { FIRST_DUE } from "./answers.ts";
import { DueText } from "./dueText.tsx";
import { CASE_WORDS } from "./words.ts";

type Shown = CasePage["deadlines"][number];

type ListProps = {
  readonly deadlines: readonly Shown[];
  /** What is due first; the address can name it, and it is then open. */
  readonly first: CasePage["due"];
};

/** The list. */
export function DeadlineList({ deadlines, first }: ListProps) {
  const say = useSay();
  const { hash } = useLocation();
  useAnchor(true);
  const due = deadlines.find(({ label, dueOn }) => label === first?.label && dueOn === first.on);
  if (deadlines.length === 0) return <Empty>{say(CASE_WORDS.noDeadlines)}</Empty>;
  return (
    <ul className="case-deadlines">
      {deadlines.map((deadline) => (
        <li key={deadline.name} id={deadline === due ? FIRST_DUE : undefined}>
          <OneDeadline
            deadline={deadline}
            isOpen={deadlines.length === 1 || (deadline === due && hash === `#${FIRST_DUE}`)}
          />
        </li>
      ))}
    </ul>
  );
}

/** Steps from which limits count back and whose day was not set: why those limits have no date. */
export function Undated({ page }: { readonly page: CasePage }) {
  const say = useSay();
  const steps = page.course.steps.filter((s) => s.dated && s.setFor === null && isComing(s));
  if (steps.length === 0 || page.endedOn !== null) return null;
  return (
    <p className="reading muted">{`${say(CASE_WORDS.undated)} ${steps.map((s) => s.label).join("; ")}.`}</p>
  );
}

function isComing({ state }: CasePage["course"]["steps"][number]): boolean {
  return state === "underWay" || state === "ahead";
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
        {[...moves].reverse().map(({ name, label, when, from, to, why, commit }) => (
          <li key={`${commit} ${name}`}>
            <strong>{label}</strong>
            <span className="figures">
              {` ${formatDate(from, lang)} → ${to === null ? say(CASE_WORDS.noDate) : formatDate(to, lang)}`}
            </span>
            <p className="muted">{[when, why].filter((t) => t !== null).join(" · ")}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

type OneProps = {
  readonly deadline: Shown;
  /** Alone, or asked for, it is read at once, line by line. */
  readonly isOpen: boolean;
};

function OneDeadline({ deadline, isOpen }: OneProps) {
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
      <HowDated name={label} lines={deadline.explanation} open={isOpen} />
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
