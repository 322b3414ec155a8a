/** Handing a case over to another officer or unit. */
import { useState } from "react";
import { Field, textOf } from "../../../web/forms.tsx";
import { useSay } from "../../../web/language.tsx";
import { ProblemNotice } from "../../../web/states.tsx";
import type { CasePage } from "../pageWords.ts";
import { DayField, NoteField, orNull, useAct } from "./acting.tsx";
import { useUnits } from "./answers.ts";
import { ACT_WORDS, CASE_WORDS } from "./words.ts";

/** The form, folded until it is wanted. */
export function HandlingForm({ page }: { readonly page: CasePage }) {
  const say = useSay();
  const units = useUnits().data?.items ?? [];
  const [unit, setUnit] = useState(page.unit?.id ?? "");
  const act = useAct(page.id, "handling");
  const members = units.find((u) => u.id === unit)?.members ?? [];
  return (
    <details className="case-fold">
      <summary>{say(ACT_WORDS.handling)}</summary>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const officer = orNull(textOf(form, "officer"));
          act.mutate({
            ...(unit === page.unit?.id ? {} : { unit }),
            ...(officer === null ? {} : { officer }),
            ...{ on: textOf(form, "on"), note: orNull(textOf(form, "note")), expected: page.expected },
          });
        }}
      >
        <Field label={CASE_WORDS.unit}>
          <select value={unit} onChange={(e) => setUnit(e.target.value)}>
            {units
              .filter((u) => u.endedAt === null)
              .map((u) => (
                <option key={u.id} value={u.id}>
                  {u.name}
                </option>
              ))}
          </select>
        </Field>
        <Field label={CASE_WORDS.officer}>
          <select name="officer" key={unit}>
            <option value="">{say(ACT_WORDS.unchanged)}</option>
            {members.map((m) => (
              <option key={m.account} value={m.account}>
                {m.name}
              </option>
            ))}
          </select>
        </Field>
        <DayField />
        <NoteField />
        {act.error !== null && <ProblemNotice error={act.error} />}
        <button type="submit" disabled={act.isPending}>
          {say(ACT_WORDS.handOver)}
        </button>
      </form>
    </details>
  );
}
