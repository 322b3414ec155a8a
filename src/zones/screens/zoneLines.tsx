/** The zones of a place, a line each, for the overview: name, place then and now, ha, developer, stage, milestone, paper. */
import { useAnswer } from "../../web/answer.ts";
import { useSay } from "../../web/language.tsx";
import { PaperLink, ViewLink } from "../../web/links.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import type { ZoneSummary } from "../pageVocabulary.ts";
import { zoneList } from "./answers.ts";
import { ZONE_WORDS } from "./words.ts";
import { Milestone, PlacesThenAndNow, useAskedDay, ZoneArea, ZoneName, ZoneStage } from "./zoneParts.tsx";
import "./zoneLines.css";

/** The lines for the page's place and day; disputed zones come last, named and not counted. */
export function ZoneLines() {
  const say = useSay();
  const answer = useAnswer(zoneList, "/api/zones");
  return (
    <Loaded answer={answer} lines={16}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{say(ZONE_WORDS.none)}</Empty>
        ) : (
          <Lines
            zones={[...items].sort((a, b) => Number(a.disputed !== null) - Number(b.disputed !== null))}
          />
        )
      }
    </Loaded>
  );
}

/** Lines that an overview has room for; the table of zones has them all. */
const MOST = 60;

function Lines({ zones }: { readonly zones: readonly ZoneSummary[] }) {
  const say = useSay();
  const more = zones.length - MOST;
  return (
    <>
      <LinesTable zones={zones.slice(0, MOST)} />
      {more > 0 && (
        <p className="lines-more">
          <ViewLink to="/zones">
            {say({ vi: `Còn ${more} khu, cụm khác trong bảng đầy đủ`, en: `${more} more in the full table` })}
          </ViewLink>
        </p>
      )}
    </>
  );
}

function LinesTable({ zones }: { readonly zones: readonly ZoneSummary[] }) {
  const say = useSay();
  const asOf = useAskedDay();
  return (
    <table className="zone-lines">
      <thead>
        <tr>
          <th scope="col">{say(ZONE_WORDS.name)}</th>
          <th scope="col">{say(ZONE_WORDS.placeThen)}</th>
          <th scope="col" className="to-right">
            {say(ZONE_WORDS.hectares)}
          </th>
          <th scope="col">{say(ZONE_WORDS.developer)}</th>
          <th scope="col">{say(ZONE_WORDS.stage)}</th>
          <th scope="col">{say(ZONE_WORDS.expected)}</th>
          <th scope="col">{say(ZONE_WORDS.papers)}</th>
        </tr>
      </thead>
      <tbody>
        {zones.map((zone) => (
          <tr key={zone.id} data-quiet={zone.disputed !== null}>
            <th scope="row">
              <ZoneName zone={zone} />
            </th>
            <td className="line-place">
              <PlacesThenAndNow zone={zone} />
            </td>
            <td className="line-area to-right">
              <ZoneArea zone={zone} unit={false} />
            </td>
            <td className="line-developer">
              {zone.developer?.label ?? <span className="muted">{say(ZONE_WORDS.notKnown)}</span>}
            </td>
            <td className="line-stage">
              <ZoneStage zone={zone} short />
            </td>
            <td className="line-expected">
              <Milestone zone={zone} asOf={asOf} />
            </td>
            <td className="line-paper">
              <FirstPaper zone={zone} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The paper that founds the zone, or the best there is, and how many more speak of it. */
function FirstPaper({ zone }: { readonly zone: ZoneSummary }) {
  const [first, ...more] = zone.documents;
  if (first === undefined) return null;
  return (
    <span>
      <PaperLink paper={first} />
      {more.length > 0 && <span className="muted figures"> +{more.length}</span>}
    </span>
  );
}
