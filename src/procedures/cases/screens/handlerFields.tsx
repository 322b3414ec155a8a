/** Who handles a case: a unit that has not ended, and one of its people. */
import type { Sentence } from "../../../kernel/problems.ts";
import { Field } from "../../../web/forms.tsx";
import { useSay } from "../../../web/language.tsx";
import type { Unit } from "./answers.ts";
import { CASE_WORDS } from "./words.ts";

type Props = {
  readonly units: readonly Unit[];
  readonly unit: string;
  readonly change: (unit: string) => void;
  /** What it means that no officer is chosen. */
  readonly none: Sentence;
};

/** The two choices; the officer is sent as `officer`. */
export function HandlerFields({ units, unit, change, none }: Props) {
  const say = useSay();
  const members = units.find((u) => u.id === unit)?.members ?? [];
  return (
    <>
      <Field label={CASE_WORDS.unit}>
        <select value={unit} onChange={(e) => change(e.target.value)}>
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
          <option value="">{say(none)}</option>
          {members.map((m) => (
            <option key={m.account} value={m.account}>
              {m.name}
            </option>
          ))}
        </select>
      </Field>
    </>
  );
}
