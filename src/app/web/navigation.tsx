/** The list of pages on the left by groups that fold; on a phone a drawer behind one button. */
import { lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import { Link } from "react-router";
import { AccountControl, useMayOpen } from "../../people/screens/public.tsx";
import { SearchButton } from "../../search/screens/public.tsx";
import { useSay } from "../../web/language.tsx";
import { useHref } from "../../web/view.tsx";
import { FIRST_PAGES, fittingGroups, isAt, type NavGroup, type NavPage, PAGE_GROUPS } from "./pages.ts";
import { APP_WORDS } from "./start.ts";
import { Switches } from "./switches.tsx";
import "./navigation.css";

const Unread = lazy(() =>
  import("../../reminders/screens/unread.tsx").then((screens) => ({ default: screens.Unread })),
);

/** All pages by name, for the search. */
export const pagesToFind = () => import("./foundPages.ts").then((part) => part.FOUND_PAGES);

const STORED = "khu.pages";

function storedGroups(): readonly string[] | null {
  try {
    return localStorage.getItem(STORED)?.split(" ") ?? null;
  } catch {
    return null; // A browser may forbid storage; what fits is open then.
  }
}

/** Which groups are open: what was chosen here before, else what fits; the group of another page always. */
function useOpenGroups(groups: readonly NavGroup[], pathname: string) {
  const [chosen, setChosen] = useState(storedGroups);
  // The page on which its own group was folded.
  const [folded, setFolded] = useState<string | null>(null);
  const open = chosen ?? fittingGroups(groups, pathname);
  const isCurrent = (group: NavGroup) => group.pages.some(({ path }) => isAt(path, pathname));
  const isOpen = (group: NavGroup) => (isCurrent(group) ? folded !== pathname : open.includes(group.key));
  const toggle = (group: NavGroup) => {
    const opens = !isOpen(group);
    const next = groups.filter((g) => (g.key === group.key ? opens : isOpen(g))).map(({ key }) => key);
    setChosen(next);
    if (isCurrent(group)) setFolded(opens ? null : pathname);
    try {
      localStorage.setItem(STORED, next.join(" "));
    } catch {
      // Not stored: the choice lasts as long as the page.
    }
  };
  return { isOpen, toggle };
}

/** The drawer of a phone: a chosen page, Escape, a press beside it and leaving it by Tab close it. */
function useDrawer() {
  const nav = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpen(false);
      button.current?.focus();
    };
    const onLeave = ({ target }: Event) => {
      // The shade behind the drawer is drawn by the navigation itself.
      const isInside = target instanceof Node && target !== nav.current && nav.current?.contains(target);
      if (isInside !== true) setOpen(false);
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onLeave);
    document.addEventListener("focusin", onLeave);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onLeave);
      document.removeEventListener("focusin", onLeave);
    };
  }, [open]);
  return { nav, button, open, setOpen };
}

/** The navigation. */
export function Navigation({ pathname }: { readonly pathname: string }) {
  const say = useSay();
  const href = useHref();
  const id = useId();
  const mayOpen = useMayOpen();
  const { nav, button, open, setOpen } = useDrawer();
  const shown = (pages: readonly NavPage[]) => pages.filter((page) => mayOpen?.(page) === true);
  const groups = PAGE_GROUPS.map((g) => ({ ...g, pages: shown(g.pages) }));
  const { isOpen, toggle } = useOpenGroups(groups, pathname);
  const link = (page: NavPage) => <PageLink page={page} pathname={pathname} choose={() => setOpen(false)} />;
  const entry = (page: NavPage) => <li key={page.path}>{link(page)}</li>;
  return (
    <nav ref={nav} className="nav" aria-label={say(APP_WORDS.pages)} data-open={open}>
      <div className="nav-head">
        <Link to={href("/")} className="nav-product" onClick={() => setOpen(false)}>
          <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path d="M3 4h12v12H3zM18 4h11v5H18zM18 12h11v16H18zM3 19h12v9H3z" />
          </svg>
          <span>
            <strong>{say(APP_WORDS.product)}</strong>
            <small>{say(APP_WORDS.subtitle)}</small>
          </span>
        </Link>
        <SearchButton pages={pagesToFind} />
        <Switches />
        <button
          ref={button}
          type="button"
          className="nav-open"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {say(APP_WORDS.menu)}
        </button>
      </div>
      <ul id={id}>
        {/* Before it is known who asks there is nothing: a list that grew would move under the hand. */}
        {mayOpen !== null && (
          <>
            {shown(FIRST_PAGES).map(entry)}
            {groups.map((group) => (
              <li key={group.key} className="nav-group">
                <button
                  type="button"
                  aria-expanded={isOpen(group)}
                  aria-controls={`${id}-${group.key}`}
                  onClick={() => toggle(group)}
                >
                  {say(group.label)}
                </button>
                <ul id={`${id}-${group.key}`} hidden={!isOpen(group)}>
                  {group.pages.map(entry)}
                </ul>
              </li>
            ))}
            <li className="nav-account">
              {mayOpen({ action: "verify" }) &&
                link({
                  // For administrators the accounts, for auditors the checks of the register.
                  path: mayOpen({ action: "administerAccounts", wholly: true })
                    ? "/administration"
                    : "/administration/verification",
                  label: APP_WORDS.administration,
                })}
              <AccountControl />
            </li>
          </>
        )}
      </ul>
    </nav>
  );
}

type LinkProps = {
  readonly page: NavPage;
  readonly pathname: string;
  readonly choose: () => void;
};

function PageLink({ page: { path, label }, pathname, choose }: LinkProps) {
  const say = useSay();
  const href = useHref();
  // The page behind an open proof is the current one, which a NavLink could not know.
  const current = isAt(path, pathname);
  return (
    <Link
      to={href(path)}
      className={current ? "nav-link current" : "nav-link"}
      aria-current={current ? "page" : undefined}
      onClick={choose}
    >
      {say(label)}
      {path === "/notices" && (
        <Suspense fallback={null}>
          <Unread />
        </Suspense>
      )}
    </Link>
  );
}
