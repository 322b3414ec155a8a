/** Which zones are the rows of the table, and which attributes its columns. */
import { z } from "zod";
import { useAnswer } from "../../web/answer.ts";
import { useSay } from "../../web/language.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import type { RecordingTable } from "../tableWords.ts";
import { TABLE_WORDS } from "./tableWords.ts";

const zones = z.object({
  items: z.array(z.object({ id: z.string(), key: z.string().nullable(), name: z.string() })),
});

type ZonesProps = { readonly chosen: readonly string[]; readonly change: (zones: readonly string[]) => void };

/** The zones of the place that is looked at, each to be chosen. */
export function ChooseZones({ chosen, change }: ZonesProps) {
  const say = useSay();
  const answer = useAnswer(zones, "/api/zones");
  return (
    <Loaded answer={answer} lines={8}>
      {({ items }) => {
        const keys = items.map((i) => i.key ?? i.id);
        const all = keys.every((key) => chosen.includes(key));
        if (items.length === 0) return <Empty>{say(TABLE_WORDS.noZones)}</Empty>;
        return (
          <>
            <p className="table-all">
              <button type="button" onClick={() => change(all ? [] : [...new Set([...chosen, ...keys])])}>
                {say(all ? TABLE_WORDS.none : TABLE_WORDS.all)}
              </button>{" "}
              <span className="muted">
                {chosen.length} {say(TABLE_WORDS.chosen)}
              </span>
            </p>
            <Checks
              label={say(TABLE_WORDS.zone)}
              items={items.map((i) => ({ id: i.key ?? i.id, label: i.name }))}
              chosen={chosen}
              change={change}
            />
          </>
        );
      }}
    </Loaded>
  );
}

type AttributesProps = {
  readonly fields: RecordingTable["fields"];
  readonly chosen: readonly string[];
  readonly change: (attributes: readonly string[]) => void;
};

/** The attributes that a cell can hold, each to be chosen. */
export function ChooseAttributes({ fields, chosen, change }: AttributesProps) {
  const say = useSay();
  return (
    <Checks
      label={say(TABLE_WORDS.attributes)}
      items={fields.map((f) => ({ id: f.attribute, label: f.label }))}
      chosen={chosen}
      change={change}
    />
  );
}

type ChecksProps = {
  readonly label: string;
  readonly items: ReadonlyArray<{ readonly id: string; readonly label: string }>;
  readonly chosen: readonly string[];
  readonly change: (ids: readonly string[]) => void;
};

function Checks({ label, items, chosen, change }: ChecksProps) {
  return (
    <fieldset className="checks">
      <legend className="visually-hidden">{label}</legend>
      {items.map(({ id, label: name }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(e) => change(e.target.checked ? [...chosen, id] : chosen.filter((c) => c !== id))}
          />{" "}
          {name}
        </label>
      ))}
    </fieldset>
  );
}
