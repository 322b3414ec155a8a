/** What administrators do with accounts. Each change is one transaction; one administrator of everything always stays. */
import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { done, type Outcome, RefusalError, refused } from "../kernel/problems.ts";
import { tidy } from "../kernel/text.ts";
import type { Db } from "../platform/database/tables.ts";
import { notFound } from "../platform/http/server.ts";
import { hashPassword } from "../platform/identity/passwords.ts";
import { newTypedSecret } from "../platform/identity/tokens.ts";
import type { PeopleDeps } from "./people.ts";
import { ERASED, LAST_ADMINISTRATOR, NO_DAYS, NO_SUCH_AREA, TAKEN } from "./problems.ts";
import { loginKey, passwordText } from "./rules.ts";
import { deleteSessions, deleteTokens } from "./sessionStore.ts";
import {
  endRole,
  eraseAccount,
  findAccount,
  hasAdministrator,
  insertAccount,
  insertRole,
  knowsSubject,
  lockAccounts,
  setClosed,
  setPassword,
  setPerson,
  setTotp,
} from "./store.ts";
import type { Account, AccountChange, newAccount, newGrant } from "./vocabulary.ts";

/** An account, and the one-time password that was made for it, which is told this once. */
export type Administered = { readonly account: Account; readonly oneTimePassword: string | null };

/** Twenty characters, nearly a hundred bits. */
export function oneTimePassword(): string {
  return newTypedSecret(5);
}

type By<T> = { readonly by: string; readonly given: T };

/** Makes an account without any role, with a one-time password. */
export async function createAccount(
  deps: PeopleDeps,
  { by, given }: By<z.infer<typeof newAccount>>,
): Promise<Outcome<Administered>> {
  const password = oneTimePassword();
  const id = uuidv7();
  const login = tidy(given.login);
  const made = await insertAccount(deps.db, {
    id,
    login,
    loginKey: loginKey(login),
    name: tidy(given.name),
    email: given.email?.toLowerCase() ?? null,
    password: await hashPassword(passwordText(password)),
    mustChange: true,
    oidc: null,
    createdBy: by,
  });
  return made ? done({ account: await getAccount(deps.db, id), oneTimePassword: password }) : refused(TAKEN);
}

async function getAccount(db: Db, id: string): Promise<Account> {
  const found = await findAccount(db, id);
  if (found === null) throw new Error(`no account ${id}`);
  return found;
}

/**
 * Works on one account, with all other changes of accounts waiting. What the work refuses, and what would leave nobody to
 * administer, is undone as a whole.
 */
async function onAccount<T>(
  deps: PeopleDeps,
  id: string,
  work: (trx: Db, account: Account) => Promise<T>,
): Promise<Outcome<T>> {
  try {
    return await deps.db.transaction().execute(async (trx) => {
      await lockAccounts(trx);
      const account = await findAccount(trx, id);
      if (account === null) return notFound("account", id);
      if (account.erasedAt !== null) return refused(ERASED);
      const value = await work(trx, account);
      if (!(await hasAdministrator(trx, deps.today()))) throw new RefusalError([LAST_ADMINISTRATOR]);
      return done(value);
    });
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, problems: error.problems };
    throw error;
  }
}

/** Alters name, e-mail, whether it is closed, or gives a one-time password. Closed, its sessions and tokens end at once. */
export async function changeAccount(
  deps: PeopleDeps,
  id: string,
  change: AccountChange,
): Promise<Outcome<Administered>> {
  const password = change.newPassword === true ? oneTimePassword() : null;
  const hashed = password === null ? null : await hashPassword(passwordText(password));
  return onAccount(deps, id, async (trx, account) => {
    const email = change.email === undefined ? account.email : (change.email?.toLowerCase() ?? null);
    const name = tidy(change.name ?? account.name);
    if (!(await setPerson(trx, id, { name, email }))) throw new RefusalError([TAKEN]);
    if (change.closed !== undefined) await setClosed(trx, id, change.closed ? deps.now() : null);
    if (hashed !== null) {
      await setPassword(trx, id, { password: hashed, mustChange: true });
      // Who lost the telephone has lost the second step as well; both are given anew together.
      await setTotp(trx, id, null);
    }
    if (change.closed === true || hashed !== null) {
      await deleteSessions(trx, id, null);
      await deleteTokens(trx, id);
    }
    return { account: await getAccount(trx, id), oneTimePassword: password };
  });
}

/** Erases what tells of the person. What they recorded keeps the account's bare id as its author. */
export function erase(deps: PeopleDeps, id: string): Promise<Outcome<Account>> {
  return onAccount(deps, id, async (trx) => {
    await deleteSessions(trx, id, null);
    await deleteTokens(trx, id);
    await eraseAccount(trx, id, deps.now());
    return getAccount(trx, id);
  });
}

/** Signs the account out everywhere, but for the session of who does it to themselves. Its tokens stay. */
export function endSessions(deps: PeopleDeps, id: string, own: string | null): Promise<Outcome<Account>> {
  return onAccount(deps, id, async (trx) => {
    await deleteSessions(trx, id, own);
    return getAccount(trx, id);
  });
}

/** Gives a role. The account's sessions end, but for that of who gives it, so that rights never grow in an old one. */
export async function giveRole(
  deps: PeopleDeps,
  id: string,
  { by, given, session }: By<z.infer<typeof newGrant>> & { readonly session: string | null },
): Promise<Outcome<Account>> {
  const from = given.from ?? deps.today();
  if (given.to !== null && given.to <= from) return refused(NO_DAYS);
  return onAccount(deps, id, async (trx) => {
    const { role, over, to } = given;
    if (over.kind !== "everything" && !(await knowsSubject(trx, over)))
      throw new RefusalError([NO_SUCH_AREA]);
    await insertRole(trx, { id: uuidv7(), account: id, role, over, from, to, by });
    await deleteSessions(trx, id, session);
    return getAccount(trx, id);
  });
}

/** Ends a role at once, and the account's sessions with it. */
export function takeRole(
  deps: PeopleDeps,
  id: string,
  { by, given, session }: By<string> & { readonly session: string | null },
): Promise<Outcome<Account>> {
  return onAccount(deps, id, async (trx) => {
    const ended = await endRole(trx, { id: given, account: id, by, at: deps.now() });
    if (!ended) throw new RefusalError(notFound("role", given).problems);
    await deleteSessions(trx, id, session);
    return getAccount(trx, id);
  });
}
