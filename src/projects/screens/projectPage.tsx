/** One investment project: what is known of it and from which paper, its procedures, the stretches of its life. */
import { useParams } from "react-router";
import { ProceduresOf } from "../../procedures/screens/public.tsx";
import { ProjectLink } from "../../recording/screens/public.tsx";
import { useAnswer } from "../../web/answer.ts";
import { formatDate, quantityText, sinceInWords } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PaperLink, SubjectLink } from "../../web/links.tsx";
import { PageHead, Section, useAnchor } from "../../web/page.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import { PROJECT_ATTRIBUTE_LABELS, type ProjectPage, projectPage } from "../vocabulary.ts";
import { PROJECT_WORDS as WORDS } from "./words.ts";
import "./projectPage.css";

/** The page `/projects/:project`. */
export function ProjectScreen() {
  const { project = "" } = useParams();
  const answer = useAnswer(projectPage, `/api/projects/${encodeURIComponent(project)}`);
  useAnchor(answer.data !== undefined);
  return (
    <Loaded answer={answer} lines={28}>
      {(page) => <ProjectArticle project={page} />}
    </Loaded>
  );
}

type ProjectProps = { readonly project: ProjectPage };

function ProjectArticle({ project }: ProjectProps) {
  const say = useSay();
  return (
    <article>
      <ProjectHead project={project} />
      <ProjectLink project={project.key ?? project.id} />
      <Section title={say(WORDS.facts)}>
        <Facts project={project} />
      </Section>
      <ProceduresOf subject={{ kind: "project", id: project.id, key: project.key }} />
      <Section title={say(WORDS.periods)}>
        <Periods project={project} />
      </Section>
    </article>
  );
}

function ProjectHead({ project }: ProjectProps) {
  const say = useSay();
  const lang = useLang();
  const { zone, investor, registeredCapital, disputed } = project;
  const unknown = <span className="muted">{say(WORDS.notKnown)}</span>;
  return (
    <PageHead kicker={say(WORDS.project)} title={project.name}>
      {project.places.length > 0 && <p>{project.places.map(({ name }) => name).join(", ")}</p>}
      <dl className="project-lead">
        <div>
          <dt>{say(WORDS.status)}</dt>
          <dd>{project.statusLabel}</dd>
        </div>
        <div>
          <dt>{say(WORDS.zone)}</dt>
          <dd>{zone === null ? unknown : <SubjectLink subject={{ ...zone, kind: "zone" }} />}</dd>
        </div>
        <div>
          <dt>{say(WORDS.investor)}</dt>
          <dd>
            {investor === null ? unknown : <SubjectLink subject={{ ...investor, kind: "organisation" }} />}
          </dd>
        </div>
        <div>
          <dt>{say(WORDS.capital)}</dt>
          <dd>{registeredCapital === null ? unknown : quantityText(registeredCapital, "dong", lang)}</dd>
        </div>
      </dl>
      {disputed !== null && (
        <Empty>
          <strong>{say(PROJECT_ATTRIBUTE_LABELS.disputed)}.</strong> {disputed}
        </Empty>
      )}
    </PageHead>
  );
}

function Facts({ project }: ProjectProps) {
  const say = useSay();
  const lang = useLang();
  const hidden = Object.entries(PROJECT_ATTRIBUTE_LABELS).filter(([name]) => project.hidden.includes(name));
  return (
    <>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say(WORDS.fact)}</th>
            <th scope="col">{say(WORDS.value)}</th>
            <th scope="col">{say(WORDS.paper)}</th>
          </tr>
        </thead>
        <tbody>
          {project.attributes.map((fact) => (
            <tr key={fact.attribute}>
              <td>{fact.label}</td>
              <td>{fact.text}</td>
              <td>
                <PaperLink paper={fact.document} />{" "}
                <small className="muted">
                  {sinceInWords(fact.sinceKind, fact.since, lang)}
                  {fact.standing === "says" && `, ${say(WORDS.onlySays)}`}
                </small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hidden.length > 0 && (
        <p className="muted">
          {say(WORDS.hidden)} {hidden.map(([, label]) => say(label)).join(", ")}.
        </p>
      )}
    </>
  );
}

function Periods({ project }: ProjectProps) {
  const say = useSay();
  const lang = useLang();
  return (
    <table className="plain-table project-periods">
      <thead>
        <tr>
          <th scope="col">{say(WORDS.time)}</th>
          <th scope="col">{say(WORDS.status)}</th>
          <th scope="col" className="to-right">
            {say(WORDS.capital)}
          </th>
        </tr>
      </thead>
      <tbody>
        {project.periods.map((period) => (
          <tr key={period.from}>
            <td className="figures">
              {period.to === null ? say(WORDS.from) : ""} {formatDate(period.from, lang)}
              {period.to !== null && ` – ${formatDate(period.to, lang)}`}
            </td>
            <td>{period.statusLabel}</td>
            <td className="to-right figures nowrap">
              {period.registeredCapital === null ? "" : quantityText(period.registeredCapital, "dong", lang)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
