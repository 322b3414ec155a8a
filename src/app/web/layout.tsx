/** The frame of every page: names of the pages on the left, place and day on top, notices, the page itself. */
import { useIsFetching } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { SearchButton } from "../../search/screens/public.tsx";
import { useSay } from "../../web/language.tsx";
import { MarkTips } from "../../web/markTips.tsx";
import { useView } from "../../web/view.tsx";
import { DateControl } from "./dateControl.tsx";
import { Navigation, pagesToFind } from "./navigation.tsx";
import { Notices } from "./notices.tsx";
import { PlaceControl } from "./placeControl.tsx";
import { PrintHead } from "./printHead.tsx";
import { APP_WORDS, type Health } from "./start.ts";
import { Switches } from "./switches.tsx";
import "./layout.css";

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
            <SearchButton keys pages={pagesToFind} />
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
