/** How a published value compares with the register's: a word and a shape, never a colour alone. */
import { quantityText } from "../../web/format.ts";
import { useLang } from "../../web/language.tsx";
import type { Verdict } from "../vocabulary.ts";
import { VERDICT_MEANINGS, VERDICT_WORDS } from "./words.ts";
import "./verdict.css";

const SIGNS = { agrees: "=", differs: "≠", sameSource: "↺", notDerivable: "?" } as const satisfies Record<
  Verdict,
  string
>;

type VerdictProps = {
  readonly verdict: Verdict;
  readonly differsBy?: number | null;
  readonly unit?: string | null;
};

/** The verdict in words, with the difference. */
export function VerdictMark({ verdict, differsBy = null, unit = null }: VerdictProps) {
  const lang = useLang();
  return (
    <span className="verdict" data-verdict={verdict} title={VERDICT_MEANINGS[verdict][lang]}>
      <span className="verdict-sign" aria-hidden="true">
        {SIGNS[verdict]}
      </span>
      {VERDICT_WORDS[verdict][lang]}
      {differsBy !== null && verdict === "differs" && (
        <span className="figures">{` ${quantityText(Math.abs(differsBy), unit, lang)}`}</span>
      )}
    </span>
  );
}

/** Of how many records behind an agreement the published paper is no source. */
export function Independent({ count }: { readonly count: number | null }) {
  const lang = useLang();
  if (count === null || count === 0) return null;
  const words =
    lang === "vi"
      ? `${count} bản ghi không dựa vào văn bản này`
      : `${count} of the records do not rest on this paper`;
  return <small className="muted">{words}</small>;
}
