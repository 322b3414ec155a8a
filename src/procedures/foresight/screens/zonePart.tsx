/** Beside the plan and the course of a zone: what is foretold, the dates of papers, each as what it is; and questions. */
import type { UseQueryResult } from "@tanstack/react-query";
import { formatDate } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { PaperLink, ViewLink } from "../../../web/links.tsx";
import { Section } from "../../../web/page.tsx";
import { Empty, Loaded } from "../../../web/states.tsx";
import type { ZoneForesight } from "../pageWords.ts";
import { Behind, ForetoldText, Lacking, SittingTime } from "./parts.tsx";
import { QuestionList } from "./questions.tsx";
import { FORESIGHT_SCREEN as WORDS } from "./words.ts";

type Part = ZoneForesight["parts"][number];

/** The part. */
export function ZoneForesightPart({ answer }: { readonly answer: UseQueryResult<ZoneForesight, Error> }) {
  const say = useSay();
  return (
    <Loaded answer={answer} lines={12}>
      {({ parts, enough, mayAnswer }) => {
        // The zone itself stands before its phases.
        const [zone] = parts;
        const asking = parts.filter((p) => p.signals.length > 0);
        return (
          <>
            <Section
              title={say(WORDS.forecast)}
              aside={
                <>
                  {zone !== undefined && (
                    <>
                      <ViewLink to={`/cases?zone=${zone.id}`}>{say(WORDS.casesOf)}</ViewLink>
                      {" · "}
                    </>
                  )}
                  <ViewLink to="/foresight">{say(WORDS.seeAll)}</ViewLink>
                </>
              }
            >
              {parts.map((part) => (
                <OnePart key={part.id} part={part} enough={enough} isAlone={parts.length === 1} />
              ))}
            </Section>
            <Section id="questions" title={say(WORDS.questions)}>
              {asking.length === 0 ? (
                <Empty>{say(WORDS.noQuestions)}</Empty>
              ) : (
                <>
                  <p className="reading muted">{say(WORDS.questionsLead)}</p>
                  {asking.map((part) => (
                    <QuestionList
                      key={part.id}
                      part={part}
                      mayAnswer={mayAnswer}
                      isAlone={parts.length === 1}
                    />
                  ))}
                </>
              )}
            </Section>
          </>
        );
      }}
    </Loaded>
  );
}

/** Why nothing is foretold, where that is no lack of durations; null where something is. */
export function whyNone(
  part: Pick<Part, "disputed" | "isByPhases" | "isFinished" | "repealedOn" | "sitting">,
) {
  if (part.repealedOn !== null) return WORDS.repealed;
  if (part.disputed) return WORDS.disputed;
  if (part.isByPhases) return WORDS.byPhases;
  if (part.isFinished) return WORDS.finishedZone;
  return part.sitting === null ? WORDS.untold : null;
}

function OnePart({
  part,
  enough,
  isAlone,
}: {
  readonly part: Part;
  readonly enough: number;
  readonly isAlone: boolean;
}) {
  const say = useSay();
  const lang = useLang();
  const why = whyNone(part);
  const ends = [
    { label: WORDS.completion, foretold: part.completion },
    { label: WORDS.operation, foretold: part.operation },
  ] as const;
  const told = ends.flatMap(({ label, foretold }) => (foretold === null ? [] : [{ label, foretold }]));
  // The longer way lacks whatever the shorter does.
  const lacking = told.at(-1)?.foretold;
  return (
    <>
      {!isAlone && <h3>{part.label}</h3>}
      <dl className="foresight-list">
        {part.sitting !== null && (
          <div>
            <dt>
              {say(WORDS.sitting)}: {part.sitting.label}
            </dt>
            <dd>
              <SittingTime sitting={part.sitting} />
              {part.stale && part.toldUntil !== null && (
                <small className="muted foresight-old">
                  {say(WORDS.toldUntil)} {formatDate(part.toldUntil, lang)}; {say(WORDS.nothingNewer)}
                </small>
              )}
            </dd>
          </div>
        )}
        {part.papers.map(({ kind, label, date, paper }) => (
          <div key={kind}>
            <dt>{label}</dt>
            <dd>
              <span className="figures">{formatDate(date, lang)}</span>{" "}
              <small>
                <PaperLink paper={paper} />
              </small>
            </dd>
          </div>
        ))}
        {told.map(({ label, foretold }) => (
          <div key={label.en}>
            <dt>
              {say(WORDS.forecast)}: {say(label).toLowerCase()}
            </dt>
            <dd>
              <ForetoldText foretold={foretold} />
            </dd>
          </div>
        ))}
        {told.length === 0 && why !== null && (
          <div>
            <dt>{say(WORDS.forecast)}</dt>
            <dd className="muted">{say(why)}</dd>
          </div>
        )}
      </dl>
      {lacking !== undefined && <Lacking foretold={lacking} enough={enough} />}
      <Behind steps={part.behind} />
    </>
  );
}
