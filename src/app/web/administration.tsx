/** The parts of administration, above each of its pages: which of them there are for who asks. */
import { NavLink, Outlet } from "react-router";
import { WhereAllowed } from "../../people/screens/public.tsx";
import { useSay } from "../../web/language.tsx";
import { useHref } from "../../web/view.tsx";
import { APP_WORDS } from "./start.ts";
import "./administration.css";

/** The parts, in their order. */
export const ADMINISTRATION_PARTS = [
  { path: "/administration", action: "administerAccounts", label: APP_WORDS.accounts },
  { path: "/administration/units", action: "administerAccounts", label: APP_WORDS.units },
  { path: "/administration/mail", action: "administerAccounts", label: APP_WORDS.mail },
  { path: "/administration/settings", action: "readHistory", label: APP_WORDS.settings },
  { path: "/administration/verification", action: "verify", label: APP_WORDS.verification },
] as const;

/** A page of administration under the names of all of them. */
export function Administration() {
  const say = useSay();
  const href = useHref();
  return (
    <>
      <nav className="parts" aria-label={say(APP_WORDS.administration)}>
        {ADMINISTRATION_PARTS.map(({ path, action, label }) => (
          <WhereAllowed key={path} action={action}>
            <NavLink to={href(path)} end>
              {say(label)}
            </NavLink>
          </WhereAllowed>
        ))}
      </nav>
      <Outlet />
    </>
  );
}
