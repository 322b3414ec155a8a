/**
 * The overview: what stands in the place on the day in one sentence, its zones, money, what is unclear, what was checked;
 * then how it came there, what has passed or is lacking, and what was recorded this week.
 */

import { lazy } from "react";
import { figureList, figurePath } from "../../figures/screens/answers.ts";
import { ClarifyList } from "../../figures/screens/clarify.tsx";
import { FigureNumber } from "../../figures/screens/figureNumber.tsx";
import { FIGURE_WORDS } from "../../figures/screens/words.ts";
import type { FigureAnswer } from "../../figures/vocabulary.ts";
import { type Clause, type Overview, overviewOf } from "../../reports/overviewClauses.ts";
import { useAnswer, useFileHref } from "../../web/answer.ts";
import { DownloadButton } from "../../web/download.tsx";
import { dateInWords, formatPeriod } from "../../web/format.ts";
import { type Messages, useLang, useSay } from "../../web/language.tsx";
import { ProofLink, ViewLink } from "../../web/links.tsx";
import { staleWords } from "../../web/numberWords.ts";
import { Section } from "../../web/page.tsx";
import { Loaded } from "../../web/states.tsx";
import { useView } from "../../web/view.tsx";
import { WhenSeen } from "../../web/whenSeen.tsx";
import { ZONE_WORDS } from "../../zones/screens/words.ts";
import { ZoneLines } from "../../zones/screens/zoneLines.tsx";
import { ArticleCheck } from "./articleCheck.tsx";
import { Courses } from "./courses.tsx";
import { Money } from "./money.tsx";
import { PageTitle } from "./pageTitle.tsx";
import { useHealth } from "./start.ts";
import "./overview.css";

// What stands far below the sentence is brought when the reader comes to it.
const StageBar = lazy(() =>
  import("../../zones/screens/stageBar.tsx").then((screens) => ({ default: screens.StageBar })),
);
const PassedMilestones = lazy(() =>
  import("../../zones/screens/zoneGaps.tsx").then((screens) => ({ default: screens.PassedMilestones })),
);
const LackingValues = lazy(() =>
  import("../../zones/screens/zoneGaps.tsx").then((screens) => ({ default: screens.LackingValues })),
);
const WeekChanges = lazy(() =>
  import("./weekChanges.tsx").then((screens) => ({ default: screens.WeekChanges })),
);

const OVERVIEW_WORDS = {
  overview: { vi: "Tổng quan", en: "Overview" },
  until: { vi: "Đến", en: "As of" },
  nothing: {
    vi: "Sổ chưa có số liệu nào cho nơi và ngày này.",
    en: "The register has no figure for this place and day.",
  },
  unknown: { vi: "Chưa có số liệu cho ngày này về:", en: "No figure on record for this day on:" },
  compare: { vi: "So với một ngày khác hoặc nơi khác", en: "Compare with another day or place" },
  word: { vi: "Tải dự thảo báo cáo (Word)", en: "Download a draft report (Word, Vietnamese)" },
  allZones: { vi: "Bảng đầy đủ", en: "Full table" },
  money: { vi: "Vốn đã bố trí", en: "Money allocated" },
  check: { vi: "Kiểm tra số đã công bố", en: "Published values checked" },
  allClaims: { vi: "Mọi số đã công bố", en: "All published values" },
  courses: { vi: "Diễn biến", en: "Course over time" },
  allFigures: { vi: "Mọi chỉ tiêu", en: "All figures" },
  week: { vi: "Mới ghi trong bảy ngày qua", en: "Recorded in the last seven days" },
  wholeHistory: { vi: "Cả lịch sử", en: "The whole history" },
} as const satisfies Messages;

/** The page `/`. */
export function OverviewPage() {
  const say = useSay();
  const answer = useAnswer(figureList, "/api/figures");
  return (
    <>
      <PageTitle title={say(OVERVIEW_WORDS.overview)} />
      <Loaded answer={answer} lines={6}>
        {({ items }) => <Lead overview={overviewOf(items)} />}
      </Loaded>
      <Section
        title={say(ZONE_WORDS.zones)}
        aside={<ViewLink to="/zones">{say(OVERVIEW_WORDS.allZones)}</ViewLink>}
      >
        <ZoneLines />
      </Section>
      <Section title={say(OVERVIEW_WORDS.money)}>
        <Loaded answer={answer} lines={4}>
          {({ items }) => <Money figures={items} />}
        </Loaded>
      </Section>
      <Section title={say(FIGURE_WORDS.clarify)}>
        <ClarifyList />
      </Section>
      <Section
        title={say(OVERVIEW_WORDS.check)}
        aside={<ViewLink to="/claims">{say(OVERVIEW_WORDS.allClaims)}</ViewLink>}
      >
        <ArticleCheck />
      </Section>
      <OverTime figures={answer.data?.items ?? []} />
    </>
  );
}

