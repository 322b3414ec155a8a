/** The moves of a zone's courses that are not the usual ones: when, from what to what, why, on which paper. */
import { formatDate } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PaperLink } from "../../web/links.tsx";
import type { ZonePage } from "../pageVocabulary.ts";
import { ZONE_WORDS } from "./words.ts";

/** The list; the page leaves the section out where there is none. */
export function ZoneMoves({ zone }: { readonly zone: ZonePage }) {
  const say = useSay();
  const lang = useLang();
  return (
    <ol className="proof-list">
      {zone.unusualMoves.map((move) => (
        <li key={`${move.course} ${move.on}`}>
          <p>
            <strong>{move.label}</strong>: {move.from} <span aria-hidden="true">→</span> {move.to}{" "}
            <span className="muted">
              {say(ZONE_WORDS.from)} {formatDate(move.on, lang)}
            </span>
          </p>
          <p>
            {move.reason ?? <span className="muted">{say(ZONE_WORDS.noReason)}</span>} ·{" "}
            <PaperLink paper={move.document} />
          </p>
        </li>
      ))}
    </ol>
  );
}
