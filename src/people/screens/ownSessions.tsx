/** Where one is signed in; each other place can be signed out, or all at once. */
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { ActionButton, ConfirmButton } from "../../web/action.tsx";
import { get, remove } from "../../web/api.ts";
import { formatInstant } from "../../web/format.ts";
import { useDoing } from "../../web/forms.tsx";
import { useLang, useSay } from "../../web/language.tsx";
import { Loaded, ProblemNotice } from "../../web/states.tsx";
import { sessionAnswer } from "../vocabulary.ts";
import { ACCOUNT_WORDS } from "./accountWords.ts";
import { useTakeSession } from "./session.ts";

const sessions = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      here: z.boolean(),
      beganAt: z.string(),
      seenAt: z.string(),
      address: z.string().nullable(),
      agent: z.string().nullable(),
    }),
  ),
});
const ended = z.object({ ended: z.boolean() });

/** The list, the present place first named as such. */
export function OwnSessions() {
  const say = useSay();
  const lang = useLang();
  const take = useTakeSession();
  const answer = useQuery({
    queryKey: ["/api/sessions"],
    queryFn: ({ signal }) => get(sessions, `/api/sessions?lang=${lang}`, signal),
  });
  const end = useDoing((id: string) => remove(ended, `/api/sessions/${id}?lang=${lang}`), {
    stale: ["/api/sessions"],
  });
  const everywhere = useDoing(() => remove(sessionAnswer, `/api/sessions?lang=${lang}`).then(take), {
    stale: [],
  });
  return (
    <Loaded answer={answer} lines={6}>
      {({ items }) => (
        <>
          <ul className="role-list">
            {items.map((session) => (
              <li key={session.id}>
                <p>
                  <strong>{session.address ?? say(ACCOUNT_WORDS.unknownAddress)}</strong>
                  {session.here && ` (${say(ACCOUNT_WORDS.here)})`}{" "}
                  <span className="muted">
                    {say(ACCOUNT_WORDS.began)} {formatInstant(session.beganAt, lang)} ·{" "}
                    {say(ACCOUNT_WORDS.seen)} {formatInstant(session.seenAt, lang)}
                  </span>
                  {session.agent !== null && <small className="muted account-agent">{session.agent}</small>}
                </p>
                {!session.here && (
                  <ActionButton act={() => end.mutate(session.id)} busy={end.isPending}>
                    {say(ACCOUNT_WORDS.endSession)}
                  </ActionButton>
                )}
              </li>
            ))}
          </ul>
          {end.error !== null && <ProblemNotice error={end.error} />}
          <ConfirmButton
            consequence={say(ACCOUNT_WORDS.everywhereFollows)}
            act={() => everywhere.mutate(undefined)}
            busy={everywhere.isPending}
          >
            {say(ACCOUNT_WORDS.everywhere)}
          </ConfirmButton>
          {everywhere.error !== null && <ProblemNotice error={everywhere.error} />}
        </>
      )}
    </Loaded>
  );
}
