/** Telling that an apology is sent: with its reason and the new day of the result, which then stand in the letter. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { get, post, withQuery } from "../../../web/api.ts";
import { DayInput } from "../../../web/dayInput.tsx";
import { Field, textOf } from "../../../web/forms.tsx";
import { useLang, useSay } from "../../../web/language.tsx";
import { ProblemNotice } from "../../../web/states.tsx";
import { useHref } from "../../../web/view.tsx";
import { acted, type CasePage } from "../../cases/pageWords.ts";
import { DayField, todayHere } from "../../cases/screens/acting.tsx";
import { letterList } from "../vocabulary.ts";
import { lettersPath } from "./answers.ts";
import { LETTER_WORDS } from "./words.ts";

type FormProps = { readonly page: Pick<CasePage, "id" | "expected"> };

/** Tells it, and goes to the letter as it was sent. */
function useApology({ id, expected }: FormProps["page"]) {
  const lang = useLang();
  const href = useHref();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [requestKey] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: async (told: { readonly until: string; readonly on: string; readonly note: string }) => {
      const { until, on, note } = told;
      const event = { kind: "apologised", until };
      await post(acted, withQuery(`/api/cases/${encodeURIComponent(id)}/events`, { lang }), {
        ...{ event, on, note, expected, requestKey },
      });
      const { items } = await get(letterList, withQuery(lettersPath(id), { lang }));
      return items.findLast(({ key }) => key.startsWith("delay."))?.key ?? null;
    },
    onSuccess: async (key) => {
      const letter = key === null ? "" : `/letters/${encodeURIComponent(key)}`;
      await navigate(href(`/cases/${encodeURIComponent(id)}${letter}`));
      // The draft is no letter any more: it is not asked for again.
      await queries.invalidateQueries({
        predicate: ({ queryKey: [path] }) =>
          String(path).startsWith("/api/cases") && !String(path).includes("/letters/"),
      });
    },
  });
}

/** The form, above the draft. */
export function ApologyForm({ page }: FormProps) {
  const say = useSay();
  const apology = useApology(page);
  const tell = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (apology.isPending) return;
    apology.mutate({
      ...{ until: textOf(form, "until"), on: textOf(form, "on"), note: textOf(form, "note").trim() },
    });
  };
  return (
    <form className="form letter-apology" autoComplete="off" onSubmit={tell}>
      <Field label={LETTER_WORDS.until} hint={LETTER_WORDS.untilHint}>
        <DayInput name="until" required least={todayHere()} />
      </Field>
      <Field label={LETTER_WORDS.reason}>
        <textarea name="note" rows={2} required maxLength={2000} />
      </Field>
      <DayField />
      {apology.error !== null && <ProblemNotice error={apology.error} />}
      <button type="submit" aria-disabled={apology.isPending}>
        {say(LETTER_WORDS.sent)}
      </button>
    </form>
  );
}
