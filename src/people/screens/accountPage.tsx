/** One account, for administrators: roles given and ended, signing in, name, closing and erasing. */
import type { ReactNode } from "react";
import { useParams } from "react-router";
import type { PlainDate } from "../../kernel/dates.ts";
import { ActionButton, ConfirmButton, ShownOnce } from "../../web/action.tsx";
import { patch, remove } from "../../web/api.ts";
import { Field, textOf, useDoing } from "../../web/forms.tsx";
import { useLang, useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { PageHead, Section } from "../../web/page.tsx";
import { Loaded, ProblemNotice } from "../../web/states.tsx";
import { type Account, type AccountChange, type Area, account as accountAnswer } from "../vocabulary.ts";
import { administered, isLastAdministrator } from "./accountAnswers.ts";
import { useAccounts, useStateWords } from "./accountsPage.tsx";
import { ACCOUNT_WORDS } from "./accountWords.ts";
import { type AreaChooser, GiveRole } from "./giveRole.tsx";
import { OnlyWhoMay } from "./public.tsx";
import { RoleList } from "./roles.tsx";
import "./people.css";
import "./accounts.css";

type ScreenProps = {
  readonly today: PlainDate;
  readonly areaName: (area: Area) => ReactNode;
  readonly areaChooser: AreaChooser;
};

/** The page `/administration/:account`. */
export function AccountScreen(props: ScreenProps) {
  return (
    <OnlyWhoMay action="administerAccounts">
      <Found {...props} />
    </OnlyWhoMay>
  );
}

function Found(props: ScreenProps) {
  const { account: id = "" } = useParams();
  const say = useSay();
  const answer = useAccounts();
  return (
    <Loaded answer={answer} lines={20}>
      {({ items }) => {
        const account = items.find((one) => one.id === id);
        if (account === undefined) {
          return (
            <PageHead title={say(ACCOUNT_WORDS.accounts)}>
              <ViewLink to="/administration">{say(ACCOUNT_WORDS.back)}</ViewLink>
            </PageHead>
          );
        }
        const last = isLastAdministrator(account, items, props.today);
        return <AccountArticle key={id} account={account} last={last} {...props} />;
      }}
    </Loaded>
  );
}

type ArticleProps = ScreenProps & {
  readonly account: Account;
  /** Whether nobody else could administer. */
  readonly last: boolean;
};

/** Every act on accounts: what administrators see of them is asked anew afterwards. */
const STALE = { stale: ["/api/accounts", "/api/session"] };

function AccountArticle({ account, last, areaName, areaChooser }: ArticleProps) {
  const say = useSay();
  const lang = useLang();
  const stateWords = useStateWords();
  const end = useDoing(
    (role: string) => remove(accountAnswer, `/api/accounts/${account.id}/roles/${role}?lang=${lang}`),
    STALE,
  );
  const erased = account.erasedAt !== null;
  return (
    <article>
      <PageHead
        kicker={<ViewLink to="/administration">{say(ACCOUNT_WORDS.back)}</ViewLink>}
        title={account.name}
      >
        <p className="muted">
          {[account.login, account.email, stateWords(account)].filter((t) => t !== null).join(" · ")}
        </p>
      </PageHead>
      <Section title={say(ACCOUNT_WORDS.roles)}>
        <RoleList
          roles={account.roles}
          areaName={areaName}
          action={(grant) => (
            <ConfirmButton
              act={() => end.mutate(grant.id)}
              busy={end.isPending}
              why={
                last && grant.role === "administrator" && grant.over.kind === "everything"
                  ? say(ACCOUNT_WORDS.lastAdministrator)
                  : null
              }
              consequence={say(ACCOUNT_WORDS.endRoleFollows)}
            >
              {say(ACCOUNT_WORDS.endRole)}
            </ConfirmButton>
          )}
        />
        {end.error !== null && <ProblemNotice error={end.error} />}
      </Section>
      {!erased && (
        <Section title={say(ACCOUNT_WORDS.giveRole)}>
          <GiveRole account={account.id} areaChooser={areaChooser} />
        </Section>
      )}
      <Section title={say(ACCOUNT_WORDS.access)}>
        <Access account={account} last={last} />
      </Section>
      {!erased && (
        <Section title={say(ACCOUNT_WORDS.person)}>
          <Person account={account} />
        </Section>
      )}
    </article>
  );
}

function useChange(id: string) {
  const lang = useLang();
  return useDoing(
    (change: AccountChange) => patch(administered, `/api/accounts/${id}?lang=${lang}`, change),
    STALE,
  );
}

function Access({ account, last }: Pick<ArticleProps, "account" | "last">) {
  const say = useSay();
  const lang = useLang();
  const url = `/api/accounts/${account.id}`;
  const change = useChange(account.id);
  const signOut = useDoing(() => remove(accountAnswer, `${url}/sessions?lang=${lang}`), STALE);
  const erase = useDoing(() => remove(accountAnswer, `${url}?lang=${lang}`), STALE);
  const erased = account.erasedAt === null ? null : say(ACCOUNT_WORDS.isErased);
  const needed = erased ?? (last ? say(ACCOUNT_WORDS.lastAdministrator) : null);
  const error = change.error ?? signOut.error ?? erase.error;
  const password = change.data?.oneTimePassword ?? null;
  return (
    <div className="account-acts">
      {password !== null && <ShownOnce label={say(ACCOUNT_WORDS.oneTime)} text={password} />}
      <ConfirmButton
        act={() => change.mutate({ newPassword: true })}
        busy={change.isPending}
        why={erased}
        consequence={say(ACCOUNT_WORDS.newPasswordFollows)}
      >
        {say(ACCOUNT_WORDS.newPassword)}
      </ConfirmButton>
      <ConfirmButton
        act={() => signOut.mutate(undefined)}
        busy={signOut.isPending}
        why={erased}
        consequence={say(ACCOUNT_WORDS.endSessionsFollows)}
      >
        {say(ACCOUNT_WORDS.endSessions)}
      </ConfirmButton>
      {signOut.isSuccess && <p role="status">{say(ACCOUNT_WORDS.ended)}</p>}
      {account.closedAt === null ? (
        <ConfirmButton
          act={() => change.mutate({ closed: true })}
          busy={change.isPending}
          why={needed}
          consequence={say(ACCOUNT_WORDS.closeFollows)}
        >
          {say(ACCOUNT_WORDS.close)}
        </ConfirmButton>
      ) : (
        <ActionButton act={() => change.mutate({ closed: false })} busy={change.isPending} why={erased}>
          {say(ACCOUNT_WORDS.reopen)}
        </ActionButton>
      )}
      <ConfirmButton
        act={() => erase.mutate(undefined)}
        busy={erase.isPending}
        why={needed}
        consequence={say(ACCOUNT_WORDS.eraseFollows)}
      >
        {say(ACCOUNT_WORDS.erase)}
      </ConfirmButton>
      {error !== null && <ProblemNotice error={error} />}
    </div>
  );
}

function Person({ account }: { readonly account: Account }) {
  const say = useSay();
  const change = useChange(account.id);
  return (
    <form
      className="form sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        const email = textOf(event.currentTarget, "email").trim();
        change.mutate({ name: textOf(event.currentTarget, "name"), email: email === "" ? null : email });
      }}
    >
      <Field label={ACCOUNT_WORDS.name}>
        <input name="name" required maxLength={200} defaultValue={account.name} autoComplete="off" />
      </Field>
      <Field label={ACCOUNT_WORDS.email} hint={ACCOUNT_WORDS.emailHint}>
        <input
          name="email"
          type="email"
          maxLength={200}
          defaultValue={account.email ?? ""}
          autoComplete="off"
        />
      </Field>
      {change.error !== null && <ProblemNotice error={change.error} />}
      {change.isSuccess && <p role="status">{say(ACCOUNT_WORDS.saved)}</p>}
      <button type="submit" disabled={change.isPending}>
        {say(ACCOUNT_WORDS.save)}
      </button>
    </form>
  );
}
