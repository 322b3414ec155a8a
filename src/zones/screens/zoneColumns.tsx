/** The columns that a table of zones may have; which are shown is the reader's choice. */
import { formatDate, quantityText } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PaperLinks } from "../../web/links.tsx";
import type { Column } from "../../web/table.tsx";
import { type ColumnKey, developerKindWords, SORT_BY } from "../listing.ts";
import type { ZoneSummary } from "../pageVocabulary.ts";
import { ZONE_KINDS } from "../vocabulary.ts";
import { ZONE_WORDS } from "./words.ts";
import {
  Milestone,
  PlaceNames,
  PlacesThenAndNow,
  useAskedDay,
  ZoneArea,
  ZoneName,
  ZoneStage,
} from "./zoneParts.tsx";

/** Pixels that a column needs where columns are of fixed width. */
const WIDTHS: Readonly<Record<ColumnKey, number>> = {
  name: 180,
  kind: 120,
  place: 180,
  placeNow: 190,
  area: 90,
  developer: 190,
  developerKind: 130,
  stage: 190,
  expected: 120,
  investment: 130,
  sectors: 180,
  evidence: 100,
  papers: 170,
};

/** All columns in the language of the page. */
export function useZoneColumns(): Readonly<Record<ColumnKey, Column<ZoneSummary>>> {
  const say = useSay();
  const lang = useLang();
  const asOf = useAskedDay();
  const column = (key: ColumnKey, head: string, rest: Omit<Column<ZoneSummary>, "key" | "head">) => {
    const sortBy = SORT_BY[key];
    return { key, head, width: WIDTHS[key], ...(sortBy === undefined ? {} : { sortBy }), ...rest };
  };
  return {
    name: column("name", say(ZONE_WORDS.name), {
      names: true,
      cell: (z) => <ZoneName zone={z} />,
    }),
    kind: column("kind", say(ZONE_WORDS.kind), {
      cell: (z) => (z.kind === null ? "" : say(ZONE_KINDS[z.kind])),
    }),
    place: column("place", say(ZONE_WORDS.placeThen), {
      cell: (z) => <PlacesThenAndNow zone={z} />,
    }),
    placeNow: column("placeNow", say(ZONE_WORDS.placeNow), {
      cell: (z) => (
        <span>
          <PlaceNames places={z.placesNow} />
        </span>
      ),
    }),
    area: column("area", `${say(ZONE_WORDS.area)} (${say(ZONE_WORDS.hectares)})`, {
      figures: true,
      cell: (z) => <ZoneArea zone={z} unit={false} />,
    }),
    developer: column("developer", say(ZONE_WORDS.developer), {
      cell: (z) => z.developer?.label ?? <span className="muted">{say(ZONE_WORDS.notKnown)}</span>,
    }),
    developerKind: column("developerKind", say(ZONE_WORDS.developerKind), {
      cell: (z) => say(developerKindWords(z.developerKind)),
    }),
    stage: column("stage", say(ZONE_WORDS.stage), {
      cell: (z) => <ZoneStage zone={z} />,
    }),
    expected: column("expected", say(ZONE_WORDS.expected), {
      cell: (z) => <Milestone zone={z} asOf={asOf} />,
    }),
    investment: column("investment", say(ZONE_WORDS.investment), {
      figures: true,
      cell: (z) =>
        z.totalInvestment === null ? (
          ""
        ) : (
          <span className="nowrap">{quantityText(z.totalInvestment, "dong", lang)}</span>
        ),
    }),
    sectors: column("sectors", say(ZONE_WORDS.sectors), { cell: (z) => z.sectors.join(", ") }),
    evidence: column("evidence", say(ZONE_WORDS.evidence), {
      cell: (z) =>
        z.evidenceAsOf === null ? "" : <span className="figures">{formatDate(z.evidenceAsOf, lang)}</span>,
    }),
    papers: column("papers", say(ZONE_WORDS.papers), {
      cell: (z) => (
        <span>
          <PaperLinks papers={z.documents} />
        </span>
      ),
    }),
  };
}
