/** Where a case lies, for the table of rights. */
import type { Where } from "../../people/public.ts";
import type { PlaceDirectory } from "../../places/public.ts";
import type { Db } from "../../platform/database/tables.ts";
import type { Known } from "../../register/public.ts";
import { listZonesLast } from "../../zones/public.ts";
import type { CaseAttributes } from "./vocabulary.ts";

/** The ground of a case: its own places, and those of its zone; of a phase the zone that it is part of. */
export async function whereOf(
  { places = [], zone }: Pick<CaseAttributes, "places" | "zone">,
  of: { readonly db: Db; readonly known: Known; readonly directory: PlaceDirectory },
): Promise<Required<Pick<Where, "places" | "zones">> & Where> {
  const zones = await listZonesLast(of.db, { ids: zone === undefined ? [] : [zone], known: of.known });
  const held = (place: string) => of.directory.find(place) !== null;
  return {
    places: [...new Set([...places, ...zones.flatMap((z) => z.attributes.places ?? [])])],
    zones: zones.map((z) => z.attributes.phaseOf ?? z.id),
    lies: (place, within) =>
      held(place) && held(within) && of.directory.containment(place, within) === "within",
  };
}
