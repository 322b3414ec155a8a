/** The frame in which the map is drawn, with what moves it; its library comes after the list is there. */
import { lazy, type RefObject, Suspense, useMemo, useRef } from "react";
import { useSay } from "../../../web/language.tsx";
import type { CommuneLabel } from "../vocabulary.ts";
import type { Box, Camera } from "./choice.ts";
import { type Drawn, NATION } from "./drawn.ts";
import type { MapHandle, Moved } from "./mapCanvas.tsx";
import { Scale } from "./mapLegend.tsx";
import type { BaseMap } from "./style.ts";
import { MAP_WORDS } from "./words.ts";

const MapCanvas = lazy(() => import("./mapCanvas.tsx").then((part) => ({ default: part.MapCanvas })));

type FrameProps = {
  readonly handle: RefObject<MapHandle | null>;
  /** Where the map opens, and where the reader is brought back to. */
  readonly start: Camera | Box;
  readonly home: Box;
  readonly drawn: readonly Drawn[];
  readonly outlines: readonly Drawn[];
  readonly communes: readonly CommuneLabel[];
  readonly chosen: string;
  readonly baseMap: BaseMap | null;
  readonly moved: Moved | null;
  readonly onMove: (moved: Moved) => void;
  readonly onPress: (card: string) => void;
};

/** The map. */
export function MapFrame({ handle, start, home, moved, onMove, onPress, ...shown }: FrameProps) {
  const say = useSay();
  const { drawn, outlines, communes, chosen, baseMap } = shown;
  const opening = useRef(start);
  const layers = useMemo(
    () => ({ drawn, outlines, communes, chosen, baseMap }),
    [drawn, outlines, communes, chosen, baseMap],
  );
  return (
    <div className="map-frame">
      <Suspense fallback={<p className="map-opening muted">{say(MAP_WORDS.drawing)}</p>}>
        <MapCanvas shown={layers} start={opening.current} onMove={onMove} onPress={onPress} ref={handle} />
      </Suspense>
      <Tools handle={handle} home={home} />
      {moved !== null && <Scale camera={moved.camera} />}
      {baseMap !== null && <p className="map-attribution">{baseMap.attribution}</p>}
    </div>
  );
}

function Tools({ handle, home }: Pick<FrameProps, "handle" | "home">) {
  const say = useSay();
  return (
    <fieldset className="map-tools">
      <legend className="visually-hidden">{say(MAP_WORDS.tools)}</legend>
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
    </fieldset>
  );
}
