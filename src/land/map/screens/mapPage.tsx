/** The page `/map`: the zones or plots of a place on a day as a map, and beside it as a list that holds the same. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import type { PlainDate } from "../../../kernel/dates.ts";
import type { Sentence } from "../../../kernel/problems.ts";
import { useAnswer } from "../../../web/answer.ts";
import { useSay } from "../../../web/language.tsx";
import { PageHead } from "../../../web/page.tsx";
import { Empty, Loaded } from "../../../web/states.tsx";
import { useSetQuery } from "../../../web/view.tsx";
import { isStage, stageStep } from "../../../zones/screens/public.ts";
import { STAGES } from "../../../zones/vocabulary.ts";
import { type MapAnswer, type MapPlot, type MapPlots, type MapZone, mapAnswer } from "../vocabulary.ts";
import { type Box, type Camera, cameraText, choiceOf, type MapChoice } from "./choice.ts";
import { around, boxOf, NATION } from "./drawn.ts";
import type { MapHandle, Moved } from "./mapCanvas.tsx";
import { ZoneCard } from "./mapCard.tsx";
import { MapFiles } from "./mapFiles.tsx";
import { FILTERS, MapFilters } from "./mapFilters.tsx";
import { MapFrame } from "./mapFrame.tsx";
import { Legend, type LegendEntry } from "./mapLegend.tsx";
import { ZoneList } from "./mapList.tsx";
import { MapSheet } from "./mapSheet.tsx";
import { PlotCard } from "./plotCard.tsx";
import { PlotList } from "./plotList.tsx";
import { drawnPlot, outlineOf, plotCard, plotLegend, plotsInWindow, shownPlots } from "./plotRows.ts";
import { drawnZone, inWindow, placeOnMap, type ShownZones, shownZones, zoneCard } from "./rows.ts";
import { TimeSlider } from "./timeSlider.tsx";
import { useBaseMap } from "./useBaseMap.ts";
import { usePlots } from "./usePlots.ts";
import { MAP_WORDS } from "./words.ts";
import "./mapPage.css";

type PageProps = { readonly today: PlainDate };

/** The page. */
export function MapPage({ today }: PageProps) {
  const say = useSay();
  const [search] = useSearchParams();
  const choice = useMemo(() => choiceOf(search), [search]);
  const answer = useAnswer(mapAnswer, "/api/map");
  return (
    <>
      <PageHead title={say(MAP_WORDS.title)} />
      <Loaded answer={answer} lines={30}>
        {(map) => <Shown answer={map} choice={choice} today={today} loading={answer.isFetching} />}
      </Loaded>
    </>
  );
}

type ShownProps = PageProps & {
  readonly answer: MapAnswer;
  readonly choice: MapChoice;
  readonly loading: boolean;
};

const NO_PLOTS: MapPlots = { items: [], total: 0, hidden: 0, more: false };

function Shown({ answer, choice, today, loading }: ShownProps) {
  const say = useSay();
  const setQuery = useSetQuery();
  const handle = useRef<MapHandle>(null);
  const [moved, setMoved] = useState<Moved | null>(null);
  const write = useRef(setQuery);
  write.current = setQuery;
  const onMove = useCallback((now: Moved) => {
    setMoved(now);
    if (now.byReader) write.current({ at: cameraText(now.camera) }, { replace: true });
  }, []);
  const onPress = useCallback(
    (card: string) => write.current({ card: card === "" ? null : card }, { replace: true }),
    [],
  );
  const window = choice.inView ? (moved?.box ?? null) : null;
  const plotsAnswer = usePlots(choice, window);
  const plots = plotsAnswer.data ?? NO_PLOTS;
  const baseMap = useBaseMap();
  const ofPlots = choice.show === "plots";
  const zones = useMemo(() => shownZones(answer, choice), [answer, choice]);
  const chosenPlots = useMemo(() => shownPlots(plots.items, choice), [plots, choice]);
  const drawn = useMemo(
    () =>
      ofPlots
        ? chosenPlots.placed.flatMap((plot) => drawnPlot(plot, choice.colour))
        : zones.placed.flatMap(drawnZone),
    [ofPlots, chosenPlots, zones, choice.colour],
  );
  const outlines = useMemo(() => (ofPlots ? answer.zones.flatMap(outlineOf) : []), [ofPlots, answer]);
  const communes = ofPlots ? NO_COMMUNES : zones.communes;
  const go = (card: string, box: Box | null) => {
    setQuery({ card }, { replace: true });
    if (box !== null) handle.current?.fit(roomAround(box));
  };
  const chooseZone = (zone: MapZone) => go(zoneCard(zone), placeOnMap(zone, answer.communes));
  const choosePlot = (plot: MapPlot) => go(plotCard(plot), plot.shape === null ? null : boxOf(plot.shape));
  const listedZones = inWindow(zones, window);
  const listedPlots = plotsInWindow(chosenPlots, window);
  const count = ofPlots ? listedPlots.placed.length + listedPlots.unplaced.length : countOf(listedZones);
  const legend = ofPlots
    ? plotLegend(chosenPlots.placed, choice.colour).map(({ step, label }) => ({
        step,
        label: say(label ?? MAP_WORDS.unknown),
      }))
    : zoneLegend(zones, say);
  const home = useMemo(() => homeBox(answer, ofPlots), [answer, ofPlots]);
  const wasOfPlots = useRef(ofPlots);
  useEffect(() => {
    // Plots are far smaller than what lies between their zones.
    if (wasOfPlots.current !== ofPlots) handle.current?.fit(home);
    wasOfPlots.current = ofPlots;
  }, [ofPlots, home]);
  const zone = answer.zones.find((z) => zoneCard(z) === choice.card);
  const plot = plots.items.find((p) => plotCard(p) === choice.card);
  return (
    <div className="map-page">
      <MapFilters choice={choice} zones={answer.zones} roadsKnown={answer.roadsKnown} />
      <div className="map-main">
        <MapFrame
          {...{ handle, drawn, outlines, communes, baseMap, moved, onMove, onPress }}
          start={choice.at ?? startBox(answer, choice)}
          home={home}
          chosen={choice.card}
        />
        {answer.firstDay !== null && (
          <TimeSlider first={answer.firstDay} today={today} loading={loading || plotsAnswer.isFetching} />
        )}
        <Legend entries={legend} />
        <p className="map-force">{say(MAP_WORDS.noLegalForce)}</p>
        <MapFiles layer={ofPlots ? "plots" : "zones"} />
        <MapSheet handle={handle} camera={moved?.camera ?? null} legend={legend} today={today} />
      </div>
      <div className="map-side">
        {zone !== undefined && <ZoneCard zone={zone} close={() => onPress("")} />}
        {plot !== undefined && <PlotCard id={plot.id} number={plot.number} close={() => onPress("")} />}
        <section aria-label={say(MAP_WORDS.list)}>
          <ListHead count={count} choice={choice} />
          {ofPlots && plots.more && <p className="muted">{say(MAP_WORDS.tooMany)}</p>}
          {count === 0 && !loading && <Nothing ofPlots={ofPlots} />}
          {ofPlots ? (
            <PlotList shown={listedPlots} choice={choice} choose={choosePlot} />
          ) : (
            <ZoneList shown={listedZones} chosen={choice.card} choose={chooseZone} />
          )}
          <Hidden count={ofPlots ? plots.hidden : answer.hidden} />
        </section>
      </div>
    </div>
  );
}

