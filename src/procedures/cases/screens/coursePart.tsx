/** The steps of a case as a list that reads on a phone, the time that was not counted, opinions asked for. */
import { daySerial, plainDate } from "../../../kernel/dates.ts";
import { formatDate, formatNumber } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import type { CasePage } from "../pageWords.ts";
import { CASE_WORDS } from "./words.ts";

type Props = { readonly page: CasePage };

type Steps = CasePage["course"]["steps"];

/** Of what lies ahead so many steps are seen at once. */
const NEXT_STEPS = 3;

/** Done with its day and the days it took, under way, ahead, passed over; of what is far ahead how much there is. */
export function StepList({ page }: Props) {
  const say = useSay();
  const { steps } = page.course;
  const seen = steps.findLastIndex((s) => s.state !== "ahead") + 1 + NEXT_STEPS;
  const far = steps.slice(seen);
  // A fold that hides as little as it takes itself hides nothing.
  if (far.length < 2) return <Steps steps={steps} />;
  return (
    <>
      <Steps steps={steps.slice(0, seen)} />
      <details className="case-fold case-far">
        <summary>{say(CASE_WORDS.farAhead).replace("{n}", String(far.length))}</summary>
        <Steps steps={far} start={seen + 1} />
      </details>
    </>
  );
}

function Steps({ steps, start = 1 }: { readonly steps: Steps; readonly start?: number }) {
  const say = useSay();
  const lang = useLang();
  return (
    <ol className="case-steps" start={start}>
      {steps.map((step) => {
        const { begunOn, doneOn } = step;
        const days =
          begunOn === null || doneOn === null
            ? null
            : daySerial(plainDate(doneOn)) - daySerial(plainDate(begunOn));
        return (
          <li
            key={step.key}
            data-state={step.state}
            aria-current={step.state === "underWay" ? "step" : undefined}
          >
            <span className="case-step">{step.label}</span>
            <span className="case-step-state">
              {say(CASE_WORDS[step.state])}
              {doneOn !== null && ` ${formatDate(doneOn, lang)}`}
              {days !== null && days > 0 && ` · ${formatNumber(days, lang)} ${say(DAYS)}`}
              {doneOn === null &&
                step.setFor !== null &&
                ` · ${say(CASE_WORDS.setForShort)} ${formatDate(step.setFor, lang)}`}
              {doneOn === null &&
                begunOn !== null &&
                ` ${say(CASE_WORDS.since)} ${formatDate(begunOn, lang)}`}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

const DAYS = { vi: "ngày", en: "days" };

/** Days on which the clock stood. */
export function Standstills({ page }: Props) {
  const say = useSay();
  const lang = useLang();
  const { standstills } = page.course;
  if (standstills.length === 0) return null;
  return (
    <>
      <h3>{say(CASE_WORDS.standstills)}</h3>
      <ul className="case-stands">
        {standstills.map((s) => (
          <li key={`${s.from} ${s.why}`}>
            <span className="figures nowrap">
              {`${formatDate(s.from, lang)} – ${s.to === null ? say(CASE_WORDS.stillStands) : formatDate(s.to, lang)}`}
            </span>
            {` · ${say(CASE_WORDS[s.why])}`}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Who was asked, when, and whether the answer is there. */
export function OpinionList({ page }: Props) {
  const say = useSay();
  const lang = useLang();
  return (
    <ul className="case-opinions">
      {page.course.opinions.map((o) => (
        <li key={`${o.body} ${o.askedOn}`}>
          <span>{o.body}</span>
          <span className="muted">
            {`${say(CASE_WORDS.asked)} ${formatDate(o.askedOn, lang)}`}
            {o.days !== null && ` · ${o.days} ${say(o.unit === "working" ? WORKING : DAYS)}`}
          </span>
          <span>
            {o.givenOn === null
              ? say(CASE_WORDS.waitingFor)
              : `${say(CASE_WORDS.given)} ${formatDate(o.givenOn, lang)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

const WORKING = { vi: "ngày làm việc", en: "working days" };
