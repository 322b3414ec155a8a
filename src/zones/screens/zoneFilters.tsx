/** What narrows and groups the list of zones, and which of its columns are shown. */
import { useEffect, useRef, useState } from "react";
import { useSay } from "../../web/language.tsx";
import { useSetQuery } from "../../web/view.tsx";
import { LACKS } from "../lacking.ts";
import {
  COLUMN_KEYS,
  type ColumnKey,
  chosenColumns,
  GROUPING_KEYS,
  GROUPINGS,
  type ListChoice,
} from "../listing.ts";
import { STAGES, ZONE_KINDS, type ZoneSummary } from "../vocabulary.ts";
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
      <FindField text={choice.find} find={(text) => set("find", text)} />
      <select
        value={choice.kind}
        aria-label={say(ZONE_WORDS.kind)}
        onChange={(e) => set("kind", e.target.value)}
      >
        <option value="">{say(ZONE_WORDS.allKinds)}</option>
        <option value="park">{say(ZONE_KINDS.park)}</option>
        <option value="cluster">{say(ZONE_KINDS.cluster)}</option>
      </select>
      <select
        value={choice.stage}
        aria-label={say(ZONE_WORDS.stage)}
        onChange={(e) => set("stage", e.target.value)}
      >
        <option value="">{say(ZONE_WORDS.allStages)}</option>
        {stages.map((s) => (
          <option key={s} value={s}>
            {say(STAGES[s])}
          </option>
        ))}
      </select>
      <select
        value={choice.lack}
        aria-label={say(ZONE_WORDS.lack)}
        onChange={(e) => set("lack", e.target.value)}
      >
        <option value="">{say(ZONE_WORDS.allValues)}</option>
        {Object.entries(LACKS).map(([key, { label }]) => (
          <option key={key} value={key}>
            {`${say(ZONE_WORDS.lack)}: ${say(label)}`}
          </option>
        ))}
      </select>
      <select
        value={choice.group}
        aria-label={say(ZONE_WORDS.groupBy)}
        onChange={(e) => set("group", e.target.value)}
      >
        <option value="">{say(ZONE_WORDS.noGroups)}</option>
        {GROUPING_KEYS.map((key) => (
          <option key={key} value={key}>
            {`${say(ZONE_WORDS.groupBy)}: ${say(GROUPINGS[key].label)}`}
          </option>
        ))}
      </select>
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

/** The words to find; the address follows what is typed, which it must not overtake. */
function FindField({ text, find }: { readonly text: string; readonly find: (text: string) => void }) {
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(text);
  }, [text]);
  return (
    <input
      ref={field}
      type="search"
      value={typed}
      aria-label={say(ZONE_WORDS.find)}
      placeholder={say(ZONE_WORDS.find)}
      onChange={(e) => {
        setTyped(e.target.value);
        find(e.target.value);
      }}
    />
  );
}
