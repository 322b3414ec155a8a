/** Giving a role: which, over everything or one place, zone or organisation, from and to a day; and what it lets one do. */
import { type FormEvent, type ReactNode, useState } from "react";
import { addDays } from "../../kernel/dates.ts";
import { post } from "../../web/api.ts";
import { findTypedDay } from "../../web/format.ts";
import { Field, textOf, useDoing } from "../../web/forms.tsx";
import { useLang, useSay } from "../../web/language.tsx";
import { ProblemNotice } from "../../web/states.tsx";
import { roleSentences } from "../roleSentences.ts";
import { type Area, account as accountAnswer, ROLES, type Role, role as roleWord } from "../vocabulary.ts";
import { ACCOUNT_WORDS } from "./accountWords.ts";

/** What a role can be held over one of. */
export type OneOf = Exclude<Area["kind"], "everything">;

/** A field in which one of a kind is searched; it gives the id of what is chosen. The application has it. */
export type AreaChooser = (kind: OneOf, choose: (id: string | null) => void) => ReactNode;

const OVER = {
  everything: ACCOUNT_WORDS.everything,
  place: ACCOUNT_WORDS.onePlace,
  zone: ACCOUNT_WORDS.oneZone,
  organisation: ACCOUNT_WORDS.oneOrganisation,
} as const;
const isKind = (text: string): text is Area["kind"] => text in OVER;

type GiveProps = { readonly account: string; readonly areaChooser: AreaChooser };
type Wrong = "noSuchDay" | "chooseArea";

/** The form. */
export function GiveRole({ account, areaChooser }: GiveProps) {
  const say = useSay();
  const lang = useLang();
  const [role, setRole] = useState<Role>("officer");
  const [kind, setKind] = useState<Area["kind"]>("everything");
  const [one, setOne] = useState<string | null>(null);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const give = useDoing(
    (given: object) => post(accountAnswer, `/api/accounts/${account}/roles?lang=${lang}`, given),
    { stale: ["/api/accounts", "/api/session"] },
  );
  const over = areaOf(kind, one);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const days = readDays(form);
    if (days === null || over === null) return setWrong(days === null ? "noSuchDay" : "chooseArea");
    setWrong(null);
    give.mutate({ role, over, ...days }, () => form.reset());
  };
  return (
    <form className="form sign-in" onSubmit={submit}>
      <Field label={ACCOUNT_WORDS.role}>
        <select
          name="role"
          value={role}
          onChange={(event) => setRole(roleWord.catch("officer").parse(event.target.value))}
        >
          {roleWord.options.map((option) => (
            <option key={option} value={option}>
              {say(ROLES[option])}
            </option>
          ))}
        </select>
      </Field>
      <Field label={ACCOUNT_WORDS.over}>
        <select
          value={kind}
          onChange={(event) => {
            setKind(isKind(event.target.value) ? event.target.value : "everything");
            setOne(null);
          }}
        >
          {Object.entries(OVER).map(([value, label]) => (
            <option key={value} value={value}>
              {say(label)}
            </option>
          ))}
        </select>
      </Field>
      {kind !== "everything" && areaChooser(kind, setOne)}
      <div className="role-lets" aria-live="polite">
        {roleSentences(role, kind).map((sentence) => (
          <p key={sentence.en}>{say(sentence)}</p>
        ))}
      </div>
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

/** The area that is meant; null: one is still to be chosen. */
function areaOf(kind: Area["kind"], id: string | null): Area | null {
  if (kind === "everything") return { kind };
  return id === null ? null : { kind, id };
}

/** The days, or null where one is none. The last day is typed as inclusive and sent as exclusive. */
function readDays(form: HTMLFormElement): object | null {
  const [from, to] = ["from", "to"].map((name) => {
    const typed = textOf(form, name).trim();
    return typed === "" ? null : (findTypedDay(typed) ?? "wrong");
  });
  if (from === "wrong" || to === "wrong") return null;
  return {
    ...(from === null || from === undefined ? {} : { from }),
    to: to === null || to === undefined ? null : addDays(to, 1),
  };
}
