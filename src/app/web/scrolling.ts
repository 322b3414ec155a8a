/** Keeps a reader's place: a new page begins at its top, going back returns to where one was, a proof beside moves nothing. */
import { useEffect, useLayoutEffect, useRef } from "react";
import { type Location, useNavigationType } from "react-router";

const places = new Map<string, number>();

/** Follows the page that is shown (not the proof beside it). */
export function useScrollKeeping(shown: Location): void {
  const cameBy = useNavigationType();
  const last = useRef<{ key: string; pathname: string } | null>(null);
  useEffect(() => {
    window.history.scrollRestoration = "manual";
    const remember = () => {
      if (last.current !== null) places.set(last.current.key, window.scrollY);
    };
    window.addEventListener("scroll", remember, { passive: true });
    return () => window.removeEventListener("scroll", remember);
  }, []);
  useLayoutEffect(() => {
    const before = last.current;
    last.current = { key: shown.key, pathname: shown.pathname };
    if (before === null || before.key === shown.key) return;
    if (cameBy === "POP") window.scrollTo(0, places.get(shown.key) ?? 0);
    else if (before.pathname !== shown.pathname) window.scrollTo(0, 0);
  }, [shown.key, shown.pathname, cameBy]);
}
