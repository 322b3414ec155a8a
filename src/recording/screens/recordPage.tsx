/** Recording by hand: which zone, then the form. It stays when the session ends, and what is typed is kept. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { z } from "zod";
import { searchKey } from "../../kernel/text.ts";
import { StaysForWhoMay } from "../../people/screens/public.tsx";
import { useAnswer } from "../../web/answer.ts";
import { get, withQuery } from "../../web/api.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PageHead, Section } from "../../web/page.tsx";
import { ProblemNotice, Waiting } from "../../web/states.tsx";
import { useHref } from "../../web/view.tsx";
import { type ProposalPage, proposalPage, type RecordingForm } from "../vocabulary.ts";
import { Choose } from "./choose.tsx";
import { type Draft, draftKey, draftOfTelling, emptyDraft, findDraft, isTouched } from "./draft.ts";
import { type RecordOf, useForm } from "./formAnswer.ts";
import { RecordForm } from "./recordForm.tsx";
import { RECORD_WORDS } from "./words.ts";
import "./record.css";

/** In the address in place of a key: a zone that is not in the register. */
const NEW = "new";

/** The page `/record`. */
export function RecordPage() {
  const say = useSay();
  const [search] = useSearchParams();
  const zone = search.get("zone");
  const proposal = search.get("proposal");
  const [round, setRound] = useState(0);
  const ended = (
    <>
      <h2>{say(RECORD_WORDS.ended)}</h2>
      <p>{say(RECORD_WORDS.endedMore)}</p>
    </>
  );
  return (
    <div className="record">
      <PageHead title={say(RECORD_WORDS.record)}>
        <p className="lead">{say(RECORD_WORDS.lead)}</p>
      </PageHead>
      <StaysForWhoMay action="record" whenEnded={ended}>
        {(account, hasEnded) =>
          zone === null ? (
            <>
              {hasEnded}
              <ChooseZone />
            </>
          ) : (
            <Prepared
              key={`${zone} ${proposal} ${round}`}
              of={{ account, zone: zone === NEW ? null : zone, proposal }}
              ended={hasEnded}
              again={() => setRound(round + 1)}
            />
          )
        }
      </StaysForWhoMay>
    </div>
  );
}

const zones = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      key: z.string().nullable(),
      name: z.string(),
      places: z.array(z.object({ name: z.string() })),
    }),
  ),
});

function ChooseZone() {
  const say = useSay();
  const href = useHref();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const answer = useAnswer(zones, "/api/zones");
  const key = searchKey(typed);
  const items = (answer.data?.items ?? [])
    .filter((i) => searchKey(i.name).includes(key))
    .slice(0, 50)
    .map((i) => ({ id: i.key ?? i.id, label: i.name, more: i.places.map((p) => p.name).join(", ") }));
  const open = (zone: string) => navigate(href("/record", { zone }));
  return (
    <Section title={say(RECORD_WORDS.aZone)}>
      <div className="record-find">
        <Choose
          label={say(RECORD_WORDS.chooseZone)}
          items={items}
          typed={typed}
          type={setTyped}
          choose={({ id }) => open(id)}
          none={say(RECORD_WORDS.noZone)}
        />
        <button type="button" onClick={() => open(NEW)}>
          {say(RECORD_WORDS.newZone)}
        </button>
      </div>
    </Section>
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
  const form = useForm(of.zone, null);
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
  const key = draftKey(of.account, of.proposal === null ? (of.zone ?? NEW) : `proposal:${of.proposal}`);
  const kept = findDraft(key);
  const begun: Draft =
    ready.proposal === null
      ? emptyDraft(of.zone === null)
      : draftOfTelling(ready.proposal.telling, ready.proposal.paper, { form: ready.form, lang });
  const initial = { ...begun, expected: ready.form.expected };
  return (
    <RecordForm
      of={of}
      storage={key}
      first={ready.form}
      initial={initial}
      kept={kept !== null && isTouched(kept) ? kept : null}
      ended={ended}
      again={again}
    />
  );
}
