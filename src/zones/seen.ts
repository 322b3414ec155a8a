/** Zones as who asks may see them: without those, and without the attributes, that rest on papers closed to them. */
import type { FigureContext } from "../figures/public.ts";
import { closedAmong, papersBehind, type Seen, seenOf } from "../register/public.ts";
import type { ZoneState } from "./store.ts";

/** What tells that there is such a zone: where its paper is closed, the zone itself is hidden. */
const EXISTENCE = ["name", "kind"] as const;

/** A zone that who asks may see; `hidden`: the attributes that they may not. */
export type SeenZone = Seen<ZoneState>;

/** Those of some zones, or of their periods, that may be seen. */
export async function seenZones(
  zones: readonly ZoneState[],
  { reader }: Pick<FigureContext, "reader">,
): Promise<readonly SeenZone[]> {
  const isClosed = await closedAmong(reader, papersBehind(zones));
  return zones
    .map((zone) => seenOf(zone, isClosed))
    .filter(({ hidden }) => !EXISTENCE.some((name) => hidden.includes(name)));
}
