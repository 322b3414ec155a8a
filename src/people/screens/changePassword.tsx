/** Changing the own password: the present one, and the new one twice. */
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Sentence } from "../../kernel/problems.ts";
import { post } from "../../web/api.ts";
import { Field, textOf } from "../../web/forms.tsx";
import { useLang, useSay } from "../../web/language.tsx";
import { ProblemNotice } from "../../web/states.tsx";
import { sessionAnswer } from "../vocabulary.ts";
import { useTakeSession } from "./session.ts";
import { PEOPLE_WORDS } from "./words.ts";

type ChangeProps = {
  readonly login: string;
  /** What the present password is called here. */
  readonly current: Sentence;
};

/** The form. Signing in elsewhere ends with the change; here one stays signed in. */
export function ChangePassword({ login, current }: ChangeProps) {
  const say = useSay();
  const lang = useLang();
  const take = useTakeSession();
  const [differ, setDiffer] = useState(false);
  const change = useMutation({
    mutationFn: (given: { readonly current: string; readonly password: string }) =>
      post(sessionAnswer, `/api/session/password?lang=${lang}`, given),
    onSuccess: take,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const password = textOf(form, "password");
    const same = password === textOf(form, "again");
    setDiffer(!same);
    if (same) {
      change.mutate({ current: textOf(form, "current"), password }, { onSuccess: () => form.reset() });
    }
  };
  return (
    <form className="form sign-in" onSubmit={submit}>
      {/* For the password keeper of the browser: whose password it is. */}
      <input name="login" autoComplete="username" defaultValue={login} hidden readOnly />
      <Field label={current}>
        <input name="current" type="password" autoComplete="current-password" required />
      </Field>
      <Field label={PEOPLE_WORDS.fresh} hint={PEOPLE_WORDS.freshHint}>
        <input name="password" type="password" autoComplete="new-password" required />
      </Field>
      <Field label={PEOPLE_WORDS.again}>
        <input name="again" type="password" autoComplete="new-password" required />
      </Field>
      {differ && (
        <div className="problem" role="alert">
          <p>{say(PEOPLE_WORDS.notSame)}</p>
        </div>
      )}
      {!differ && change.error !== null && <ProblemNotice error={change.error} />}
      {change.isSuccess && <p role="status">{say(PEOPLE_WORDS.passwordChanged)}</p>}
      <button type="submit" className="primary" disabled={change.isPending}>
        {say(PEOPLE_WORDS.change)}
      </button>
    </form>
  );
}
