/** The page `/map`: the zones of a place on a day as a map, and beside it as a list that holds the same. */
import { lazy, type RefObject, Suspense, useCallback, useMemo, useRef, useState } from "react";
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
import { type MapAnswer, type MapZone, mapAnswer } from "../vocabulary.ts";
import { type Box, type Camera, cameraText, choiceOf, type MapChoice } from "./choice.ts";
import { around, NATION } from "./drawn.ts";
import type { MapHandle, Moved } from "./mapCanvas.tsx";
import { ZoneCard } from "./mapCard.tsx";
import { FILTERS, MapFilters } from "./mapFilters.tsx";
import { Legend, type LegendEntry, Scale } from "./mapLegend.tsx";
import { ZoneList } from "./mapList.tsx";
import { drawnZone, inWindow, placeOnMap, type ShownZones, shownZones, zoneCard } from "./rows.ts";
import { TimeSlider } from "./timeSlider.tsx";
import { MAP_WORDS } from "./words.ts";
import "./mapPage.css";

// The library that draws is larger than all else; the list does not wait for it.
const MapCanvas = lazy(() => import("./mapCanvas.tsx").then((part) => ({ default: part.MapCanvas })));

type PageProps = { readonly today: PlainDate };

/** The page. */
export function MapPage({ today }: PageProps) {
  const say = useSay();
  const [search] = useSearchParams();
  const choice = useMemo(() => choiceOf(search), [search]);
  const answer = useAnswer(mapAnswer, "/api/map");
  return (
    <>
      <PageHead title={say(MAP_WORDS.title)}>
        <p className="lead">{say(MAP_WORDS.lead)}</p>
      </PageHead>
      <Loaded answer={answer} lines={30}>
        {(map) => (
          <Shown
            answer={map}
            choice={choice}
            today={today}
            loading={answer.isPlaceholderData || answer.isFetching}
          />
        )}
      </Loaded>
    </>
  );
}

type ShownProps = PageProps & {
  readonly answer: MapAnswer;
  readonly choice: MapChoice;
  readonly loading: boolean;
};

function Shown({ answer, choice, today, loading }: ShownProps) {
  const say = useSay();
  const setQuery = useSetQuery();
  const handle = useRef<MapHandle>(null);
  const [moved, setMoved] = useState<Moved | null>(null);
  const shown = useMemo(() => shownZones(answer, choice), [answer, choice]);
  const listed = inWindow(shown, choice.inView ? (moved?.box ?? null) : null);
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
  const choose = (zone: MapZone) => {
    setQuery({ card: zoneCard(zone) }, { replace: true });
    const box = placeOnMap(zone, answer.communes);
    if (box !== null) handle.current?.fit(roomAround(box));
  };
  const chosen = answer.zones.find((zone) => zoneCard(zone) === choice.card);
  const count = listed.placed.length + countIn(listed) + listed.unplaced.length;
  return (
    <div className="map-page">
      <MapFilters choice={choice} zones={answer.zones} />
      <div className="map-main">
        <div className="map-frame">
          <DrawnMap {...{ answer, choice, shown, handle, onMove, onPress }} />
          <Tools handle={handle} home={homeBox(answer)} />
          {moved !== null && <Scale camera={moved.camera} />}
        </div>
        {answer.firstDay !== null && <TimeSlider first={answer.firstDay} today={today} loading={loading} />}
        <Legend entries={legendOf(shown, say)} />
        <p className="map-force">{say(MAP_WORDS.noLegalForce)}</p>
      </div>
      <div className="map-side">
        {chosen !== undefined && <ZoneCard zone={chosen} close={() => onPress("")} />}
        <section aria-label={say(MAP_WORDS.list)}>
          <div className="map-list-head">
            <h2>{say(MAP_WORDS.list)}</h2>
            <p className="muted" role="status">
              {say({ vi: `${count} khu, cụm`, en: `${count} zones` })}
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
          {count === 0 && <Nothing />}
          <ZoneList shown={listed} chosen={choice.card} choose={choose} />
          {answer.hidden > 0 && (
            <p className="muted">
              {say(MAP_WORDS.hidden)} <span className="figures">{answer.hidden}</span>
            </p>
          )}
        </section>
      </div>
    </div>
  );
}

