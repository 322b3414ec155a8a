/** A zone as it was known at an earlier moment: each attribute that is known otherwise now. */
import { useAnswer } from "../../web/answer.ts";
import { KnownAtControl } from "../../web/knownAtControl.tsx";
import { useSay } from "../../web/language.tsx";
import { type ZonePage, zonePage } from "../pageVocabulary.ts";
import { knownOtherwise } from "./knownOtherwise.ts";
import { ZONE_WORDS } from "./words.ts";

/** The control, and under an earlier state what is known otherwise now. */
export function ZoneKnownAt({ zone }: { readonly zone: ZonePage }) {
  return <KnownAtControl difference={<Difference zone={zone} />} />;
}

function Difference({ zone }: { readonly zone: ZonePage }) {
  const say = useSay();
  const now = useAnswer(zonePage, `/api/zones/${encodeURIComponent(zone.id)}`, { knownAt: null });
  if (now.data === undefined) return <p>{"\u00a0"}</p>;
  const lines = knownOtherwise(zone, now.data);
  if (lines.length === 0) return <p>{say(ZONE_WORDS.knownSame)}</p>;
  const shown = (text: string | null) => text ?? say(ZONE_WORDS.notKnown);
  return (
    <ul className="known-at-lines">
      {lines.map((line) => (
        <li key={line.attribute}>
          {line.label}: <strong>{shown(line.earlier)}</strong>; {say(ZONE_WORDS.knownNow)}:{" "}
          <strong>{shown(line.now)}</strong>
        </li>
      ))}
    </ul>
  );
}
