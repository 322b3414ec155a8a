/** One proposal: its paper, what approving would change now, what moved meanwhile; approving, sending and taking back. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { z } from "zod";
import { StaysForWhoMay } from "../../people/screens/public.tsx";
import { useAnswer } from "../../web/answer.ts";
import { post } from "../../web/api.ts";
import { formatDate, formatInstant } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { PageHead, Section } from "../../web/page.tsx";
import { Paper } from "../../web/paper.tsx";
import { Loaded, ProblemList, ProblemNotice } from "../../web/states.tsx";
import { useHref } from "../../web/view.tsx";
import { type ProposalPage, proposalPage } from "../proposalWords.ts";
import { recorded } from "../vocabulary.ts";
import { ConflictTable } from "./conflictTable.tsx";
import { Field } from "./paperFields.tsx";
import { Lines } from "./previewPart.tsx";
import { RECORD_WORDS } from "./words.ts";
import "./record.css";

const closed = z.object({ id: z.string() });

/** The page `/proposals/:proposal`. */
export function ProposalScreen() {
  const say = useSay();
  return (
    <div className="record">
      <StaysForWhoMay action="readProposals" whenEnded={<h2>{say(RECORD_WORDS.ended)}</h2>}>
        {(_, ended) => (
          <>
            {ended}
            <Shown />
          </>
        )}
      </StaysForWhoMay>
    </div>
  );
}

function Shown() {
  const { proposal = "" } = useParams();
  const answer = useAnswer(proposalPage, `/api/proposals/${encodeURIComponent(proposal)}`);
  return (
    <Loaded answer={answer} lines={20}>
      {(page) => <ProposalArticle page={page} />}
    </Loaded>
  );
}

function ProposalArticle({ page }: { readonly page: ProposalPage }) {
  const say = useSay();
  const lang = useLang();
  const { about, subject, paperLine: paper, dryRun } = page;
  const kicker = `${say(RECORD_WORDS.proposal)} · ${page.stateLabel}${page.correction ? ` · ${say(RECORD_WORDS.isCorrection)}` : ""}`;
  return (
    <article>
      <PageHead kicker={kicker} title={subject.label}>
        <p className="lead">
          {say(RECORD_WORDS.proposer)}: {page.proposer}, {formatInstant(page.proposedAt, lang)}
          {page.decidedBy !== null && (
            <>
              . {say(RECORD_WORDS.decider)}: {page.decidedBy}
            </>
          )}
        </p>
        {about === "zone" && subject.key !== null && (
          <p>
            <ViewLink to={`/zones/${encodeURIComponent(subject.key)}`}>{say(RECORD_WORDS.seeZone)}</ViewLink>
          </p>
        )}
      </PageHead>
      {page.reason !== null && (
        <p className="record-notice">
          {say(RECORD_WORDS.reason)}: {page.reason}
        </p>
      )}
      <Section title={say(RECORD_WORDS.paper).replace(/^\d\. /, "")}>
        {paper !== null && (
          <div className="record-paper">
            <Paper
              name={`${paper.kindLabel} ${paper.label}`}
              issuer={paper.issuer}
              dated={paper.signedOn === null ? null : formatDate(paper.signedOn, lang)}
            >
              {paper.title}
            </Paper>
            {page.paperUrl !== null && (
              <a href={page.paperUrl} rel="noreferrer">
                {page.paperUrl}
              </a>
            )}
          </div>
        )}
      </Section>
      <Section title={say(RECORD_WORDS.told).replace(/^\d\. /, "")}>
        {dryRun === null ? <p>{page.text}</p> : <Lines lines={dryRun.lines} />}
        {page.note !== null && <p className="record-notice">{page.note}</p>}
        {dryRun !== null && dryRun.problems.length > 0 && (
          <div className="problem" role="status">
            <h3>{say(RECORD_WORDS.objections)}</h3>
            <ProblemList problems={dryRun.problems} />
          </div>
        )}
      </Section>
      {dryRun !== null && <Deciding page={page} dryRun={dryRun} />}
      {page.state === "sentBack" && page.own && page.telling.also.length === 0 && <Better page={page} />}
    </article>
  );
}

function Better({ page }: { readonly page: ProposalPage }) {
  const say = useSay();
  const href = useHref();
  const { about, subject } = page;
  const named = subject.key ?? subject.id ?? "new";
  const of =
    about === "zone" || about === "plots"
      ? { zone: named }
      : about === "project" || about === "clearance" || about === "task"
        ? { about, [about]: named }
        : { about };
  const path = about === "plots" ? "/record/plots" : "/record";
  return (
    <p className="record-send">
      <Link className="button" to={href(path, { ...of, proposal: page.id })}>
        {say(RECORD_WORDS.better)}
      </Link>
    </p>
  );
}

type DecidingProps = {
  readonly page: ProposalPage;
  readonly dryRun: NonNullable<ProposalPage["dryRun"]>;
};

function Deciding({ page, dryRun }: DecidingProps) {
  const say = useSay();
  const lang = useLang();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const url = (what: string) => `/api/proposals/${page.id}/${what}?lang=${lang}`;
  // Whether it went well or somebody was quicker: what is shown is asked anew.
  const onSettled = () => queries.invalidateQueries();
  const approve = useMutation({
    mutationFn: () => post(recorded, url("approve"), { expected: dryRun.expected }),
    onSettled,
  });
  const sendBack = useMutation({ mutationFn: () => post(closed, url("send-back"), { reason }), onSettled });
  const takeBack = useMutation({ mutationFn: () => post(closed, url("take-back"), {}), onSettled });
  const error = approve.error ?? sendBack.error ?? takeBack.error;
  const busy = approve.isPending || sendBack.isPending || takeBack.isPending;
  const { conflict } = dryRun;
  return (
    <>
      {conflict !== null && (
        <ConflictTable
          conflict={conflict}
          said={say(RECORD_WORDS.movedSince)}
          mine={say(RECORD_WORDS.proposed)}
        />
      )}
      {error !== null && <ProblemNotice error={error} />}
      <div className="record-send">
        <button
          type="button"
          className="primary"
          disabled={!page.mayApprove.ok || dryRun.problems.length > 0 || busy}
          onClick={() => approve.mutate()}
        >
          {say(conflict === null ? RECORD_WORDS.approve : RECORD_WORDS.approveSeen)}
        </button>
        {page.mayApprove.why !== null && <span className="muted">{page.mayApprove.why}</span>}
      </div>
      {page.maySendBack.ok && (
        <form
          className="send-back"
          onSubmit={(e) => {
            e.preventDefault();
            sendBack.mutate();
          }}
        >
          <Field label={say(RECORD_WORDS.reason)}>
            {(given) => (
              <textarea
                {...given}
                rows={2}
                required
                value={reason}
                onChange={(e) => setReason(e.target.value)}
              />
            )}
          </Field>
          <button type="submit" disabled={reason.trim() === "" || busy}>
            {say(RECORD_WORDS.sendBack)}
          </button>
        </form>
      )}
      {page.mayTakeBack.ok && (
        <p className="record-send">
          <button type="button" disabled={busy} onClick={() => takeBack.mutate()}>
            {say(RECORD_WORDS.takeBack)}
          </button>
        </p>
      )}
    </>
  );
}
