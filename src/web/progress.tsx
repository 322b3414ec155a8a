/** Work that takes a while: nothing is shown for half a second, then what is done and how far it is. Its room is kept. */
import { useEffect, useState } from "react";
import { formatNumber } from "./format.ts";
import { useLang } from "./language.tsx";
import "./progress.css";

/** Milliseconds in which nobody asks what is going on. */
const PATIENCE = 500;

/** Whether something has gone on for longer than half a second. */
export function useLate(busy: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!busy) return setLate(false);
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [busy]);
  return busy && late;
}

type ProgressProps = {
  readonly busy: boolean;
  /** What is being done; said once to those who listen. */
  readonly label: string;
  /** How many of how many; without them nobody knows how long it takes. */
  readonly done?: number;
  readonly total?: number;
};

/** The line and its bar. It stays in its place, empty, while nothing is being done. */
export function Progress({ busy, label, done, total }: ProgressProps) {
  const lang = useLang();
  const late = useLate(busy);
  const counted = done !== undefined && total !== undefined && total > 0;
  return (
    <div className="progress">
      <p role="status" aria-live="polite">
        {late && label}
      </p>
      {late && (
        <>
          {counted && (
            <p className="progress-count figures" aria-hidden="true">
              {formatNumber(done, lang)} / {formatNumber(total, lang)}
            </p>
          )}
          <progress aria-label={label} {...(counted ? { value: done, max: total } : {})} />
        </>
      )}
    </div>
  );
}
