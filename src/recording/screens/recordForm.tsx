/** The form: paper, what it tells, preview. Every keystroke is kept; sending the same again records once. */
import { type ReactNode, useEffect, useState } from "react";
import { firstDay } from "../../kernel/dates.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { Section } from "../../web/page.tsx";
import type { RecordingForm } from "../vocabulary.ts";
import { Done, type DoneWith } from "./done.tsx";
import { type Draft, dropDraft, findTelling, keepDraft, withPaper } from "./draft.ts";
import { DraftBack } from "./draftBack.tsx";
import { type RecordOf, useForm } from "./formAnswer.ts";
import { FormHead } from "./formHead.tsx";
import { PaperPart } from "./paperPart.tsx";
import { ToldPart } from "./toldPart.tsx";
import { findTypedDate } from "./typed.ts";
import { useRecording } from "./useRecording.tsx";
import { RECORD_WORDS } from "./words.ts";

type FormProps = {
  readonly of: RecordOf;
  /** Where the draft is kept. */
  readonly storage: string;
  readonly first: RecordingForm;
  readonly initial: Draft;
  /** A draft of before, or null. */
  readonly kept: Draft | null;
  /** What says that the session has ended, or null. */
  readonly ended: ReactNode;
  /** Begins anew, on what is known then. */
  readonly again: () => void;
};

/** The form, until something is recorded. */
export function RecordForm(props: FormProps) {
  const { storage, kept, again } = props;
  const [begun] = useState({ draft: kept ?? props.initial, restored: kept?.savedAt ?? null });
  const [done, setDone] = useState<DoneWith | null>(null);
  const discard = () => {
    dropDraft(storage);
    again();
  };
  if (done !== null) return <Done done={done} again={discard} />;
  return (
    <Filling {...props} begun={begun.draft} restored={begun.restored} discard={discard} finish={setDone} />
  );
}

type FillingProps = FormProps & {
  readonly begun: Draft;
  readonly restored: string | null;
  readonly discard: () => void;
  readonly finish: (done: DoneWith) => void;
};

function Filling({ of, storage, first, begun, restored, discard, finish, ended }: FillingProps) {
  const say = useSay();
  const lang = useLang();
  const [draft, setDraft] = useState(begun);
  useEffect(() => {
    if (draft !== begun) keepDraft(storage, draft);
  }, [draft, begun, storage]);
  const date = findTypedDate(draft.fromDate);
  const form = useForm(of, date === null ? null : firstDay(date)).data ?? first;
  const told = findTelling(draft, { form, lang });
  const { alike, preview } = useRecording({
    told,
    sent: draft.sent,
    keep: (sent) => {
      setDraft({ ...draft, sent });
      keepDraft(storage, { ...draft, sent });
    },
    finish: (done) => {
      dropDraft(storage);
      finish(done);
    },
    directly: form.directly,
    correction: draft.mode === "correction",
    ended,
    goOn: (expected) => setDraft({ ...draft, expected }),
  });
  return (
    <>
      <FormHead form={form} of={of} />
      <DraftBack restored={restored} discard={discard} />
      <Section title={say(RECORD_WORDS.paper)}>
        <PaperPart
          paper={draft.paper}
          change={(paper, offered) => setDraft(withPaper(draft, paper, offered))}
          alike={alike}
        />
      </Section>
      <Section title={say(RECORD_WORDS.told)}>
        <ToldPart draft={draft} form={form} change={setDraft} />
      </Section>
      <Section title={say(RECORD_WORDS.preview)}>{preview}</Section>
    </>
  );
}
