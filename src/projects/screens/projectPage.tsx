/** One investment project: what is known of it and from which paper, its procedures, the stretches of its life. */
import { useParams } from "react-router";
import { addDays } from "../../kernel/dates.ts";
import { ProceduresOf } from "../../procedures/screens/public.tsx";
import { ProjectLink } from "../../recording/screens/public.tsx";
import { useAnswer } from "../../web/answer.ts";
import { formatDate, quantityText, sinceInWords } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PaperLink, SubjectLink } from "../../web/links.tsx";
import { PageHead, Section, useAnchor } from "../../web/page.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import { type Column, DataTable } from "../../web/table.tsx";
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
  const columns: Column<ProjectPage["attributes"][number]>[] = [
    { key: "fact", head: say(WORDS.fact), names: true, cell: ({ label }) => label },
    { key: "value", head: say(WORDS.value), cell: ({ text }) => text },
    {
      ...{ key: "paper", head: say(WORDS.paper) },
      cell: (fact) => (
        <span>
          <PaperLink paper={fact.document} />{" "}
          <small className="muted">
            {sinceInWords(fact.sinceKind, fact.since, lang)}
            {fact.standing === "says" && `, ${say(WORDS.onlySays)}`}
          </small>
        </span>
      ),
    },
  ];
  const hidden = Object.entries(PROJECT_ATTRIBUTE_LABELS).filter(([name]) => project.hidden.includes(name));
  return (
    <>
      <DataTable
        caption={say(WORDS.facts)}
        columns={columns}
        rows={project.attributes}
        rowKey={({ attribute }) => attribute}
      />
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
  const columns: Column<ProjectPage["periods"][number]>[] = [
    {
      ...{ key: "time", head: say(WORDS.time), names: true },
      cell: ({ from, to }) => (
        <span className="figures">
          {to === null
            ? `${say(WORDS.from)} ${formatDate(from, lang)}`
            : `${formatDate(from, lang)} – ${formatDate(addDays(to, -1), lang)}`}
        </span>
      ),
    },
    { key: "status", head: say(WORDS.status), cell: ({ statusLabel }) => statusLabel },
    {
      ...{ key: "capital", head: say(WORDS.capital), figures: true },
      cell: ({ registeredCapital }) =>
        registeredCapital === null ? "" : quantityText(registeredCapital, "dong", lang),
    },
  ];
  return (
    <DataTable
      caption={say(WORDS.periods)}
      columns={columns}
      rows={project.periods}
      rowKey={({ from }) => from}
    />
  );
}
