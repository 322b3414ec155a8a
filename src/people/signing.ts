/** Signing in: password, second step, limits. The steps take as long for a login that is not there. */
import { uuidv7 } from "uuidv7";
import { done, type Outcome, type Problem, refused } from "../kernel/problems.ts";
import { commonPasswords } from "../platform/identity/commonPasswords.ts";
import { hashPassword, isPassword } from "../platform/identity/passwords.ts";
import { newToken, newTypedSecret, tokenHash } from "../platform/identity/tokens.ts";
import { newTotpSecret, totpAddress, totpStep } from "../platform/identity/totp.ts";
import { type AttemptKeys, beginAttempt, freeLogin, uncountAttempt } from "./attemptStore.ts";
import type { PeopleDeps } from "./people.ts";
import { CODE_NEEDED, NOT_BEGUN, SAME_PASSWORD, WRONG, WRONG_CODE, waitFirst } from "./problems.ts";
import { loginKey, passwordProblems, passwordText } from "./rules.ts";
import { deleteSessions, insertSession, renewSession } from "./sessionStore.ts";
import {
  type Credentials,
  findCredentials,
  getCredentials,
  setPassword,
  setTotp,
  setTotpPending,
  takeRecoveryCode,
  takeTotpStep,
} from "./store.ts";

/** From where somebody asks; shown to them in the list of their sessions. */
export type From = { readonly address: string; readonly agent: string | null };

type Asked = { readonly login: string; readonly password: string; readonly code?: string | undefined };

/** A refusal to wait carries the seconds for `Retry-After`. */
export type Waiting = { readonly wait: number };

type Tried<T> = Outcome<T> & Partial<Waiting>;

/** Refuses while there is to wait; an attempt counts as failed unless everything was right, or only a code is lacking. */
async function limited<T>(
  deps: PeopleDeps,
  keys: AttemptKeys,
  attempt: () => Promise<Outcome<T>>,
): Promise<Tried<T>> {
  const wait = await beginAttempt(deps.db, keys, deps.now());
  if (wait > 0) return { ...refused(waitFirst(wait)), wait };
  const outcome = await attempt();
  if (outcome.ok) await freeLogin(deps.db, keys);
  // Half of what is needed must not free the login: whoever has the password could else try codes without end.
  else if (outcome.problems.includes(CODE_NEEDED)) await uncountAttempt(deps.db, keys);
  return outcome;
}

/** The account whose login, password and (where it has one) second step these are. */
export function identify(deps: PeopleDeps, asked: Asked, from: From): Promise<Tried<Credentials>> {
  const keys = { login: loginKey(asked.login), address: from.address };
  return limited(deps, keys, async () => {
    const found = await findCredentials(deps.db, keys.login);
    const right = await isPassword(found?.password ?? null, passwordText(asked.password));
    if (found === null || !right) return refused(WRONG);
    if (found.totpSecret === null) return done(found);
    if (asked.code === undefined || asked.code.trim() === "") return refused(CODE_NEEDED);
    return (await isSecondStep(deps, found, asked.code)) ? done(found) : refused(WRONG_CODE);
  });
}

async function isSecondStep(deps: PeopleDeps, of: Credentials, code: string): Promise<boolean> {
  if (of.totpSecret === null) return true;
  const step = totpStep(of.totpSecret, { code, now: deps.now(), last: of.totpStep });
  if (step !== null) return takeTotpStep(deps.db, of.id, step);
  return takeRecoveryCode(deps.db, of.id, recoveryHash(code));
}

function recoveryHash(code: string): Buffer {
  return tokenHash(`recovery ${code.trim().toLowerCase().replace(/\s/g, "")}`);
}

/** Begins a session with a token that nobody knew before; answers the token, which is stored nowhere. */
export async function beginSession(deps: PeopleDeps, account: string, from: From): Promise<string> {
  const token = newToken();
  await insertSession(
    deps.db,
    {
      id: uuidv7(),
      hash: tokenHash(token),
      account,
      now: deps.now(),
      address: from.address,
      agent: from.agent?.slice(0, 300) ?? null,
    },
    deps.times,
  );
  return token;
}

/** The account again, where the person proves with the password that it is still them. */
export async function confirmPassword(
  deps: PeopleDeps,
  of: { readonly account: string; readonly password: string },
  from: From,
): Promise<Tried<Credentials>> {
  const found = await getCredentials(deps.db, of.account);
  const keys = { login: loginKey(found.login), address: from.address };
  return limited(deps, keys, async () => {
    const right = await isPassword(found.password, passwordText(of.password));
    return right ? done(found) : refused(WRONG);
  });
}

type Change = {
  readonly account: string;
  readonly session: string;
  readonly current: string;
  readonly password: string;
};

/** Changes the own password. All other sessions end; this one gets another token, which is answered. */
export async function changePassword(deps: PeopleDeps, change: Change, from: From): Promise<Tried<string>> {
  const confirmed = await confirmPassword(deps, { account: change.account, password: change.current }, from);
  if (!confirmed.ok) return confirmed;
  const wrong = await problemsOf(change.password, confirmed.value);
  if (wrong !== null) return { ok: false, problems: wrong };
  if (passwordText(change.password) === passwordText(change.current)) return refused(SAME_PASSWORD);
  const password = await hashPassword(passwordText(change.password));
  const token = newToken();
  await deps.db.transaction().execute(async (trx) => {
    await setPassword(trx, change.account, { password, mustChange: false });
    await deleteSessions(trx, change.account, change.session);
    await renewSession(trx, change.session, tokenHash(token));
  });
  return done(token);
}

/** What is wrong with a password for a person, or null. */
export async function problemsOf(
  password: string,
  of: { readonly login: string; readonly name: string },
): Promise<readonly [Problem, ...Problem[]] | null> {
  const isCommon = await commonPasswords();
  const [first, ...rest] = passwordProblems(password, { ...of, isCommon });
  return first === undefined ? null : [first, ...rest];
}

/** Shown once: the secret as text, and the address that a telephone reads. */
export type TotpBegun = { readonly secret: string; readonly address: string };

/** Makes a secret that is in use once a code confirms it. */
export async function beginTotp(deps: PeopleDeps, of: Credentials): Promise<TotpBegun> {
  const secret = newTotpSecret();
  await setTotpPending(deps.db, of.id, secret);
  return { secret, address: totpAddress(secret, of.login) };
}

const RECOVERY_CODES = 8;

/** Puts the pending secret into use where the code is right; answers the recovery codes, which are stored as hashes. */
export async function confirmTotp(
  deps: PeopleDeps,
  of: Credentials,
  code: string,
): Promise<Outcome<readonly string[]>> {
  const secret = of.totpPending;
  if (secret === null) return refused(NOT_BEGUN);
  const step = totpStep(secret, { code, now: deps.now(), last: null });
  if (step === null) return refused(WRONG_CODE);
  const codes = Array.from({ length: RECOVERY_CODES }, () => newTypedSecret(4));
  await deps.db
    .transaction()
    .execute((trx) => setTotp(trx, of.id, { secret, step, codes: codes.map(recoveryHash) }));
  return done(codes);
}
