/** The way to the search from any page: a button in the head, and Ctrl K. The dialog is loaded when it is first wanted. */
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { useSay } from "../../web/language.tsx";
import type { LoadPages } from "./searchDialog.tsx";
import { SEARCH_WORDS } from "./words.ts";
import "./search.css";

const SearchDialog = lazy(() =>
  import("./searchDialog.tsx").then((screens) => ({ default: screens.SearchDialog })),
);

type ButtonProps = {
  /** Listens for Ctrl K, which only one of a page may. */
  readonly keys?: boolean;
  readonly pages: LoadPages;
};

/** The button. */
export function SearchButton({ keys = false, pages }: ButtonProps) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!keys) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      // The browser would put its own search there.
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [keys]);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <button
        type="button"
        className="search-button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
        title="Ctrl K"
        onClick={() => setOpen(true)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <circle cx="7" cy="7" r="4.5" />
          <path d="m10.5 10.5 4 4" />
        </svg>
        <span className="search-word">{say(SEARCH_WORDS.search)}</span>
        <span className="search-key" aria-hidden="true">
          Ctrl K
        </span>
      </button>
      {open && (
        <Suspense fallback={null}>
          <SearchDialog close={close} pages={pages} />
        </Suspense>
      )}
    </>
  );
}
