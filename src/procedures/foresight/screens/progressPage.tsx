/** The page `/foresight`: where every zone and running case of a place stands on any day, and by when it will be finished. */
import { OnlyWhoMay } from "../../../people/screens/public.tsx";
import { useAnswer } from "../../../web/answer.ts";
import { formatDate } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { PaperLink, SubjectLink, ViewLink } from "../../../web/links.tsx";
import { DatedLead, PageHead, Section } from "../../../web/page.tsx";
import { Empty, Loaded } from "../../../web/states.tsx";
import { type Column, DataTable } from "../../../web/table.tsx";
import { type CaseProgress, type Foretold, type Progress, progress, type ZoneChain } from "../pageWords.ts";
import { ForetoldText, SittingTime } from "./parts.tsx";
import { FORESIGHT_SCREEN as WORDS } from "./words.ts";
import { whyNone } from "./zonePart.tsx";

/** The page. */
export function ProgressPage() {
  const say = useSay();
  return (
    <>
      <PageHead title={say(WORDS.page)}>
        <DatedLead>{say(WORDS.lead)}</DatedLead>
      </PageHead>
      <OnlyWhoMay action="readInternal">
        <Found />
      </OnlyWhoMay>
    </>
  );
}

function Found() {
  const say = useSay();
  const answer = useAnswer(progress, "/api/foresight");
  return (
    <Loaded answer={answer} lines={30}>
      {({ zones, cases, moreCases, hidden }) => (
        <>
          <Section title={say(WORDS.zones)}>
            {zones.length === 0 ? <Empty>{say(WORDS.none)}</Empty> : <Zones zones={zones} />}
            {hidden > 0 && (
              <p className="muted">
                {say(WORDS.hidden)} <span className="figures">{hidden}</span>
              </p>
            )}
          </Section>
          <Section title={say(WORDS.cases)}>
            {cases.length === 0 ? <Empty>{say(WORDS.noCases)}</Empty> : <Cases cases={cases} />}
            {moreCases > 0 && (
              <p className="muted">
                {say(WORDS.more)} <span className="figures">{moreCases}</span>
              </p>
            )}
          </Section>
        </>
      )}
    </Loaded>
  );
}

type Row = Progress["zones"][number];

function Zones({ zones }: { readonly zones: readonly Row[] }) {
  const say = useSay();
  const columns: readonly Column<Row>[] = [
    {
      ...{ key: "zone", head: say(WORDS.zone), names: true, sortBy: (z) => z.label },
      cell: (z) => (
        <span className="foresight-name">
          <ViewLink to={`/zones/${encodeURIComponent(z.key ?? z.id)}/timeline`}>{z.label}</ViewLink>
          {z.questions > 0 && (
            <small className="muted">
              {z.questions} {say(WORDS.asked)}
            </small>
          )}
        </span>
      ),
    },
    {
      ...{ key: "sitting", head: say(WORDS.sitting), sortBy: (z) => z.sitting?.label ?? "" },
      cell: (z) => <Sitting zone={z} />,
    },
    {
      ...{ key: "duration", head: say(WORDS.duration), sortBy: (z) => z.sitting?.days ?? -1 },
      cell: (z) => (z.sitting === null ? "" : <SittingTime sitting={z.sitting} />),
    },
    { key: "papers", head: say(WORDS.papers), cell: (z) => <PaperDates papers={z.papers} /> },
    {
      ...{ key: "completion", head: say(WORDS.completion), sortBy: (z) => halfOf(z.completion) },
      cell: (z) => <End foretold={z.completion} isOver={isOver(z, "works")} />,
    },
    {
      ...{ key: "operation", head: say(WORDS.operation), sortBy: (z) => halfOf(z.operation) },
      cell: (z) => <End foretold={z.operation} isOver={isOver(z, "lease")} />,
    },
  ];
  return (
    <DataTable caption={say(WORDS.zones)} columns={columns} rows={inOrder(zones)} rowKey={(z) => z.id} />
  );
}

/** What is asked of is first, what nothing is awaited of is last; otherwise as it came. */
function inOrder(zones: readonly Row[]): readonly Row[] {
  const place = (z: Row) => (z.questions > 0 ? 0 : z.sitting === null ? 2 : 1);
  return [...zones].sort((a, b) => place(a) - place(b));
}

function halfOf(foretold: Foretold | null): string {
  return foretold?.enough === true ? (foretold.half.by ?? "9998") : "9999";
}

function isOver(zone: ZoneChain, key: string): boolean {
  return zone.steps.some((s) => s.key === key && s.state === "done");
}

function End({ foretold, isOver: over }: { readonly foretold: Foretold | null; readonly isOver: boolean }) {
  const say = useSay();
  if (over) return <span className="muted">{say(WORDS.over)}</span>;
  return foretold === null ? "" : <ForetoldText foretold={foretold} />;
}

