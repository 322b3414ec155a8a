/** On the page of the own account: how one wants to be reminded. */
import { useQuery } from "@tanstack/react-query";
import { WhereAllowed } from "../../people/screens/public.tsx";
import { get, put } from "../../web/api.ts";
import { useDoing } from "../../web/forms.tsx";
import { useLang, useSay } from "../../web/language.tsx";
import { Section } from "../../web/page.tsx";
import { Loaded, ProblemNotice } from "../../web/states.tsx";
import { CHOICES, type Choice, choice, choiceAnswer } from "../vocabulary.ts";
import { REMINDER_WORDS } from "./words.ts";

const URL = "/api/reminders/choice";

/** The section, for who has a role. */
export function ReminderChoice() {
  const say = useSay();
  return (
    <WhereAllowed action="readInternal">
      <Section title={say(REMINDER_WORDS.how)}>
        <p className="muted">{say(REMINDER_WORDS.howMore)}</p>
        <Choices />
      </Section>
    </WhereAllowed>
  );
}

function Choices() {
  const say = useSay();
  const lang = useLang();
  const answer = useQuery({ queryKey: [URL], queryFn: ({ signal }) => get(choiceAnswer, URL, signal) });
  const set = useDoing((how: Choice) => put(choiceAnswer, `${URL}?lang=${lang}`, { how }), { stale: [URL] });
  return (
    <Loaded answer={answer} lines={4}>
      {({ how, email, mailing }) => (
        <fieldset className="plain">
          <legend className="visually-hidden">{say(REMINDER_WORDS.how)}</legend>
          {choice.options.map((one) => (
            <p key={one}>
              <label>
                <input
                  type="radio"
                  name="how"
                  checked={how === one}
                  disabled={set.isPending}
                  onChange={() => set.mutate(one)}
                />{" "}
                {say(CHOICES[one])}
              </label>
            </p>
          ))}
          {!mailing && <p className="muted">{say(REMINDER_WORDS.noMail)}</p>}
          {mailing && email === null && <p className="muted">{say(REMINDER_WORDS.noAddress)}</p>}
          {set.isSuccess && <p role="status">{say(REMINDER_WORDS.saved)}</p>}
          {set.error !== null && <ProblemNotice error={set.error} />}
        </fieldset>
      )}
    </Loaded>
  );
}
