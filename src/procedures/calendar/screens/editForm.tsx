/** The draft of a year: days added and removed, what that would change, and recording it with a reason. */
import { useState } from "react";
import { z } from "zod";
import { isPlainDate, plainDate } from "../../../kernel/dates.ts";
import { differencesOf } from "../../../law/calendar/differing.ts";
import { type CalendarYear, dayOff, REASONS, workedDay } from "../../../law/calendar/vocabulary.ts";
import { MARKS } from "../../../law/marks.ts";
import { put } from "../../../web/api.ts";
import { DayInput } from "../../../web/dayInput.tsx";
import { formatDate } from "../../../web/format.ts";
import { Field, textOf, useDoing } from "../../../web/forms.tsx";
import { useLang, useSay } from "../../../web/language.tsx";
import { Progress } from "../../../web/progress.tsx";
import { ProblemNotice } from "../../../web/states.tsx";
import { WORDS } from "../../../web/words.ts";
import type { CalendarAnswer } from "../vocabulary.ts";
import { CALENDAR_WORDS } from "./words.ts";

type Draft = Pick<CalendarYear, "daysOff" | "worked">;
type Props = { readonly answer: CalendarAnswer; readonly close: () => void };

const recorded = z.object({ commit: z.number().int() });
const WORKED = "worked";

/** What a form gives as a day of the draft; the draft as it was where it gives none. */
function withDay(draft: Draft, form: HTMLFormElement): Draft {
  const on = textOf(form, "on");
  if (!isPlainDate(on)) return draft;
  const given = { on, paper: textOf(form, "paper"), mark: textOf(form, "mark") };
  const rest = {
    daysOff: draft.daysOff.filter((d) => d.on !== on),
    worked: draft.worked.filter((d) => d.on !== on),
  };
  if (textOf(form, "kind") === WORKED) {
    const insteadOf = textOf(form, "insteadOf");
    const worked = workedDay.safeParse({ ...given, insteadOf: insteadOf === "" ? null : insteadOf });
    return worked.success ? { ...rest, worked: [...rest.worked, worked.data] } : draft;
  }
  const off = dayOff.safeParse({ ...given, reason: textOf(form, "kind"), note: null });
  return off.success ? { ...rest, daysOff: [...rest.daysOff, off.data] } : draft;
}

/** The form under the months, for administrators. */
export function EditForm({ answer, close }: Props) {
  const say = useSay();
  const lang = useLang();
  const { year, version } = answer;
  const [draft, setDraft] = useState<Draft>({ daysOff: year.daysOff, worked: year.worked });
  const [kind, setKind] = useState<string>("swapped");
  const [requestKey] = useState(() => crypto.randomUUID());
  const save = useDoing((given: object) => put(recorded, `/api/calendar/${year.year}?lang=${lang}`, given), {
    stale: ["/api/"],
  });
  const differences = differencesOf(year, draft);
  const days = [
    ...draft.daysOff.map(({ on, reason }) => ({ on, what: say(REASONS[reason]) })),
    ...draft.worked.map(({ on, insteadOf }) => ({
      on,
      what:
        insteadOf === null
          ? say(CALENDAR_WORDS.worked)
          : `${say(CALENDAR_WORDS.worked)} ${say(CALENDAR_WORDS.insteadOf)} ${formatDate(insteadOf, lang)}`,
    })),
  ].sort((a, b) => (a.on < b.on ? -1 : 1));
  const without = (on: string) =>
    setDraft({
      daysOff: draft.daysOff.filter((d) => d.on !== on),
      worked: draft.worked.filter((d) => d.on !== on),
    });
  return (
    <div className="calendar-edit">
      <h3>{say(CALENDAR_WORDS.draft)}</h3>
      <ul className="calendar-draft">
        {days.map(({ on, what }) => (
          <li key={on}>
            <span className="figures">{formatDate(on, lang)}</span> {what}{" "}
            <button type="button" onClick={() => without(on)}>
              {say(CALENDAR_WORDS.remove)}
              <span className="visually-hidden"> {formatDate(on, lang)}</span>
            </button>
          </li>
        ))}
      </ul>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          setDraft(withDay(draft, event.currentTarget));
        }}
      >
        <Field label={CALENDAR_WORDS.newDay}>
          <DayInput
            name="on"
            required
            least={plainDate(`${year.year}-01-01`)}
            most={plainDate(`${year.year}-12-31`)}
          />
        </Field>
        <Field label={CALENDAR_WORDS.kind}>
          <select name="kind" value={kind} onChange={(e) => setKind(e.target.value)}>
            {Object.entries(REASONS).map(([key, label]) => (
              <option key={key} value={key}>
                {say(label)}
              </option>
            ))}
            <option value={WORKED}>{say(CALENDAR_WORDS.workedDay)}</option>
          </select>
        </Field>
        {kind === WORKED && (
          <Field label={CALENDAR_WORDS.workedFor} hint={CALENDAR_WORDS.workedForHint}>
            <DayInput name="insteadOf" />
          </Field>
        )}
        <Field label={CALENDAR_WORDS.paper}>
          <input name="paper" required maxLength={300} autoComplete="off" />
        </Field>
        <Field label={CALENDAR_WORDS.checked}>
          <select name="mark" defaultValue="G">
            {Object.entries(MARKS).map(([key, label]) => (
              <option key={key} value={key}>
                {say(label)}
              </option>
            ))}
          </select>
        </Field>
        <button type="submit">{say(CALENDAR_WORDS.add)}</button>
      </form>
      <h3>{say(CALENDAR_WORDS.preview)}</h3>
      {differences.length === 0 ? (
        <p className="muted">{say(CALENDAR_WORDS.nothing)}</p>
      ) : (
        <ul>
          {differences.map(({ on, text }) => (
            <li key={on + text.vi}>{say(text)}</li>
          ))}
        </ul>
      )}
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ ...draft, was: version, why: textOf(event.currentTarget, "why"), requestKey });
        }}
      >
        <Field label={CALENDAR_WORDS.reason} hint={CALENDAR_WORDS.reasonHint}>
          <input name="why" required maxLength={500} autoComplete="off" />
        </Field>
        {save.error !== null && <ProblemNotice error={save.error} />}
        <div className="calendar-acts">
          <button type="submit" className="primary" disabled={save.isPending}>
            {say(CALENDAR_WORDS.save)}
          </button>
          <button type="button" onClick={close}>
            {say(WORDS.cancel)}
          </button>
        </div>
        <Progress busy={save.isPending} label={say(CALENDAR_WORDS.saving)} />
      </form>
    </div>
  );
}
