/** The field for one value, by the shape that the vocabulary gives it. */
import { createContext, useContext, useId, useState } from "react";
import { z } from "zod";
import type { Sentence } from "../../kernel/problems.ts";
import { formatNumber, UNIT_WORDS } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import type { FormField } from "../vocabulary.ts";
import { type Choice, Choose, useFound } from "./choose.tsx";
import type { DraftRow } from "./draft.ts";
import { type Chosen, findTypedNumber } from "./typed.ts";
import { RECORD_WORDS } from "./words.ts";

/** Whether the form is of something told as a whole, as an amount is. */
export const WholeForm = createContext(false);

type InputProps = {
  readonly field: FormField;
  readonly row: DraftRow;
  readonly wrong: boolean;
  readonly change: (row: DraftRow) => void;
};

/** The field. Its label is the attribute's name with "new value". */
export function ValueInput(props: InputProps) {
  const { field } = props;
  switch (field.input.kind) {
    case "places":
      return <PlacesInput {...props} />;
    case "place":
      return <PlacesInput {...props} />;
    case "organisation":
      return <OrganisationInput {...props} />;
    case "zone":
    case "zones":
    case "project":
    case "lease":
      return <ZonesInput {...props} />;
    case "given":
      return <ChosenList chosen={props.row.chosen} remove={null} />;
    case "words":
      return <SelectInput {...props} options={field.input.words} />;
    case "yesNo":
      return <YesNoInput {...props} />;
    default:
      return <TextInput {...props} />;
  }
}

/** Of what is told as a whole there is no value of before. */
function useLabel({ label }: FormField): string {
  const say = useSay();
  const whole = useContext(WholeForm);
  if (whole) return label;
  return `${label}: ${say(RECORD_WORDS.becomes).toLowerCase()}`;
}

/** What is typed in, and what is kept: the second is shown so that a slip of the comma is seen. */
const UNITS = { area: ["ha", "m2"], money: ["billionDong", "dong"] } as const;

/** Fields of several parts, with how they are typed. */
const PARTED: ReadonlyMap<string, Sentence> = new Map<string, Sentence>([
  ["monthly", RECORD_WORDS.monthlyHint],
  ["raises", RECORD_WORDS.raisesHint],
]);

function TextInput({ field, row, wrong, change }: InputProps) {
  const say = useSay();
  const lang = useLang();
  const id = useId();
  const { kind } = field.input;
  const isText = kind === "text" || kind === "texts" || kind === "printed" || PARTED.has(kind);
  const unit = kind === "area" || kind === "money" ? UNITS[kind] : null;
  const value =
    unit === null || (kind !== "area" && kind !== "money") ? null : findTypedNumber(row.text, kind, lang);
  const hint = wrong
    ? say(kind === "date" ? RECORD_WORDS.noDate : (PARTED.get(kind) ?? RECORD_WORDS.wrongValue))
    : PARTED.has(kind)
      ? say(PARTED.get(kind) ?? RECORD_WORDS.wrongValue)
      : kind === "texts"
        ? say(RECORD_WORDS.severalTexts)
        : kind === "printed"
          ? say(RECORD_WORDS.printedHint)
          : kind === "date"
            ? say(RECORD_WORDS.dateHint)
            : value !== null && unit !== null
              ? `= ${formatNumber(value, lang)}\u00a0${UNIT_WORDS[unit[1]][lang]}`
              : null;
  return (
    <div className="field">
      <span className="typed">
        <input
          id={id}
          type="text"
          inputMode={isText ? "text" : "decimal"}
          autoComplete="off"
          className={isText ? "" : "figures"}
          aria-label={useLabel(field)}
          aria-invalid={wrong}
          aria-describedby={hint === null ? undefined : `${id}-hint`}
          value={row.text}
          onChange={(e) => change({ ...row, text: e.target.value })}
        />
        {unit !== null && <span className="unit">{UNIT_WORDS[unit[0]][lang]}</span>}
      </span>
      {hint !== null && (
        <small id={`${id}-hint`} className={wrong ? "past-limit" : "muted"}>
          {hint}
        </small>
      )}
    </div>
  );
}

function SelectInput({
  field,
  row,
  change,
  options,
}: InputProps & { readonly options: ReadonlyArray<{ readonly value: string; readonly label: string }> }) {
  const say = useSay();
  return (
    <select
      aria-label={useLabel(field)}
      value={row.text}
      onChange={(e) => change({ ...row, text: e.target.value })}
    >
      <option value="">{say(RECORD_WORDS.choose)}</option>
      {options.map((o) => (
        <option key={o.value} value={o.value}>
          {o.label}
        </option>
      ))}
    </select>
  );
}

function YesNoInput(props: InputProps) {
  const say = useSay();
  const options = [
    { value: "true", label: say(RECORD_WORDS.yes) },
    { value: "false", label: say(RECORD_WORDS.no) },
  ];
  return <SelectInput {...props} options={options} />;
}

