/** What every form of recording ends with: the dry run of what it tells, and the button that records or proposes it. */
import type { ReactNode } from "react";
import type { OfferedPaper, Telling } from "../vocabulary.ts";
import type { DoneWith } from "./done.tsx";
import type { Draft } from "./draft.ts";
import { PreviewPart, usePreview } from "./previewPart.tsx";
import { useSending } from "./sending.ts";
import type { KeptForm } from "./useKeptForm.ts";

type RecordingProps = {
  /** Null while something of it is missing or wrong. */
  readonly told: Telling | null;
  /** What was sent last, and under which key. */
  readonly sent: Draft["sent"];
  /** Keeps what is sent, before it is sent. */
  readonly keep: (sent: NonNullable<Draft["sent"]>) => void;
  readonly finish: (done: DoneWith) => void;
  /** Whether the account records without approval, until the dry run says so. */
  readonly directly: boolean;
  readonly correction?: boolean;
  readonly ended: ReactNode;
  readonly goOn: (expected: number) => void;
};

/** `alike`: papers of the register that a new one may be; `preview`: the last part of the form. */
export function useRecording(of: RecordingProps): {
  readonly alike: readonly OfferedPaper[];
  readonly preview: ReactNode;
} {
  const { told, sent, keep, finish, directly, correction = false, ended, goOn } = of;
  const preview = usePreview(told);
  const sending = useSending({ sent, keep, finish });
  return {
    alike: preview.data?.papersAlike ?? [],
    preview: (
      <PreviewPart
        told={told}
        preview={preview}
        correction={correction}
        directly={preview.data?.directly ?? directly}
        sending={sending.isPending}
        failed={sending.error}
        ended={ended}
        goOn={goOn}
        send={(now) => {
          if (told !== null) sending.mutate({ told, directly: now, lines: preview.data?.lines ?? [] });
        }}
      />
    ),
  };
}

/** The same for a form of which `useKeptForm` keeps the draft. */
export function useKeptRecording<T extends { readonly frame: Draft }>({
  kept,
  ...of
}: Pick<RecordingProps, "told" | "directly" | "ended"> & {
  readonly kept: Pick<KeptForm<T>, "draft" | "setDraft" | "keep" | "finish">;
}): ReturnType<typeof useRecording> {
  const { draft, setDraft, keep, finish } = kept;
  const framed = (frame: Draft): T => ({ ...draft, frame });
  return useRecording({
    ...of,
    sent: draft.frame.sent,
    keep: (sent) => {
      const next = framed({ ...draft.frame, sent });
      setDraft(next);
      keep(next);
    },
    finish,
    goOn: (expected) => setDraft(framed({ ...draft.frame, expected })),
  });
}
