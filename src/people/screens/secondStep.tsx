/** The second step of signing in: set up with an authenticator, or taken away; each time with the password. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { ShownOnce } from "../../web/action.tsx";
import { post, remove } from "../../web/api.ts";
import { Field, textOf } from "../../web/forms.tsx";
import { useLang, useSay } from "../../web/language.tsx";
import { ProblemNotice } from "../../web/states.tsx";
import { ACCOUNT_WORDS } from "./accountWords.ts";
import { QrCode } from "./qrCode.tsx";
import { PEOPLE_WORDS } from "./words.ts";

const step = z.object({
  secret: z.string().nullable(),
  address: z.string().nullable(),
  recoveryCodes: z.array(z.string()).nullable(),
});
const ended = z.object({ ended: z.boolean() });

/** What stands depends on whether the second step is asked for already. */
export function SecondStep({ on }: { readonly on: boolean }) {
  const say = useSay();
  // The codes are shown here once, also after the session has learnt that the step is on.
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <>
      <p className="reading">{say(on ? ACCOUNT_WORDS.secondStepOn : ACCOUNT_WORDS.secondStepOff)}</p>
      {codes !== null && <ShownOnce label={say(ACCOUNT_WORDS.recoveryCodes)} text={codes.join(" ")} />}
      {on ? <EndStep /> : <BeginStep done={setCodes} />}
    </>
  );
}

function useRefreshed() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["/api/session"] });
}

function BeginStep({ done }: { readonly done: (codes: readonly string[]) => void }) {
  const say = useSay();
  const lang = useLang();
  const refreshed = useRefreshed();
  const [password, setPassword] = useState("");
  const act = useMutation({
    mutationFn: (given: { readonly password: string; readonly code?: string }) =>
      post(step, `/api/session/totp?lang=${lang}`, given),
    onSuccess: (answer) => {
      if (answer.recoveryCodes === null) return;
      done(answer.recoveryCodes);
      void refreshed();
    },
  });
  const [secret, setSecret] = useState<z.infer<typeof step> | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = textOf(event.currentTarget, "code").trim();
    if (secret === null) act.mutate({ password }, { onSuccess: setSecret });
    else act.mutate({ password, code });
  };
  return (
    <form className="form sign-in" onSubmit={submit}>
      {secret === null ? (
        <Field label={ACCOUNT_WORDS.presentPassword}>
          <input
            name="password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(e) => setPassword(e.target.value)}
          />
        </Field>
      ) : (
        <>
          <p>{say(ACCOUNT_WORDS.scan)}</p>
          {secret.address !== null && <QrCode text={secret.address} label={say(ACCOUNT_WORDS.qrCode)} />}
          <ShownOnce label={say(ACCOUNT_WORDS.secret)} text={secret.secret ?? ""} />
          {secret.address !== null && <a href={secret.address}>{say(ACCOUNT_WORDS.openAuthenticator)}</a>}
          <Field label={PEOPLE_WORDS.code}>
            <input name="code" autoComplete="one-time-code" inputMode="numeric" required />
          </Field>
        </>
      )}
      {act.error !== null && <ProblemNotice error={act.error} />}
      <button type="submit" className="primary" disabled={act.isPending}>
        {say(secret === null ? ACCOUNT_WORDS.beginStep : ACCOUNT_WORDS.confirmStep)}
      </button>
    </form>
  );
}

function EndStep() {
  const say = useSay();
  const lang = useLang();
  const refreshed = useRefreshed();
  const act = useMutation({
    mutationFn: (password: string) => remove(ended, `/api/session/totp?lang=${lang}`, { password }),
    onSuccess: refreshed,
  });
  return (
    <form
      className="form sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate(textOf(event.currentTarget, "password"));
      }}
    >
      <Field label={ACCOUNT_WORDS.presentPassword}>
        <input name="password" type="password" autoComplete="current-password" required />
      </Field>
      {act.error !== null && <ProblemNotice error={act.error} />}
      <button type="submit" disabled={act.isPending}>
        {say(ACCOUNT_WORDS.endStep)}
      </button>
    </form>
  );
}
