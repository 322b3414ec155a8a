/** All accounts, and a form for a new one; for administrators. */
import { useQuery } from "@tanstack/react-query";
import { ShownOnce } from "../../web/action.tsx";
import { get, post } from "../../web/api.ts";
import { formatInstant } from "../../web/format.ts";
import { Field, textOf, useDoing } from "../../web/forms.tsx";
import { useLang, useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { PageHead, Section } from "../../web/page.tsx";
import { Loaded, ProblemNotice } from "../../web/states.tsx";
import { type Column, DataTable } from "../../web/table.tsx";
import { type Account, ROLES } from "../vocabulary.ts";
import { accountList, accountPath, administered } from "./accountAnswers.ts";
import { ACCOUNT_WORDS } from "./accountWords.ts";
import { OnlyWhoMay } from "./public.tsx";
import "./people.css";
import "./accounts.css";

/** The page `/administration`. */
export function AccountsPage() {
  const say = useSay();
  return (
    <>
      <PageHead title={say(ACCOUNT_WORDS.administration)}>
        <p className="lead">{say(ACCOUNT_WORDS.administrationLead)}</p>
      </PageHead>
      <OnlyWhoMay action="administerAccounts">
        <Accounts />
      </OnlyWhoMay>
    </>
  );
}

/** All accounts, as administrators see them. */
export function useAccounts() {
  return useQuery({
    queryKey: ["/api/accounts"],
    queryFn: ({ signal }) => get(accountList, "/api/accounts", signal),
  });
}

function Accounts() {
  const say = useSay();
  const answer = useAccounts();
  return (
    <>
      <Section title={say(ACCOUNT_WORDS.accounts)}>
        <Loaded answer={answer} lines={12}>
          {({ items }) => <AccountTable accounts={items} />}
        </Loaded>
      </Section>
      <Section title={say(ACCOUNT_WORDS.newAccount)}>
        <NewAccount />
      </Section>
    </>
  );
}

/** The state of an account in words. */
export function useStateWords(): (account: Account) => string {
  const say = useSay();
  const lang = useLang();
  return ({ closedAt, erasedAt, mustChange }) => {
    if (erasedAt !== null) return `${say(ACCOUNT_WORDS.erased)} ${formatInstant(erasedAt, lang)}`;
    if (closedAt !== null) return `${say(ACCOUNT_WORDS.closed)} ${formatInstant(closedAt, lang)}`;
    return mustChange
      ? `${say(ACCOUNT_WORDS.open)}, ${say(ACCOUNT_WORDS.mustChange)}`
      : say(ACCOUNT_WORDS.open);
  };
}

function AccountTable({ accounts }: { readonly accounts: readonly Account[] }) {
  const say = useSay();
  const stateWords = useStateWords();
  const columns: Column<Account>[] = [
    {
      key: "name",
      head: say(ACCOUNT_WORDS.name),
      names: true,
      sortBy: (a) => a.name,
      cell: (a) => <ViewLink to={accountPath(a.id)}>{a.name}</ViewLink>,
    },
    { key: "login", head: say(ACCOUNT_WORDS.login), sortBy: (a) => a.login, cell: (a) => a.login ?? "" },
    {
      key: "roles",
      head: say(ACCOUNT_WORDS.roles),
      cell: (a) => [...new Set(a.roles.map((grant) => say(ROLES[grant.role])))].join(", "),
    },
    { key: "state", head: say(ACCOUNT_WORDS.state), cell: stateWords },
  ];
  return (
    <DataTable
      caption={say(ACCOUNT_WORDS.accounts)}
      columns={columns}
      rows={accounts}
      rowKey={(a) => a.id}
      rowTone={(a) => (a.closedAt === null && a.erasedAt === null ? undefined : "quiet")}
    />
  );
}

function NewAccount() {
  const say = useSay();
  const lang = useLang();
  const make = useDoing(
    (given: { readonly login: string; readonly name: string; readonly email: string | null }) =>
      post(administered, `/api/accounts?lang=${lang}`, given),
    { stale: ["/api/accounts"] },
  );
  return (
    <form
      className="form sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const email = textOf(form, "email").trim();
        const given = { login: textOf(form, "login"), name: textOf(form, "name") };
        make.mutate({ ...given, email: email === "" ? null : email }, () => form.reset());
      }}
    >
      <Field label={ACCOUNT_WORDS.name}>
        <input name="name" required maxLength={200} autoComplete="off" />
      </Field>
      <Field label={ACCOUNT_WORDS.login}>
        <input name="login" required maxLength={100} autoComplete="off" autoCapitalize="none" />
      </Field>
      <Field label={ACCOUNT_WORDS.email} hint={ACCOUNT_WORDS.emailHint}>
        <input name="email" type="email" maxLength={200} autoComplete="off" />
      </Field>
      {make.error !== null && <ProblemNotice error={make.error} />}
      {make.data !== undefined && (
        <>
          <ShownOnce label={say(ACCOUNT_WORDS.oneTime)} text={make.data.oneTimePassword ?? ""} />
          <p>
            <ViewLink to={accountPath(make.data.account.id)}>
              {say(ACCOUNT_WORDS.openAccount)}: {make.data.account.name}
            </ViewLink>
          </p>
        </>
      )}
      <button type="submit" className="primary" disabled={make.isPending}>
        {say(ACCOUNT_WORDS.make)}
      </button>
    </form>
  );
}
