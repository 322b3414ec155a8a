/** Checks of the whole register: starting one, how far it is, what the last ones found. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { OnlyWhoMay } from "../../people/screens/public.tsx";
import { ActionButton } from "../../web/action.tsx";
import { get, post } from "../../web/api.ts";
import { formatInstant, formatNumber } from "../../web/format.ts";
import { useDoing } from "../../web/forms.tsx";
import { useLang, useSay } from "../../web/language.tsx";
import { PageHead, Section } from "../../web/page.tsx";
import { Progress } from "../../web/progress.tsx";
import { Empty, Loaded, ProblemNotice } from "../../web/states.tsx";
import { type Column, DataTable } from "../../web/table.tsx";
import {
  VERIFICATION_STATES,
  VERIFICATION_STEPS,
  type VerificationRun,
  verificationList,
  verificationPage,
} from "../verify/vocabulary.ts";
import { VERIFICATION_WORDS } from "./verificationWords.ts";
import "./verification.css";

/** The page `/administration/verification`. */
export function VerificationPage() {
  const say = useSay();
  return (
    <>
      <PageHead title={say(VERIFICATION_WORDS.title)}>
        <p className="lead">{say(VERIFICATION_WORDS.lead)}</p>
      </PageHead>
      <OnlyWhoMay action="verify">
        <Checks />
      </OnlyWhoMay>
    </>
  );
}

/** Milliseconds between two looks at a check that is under way. */
const LOOK_EVERY = 700;
const isRunning = (run: VerificationRun) => run.state === "running";

function Checks() {
  const answer = useQuery({
    queryKey: ["/api/verifications"],
    queryFn: ({ signal }) => get(verificationList, "/api/verifications", signal),
    refetchInterval: ({ state }) => (state.data?.items.some(isRunning) === true ? LOOK_EVERY : false),
  });
  return (
    <Loaded answer={answer} lines={16}>
      {({ items }) => (
        <>
          <Start running={items.find(isRunning) ?? null} />
          <Results runs={items.filter((run) => !isRunning(run))} />
        </>
      )}
    </Loaded>
  );
}

const started = z.object({ id: z.string() });

function Start({ running }: { readonly running: VerificationRun | null }) {
  const say = useSay();
  const lang = useLang();
  const start = useDoing(
    (requestKey: string) => post(started, `/api/verifications?lang=${lang}`, { requestKey }),
    { stale: ["/api/verifications"] },
  );
  const label =
    running === null
      ? say(VERIFICATION_WORDS.running)
      : `${say(VERIFICATION_WORDS.running)}: ${say(VERIFICATION_STEPS[running.step])}`;
  return (
    <div className="verification-start">
      <ActionButton
        primary
        act={() => start.mutate(crypto.randomUUID())}
        busy={start.isPending}
        why={running === null ? null : say(VERIFICATION_WORDS.onlyOne)}
      >
        {say(VERIFICATION_WORDS.start)}
      </ActionButton>
      <Progress
        busy={running !== null || start.isPending}
        label={label}
        {...(running === null ? {} : { done: running.done, total: running.total })}
      />
      {start.error !== null && <ProblemNotice error={start.error} />}
    </div>
  );
}

function Results({ runs }: { readonly runs: readonly VerificationRun[] }) {
  const say = useSay();
  const [chosen, choose] = useState<string | null>(null);
  const [latest] = runs;
  if (latest === undefined) return <Empty>{say(VERIFICATION_WORDS.none)}</Empty>;
  const run = runs.find(({ id }) => id === chosen) ?? latest;
  return (
    <>
      <Section title={say(run === latest ? VERIFICATION_WORDS.latest : VERIFICATION_WORDS.chosen)}>
        <Result run={run} />
      </Section>
      <Section title={say(VERIFICATION_WORDS.past)}>
        <Past runs={runs} choose={choose} />
      </Section>
    </>
  );
}

