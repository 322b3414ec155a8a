/** What the reader chose on the map, as it stands in the address. Pure. */
import { searchKey } from "../../../kernel/text.ts";
import type { MapPlot, MapZone } from "../vocabulary.ts";

/** Longitude, latitude, zoom. */
export type Camera = readonly [longitude: number, latitude: number, zoom: number];
/** West, south, east, north. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export type MapChoice = {
  readonly show: "zones" | "plots";
  /** By what plots are coloured. */
  readonly colour: "use" | "status" | "clearance";
  readonly find: string;
  readonly kind: string;
  readonly stage: string;
  readonly sector: string;
  /** Hectares, as typed. */
  readonly areaFrom: string;
  readonly areaTo: string;
  readonly use: string;
  readonly status: string;
  /** đồng a m², as typed. */
  readonly priceTo: string;
  readonly utilities: string;
  /** Metres to the nearest road, as typed. */
  readonly road: string;
  /** The list holds only what is in the window. */
  readonly inView: boolean;
  /** `zone:…` or `plot:…`, whose card is open. */
  readonly card: string;
  readonly at: Camera | null;
};

const COLOURS = ["use", "status", "clearance"] as const;

function cameraOf(text: string | null): Camera | null {
  const [x, y, zoom, ...more] = (text ?? "").split(",").map(Number);
  if (x === undefined || y === undefined || zoom === undefined || more.length > 0) return null;
  const good = Math.abs(x) <= 180 && Math.abs(y) <= 85 && zoom >= 0 && zoom <= 22;
  return good ? [x, y, zoom] : null;
}

/** A camera as an address has it, exact to some metres. */
export function cameraText([x, y, zoom]: Camera): string {
  return `${x.toFixed(5)},${y.toFixed(5)},${zoom.toFixed(2)}`;
}

/** The choice in the words of an address. */
export function choiceOf(search: URLSearchParams): MapChoice {
  const of = (name: string) => search.get(name) ?? "";
  return {
    show: of("show") === "plots" ? "plots" : "zones",
    colour: COLOURS.find((colour) => colour === of("colour")) ?? "status",
    find: of("find"),
    kind: of("kind"),
    stage: of("stage"),
    sector: of("sector"),
    areaFrom: of("areaFrom"),
    areaTo: of("areaTo"),
    use: of("use"),
    status: of("status"),
    priceTo: of("priceTo"),
    utilities: of("utilities"),
    road: of("road"),
    inView: of("inView") === "1",
    card: of("card"),
    at: cameraOf(search.get("at")),
  };
}

/** A number as people type it, with a decimal comma or point; null where it is none. */
export function typedNumber(text: string): number | null {
  const plain = text.trim().replace(",", ".");
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** Whether an area (m²) lies between the hectares asked; an unknown one lies in no range. */
export function inArea(
  area: number | null,
  { areaFrom, areaTo }: Pick<MapChoice, "areaFrom" | "areaTo">,
): boolean {
  const [from, to] = [typedNumber(areaFrom), typedNumber(areaTo)];
  if (from === null && to === null) return true;
  if (area === null) return false;
  return (from === null || area >= from * 10_000) && (to === null || area <= to * 10_000);
}

/** Zones that the filters leave. */
export function zonesChosen<Z extends MapZone>(zones: readonly Z[], choice: MapChoice): readonly Z[] {
  const { find, kind, stage, sector } = choice;
  const words = searchKey(find);
  return zones.filter(
    (zone) =>
      (kind === "" || zone.kind === kind) &&
      (stage === "" || zone.stage === stage) &&
      (sector === "" || zone.sectors.some((s) => searchKey(s).includes(searchKey(sector)))) &&
      inArea(zone.area, choice) &&
      (words === "" ||
        searchKey(`${zone.name} ${zone.placesNow.map((p) => p.name).join(" ")}`).includes(words)),
  );
}

/** Plots that the filters leave. What is not known of a plot fits no wish about it. */
export function plotsChosen<P extends MapPlot>(plots: readonly P[], choice: MapChoice): readonly P[] {
  const { find, use, status, sector, utilities } = choice;
  const words = searchKey(find);
  const most = typedNumber(choice.priceTo);
  return plots.filter(
    (plot) =>
      (use === "" || plot.landUse === use) &&
      (status === "" || plot.status === status) &&
      (sector === "" || plot.sectors.some((s) => searchKey(s).includes(searchKey(sector)))) &&
      (utilities === "" || plot.utilities.some((of) => of === utilities)) &&
      (most === null || (plot.price !== null && plot.price <= most)) &&
      inArea(plot.area ?? plot.measured, choice) &&
      (words === "" || searchKey(`${plot.number} ${plot.zone.label}`).includes(words)),
  );
}

/** Whether two boxes have anything in common. */
export function meets([w, s, e, n]: Box, [west, south, east, north]: Box): boolean {
  return w <= east && west <= e && s <= north && south <= n;
}