const countIn = ({ communes }: ShownZones) => communes.reduce((sum, { zones }) => sum + zones.length, 0);

/** Some kilometres around a single point, so that what lies beside it is seen too. */
function roomAround([west, south, east, north]: Box): Box {
  const room = west === east && south === north ? 0.05 : 0;
  return [west - room, south - room, east + room, north + room];
}

/** Everything of the place that is anywhere on the map; all of Vietnam where nothing is. */
function homeBox({ zones, communes }: MapAnswer): Box {
  const boxes = zones.map((zone) => placeOnMap(zone, communes)).filter((box) => box !== null);
  const box = around(boxes);
  return box === null ? NATION : roomAround(box);
}

function legendOf({ byId }: ShownZones, say: (sentence: Sentence) => string): readonly LegendEntry[] {
  const there = new Set([...byId.values()].map(({ stage }) => stage));
  return Object.keys(STAGES)
    .filter(isStage)
    .filter((stage) => there.has(stage))
    .map((stage) => ({ step: stageStep(stage) ?? 0, label: say(STAGES[stage]) }));
}

function Nothing() {
  const say = useSay();
  const setQuery = useSetQuery();
  return (
    <>
      <Empty>{say(MAP_WORDS.none)}</Empty>
      <button
        type="button"
        onClick={() => setQuery(Object.fromEntries(FILTERS.map((name) => [name, null])), { replace: true })}
      >
        {say(MAP_WORDS.clearFilter)}
      </button>
    </>
  );
}

type DrawnProps = {
  readonly answer: MapAnswer;
  readonly choice: MapChoice;
  readonly shown: ShownZones;
  readonly handle: RefObject<MapHandle | null>;
  readonly onMove: (moved: Moved) => void;
  readonly onPress: (card: string) => void;
};

function DrawnMap({ answer, choice, shown, handle, onMove, onPress }: DrawnProps) {
  const say = useSay();
  const start = useRef<Camera | Box>(choice.at ?? startBox(answer, choice));
  const drawn = useMemo(
    () => ({
      ...{ drawn: shown.placed.flatMap(drawnZone), outlines: [], communes: shown.communes },
      ...{ chosen: choice.card, baseMap: null },
    }),
    [shown, choice.card],
  );
  return (
    <Suspense fallback={<p className="map-opening muted">{say(MAP_WORDS.drawing)}</p>}>
      <MapCanvas shown={drawn} start={start.current} onMove={onMove} onPress={onPress} ref={handle} />
    </Suspense>
  );
}

function startBox(answer: MapAnswer, choice: MapChoice): Box {
  const zone = answer.zones.find((z) => zoneCard(z) === choice.card);
  const box = zone === undefined ? null : placeOnMap(zone, answer.communes);
  return box === null ? homeBox(answer) : roomAround(box);
}

type ToolsProps = { readonly handle: RefObject<MapHandle | null>; readonly home: Box };

function Tools({ handle, home }: ToolsProps) {
  const say = useSay();
  return (
    <div className="map-tools" role="group" aria-label={say(MAP_WORDS.tools)}>
      <button type="button" aria-label={say(MAP_WORDS.closer)} onClick={() => handle.current?.zoomBy(1)}>
        +
      </button>
      <button type="button" aria-label={say(MAP_WORDS.farther)} onClick={() => handle.current?.zoomBy(-1)}>
        −
      </button>
      <button type="button" onClick={() => handle.current?.fit(home)}>
        {say(MAP_WORDS.toPlace)}
      </button>
      <button type="button" onClick={() => handle.current?.fit(NATION)}>
        {say(MAP_WORDS.toNation)}
      </button>
    </div>
  );
}
