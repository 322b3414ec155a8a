/** One paper: the paper as a card, what it decides, and what it says beside the register. */
import type { ReactNode } from "react";
import { useParams } from "react-router";
import { WhereAllowed } from "../../people/screens/public.tsx";
import { useAnswer } from "../../web/answer.ts";
import { formatDate } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { SubjectLink, ViewLink } from "../../web/links.tsx";
import { PageHead, Section } from "../../web/page.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import { type DocumentPageAnswer, documentPage } from "./answers.ts";
import { CopyPart, SmallCopy } from "./copyPart.tsx";
import { ACCESS_WORDS, DOCUMENT_WORDS, EVIDENCE_WORDS, STANDING_WORDS } from "./words.ts";
import "./documents.css";

type ScreenProps = {
  /** Shows what a paper (by its id) says beside the register's values. */
  readonly claims: (id: string) => ReactNode;
  /** The same beside its copy; `open` shows a place in the text, where the copy has it. */
  readonly claimsBeside: (id: string, open: (place: string) => (() => void) | null) => ReactNode;
  /** Shows what a paper (by its id) asks of units and officers. */
  readonly tasks: (id: string) => ReactNode;
};

/** The page `/documents/:document`. */
export function DocumentScreen({ claims, claimsBeside, tasks }: ScreenProps) {
  const { document = "" } = useParams();
  const say = useSay();
  const answer = useAnswer(documentPage, `/api/documents/${encodeURIComponent(document)}`);
  return (
    <Loaded answer={answer} lines={30}>
      {(paper) => (
        <article>
          <DocumentHead paper={paper} />
          {paper.file !== null && (
            <CopyPart
              key={paper.id}
              paper={{ ...paper, file: paper.file }}
              beside={paper.claims.length === 0 ? null : (open) => claimsBeside(paper.id, open)}
            />
          )}
          {!asksOnly(paper) && (
            <Section
              title={say(paper.standing === "decides" ? DOCUMENT_WORDS.decides : DOCUMENT_WORDS.tells)}
            >
              <Decisions paper={paper} />
            </Section>
          )}
          {paper.file === null && paper.claims.length > 0 && (
            <Section title={say(DOCUMENT_WORDS.saysBeside)}>{claims(paper.id)}</Section>
          )}
          {tasks(paper.id)}
          <WhereAllowed action="readHistory">
            <p className="section">
              <ViewLink to={`/history?document=${paper.id}`}>{say(DOCUMENT_WORDS.history)}</ViewLink>
            </p>
          </WhereAllowed>
        </article>
      )}
    </Loaded>
  );
}

/** Whether all that is recorded by the paper are tasks; they have a part of their own. */
function asksOnly({ decides }: DocumentPageAnswer): boolean {
  return decides.length > 0 && decides.every((d) => d.subject.kind === "task");
}

function DocumentHead({ paper }: { readonly paper: DocumentPageAnswer }) {
  const say = useSay();
  const lang = useLang();
  const name = paper.number === null ? paper.title : `${paper.kindLabel} ${paper.number}`;
  const dates: ReadonlyArray<readonly [string, string | null]> = [
    [say(DOCUMENT_WORDS.signed), paper.signedOn === null ? null : formatDate(paper.signedOn, lang)],
    [say(DOCUMENT_WORDS.effective), paper.effectiveOn === null ? null : formatDate(paper.effectiveOn, lang)],
    [say(DOCUMENT_WORDS.issuer), paper.issuer],
    [say(DOCUMENT_WORDS.standing), say(STANDING_WORDS[paper.standing])],
    [say(DOCUMENT_WORDS.howKnown), say(EVIDENCE_WORDS[paper.evidence])],
    [say(DOCUMENT_WORDS.access), say(ACCESS_WORDS[paper.access])],
    [say(DOCUMENT_WORDS.note), paper.note],
  ];
  return (
    <div className="document-head">
      <div>
        <PageHead kicker={paper.kindLabel} title={name}>
          {paper.number !== null && <p className="document-subject">{paper.title}</p>}
        </PageHead>
        <dl className="document-terms">
          {dates.map(([term, value]) =>
            value === null ? null : (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </div>
            ),
          )}
        </dl>
      </div>
      <SmallCopy paper={paper} />
    </div>
  );
}

type Decided = DocumentPageAnswer["decides"][number];

/** What is decided of subjects that have pages; statements and the register's own marks are gathered below. */
function Decisions({ paper }: { readonly paper: DocumentPageAnswer }) {
  const say = useSay();
  if (paper.decides.length === 0) return <Empty>{say(DOCUMENT_WORDS.decidesNothing)}</Empty>;
  const of = (...kinds: string[]) => paper.decides.filter((d) => kinds.includes(d.subject.kind));
  const statements = of("statement");
  const others = of("organisation", "place");
  return (
    <>
      <DecisionList decided={of("zone", "project")} />
      {statements.length > 0 && (
        <p className="decisions-more">
          <ViewLink to="/programme">
            {say({
              vi: `${statements.length} điều của Chương trình`,
              en: `${statements.length} statements of the programme`,
            })}
          </ViewLink>
        </p>
      )}
      {others.length > 0 && (
        <details className="decisions-more">
          <summary>
            {say(DOCUMENT_WORDS.others)} ({others.length})
          </summary>
          <DecisionList decided={others.slice(0, MOST)} />
        </details>
      )}
    </>
  );
}

/** Lists of units run to ten thousand; nobody reads them here. */
const MOST = 200;

function DecisionList({ decided }: { readonly decided: readonly Decided[] }) {
  const say = useSay();
  const lang = useLang();
  return (
    <ul className="decisions">
      {decided.map((d) => (
        <li key={`${d.subject.id} ${d.text}`}>
          <strong>
            <SubjectLink subject={d.subject} />
          </strong>
          <p>
            {d.text}
            {d.since !== null && (
              <span className="muted">{` · ${say(DOCUMENT_WORDS.from)} ${formatDate(d.since, lang)}`}</span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
