/** Handing a case over to another officer or unit. */
import { useState } from "react";
import { textOf } from "../../../web/forms.tsx";
import { useSay } from "../../../web/language.tsx";
import { ProblemNotice } from "../../../web/states.tsx";
import type { CasePage } from "../pageWords.ts";
import { DayField, NoteField, orNull, useAct } from "./acting.tsx";
import { useUnits } from "./answers.ts";
import { HandlerFields } from "./handlerFields.tsx";
import { ACT_WORDS } from "./words.ts";

/** The form, folded until it is wanted. */
export function HandlingForm({ page }: { readonly page: CasePage }) {
  const say = useSay();
  const units = useUnits().data?.items ?? [];
  const [unit, setUnit] = useState(page.unit?.id ?? "");
  const act = useAct(page.id, "handling");
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
        <HandlerFields units={units} unit={unit} change={setUnit} none={ACT_WORDS.unchanged} />
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
