/** The columns that a table of zones may have; which are shown is the reader's choice. */
import { lastDay } from "../../kernel/dates.ts";
import { formatDate, quantityText } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PaperLinks } from "../../web/links.tsx";
import type { Column } from "../../web/table.tsx";
import { DEVELOPER_KINDS, STAGES, ZONE_KINDS, type ZoneSummary } from "../vocabulary.ts";
import { expectedBy } from "./answers.ts";
import { ZONE_WORDS } from "./words.ts";
import {
  Milestone,
  PlaceNames,
  PlacesThenAndNow,
  StageMark,
  StaleNote,
  useAskedDay,
  ZoneArea,
  ZoneName,
} from "./zoneParts.tsx";

/** Columns in their order; the first cannot be taken away. */
export const COLUMN_KEYS = [
  "name",
  "kind",
  "place",
  "placeNow",
  "area",
  "developer",
  "developerKind",
  "stage",
  "expected",
  "investment",
  "sectors",
  "evidence",
  "papers",
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];
export const FIRST_COLUMNS: readonly ColumnKey[] = [
  "name",
  "place",
  "area",
  "developer",
  "stage",
  "expected",
  "papers",
];

/** Whether a text names a column. */
export function isColumnKey(text: string): text is ColumnKey {
  return COLUMN_KEYS.some((key) => key === text);
}

const STAGE_ORDER = Object.keys(STAGES);

/** The words of a kind of developer; a kind that is not known has words too. */
export function developerKindWords(kind: string): { readonly vi: string; readonly en: string } {
  return Object.entries(DEVELOPER_KINDS).find(([key]) => key === kind)?.[1] ?? DEVELOPER_KINDS.unknown;
}

/** All columns in the language of the page. */
export function useZoneColumns(): Readonly<Record<ColumnKey, Column<ZoneSummary>>> {
  const say = useSay();
  const lang = useLang();
  const asOf = useAskedDay();
  const column = (key: ColumnKey, head: string, rest: Omit<Column<ZoneSummary>, "key" | "head">) => ({
    key,
    head,
    ...rest,
  });
  return {
    name: column("name", say(ZONE_WORDS.name), {
      names: true,
      sortBy: (z) => z.name,
      cell: (z) => <ZoneName zone={z} />,
    }),
    kind: column("kind", say(ZONE_WORDS.kind), {
      sortBy: (z) => z.kind,
      cell: (z) => (z.kind === null ? "" : say(ZONE_KINDS[z.kind])),
    }),
    place: column("place", say(ZONE_WORDS.placeThen), {
      sortBy: (z) => z.places[0]?.name ?? null,
      cell: (z) => <PlacesThenAndNow zone={z} />,
    }),
    placeNow: column("placeNow", say(ZONE_WORDS.placeNow), {
      sortBy: (z) => z.placesNow[0]?.name ?? null,
      cell: (z) => (
        <span>
          <PlaceNames places={z.placesNow} />
        </span>
      ),
    }),
    area: column("area", `${say(ZONE_WORDS.area)} (${say(ZONE_WORDS.hectares)})`, {
      figures: true,
      sortBy: (z) => z.area,
      cell: (z) => <ZoneArea zone={z} unit={false} />,
    }),
    developer: column("developer", say(ZONE_WORDS.developer), {
      sortBy: (z) => z.developer?.label ?? null,
      cell: (z) => z.developer?.label ?? <span className="muted">{say(ZONE_WORDS.notKnown)}</span>,
    }),
    developerKind: column("developerKind", say(ZONE_WORDS.developerKind), {
      sortBy: (z) => z.developerKind,
      cell: (z) => say(developerKindWords(z.developerKind)),
    }),
    stage: column("stage", say(ZONE_WORDS.stage), {
      sortBy: (z) => STAGE_ORDER.indexOf(z.stage),
      cell: (z) => (
        <span>
          <StageMark stage={z.stage} label={z.stageLabel} />
          <StaleNote zone={z} />
        </span>
      ),
    }),
    expected: column("expected", say(ZONE_WORDS.expected), {
      sortBy: (z) => {
        const expected = expectedBy(z);
        return expected === null ? null : lastDay(expected.date);
      },
      cell: (z) => <Milestone zone={z} asOf={asOf} />,
    }),
    investment: column("investment", say(ZONE_WORDS.investment), {
      figures: true,
      sortBy: (z) => z.totalInvestment,
      cell: (z) =>
        z.totalInvestment === null ? (
          ""
        ) : (
          <span className="nowrap">{quantityText(z.totalInvestment, "dong", lang)}</span>
        ),
    }),
    sectors: column("sectors", say(ZONE_WORDS.sectors), { cell: (z) => z.sectors.join(", ") }),
    evidence: column("evidence", say(ZONE_WORDS.evidence), {
      sortBy: (z) => z.evidenceAsOf,
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
