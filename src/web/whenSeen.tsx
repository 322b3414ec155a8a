/** What is brought only when the reader comes near it; its room is there before, so that nothing jumps. */
import { type ReactNode, Suspense, useCallback, useState } from "react";
import "./whenSeen.css";

type WhenSeenProps = {
  /** Room that is kept, in pixels, of what is awaited. */
  readonly height: number;
  readonly children: ReactNode;
};

/** How far below the window something may begin to load. */
const AHEAD = "160px 0px";

/** The room, and its content from when it is first near the window. */
export function WhenSeen({ height, children }: WhenSeenProps) {
  const [seen, setSeen] = useState(false);
  const watch = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        setSeen(true);
      },
      { rootMargin: AHEAD },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={watch} className="when-seen" data-seen={seen} style={{ minHeight: `${height}px` }}>
      {seen && <Suspense fallback={null}>{children}</Suspense>}
    </div>
  );
}
