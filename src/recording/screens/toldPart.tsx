/** What the paper tells: a change or a correction, from when, attribute by attribute. */
import { formatInstant } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PaperLink } from "../../web/links.tsx";
import { Empty } from "../../web/states.tsx";
import type { Correctable, RecordingForm } from "../vocabulary.ts";
import { AttributeRows } from "./attributesPart.tsx";
import { correcting, type Draft, emptyRow } from "./draft.ts";
import { Field } from "./paperFields.tsx";
import { findTypedDate } from "./typed.ts";
import { RECORD_WORDS } from "./words.ts";

type ToldProps = {
  readonly draft: Draft;
  readonly form: RecordingForm;
  readonly change: (draft: Draft) => void;
};

/** The second part of the form. */
export function ToldPart({ draft, form, change }: ToldProps) {
  const say = useSay();
  const lang = useLang();
  const correct = (wrong: Correctable) => change(correcting(draft, wrong, { form, lang }));
  const chosen = draft.mode === "change" || draft.corrects !== null;
  return (
    <>
      {(form.subject !== null || form.changes.length > 0) && (
        <Mode draft={draft} form={form} change={change} />
      )}
      {draft.mode === "correction" && <WhichWrong draft={draft} form={form} correct={correct} />}
      {chosen && (
        <>
          {form.whole && draft.mode === "correction" && (
            <p className="only-take-back">
              <button
                type="button"
                onClick={() => change({ ...draft, rows: draft.rows.map((r) => emptyRow(r.attribute)) })}
              >
                {say(RECORD_WORDS.onlyTakeBack)}
              </button>
            </p>
          )}
          <Effective draft={draft} form={form} change={change} />
          <div className="told-rest">
            <AttributeRows form={form} rows={draft.rows} change={(rows) => change({ ...draft, rows })} />
            <Field label={say(RECORD_WORDS.note)}>
              {(given) => (
                <textarea
                  {...given}
                  rows={2}
                  value={draft.note}
                  onChange={(e) => change({ ...draft, note: e.target.value })}
                />
              )}
            </Field>
          </div>
        </>
      )}
    </>
  );
}

function Mode({ draft, form, change }: ToldProps) {
  const say = useSay();
  const { whole } = form;
  const modes = [
    [
      "change",
      whole ? RECORD_WORDS.another_ : RECORD_WORDS.change,
      whole ? RECORD_WORDS.anotherMore : RECORD_WORDS.changeMore,
    ],
    [
      "correction",
      whole ? RECORD_WORDS.reversal : RECORD_WORDS.correction,
      whole ? RECORD_WORDS.reversalMore : RECORD_WORDS.correctionMore,
    ],
  ] as const;
  return (
    <fieldset className="modes">
      <legend>{say(RECORD_WORDS.mode)}</legend>
      {modes.map(([mode, label, more]) => (
        <label key={mode}>
          <input
            type="radio"
            name="mode"
            checked={draft.mode === mode}
            onChange={() => change({ ...draft, mode, corrects: null })}
          />
          <span>
            <strong>{say(label)}</strong>
            <small className="muted">{say(more)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function WhichWrong({
  draft,
  form,
  correct,
}: Omit<ToldProps, "change"> & { readonly correct: (wrong: Correctable) => void }) {
  const say = useSay();
  const lang = useLang();
  const hidden = form.changesHidden > 0 && (
    <p className="muted">
      {say(RECORD_WORDS.hiddenToCorrect)} {form.changesHidden}.
    </p>
  );
  if (form.changes.length === 0) return hidden || <Empty>{say(RECORD_WORDS.nothingToCorrect)}</Empty>;
  return (
    <fieldset className="modes wrongs">
      <legend>{say(RECORD_WORDS.whichWrong)}</legend>
      {form.changes.map((c) => (
        <label key={c.id}>
          <input type="radio" name="wrong" checked={draft.corrects === c.id} onChange={() => correct(c)} />
          <span>
            {c.text}
            <small className="muted">
              <PaperLink paper={c.document} /> · {say(RECORD_WORDS.commit)} {c.commit} ·{" "}
              {formatInstant(c.at, lang)} ·{" "}
              {c.proposer === null
                ? c.author
                : `${say(RECORD_WORDS.proposedBy)} ${c.proposer}, ${say(RECORD_WORDS.approvedBy)} ${c.author}`}
            </small>
          </span>
        </label>
      ))}
      {hidden}
    </fieldset>
  );
}

const KINDS = ["on", "in", "by"] as const;

/** From when it holds, and until when. */
export function Effective({
  draft,
  form,
  change,
}: Omit<ToldProps, "form"> & { readonly form: Pick<RecordingForm, "about"> }) {
  const say = useSay();
  const isClaim = form.about === "claim";
  const isEntry = form.about === "entry";
  const date = isClaim ? RECORD_WORDS.periodFrom : isEntry ? RECORD_WORDS.dated : RECORD_WORDS.effectiveDate;
  const wrong = (text: string) =>
    text.trim() !== "" && findTypedDate(text) === null ? say(RECORD_WORDS.noDate) : null;
  return (
    <div className="fields effective">
      {!isClaim && (
        <Field label={say(RECORD_WORDS.fromKind)}>
          {(given) => (
            <select
              {...given}
              value={draft.fromKind}
              onChange={(e) => {
                const kind = KINDS.find((k) => k === e.target.value);
                if (kind !== undefined) change({ ...draft, fromKind: kind });
              }}
            >
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {say(RECORD_WORDS[kind])}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={say(date)} hint={say(RECORD_WORDS.dateHint)} wrong={wrong(draft.fromDate)}>
        {(given) => (
          <input
            {...given}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            value={draft.fromDate}
            onChange={(e) => change({ ...draft, fromDate: e.target.value })}
          />
        )}
      </Field>
      {!isEntry && (
        <Field label={say(isClaim ? RECORD_WORDS.periodTo : RECORD_WORDS.until)} wrong={wrong(draft.until)}>
          {(given) => (
            <input
              {...given}
              type="text"
              inputMode="numeric"
              autoComplete="off"
              value={draft.until}
              onChange={(e) => change({ ...draft, until: e.target.value })}
            />
          )}
        </Field>
      )}
    </div>
  );
}
