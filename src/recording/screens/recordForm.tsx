/** The form: paper, what it tells, preview. Every keystroke is kept; sending the same again records once. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { z } from "zod";
import { firstDay } from "../../kernel/dates.ts";
import { ApiError, post } from "../../web/api.ts";
import { formatInstant } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { Section } from "../../web/page.tsx";
import { type RecordingForm, recorded } from "../vocabulary.ts";
import { Done, type DoneWith } from "./done.tsx";
import { type Draft, dropDraft, findTelling, keepDraft, requestKeyFor, withPaper } from "./draft.ts";
import { FormHead } from "./formHead.tsx";
import { type RecordOf, useForm } from "./formAnswer.ts";
import { PaperPart } from "./paperPart.tsx";
import { PreviewPart, usePreview } from "./previewPart.tsx";
import { ToldPart } from "./toldPart.tsx";
import { findTypedDate } from "./typed.ts";
import { RECORD_WORDS } from "./words.ts";

const proposed = z.object({ id: z.string() });

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
  const preview = usePreview(told);
  const sending = useSending({ draft, setDraft, storage, finish });
  return (
    <>
      <FormHead form={form} of={of} />
      {restored !== null && (
        <p className="record-restored" role="status">
          {say(RECORD_WORDS.draftBack)} {formatInstant(restored, lang)}.{" "}
          <button type="button" className="bare" onClick={discard}>
            {say(RECORD_WORDS.dropDraft)}
          </button>
        </p>
      )}
      <Section title={say(RECORD_WORDS.paper)}>
        <PaperPart
          paper={draft.paper}
          change={(paper, offered) => setDraft(withPaper(draft, paper, offered))}
          alike={preview.data?.papersAlike ?? []}
        />
      </Section>
      <Section title={say(RECORD_WORDS.told)}>
        <ToldPart draft={draft} form={form} change={setDraft} />
      </Section>
      <Section title={say(RECORD_WORDS.preview)}>
        <PreviewPart
          told={told}
          preview={preview}
          correction={draft.mode === "correction"}
          directly={preview.data?.directly ?? form.directly}
          sending={sending.isPending}
          failed={sending.error}
          ended={ended}
          goOn={(expected) => setDraft({ ...draft, expected })}
          send={(directly) => {
            if (told !== null) sending.mutate({ told, directly, lines: preview.data?.lines ?? [] });
          }}
        />
      </Section>
    </>
  );
}

type Sent = {
  readonly told: NonNullable<ReturnType<typeof findTelling>>;
  readonly directly: boolean;
  readonly lines: DoneWith["lines"];
};

/** Sends what stands in the form, under the key of before where it is the same. */
function useSending(given: {
  readonly draft: Draft;
  readonly setDraft: (draft: Draft) => void;
  readonly storage: string;
  readonly finish: (done: DoneWith) => void;
}) {
  const { draft, setDraft, storage, finish } = given;
  const lang = useLang();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ told, directly, lines }: Sent): Promise<DoneWith> => {
      const content = JSON.stringify({ told, directly });
      const key = requestKeyFor(draft, content);
      const next = { ...draft, sent: { key, content } };
      setDraft(next);
      // Kept before it is sent: where the answer is lost with the page, the key is there still.
      keepDraft(storage, next);
      const body = { ...told, requestKey: key };
      const day = firstDay(told.from.date);
      if (!directly) {
        await post(proposed, `/api/proposals?lang=${lang}`, body);
        return { kind: "proposed", lines, zone: null, commit: null, day };
      }
      const { subject, commit } = await post(recorded, `/api/recording?lang=${lang}`, body);
      return {
        kind: "recorded",
        lines,
        zone: subject?.kind === "zone" ? (subject.key ?? subject.id) : null,
        commit,
        day,
      };
    },
    onSuccess: (done) => {
      dropDraft(storage);
      finish(done);
      return queries.invalidateQueries();
    },
    onError: (error) => {
      return error instanceof ApiError && error.status === 409
        ? queries.invalidateQueries({ queryKey: ["/api/recording/preview"] })
        : undefined;
    },
  });
}
