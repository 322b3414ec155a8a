/** What narrows the map and its list; each choice stands in the address at once. */
import { useSay } from "../../../web/language.tsx";
import { useSetQuery } from "../../../web/view.tsx";
import { ChoiceField, FindField } from "../../../web/viewFields.tsx";
import { useWide } from "../../../web/wide.ts";
import { isStage } from "../../../zones/screens/public.ts";
import { STAGES, ZONE_KINDS } from "../../../zones/vocabulary.ts";
import { LAND_USES, PLOT_STATUSES, UTILITIES } from "../../vocabulary.ts";
import type { MapZone } from "../vocabulary.ts";
import type { MapChoice } from "./choice.ts";
import { MAP_WORDS } from "./words.ts";

type FiltersProps = {
  readonly choice: MapChoice;
  readonly zones: readonly MapZone[];
  /** Whether roads are known, so that distances to them can be asked. */
  readonly roadsKnown: boolean;
};
type FieldsProps = Omit<FiltersProps, "roadsKnown"> & {
  readonly set: (name: string) => (value: string) => void;
};

/** The parts of the address that narrow what is shown. */
export const FILTERS = [
  ...([
    "find",
    "kind",
    "stage",
    "sector",
    "areaFrom",
    "areaTo",
    "use",
    "status",
    "priceTo",
    "utilities",
    "road",
  ] as const),
];

/** Whether anything is narrowed, so that what does it is in sight. */
function isNarrowed(choice: MapChoice): boolean {
  return FILTERS.some((name) => choice[name] !== "");
}

/** The fields. */
export function MapFilters({ choice, zones, roadsKnown }: FiltersProps) {
  const say = useSay();
  const setQuery = useSetQuery();
  const wide = useWide();
  const set = (name: string) => (value: string) =>
    setQuery({ [name]: value === "" ? null : value }, { replace: true });
  const show = (what: "zones" | "plots") => (
    <button
      type="button"
      aria-pressed={choice.show === what}
      onClick={() => setQuery({ show: what === "zones" ? null : what, card: null }, { replace: true })}
    >
      {say(MAP_WORDS[what])}
    </button>
  );
  return (
    <search className="map-filters">
      <fieldset className="map-show">
        <legend className="visually-hidden">{say(MAP_WORDS.show)}</legend>
        {show("zones")}
        {show("plots")}
      </fieldset>
      <details className="map-more" open={wide || isNarrowed(choice)}>
        <summary>{say(MAP_WORDS.more)}</summary>
        <div className="map-fields">
          <FindField text={choice.find} label={say(MAP_WORDS.find)} find={set("find")} />
          {choice.show === "zones" ? (
            <ZoneFields choice={choice} zones={zones} set={set} />
          ) : (
            <PlotFields choice={choice} zones={zones} set={set} />
          )}
          <span className="map-range">
            <FindField text={choice.areaFrom} label={say(MAP_WORDS.areaFrom)} find={set("areaFrom")} />
            <FindField text={choice.areaTo} label={say(MAP_WORDS.areaTo)} find={set("areaTo")} />
          </span>
          <FindField text={choice.sector} label={say(MAP_WORDS.sector)} find={set("sector")} />
          {choice.show === "plots" && roadsKnown && (
            <FindField text={choice.road} label={say(MAP_WORDS.roadWithin)} find={set("road")} />
          )}
          {!roadsKnown && (
            <p className="map-road">
              <span>{say(MAP_WORDS.road)}: </span>
              <span className="muted">{say(MAP_WORDS.roadUnknown)}</span>
            </p>
          )}
        </div>
      </details>
    </search>
  );
}

function ZoneFields({ choice, zones, set }: FieldsProps) {
  const say = useSay();
  const stages = Object.keys(STAGES)
    .filter(isStage)
    .filter((stage) => stage === choice.stage || zones.some((zone) => zone.stage === stage));
  return (
    <>
      <ChoiceField value={choice.kind} label={say(MAP_WORDS.kind)} choose={set("kind")}>
        <option value="">{say(MAP_WORDS.allKinds)}</option>
        <option value="park">{say(ZONE_KINDS.park)}</option>
        <option value="cluster">{say(ZONE_KINDS.cluster)}</option>
      </ChoiceField>
      <ChoiceField value={choice.stage} label={say(MAP_WORDS.stage)} choose={set("stage")}>
        <option value="">{say(MAP_WORDS.allStages)}</option>
        {stages.map((stage) => (
          <option key={stage} value={stage}>
            {say(STAGES[stage])}
          </option>
        ))}
      </ChoiceField>
    </>
  );
}

const COLOURS = [
  { colour: "status", label: MAP_WORDS.byStatus },
  { colour: "use", label: MAP_WORDS.byUse },
  { colour: "clearance", label: MAP_WORDS.byClearance },
] as const;

function PlotFields({ choice, set }: FieldsProps) {
  const say = useSay();
  const options = (labels: Readonly<Record<string, { vi: string; en: string }>>) =>
    Object.entries(labels).map(([key, label]) => (
      <option key={key} value={key}>
        {say(label)}
      </option>
    ));
  return (
    <>
      <ChoiceField value={choice.colour} label={say(MAP_WORDS.colour)} choose={set("colour")}>
        {COLOURS.map(({ colour, label }) => (
          <option key={colour} value={colour}>
            {`${say(MAP_WORDS.colour)} ${say(label)}`}
          </option>
        ))}
      </ChoiceField>
      <ChoiceField value={choice.use} label={say(MAP_WORDS.use)} choose={set("use")}>
        <option value="">{say(MAP_WORDS.allUses)}</option>
        {options(LAND_USES)}
      </ChoiceField>
      <ChoiceField value={choice.status} label={say(MAP_WORDS.status)} choose={set("status")}>
        <option value="">{say(MAP_WORDS.allStatuses)}</option>
        {options(PLOT_STATUSES)}
      </ChoiceField>
      <ChoiceField value={choice.utilities} label={say(MAP_WORDS.utilities)} choose={set("utilities")}>
        <option value="">{say(MAP_WORDS.allUtilities)}</option>
        {options(UTILITIES)}
      </ChoiceField>
      <FindField text={choice.priceTo} label={say(MAP_WORDS.priceTo)} find={set("priceTo")} />
    </>
  );
}
