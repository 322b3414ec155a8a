/** Everything that is on the map, as a list: what a keyboard or a screen reader needs, and no less than the map shows. */
import { quantityText } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { ZoneStage } from "../../../zones/screens/public.ts";
import type { MapZone } from "../vocabulary.ts";
import { type ShownZones, zoneCard } from "./rows.ts";
import { MAP_WORDS } from "./words.ts";

type ListProps = {
  readonly shown: ShownZones;
  /** The open card. */
  readonly chosen: string;
  readonly choose: (zone: MapZone) => void;
};

/** The zones by how they are placed: with a boundary, at their commune, nowhere. */
export function ZoneList({ shown, chosen, choose }: ListProps) {
  const say = useSay();
  const rows = (zones: readonly MapZone[]) => <Rows zones={zones} chosen={chosen} choose={choose} />;
  return (
    <>
      {shown.placed.length > 0 && (
        <section className="map-group" data-group="placed">
          <h3>{say(MAP_WORDS.placed)}</h3>
          {rows(shown.placed)}
        </section>
      )}
      {shown.communes.length > 0 && (
        <section className="map-group" data-group="communes">
          <h3>{say(MAP_WORDS.byCommune)}</h3>
          {shown.communes.map(({ place, text, zones }) => (
            <div key={place.id} className="map-commune" data-thing={`place:${place.id}`}>
              <p className="muted">{text}</p>
              {rows(zones.flatMap(({ id }) => shown.byId.get(id) ?? []))}
            </div>
          ))}
        </section>
      )}
      {shown.unplaced.length > 0 && (
        <section className="map-group" data-group="unplaced">
          <h3>{say(MAP_WORDS.unplaced)}</h3>
          <p className="muted">{say(MAP_WORDS.unplacedWhy)}</p>
          {rows(shown.unplaced)}
        </section>
      )}
    </>
  );
}

type RowsProps = Omit<ListProps, "shown"> & { readonly zones: readonly MapZone[] };

function Rows({ zones, chosen, choose }: RowsProps) {
  const say = useSay();
  const lang = useLang();
  return (
    <ul className="map-rows">
      {zones.map((zone) => {
        const card = zoneCard(zone);
        return (
          <li key={zone.id}>
            <button
              type="button"
              className="bare map-row"
              data-thing={zone.shape === null ? undefined : card}
              aria-pressed={card === chosen}
              onClick={() => choose(zone)}
            >
              <span className="map-row-name">{zone.name}</span>
              <span className="map-row-area figures">
                {zone.area === null ? say(MAP_WORDS.notKnown) : quantityText(zone.area, "m2", lang)}
              </span>
              <span className="map-row-stage">
                <ZoneStage zone={zone} short />
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
