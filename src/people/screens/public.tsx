/** What screens of other folders use of people: showing something only to who may, and the account in the frame. */
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";
import { remove } from "../../web/api.ts";
import { useSay } from "../../web/language.tsx";
import { Loaded } from "../../web/states.tsx";
import { useHref } from "../../web/view.tsx";
import { type Action, may } from "../permissions.ts";
import { sessionAnswer } from "../vocabulary.ts";
import { askerOf, useSession, useTakeSession } from "./session.ts";
import { PEOPLE_WORDS } from "./words.ts";
import "./people.css";

/** Address of the page for signing in, from which one comes back to the present page. */
function useSignInHref(): string {
  const href = useHref();
  const { pathname, search } = useLocation();
  return href("/dang-nhap", pathname === "/dang-nhap" ? {} : { return: `${pathname}${search}` });
}

type AllowedProps = { readonly action: Action; readonly children: ReactNode };

/** Shows the children to who may do the action, and nothing to others. */
export function WhereAllowed({ action, children }: AllowedProps) {
  const { data } = useSession();
  return data !== undefined && may(askerOf(data), action).ok ? children : null;
}

/** Shows the children to who may do the action; to others why not, where to sign in, and what stands `otherwise`. */
export function OnlyWhoMay({
  action,
  children,
  otherwise,
}: AllowedProps & { readonly otherwise?: ReactNode }) {
  const say = useSay();
  const session = useSession();
  const signIn = useSignInHref();
  return (
    <Loaded answer={session} lines={8}>
      {(value) => {
        const right = may(askerOf(value), action);
        if (right.ok) return children;
        const signedIn = value.user !== null && right.code !== "password.mustChange";
        return (
          <>
            <div className="sign-in-notice">
              <h2>{say(signedIn ? PEOPLE_WORDS.notAllowed : PEOPLE_WORDS.needed)}</h2>
              <p>{say(right.why)}</p>
              {!signedIn && (
                <p>
                  <Link className="button" to={signIn}>
                    {say(value.user === null ? PEOPLE_WORDS.signIn : PEOPLE_WORDS.change)}
                  </Link>
                </p>
              )}
            </div>
            {otherwise}
          </>
        );
      }}
    </Loaded>
  );
}

/** In the frame of every page: who is signed in, and the way in or out. */
export function AccountControl() {
  const say = useSay();
  const session = useSession();
  const signIn = useSignInHref();
  const href = useHref();
  const take = useTakeSession();
  const signOut = useMutation({
    mutationFn: () => remove(sessionAnswer, "/api/session"),
    onSuccess: take,
  });
  if (session.data === undefined) return null;
  const { user } = session.data;
  if (user === null) {
    return (
      <Link className="nav-link" to={signIn}>
        {say(PEOPLE_WORDS.signIn)}
      </Link>
    );
  }
  return (
    <>
      <Link className="nav-name" to={href("/account")}>
        {say(PEOPLE_WORDS.account)}: {user.name}
      </Link>
      <button type="button" className="bare" disabled={signOut.isPending} onClick={() => signOut.mutate()}>
        {say(PEOPLE_WORDS.signOut)}
      </button>
    </>
  );
}
