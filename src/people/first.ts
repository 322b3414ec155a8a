/** The first administrator of a register in which nobody can sign in yet. */
import { uuidv7 } from "uuidv7";
import { done, type Outcome } from "../kernel/problems.ts";
import { hashPassword } from "../platform/identity/passwords.ts";
import { oneTimePassword } from "./administering.ts";
import type { PeopleDeps } from "./people.ts";
import { loginKey, passwordText } from "./rules.ts";
import { problemsOf } from "./signing.ts";
import { hasAccounts, insertAccount, insertRole, lockAccounts } from "./store.ts";

export const FIRST_LOGIN = "admin";
const FIRST_NAME = "Quản trị";

export type FirstAsked = {
  /** null: one is made up, which must be changed at the first sign-in. */
  readonly password: string | null;
  readonly by: string;
  /** Told the one that was made up, before it counts: a process that dies in between must leave nobody locked out. */
  readonly tell: (login: string, oneTimePassword: string) => void;
};

/**
 * Makes the account `admin` where there is no account at all, with the role of administrator over everything; false where
 * there is one. Refused where the given password is too weak.
 */
export async function firstAdministrator(
  deps: Pick<PeopleDeps, "db" | "today">,
  of: FirstAsked,
): Promise<Outcome<boolean>> {
  if (await hasAccounts(deps.db)) return done(false);
  if (of.password !== null) {
    const wrong = await problemsOf(of.password, { login: FIRST_LOGIN, name: FIRST_NAME });
    if (wrong !== null) return { ok: false, problems: wrong };
  }
  const password = of.password ?? oneTimePassword();
  const hashed = await hashPassword(passwordText(password));
  const made = await deps.db.transaction().execute(async (trx) => {
    await lockAccounts(trx);
    // Another process may have begun at the same moment.
    if (await hasAccounts(trx)) return false;
    const id = uuidv7();
    await insertAccount(trx, {
      id,
      login: FIRST_LOGIN,
      loginKey: loginKey(FIRST_LOGIN),
      name: FIRST_NAME,
      email: null,
      password: hashed,
      mustChange: of.password === null,
      oidc: null,
      createdBy: of.by,
    });
    await insertRole(trx, {
      id: uuidv7(),
      account: id,
      role: "administrator",
      over: { kind: "everything" },
      from: deps.today(),
      to: null,
      by: of.by,
    });
    if (of.password === null) of.tell(FIRST_LOGIN, password);
    return true;
  });
  return done(made);
}
