/** On the page of a case: by when it will be decided, with what likelihood; for its handling unit and its council. */
import { useAnswer } from "../../../web/answer.ts";
import { formatDate } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { ViewLink } from "../../../web/links.tsx";
import { Section } from "../../../web/page.tsx";
import { Loaded } from "../../../web/states.tsx";
import { caseForesight } from "../pageWords.ts";
import { Behind, ForetoldText, Lacking, SittingTime } from "./parts.tsx";
import { FORESIGHT_SCREEN as WORDS } from "./words.ts";

/** The part; nothing where nothing is waited for. */
export function CaseForesightPart({ id }: { readonly id: string }) {
  const say = useSay();
  const lang = useLang();
  const path = `/api/foresight/cases/${encodeURIComponent(id)}`;
  const answer = useAnswer(caseForesight, path, { place: null, asOf: null });
  return (
    <Section title={say(WORDS.forecast)} aside={<ViewLink to="/foresight">{say(WORDS.seeAll)}</ViewLink>}>
      <Loaded answer={answer} lines={4}>
        {({ sitting, foretold, behind, enough, papers }) => (
          <>
            <dl className="foresight-list">
              {sitting !== null && (
                <div>
                  <dt>
                    {say(WORDS.sitting)}: {sitting.label}
                  </dt>
                  <dd>
                    <SittingTime sitting={sitting} />
                  </dd>
                </div>
              )}
              {foretold !== null && (
                <div>
                  <dt>
                    {say(WORDS.forecast)}: {say(WORDS.decision).toLowerCase()}
                  </dt>
                  <dd>
                    <ForetoldText foretold={foretold} />
                    <Lacking foretold={foretold} enough={enough} />
                  </dd>
                </div>
              )}
              {papers.map(({ label, on }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd className="figures">{formatDate(on, lang)}</dd>
                </div>
              ))}
            </dl>
            <Behind steps={behind} />
          </>
        )}
      </Loaded>
    </Section>
  );
}
