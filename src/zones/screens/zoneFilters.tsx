/** What narrows and groups the list of zones, and which of its columns are shown. */
import { useSay } from "../../web/language.tsx";
import { useSetQuery } from "../../web/view.tsx";
import { ChoiceField, FindField } from "../../web/viewFields.tsx";
import { LACKS } from "../lacking.ts";
import {
  COLUMN_KEYS,
  type ColumnKey,
  chosenColumns,
  GROUPING_KEYS,
  GROUPINGS,
  type ListChoice,
} from "../listing.ts";
import type { ZoneSummary } from "../pageVocabulary.ts";
import { STAGES, ZONE_KINDS } from "../vocabulary.ts";
import { isStage } from "./answers.ts";
import { ZONE_WORDS } from "./words.ts";
import { useZoneColumns } from "./zoneColumns.tsx";

type Choice = ListChoice & { readonly columns: string };
type FiltersProps = { readonly choice: Choice; readonly zones: readonly ZoneSummary[] };

/** The fields; each change stands in the address at once. */
export function ZoneFilters({ choice, zones }: FiltersProps) {
  const say = useSay();
  const setQuery = useSetQuery();
  const set = (name: string, value: string) =>
    setQuery({ [name]: value === "" ? null : value }, { replace: true });
  const stages = Object.keys(STAGES)
    .filter(isStage)
    .filter((s) => s === choice.stage || zones.some((z) => z.stage === s));
  return (
    <search className="zone-filters">
      <FindField text={choice.find} label={say(ZONE_WORDS.find)} find={(text) => set("find", text)} />
      <ChoiceField value={choice.kind} label={say(ZONE_WORDS.kind)} choose={(chosen) => set("kind", chosen)}>
        <option value="">{say(ZONE_WORDS.allKinds)}</option>
        <option value="park">{say(ZONE_KINDS.park)}</option>
        <option value="cluster">{say(ZONE_KINDS.cluster)}</option>
      </ChoiceField>
      <ChoiceField
        value={choice.stage}
        label={say(ZONE_WORDS.stage)}
        choose={(chosen) => set("stage", chosen)}
      >
        <option value="">{say(ZONE_WORDS.allStages)}</option>
        {stages.map((s) => (
          <option key={s} value={s}>
            {say(STAGES[s])}
          </option>
        ))}
      </ChoiceField>
      <ChoiceField value={choice.lack} label={say(ZONE_WORDS.lack)} choose={(chosen) => set("lack", chosen)}>
        <option value="">{say(ZONE_WORDS.allValues)}</option>
        {Object.entries(LACKS).map(([key, { label }]) => (
          <option key={key} value={key}>
            {`${say(ZONE_WORDS.lack)}: ${say(label)}`}
          </option>
        ))}
      </ChoiceField>
      <ChoiceField
        value={choice.group}
        label={say(ZONE_WORDS.groupBy)}
        choose={(chosen) => set("group", chosen)}
      >
        <option value="">{say(ZONE_WORDS.noGroups)}</option>
        {GROUPING_KEYS.map((key) => (
          <option key={key} value={key}>
            {`${say(ZONE_WORDS.groupBy)}: ${say(GROUPINGS[key].label)}`}
          </option>
        ))}
      </ChoiceField>
      <ColumnChoice choice={choice} set={set} />
    </search>
  );
}

type ColumnsProps = {
  readonly choice: Choice;
  readonly set: (name: string, value: string) => void;
};

function ColumnChoice({ choice, set }: ColumnsProps) {
  const say = useSay();
  const columns = useZoneColumns();
  const shown = chosenColumns(choice.columns);
  const toggle = (key: ColumnKey) => {
    const next = COLUMN_KEYS.filter((k) => (k === key ? !shown.includes(k) : shown.includes(k)));
    set("columns", next.join(","));
  };
  return (
    <details className="column-choice">
      <summary className="button">{say(ZONE_WORDS.columns)}</summary>
      <fieldset>
        <legend className="visually-hidden">{say(ZONE_WORDS.columns)}</legend>
        {COLUMN_KEYS.filter((key) => key !== "name").map((key) => (
          <label key={key}>
            <input type="checkbox" checked={shown.includes(key)} onChange={() => toggle(key)} />
            {columns[key].head}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