/** What was found, in one sentence. */
function useFoundWords(): (run: VerificationRun) => string {
  const say = useSay();
  const lang = useLang();
  return ({ found, state }) => {
    if (found === null) return say(VERIFICATION_STATES[state]);
    if (found === 0) return say(VERIFICATION_WORDS.clean);
    return `${formatNumber(found, lang)} ${say(found === 1 ? VERIFICATION_WORDS.difference : VERIFICATION_WORDS.differences)}`;
  };
}

function Result({ run }: { readonly run: VerificationRun }) {
  const say = useSay();
  const lang = useLang();
  const foundWords = useFoundWords();
  const { found, commits, parts, head, endedAt, beganAt, by } = run;
  return (
    <div className="verification-result" data-found={found === null || found > 0}>
      <p className="verification-found">{foundWords(run)}</p>
      {found === null && <p className="reading">{say(VERIFICATION_WORDS.unfinished)}</p>}
      {found === 0 && (
        <p>
          {formatNumber(commits ?? 0, lang)} {say(VERIFICATION_WORDS.commits)},{" "}
          {formatNumber(parts ?? 0, lang)} {say(VERIFICATION_WORDS.parts)}{" "}
          {say(VERIFICATION_WORDS.allAsWritten)}.
        </p>
      )}
      <p className="muted">
        {formatInstant(endedAt ?? beganAt, lang)} · {by}
      </p>
      {head !== null && (
        <p className="muted verification-hash">
          {say(VERIFICATION_WORDS.headHash)} ({head.no}): <code>{head.hash}</code>
        </p>
      )}
      {found !== null && found > 0 && <Differences id={run.id} />}
    </div>
  );
}

function Differences({ id }: { readonly id: string }) {
  const say = useSay();
  const lang = useLang();
  const url = `/api/verifications/${id}?lang=${lang}`;
  const answer = useQuery({
    queryKey: [url],
    queryFn: ({ signal }) => get(verificationPage, url, signal),
  });
  return (
    <Loaded answer={answer}>
      {({ differences, found }) => (
        <>
          <p className="reading">{say(VERIFICATION_WORDS.asked)}</p>
          <ul className="verification-differences">
            {differences.map((d) => (
              <li key={`${d.kind} ${d.table} ${d.id} ${d.text}`}>{d.text}</li>
            ))}
          </ul>
          {found !== null && found > differences.length && (
            <p className="muted">
              {formatNumber(found - differences.length, lang)} {say(VERIFICATION_WORDS.more)}
            </p>
          )}
        </>
      )}
    </Loaded>
  );
}

type PastProps = { readonly runs: readonly VerificationRun[]; readonly choose: (id: string) => void };

function Past({ runs, choose }: PastProps) {
  const say = useSay();
  const lang = useLang();
  const foundWords = useFoundWords();
  const columns: Column<VerificationRun>[] = [
    {
      key: "began",
      head: say(VERIFICATION_WORDS.began),
      names: true,
      cell: (run) => (
        <button type="button" className="bare verification-see" onClick={() => choose(run.id)}>
          {formatInstant(run.beganAt, lang)}
        </button>
      ),
    },
    { key: "by", head: say(VERIFICATION_WORDS.by), cell: (run) => run.by },
    { key: "state", head: say(VERIFICATION_WORDS.state), cell: (run) => say(VERIFICATION_STATES[run.state]) },
    {
      key: "result",
      head: say(VERIFICATION_WORDS.result),
      cell: (run) => (run.found === null ? "–" : foundWords(run)),
    },
    {
      key: "parts",
      head: say(VERIFICATION_WORDS.partsHead),
      figures: true,
      cell: (run) => (run.parts === null ? "–" : formatNumber(run.parts, lang)),
    },
  ];
  return (
    <DataTable
      caption={say(VERIFICATION_WORDS.past)}
      columns={columns}
      rows={runs}
      rowKey={(run) => run.id}
      rowTone={(run) => (run.found !== null && run.found > 0 ? "refused" : undefined)}
    />
  );
}
