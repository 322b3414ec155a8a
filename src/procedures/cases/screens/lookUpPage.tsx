/** Where a dossier stands, for whoever holds its receipt: the step alone. */
import { useMutation } from "@tanstack/react-query";
import { post, withQuery } from "../../../web/api.ts";
import { formatDate } from "../../../web/format.ts";
import { Field, textOf } from "../../../web/forms.tsx";
import { useLang, useSay } from "../../../web/language.tsx";
import { PageHead } from "../../../web/page.tsx";
import { ProblemNotice } from "../../../web/states.tsx";
import { lookedUp } from "../pageWords.ts";
import { CASE_WORDS, LOOK_UP_WORDS, NEW_WORDS } from "./words.ts";
import "./cases.css";

/** The page `/look-up`. What is typed stands in no address. */
export function LookUpPage() {
  const say = useSay();
  const lang = useLang();
  const look = useMutation({
    mutationFn: (told: { readonly number: string; readonly secret: string }) =>
      post(lookedUp, withQuery("/api/cases/look-up", { lang }), told),
  });
  const found = look.data;
  return (
    <>
      <PageHead title={say(LOOK_UP_WORDS.title)}>
        <p className="lead">{say(LOOK_UP_WORDS.lead)}</p>
      </PageHead>
      <form
        className="form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          look.mutate({ number: textOf(form, "number").toUpperCase(), secret: textOf(form, "secret") });
        }}
      >
        <Field label={LOOK_UP_WORDS.number}>
          <input name="number" required maxLength={40} />
        </Field>
        <Field label={NEW_WORDS.secret}>
          <input name="secret" required maxLength={40} />
        </Field>
        <button type="submit" className="primary" disabled={look.isPending}>
          {say(LOOK_UP_WORDS.look)}
        </button>
        {look.error !== null && <ProblemNotice error={look.error} />}
      </form>
      {found !== undefined && (
        <div role="status">
          <dl className="case-head">
            <div>
              <dt>{say(CASE_WORDS.number)}</dt>
              <dd className="figures">{found.number}</dd>
            </div>
            <div>
              <dt>{say(CASE_WORDS.procedure)}</dt>
              <dd>{found.procedure}</dd>
            </div>
            <div>
              <dt>{say(CASE_WORDS.state)}</dt>
              <dd>{found.state}</dd>
            </div>
            {found.step !== null && (
              <div>
                <dt>{say(LOOK_UP_WORDS.step)}</dt>
                <dd>{found.step}</dd>
              </div>
            )}
            {found.receivedOn !== null && (
              <div>
                <dt>{say(CASE_WORDS.received)}</dt>
                <dd className="figures">{formatDate(found.receivedOn, lang)}</dd>
              </div>
            )}
          </dl>
        </div>
      )}
    </>
  );
}
