/** Small parts of the screens of foresight: a forecast, the step something sits in, what a forecast rests on. */
import { formatDate, formatNumber } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { SubjectLink, ViewLink } from "../../../web/links.tsx";
import type { CaseForesight, Foretold, StepBehind } from "../pageWords.ts";
import { FORESIGHT_SCREEN as WORDS } from "./words.ts";
import "./foresight.css";

/** Both days of a forecast in two lines; in words where there is none. */
export function ForetoldText({ foretold }: { readonly foretold: Foretold }) {
  const say = useSay();
  const lang = useLang();
  if (!foretold.enough) return <span className="foresight-end muted">{foretold.says}</span>;
  return (
    <span className="foresight-days">
      {[foretold.half, foretold.ninety].map(({ percent, by }, at) => (
        <span key={percent}>
          <span className="nowrap">
            {by === null ? say(WORDS.beyond) : `${say(WORDS.before)} ${formatDate(by, lang)}`}
          </span>
          <small className="muted nowrap">{say(at === 0 ? WORDS.half : WORDS.ninety)}</small>
        </span>
      ))}
    </span>
  );
}

/** Which steps lack durations, and how many are needed. */
export function Lacking({ foretold, enough }: { readonly foretold: Foretold; readonly enough: number }) {
  const say = useSay();
  if (foretold.enough || foretold.lacking.length === 0) return null;
  return (
    <p className="muted foresight-lacking">
      {say(WORDS.lacking)} {enough} {say(WORDS.times)}; {say(WORDS.lackingHave)}{" "}
      {foretold.lacking.map((l) => `${l.label} ${l.real}`).join(", ")}.
    </p>
  );
}

/** So many days since a day, which may be known as the latest alone. */
export function SittingTime({ sitting }: { readonly sitting: NonNullable<CaseForesight["sitting"]> }) {
  const say = useSay();
  const lang = useLang();
  return (
    <span className="foresight-sitting">
      <span className="nowrap">
        <span className="figures">{formatNumber(sitting.days, lang)}</span> {say(WORDS.days)}
      </span>
      <small className="muted">
        {say(sitting.exact ? WORDS.since : WORDS.sinceLatest)}{" "}
        <span className="nowrap">{formatDate(sitting.since, lang)}</span>
      </small>
    </span>
  );
}

/** How often each step ahead was taken, and by what; folded until it is wanted. */
export function Behind({ steps }: { readonly steps: readonly StepBehind[] }) {
  const say = useSay();
  if (steps.length === 0) return null;
  return (
    <details className="foresight-behind">
      <summary>{say(WORDS.rests)}</summary>
      <p className="muted reading">{say(WORDS.restsLead)}</p>
      <ul>
        {steps.map((step) => (
          <li key={step.key} className="foresight-step">
            <OneStep step={step} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function OneStep({ step }: { readonly step: StepBehind }) {
  const say = useSay();
  const lang = useLang();
  const { finished, passed, open, median, records, more } = step;
  const counts = [
    `${say(WORDS.finished)} ${finished} ${say(WORDS.times)}${passed === 0 ? "" : ` (${say(WORDS.ofThem)} ${passed})`}`,
    ...(median === null ? [] : [`${say(WORDS.median)} ${formatNumber(median, lang)} ${say(WORDS.days)}`]),
    ...(open === 0 ? [] : [`${say(WORDS.open)} ${open}`]),
  ];
  const told = (
    <>
      <strong>{step.label}</strong> <span className="muted">{counts.join(" · ")}</span>
    </>
  );
  if (records.length === 0) return <p>{told}</p>;
  return (
    <details>
      <summary>{told}</summary>
      <ul className="foresight-records">
        {records.map((record) => (
          <li key={`${record.id} ${record.from}`}>
            {record.kind === "case" ? (
              <ViewLink to={`/cases/${encodeURIComponent(record.label)}`}>{record.label}</ViewLink>
            ) : (
              <SubjectLink subject={{ key: null, ...record }} />
            )}
            <span className="figures">
              {formatDate(record.from, lang)} – {formatDate(record.to, lang)}
            </span>
            <span className="figures">
              {formatNumber(record.days, lang)} {say(WORDS.days)}
            </span>
          </li>
        ))}
        {more > 0 && (
          <li className="muted">
            {say(WORDS.others)} {more} {say(WORDS.othersTail)}
          </li>
        )}
      </ul>
    </details>
  );
}
