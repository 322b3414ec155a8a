/** A whole day in a form: typed and shown as papers print days, whatever the browser's own language; sent as the API takes it. */
import { useEffect, useRef, useState } from "react";
import type { PlainDate } from "../kernel/dates.ts";
import { findWholeDay, formatDate } from "./format.ts";
import { useSay } from "./language.tsx";
import { WORDS } from "./words.ts";

type Props = {
  /** Under this name the form gives the day, as `2026-11-27`; empty where none is typed. */
  readonly name?: string;
  readonly day?: PlainDate | null;
  readonly least?: PlainDate | undefined;
  readonly most?: PlainDate | undefined;
  readonly required?: boolean;
  /** Told of each whole day that is typed. */
  readonly change?: ((day: PlainDate) => void) | undefined;
  /** Told of the day when the field is left. */
  readonly leave?: ((day: PlainDate) => void) | undefined;
};

/** The field; what is no day in its limits is said when the form is sent. */
export function DayInput({ name, day = null, least, most, required = false, change, leave }: Props) {
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  const first = day === null ? "" : formatDate(day, "vi");
  const [typed, setTyped] = useState(first);
  const read = findWholeDay(typed);
  const isOutside =
    read !== null && ((least !== undefined && read < least) || (most !== undefined && read > most));
  const limits = [least, most].flatMap((limit) => (limit === undefined ? [] : [formatDate(limit, "vi")]));
  const why =
    typed.trim() === ""
      ? ""
      : read === null
        ? say(WORDS.noSuchDay)
        : isOutside
          ? `${say(WORDS.dayOutside)} ${limits.join(" – ")}.`
          : "";
  useEffect(() => field.current?.setCustomValidity(why), [why]);
  // A form that is emptied begins anew with the day that it began with.
  useEffect(() => {
    const form = field.current?.form;
    const begin = () => setTyped(first);
    form?.addEventListener("reset", begin);
    return () => form?.removeEventListener("reset", begin);
  }, [first]);
  return (
    <>
      <input
        ref={field}
        type="text"
        className="figures"
        inputMode="numeric"
        autoComplete="off"
        placeholder={say(WORDS.dayShape)}
        value={typed}
        required={required}
        onChange={(e) => {
          setTyped(e.target.value);
          const given = findWholeDay(e.target.value);
          if (given !== null) change?.(given);
        }}
        onBlur={() => {
          if (read === null) return;
          setTyped(formatDate(read, "vi"));
          if (!isOutside) leave?.(read);
        }}
      />
      {name !== undefined && <input type="hidden" name={name} value={why === "" ? (read ?? "") : ""} />}
    </>
  );
}
