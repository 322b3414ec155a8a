/** Signing in: login and password, the second step, and a new password where the present one was given by another. */
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Link, Navigate, useSearchParams } from "react-router";
import { ApiError, post, withQuery } from "../../web/api.ts";
import { textOf } from "../../web/forms.tsx";
import { useLang, useSay } from "../../web/language.tsx";
import { PageHead } from "../../web/page.tsx";
import { Progress } from "../../web/progress.tsx";
import { Loaded, ProblemNotice } from "../../web/states.tsx";
import { useHref } from "../../web/view.tsx";
import { isOwnPath } from "../rules.ts";
import { type SessionAnswer, sessionAnswer } from "../vocabulary.ts";
import { ChangePassword } from "./changePassword.tsx";
import { useSession, useTakeSession } from "./session.ts";
import { PEOPLE_WORDS, RETURN_PROBLEMS } from "./words.ts";
import "./people.css";

/** The page `/dang-nhap`. `return` in its address is the page that one came from. */
export function SignInPage() {
  const session = useSession();
  return <Loaded answer={session}>{(value) => <Step session={value} />}</Loaded>;
}

function Step({ session }: { readonly session: SessionAnswer }) {
  const say = useSay();
  const href = useHref();
  const [search] = useSearchParams();
  const asked = search.get("return");
  const returnTo = asked !== null && isOwnPath(asked) ? asked : null;
  if (session.user === null) return <SignIn returnTo={returnTo} oidc={session.oidc} />;
  if (session.user.mustChange) return <MustChange login={session.user.login} />;
  if (returnTo !== null) return <Navigate to={returnTo} replace />;
  return (
    <PageHead title={say(PEOPLE_WORDS.signedIn)}>
      <p className="lead">{session.user.name}</p>
      <p>
        <Link to={href("/")}>{say(PEOPLE_WORDS.goOn)}</Link>
      </p>
    </PageHead>
  );
}

function isAskedForCode(error: Error | null): boolean {
  const codes = error instanceof ApiError ? error.problems.map((p) => p.code) : [];
  return codes.includes("session.codeNeeded") || codes.includes("session.wrongCode");
}

type SignInProps = { readonly returnTo: string | null; readonly oidc: boolean };

function SignIn({ returnTo, oidc }: SignInProps) {
  const say = useSay();
  const lang = useLang();
  const take = useTakeSession();
  const [withCode, setWithCode] = useState(false);
  const signIn = useMutation({
    mutationFn: (given: { readonly login: string; readonly password: string; readonly code?: string }) =>
      post(sessionAnswer, `/api/session?lang=${lang}`, given),
    onSuccess: take,
    onError: (error) => setWithCode(isAskedForCode(error)),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const code = textOf(form, "code");
    signIn.mutate({
      login: textOf(form, "login"),
      password: textOf(form, "password"),
      ...(code === "" ? {} : { code }),
    });
  };
  const onlyAsked =
    withCode && signIn.error instanceof ApiError && signIn.error.problems[0]?.code === "session.codeNeeded";
  return (
    <>
      <PageHead title={say(PEOPLE_WORDS.signIn)}>
        <p className="lead">{say(PEOPLE_WORDS.lead)}</p>
      </PageHead>
      <Returned />
      <form className="form sign-in" onSubmit={submit}>
        <label>
          <span>{say(PEOPLE_WORDS.login)}</span>
          <input name="login" autoComplete="username" autoCapitalize="none" spellCheck={false} required />
        </label>
        <label>
          <span>{say(PEOPLE_WORDS.password)}</span>
          <input name="password" type="password" autoComplete="current-password" required />
        </label>
        {withCode && (
          <label>
            <span>{say(PEOPLE_WORDS.code)}</span>
            <input name="code" autoComplete="one-time-code" inputMode="text" required />
            <small>{say(PEOPLE_WORDS.codeHint)}</small>
          </label>
        )}
        {signIn.error !== null && !onlyAsked && <ProblemNotice error={signIn.error} />}
        <button type="submit" className="primary" disabled={signIn.isPending}>
          {say(signIn.isPending ? PEOPLE_WORDS.signingIn : PEOPLE_WORDS.signIn)}
        </button>
        <Progress busy={signIn.isPending} label={say(PEOPLE_WORDS.signingIn)} />
        {oidc && (
          <a className="button" href={withQuery("/api/session/oidc/start", { return: returnTo, lang })}>
            {say(PEOPLE_WORDS.byProvider)}
          </a>
        )}
      </form>
    </>
  );
}

/** Why one is back from the identity provider without being signed in. */
function Returned() {
  const say = useSay();
  const [search] = useSearchParams();
  const code = search.get("problem");
  const told = Object.entries(RETURN_PROBLEMS).find(([known]) => known === code)?.[1];
  if (told === undefined) return null;
  return (
    <div className="problem" role="alert">
      <p>{say(told)}</p>
    </div>
  );
}

function MustChange({ login }: { readonly login: string }) {
  const say = useSay();
  return (
    <>
      <PageHead title={say(PEOPLE_WORDS.mustChange)}>
        <p className="lead">{say(PEOPLE_WORDS.mustChangeLead)}</p>
      </PageHead>
      <ChangePassword login={login} current={PEOPLE_WORDS.current} />
    </>
  );
}
