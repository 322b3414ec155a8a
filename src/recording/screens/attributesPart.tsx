/** What the paper tells: one row for each attribute, its present value beside the new one. */
import { useEffect, useRef, useState } from "react";
import { searchKey } from "../../kernel/text.ts";
import { dateInWords } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PaperLink } from "../../web/links.tsx";
import type { FormField, RecordingForm } from "../vocabulary.ts";
import { Choose } from "./choose.tsx";
import { type DraftRow, emptyRow, isWrong, stands } from "./draft.ts";
import { ValueInput, WholeForm } from "./valueInput.tsx";
import { RECORD_WORDS } from "./words.ts";

type RowsProps = {
  readonly form: RecordingForm;
  readonly rows: readonly DraftRow[];
  readonly change: (rows: DraftRow[]) => void;
};

/** The rows, and the ways to add one. */
export function AttributeRows({ form, rows, change }: RowsProps) {
  const say = useSay();
  const absent = form.fields.filter((f) => !rows.some((r) => r.attribute === f.attribute));
  const [added, setAdded] = useState<string | null>(null);
  const add = (attribute: string) => {
    setAdded(attribute);
    change([...rows, emptyRow(attribute)]);
  };
  return (
    <WholeForm value={form.whole}>
      <div>
        <ul className="told" data-whole={form.whole || undefined}>
          {rows.map((row) => {
            const field = form.fields.find((f) => f.attribute === row.attribute);
            if (field === undefined || !stands(field, rows)) return null;
            return (
              <AttributeRow
                key={row.attribute}
                form={form}
                field={field}
                row={row}
                focused={row.attribute === added}
                change={(next) => change(rows.map((r) => (r.attribute === row.attribute ? next : r)))}
                remove={() => change(rows.filter((r) => r.attribute !== row.attribute))}
              />
            );
          })}
        </ul>
        {!form.whole && (
          <>
            <fieldset className="common">
              <legend className="visually-hidden">{say(RECORD_WORDS.common)}</legend>
              {form.common
                .flatMap((name) => absent.filter((f) => f.attribute === name))
                .map((f) => (
                  <button key={f.attribute} type="button" onClick={() => add(f.attribute)}>
                    + {f.label}
                  </button>
                ))}
            </fieldset>
            <AddAttribute fields={absent} add={add} />
          </>
        )}
      </div>
    </WholeForm>
  );
}

function AddAttribute({
  fields,
  add,
}: {
  readonly fields: readonly FormField[];
  readonly add: (attribute: string) => void;
}) {
  const say = useSay();
  const [typed, setTyped] = useState("");
  const key = searchKey(typed);
  const items = fields
    .filter((f) => searchKey(f.label).includes(key))
    .map((f) => ({ id: f.attribute, label: f.label, ...(f.text === null ? {} : { more: f.text }) }));
  return (
    <Choose
      label={say(RECORD_WORDS.add)}
      items={items}
      typed={typed}
      type={setTyped}
      choose={({ id }) => {
        setTyped("");
        add(id);
      }}
      none={say(RECORD_WORDS.noAttribute)}
    />
  );
}

type RowProps = {
  readonly form: RecordingForm;
  readonly field: FormField;
  readonly row: DraftRow;
  /** Whether it was just added: the keyboard goes on in it. */
  readonly focused: boolean;
  readonly change: (row: DraftRow) => void;
  readonly remove: () => void;
};

function AttributeRow({ form, field, row, focused, change, remove }: RowProps) {
  const say = useSay();
  const place = useRef<HTMLDivElement>(null);
  // Once, when it comes to be there.
  useEffect(() => {
    if (focused) place.current?.querySelector<HTMLElement>("input, select")?.focus();
  }, [focused]);
  const lang = useLang();
  const wrong = isWrong(row, { form, lang });
  return (
    <li className="told-row">
      <div className="told-name">
        <h3>{field.label}</h3>
        {!form.whole && (
          <button
            type="button"
            className="bare"
            aria-label={`${say(RECORD_WORDS.remove)} ${field.label}`}
            onClick={remove}
          >
            {say(RECORD_WORDS.remove)}
          </button>
        )}
      </div>
      {form.subject !== null && (
        <p className="told-now">
          <span className="muted">{say(RECORD_WORDS.now)}: </span>
          {field.text ?? <span className="muted">{say(RECORD_WORDS.notKnown)}</span>}
          {field.document !== null && (
            <small className="muted">
              {" "}
              ({field.since !== null && `${dateInWords(field.since, lang)}, `}
              <PaperLink paper={field.document} />)
            </small>
          )}
        </p>
      )}
      <div className="told-new" ref={place}>
        {!row.clear && <ValueInput field={field} row={row} wrong={wrong} change={change} />}
        {(field.value !== null || field.hidden) && (
          <label className="told-clear">
            <input
              type="checkbox"
              checked={row.clear}
              onChange={(e) => change({ ...row, clear: e.target.checked })}
            />{" "}
            {say(RECORD_WORDS.clear)}
          </label>
        )}
      </div>
    </li>
  );
}
