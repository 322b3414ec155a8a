/** The drawn map. Everything heavy comes with this file, and from this server alone. */
import { MapLibreMap, type MapOptions, setWorkerUrl } from "maplibre-gl";
// A build leaves the worker out unless it is named so; the map would stay empty without a word.
import worker from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from "react";
import { useLang, useSay } from "../../../web/language.tsx";
import type { Box, Camera } from "./choice.ts";
import { drawnNames, drawnThings, pressedThing } from "./drawnThings.ts";
import { mapFonts } from "./fonts.ts";
import { hatch } from "./hatch.ts";
import { useInk } from "./ink.ts";
import type { Drawing } from "./picture.ts";
import { HATCH, ROOM, type Shown, styleOf } from "./style.ts";
import { MAP_WORDS } from "./words.ts";

setWorkerUrl(worker);

/** What the page does with the map. */
export type MapHandle = {
  readonly zoomBy: (steps: number) => void;
  readonly fit: (box: Box) => void;
  /** What is drawn now, as a picture; null before anything is. */
  readonly picture: () => Drawing | null;
};

/** Where the window stands, and whether the reader moved it there. */
export type Moved = { readonly camera: Camera; readonly box: Box; readonly byReader: boolean };

type CanvasProps = {
  readonly shown: Omit<Shown, "ink" | "fonts" | "language" | "narrow">;
  /** Where the map opens. */
  readonly start: Camera | Box;
  readonly onMove: (moved: Moved) => void;
  readonly onPress: (card: string) => void;
  readonly ref: Ref<MapHandle>;
};

/** Room for the labels, which are wider than high, and for the buttons above. */
function paddingOf(width: number) {
  const beside = Math.min(96, width / 4);
  return { top: 64, bottom: 48, left: beside, right: beside };
}
/** Pixels below which a window is a phone's. */
const NARROW = 600;
/** A fit to something small still shows what lies around it. */
const CLOSEST = 16;
const BY_READER = { byReader: true } as const;

const isCamera = (start: Camera | Box): start is Camera => start.length === 3;

function openingAt(
  start: Camera | Box,
  width: number,
): Pick<MapOptions, "center" | "zoom" | "bounds" | "fitBoundsOptions"> {
  if (isCamera(start)) return { center: [start[0], start[1]], zoom: start[2] };
  const [west, south, east, north] = start;
  return {
    bounds: [west, south, east, north],
    fitBoundsOptions: { padding: paddingOf(width), maxZoom: CLOSEST },
  };
}

function whereOf(map: MapLibreMap, byReader: boolean): Moved {
  const [center, bounds] = [map.getCenter(), map.getBounds()];
  return {
    camera: [center.lng, center.lat, map.getZoom()],
    box: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
    byReader,
  };
}

function openMap(container: HTMLElement, start: Camera | Box, label: string): MapLibreMap {
  return new MapLibreMap({
    ...{ container, attributionControl: false, dragRotate: false, pitchWithRotate: false, maxPitch: 0 },
    ...{ touchPitch: false, renderWorldCopies: false, maxZoom: 20, fadeDuration: 0 },
    ...openingAt(start, container.clientWidth),
    locale: { "Map.Title": label },
  });
}

/** The map; where the browser can draw none, it says so, and the list beside it has everything. */
export function MapCanvas({ shown, start, onMove, onPress, ref }: CanvasProps) {
  const say = useSay();
  const language = useLang();
  const ink = useInk();
  const fonts = useMemo(mapFonts, []);
  const container = useRef<HTMLDivElement>(null);
  const map = useRef<MapLibreMap | null>(null);
  const told = useRef({ onMove, onPress, ink });
  told.current = { onMove, onPress, ink };
  const [narrow] = useState(() => window.innerWidth < NARROW);
  const [failed, setFailed] = useState(false);
  const style = useMemo(
    () => styleOf({ ...shown, ink, fonts, language, narrow }),
    [shown, ink, fonts, language, narrow],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the map opens once; what changes later is told to it below
  useEffect(() => {
    const on = container.current;
    if (on === null) return undefined;
    try {
      const opened = openMap(on, start, say(MAP_WORDS.map));
      map.current = opened;
      listen(opened, on, told);
      return () => {
        map.current = null;
        opened.remove();
      };
    } catch {
      setFailed(true);
      return undefined;
    }
  }, []);
  useEffect(() => {
    map.current?.setStyle(style, { diff: true });
  }, [style]);
  useEffect(() => {
    const drawn = map.current;
    if (drawn?.hasImage(HATCH) === true) drawn.updateImage(HATCH, hatch(ink.ink2));
  }, [ink]);
  useEffect(() => {
    map.current?.getCanvas().setAttribute("aria-label", say(MAP_WORDS.map));
  }, [say]);
  useImperativeHandle(ref, () => handleOf(map), []);
  return (
    <>
      <div ref={container} className="map-canvas" />
      {failed && <p className="map-failed">{say(MAP_WORDS.cannotDraw)}</p>}
    </>
  );
}

type Told = {
  readonly current: Pick<CanvasProps, "onMove" | "onPress"> & { readonly ink: { ink2: string } };
};

function listen(map: MapLibreMap, container: HTMLElement, told: Told): void {
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.setMissingStyleImageResolver((id) => {
    if (map.hasImage(id)) return;
    if (id === HATCH) map.addImage(HATCH, hatch(told.current.ink.ink2));
    if (id === ROOM) map.addImage(ROOM, { width: 2, height: 2, data: new Uint8Array(16) });
  });
  map.on("load", () => told.current.onMove(whereOf(map, false)));
  map.on("moveend", (event) => {
    const byReader = event.originalEvent !== undefined || "byReader" in event;
    told.current.onMove(whereOf(map, byReader));
  });
  map.on("click", ({ point }) => told.current.onPress(pressedThing(map, point)));
  map.on("mousemove", ({ point }) => {
    map.getCanvas().style.cursor = pressedThing(map, point) === "" ? "" : "pointer";
  });
  // What the window really holds stands beside it, for whoever checks it against the list.
  map.on("idle", () => {
    container.dataset.drawn = drawnThings(map).join(" ");
    container.dataset.names = drawnNames(map).join("|");
  });
}

function handleOf(map: { readonly current: MapLibreMap | null }): MapHandle {
  return {
    zoomBy: (steps) => map.current?.zoomTo(map.current.getZoom() + steps, {}, BY_READER),
    fit: ([west, south, east, north]) => {
      if (map.current === null) return;
      const padding = paddingOf(map.current.getContainer().clientWidth);
      map.current.fitBounds([west, south, east, north], { padding, maxZoom: CLOSEST }, BY_READER);
    },
    picture: () => {
      if (map.current === null || !map.current.loaded()) return null;
      // What was drawn may be read until this turn ends.
      map.current.redraw();
      const drawn = map.current.getCanvas();
      const copy = document.createElement("canvas");
      copy.width = drawn.width;
      copy.height = drawn.height;
      copy.getContext("2d")?.drawImage(drawn, 0, 0);
      return { canvas: copy, density: map.current.getPixelRatio() };
    },
  };
}
