/** The own access tokens, for the command line and other programs: made, shown once, taken away. */
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { ActionButton, ShownOnce } from "../../web/action.tsx";
import { get, post, remove } from "../../web/api.ts";
import { formatInstant } from "../../web/format.ts";
import { Field, textOf, useDoing } from "../../web/forms.tsx";
import { useLang, useSay } from "../../web/language.tsx";
import { Empty, Loaded, ProblemNotice } from "../../web/states.tsx";
import { ACCOUNT_WORDS } from "./accountWords.ts";

const tokens = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      createdAt: z.string(),
      endsAt: z.string(),
      usedAt: z.string().nullable(),
    }),
  ),
});
const made = z.object({ id: z.string(), token: z.string(), endsAt: z.string() });
const ended = z.object({ ended: z.boolean() });
const STALE = { stale: ["/api/tokens"] };

/** The list and the form. */
export function OwnTokens() {
  const say = useSay();
  const lang = useLang();
  const answer = useQuery({
    queryKey: ["/api/tokens"],
    queryFn: ({ signal }) => get(tokens, `/api/tokens?lang=${lang}`, signal),
  });
  const end = useDoing((id: string) => remove(ended, `/api/tokens/${id}?lang=${lang}`), STALE);
  return (
    <>
      <p className="reading muted">{say(ACCOUNT_WORDS.tokensLead)}</p>
      <Loaded answer={answer} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{say(ACCOUNT_WORDS.noTokens)}</Empty>
          ) : (
            <ul className="role-list">
              {items.map((token) => (
                <li key={token.id}>
                  <p>
                    <strong>{token.name}</strong>{" "}
                    <span className="muted">
                      {say(ACCOUNT_WORDS.ends)} {formatInstant(token.endsAt, lang)} ·{" "}
                      {token.usedAt === null
                        ? say(ACCOUNT_WORDS.neverUsed)
                        : `${say(ACCOUNT_WORDS.used)} ${formatInstant(token.usedAt, lang)}`}
                    </span>
                  </p>
                  <ActionButton act={() => end.mutate(token.id)} busy={end.isPending}>
                    {say(ACCOUNT_WORDS.endToken)}
                  </ActionButton>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {end.error !== null && <ProblemNotice error={end.error} />}
      <NewToken />
    </>
  );
}

function NewToken() {
  const say = useSay();
  const lang = useLang();
  const make = useDoing(
    (given: { readonly name: string; readonly days: number }) =>
      post(made, `/api/tokens?lang=${lang}`, given),
    STALE,
  );
  return (
    <form
      className="form sign-in account-form"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const given = { name: textOf(form, "name"), days: Number(textOf(form, "days")) };
        make.mutate(given, () => form.reset());
      }}
    >
      <Field label={ACCOUNT_WORDS.tokenName} hint={ACCOUNT_WORDS.tokenNameHint}>
        <input name="name" required maxLength={100} autoComplete="off" />
      </Field>
      <Field label={ACCOUNT_WORDS.tokenDays}>
        <input name="days" type="number" min={1} max={366} defaultValue={90} required />
      </Field>
      {make.error !== null && <ProblemNotice error={make.error} />}
      {make.data !== undefined && <ShownOnce label={say(ACCOUNT_WORDS.tokenOnce)} text={make.data.token} />}
      <button type="submit" disabled={make.isPending}>
        {say(ACCOUNT_WORDS.makeToken)}
      </button>
    </form>
  );
}
