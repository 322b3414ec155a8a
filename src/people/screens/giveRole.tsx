/** Giving a role: which, over everything or one place, from and to a day. */
import { type FormEvent, type ReactNode, useState } from "react";
import { addDays } from "../../kernel/dates.ts";
import { post } from "../../web/api.ts";
import { findTypedDay } from "../../web/format.ts";
import { Field, textOf, useDoing } from "../../web/forms.tsx";
import { useLang, useSay } from "../../web/language.tsx";
import { ProblemNotice } from "../../web/states.tsx";
import { type Area, account as accountAnswer, ROLES, role as roleWord } from "../vocabulary.ts";
import { ACCOUNT_WORDS } from "./accountWords.ts";

/** A field in which a place is searched; it gives the id of what is chosen. The application has it. */
export type PlaceChooser = (choose: (id: string) => void) => ReactNode;

type GiveProps = { readonly account: string; readonly placeChooser: PlaceChooser };
type Wrong = "noSuchDay" | "choosePlace";

/** The form. */
export function GiveRole({ account, placeChooser }: GiveProps) {
  const say = useSay();
  const lang = useLang();
  const [overPlace, setOverPlace] = useState(false);
  const [place, setPlace] = useState<string | null>(null);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const give = useDoing(
    (given: object) => post(accountAnswer, `/api/accounts/${account}/roles?lang=${lang}`, given),
    { stale: ["/api/accounts", "/api/session"] },
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = readForm(form, overPlace, place);
    if (typeof given === "string") return setWrong(given);
    setWrong(null);
    give.mutate(given, { onSuccess: () => form.reset() });
  };
  return (
    <form className="form sign-in" onSubmit={submit}>
      <Field label={ACCOUNT_WORDS.role}>
        <select name="role" defaultValue="officer">
          {roleWord.options.map((option) => (
            <option key={option} value={option}>
              {say(ROLES[option])}
            </option>
          ))}
        </select>
      </Field>
      <Field label={ACCOUNT_WORDS.over}>
        <select
          value={overPlace ? "place" : "everything"}
          onChange={(event) => setOverPlace(event.target.value === "place")}
        >
          <option value="everything">{say(ACCOUNT_WORDS.everything)}</option>
          <option value="place">{say(ACCOUNT_WORDS.onePlace)}</option>
        </select>
      </Field>
      {overPlace && placeChooser(setPlace)}
      <Field label={ACCOUNT_WORDS.fromDay}>
        <input name="from" type="text" inputMode="numeric" autoComplete="off" />
      </Field>
      <Field label={ACCOUNT_WORDS.toDay}>
        <input name="to" type="text" inputMode="numeric" autoComplete="off" />
      </Field>
      {wrong !== null && (
        <div className="problem" role="alert">
          <p>{say(ACCOUNT_WORDS[wrong])}</p>
        </div>
      )}
      {give.error !== null && <ProblemNotice error={give.error} />}
      <button type="submit" className="primary" disabled={give.isPending}>
        {say(ACCOUNT_WORDS.giveRole)}
      </button>
    </form>
  );
}

/** What the form gives, or which word of it is wrong. The last day is typed as inclusive and sent as exclusive. */
function readForm(form: HTMLFormElement, overPlace: boolean, place: string | null): object | Wrong {
  const [from, to] = ["from", "to"].map((name) => {
    const typed = textOf(form, name).trim();
    return typed === "" ? null : (findTypedDay(typed) ?? "wrong");
  });
  if (from === "wrong" || to === "wrong") return "noSuchDay";
  if (overPlace && place === null) return "choosePlace";
  const over: Area = overPlace && place !== null ? { kind: "place", id: place } : { kind: "everything" };
  return {
    role: textOf(form, "role"),
    over,
    ...(from === null || from === undefined ? {} : { from }),
    to: to === null || to === undefined ? null : addDays(to, 1),
  };
}
