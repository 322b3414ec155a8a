/** What is brought only when the reader comes near it; its room is there before, so that nothing jumps. */
import { type ReactNode, Suspense } from "react";
import { useSeen } from "./seen.ts";
import "./whenSeen.css";

type WhenSeenProps = {
  /** Room that is kept, in pixels, of what is awaited. */
  readonly height: number;
  readonly children: ReactNode;
};

/** The room, and its content from when it is first near the window. */
export function WhenSeen({ height, children }: WhenSeenProps) {
  const [place, seen] = useSeen<HTMLDivElement>();
  return (
    <div ref={place} className="when-seen" data-seen={seen} style={{ minHeight: `${height}px` }}>
      {seen && <Suspense fallback={null}>{children}</Suspense>}
    </div>
  );
}
