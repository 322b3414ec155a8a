/** What screens of other folders use of people: showing something only to who may, and the account in the frame. */
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Link, useLocation } from "react-router";
import { remove } from "../../web/api.ts";
import { useSay } from "../../web/language.tsx";
import { Loaded } from "../../web/states.tsx";
import { useHref } from "../../web/view.tsx";
import { type Action, ANONYMOUS, type Answer, may, type Opening } from "../permissions.ts";
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

/**
 * Whether one may do the action somewhere: a role over an area is enough, for only the server knows where a record lies.
 * Undefined until it is known who asks.
 */
export function useRight(action: Action): Answer | undefined {
  const { data } = useSession();
  if (data === undefined) return undefined;
  const right = may(askerOf(data), action);
  return right.ok || right.code === "right.elsewhere" ? { ok: true } : right;
}

/**
 * Which of several pages one may open: told by the action that each asks for. Null until it is known who asks; where that
 * cannot be known, those of everybody.
 */
export function useMayOpen(): ((page: Opening) => boolean) | null {
  const { data, isPending } = useSession();
  if (isPending) return null;
  const asker = data === undefined ? ANONYMOUS : askerOf(data);
  const isAllowed = (action: Action, wholly = false) => {
    const right = may(asker, action);
    return right.ok || (!wholly && right.code === "right.elsewhere");
  };
  return ({ action, wholly, unless }) =>
    (action === undefined || isAllowed(action, wholly)) && (unless === undefined || !isAllowed(unless));
}

/** The account at the screen as records bear it; null: nobody is signed in. */
export function useAccountRef(): string | null {
  const id = useSession().data?.user?.id;
  return id === undefined ? null : `account:${id}`;
}

/** Why the button for an action about the whole register is off; null: it is not. */
export function useWhy(action: Action): string | null {
  const say = useSay();
  const { data } = useSession();
  const right = data === undefined ? { ok: true as const } : may(askerOf(data), action);
  return right.ok ? null : say(right.why);
}

/** Who has signed out here leaves nothing behind on the screen; whose session has ended goes on where they were. */
let hasLeft = false;

type StayingProps = {
  readonly action: Action;
  /** `ended`: what says that the session has ended; null while it goes on. */
  readonly children: (account: string, ended: ReactNode) => ReactNode;
  /** What is said once the session has ended. */
  readonly whenEnded: ReactNode;
};

/**
 * For a form: shows it to who may do the action somewhere, and lets it stay where it is when the session ends, so that
 * nothing typed is lost. Another account begins another form.
 */
export function StaysForWhoMay({ action, children, whenEnded }: StayingProps) {
  const say = useSay();
  const session = useSession();
  const right = useRight(action);
  const signIn = useSignInHref();
  const [kept, setKept] = useState<string | null>(null);
  const account = session.data?.user?.id ?? null;
  const allowed = right?.ok === true ? account : null;
  if (allowed !== null && allowed !== kept) setKept(allowed);
  if (account !== null) hasLeft = false;
  const stays = hasLeft ? null : kept;
  const shown = account === null ? stays : allowed;
  if (shown === null) return <OnlyWhoMay action={action}>{null}</OnlyWhoMay>;
  const ended =
    account === null ? (
      <div className="sign-in-notice" role="alert">
        {whenEnded}
        <p>
          <Link className="button" to={signIn}>
            {say(PEOPLE_WORDS.signIn)}
          </Link>
        </p>
      </div>
    ) : null;
  return <div key={shown}>{children(shown, ended)}</div>;
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
    onSuccess: (answer) => {
      hasLeft = true;
      take(answer);
    },
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
    <div className="nav-own">
      <Link className="nav-name" to={href("/account")}>
        {say(PEOPLE_WORDS.account)}: {user.name}
      </Link>
      <button type="button" className="bare" disabled={signOut.isPending} onClick={() => signOut.mutate()}>
        {say(PEOPLE_WORDS.signOut)}
      </button>
    </div>
  );
}
