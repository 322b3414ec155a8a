/** Other zones of the same place on the day: nearest first, each with its stage and area. */
import { useAnswer } from "../../web/answer.ts";
import { useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import { type NeighbourList, neighbourList, type ZonePage } from "../pageVocabulary.ts";
import { ZONE_WORDS } from "./words.ts";
import { ZoneArea, ZoneName, ZoneStage } from "./zoneParts.tsx";
import "./zoneNeighbours.css";

/** The neighbours, under the unit in which they and the zone lie. */
export function ZoneNeighbours({ zone }: { readonly zone: Pick<ZonePage, "id"> }) {
  const say = useSay();
  const answer = useAnswer(neighbourList, `/api/zones/${encodeURIComponent(zone.id)}/neighbours`);
  return (
    <Loaded answer={answer} lines={6}>
      {({ levels }) => {
        const shown = levels.filter(({ total }) => total > 0);
        if (levels.length === 0) return <Empty>{say(ZONE_WORDS.noPlaceKnown)}</Empty>;
        if (shown.length === 0) {
          const last = levels.at(-1)?.place.name ?? "";
          return (
            <Empty>
              {say({
                vi: `Sổ chưa có khu, cụm nào khác ở ${last} vào ngày này.`,
                en: `The register has no other zone in ${last} on this day.`,
              })}
            </Empty>
          );
        }
        return shown.map((level) => <Level key={level.place.id} level={level} />);
      }}
    </Loaded>
  );
}

type LevelProps = { readonly level: NeighbourList["levels"][number] };

function Level({ level: { place, zones, total } }: LevelProps) {
  const say = useSay();
  return (
    <section className="neighbours" aria-label={place.name}>
      <h3>{say({ vi: `Cùng ở ${place.name}`, en: `Also in ${place.name}` })}</h3>
      <ul>
        {zones.map((zone) => (
          <li key={zone.id}>
            <ZoneName zone={zone} />
            <ZoneStage zone={zone} />
            <span className="neighbours-area">
              <ZoneArea zone={zone} />
            </span>
          </li>
        ))}
      </ul>
      {total > zones.length && (
        <p>
          <ViewLink to={`/zones?place=${encodeURIComponent(place.id)}`}>
            {say({ vi: `Cả ${total} khu, cụm khác`, en: `All ${total} others` })}
          </ViewLink>
        </p>
      )}
    </section>
  );
}
