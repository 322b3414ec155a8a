/** For the overview: expected dates that have passed, and values that no paper gives, each with whom to ask. */
import { useAnswer } from "../../web/answer.ts";
import { formatDate } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PaperLink, ViewLink } from "../../web/links.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import { type Column, DataTable } from "../../web/table.tsx";
import { type Lacking, lackingValues } from "../lacking.ts";
import { allPassedMilestones, type PassedMilestone } from "../milestones.ts";
import type { ZoneSummary } from "../pageVocabulary.ts";
import { ZONE_KINDS } from "../vocabulary.ts";
import { zoneList, zonePath } from "./answers.ts";
import { ZONE_WORDS } from "./words.ts";
import { useAskedDay, ZoneName, ZoneStage } from "./zoneParts.tsx";
import "./zoneGaps.css";

/** Zones and their phases, which have milestones of their own. */
function useZonesAndPhases() {
  return useAnswer(zoneList, "/api/zones", { phases: "true" });
}

/** Milestones that have passed unmet; it speaks of the dates, never of who is behind them. */
export function PassedMilestones() {
  const say = useSay();
  const asOf = useAskedDay();
  const answer = useZonesAndPhases();
  return (
    <Loaded answer={answer} lines={6}>
      {({ items }) => {
        const passed = allPassedMilestones(items, asOf);
        return passed.length === 0 ? (
          <Empty>{say(ZONE_WORDS.nonePassed)}</Empty>
        ) : (
          <PassedTable passed={passed} />
        );
      }}
    </Loaded>
  );
}

function PassedTable({ passed }: { readonly passed: readonly PassedMilestone[] }) {
  const say = useSay();
  const lang = useLang();
  const columns: readonly Column<PassedMilestone>[] = [
    { key: "zone", head: say(ZONE_WORDS.name), names: true, cell: ({ zone }) => <ZoneName zone={zone} /> },
    {
      key: "milestone",
      head: say(ZONE_WORDS.expected),
      cell: ({ of, date }) => (
        <span>
          <span className="figures">{formatDate(date, lang)}</span>{" "}
          <small className="muted">{say(ZONE_WORDS[of])}</small>
        </span>
      ),
    },
    {
      key: "known",
      head: say(ZONE_WORDS.known),
      cell: ({ newerPapers }) => say(newerPapers ? ZONE_WORDS.passedNotTold : ZONE_WORDS.passedNoNews),
    },
    {
      key: "stage",
      head: say(ZONE_WORDS.stage),
      cell: ({ zone }) => <ZoneStage zone={zone} />,
    },
    {
      key: "paper",
      head: say(ZONE_WORDS.papers),
      cell: ({ document }) => <PaperLink paper={document} />,
    },
  ];
  return (
    <>
      <p className="reading muted gap-lead">{say(ZONE_WORDS.passedLead)}</p>
      <DataTable
        caption={say(ZONE_WORDS.passed)}
        columns={columns}
        rows={passed}
        rowKey={({ zone, of }) => `${zone.id} ${of}`}
        orderName="passedSort"
      />
    </>
  );
}

/** Values that are lacking, with their zones and who could supply them. */
export function LackingValues() {
  const say = useSay();
  const answer = useAnswer(zoneList, "/api/zones");
  return (
    <Loaded answer={answer} lines={8}>
      {({ items }) => {
        const rows = lackingValues(items);
        return rows.length === 0 ? (
          <Empty>{say(ZONE_WORDS.nothingLacking)}</Empty>
        ) : (
          <LackingTable rows={rows} />
        );
      }}
    </Loaded>
  );
}

function LackingTable({ rows }: { readonly rows: readonly Lacking[] }) {
  const say = useSay();
  const columns: readonly Column<Lacking>[] = [
    {
      key: "value",
      head: say(ZONE_WORDS.fact),
      names: true,
      cell: ({ label, kind }) => (
        <span>
          {say(label)} {kind !== null && <small className="muted gap-kind">{say(ZONE_KINDS[kind])}</small>}
        </span>
      ),
    },
    {
      key: "count",
      head: say(ZONE_WORDS.count),
      figures: true,
      cell: ({ zones }) => zones.length,
    },
    { key: "zones", head: say(ZONE_WORDS.zones), cell: (row) => <LackingZones row={row} /> },
    { key: "supplier", head: say(ZONE_WORDS.supplier), cell: ({ supplier }) => say(supplier) },
  ];
  return (
    <>
      <p className="reading muted gap-lead">{say(ZONE_WORDS.lackingLead)}</p>
      <DataTable
        caption={say(ZONE_WORDS.lacking)}
        columns={columns}
        rows={rows}
        rowKey={({ key, kind }) => `${key} ${kind}`}
        orderName="lackingSort"
      />
    </>
  );
}

/** Zones that are named in the line; the others are behind its link. */
const NAMED = 6;

function LackingZones({ row: { zones, key, kind } }: { readonly row: Lacking }) {
  const say = useSay();
  const more = zones.length - NAMED;
  return (
    <span>
      {zones.slice(0, NAMED).map((zone: ZoneSummary, at) => (
        <span key={zone.id}>
          {at > 0 && "; "}
          <ViewLink to={zonePath(zone)}>{zone.name}</ViewLink>
        </span>
      ))}
      {more > 0 && (
        <>
          {"; "}
          <ViewLink to={`/zones?lack=${key}${kind === null ? "" : `&kind=${kind}`}`}>
            {`${more} ${say(ZONE_WORDS.moreZones)}`}
          </ViewLink>
        </>
      )}
    </span>
  );
}
