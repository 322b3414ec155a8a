/** The head of a page and its sections. */
import { type ReactNode, useEffect, useId } from "react";
import { useLocation } from "react-router";
import { formatDate } from "./format.ts";
import { useLang, useSay } from "./language.tsx";
import { useView } from "./view.tsx";
import { WORDS } from "./words.ts";
import "./page.css";

type PageHeadProps = {
  /** One line above the title, e.g. the kind of thing. */
  readonly kicker?: ReactNode;
  readonly title: string;
  /** The title of the tab, where another page bears the same title. */
  readonly tab?: string;
  readonly children?: ReactNode;
};

/** Title of the page, also of the browser's tab. */
export function PageHead({ kicker, title, tab = title, children }: PageHeadProps) {
  useEffect(() => {
    document.title = `${tab} · Khu`;
  }, [tab]);
  return (
    <header className="page-head">
      {kicker !== undefined && <p className="kicker">{kicker}</p>}
      <h1>{title}</h1>
      {children}
    </header>
  );
}

/** What a page of work answers, in a sentence, and of which day it is. */
export function DatedLead({ children }: { readonly children: string }) {
  const say = useSay();
  const lang = useLang();
  const { asOf } = useView();
  return (
    <p className="lead">
      {children} {say(WORDS.asOf)} <span className="nowrap">{formatDate(asOf, lang)}</span>.
    </p>
  );
}

type SectionProps = {
  readonly title: ReactNode;
  readonly id?: string;
  /** Stands at the end of the title's line: a link, a count. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

/** A named part of a page. */
export function Section({ title, id, aside, children }: SectionProps) {
  const headingId = useId();
  return (
    <section className="section" id={id} aria-labelledby={headingId}>
      <div className="section-head">
        <h2 id={headingId}>{title}</h2>
        {aside !== undefined && <div className="section-aside">{aside}</div>}
      </div>
      {children}
    </section>
  );
}

/** Brings the part that the address names (`#area`) into sight once it is there. */
export function useAnchor(ready: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (!ready || hash === "") return;
    const target = document.getElementById(decodeURIComponent(hash.slice(1)));
    target?.scrollIntoView({ block: "center" });
    target?.setAttribute("data-target", "true");
    return () => target?.removeAttribute("data-target");
  }, [ready, hash]);
}
