/** What the forms of acts share: the day, sending under one key, what is refused. */
import { useState } from "react";
import { z } from "zod";
import { type PlainDate, plainDate } from "../../../kernel/dates.ts";
import { post, withQuery } from "../../../web/api.ts";
import { DayInput } from "../../../web/dayInput.tsx";
import { Field, useDoing } from "../../../web/forms.tsx";
import { useLang } from "../../../web/language.tsx";
import { ACT_WORDS } from "./words.ts";

/** Sends an act of a case; the same form sends under the same key until it was done. */
export function useAct(id: string, what: "events" | "decision" | "handling" | "dossier") {
  const lang = useLang();
  const [requestKey, setKey] = useState(() => crypto.randomUUID());
  return useDoing(
    async (told: object) => {
      const url = withQuery(`/api/cases/${id}/${what}`, { lang });
      const answer = await post(z.unknown(), url, { ...told, requestKey });
      setKey(crypto.randomUUID());
      return answer;
    },
    { stale: ["/api/cases"] },
  );
}

/** Today in Vietnam. */
export function todayHere(): PlainDate {
  return plainDate(new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10));
}

type DayProps = { readonly change?: (day: PlainDate) => void };

/** The day of an act, today where nothing else is chosen. */
export function DayField({ change }: DayProps) {
  const today = todayHere();
  return (
    <Field label={ACT_WORDS.on}>
      <DayInput name="on" required most={today} day={today} change={change} />
    </Field>
  );
}

/** A note, which is sealed. */
export function NoteField() {
  return (
    <Field label={ACT_WORDS.note}>
      <textarea name="note" rows={2} maxLength={2000} />
    </Field>
  );
}

/** A text, or null where there is none. */
export function orNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}
