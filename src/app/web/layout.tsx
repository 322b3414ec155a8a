/** The frame of every page: names of the pages on the left, place and day on top, notices, the page itself. */
import { useIsFetching } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { NavLink } from "react-router";
import { AccountControl, useRight, WhereAllowed } from "../../people/screens/public.tsx";
import { SearchButton } from "../../search/screens/public.tsx";
import { useSay } from "../../web/language.tsx";
import { MarkTips } from "../../web/markTips.tsx";
import { useHref, useView } from "../../web/view.tsx";
import { DateControl } from "./dateControl.tsx";
import { Notices } from "./notices.tsx";
import { PlaceControl } from "./placeControl.tsx";
import { PrintHead } from "./printHead.tsx";
import { APP_WORDS, type Health, PAGES } from "./start.ts";
import { LanguageSwitch, ThemeSwitch } from "./switches.tsx";
import "./layout.css";

const Bell = lazy(() =>
  import("../../reminders/screens/bell.tsx").then((screens) => ({ default: screens.Bell })),
);

type LayoutProps = {
  /** Path of the page that is shown; a proof beside it does not change it. */
  readonly pathname: string;
  readonly server: Health;
  readonly children: ReactNode;
};

/** The frame. Another page takes the focus, so that a keyboard goes on from its beginning. */
export function Layout({ pathname, server, children }: LayoutProps) {
  const say = useSay();
  const { lang } = useView();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the path alone
  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <>
      <a className="skip" href="#main">
        {say(APP_WORDS.skip)}
      </a>
      {server.register === "sample" && <p className="sample-banner">{say(APP_WORDS.sample)}</p>}
      <div className="frame">
        <Navigation pathname={pathname} />
        <div className="frame-main">
          <header className="bar">
            <section className="bar-controls" aria-label={say(APP_WORDS.controls)}>
              <PlaceControl />
              <DateControl server={server} />
            </section>
            <SearchButton keys />
            <Switches />
          </header>
          <PrintHead server={server} />
          <main id="main" ref={main} tabIndex={-1}>
            <Notices />
            {children}
          </main>
        </div>
      </div>
      <MarkTips />
      <LoadingStatus />
    </>
  );
}

function Switches() {
  return (
    <div className="switches">
      <LanguageSwitch />
      <ThemeSwitch />
    </div>
  );
}

function Navigation({ pathname }: { readonly pathname: string }) {
  const say = useSay();
  const href = useHref();
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes the list on a phone
  useEffect(() => setOpen(false), [pathname]);
  return (
    <nav className="nav" aria-label={say(APP_WORDS.pages)} data-open={open}>
      <div className="nav-head">
        <NavLink to={href("/")} className="nav-product" end>
          <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path d="M3 4h12v12H3zM18 4h11v5H18zM18 12h11v16H18zM3 19h12v9H3z" />
          </svg>
          <span>
            <strong>{say(APP_WORDS.product)}</strong>
            <small>{say(APP_WORDS.subtitle)}</small>
          </span>
        </NavLink>
        <SearchButton />
        <Switches />
        <button type="button" className="nav-open" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(APP_WORDS.menu)}
        </button>
      </div>
      <ul>
        {PAGES.map((page) => {
          const current = page.path === "/" ? pathname === "/" : pathname.startsWith(page.path);
          return (
            <li key={page.path}>
              {/* The page behind an open proof is the current one, which a NavLink could not know. */}
              <NavLink
                to={href(page.path)}
                className={current ? "nav-link current" : "nav-link"}
                aria-current={current ? "page" : undefined}
              >
                {say(page.label)}
              </NavLink>
            </li>
          );
        })}
        <li className="nav-account">
          <WhereAllowed action="readInternal">
            <Suspense fallback={null}>
              <Bell />
            </Suspense>
          </WhereAllowed>
          <AdministrationLink />
          <AccountControl />
        </li>
      </ul>
    </nav>
  );
}

/** For administrators to the accounts, for auditors to the checks of the register. */
function AdministrationLink() {
  const say = useSay();
  const href = useHref();
  const accounts = useRight("administerAccounts");
  return (
    <WhereAllowed action="verify">
      <NavLink
        to={href(accounts?.ok === true ? "/administration" : "/administration/verification")}
        className="nav-link"
      >
        {say(APP_WORDS.administration)}
      </NavLink>
    </WhereAllowed>
  );
}

/** Tells those who cannot see it that something is being loaded, and when it is there. */
function LoadingStatus() {
  const say = useSay();
  const loading = useIsFetching() > 0;
  const [was, setWas] = useState(false);
  useEffect(() => {
    if (loading) setWas(true);
  }, [loading]);
  return (
    <p role="status" className="visually-hidden">
      {loading ? say(APP_WORDS.loading) : was ? say(APP_WORDS.updated) : ""}
    </p>
  );
}
