/** The cases of the office: the step each sits in and what is due. */
import { useSearchParams } from "react-router";
import type { PlainDate } from "../../../kernel/dates.ts";
import { OnlyWhoMay, useRight, WhereAllowed } from "../../../people/screens/public.tsx";
import { useAnswer, useFileHref } from "../../../web/answer.ts";
import { DownloadButton } from "../../../web/download.tsx";
import { formatDate, formatNumber } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { ViewLink } from "../../../web/links.tsx";
import { NarrowField, Narrowing } from "../../../web/narrowing.tsx";
import { OtherDay } from "../../../web/otherDay.tsx";
import { DatedLead, PageHead } from "../../../web/page.tsx";
import { Empty, Loaded } from "../../../web/states.tsx";
import { useSetQuery, useView } from "../../../web/view.tsx";
import { WORDS } from "../../../web/words.ts";
import { type CaseCounts, caseList } from "../pageWords.ts";
import { caseState, STATES } from "../vocabulary.ts";
import { CaseTable } from "./caseTable.tsx";
import { CASE_WORDS } from "./words.ts";
import "./cases.css";

/** The page `/cases`. */
export function CasesPage({ today }: { readonly today: PlainDate }) {
  const say = useSay();
  const lang = useLang();
  const right = useRight("handleCases");
  const { asOf } = useView();
  const title = say(CASE_WORDS.cases);
  return (
    <>
      <OtherDay today={today} />
      <PageHead
        title={asOf === today ? title : `${title} ${say(CASE_WORDS.onDay)} ${formatDate(asOf, lang)}`}
      >
        <DatedLead>{say(CASE_WORDS.lead)}</DatedLead>
        <WhereAllowed action="readInternal">
          <p className="case-acts">
            {right?.ok === true && (
              <ViewLink className="button" to="/cases/new">
                {say(CASE_WORDS.open)}
              </ViewLink>
            )}
            <ViewLink to="/procedures/figures">{say(CASE_WORDS.figures)}</ViewLink>
          </p>
        </WhereAllowed>
      </PageHead>
      <OnlyWhoMay action="readInternal">
        <Found />
      </OnlyWhoMay>
    </>
  );
}

function Found() {
  const say = useSay();
  const [search] = useSearchParams();
  const setQuery = useSetQuery();
  const { namedDay } = useView();
  const of = (name: string) => search.get(name);
  const narrowed = {
    ...{
      procedure: of("procedure"),
      step: of("step"),
      state: of("state"),
      unit: of("unit"),
      zone: of("zone"),
    },
    ...{ place: null, asOf: namedDay },
  };
  const answer = useAnswer(caseList, "/api/cases", { ...narrowed, after: of("after") });
  const file = useFileHref("/api/cases.xlsx", narrowed);
  return (
    <Loaded answer={answer} lines={24}>
      {({ items, next, counts }) => (
        <>
          <Filters counts={counts} />
          <p className="case-acts case-count">
            <span>
              <strong className="figures">{formatNumber(counts.total, "vi")}</strong> {say(CASE_WORDS.found)}
              {counts.states.late > 0 && of("state") !== "late" && (
                <>
                  {", "}
                  <button type="button" onClick={() => setQuery({ state: "late", after: null })}>
                    {say(CASE_WORDS.ofWhichLate).replace("{n}", formatNumber(counts.states.late, "vi"))}
                  </button>
                </>
              )}
            </span>
            <WhereAllowed action="export">
              <DownloadButton href={file} name="ho-so.xlsx">
                {say(WORDS.downloadWorkbook)}
              </DownloadButton>
            </WhereAllowed>
          </p>
          {items.length === 0 ? <Empty>{say(CASE_WORDS.none)}</Empty> : <CaseTable cases={items} />}
          <p className="case-acts">
            {of("after") !== null && (
              <button type="button" onClick={() => setQuery({ after: null })}>
                {say(CASE_WORDS.first)}
              </button>
            )}
            {next !== null && (
              <button type="button" onClick={() => setQuery({ after: next })}>
                {say(CASE_WORDS.next)}
              </button>
            )}
          </p>
        </>
      )}
    </Loaded>
  );
}

const NARROWED = ["procedure", "step", "state", "unit", "zone"] as const;

/** What the list is narrowed by, with how many cases each choice leaves. */
function Filters({ counts }: { readonly counts: CaseCounts }) {
  const say = useSay();
  const { states } = counts;
  const counted = (all: CaseCounts["units"]) =>
    all.map(({ id, label, count }) => ({ id, label: `${label} (${count})` }));
  const group = (id: "running" | "late" | "ended") => ({
    ...{ id, label: `${say(CASE_WORDS[id])} (${states[id]})` },
  });
  return (
    <Narrowing names={NARROWED}>
      <NarrowField name="procedure" label={say(CASE_WORDS.procedure)} options={counted(counts.procedures)} />
      <NarrowField name="step" label={say(CASE_WORDS.step)} options={counted(counts.steps)} />
      <NarrowField
        name="state"
        label={say(CASE_WORDS.state)}
        options={[
          ...[group("running"), group("late"), group("ended")],
          ...caseState.options.map((key) => ({
            id: key,
            label: `– ${say(STATES[key])} (${states[key]})`,
          })),
        ]}
      />
      <NarrowField name="unit" label={say(CASE_WORDS.unit)} options={counted(counts.units)} />
      <NarrowField name="zone" label={say(CASE_WORDS.zone)} options={counted(counts.zones)} />
    </Narrowing>
  );
}
