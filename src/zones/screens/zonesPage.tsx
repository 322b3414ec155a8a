/** All parks and clusters of the place on the day: sorted, filtered, grouped, with the columns of the reader's choice. */
import { useSearchParams } from "react-router";
import { useAnswer, useFileHref } from "../../web/answer.ts";
import { useSay } from "../../web/language.tsx";
import { PageHead } from "../../web/page.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import { DataTable } from "../../web/table.tsx";
import { useSetQuery } from "../../web/view.tsx";
import { WORDS } from "../../web/words.ts";
import { STAGES, ZONE_KINDS, type ZoneSummary } from "../vocabulary.ts";
import { fitsText, isStage, zoneList } from "./answers.ts";
import { ZONE_WORDS } from "./words.ts";
import {
  COLUMN_KEYS,
  type ColumnKey,
  developerKindWords,
  FIRST_COLUMNS,
  isColumnKey,
  useZoneColumns,
} from "./zoneColumns.tsx";
import "./zonesPage.css";

/** What the reader chose, from the address. */
function useChoice() {
  const [search] = useSearchParams();
  const columns = (search.get("columns") ?? "").split(",").filter(isColumnKey);
  return {
    text: search.get("find") ?? "",
    kind: search.get("kind") ?? "",
    stage: search.get("stage") ?? "",
    group: search.get("group") ?? "",
    columns: columns.length === 0 ? FIRST_COLUMNS : columns,
  };
}
type Choice = ReturnType<typeof useChoice>;

/** The page `/zones`. */
export function ZonesPage() {
  const say = useSay();
  const choice = useChoice();
  const answer = useAnswer(zoneList, "/api/zones");
  const workbook = useFileHref("/api/zones.xlsx", { kind: choice.kind, stage: choice.stage });
  return (
    <>
      <PageHead title={say(ZONE_WORDS.zones)}>
        <p className="lead">{say(ZONE_WORDS.zonesLead)}</p>
      </PageHead>
      <Loaded answer={answer} lines={24}>
        {({ items, hidden }) => (
          <>
            <div className="zone-tools">
              <ZoneFilters choice={choice} zones={items} />
              <a className="button" href={workbook} download>
                {say(WORDS.downloadWorkbook)}
              </a>
            </div>
            <ZoneTable zones={items} choice={choice} />
            {hidden > 0 && <HiddenZones count={hidden} />}
          </>
        )}
      </Loaded>
    </>
  );
}

/** How many more there are that the reader may not see. */
function HiddenZones({ count }: { readonly count: number }) {
  const say = useSay();
  return (
    <p className="muted">
      {say(ZONE_WORDS.hiddenZones)} <span className="figures">{count}</span>
    </p>
  );
}

function ZoneFilters({ choice, zones }: { readonly choice: Choice; readonly zones: readonly ZoneSummary[] }) {
  const say = useSay();
  const setQuery = useSetQuery();
  const set = (name: string, value: string) =>
    setQuery({ [name]: value === "" ? null : value }, { replace: true });
  const stages = Object.keys(STAGES)
    .filter(isStage)
    .filter((s) => s === choice.stage || zones.some((z) => z.stage === s));
  return (
    <search className="zone-filters">
      <input
        type="search"
        value={choice.text}
        aria-label={say(ZONE_WORDS.find)}
        placeholder={say(ZONE_WORDS.find)}
        onChange={(e) => set("find", e.target.value)}
      />
      <select
        value={choice.kind}
        aria-label={say(ZONE_WORDS.kind)}
        onChange={(e) => set("kind", e.target.value)}
      >
        <option value="">{say(ZONE_WORDS.allKinds)}</option>
        <option value="park">{say(ZONE_KINDS.park)}</option>
        <option value="cluster">{say(ZONE_KINDS.cluster)}</option>
      </select>
      <select
        value={choice.stage}
        aria-label={say(ZONE_WORDS.stage)}
        onChange={(e) => set("stage", e.target.value)}
      >
        <option value="">{say(ZONE_WORDS.allStages)}</option>
        {stages.map((s) => (
          <option key={s} value={s}>
            {say(STAGES[s])}
          </option>
        ))}
      </select>
      <select
        value={choice.group}
        aria-label={say(ZONE_WORDS.groupBy)}
        onChange={(e) => set("group", e.target.value)}
      >
        <option value="">{say(ZONE_WORDS.noGroups)}</option>
        <option value="stage">{`${say(ZONE_WORDS.groupBy)}: ${say(ZONE_WORDS.stage)}`}</option>
        <option value="developerKind">{`${say(ZONE_WORDS.groupBy)}: ${say(ZONE_WORDS.developerKind)}`}</option>
        <option value="kind">{`${say(ZONE_WORDS.groupBy)}: ${say(ZONE_WORDS.kind)}`}</option>
      </select>
      <ColumnChoice choice={choice} set={set} />
    </search>
  );
}

function ColumnChoice({
  choice,
  set,
}: {
  readonly choice: Choice;
  readonly set: (name: string, value: string) => void;
}) {
  const say = useSay();
  const columns = useZoneColumns();
  const toggle = (key: ColumnKey) => {
    const next = COLUMN_KEYS.filter((k) =>
      k === key ? !choice.columns.includes(k) : choice.columns.includes(k),
    );
    set("columns", next.join(","));
  };
  return (
    <details className="column-choice">
      <summary className="button">{say(ZONE_WORDS.columns)}</summary>
      <fieldset>
        <legend className="visually-hidden">{say(ZONE_WORDS.columns)}</legend>
        {COLUMN_KEYS.filter((key) => key !== "name").map((key) => (
          <label key={key}>
            <input type="checkbox" checked={choice.columns.includes(key)} onChange={() => toggle(key)} />
            {columns[key].head}
          </label>
        ))}
      </fieldset>
    </details>
  );
}

function ZoneTable({ zones, choice }: { readonly zones: readonly ZoneSummary[]; readonly choice: Choice }) {
  const say = useSay();
  const columns = useZoneColumns();
  const rows = zones.filter(
    (z) =>
      fitsText(z, choice.text) &&
      (choice.kind === "" || z.kind === choice.kind) &&
      (choice.stage === "" || z.stage === choice.stage),
  );
  if (rows.length === 0)
    return <Empty>{say(zones.length === 0 ? ZONE_WORDS.none : ZONE_WORDS.noneFiltered)}</Empty>;
  const groups: Readonly<Record<string, (zone: ZoneSummary) => string>> = {
    stage: (z) => z.stageLabel,
    developerKind: (z) => say(developerKindWords(z.developerKind)),
    kind: (z) => (z.kind === null ? say(ZONE_WORDS.notKnown) : say(ZONE_KINDS[z.kind])),
  };
  const chosen = COLUMN_KEYS.filter((key) => key === "name" || choice.columns.includes(key));
  return (
    <DataTable
      caption={say(ZONE_WORDS.zones)}
      columns={chosen.map((key) => columns[key])}
      rows={rows}
      rowKey={(z) => z.id}
      groupBy={groups[choice.group] ?? null}
      rowTone={(z) => (z.disputed === null ? undefined : "quiet")}
    />
  );
}
