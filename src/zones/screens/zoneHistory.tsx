/** What was recorded about a zone, by whom and on which paper: folded away, since only those who check need it. */
import { CorrectLink } from "../../recording/screens/public.tsx";
import { formatInstant } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PaperLink, ViewLink } from "../../web/links.tsx";
import type { ZonePage } from "../pageVocabulary.ts";
import { zonePath } from "./answers.ts";
import { ZONE_WORDS } from "./words.ts";

/** The folded history; every entry leads to what was known then. */
export function ZoneHistory({ zone }: { readonly zone: ZonePage }) {
  const say = useSay();
  const lang = useLang();
  if (zone.history.length === 0) return null;
  return (
    <details className="section">
      <summary>
        {say(ZONE_WORDS.history)} ({zone.history.length})
      </summary>
      <ol className="proof-list">
        {zone.history.map((entry) => (
          <li key={entry.id}>
            <p>
              <strong>{say(ZONE_WORDS[entry.kind])}</strong>: {entry.text}
            </p>
            <p className="muted">
              {say(ZONE_WORDS.commit)} {entry.commit} · {formatInstant(entry.at, lang)} ·{" "}
              {entry.proposer === undefined
                ? entry.author
                : `${say(ZONE_WORDS.proposedBy)} ${entry.proposer}, ${say(ZONE_WORDS.approvedBy)} ${entry.author}`}{" "}
              · <PaperLink paper={entry.document} /> ·{" "}
              <ViewLink to={`${zonePath(zone)}?knownAt=${entry.commit}`}>
                {say(ZONE_WORDS.asKnownThen)}
              </ViewLink>
              {entry.correctable === true && (
                <>
                  {" · "}
                  <CorrectLink
                    of={{ kind: "zone", subject: zone.key ?? zone.id, id: entry.id }}
                    said={entry.text}
                  />
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
      <p>
        <ViewLink to={`/history?subject=${zone.id}`}>{say(ZONE_WORDS.wholeHistory)}</ViewLink>
      </p>
    </details>
  );
}
