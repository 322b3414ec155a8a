/** Whether mail is sent and how sending goes, for administrators. */
import { useQuery } from "@tanstack/react-query";
import { OnlyWhoMay } from "../../people/screens/public.tsx";
import { get } from "../../web/api.ts";
import { useSay } from "../../web/language.tsx";
import { PageHead } from "../../web/page.tsx";
import { Loaded } from "../../web/states.tsx";
import { mailState } from "../vocabulary.ts";
import { REMINDER_WORDS } from "./words.ts";
import "./notices.css";

/** The page `/administration/mail`. */
export function MailPage() {
  const say = useSay();
  return (
    <>
      <PageHead title={say(REMINDER_WORDS.mail)} />
      <OnlyWhoMay action="administerAccounts">
        <State />
      </OnlyWhoMay>
    </>
  );
}

function State() {
  const say = useSay();
  const url = "/api/reminders/mail";
  const answer = useQuery({ queryKey: [url], queryFn: ({ signal }) => get(mailState, url, signal) });
  return (
    <Loaded answer={answer} lines={8}>
      {(state) => (
        <>
          <p>
            {state.mailing
              ? `${say(REMINDER_WORDS.on)} ${state.server ?? ""}, ${say(REMINDER_WORDS.from)} ${state.from ?? ""}.`
              : say(REMINDER_WORDS.off)}
          </p>
          <dl className="mail-state">
            {(["waiting", "sent", "failed", "doubtful"] as const).map((name) => (
              <div key={name} style={{ display: "contents" }}>
                <dt>{say(REMINDER_WORDS[name])}</dt>
                <dd className="figures">{state[name]}</dd>
              </div>
            ))}
            {state.problem !== null && (
              <>
                <dt>{say(REMINDER_WORDS.problem)}</dt>
                <dd>{state.problem}</dd>
              </>
            )}
          </dl>
        </>
      )}
    </Loaded>
  );
}
