/** What narrows the map and its list; each choice stands in the address at once. */
import { useSay } from "../../../web/language.tsx";
import { useSetQuery } from "../../../web/view.tsx";
import { ChoiceField, FindField } from "../../../web/viewFields.tsx";
import { isStage } from "../../../zones/screens/public.ts";
import { STAGES, ZONE_KINDS } from "../../../zones/vocabulary.ts";
import type { MapZone } from "../vocabulary.ts";
import type { MapChoice } from "./choice.ts";
import { MAP_WORDS } from "./words.ts";

type FiltersProps = { readonly choice: MapChoice; readonly zones: readonly MapZone[] };

/** The parts of the address that narrow what is shown. */
export const FILTERS = [
  ...["find", "kind", "stage", "sector", "areaFrom", "areaTo", "use", "status", "priceTo", "utilities"],
] as const;

/** The fields. */
export function MapFilters({ choice, zones }: FiltersProps) {
  const say = useSay();
  const setQuery = useSetQuery();
  const set = (name: string) => (value: string) =>
    setQuery({ [name]: value === "" ? null : value }, { replace: true });
  const stages = Object.keys(STAGES)
    .filter(isStage)
    .filter((stage) => stage === choice.stage || zones.some((zone) => zone.stage === stage));
  return (
    <search className="map-filters">
      <FindField text={choice.find} label={say(MAP_WORDS.find)} find={set("find")} />
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
      <FindField text={choice.areaFrom} label={say(MAP_WORDS.areaFrom)} find={set("areaFrom")} />
      <FindField text={choice.areaTo} label={say(MAP_WORDS.areaTo)} find={set("areaTo")} />
      <FindField text={choice.sector} label={say(MAP_WORDS.sector)} find={set("sector")} />
      <p className="map-road">
        <span>{say(MAP_WORDS.road)}: </span>
        <span className="muted">{say(MAP_WORDS.roadUnknown)}</span>
      </p>
    </search>
  );
}
