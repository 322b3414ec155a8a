/** Which day's law is shown, the way to that of today, and the mark of what was not compared. */
import { useLocation } from "react-router";
import type { PlainDate } from "../../kernel/dates.ts";
import { formatDate } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { useSetQuery } from "../../web/view.tsx";
import { PROCEDURE_WORDS } from "./words.ts";
import "./procedures.css";

/** The line above every page of law. */
export function LawDay({ asOf, today }: { readonly asOf: PlainDate; readonly today: PlainDate }) {
  const say = useSay();
  const lang = useLang();
  const setQuery = useSetQuery();
  const { pathname } = useLocation();
  return (
    <p className="law-day">
      <span>{`${say(PROCEDURE_WORDS.lawOf)} ${formatDate(asOf, lang)}`}</span>
      {asOf !== today && (
        <button type="button" className="button" onClick={() => setQuery({ asOf: today })}>
          {say(PROCEDURE_WORDS.lawToday)}
        </button>
      )}
      {pathname !== "/law" && <ViewLink to="/law">{say(PROCEDURE_WORDS.law)}</ViewLink>}
      {pathname === "/law" && <ViewLink to="/procedures">{say(PROCEDURE_WORDS.procedures)}</ViewLink>}
    </p>
  );
}

type NotComparedProps = {
  readonly of: { readonly isLaw: boolean; readonly checked: string };
  /** Where the whole stands beside it already. */
  readonly short?: true;
};

/** Tells how far something was checked, where it may not be told as the law. */
export function NotCompared({ of, short }: NotComparedProps) {
  const say = useSay();
  if (of.isLaw) return null;
  return <span className="not-compared">{short ? say(PROCEDURE_WORDS.notCompared) : of.checked}</span>;
}
