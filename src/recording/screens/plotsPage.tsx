/** The plots of a zone: seen on the ground, worked on, then told by one paper. It stays when the session ends. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { firstDay } from "../../kernel/dates.ts";
import { type PlotGround, plotGround } from "../../land/drawing/vocabulary.ts";
import { get, withQuery } from "../../web/api.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { PageHead } from "../../web/page.tsx";
import { ProblemNotice, Waiting } from "../../web/states.tsx";
import { useView } from "../../web/view.tsx";
import { proposalPage } from "../proposalWords.ts";
import { Done, type DoneWith } from "./done.tsx";
import { draftKey, dropDraft } from "./draft.ts";
import {
  EMPTY_PLOTS,
  findPlotsDraft,
  isPlotsTouched,
  keepPlotsDraft,
  type PlotsDraft,
  plotsDraftOf,
  type Work,
} from "./plotsDraft.ts";
import { PlotsForm } from "./plotsForm.tsx";
import { PLOTS_WORDS } from "./plotsWords.ts";
import { StaysForRecorder } from "./staysForRecorder.tsx";
import { findTypedDate } from "./typed.ts";
import { beginSteps, type Steps } from "./undoing.ts";
import "./record.css";
import "./plots.css";

/** The page `/record/plots`. */
export function PlotsPage() {
  const say = useSay();
  const [search] = useSearchParams();
  const [round, setRound] = useState(0);
  const zone = search.get("zone") ?? "";
  const proposal = search.get("proposal");
  return (
    <div className="record record-plots">
      <PageHead title={say(PLOTS_WORDS.title)}>
        <p className="lead">{say(PLOTS_WORDS.lead)}</p>
      </PageHead>
      <StaysForRecorder>
        {(account, hasEnded) =>
          zone === "" ? (
            <p>
              {say(PLOTS_WORDS.noZone)} <ViewLink to="/record">{say(PLOTS_WORDS.chooseZone)}</ViewLink>
            </p>
          ) : (
            <Prepared
              key={`${account} ${zone} ${proposal} ${round}`}
              storage={draftKey(account, proposal === null ? `plots:${zone}` : `proposal:${proposal}`)}
              proposal={proposal}
              zone={zone}
              ended={hasEnded}
              again={() => setRound(round + 1)}
            />
          )
        }
      </StaysForRecorder>
    </div>
  );
}

type BegunProps = {
  /** Where the draft is kept. */
  readonly storage: string;
  readonly zone: string;
  /** What the page begins with where no draft is kept. */
  readonly given: PlotsDraft;
  readonly ended: ReactNode;
  readonly again: () => void;
};
type PreparedProps = Omit<BegunProps, "given"> & { readonly proposal: string | null };

function Prepared({ proposal, ...props }: PreparedProps) {
  return proposal === null ? (
    <Begun {...props} given={EMPTY_PLOTS} />
  ) : (
    <Bettered {...props} proposal={proposal} />
  );
}

/** Begins with what was proposed and sent back. */
function Bettered({ proposal, ...props }: PreparedProps & { readonly proposal: string }) {
  const lang = useLang();
  const url = withQuery(`/api/proposals/${proposal}`, { lang });
  const page = useQuery({
    queryKey: ["/api/proposals", url],
    queryFn: ({ signal }) => get(proposalPage, url, signal),
  });
  const { shown, error } = useGround(props.zone, "");
  const [given, setGiven] = useState<PlotsDraft | null>(null);
  if (given === null && page.data !== undefined && shown !== null) {
    const { telling, paper } = page.data;
    setGiven(plotsDraftOf(telling, { paper, plane: shown.plane.epsg, lang }));
  }
  if (given !== null) return <Begun {...props} given={given} />;
  const failed = page.error ?? error;
  return failed === null ? <Waiting lines={24} /> : <ProblemNotice error={failed} />;
}

function Begun({ storage, zone, given, ended, again }: BegunProps) {
  const [begun] = useState(() => {
    const kept = findPlotsDraft(storage);
    const touched = kept !== null && isPlotsTouched(kept) ? kept : null;
    return { draft: touched ?? given, restored: touched?.frame.savedAt ?? null };
  });
  const [frame, setFrame] = useState<PlotsDraft["frame"]>(begun.draft.frame);
  const [steps, setSteps] = useState<Steps<Work>>(() => beginSteps(begun.draft.work));
  const [done, setDone] = useState<DoneWith | null>(null);
  const work = steps.now;
  useEffect(() => {
    if (frame !== begun.draft.frame || work !== begun.draft.work) keepPlotsDraft(storage, { frame, work });
  }, [frame, work, begun, storage]);
  const ground = useGround(zone, frame.fromDate);
  const discard = () => {
    dropDraft(storage);
    again();
  };
  if (done !== null) return <Done done={done} again={discard} />;
  if (ground.shown === null) {
    return (
      <>
        {ended}
        {ground.error === null ? <Waiting lines={24} /> : <ProblemNotice error={ground.error} />}
      </>
    );
  }
  return (
    <PlotsForm
      {...{ frame, setFrame, steps, setSteps, ended, discard, zone }}
      restored={begun.restored}
      ground={ground.shown}
      expected={ground.first}
      keep={(next) => keepPlotsDraft(storage, { frame: next, work })}
      finish={(told) => {
        dropDraft(storage);
        setDone({ ...told, zone });
      }}
    />
  );
}

/** The ground on the day from which the paper tells; until that is known, on the day of the view. */
function useGround(zone: string, fromDate: string) {
  const lang = useLang();
  const { asOf } = useView();
  const typed = findTypedDate(fromDate);
  const day = typed === null ? asOf : firstDay(typed);
  const url = withQuery("/api/plots/ground", { zone, asOf: day, lang });
  const { data, error } = useQuery({
    queryKey: ["/api/plots/ground", url],
    queryFn: ({ signal }) => get(plotGround, url, signal),
    placeholderData: (before) => before,
    staleTime: 0,
  });
  // What was loaded once stays: a session that ends must not take the page away.
  const [first, setFirst] = useState<PlotGround | null>(null);
  if (first === null && data !== undefined) setFirst(data);
  const shown = data ?? first;
  return { shown, error, first: first?.commit ?? shown?.commit ?? 0 };
}
