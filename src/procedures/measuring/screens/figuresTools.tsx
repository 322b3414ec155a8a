/** What the table is asked for besides place and day: the time, the unit, by what it is divided. */
import { addDays, monthsBefore, type PlainDate, plainDate } from "../../../kernel/dates.ts";
import type { Sentence } from "../../../kernel/problems.ts";
import { DayInput } from "../../../web/dayInput.tsx";
import { Field } from "../../../web/forms.tsx";
import { useSay } from "../../../web/language.tsx";
import { Narrowing } from "../../../web/narrowing.tsx";
import { useSetQuery } from "../../../web/view.tsx";
import { useUnits } from "../../cases/screens/answers.ts";
import { FIRST_HEADS } from "../heads.ts";
import type { CasesTable } from "../vocabulary.ts";
import { MEASURING_WORDS } from "./words.ts";

type Period = CasesTable["period"];

/** Times that are chosen by name. */
function timesOf(
  asOf: PlainDate,
): Readonly<Record<string, { readonly label: Sentence; readonly of: Period }>> {
  const year = Number(asOf.slice(0, 4));
  const first = plainDate(`${year}-01-01`);
  return {
    yearBack: {
      label: MEASURING_WORDS.yearBack,
      of: { from: addDays(monthsBefore(asOf, 12), 1), to: asOf },
    },
    thisYear: { label: MEASURING_WORDS.thisYear, of: { from: first, to: asOf } },
    yearBefore: {
      label: MEASURING_WORDS.yearBefore,
      of: { from: plainDate(`${year - 1}-01-01`), to: addDays(first, -1) },
    },
  };
}

function TimeFields({ table, asOf }: { readonly table: CasesTable; readonly asOf: PlainDate }) {
  const say = useSay();
  const setQuery = useSetQuery();
  const times = timesOf(asOf);
  const { from, to } = table.period;
  const chosen = Object.keys(times).find((key) => times[key]?.of.from === from && times[key]?.of.to === to);
  const change = (period: Partial<Period>) => {
    const next = { ...table.period, ...period };
    if (next.from !== "" && next.to !== "" && next.from <= next.to) setQuery(next, { replace: true });
  };
  return (
    <>
      <label>
        <span>{say(MEASURING_WORDS.time)}</span>
        <select
          value={chosen ?? ""}
          onChange={(e) => {
            const { value } = e.target;
            // The usual time follows the day of the page, so that it stands in no address.
            if (value === "yearBack") setQuery({ from: null, to: null }, { replace: true });
            else change(times[value]?.of ?? {});
          }}
        >
          {chosen === undefined && <option value="">{say(MEASURING_WORDS.chosen)}</option>}
          {Object.entries(times).map(([key, { label }]) => (
            <option key={key} value={key}>
              {say(label)}
            </option>
          ))}
        </select>
      </label>
      {(["from", "to"] as const).map((end) => (
        <Field key={`${end} ${table.period[end]}`} label={MEASURING_WORDS[end]}>
          <DayInput day={table.period[end]} most={asOf} leave={(day) => change({ [end]: day })} />
        </Field>
      ))}
    </>
  );
}

/** The fields above the table. */
export function FiguresTools({ table, asOf }: { readonly table: CasesTable; readonly asOf: PlainDate }) {
  const say = useSay();
  const setQuery = useSetQuery();
  const units = useUnits();
  const { by, procedure, unit } = table;
  const whole = procedure === null ? "procedure" : "step";
  return (
    <Narrowing names={["from", "to", "unit", "by"]}>
      <TimeFields table={table} asOf={asOf} />
      <label>
        <span>{say(MEASURING_WORDS.unit)}</span>
        <select
          value={unit?.key ?? ""}
          onChange={(e) =>
            setQuery({ unit: e.target.value === "" ? null : e.target.value }, { replace: true })
          }
        >
          <option value="">{say(MEASURING_WORDS.allUnits)}</option>
          {unit !== null && units.data?.items.some((u) => u.id === unit.key) !== true && (
            <option value={unit.key}>{unit.label}</option>
          )}
          {(units.data?.items ?? []).map((u) => (
            <option key={u.id} value={u.id}>
              {u.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{say(MEASURING_WORDS.by)}</span>
        <select
          value={by}
          onChange={(e) =>
            setQuery({ by: e.target.value === "unit" ? e.target.value : null }, { replace: true })
          }
        >
          <option value={whole}>{say(FIRST_HEADS[whole])}</option>
          <option value="unit">{say(FIRST_HEADS.unit)}</option>
        </select>
      </label>
    </Narrowing>
  );
}
