/** All parks and clusters of the place on the day: sorted, filtered, grouped, with the columns of the reader's choice. */
import { type ReactNode, useMemo } from "react";
import { useSearchParams } from "react-router";
import { TableLink } from "../../recording/screens/public.tsx";
import { useAnswer, useFileHref } from "../../web/answer.ts";
import { DownloadButton } from "../../web/download.tsx";
import { formatNumber } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { LongTable } from "../../web/longTable.tsx";
import { PageHead } from "../../web/page.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import { useSetQuery } from "../../web/view.tsx";
import { WORDS } from "../../web/words.ts";
import { chosenColumns, type ListChoice, listedZones } from "../listing.ts";
import type { ZoneSummary } from "../pageVocabulary.ts";
import { zoneList } from "./answers.ts";
import { ZONE_WORDS } from "./words.ts";
import { useZoneColumns } from "./zoneColumns.tsx";
import { ZoneFilters } from "./zoneFilters.tsx";
import "./zonesPage.css";

/** The parts of the address that make up a view of the list, which can be saved; place and day are not among them. */
const VIEW_WORDS = ["find", "kind", "stage", "lack", "group", "columns", "sort"] as const;

/** What the reader chose, from the address. */
function useChoice(): ListChoice & { readonly columns: string } {
  const [search] = useSearchParams();
  const of = (name: (typeof VIEW_WORDS)[number]) => search.get(name) ?? "";
  return {
    find: of("find"),
    kind: of("kind"),
    stage: of("stage"),
    lack: of("lack"),
    group: of("group"),
    sort: of("sort"),
    columns: of("columns"),
  };
}

type PageProps = {
  /** Saving and opening views of the list, as another folder offers it. */
  readonly savedViews: (words: readonly string[]) => ReactNode;
};

/** The page `/zones`. */
export function ZonesPage({ savedViews }: PageProps) {
  const say = useSay();
  const choice = useChoice();
  const answer = useAnswer(zoneList, "/api/zones");
  const workbook = useFileHref("/api/zones.xlsx", choice);
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
              <div className="zone-outputs">
                {savedViews(VIEW_WORDS)}
                <DownloadButton href={workbook} name="khu-cum-cong-nghiep.xlsx">
                  {say(WORDS.downloadWorkbook)}
                </DownloadButton>
                <TableLink zones={shownIn(items, choice)} />
              </div>
            </div>
            <ZoneTable zones={items} choice={choice} />
            {hidden > 0 && <HiddenZones count={hidden} />}
          </>
        )}
      </Loaded>
    </>
  );
}

/** The zones that the filters leave, as an address names them. */
function shownIn(zones: readonly ZoneSummary[], choice: ListChoice): readonly string[] {
  return listedZones(zones, choice, "vi").flatMap(({ rows }) => rows.map((zone) => zone.key ?? zone.id));
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

type TableProps = { readonly zones: readonly ZoneSummary[]; readonly choice: ReturnType<typeof useChoice> };

function ZoneTable({ zones, choice }: TableProps) {
  const say = useSay();
  const lang = useLang();
  const setQuery = useSetQuery();
  const columns = useZoneColumns();
  const { find, kind, stage, lack, group, sort } = choice;
  const groups = useMemo(
    () => listedZones(zones, { find, kind, stage, lack, group, sort }, lang),
    [zones, find, kind, stage, lack, group, sort, lang],
  );
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  if (zones.length === 0) return <Empty>{say(ZONE_WORDS.none)}</Empty>;
  if (count === 0) {
    return (
      <>
        <Empty>{say(ZONE_WORDS.noneFiltered)}</Empty>
        <p className="zone-unfilter">
          <button
            type="button"
            onClick={() => setQuery({ find: null, kind: null, stage: null, lack: null }, { replace: true })}
          >
            {say(ZONE_WORDS.unfilter)}
          </button>
        </p>
      </>
    );
  }
  return (
    <>
      <p className="muted zone-count" role="status">
        {count === zones.length
          ? say({ vi: `${formatNumber(count, lang)} khu, cụm`, en: `${formatNumber(count, lang)} zones` })
          : say({
              vi: `${formatNumber(count, lang)} trong ${formatNumber(zones.length, lang)} khu, cụm`,
              en: `${formatNumber(count, lang)} of ${formatNumber(zones.length, lang)} zones`,
            })}
      </p>
      <LongTable
        caption={say(ZONE_WORDS.zones)}
        columns={chosenColumns(choice.columns).map((key) => columns[key])}
        groups={groups}
        rowKey={(z) => z.id}
        rowTone={(z) => (z.disputed === null ? undefined : "quiet")}
      />
    </>
  );
}
