/** What both drawings of a schedule share: the link of a mark to its paper, the classes of bars. */
import { type ReactNode, useContext } from "react";
import { SubjectPaths, ViewLink } from "../../web/links.tsx";
import type { Mark } from "./scheduleMarks.ts";

/** Everything in it leads to the paper that tells it. */
export function PaperOf({ mark, children }: { readonly mark: Mark; readonly children: ReactNode }) {
  const paths = useContext(SubjectPaths);
  const path = mark.paper === null ? null : paths({ kind: "document", id: mark.paper.id });
  return path === null ? (
    children
  ) : (
    <ViewLink to={path} className="schedule-link">
      {children}
    </ViewLink>
  );
}

/** What a mark says to who points at it: its words, and its paper where it has one. */
export function titleOf({ paper }: Mark, words: string): string {
  return paper === null ? words : `${words} · ${paper.label}`;
}

/** The rhomb of a single date. */
export function Point({ x, y, mark }: { readonly x: number; readonly y: number; readonly mark: Mark }) {
  return (
    <path
      className={`schedule-point ${mark.kind}`}
      d={`M${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}L${x - 6} ${y}Z`}
    />
  );
}

/** The hatching of what is not known, and the fading start of what may have begun earlier. */
export function Patterns({ id, upright }: { readonly id: string; readonly upright: boolean }) {
  return (
    <defs>
      <pattern
        id={`${id}-hatch`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M0 0V6" className="schedule-hatch" />
      </pattern>
      <linearGradient id={`${id}-fade`} x1="0" y1="0" x2={upright ? 0 : 1} y2={upright ? 1 : 0}>
        <stop offset="0" className="schedule-fade-out" />
        <stop offset="1" className="schedule-fade-in" />
      </linearGradient>
    </defs>
  );
}
