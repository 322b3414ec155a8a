/** What recording would change, in sentences; what speaks against it; and the button that records. */
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { post } from "../../web/api.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { Progress } from "../../web/progress.tsx";
import { Empty, ProblemList, ProblemNotice } from "../../web/states.tsx";
import { type DryRun, dryRun, type LineOfChange, type Telling, telling } from "../vocabulary.ts";
import { useRested } from "./choose.tsx";
import { ConflictTable } from "./conflictTable.tsx";
import { tellsSomething } from "./draft.ts";
import { RECORD_WORDS } from "./words.ts";

/** The dry run of what stands in the form, once it has rested. */
export function usePreview(
  told: Telling | null,
): UseQueryResult<DryRun, Error> & { readonly fresh: boolean } {
  const lang = useLang();
  const content = told === null ? null : JSON.stringify(told);
  const rested = useRested(content, 300);
  const query = useQuery({
    queryKey: ["/api/recording/preview", lang, rested],
    queryFn: () =>
      post(dryRun, `/api/recording/preview?lang=${lang}`, telling.parse(JSON.parse(rested ?? "null"))),
    enabled: rested !== null,
    placeholderData: (before) => before,
  });
  return {
    ...query,
    fresh: content !== null && rested === content && query.isSuccess && !query.isPlaceholderData,
  };
}

type PreviewProps = {
  readonly told: Telling | null;
  readonly preview: ReturnType<typeof usePreview>;
  readonly correction: boolean;
  /** Whether the account records without approval. */
  readonly directly: boolean;
  readonly sending: boolean;
  readonly failed: Error | null;
  /** What says that the session has ended, or null: beside the button, where somebody looks who pressed it. */
  readonly ended: ReactNode;
  /** Goes on with one's own values, having seen what others recorded up to this commit. */
  readonly goOn: (expected: number) => void;
  readonly send: (directly: boolean) => void;
};

/** The third part of the form. */
export function PreviewPart(props: PreviewProps) {
  const { told, preview, correction, directly, sending, failed, ended, goOn, send } = props;
  const say = useSay();
  const shown = told !== null && tellsSomething(told) ? preview.data : undefined;
  const clean = preview.fresh && shown?.problems.length === 0 && shown.conflict === null;
  const label = directly
    ? correction
      ? RECORD_WORDS.correctNow
      : RECORD_WORDS.recordNow
    : RECORD_WORDS.proposeNow;
  return (
    <>
      {shown === undefined ? (
        <Empty>{say(RECORD_WORDS.notYet)}</Empty>
      ) : (
        <div aria-busy={!preview.fresh}>
          {shown.conflict !== null && (
            <ConflictTable
              conflict={shown.conflict}
              said={say(RECORD_WORDS.moved)}
              mine={say(RECORD_WORDS.mine)}
            >
              <button type="button" onClick={() => goOn(shown.expected)}>
                {say(RECORD_WORDS.goOn)}
              </button>
            </ConflictTable>
          )}
          <Lines lines={shown.lines} />
          {shown.lines.length === 0 && shown.problems.length === 0 && (
            <Empty>{say(RECORD_WORDS.noneMoves)}</Empty>
          )}
          {shown.notices.map((notice) => (
            <p key={notice} className="record-notice">
              {notice}
            </p>
          ))}
          {shown.problems.length > 0 && (
            <div className="problem" role="status">
              <h3>{say(RECORD_WORDS.objections)}</h3>
              <ProblemList problems={shown.problems} />
            </div>
          )}
        </div>
      )}
      {preview.isError && ended === null && told !== null && tellsSomething(told) && (
        <ProblemNotice error={preview.error} retry={() => preview.refetch()} />
      )}
      {failed !== null && ended === null && <ProblemNotice error={failed} />}
      {ended}
      <p className="record-send">
        <button
          type="button"
          className="primary"
          disabled={!clean || sending || ended !== null}
          onClick={() => send(directly)}
        >
          {say(sending ? RECORD_WORDS.working : label)}
        </button>
        {!directly && <span className="muted">{say(RECORD_WORDS.proposeWhy)}</span>}
      </p>
      <Progress busy={sending} label={say(RECORD_WORDS.working)} />
    </>
  );
}

type OfSubject = readonly [LineOfChange["subject"], readonly LineOfChange[]];

/** The lines of each subject together, in the order in which they are told. */
function bySubject(lines: readonly LineOfChange[]): readonly OfSubject[] {
  const ids = [...new Set(lines.map((l) => l.subject?.id))];
  return ids.map((id) => {
    const own = lines.filter((l) => l.subject?.id === id);
    return [own[0]?.subject ?? null, own];
  });
}

/** The sentences; what becomes another value stands first. */
export function Lines({ lines }: { readonly lines: readonly LineOfChange[] }) {
  const say = useSay();
  if (lines.length === 0) return null;
  return (
    <div role="status">
      <h3 className="visually-hidden">{say(RECORD_WORDS.willChange)}</h3>
      {bySubject(lines).map(([subject, own], _, all) => (
        <div key={subject?.id ?? "none"}>
          {all.length > 1 && subject !== null && <h4 className="lines-of">{subject.label}</h4>}
          <ul className="lines">
            {own.map((line) => (
              <li key={line.text} data-becomes={line.becomes}>
                {line.text}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