const NO_COMMUNES: MapAnswer["communes"] = [];

function ListHead({ count, choice }: { readonly count: number; readonly choice: MapChoice }) {
  const say = useSay();
  const setQuery = useSetQuery();
  const counted = { zones: { vi: "khu, cụm", en: "zones" }, plots: { vi: "lô", en: "plots" } }[choice.show];
  return (
    <>
      <div className="map-list-head">
        <h2>{say(MAP_WORDS.list)}</h2>
        <p className="muted" role="status">
          {`${count} ${say(counted)}`}
        </p>
      </div>
      <label className="map-in-view">
        <input
          type="checkbox"
          checked={choice.inView}
          onChange={(e) => setQuery({ inView: e.target.checked ? "1" : null }, { replace: true })}
        />
        {say(MAP_WORDS.inView)}
      </label>
    </>
  );
}

function countOf({ placed, communes, unplaced }: ShownZones): number {
  return placed.length + communes.reduce((sum, { zones }) => sum + zones.length, 0) + unplaced.length;
}

/** Some kilometres around a single point, so that what lies beside it is seen too. */
function roomAround([west, south, east, north]: Box): Box {
  const room = west === east && south === north ? 0.05 : 0;
  return [west - room, south - room, east + room, north + room];
}

/** Everything of the place that is anywhere on the map, for plots the zones with a boundary; else all of Vietnam. */
function homeBox({ zones, communes }: MapAnswer, ofPlots: boolean): Box {
  const there = ofPlots ? zones.filter(({ shape }) => shape !== null) : zones;
  const box = around(there.map((zone) => placeOnMap(zone, communes)).filter((place) => place !== null));
  return box === null ? NATION : roomAround(box);
}

/** The open card's zone, else the whole place. */
function startBox(answer: MapAnswer, choice: MapChoice): Camera | Box {
  const zone = answer.zones.find((z) => zoneCard(z) === choice.card);
  const box = zone === undefined ? null : placeOnMap(zone, answer.communes);
  return box === null ? homeBox(answer, choice.show === "plots") : roomAround(box);
}

function zoneLegend({ byId }: ShownZones, say: (sentence: Sentence) => string): readonly LegendEntry[] {
  const there = new Set([...byId.values()].map(({ stage }) => stage));
  return Object.keys(STAGES)
    .filter(isStage)
    .filter((stage) => there.has(stage))
    .map((stage) => ({ step: stageStep(stage) ?? 0, label: say(STAGES[stage]) }));
}

function Nothing({ ofPlots }: { readonly ofPlots: boolean }) {
  const say = useSay();
  const setQuery = useSetQuery();
  return (
    <>
      <Empty>{say(ofPlots ? MAP_WORDS.noPlots : MAP_WORDS.none)}</Empty>
      <button
        type="button"
        onClick={() => setQuery(Object.fromEntries(FILTERS.map((name) => [name, null])), { replace: true })}
      >
        {say(MAP_WORDS.clearFilter)}
      </button>
    </>
  );
}

function Hidden({ count }: { readonly count: number }) {
  const say = useSay();
  if (count === 0) return null;
  return (
    <p className="muted">
      {say(MAP_WORDS.hidden)} <span className="figures">{count}</span>
    </p>
  );
}
