/** One round of site clearance: its steps in the order of the law, its numbers, targets and money. */
import type { ReactNode } from "react";
import { useRight } from "../../../people/screens/public.tsx";
import { useAnswer } from "../../../web/answer.ts";
import { formatDate, precisionText, quantityText } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { PaperLink, SubjectLink, ViewLink } from "../../../web/links.tsx";
import { PageHead, Section } from "../../../web/page.tsx";
import { Empty, Loaded } from "../../../web/states.tsx";
import { type RoundPage, roundPage } from "../boardWords.ts";
import { AgreementPart } from "./agreementPart.tsx";
import { partText } from "./answers.ts";
import { HouseholdsPart } from "./householdsPart.tsx";
import { MovedList, StepList } from "./stepList.tsx";
import { CLEARANCE_WORDS } from "./words.ts";
import "./clearance.css";

/** The page of one round. */
export function RoundScreen({ round }: { readonly round: string }) {
  const answer = useAnswer(roundPage, `/api/clearance/${encodeURIComponent(round)}`);
  return (
    <Loaded answer={answer} lines={40}>
      {(page) => <Round key={page.id} page={page} />}
    </Loaded>
  );
}

type Props = { readonly page: RoundPage };

function Round({ page }: Props) {
  const say = useSay();
  return (
    <article>
      <PageHead kicker={say(CLEARANCE_WORDS.kind)} title={page.name}>
        <Terms page={page} />
        <Recording page={page} />
      </PageHead>
      {page.disputed !== null && (
        <p className="reading">
          <strong>{say(CLEARANCE_WORDS.disputed)}:</strong> {page.disputed}
        </p>
      )}
      {page.hidden.length > 0 && <p className="reading muted">{say(CLEARANCE_WORDS.hiddenFacts)}</p>}
      <Section title={say(CLEARANCE_WORDS.steps)}>
        <p className="reading muted">{say(CLEARANCE_WORDS.stepsNote)}</p>
        <StepList steps={page.steps} />
        <MovedList moves={page.moves} />
      </Section>
      <AgreementPart page={page} />
      <Facts page={page} />
      <Targets page={page} />
      <Money page={page} />
      <HouseholdsPart round={page.id} />
    </article>
  );
}

function Terms({ page }: Props) {
  const say = useSay();
  const lang = useLang();
  const none = <span className="muted">{say(CLEARANCE_WORDS.unknown)}</span>;
  const { rate } = page;
  const terms: ReadonlyArray<{ readonly term: string; readonly value: ReactNode }> = [
    {
      term: say(CLEARANCE_WORDS.zone),
      value: page.zone === null ? none : <SubjectLink subject={{ ...page.zone, kind: "zone" }} />,
    },
    {
      term: say(CLEARANCE_WORDS.handedOver),
      value: partText(page.handedOver, page.toRecover, { unit: "m2", rate, lang }) ?? none,
    },
    {
      term: say(CLEARANCE_WORDS.paidHouseholds),
      value: partText(page.householdsPaid, page.households, { unit: null, rate: null, lang }) ?? none,
    },
    { term: say(CLEARANCE_WORDS.law), value: page.law },
    { term: say(CLEARANCE_WORDS.signer), value: page.signer },
    {
      term: say(CLEARANCE_WORDS.evidence),
      value:
        page.evidenceAsOf === null
          ? none
          : `${formatDate(page.evidenceAsOf, lang)}${page.stale ? ` · ${say(CLEARANCE_WORDS.stale)}` : ""}`,
    },
  ];
  return (
    <dl className="clearance-terms">
      {terms.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The ways to the forms, for who records. What is typed there is kept on the phone until it is sent. */
function Recording({ page }: Props) {
  const say = useSay();
  const right = useRight("record");
  if (right?.ok !== true) return null;
  const round = encodeURIComponent(page.key ?? page.id);
  return (
    <p className="clearance-acts">
      <ViewLink className="button primary" to={`/record?about=clearance&clearance=${round}`}>
        {say(CLEARANCE_WORDS.record)}
      </ViewLink>
      <ViewLink className="button" to={`/record?about=entry&clearance=${round}`}>
        {say(CLEARANCE_WORDS.recordMoney)}
      </ViewLink>
    </p>
  );
}

function Facts({ page }: Props) {
  const say = useSay();
  const lang = useLang();
  const since = { on: CLEARANCE_WORDS.of, in: CLEARANCE_WORDS.in, by: CLEARANCE_WORDS.by };
  return (
    <Section title={say(CLEARANCE_WORDS.facts)}>
      {page.facts.length === 0 && <Empty>{say(CLEARANCE_WORDS.noFacts)}</Empty>}
      <ul className="clearance-list">
        {page.facts.map((fact) => (
          <li key={fact.attribute}>
            <span>{fact.label}</span>
            <strong>{fact.text}</strong>
            <span className="muted">
              {say(since[fact.sinceKind])} {formatDate(fact.since, lang)} ·{" "}
              <PaperLink paper={fact.document} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Targets({ page }: Props) {
  const say = useSay();
  const lang = useLang();
  if (page.targets.length === 0) return null;
  const reached = (value: boolean | null) =>
    value === null ? CLEARANCE_WORDS.ahead : value ? CLEARANCE_WORDS.yes : CLEARANCE_WORDS.no;
  return (
    <Section title={say(CLEARANCE_WORDS.targets)}>
      <ul className="clearance-list">
        {page.targets.map((target) => (
          <li key={target.month} data-late={target.reached === false}>
            <span>
              {say(CLEARANCE_WORDS.month)} {formatDate(target.month, lang)}
            </span>
            <strong className="figures">{quantityText(target.due, "m2", lang)}</strong>
            <span>{say(reached(target.reached))}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Money({ page }: Props) {
  const say = useSay();
  const lang = useLang();
  return (
    <Section title={say(CLEARANCE_WORDS.amounts)}>
      {page.money.length === 0 && <Empty>{say(CLEARANCE_WORDS.noAmounts)}</Empty>}
      <ul className="clearance-list">
        {page.money.map((m) => (
          <li key={m.id}>
            <span>{m.label}</span>
            <strong className="figures">
              {`${precisionText(m.precision, m.precisionWord, lang)} ${quantityText(m.amount, "dong", lang)}`.trim()}
            </strong>
            <span className="muted">
              {formatDate(m.dated, lang)} · <PaperLink paper={m.document} />
              {m.together > 1 && ` · ${say(CLEARANCE_WORDS.together)} ${m.together}`}
            </span>
          </li>
        ))}
      </ul>
      {page.hiddenMoney > 0 && (
        <p className="muted">
          {say(CLEARANCE_WORDS.hiddenMoney)} <span className="figures">{page.hiddenMoney}</span>
        </p>
      )}
    </Section>
  );
}
