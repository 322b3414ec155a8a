/** Recording by hand: about what, then the form. It stays when the session ends, and what is typed is kept. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useSearchParams } from "react-router";
import { get, withQuery } from "../../web/api.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { PageHead } from "../../web/page.tsx";
import { ProblemNotice, Waiting } from "../../web/states.tsx";
import { type ProposalPage, proposalPage } from "../proposalWords.ts";
import { type RecordingForm, toldOf } from "../vocabulary.ts";
import { ChooseSubject, NEW } from "./chooseSubject.tsx";
import {
  correcting,
  type Draft,
  draftKey,
  draftOfTelling,
  emptyDraft,
  findDraft,
  isTouched,
} from "./draft.ts";
import { type RecordOf, useForm } from "./formAnswer.ts";
import { RecordForm } from "./recordForm.tsx";
import { StaysForRecorder } from "./staysForRecorder.tsx";
import { RECORD_WORDS } from "./words.ts";
import "./record.css";

/** What the address asks to be recorded; null: that is still to be chosen. */
function askedIn(search: URLSearchParams, account: string): RecordOf | null {
  const about = toldOf.safeParse(search.get("about") ?? "zone").data ?? "zone";
  const named = (name: string) => {
    const value = search.get(name);
    return value === null || value === NEW ? null : value;
  };
  const of: RecordOf = {
    ...{ account, about },
    zone: named("zone"),
    project: named("project"),
    clearance: named("clearance"),
    lease: named("lease"),
    task: named("task"),
    plot: named("plot"),
    phaseOf: named("phaseOf"),
    corrects: named("corrects"),
    proposal: named("proposal"),
  };
  if (about === "zone") return search.has("zone") || search.has("phaseOf") ? of : null;
  if (about === "project" || about === "clearance" || about === "task") {
    return search.has(about) || of.corrects !== null ? of : null;
  }
  if (about === "lease") return search.has("lease") || search.has("plot") || of.corrects !== null ? of : null;
  return of;
}

/** The page `/record`. */
export function RecordPage() {
  const say = useSay();
  const [search] = useSearchParams();
  const asked = search.get("about");
  const about = asked === "project" || asked === "clearance" || asked === "task" ? asked : "zone";
  const [round, setRound] = useState(0);
  return (
    <div className="record">
      <PageHead title={say(RECORD_WORDS.record)}>
        <p className="lead">{say(RECORD_WORDS.lead)}</p>
      </PageHead>
      <StaysForRecorder>
        {(account, hasEnded) => {
          const of = askedIn(search, account);
          return of === null ? (
            <>
              {hasEnded}
              <ChooseSubject about={about} />
            </>
          ) : (
            <Prepared
              key={`${JSON.stringify(of)} ${round}`}
              of={of}
              ended={hasEnded}
              again={() => setRound(round + 1)}
            />
          );
        }}
      </StaysForRecorder>
    </div>
  );
}

type PreparedProps = {
  readonly of: RecordOf;
  readonly ended: ReactNode;
  /** Begins anew, on what is known then. */
  readonly again: () => void;
};

function Prepared({ of, ended, again }: PreparedProps) {
  const lang = useLang();
  const form = useForm(of, null);
  const url = withQuery(`/api/proposals/${of.proposal}`, { lang });
  const proposal = useQuery({
    queryKey: ["/api/proposals", url],
    queryFn: ({ signal }) => get(proposalPage, url, signal),
    enabled: of.proposal !== null,
  });
  // What was loaded once stays: a session that ends must not take the form away.
  const [ready, setReady] = useState<{ form: RecordingForm; proposal: ProposalPage | null } | null>(null);
  const loaded = form.data !== undefined && !form.isFetching;
  if (ready === null && loaded && (of.proposal === null || proposal.data !== undefined)) {
    setReady({ form: form.data, proposal: proposal.data ?? null });
  }
  if (ready === null) {
    const failed = form.error ?? proposal.error;
    return (
      <>
        {ended}
        {failed === null ? <Waiting lines={20} /> : <ProblemNotice error={failed} />}
      </>
    );
  }
  const key = draftKey(of.account, subjectOf(of));
  const kept = findDraft(key);
  const given = { form: ready.form, lang };
  const wrong = ready.form.changes.find((c) => c.id === of.corrects);
  if (of.corrects !== null && wrong === undefined) return <Gone of={of} />;
  const begun: Draft =
    ready.proposal !== null
      ? draftOfTelling(ready.proposal.telling, ready.proposal.paper, given)
      : wrong !== undefined
        ? correcting(emptyDraft(given), wrong, given)
        : emptyDraft(given);
  const initial = { ...begun, expected: ready.form.expected };
  return (
    <RecordForm
      of={of}
      storage={key}
      first={ready.form}
      initial={initial}
      kept={kept !== null && isTouched(kept, begun) ? kept : null}
      ended={ended}
      again={again}
    />
  );
}

/** What a draft is of, to be found again. */
function subjectOf(of: RecordOf): string {
  const { about, zone, project, clearance, lease, task, plot, phaseOf, corrects, proposal } = of;
  if (proposal !== null) return `proposal:${proposal}`;
  if (corrects !== null) return `corrects:${corrects}`;
  if (phaseOf !== null) return `phaseOf:${phaseOf}`;
  return about === "zone"
    ? (zone ?? NEW)
    : `${about}:${project ?? clearance ?? lease ?? task ?? plot ?? zone ?? NEW}`;
}

/** What was to be put right is no longer in force. */
function Gone({ of }: { readonly of: RecordOf }) {
  const say = useSay();
  const subject = of.zone ?? of.project ?? of.clearance ?? of.lease ?? of.task;
  return (
    <div className="record-notice" role="status">
      <p>
        {say(RECORD_WORDS.correctionGone)}{" "}
        {subject !== null && (
          <ViewLink to={`/history?subject=${encodeURIComponent(subject)}`}>
            {say(RECORD_WORDS.seeHistory)}
          </ViewLink>
        )}
      </p>
    </div>
  );
}
