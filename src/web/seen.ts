/** Whether a part of the page has come near the reader's sight: what is heavy is loaded only then. */
import { type RefObject, useEffect, useRef, useState } from "react";

/** A place to put on the part, and whether it has been seen; once seen it stays so. */
export function useSeen<E extends Element>(): readonly [RefObject<E | null>, boolean] {
  const place = useRef<E>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (seen || element === null) return;
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some((e) => e.isIntersecting)) setSeen(true);
      },
      { rootMargin: "200px" },
    );
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [seen]);
  return [place, seen];
}
