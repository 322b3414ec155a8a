/** One task: what, whose, until when, by which papers; what was told of it; and what can be recorded. */
import { useParams } from "react-router";
import { OnlyWhoMay, WhereAllowed } from "../../people/screens/public.tsx";
import { CorrectLink } from "../../recording/screens/public.tsx";
import { useAnswer } from "../../web/answer.ts";
import { formatDate, formatInstant } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PaperLink, SubjectLink, ViewLink } from "../../web/links.tsx";
import { PageHead, Section } from "../../web/page.tsx";
import { Loaded } from "../../web/states.tsx";
import { ACTS, act as acts, type TaskPage, type ToldOfTask, taskPage } from "../pageVocabulary.ts";
import { Stands } from "./parts.tsx";
import { TASK_WORDS } from "./words.ts";
import "./tasks.css";

/** The page `/tasks/:task`. */
export function TaskScreen() {
  const { task = "" } = useParams();
  return (
    <OnlyWhoMay action="readInternal">
      <Task key={task} task={task} />
    </OnlyWhoMay>
  );
}

function Task({ task }: { readonly task: string }) {
  const path = `/api/tasks/${encodeURIComponent(task)}`;
  const answer = useAnswer(taskPage, path, { place: null, asOf: null });
  return (
    <Loaded answer={answer} lines={24}>
      {(page) => (
        <article>
          <Head page={page} />
          <History page={page} />
        </article>
      )}
    </Loaded>
  );
}

function Head({ page }: { readonly page: TaskPage }) {
  const say = useSay();
  const { item } = page;
  return (
    <>
      <PageHead kicker={<ViewLink to="/tasks">{say(TASK_WORDS.kicker)}</ViewLink>} title={item.title} />
      <dl className="task-facts">
        <Facts page={page} />
      </dl>
      {page.mayAct && <Acts page={page} />}
    </>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Facts({ page }: { readonly page: TaskPage }) {
  const say = useSay();
  const lang = useLang();
  const { item, given, dueBy, doneBy, places, names } = page;
  const { unit, officer, handedOn, dueText, openedOn, project } = item;
  return (
    <>
      <Fact term={say(TASK_WORDS.state)}>
        <Stands item={item} />
        {doneBy !== null && (
          <span className="task-by">
            {say(TASK_WORDS.doneBy)} <PaperLink paper={doneBy} />
          </span>
        )}
      </Fact>
      <Fact term={say(TASK_WORDS.due)}>
        {dueText === null ? (
          <span className="muted">{say(TASK_WORDS.noDue)}</span>
        ) : (
          <span className="figures">{formatDate(dueText, lang)}</span>
        )}
        {dueBy !== null && (
          <span className="task-by">
            {say(TASK_WORDS.dueBy)} <PaperLink paper={dueBy} />
          </span>
        )}
      </Fact>
      {unit !== null && <Fact term={say(TASK_WORDS.theUnit)}>{names[unit] ?? unit}</Fact>}
      {officer !== null && (
        <Fact term={say(TASK_WORDS.officer)}>
          {names[officer] ?? officer}
          {handedOn !== null && (
            <span className="task-by muted">
              {say(TASK_WORDS.since)} {formatDate(handedOn, lang)}
            </span>
          )}
        </Fact>
      )}
      <Fact term={say(TASK_WORDS.paper)}>
        <PaperLink paper={given} />
        {openedOn !== null && <span className="task-by muted">{formatDate(openedOn, lang)}</span>}
      </Fact>
      {item.number !== null && <Fact term={say(TASK_WORDS.number)}>{item.number}</Fact>}
      {item.zones.map((zone) => (
        <Fact key={zone.id} term={say(TASK_WORDS.zone)}>
          <SubjectLink subject={{ kind: "zone", key: null, ...zone }} />
        </Fact>
      ))}
      {project !== null && <Fact term={say(TASK_WORDS.project)}>{project.label}</Fact>}
      {places.length > 0 && (
        <Fact term={say(TASK_WORDS.places)}>{places.map((place) => place.label).join(", ")}</Fact>
      )}
    </>
  );
}

function Acts({ page: { key, item } }: { readonly page: TaskPage }) {
  const say = useSay();
  const task = encodeURIComponent(key ?? item.id);
  return (
    <p className="task-acts">
      {item.state === "open" &&
        acts.options.map((one) => (
          <ViewLink key={one} className="button" to={`/record/task?task=${task}&act=${one}`}>
            {say(ACTS[one])}
          </ViewLink>
        ))}
      <ViewLink to={`/record?about=task&task=${task}`}>{say(TASK_WORDS.other)}</ViewLink>
    </p>
  );
}

function History({ page: { item, key, history } }: { readonly page: TaskPage }) {
  const say = useSay();
  return (
    <Section title={say(TASK_WORDS.history)}>
      <ol className="task-history">
        {history.map((told) => (
          <Told key={told.id} told={told} task={key ?? item.id} />
        ))}
      </ol>
      <WhereAllowed action="readHistory">
        <p className="section">
          <ViewLink to={`/history?subject=${item.id}`}>{say(TASK_WORDS.wholeHistory)}</ViewLink>
        </p>
      </WhereAllowed>
    </Section>
  );
}

function Told({ told, task }: { readonly told: ToldOfTask; readonly task: string }) {
  const say = useSay();
  const lang = useLang();
  const { kind, text, since, document, note, at, author, withdrawn, correctable, id } = told;
  return (
    <li data-withdrawn={withdrawn || undefined}>
      <p>
        <strong>{since === null ? say(TASK_WORDS[kind]) : formatDate(since, lang)}</strong>{" "}
        {kind === "clear" && `${say(TASK_WORDS.clear)}: `}
        {text}
        {withdrawn && <span className="muted"> ({say(TASK_WORDS.withdrawn)})</span>}
      </p>
      {note !== null && (
        <p>
          {say(TASK_WORDS.note)}: {note}
        </p>
      )}
      <p className="muted">
        <PaperLink paper={document} /> · {formatInstant(at, lang)}
        {author !== null && ` · ${author}`}
        {correctable && kind !== "withdraw" && (
          <>
            {" · "}
            <CorrectLink of={{ kind: "task", subject: task, id }} said={text} />
          </>
        )}
      </p>
    </li>
  );
}
