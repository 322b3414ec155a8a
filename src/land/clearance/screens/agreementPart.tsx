/** Whether more than 75 % of the land and of those who hold it agree: what is told, and what is still lacking. */
import type { Sentence } from "../../../kernel/problems.ts";
import { quantityText } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { Section } from "../../../web/page.tsx";
import type { RoundPage } from "../boardWords.ts";
import { partText } from "./answers.ts";
import { CLEARANCE_WORDS } from "./words.ts";

type Measure = RoundPage["agreement"]["area"];

/** The part of the page of a round. */
export function AgreementPart({ page: { agreement } }: { readonly page: RoundPage }) {
  const say = useSay();
  const { area, holders, enough } = agreement;
  const word =
    enough === null
      ? CLEARANCE_WORDS.agreementUnknown
      : enough
        ? CLEARANCE_WORDS.agreementEnough
        : CLEARANCE_WORDS.agreementLacking;
  return (
    <Section title={say(CLEARANCE_WORDS.agreement)}>
      <p className="reading muted">{say(CLEARANCE_WORDS.agreementNote)}</p>
      <dl className="clearance-terms">
        <Line term={CLEARANCE_WORDS.agreedLand} measure={area} unit="m2" />
        <Line term={CLEARANCE_WORDS.agreedHolders} measure={holders} unit={null} />
        <div>
          <dt>{say(CLEARANCE_WORDS.agreementTerm)}</dt>
          <dd>
            <strong>{say(word)}</strong>
          </dd>
        </div>
      </dl>
    </Section>
  );
}

type LineProps = { readonly term: Sentence; readonly measure: Measure; readonly unit: string | null };

function Line({ term, measure, unit }: LineProps) {
  const say = useSay();
  const lang = useLang();
  return (
    <div>
      <dt>{say(term)}</dt>
      <dd>
        {measure === null ? (
          <span className="muted">{say(CLEARANCE_WORDS.unknown)}</span>
        ) : (
          <>
            <span className="figures">
              {partText(measure.agreed, measure.all, { unit, rate: measure.rate, lang })}
            </span>
            {measure.lacking > 0 &&
              ` · ${say(CLEARANCE_WORDS.lacking)} ${quantityText(measure.lacking, unit, lang)}`}
          </>
        )}
      </dd>
    </div>
  );
}
