/** Proposals of one's area: those that wait, and what became of others. */
import { useState } from "react";
import { z } from "zod";
import { StaysForWhoMay } from "../../people/screens/public.tsx";
import { useAnswer } from "../../web/answer.ts";
import { formatInstant } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { PageHead } from "../../web/page.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import { type ProposalSummary, proposalSummary } from "../proposalWords.ts";
import { RECORD_WORDS } from "./words.ts";
import "./record.css";

const list = z.object({ items: z.array(proposalSummary) });

/** The page `/proposals`. */
export function ProposalsPage() {
  const say = useSay();
  return (
    <div className="record">
      <PageHead title={say(RECORD_WORDS.proposals)}>
        <p className="lead">{say(RECORD_WORDS.proposalsLead)}</p>
      </PageHead>
      <StaysForWhoMay action="readProposals" whenEnded={<h2>{say(RECORD_WORDS.ended)}</h2>}>
        {(_, ended) => (
          <>
            {ended}
            <Lists />
          </>
        )}
      </StaysForWhoMay>
    </div>
  );
}

function Lists() {
  const say = useSay();
  const [state, setState] = useState<"waiting" | "decided">("waiting");
  const answer = useAnswer(list, "/api/proposals", { state });
  return (
    <>
      <fieldset className="common">
        <legend className="visually-hidden">{say(RECORD_WORDS.proposals)}</legend>
        {(["waiting", "decided"] as const).map((s) => (
          <button key={s} type="button" aria-pressed={s === state} onClick={() => setState(s)}>
            {say(RECORD_WORDS[s])}
          </button>
        ))}
      </fieldset>
      <Loaded answer={answer} lines={10}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{say(state === "waiting" ? RECORD_WORDS.noneWaiting : RECORD_WORDS.noneDecided)}</Empty>
          ) : (
            <ol className="proposals">
              {items.map((p) => (
                <li key={p.id}>
                  <ProposalLine proposal={p} />
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </>
  );
}

function ProposalLine({ proposal: p }: { readonly proposal: ProposalSummary }) {
  const say = useSay();
  const lang = useLang();
  return (
    <>
      <p>
        <ViewLink to={`/proposals/${p.id}`}>
          <strong>{p.subject.label}</strong>
        </ViewLink>
        {p.correction && <span className="mark">{say(RECORD_WORDS.isCorrection)}</span>}
      </p>
      <p>
        {p.text} · {p.paper}
      </p>
      <p className="muted">
        {say(RECORD_WORDS.proposer)}: {p.proposer}, {formatInstant(p.proposedAt, lang)}
        {p.decidedBy !== null && (
          <>
            {" "}
            · {p.stateLabel}: {p.decidedBy}
            {p.decidedAt !== null && `, ${formatInstant(p.decidedAt, lang)}`}
            {p.reason !== null && `. “${p.reason}”`}
          </>
        )}
      </p>
    </>
  );
}
