/** Recording what happens to one task: done, handed on, given more time, dropped; by a paper, or by a note. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useSearchParams } from "react-router";
import { ACTS, type Act, act as acts, type TaskPage, taskPage } from "../../tasks/pageVocabulary.ts";
import { taskPath } from "../../tasks/vocabulary.ts";
import { get, withQuery } from "../../web/api.ts";
import { formatDate } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PaperLink, ViewLink } from "../../web/links.tsx";
import { PageHead, Section } from "../../web/page.tsx";
import { Empty, ProblemNotice, Waiting } from "../../web/states.tsx";
import type { RecordingForm } from "../vocabulary.ts";
import { Done } from "./done.tsx";
import { draftKey, withPaper } from "./draft.ts";
import { DraftBack } from "./draftBack.tsx";
import { useForm } from "./formAnswer.ts";
import { PaperPart } from "./paperPart.tsx";
import { StaysForRecorder } from "./staysForRecorder.tsx";
import { type ActDraft, ASKED, actDraft, emptyAct, findActTelling, isActTouched } from "./taskActDraft.ts";
import { DayInput, LinesInput, TaskValue, taskOf } from "./taskFields.tsx";
import { TASK_FORM_WORDS } from "./taskWords.ts";
import { useKeptForm } from "./useKeptForm.ts";
import { useKeptRecording } from "./useRecording.tsx";
import { RECORD_WORDS } from "./words.ts";
import "./record.css";
import "./tasks.css";

/** The page `/record/task`. */
export function TaskActPage() {
  const say = useSay();
  const [search] = useSearchParams();
  const [round, setRound] = useState(0);
  const task = search.get("task");
  const act = acts.safeParse(search.get("act")).data ?? null;
  return (
    <div className="record">
      <PageHead title={say(act === null ? RECORD_WORDS.record : ACTS[act])} />
      <StaysForRecorder>
        {(account, hasEnded) =>
          task === null || act === null ? (
            <Empty>{say(TASK_FORM_WORDS.noAct)}</Empty>
          ) : (
            <Prepared
              key={`${account} ${task} ${act} ${round}`}
              of={{ account, task, act }}
              ended={hasEnded}
              again={() => setRound(round + 1)}
            />
          )
        }
      </StaysForRecorder>
    </div>
  );
}

type Of = { readonly account: string; readonly task: string; readonly act: Act };
type PreparedProps = { readonly of: Of; readonly ended: ReactNode; readonly again: () => void };

function Prepared({ of, ended, again }: PreparedProps) {
  const lang = useLang();
  const form = useForm(taskOf(of.account, of.task), null);
  const url = withQuery(`/api/tasks/${encodeURIComponent(of.task)}`, { lang });
  const task = useQuery({
    queryKey: ["/api/tasks", url],
    queryFn: ({ signal }) => get(taskPage, url, signal),
  });
  // What was loaded once stays: a session that ends must not take the form away.
  const [ready, setReady] = useState<{ form: RecordingForm; page: TaskPage } | null>(null);
  const isLoaded = form.data !== undefined && !form.isFetching && task.data !== undefined;
  if (ready === null && isLoaded) setReady({ form: form.data, page: task.data });
  if (ready === null) {
    const failed = form.error ?? task.error;
    return (
      <>
        {ended}
        {failed === null ? <Waiting lines={20} /> : <ProblemNotice error={failed} />}
      </>
    );
  }
  return <Acting {...ready} of={of} ended={ended} again={again} />;
}

type ActingProps = PreparedProps & { readonly form: RecordingForm; readonly page: TaskPage };

