/** Recording the tasks of one paper, all of them together: the paper, then task by task. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useSearchParams } from "react-router";
import { get, withQuery } from "../../web/api.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { PageHead, Section } from "../../web/page.tsx";
import { ProblemNotice, Waiting } from "../../web/states.tsx";
import { offeredPaper, type RecordingForm } from "../vocabulary.ts";
import { Done } from "./done.tsx";
import { draftKey, withPaper } from "./draft.ts";
import { DraftBack } from "./draftBack.tsx";
import { useForm } from "./formAnswer.ts";
import { PaperPart } from "./paperPart.tsx";
import {
  areTasksTouched,
  EMPTY_TASKS,
  findTasksTelling,
  MOST_TASKS,
  TASK_FIELDS,
  type TasksDraft,
  tasksDraft,
} from "./paperTasksDraft.ts";
import { StaysForRecorder } from "./staysForRecorder.tsx";
import { DayInput, LinesInput, rowOf, TaskValue, taskOf, withRow } from "./taskFields.tsx";
import { TASK_FORM_WORDS } from "./taskWords.ts";
import { useKeptForm } from "./useKeptForm.ts";
import { useKeptRecording } from "./useRecording.tsx";
import { RECORD_WORDS } from "./words.ts";
import "./record.css";
import "./tasks.css";

/** The page `/record/tasks`. */
export function PaperTasksPage() {
  const say = useSay();
  const [search] = useSearchParams();
  const [round, setRound] = useState(0);
  const paper = search.get("paper");
  return (
    <div className="record record-tasks">
      <PageHead title={say(TASK_FORM_WORDS.title)}>
        <p className="lead">{say(TASK_FORM_WORDS.lead)}</p>
      </PageHead>
      <StaysForRecorder>
        {(account, hasEnded) => (
          <Prepared
            key={`${account} ${paper} ${round}`}
            account={account}
            paper={paper}
            ended={hasEnded}
            again={() => setRound(round + 1)}
          />
        )}
      </StaysForRecorder>
    </div>
  );
}

type PreparedProps = {
  readonly account: string;
  /** Id or key of the paper that the form is opened for; null: it is chosen here. */
  readonly paper: string | null;
  readonly ended: ReactNode;
  readonly again: () => void;
};

/** The paper that the form is opened for, as it would be chosen. */
function useGiven(paper: string | null) {
  const lang = useLang();
  const url = withQuery(`/api/documents/${encodeURIComponent(paper ?? "")}`, { lang });
  return useQuery({
    queryKey: ["/api/documents", "offered", url],
    queryFn: ({ signal }) => get(offeredPaper, url, signal),
    enabled: paper !== null,
  });
}

function Prepared({ account, paper, ended, again }: PreparedProps) {
  const form = useForm(taskOf(account, null), null);
  const given = useGiven(paper);
  // What was loaded once stays: a session that ends must not take the form away.
  const [ready, setReady] = useState<{ form: RecordingForm; begun: TasksDraft } | null>(null);
  if (ready === null && form.data !== undefined && (paper === null || given.data !== undefined)) {
    setReady({ form: form.data, begun: begunWith(given.data ?? null) });
  }
  if (ready === null) {
    const failed = form.error ?? given.error;
    return (
      <>
        {ended}
        {failed === null ? <Waiting lines={20} /> : <ProblemNotice error={failed} />}
      </>
    );
  }
  const storage = draftKey(account, `tasks:${paper ?? "new"}`);
  // In another language the form is another one, what was typed stays.
  return (
    <Tasks form={form.data ?? ready.form} begun={ready.begun} storage={storage} ended={ended} again={again} />
  );
}

type Offered = NonNullable<ReturnType<typeof useGiven>["data"]>;

function chosenPaper(p: Offered): TasksDraft["frame"]["paper"] {
  return { kind: "known", id: p.id, label: p.label, more: p.title };
}

/** The form with the paper in it; what a paper asks for is asked from its day on. */
function begunWith(paper: Offered | null): TasksDraft {
  if (paper === null) return EMPTY_TASKS;
  return { ...EMPTY_TASKS, frame: framed(EMPTY_TASKS.frame, chosenPaper(paper), paper) };
}

function framed(...of: Parameters<typeof withPaper>): TasksDraft["frame"] {
  return { ...withPaper(...of), fromKind: "on" };
}

