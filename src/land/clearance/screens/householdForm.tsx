/** The form of a household. What is typed goes to the sealed store and is kept nowhere in the browser; where the connection
 * breaks it stays in the form, and sent again it is kept once. */
import { useState } from "react";
import { z } from "zod";
import type { Sentence } from "../../../kernel/problems.ts";
import { post, put, withQuery } from "../../../web/api.ts";
import { Field, textOf, useDoing } from "../../../web/forms.tsx";
import { useLang, useSay } from "../../../web/language.tsx";
import { ProblemNotice } from "../../../web/states.tsx";
import { WORDS } from "../../../web/words.ts";
import { HOUSEHOLD_STEPS, type HouseholdList, householdStep } from "../householdWords.ts";
import { HOUSEHOLD_WORDS } from "./householdWords.ts";

type Household = HouseholdList["items"][number];
type Props = {
  readonly path: string;
  readonly household: Household | null;
  readonly close: () => void;
};

const TEXTS = ["name", "address", "phone", "lot"] as const;
const NUMBERS = ["area", "amount"] as const;

/** Digits, with marks between thousands left out; null: none are typed. Undefined: it is no number. */
function numberIn(text: string): number | null | undefined {
  const digits = text.replace(/[\s.,]/g, "");
  if (digits === "") return null;
  const value = Number(digits);
  return /^\d+$/.test(digits) && Number.isSafeInteger(value) ? value : undefined;
}

export function HouseholdForm({ path, household, close }: Props) {
  const say = useSay();
  const lang = useLang();
  const [requestKey] = useState(() => crypto.randomUUID());
  const [wrong, setWrong] = useState<string | null>(null);
  const keep = useDoing(
    (details: object) =>
      household === null
        ? post(z.unknown(), withQuery(path, { lang }), { ...details, requestKey })
        : put(z.unknown(), withQuery(`${path}/${household.id}`, { lang }), details),
    { stale: [path] },
  );
  const held = household?.details ?? null;
  const label = (name: (typeof TEXTS)[number] | (typeof NUMBERS)[number]): Sentence => HOUSEHOLD_WORDS[name];
  return (
    <form
      className="form"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const texts = Object.fromEntries(TEXTS.map((name) => [name, textOf(form, name)]));
        const numbers = NUMBERS.map((name) => [name, numberIn(textOf(form, name))] as const);
        const bad = numbers.find(([, value]) => value === undefined);
        setWrong(bad?.[0] ?? null);
        if (bad !== undefined) return;
        const [step, objection] = [textOf(form, "step"), textOf(form, "objection")];
        keep.mutate({ ...texts, ...Object.fromEntries(numbers), step, objection }, close);
      }}
    >
      {TEXTS.map((name) => (
        <Field key={name} label={label(name)}>
          <input
            name={name}
            required={name === "name"}
            maxLength={name === "phone" ? 50 : 200}
            inputMode={name === "phone" ? "tel" : "text"}
            defaultValue={held?.[name] ?? ""}
          />
        </Field>
      ))}
      {NUMBERS.map((name) => (
        <Field
          key={name}
          label={label(name)}
          {...(wrong === name ? { hint: HOUSEHOLD_WORDS.wrongNumber } : {})}
        >
          <input
            name={name}
            inputMode="numeric"
            aria-invalid={wrong === name}
            defaultValue={held?.[name] ?? ""}
          />
        </Field>
      ))}
      <Field label={HOUSEHOLD_WORDS.step}>
        <select name="step" defaultValue={held?.step ?? "toCount"}>
          {householdStep.options.map((value) => (
            <option key={value} value={value}>
              {say(HOUSEHOLD_STEPS[value])}
            </option>
          ))}
        </select>
      </Field>
      <Field label={HOUSEHOLD_WORDS.objection}>
        <textarea name="objection" rows={3} maxLength={2000} defaultValue={held?.objection ?? ""} />
      </Field>
      {keep.error !== null && <ProblemNotice error={keep.error} />}
      <p className="clearance-acts">
        <button type="submit" className="primary" disabled={keep.isPending}>
          {say(HOUSEHOLD_WORDS.save)}
        </button>
        <button type="button" onClick={close}>
          {say(WORDS.cancel)}
        </button>
      </p>
    </form>
  );
}