function Acting({ form, page, of, ended, again }: ActingProps) {
  const say = useSay();
  const storage = draftKey(of.account, `task:${page.item.id}:${of.act}`);
  const kept = useKeptForm<ActDraft>({
    ...{ storage, schema: actDraft, isTouched: isActTouched, again },
    begin: () => emptyAct(of.act, formatDate(page.asOf, "vi")),
  });
  const { done } = kept;
  const back = (
    <p className="record-after">
      <ViewLink to={taskPath({ ...page.item, key: page.key })}>{say(TASK_FORM_WORDS.backToTask)}</ViewLink>
    </p>
  );
  if (done !== null) {
    return (
      <>
        <Done done={done} again={again} />
        {back}
      </>
    );
  }
  return (
    <>
      <div className="record-of">
        <p className="record-zone">{page.item.title}</p>
        <p className="muted">
          {say(TASK_FORM_WORDS.given)}: <PaperLink paper={page.given} />
        </p>
      </div>
      <DraftBack restored={kept.restored} discard={kept.discard} />
      <Filling {...{ form, page, ended, kept }} act={of.act} />
      {back}
    </>
  );
}

type FillingProps = Pick<ActingProps, "form" | "page" | "ended"> & {
  readonly act: Act;
  readonly kept: ReturnType<typeof useKeptForm<ActDraft>>;
};

const DAYS = {
  done: TASK_FORM_WORDS.doneOn,
  handOn: TASK_FORM_WORDS.handedOn,
  extend: TASK_FORM_WORDS.extendedOn,
  drop: TASK_FORM_WORDS.droppedOn,
} as const satisfies Record<Act, unknown>;

function Filling({ form, page, act, kept, ended }: FillingProps) {
  const say = useSay();
  const lang = useLang();
  const { draft, setDraft } = kept;
  const { frame, proof } = draft;
  const setFrame = (next: ActDraft["frame"]) => setDraft({ ...draft, frame: next });
  const told = findActTelling(draft, { act, form, given: page.given, lang });
  const { alike, preview } = useKeptRecording({ kept, told, directly: form.directly, ended });
  const asked = ASKED[act].flatMap((name) => form.fields.find((f) => f.attribute === name) ?? []);
  return (
    <>
      <Section title={say(TASK_FORM_WORDS.proof)}>
        {act !== "extend" && <Proof proof={proof} change={(next) => setDraft(provenBy(draft, next, page))} />}
        {proof === "paper" && (
          <PaperPart
            paper={frame.paper}
            change={(paper, offered) => setFrame({ ...withPaper(frame, paper, offered), fromKind: "on" })}
            alike={alike}
          />
        )}
      </Section>
      <Section title={say(TASK_FORM_WORDS.what)}>
        <div className="task-what">
          {asked.map((field) => (
            <TaskValue
              key={field.attribute}
              form={form}
              field={field}
              rows={frame.rows}
              change={(rows) => setFrame({ ...frame, rows })}
            />
          ))}
          <DayInput
            label={say(DAYS[act])}
            text={frame.fromDate}
            change={(fromDate) => setFrame({ ...frame, fromDate })}
          />
          <LinesInput
            label={say(TASK_FORM_WORDS.note)}
            lines={2}
            text={frame.note}
            change={(note) => setFrame({ ...frame, note })}
          />
        </div>
      </Section>
      <Section title={say(RECORD_WORDS.preview)}>{preview}</Section>
    </>
  );
}

/** What no paper of its own tells happens today, as long as nobody has typed another day. */
function provenBy({ frame }: ActDraft, proof: ActDraft["proof"], { asOf }: TaskPage): ActDraft {
  const fromDate = frame.fromDate === "" && proof === "given" ? formatDate(asOf, "vi") : frame.fromDate;
  return { frame: { ...frame, fromDate }, proof };
}

type ProofProps = { readonly proof: ActDraft["proof"]; readonly change: (proof: ActDraft["proof"]) => void };

function Proof({ proof, change }: ProofProps) {
  const say = useSay();
  const ways = [
    ["paper", TASK_FORM_WORDS.byPaper, null],
    ["given", TASK_FORM_WORDS.byNote, TASK_FORM_WORDS.byNoteMore],
  ] as const;
  return (
    <fieldset className="modes task-proof">
      <legend className="visually-hidden">{say(TASK_FORM_WORDS.proof)}</legend>
      {ways.map(([way, label, more]) => (
        <label key={way}>
          <input type="radio" name="proof" checked={proof === way} onChange={() => change(way)} />
          <span>
            <strong>{say(label)}</strong>
            {more !== null && <small className="muted">{say(more)}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
