/** The day of every page: typed as people write days, or one of the marked days. */
import { useId, useState } from "react";
import type { PlainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { findTypedDay, formatDate } from "../../web/format.ts";
import { useSay } from "../../web/language.tsx";
import { useSetQuery, useView } from "../../web/view.tsx";
import { APP_WORDS, type Health, markedDays } from "./start.ts";
import "./dateControl.css";

/** The field and the buttons: the days that matter for this register, and the server's today. */
export function DateControl({ server }: { readonly server: Health }) {
  const { asOf } = useView();
  const say = useSay();
  const setQuery = useSetQuery();
  const choose = (day: PlainDate) => {
    if (day !== asOf) setQuery({ asOf: day });
  };
  const days = [...markedDays(server), { label: say(APP_WORDS.today), day: server.today }];
  return (
    <>
      <DayField key={asOf} asOf={asOf} choose={choose} />
      <fieldset className="marked-days">
        <legend className="visually-hidden">{say(APP_WORDS.markedDays)}</legend>
        {days.map(({ label, day }) => (
          <button key={label} type="button" aria-pressed={day === asOf} onClick={() => choose(day)}>
            {label}
          </button>
        ))}
      </fieldset>
    </>
  );
}

type FieldProps = {
  readonly asOf: PlainDate;
  readonly choose: (day: PlainDate) => void;
  /** What the field is called; the day of the page unless said otherwise. */
  readonly label?: Sentence;
};

/** A day, typed as people write days. */
export function DayField({ asOf, choose, label = APP_WORDS.day }: FieldProps) {
  const say = useSay();
  const id = useId();
  const printed = formatDate(asOf, "vi");
  const [typed, setTyped] = useState(printed);
  const [wrong, setWrong] = useState(false);
  const take = () => {
    const day = findTypedDay(typed);
    setWrong(day === null);
    if (day === null) return;
    setTyped(formatDate(day, "vi"));
    choose(day);
  };
  return (
    <form
      className="date-control"
      onSubmit={(e) => {
        e.preventDefault();
        take();
      }}
    >
      <label className="control-label" htmlFor={id}>
        {say(label)}
      </label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        className="figures"
        value={typed}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={(e) => {
          setTyped(e.target.value);
          setWrong(false);
        }}
        onFocus={(e) => e.currentTarget.select()}
        onBlur={() => {
          if (typed !== printed) take();
        }}
      />
      {wrong && (
        <p id={`${id}-wrong`} role="alert" className="date-wrong">
          {say(APP_WORDS.noSuchDay)}
        </p>
      )}
    </form>
  );
}
