/** One organisation: what it develops and invests in, the papers, and for who may the people one speaks to there. */
import { useParams } from "react-router";
import { useAnswer } from "../../web/answer.ts";
import { formatDate } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PaperLink, SubjectLink, ViewLink } from "../../web/links.tsx";
import { PageHead, Section } from "../../web/page.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import { type OrganisationPage, type OrganisationRole, organisationPage } from "../vocabulary.ts";
import { organisationPath } from "./answers.ts";
import { ContactsPart } from "./contactsPart.tsx";
import { ORGANISATION_WORDS } from "./words.ts";
import "./organisations.css";

/** The page `/organisations/:organisation`. */
export function OrganisationScreen() {
  const { organisation = "" } = useParams();
  const answer = useAnswer(organisationPage, `/api/organisations/${encodeURIComponent(organisation)}`);
  return (
    <Loaded answer={answer} lines={30}>
      {(page) => <OrganisationArticle key={page.id} page={page} />}
    </Loaded>
  );
}

function OrganisationArticle({ page }: { readonly page: OrganisationPage }) {
  const say = useSay();
  const lang = useLang();
  const { developerOf, investorOf, lastPaper } = page;
  return (
    <article>
      <PageHead kicker={say(ORGANISATION_WORDS.organisation)} title={page.name}>
        <dl className="organisation-terms">
          {page.code !== null && (
            <div>
              <dt>{say(ORGANISATION_WORDS.code)}</dt>
              <dd className="figures">{page.code}</dd>
            </div>
          )}
          {page.otherNames.length > 0 && (
            <div>
              <dt>{say(ORGANISATION_WORDS.otherNames)}</dt>
              <dd>
                {page.otherNames.map((other, i) => (
                  <span key={other.id}>
                    {i > 0 && "; "}
                    <ViewLink to={organisationPath(other)}>{other.label}</ViewLink>
                  </span>
                ))}
              </dd>
            </div>
          )}
          {lastPaper !== null && (
            <div>
              <dt>{say(ORGANISATION_WORDS.lastPaper)}</dt>
              <dd>
                <PaperLink paper={lastPaper} />
                {lastPaper.date !== null && (
                  <span className="muted">{` · ${formatDate(lastPaper.date, lang)}`}</span>
                )}
              </dd>
            </div>
          )}
        </dl>
      </PageHead>
      {developerOf.length + investorOf.length === 0 && <Empty>{say(ORGANISATION_WORDS.noRole)}</Empty>}
      <Roles title={say(ORGANISATION_WORDS.developerOf)} kind="zone" roles={developerOf} />
      <Roles title={say(ORGANISATION_WORDS.investorOf)} kind="project" roles={investorOf} />
      <ContactsPart organisation={page.id} />
      <PaperList title={say(ORGANISATION_WORDS.namedIn)} papers={page.namedIn} />
      <PaperList title={say(ORGANISATION_WORDS.issued)} papers={page.issued} />
    </article>
  );
}

type RolesProps = {
  readonly title: string;
  readonly kind: "zone" | "project";
  readonly roles: readonly OrganisationRole[];
};

function Roles({ title, kind, roles }: RolesProps) {
  const say = useSay();
  const lang = useLang();
  if (roles.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="organisation-list">
        {roles.map((role) => (
          <li key={role.id}>
            <strong>
              <SubjectLink subject={{ ...role, kind }} />
            </strong>
            <span className="muted">
              {say(ORGANISATION_WORDS.since)} {formatDate(role.from, lang)}
              {role.to !== null && `, ${say(ORGANISATION_WORDS.until)} ${formatDate(role.to, lang)}`}
              {!role.now && ` · ${say(ORGANISATION_WORDS.notNow)}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function PaperList({
  title,
  papers,
}: {
  readonly title: string;
  readonly papers: OrganisationPage["namedIn"];
}) {
  const lang = useLang();
  if (papers.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="organisation-list">
        {papers.map((paper) => (
          <li key={paper.id}>
            <strong>
              <PaperLink paper={paper} />
            </strong>
            <span className="muted">
              {[paper.date === null ? null : formatDate(paper.date, lang), paper.title]
                .filter((part) => part !== null)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
