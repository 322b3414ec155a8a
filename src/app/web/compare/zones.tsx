/** Zones of two sides: of one place what came, went and changed from day to day; of two places what each has. */

import { quantityText } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { ViewLink } from "../../../web/links.tsx";
import { Empty } from "../../../web/states.tsx";
import { type Column, DataTable } from "../../../web/table.tsx";
import type { ZoneSummary } from "../../../zones/pageVocabulary.ts";
import { zonePath } from "../../../zones/screens/answers.ts";
import { ZONE_WORDS } from "../../../zones/screens/words.ts";
import { ZoneStage } from "../../../zones/screens/zoneParts.tsx";
import { fateOf, type Sides, type ZonePair, zonePairs } from "./differences.ts";
import { COMPARE_WORDS } from "./words.ts";

type ComparisonProps = {
  readonly sides: Sides;
  readonly first: readonly ZoneSummary[];
  readonly second: readonly ZoneSummary[];
  readonly samePlace: boolean;
};

const BY_TIME = { came: "came", went: "went", changed: "changed", same: "unchanged" } as const;
const BY_PLACE = { came: "onlySecond", went: "onlyFirst", changed: "both", same: "both" } as const;
const ORDER = ["came", "went", "changed", "same"] as const;

/** The table, in groups: what moved first. */
export function ZoneComparison({ sides, first, second, samePlace }: ComparisonProps) {
  const say = useSay();
  const words = samePlace ? BY_TIME : BY_PLACE;
  const pairs = [...zonePairs(first, second)].sort(
    (a, b) => ORDER.indexOf(fateOf(a)) - ORDER.indexOf(fateOf(b)),
  );
  if (pairs.length === 0) return <Empty>{say(COMPARE_WORDS.noZones)}</Empty>;
  const columns: Column<ZonePair>[] = [
    { key: "name", head: say(COMPARE_WORDS.zone), names: true, cell: (pair) => <PairName pair={pair} /> },
    { key: "first", head: sides.first.label, cell: (pair) => <SideZone zone={pair.first} /> },
    { key: "second", head: sides.second.label, cell: (pair) => <SideZone zone={pair.second} /> },
  ];
  return (
    <DataTable
      caption={say(COMPARE_WORDS.zones)}
      columns={columns}
      rows={pairs}
      rowKey={(pair) => pair.id}
      groupBy={(pair) => say(COMPARE_WORDS[words[fateOf(pair)]])}
      rowTone={(pair) => (fateOf(pair) === "same" ? "quiet" : undefined)}
      orderName="zones"
    />
  );
}

function PairName({ pair }: { readonly pair: ZonePair }) {
  const zone = pair.second ?? pair.first;
  return zone === null ? null : <ViewLink to={zonePath(zone)}>{zone.name}</ViewLink>;
}

function SideZone({ zone }: { readonly zone: ZoneSummary | null }) {
  const say = useSay();
  const lang = useLang();
  if (zone === null) return <span className="muted">{say(COMPARE_WORDS.notThere)}</span>;
  return (
    <div className="compare-zone">
      <ZoneStage zone={zone} />
      <small className="muted">
        {[
          zone.area === null ? null : quantityText(zone.area, "m2", lang),
          zone.developer?.label ?? null,
          zone.disputed === null ? null : say(ZONE_WORDS.disputed),
        ]
          .filter((text) => text !== null)
          .join(" · ")}
      </small>
    </div>
  );
}
