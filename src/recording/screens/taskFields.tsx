/** What a form of tasks shares: a day as people type it, and the value of one attribute under its name. */
import { useLang, useSay } from "../../web/language.tsx";
import type { FormField, RecordingForm } from "../vocabulary.ts";
import { type DraftRow, emptyRow, isWrong } from "./draft.ts";
import type { RecordOf } from "./formAnswer.ts";
import { Field } from "./paperFields.tsx";
import { findTypedDate } from "./typed.ts";
import { ValueInput, WholeForm } from "./valueInput.tsx";
import { RECORD_WORDS } from "./words.ts";

/** What the form of a task is asked for; null: tasks that are not there yet. */
export function taskOf(account: string, task: string | null): RecordOf {
  return {
    ...{ account, about: "task", task },
    ...{ zone: null, project: null, clearance: null, lease: null },
    ...{ plot: null, phaseOf: null, corrects: null, proposal: null },
  };
}

/** The row of an attribute, empty where nothing is told of it. */
export function rowOf(rows: readonly DraftRow[], attribute: string): DraftRow {
  return rows.find((row) => row.attribute === attribute) ?? emptyRow(attribute);
}

/** The rows with one more, or with another in its place. */
export function withRow(rows: readonly DraftRow[], row: DraftRow): DraftRow[] {
  return [...rows.filter((r) => r.attribute !== row.attribute), row];
}

type DayProps = { readonly label: string; readonly text: string; readonly change: (text: string) => void };

/** A day. */
export function DayInput({ label, text, change }: DayProps) {
  const say = useSay();
  const wrong = text.trim() !== "" && findTypedDate(text) === null ? say(RECORD_WORDS.noDate) : null;
  return (
    <Field label={label} hint={say(RECORD_WORDS.dateHint)} wrong={wrong}>
      {(given) => (
        <input
          {...given}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={text}
          onChange={(e) => change(e.target.value)}
        />
      )}
    </Field>
  );
}

type TextProps = DayProps & { readonly lines: number };

/** A text of some lines. */
export function LinesInput({ label, text, change, lines }: TextProps) {
  return (
    <Field label={label}>
      {(given) => <textarea {...given} rows={lines} value={text} onChange={(e) => change(e.target.value)} />}
    </Field>
  );
}

type ValueProps = {
  readonly form: RecordingForm;
  readonly field: FormField;
  readonly rows: readonly DraftRow[];
  readonly change: (rows: DraftRow[]) => void;
};

/** The value of one attribute under its name. */
export function TaskValue({ form, field, rows, change }: ValueProps) {
  const lang = useLang();
  const row = rowOf(rows, field.attribute);
  return (
    <div className="task-value">
      <span className="task-label" aria-hidden="true">
        {field.label}
      </span>
      <WholeForm value={true}>
        <ValueInput
          field={field}
          row={row}
          wrong={isWrong(row, { form, lang })}
          change={(next) => change(withRow(rows, next))}
        />
      </WholeForm>
    </div>
  );
}