/** The second part of the page: how things came where they are, what has passed or is lacking, what is new. */
function OverTime({ figures }: { readonly figures: readonly FigureAnswer[] }) {
  const say = useSay();
  const today = useHealth().data?.today;
  if (today === undefined) return null;
  return (
    <>
      <Section
        title={say(OVERVIEW_WORDS.courses)}
        aside={<ViewLink to="/figures">{say(OVERVIEW_WORDS.allFigures)}</ViewLink>}
      >
        <Courses figures={figures} today={today} />
      </Section>
      <Section title={say(ZONE_WORDS.stages)}>
        <WhenSeen height={210}>
          <StageBar />
        </WhenSeen>
      </Section>
      <Section title={say(ZONE_WORDS.passed)}>
        <WhenSeen height={64}>
          <PassedMilestones />
        </WhenSeen>
      </Section>
      <Section title={say(ZONE_WORDS.lacking)}>
        <WhenSeen height={240}>
          <LackingValues />
        </WhenSeen>
      </Section>
      <Section
        title={say(OVERVIEW_WORDS.week)}
        aside={<ViewLink to="/history">{say(OVERVIEW_WORDS.wholeHistory)}</ViewLink>}
      >
        <WhenSeen height={150}>
          <WeekChanges today={today} />
        </WhenSeen>
      </Section>
    </>
  );
}

function Lead({ overview }: { readonly overview: Overview }) {
  const say = useSay();
  const lang = useLang();
  const view = useView();
  const word = useFileHref("/api/overview.docx");
  // While another day loads, the numbers are still those of the day before: the sentence names the day they are of.
  const asOf = overview.groups[0]?.[0]?.figure.asOf ?? view.asOf;
  return (
    <div className="overview-lead">
      <p className="overview-sentence">
        {say(OVERVIEW_WORDS.until)} <span className="nowrap">{dateInWords(asOf, lang)}</span>:{" "}
        {overview.groups.length === 0
          ? say(OVERVIEW_WORDS.nothing)
          : overview.groups.map((group, at) => (
              <span key={group[0]?.figure.id}>
                {at > 0 && "; "}
                <ClauseGroup group={group} />
              </span>
            ))}
        {overview.groups.length > 0 && "."}
      </p>
      <div className="overview-compare">
        <ViewLink to="/compare">{say(OVERVIEW_WORDS.compare)}</ViewLink>
        <DownloadButton href={word} name={`du-thao-tong-quan-${asOf}.docx`}>
          {say(OVERVIEW_WORDS.word)}
        </DownloadButton>
      </div>
      {overview.staleSince !== null && (
        <p className="muted overview-stale">{sentenceCase(staleWords(overview.staleSince, lang))}.</p>
      )}
      {overview.unknown.length > 0 && overview.groups.length > 0 && <Unknown figures={overview.unknown} />}
    </div>
  );
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function ClauseGroup({ group }: { readonly group: readonly Clause[] }) {
  const lang = useLang();
  const period = group[0]?.figure.period ?? null;
  return (
    <>
      {group.map((c, at) => (
        <span key={c.figure.id}>
          {at > 0 && ", "}
          <ClauseText clause={c} />
        </span>
      ))}
      {period !== null && <span className="muted"> ({formatPeriod(period, lang)})</span>}
    </>
  );
}

function ClauseText({ clause }: { readonly clause: Clause }) {
  const say = useSay();
  return (
    <>
      <FigureNumber
        figure={clause.figure}
        counted={clause.counted}
        named
        unitWord={clause.counted ? "" : undefined}
      />{" "}
      {say(clause.words)}
      {clause.parts.length > 0 && (
        <>
          {" ("}
          {clause.parts.map((part, at) => (
            <span key={part.figure.id}>
              {at > 0 && ", "}
              <ClauseText clause={part} />
            </span>
          ))}
          {")"}
        </>
      )}
    </>
  );
}

/** What the sentence cannot say, in words; each leads to what is missing. */
function Unknown({ figures }: { readonly figures: readonly FigureAnswer[] }) {
  const say = useSay();
  return (
    <p className="overview-unknown">
      {say(OVERVIEW_WORDS.unknown)}{" "}
      {figures.map((figure, at) => (
        <span key={figure.id}>
          {at > 0 && "; "}
          <ProofLink to={figurePath(figure.id)}>{figure.title}</ProofLink>
        </span>
      ))}
      .
    </p>
  );
}
