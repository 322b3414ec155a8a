/** The zones of one place on the day, a line each, for the page of the place. */
import { useAnswer } from "../../web/answer.ts";
import { useSay } from "../../web/language.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import { zoneList } from "./answers.ts";
import { ZONE_WORDS } from "./words.ts";
import { ZoneArea, ZoneName, ZoneStage } from "./zoneParts.tsx";
import "./zonePage.css";

/** The lines, whatever place the page itself is asked for. */
export function ZonesOfPlace({ place }: { readonly place: string }) {
  const say = useSay();
  const answer = useAnswer(zoneList, "/api/zones", { place });
  return (
    <Loaded answer={answer} lines={4}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{say(ZONE_WORDS.none)}</Empty>
        ) : (
          <ul className="phases">
            {items.map((zone) => (
              <li key={zone.id}>
                <strong>
                  <ZoneName zone={zone} />
                </strong>
                <span>
                  <ZoneArea zone={zone} />
                </span>
                <ZoneStage zone={zone} />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
