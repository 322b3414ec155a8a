/** How much room there is: for a page and a proof beside it, or as on a phone. */
import { useSyncExternalStore } from "react";

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", onChange);
      return () => list.removeEventListener("change", onChange);
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
}

/** True from 1100 px on; follows the window. */
export function useWide(): boolean {
  return useMedia("(min-width: 1100px)");
}

/** True below 700 px, where tables become cards; follows the window. */
export function usePhone(): boolean {
  return useMedia("(max-width: 699px)");
}
