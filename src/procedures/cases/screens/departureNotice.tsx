/** Beside a decision that departs from the council: what the council came to, what the decision says, and the field of the reason. */
import { ApiError } from "../../../web/api.ts";
import { Field } from "../../../web/forms.tsx";
import { useSay } from "../../../web/language.tsx";
import { ProblemList, ProblemNotice } from "../../../web/states.tsx";
import { DEPARTURE_WORDS } from "./departureWords.ts";

/** Whether it was refused for departing alone, so that a reason lets it go on. */
export function isDeparture(error: Error | null): error is ApiError {
  return error instanceof ApiError && error.problems.some(({ code }) => code === "case.departs");
}

/** What was refused; where it departs from the council, told as that and no failure, with room for the reason. */
export function RefusedDecision({
  error,
  departed,
}: {
  readonly error: Error | null;
  readonly departed: boolean;
}) {
  const say = useSay();
  return (
    <>
      {error !== null && !isDeparture(error) && <ProblemNotice error={error} />}
      {isDeparture(error) && (
        <div className="heed" role="alert">
          <h3>{say(DEPARTURE_WORDS.title)}</h3>
          <ProblemList problems={error.problems} />
        </div>
      )}
      {departed && (
        <Field label={DEPARTURE_WORDS.reason}>
          <textarea name="reason" rows={3} maxLength={2000} required />
        </Field>
      )}
    </>
  );
}
