/** A date by which something is due, with what is left in words; red only where it is past. */
import type { PlainDate } from "../../../kernel/dates.ts";
import { formatDate } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { useView } from "../../../web/view.tsx";
import { leftInWords } from "./answers.ts";
import { CASE_WORDS } from "./words.ts";

type DueProps = { readonly on: PlainDate; readonly left: number | null; readonly working: boolean };

/** `15/12/2026 · còn 3 ngày làm việc`. */
export function DueText({ on, left, working }: DueProps) {
  const say = useSay();
  const lang = useLang();
  const { namedDay } = useView();
  return (
    <span>
      <span className="figures nowrap">{formatDate(on, lang)}</span>
      {left !== null && (
        <small className={left < 0 ? "case-left past-limit" : "case-left muted"}>
          {say(left === 0 && namedDay !== null ? CASE_WORDS.dueThatDay : leftInWords({ left, working }))}
        </small>
      )}
    </span>
  );
}
