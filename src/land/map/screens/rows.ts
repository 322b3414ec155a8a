/** The rows of the list beside the map, which are what the map draws: one way from the answer to both. Pure. */
import { stageStep } from "../../../zones/screens/public.ts";
import type { CommuneLabel, MapAnswer, MapZone } from "../vocabulary.ts";
import { type Box, type MapChoice, meets, zonesChosen } from "./choice.ts";
import { boxOf, type Drawn } from "./drawn.ts";

/** The zones that are shown, by how they are placed. */
export type ShownZones = {
  readonly placed: readonly MapZone[];
  readonly communes: readonly CommuneLabel[];
  readonly unplaced: readonly MapZone[];
  /** All of them by id. */
  readonly byId: ReadonlyMap<string, MapZone>;
};

export const zoneCard = ({ id, key }: Pick<MapZone, "id" | "key">): string => `zone:${key ?? id}`;

/** What the filters leave of an answer; a label of a commune names only the zones that are left. */
export function shownZones(answer: MapAnswer, choice: MapChoice): ShownZones {
  const zones = zonesChosen(answer.zones, choice);
  const byId = new Map(zones.map((zone) => [zone.id, zone]));
  const communes = answer.communes.flatMap((label) => {
    const left = label.zones.filter(({ id }) => byId.has(id));
    if (left.length === label.zones.length) return [label];
    return left.length === 0 ? [] : [{ ...label, zones: left, text: narrowed(label, left) }];
  });
  return {
    placed: zones.filter(({ shape }) => shape !== null),
    communes,
    unplaced: zones.filter(({ positionAccuracy }) => positionAccuracy === "unknown"),
    byId,
  };
}

/** The text of a label without the zones that the filters took away. */
function narrowed(label: CommuneLabel, left: CommuneLabel["zones"]): string {
  const gone = label.zones.filter((zone) => !left.includes(zone));
  return gone.reduce((text, { printed }) => text.replace(`${printed}, `, ""), label.text);
}

/** A zone on the map, if its boundary is known. */
export function drawnZone(zone: MapZone): readonly Drawn[] {
  if (zone.shape === null) return [];
  return [
    {
      ...{ card: zoneCard(zone), label: zone.name, shape: zone.shape },
      step: stageStep(zone.stage) ?? 0,
      area: zone.area ?? zone.measuredArea,
    },
  ];
}

/** Where a zone stands in the window of the map; null where it stands nowhere. */
export function placeOnMap(zone: MapZone, communes: readonly CommuneLabel[]): Box | null {
  if (zone.shape !== null) return boxOf(zone.shape);
  const at = communes.find(({ zones }) => zones.some(({ id }) => id === zone.id))?.centre;
  return at === undefined ? null : [at[0], at[1], at[0], at[1]];
}

/** What of it lies in the window; with no window, everything. What has no place on the map is in none. */
export function inWindow(shown: ShownZones, window: Box | null): ShownZones {
  if (window === null) return shown;
  return {
    ...shown,
    placed: shown.placed.filter(({ shape }) => shape !== null && meets(boxOf(shape), window)),
    communes: shown.communes.filter(({ centre: [x, y] }) => meets([x, y, x, y], window)),
    unplaced: [],
  };
}
