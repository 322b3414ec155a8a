/** What was recorded or proposed, and where to go on. */
import { useEffect, useRef } from "react";
import { Link } from "react-router";
import type { PlainDate } from "../../kernel/dates.ts";
import { useSay } from "../../web/language.tsx";
import { useHref, useView } from "../../web/view.tsx";
import type { LineOfChange } from "../vocabulary.ts";
import { Lines } from "./previewPart.tsx";
import { RECORD_WORDS } from "./words.ts";

export type DoneWith = {
  readonly kind: "recorded" | "proposed";
  readonly lines: readonly LineOfChange[];
  /** Key or id of the zone that was told of; null: another thing was. */
  readonly zone: string | null;
  readonly commit: number | null;
  /** The first day of what was told: the zone is shown no earlier. */
  readonly day: PlainDate;
};

/** Stands in place of the form. */
export function Done({ done, again }: { readonly done: DoneWith; readonly again: () => void }) {
  const say = useSay();
  const href = useHref();
  const { asOf } = useView();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const day = [done.day, asOf].sort().at(-1) ?? asOf;
  return (
    <div className="record-done" role="status" tabIndex={-1} ref={place}>
      <h2>{say(done.kind === "recorded" ? RECORD_WORDS.recordedDone : RECORD_WORDS.proposedDone)}</h2>
      <Lines lines={done.lines} />
      {done.commit !== null && (
        <p className="muted">
          <Link to={href(`/history/${done.commit}`)}>
            {say(RECORD_WORDS.commit)} {done.commit}
          </Link>
        </p>
      )}
      <p className="record-send">
        {done.zone !== null && (
          <Link className="button" to={href(`/zones/${encodeURIComponent(done.zone)}`, { asOf: day })}>
            {say(RECORD_WORDS.seeZone)}
          </Link>
        )}
        {done.kind === "proposed" && (
          <Link className="button" to={href("/proposals")}>
            {say(RECORD_WORDS.seeProposals)}
          </Link>
        )}
        <button type="button" onClick={again}>
          {say(RECORD_WORDS.more)}
        </button>
      </p>
    </div>
  );
}
