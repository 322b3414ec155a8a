/** Where the highest are equal, the chair proposes one of them, with reasons. */
import { Field, textOf } from "../../../web/forms.tsx";
import { useSay } from "../../../web/language.tsx";
import { ProblemNotice } from "../../../web/states.tsx";
import type { CasePage } from "../pageWords.ts";
import { DayField, useAct } from "./acting.tsx";
import { SCORE_WORDS as WORDS } from "./scoreWords.ts";

type Props = {
  readonly page: CasePage;
  readonly equal: readonly string[];
  readonly names: ReadonlyMap<string, string>;
};

/** The form. */
export function ProposalForm({ page, equal, names }: Props) {
  const say = useSay();
  const act = useAct(page.id, "dossier");
  return (
    <>
      <h3>{say(WORDS.propose)}</h3>
      <form
        className="form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const item = {
            kind: "proposal",
            applicant: textOf(form, "applicant"),
            reason: textOf(form, "reason"),
          };
          act.mutate({ item, on: textOf(form, "on") });
        }}
      >
        <Field label={WORDS.proposed}>
          <select name="applicant" required>
            {equal.map((id) => (
              <option key={id} value={id}>
                {names.get(id) ?? "…"}
              </option>
            ))}
          </select>
        </Field>
        <Field label={WORDS.reason}>
          <textarea name="reason" rows={3} required maxLength={2000} />
        </Field>
        <DayField />
        {act.error !== null && <ProblemNotice error={act.error} />}
        <button type="submit" className="primary" disabled={act.isPending}>
          {say(WORDS.keepProposal)}
        </button>
      </form>
    </>
  );
}