function Sitting({ zone }: { readonly zone: Row }) {
  const say = useSay();
  const lang = useLang();
  const why = whyNone(zone);
  return (
    <span className="foresight-name">
      <span className="foresight-step-now">
        {zone.sitting?.label ?? ""} <StepTrack steps={zone.steps} />
      </span>
      {(zone.sitting === null || zone.disputed) && why !== null && <span className="muted">{say(why)}</span>}
      {zone.stale && zone.toldUntil !== null && !isToldBy(zone) && (
        <small className="muted told-until">
          {say(WORDS.toldUntil)} {formatDate(zone.toldUntil, lang)}
        </small>
      )}
      <Newest zone={zone} />
    </span>
  );
}

/** What the newest papers say, also where they decide nothing, and until when they tell it. */
function Newest({ zone }: { readonly zone: Row }) {
  const say = useSay();
  const lang = useLang();
  const papers = new Map(zone.newest.map((word) => [word.document.id, word]));
  return [...papers.values()].map(({ document, stale, evidenceAsOf }) => (
    <small key={document.id} className="muted told-until">
      {say(WORDS.newest)}{" "}
      {zone.newest.flatMap((w) => (w.document.id === document.id ? [w.text] : [])).join("; ")} (
      <PaperLink paper={document} />)
      {stale && evidenceAsOf !== null && `, ${say(WORDS.toldUntil)} ${formatDate(evidenceAsOf, lang)}`}
    </small>
  ));
}

/** Whether the newest papers tell of the step itself, so that its age stands beside them. */
function isToldBy({ newest, toldUntil }: Row): boolean {
  return newest.some(({ evidenceAsOf }) => evidenceAsOf === toldUntil);
}

const STATES = {
  done: WORDS.stepDone,
  underWay: WORDS.stepUnderWay,
  ahead: WORDS.stepAhead,
  notTold: WORDS.notTold,
} as const;

/** The five steps as five marks; each says what it is. */
function StepTrack({ steps }: { readonly steps: Row["steps"] }) {
  const say = useSay();
  const lang = useLang();
  const done = steps.filter((s) => s.state === "done").length;
  return (
    <span className="foresight-track">
      <span className="figures nowrap">
        {done}/{steps.length}
      </span>
      <ol>
        {steps.map((step) => {
          const when = step.endedOn === null ? "" : ` ${formatDate(step.endedOn, lang)}`;
          const words = `${step.label}: ${say(STATES[step.state])}${when}`;
          return (
            <li key={step.key} data-state={step.state} title={words}>
              <span className="visually-hidden">{words}</span>
            </li>
          );
        })}
      </ol>
    </span>
  );
}

function PaperDates({ papers }: { readonly papers: Row["papers"] }) {
  const lang = useLang();
  return (
    <span className="foresight-dates">
      {papers.map(({ kind, label, date }) => (
        <span key={kind} className="foresight-name">
          <span className="figures nowrap">{formatDate(date, lang)}</span>
          <small className="muted">{label}</small>
        </span>
      ))}
    </span>
  );
}

function Cases({ cases }: { readonly cases: readonly CaseProgress[] }) {
  const say = useSay();
  const columns: readonly Column<CaseProgress>[] = [
    {
      ...{ key: "case", head: say(WORDS.case), names: true },
      cell: (c) => (
        <span className="foresight-name">
          <ViewLink to={`/cases/${encodeURIComponent(c.number)}`} className="nowrap">
            {c.number}
          </ViewLink>
          <small className="muted">{c.procedure}</small>
        </span>
      ),
    },
    {
      ...{
        key: "about",
        head: say(WORDS.about),
        sortBy: (c) => c.project?.label ?? c.zone?.label ?? c.about,
      },
      cell: (c) =>
        c.project !== null ? (
          <SubjectLink subject={{ kind: "project", key: null, ...c.project }} />
        ) : c.zone !== null ? (
          <SubjectLink subject={{ kind: "zone", key: null, ...c.zone }} />
        ) : (
          c.about
        ),
    },
    {
      ...{ key: "done", head: say(WORDS.done) },
      cell: (c) => <span className="figures nowrap">{`${c.done}/${c.steps}`}</span>,
    },
    {
      ...{ key: "sitting", head: say(WORDS.sitting), sortBy: (c) => c.sitting?.label ?? "" },
      cell: (c) => c.sitting?.label ?? <span className="muted">{say(WORDS.untold)}</span>,
    },
    {
      ...{ key: "duration", head: say(WORDS.duration), sortBy: (c) => c.sitting?.days ?? -1 },
      cell: (c) => (c.sitting === null ? "" : <SittingTime sitting={c.sitting} />),
    },
    {
      ...{ key: "decision", head: say(WORDS.decision), sortBy: (c) => halfOf(c.foretold) },
      cell: (c) =>
        !c.isInside ? (
          <span className="muted">{say(WORDS.closed)}</span>
        ) : c.foretold === null ? (
          ""
        ) : (
          <ForetoldText foretold={c.foretold} />
        ),
    },
  ];
  return (
    <DataTable
      caption={say(WORDS.cases)}
      columns={columns}
      rows={cases}
      rowKey={(c) => c.id}
      orderName="sortCases"
    />
  );
}