type TasksProps = {
  readonly form: RecordingForm;
  readonly begun: TasksDraft;
  readonly storage: string;
  readonly ended: ReactNode;
  readonly again: () => void;
};

function Tasks({ form, begun, storage, ended, again }: TasksProps) {
  const say = useSay();
  const kept = useKeptForm<TasksDraft>({
    ...{ storage, schema: tasksDraft, isTouched: areTasksTouched, again },
    begin: () => begun,
  });
  const { draft, done } = kept;
  if (done !== null) {
    const { paper } = draft.frame;
    const isKnown = paper.kind === "known";
    return (
      <>
        <Done done={done} again={again} />
        <p className="record-after">
          <ViewLink to={isKnown ? `/tasks?paper=${paper.id}` : "/tasks"}>
            {say(isKnown ? TASK_FORM_WORDS.see : TASK_FORM_WORDS.seeAll)}
          </ViewLink>
        </p>
      </>
    );
  }
  return (
    <>
      <DraftBack restored={kept.restored} discard={kept.discard} />
      <Filling form={form} ended={ended} kept={kept} />
    </>
  );
}

type FillingProps = Pick<TasksProps, "form" | "ended"> & {
  readonly kept: ReturnType<typeof useKeptForm<TasksDraft>>;
};

function Filling({ form, kept, ended }: FillingProps) {
  const say = useSay();
  const lang = useLang();
  const { draft, setDraft } = kept;
  const { frame, tasks } = draft;
  const setFrame = (next: TasksDraft["frame"]) => setDraft({ ...draft, frame: next });
  const told = findTasksTelling(draft, { form, lang });
  const { alike, preview } = useKeptRecording({ kept, told, directly: form.directly, ended });
  return (
    <>
      <Section title={say(RECORD_WORDS.paper)}>
        <PaperPart
          paper={frame.paper}
          change={(paper, offered) => setFrame(framed(frame, paper, offered))}
          alike={alike}
        />
        <div className="task-day">
          <DayInput
            label={say(TASK_FORM_WORDS.givenOn)}
            text={frame.fromDate}
            change={(fromDate) => setFrame({ ...frame, fromDate })}
          />
        </div>
      </Section>
      <Section title={say(TASK_FORM_WORDS.tasks)}>
        <TaskRows form={form} tasks={tasks} change={(next) => setDraft({ ...draft, tasks: next })} />
      </Section>
      <Section title={say(RECORD_WORDS.preview)}>{preview}</Section>
    </>
  );
}

type RowsProps = {
  readonly form: RecordingForm;
  readonly tasks: TasksDraft["tasks"];
  readonly change: (tasks: TasksDraft["tasks"]) => void;
};

function TaskRows({ form, tasks, change }: RowsProps) {
  const say = useSay();
  const fields = TASK_FIELDS.flatMap((name) => form.fields.find((f) => f.attribute === name) ?? []);
  return (
    <>
      <ol className="task-rows">
        {tasks.map((rows, at) => {
          const put = (next: TasksDraft["tasks"][number]) => change(tasks.with(at, next));
          const title = `${say(TASK_FORM_WORDS.task)} ${at + 1}`;
          const name = rowOf(rows, "name");
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: tasks have no name but their place
            <li key={at}>
              <fieldset>
                <legend>{title}</legend>
                <LinesInput
                  label={say(TASK_FORM_WORDS.name)}
                  lines={2}
                  text={name.text}
                  change={(text) => put(withRow(rows, { ...name, text }))}
                />
                <div className="task-fields">
                  {fields.map((field) => (
                    <TaskValue key={field.attribute} form={form} field={field} rows={rows} change={put} />
                  ))}
                </div>
                {tasks.length > 1 && (
                  <button
                    type="button"
                    className="bare"
                    aria-label={`${say(TASK_FORM_WORDS.leaveOut)}: ${title}`}
                    onClick={() => change(tasks.filter((_, i) => i !== at))}
                  >
                    {say(TASK_FORM_WORDS.leaveOut)}
                  </button>
                )}
              </fieldset>
            </li>
          );
        })}
      </ol>
      {tasks.length < MOST_TASKS && (
        <p>
          <button type="button" onClick={() => change([...tasks, []])}>
            {say(TASK_FORM_WORDS.add)}
          </button>
        </p>
      )}
    </>
  );
}
