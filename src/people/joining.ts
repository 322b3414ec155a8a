/** Which account is meant by a person whom the identity provider vouches for. */
import { uuidv7 } from "uuidv7";
import { done, type Outcome, refused } from "../kernel/problems.ts";
import { tidy } from "../kernel/text.ts";
import type { OidcPerson } from "../platform/identity/oidc.ts";
import { newTypedSecret } from "../platform/identity/tokens.ts";
import type { PeopleDeps } from "./people.ts";
import { CLOSED } from "./problems.ts";
import { loginKey } from "./rules.ts";
import { findByProvider, insertAccount, joinProvider, lockAccounts } from "./store.ts";

/**
 * The id of the account of this subject; else of the one that an administrator prepared with the e-mail that the provider
 * has verified, which is joined from now on; else of a new one without any role. Refused where it is closed.
 */
export function accountOfPerson(deps: PeopleDeps, person: OidcPerson): Promise<Outcome<string>> {
  return deps.db.transaction().execute(async (trx) => {
    await lockAccounts(trx);
    const found = await findByProvider(trx, person);
    if (found !== null) {
      if (found.closed) return refused(CLOSED);
      if (!found.joined) await joinProvider(trx, found.id, person);
      return done(found.id);
    }
    const id = uuidv7();
    const wanted = tidy(person.login ?? person.email ?? person.name ?? "").slice(0, 90);
    // The login of another must not be had by calling oneself so elsewhere: then a few characters are put behind.
    for (const login of [wanted, `${wanted}-${newTypedSecret(1)}`].map((l) =>
      l === "" ? newTypedSecret(2) : l,
    )) {
      const made = await insertAccount(trx, {
        id,
        login,
        loginKey: loginKey(login),
        name: tidy(person.name ?? person.login ?? "").slice(0, 200) || login,
        email: null,
        password: null,
        mustChange: false,
        oidc: { issuer: person.issuer, subject: person.subject },
        createdBy: `account:${id}`,
      });
      if (made) return done(id);
    }
    throw new Error("no login was free");
  });
}