function ChosenList({
  chosen,
  remove,
}: {
  readonly chosen: readonly Chosen[];
  /** Null: it stays. */
  readonly remove: ((c: Chosen) => void) | null;
}) {
  const say = useSay();
  if (chosen.length === 0) return null;
  return (
    <ul className="chosen">
      {chosen.map((c) => (
        <li key={`${c.id} ${c.label}`}>
          {c.label}{" "}
          {remove !== null && (
            <button
              type="button"
              className="bare"
              aria-label={`${say(RECORD_WORDS.remove)} ${c.label}`}
              onClick={() => remove(c)}
            >
              ×
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

const placesFound = z.object({
  items: z.array(
    z.object({ id: z.string(), name: z.string(), code: z.string(), within: z.string().nullable() }),
  ),
});

function PlacesInput({ field, row, change }: InputProps) {
  const say = useSay();
  const [typed, setTyped] = useState("");
  const { data, fresh } = useFound(placesFound, "/api/places", typed);
  const items = data?.items ?? [];
  const choices = items.map((p) => ({ id: p.id, label: p.name, more: `${p.code} · ${p.within ?? ""}` }));
  return (
    <>
      <ChosenList
        chosen={row.chosen}
        remove={(c) => change({ ...row, chosen: row.chosen.filter((x) => x.id !== c.id) })}
      />
      <Choose
        quiet
        stays
        label={`${useLabel(field)}, ${say(RECORD_WORDS.findPlace)}`}
        items={choices}
        fresh={fresh}
        typed={typed}
        type={setTyped}
        choose={({ id, label }) => {
          setTyped("");
          change(withChosen(row, { id, label }, field.input.kind === "places"));
        }}
        none={say(RECORD_WORDS.noPlace)}
      />
    </>
  );
}

/** With one more; where only one may be chosen, it takes the place of the other. */
function withChosen(row: DraftRow, one: Chosen, several: boolean): DraftRow {
  const others = several ? row.chosen.filter((c) => c.id !== one.id) : [];
  return { ...row, chosen: [...others, one] };
}

const subjectsFound = z.object({
  items: z.array(z.object({ id: z.string(), label: z.string(), places: z.string() })),
});

/** What is found by its name in a field, and how that is said. */
const SOUGHT = {
  zone: { kind: "zone", find: RECORD_WORDS.findZone, none: RECORD_WORDS.noZone },
  project: { kind: "project", find: RECORD_WORDS.findProject, none: RECORD_WORDS.noProject },
  lease: { kind: "lease", find: RECORD_WORDS.findLease, none: RECORD_WORDS.noLease },
} as const;

function ZonesInput({ field, row, change }: InputProps) {
  const say = useSay();
  const [typed, setTyped] = useState("");
  const { find, none, kind } =
    SOUGHT[field.input.kind === "project" || field.input.kind === "lease" ? field.input.kind : "zone"];
  const { data, fresh } = useFound(subjectsFound, "/api/recording/subjects", typed, { narrowed: { kind } });
  const several = field.input.kind === "zones";
  return (
    <>
      <ChosenList
        chosen={row.chosen}
        remove={(c) => change({ ...row, chosen: row.chosen.filter((x) => x.id !== c.id) })}
      />
      <Choose
        quiet
        stays={several}
        label={`${useLabel(field)}, ${say(find)}`}
        items={(data?.items ?? []).map((s) => ({ id: s.id, label: s.label, more: s.places }))}
        fresh={fresh}
        typed={typed}
        type={setTyped}
        choose={({ id, label }) => {
          setTyped("");
          change(withChosen(row, { id, label }, several));
        }}
        none={say(none)}
      />
    </>
  );
}

const organisationsFound = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), code: z.string().nullable() })),
});
const NEW = "new";

function OrganisationInput({ field, row, change }: InputProps) {
  const say = useSay();
  const [typed, setTyped] = useState("");
  const label = useLabel(field);
  const { data, fresh } = useFound(organisationsFound, "/api/recording/organisations", typed);
  const items = data?.items ?? [];
  const name = typed.trim();
  const known = items.some((o) => o.name === name);
  const choices: Choice[] = [
    ...items.map((o) => ({ id: o.id, label: o.name, more: o.code ?? "" })),
    ...(name === "" || known ? [] : [{ id: NEW, label: name, more: say(RECORD_WORDS.newOrganisation) }]),
  ];
  const take = (chosen: DraftRow["chosen"]) => {
    setTyped("");
    change({ ...row, chosen });
  };
  return (
    <>
      <ChosenList chosen={row.chosen} remove={() => take([])} />
      {row.chosen.length === 0 && (
        <Choose
          quiet
          label={`${label}, ${say(RECORD_WORDS.findOrganisation)}`}
          items={choices}
          fresh={fresh}
          typed={typed}
          type={setTyped}
          choose={({ id, label }) => take([{ id: id === NEW ? null : id, label }])}
          none={say(RECORD_WORDS.noOrganisation)}
        />
      )}
    </>
  );
}
