/** One case: what is due first, under which text, its steps, its limits line by line, what happened, its sealed part. */
import { useParams } from "react-router";
import { OnlyWhoMay } from "../../../people/screens/public.tsx";
import { useAnswer } from "../../../web/answer.ts";
import { formatDate } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { PaperLink, SubjectLink, ViewLink } from "../../../web/links.tsx";
import { PageHead, Section } from "../../../web/page.tsx";
import { Loaded } from "../../../web/states.tsx";
import { CaseForesightPart } from "../../foresight/screens/casePart.tsx";
import { LettersPart } from "../../letters/screens/lettersPart.tsx";
import { type CasePage, casePage } from "../pageWords.ts";
import { COUNCIL_ROLES } from "../vocabulary.ts";
import { type ChoosePaper, firstDuePath, OF_TODAY } from "./answers.ts";
import { CouncilForm } from "./councilForm.tsx";
import { OpinionList, Standstills, StepList } from "./coursePart.tsx";
import { DeadlineList, MovedList, Undated } from "./deadlinesPart.tsx";
import { DecisionForm } from "./decisionForm.tsx";
import { DossierPart } from "./dossierPart.tsx";
import { DueText } from "./dueText.tsx";
import { EventForm } from "./eventForm.tsx";
import { HandlingForm } from "./handlingForm.tsx";
import { CASE_WORDS } from "./words.ts";
import "./cases.css";

/** The page `/cases/:case`. */
export function CaseScreen({ choosePaper }: { readonly choosePaper: ChoosePaper }) {
  const { case: id = "" } = useParams();
  return (
    <OnlyWhoMay action="readInternal">
      <Asked id={id} choosePaper={choosePaper} />
    </OnlyWhoMay>
  );
}

function Asked({ id, choosePaper }: { readonly id: string; readonly choosePaper: ChoosePaper }) {
  const answer = useAnswer(casePage, `/api/cases/${encodeURIComponent(id)}`, OF_TODAY);
  return (
    <Loaded answer={answer} lines={40}>
      {(page) => <CaseArticle key={page.id} page={page} choosePaper={choosePaper} />}
    </Loaded>
  );
}

type ArticleProps = { readonly page: CasePage; readonly choosePaper: ChoosePaper };

function CaseArticle({ page, choosePaper }: ArticleProps) {
  const say = useSay();
  const isOpen = page.endedOn === null;
  return (
    <article>
      <PageHead kicker={<Above page={page} />} title={`${say(CASE_WORDS.case)} ${page.number}`}>
        <p className="lead">
          <AboutText page={page} />
        </p>
        <Head page={page} />
      </PageHead>
      <Section title={say(CASE_WORDS.deadlines)}>
        <DeadlineList deadlines={page.deadlines} first={page.due} />
        <Undated page={page} />
        <MovedList moves={page.moves} />
        <Standstills page={page} />
      </Section>
      <Section title={say(CASE_WORDS.course)}>
        <StepList page={page} />
      </Section>
      {page.insider !== null && isOpen && <CaseForesightPart id={page.id} />}
      {page.course.opinions.length > 0 && (
        <Section title={say(CASE_WORDS.opinions)}>
          <OpinionList page={page} />
        </Section>
      )}
      {page.mayHandle && isOpen && <Acts page={page} choosePaper={choosePaper} />}
      <LettersPart page={page} />
      <Section title={say(CASE_WORDS.outsideFirst)}>
        <DossierPart page={page} />
      </Section>
      <Section title={say(CASE_WORDS.events)}>
        <Events page={page} />
      </Section>
    </article>
  );
}

/** The list in which it stands, and its procedure. */
function Above({ page: { procedure } }: { readonly page: CasePage }) {
  const say = useSay();
  return (
    <>
      <ViewLink to="/cases">{say(CASE_WORDS.cases)}</ViewLink>
      {" › "}
      <ViewLink to={`/procedures/${procedure.key}`}>{procedure.label}</ViewLink>
    </>
  );
}

/** What it is about, as a link where that is all that is said. */
function AboutText({ page }: { readonly page: CasePage }) {
  const { zone, project, plot, about } = page;
  if (zone !== null && about === zone.label) {
    return <SubjectLink subject={{ kind: "zone", key: null, ...zone }} />;
  }
  if (project !== null && about === project.label) {
    return <SubjectLink subject={{ kind: "project", key: null, ...project }} />;
  }
  if (plot !== null && zone === null && project === null) {
    return <SubjectLink subject={{ kind: "plot", key: null, id: plot.id, label: about }} />;
  }
  return about;
}

function Head({ page }: { readonly page: CasePage }) {
  const say = useSay();
  const lang = useLang();
  const { due, law, unit, officer, endedOn, zone } = page;
  return (
    <dl className="case-head">
      <div>
        <dt>{say(CASE_WORDS.state)}</dt>
        <dd>
          {page.stateLabel}
          {endedOn !== null && ` · ${formatDate(endedOn, lang)}`}
          {page.step !== null && ` · ${page.step.label}`}
        </dd>
      </div>
      {endedOn === null && (
        <div>
          <dt>{say(CASE_WORDS.nextDue)}</dt>
          <dd className="case-first">
            {due === null ? (
              say(page.state === "waiting" ? CASE_WORDS.stands : CASE_WORDS.notDue)
            ) : (
              <>
                {due.label}:{" "}
                <ViewLink to={firstDuePath(page)}>
                  <DueText {...due} />
                </ViewLink>
              </>
            )}
          </dd>
        </div>
      )}
      {zone !== null && (
        <div>
          <dt>{say(CASE_WORDS.zone)}</dt>
          <dd>
            <SubjectLink subject={{ kind: "zone", key: null, ...zone }} />
            {" · "}
            <ViewLink to={`/zones/${zone.id}/timeline`}>{say(CASE_WORDS.timeline)}</ViewLink>
          </dd>
        </div>
      )}
      <div>
        <dt>{say(CASE_WORDS.unit)}</dt>
        <dd>
          {[unit?.label ?? say(CASE_WORDS.nobody), officer?.label].filter((t) => t !== undefined).join(" · ")}
        </dd>
      </div>
      <div>
        <dt>{say(CASE_WORDS.law)}</dt>
        <dd>
          {law.sentence} <small className="muted">{law.mark}</small>
        </dd>
      </div>
      {page.council.length > 0 && (
        <div>
          <dt>{say(CASE_WORDS.council)}</dt>
          <dd>
            {page.council.map((m) => `${m.label} (${say(COUNCIL_ROLES[m.role]).toLowerCase()})`).join(", ")}
          </dd>
        </div>
      )}
    </dl>
  );
}

function Acts({ page, choosePaper }: ArticleProps) {
  return (
    <div className="case-doing">
      <EventForm page={page} choosePaper={choosePaper} />
      <DecisionForm page={page} choosePaper={choosePaper} />
      <HandlingForm page={page} />
      <CouncilForm page={page} />
    </div>
  );
}

function Events({ page }: { readonly page: CasePage }) {
  const lang = useLang();
  return (
    <ol className="case-events">
      {[...page.events].reverse().map((e) => (
        <li key={e.id}>
          <span className="figures nowrap">{formatDate(e.on, lang)}</span>
          <span>
            {[
              e.label,
              e.step,
              e.body,
              ...[e.day, e.until].map((d) => (d === null ? null : formatDate(d, lang))),
            ]
              .filter((t) => t !== null)
              .join(": ")}
            {e.author !== null && <small className="case-left muted">{e.author}</small>}
          </span>
          <span>{e.document !== null && <PaperLink paper={e.document} />}</span>
        </li>
      ))}
    </ol>
  );
}
