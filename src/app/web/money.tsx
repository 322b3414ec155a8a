/** Money of which papers say that it was allocated, a line for each sum; a sum for several zones is shown undivided. */
import { figurePath } from "../../figures/screens/answers.ts";
import type { FigureAnswer } from "../../figures/vocabulary.ts";
import { isUndivided, type Sum, sumsOf } from "../../reports/allocations.ts";
import { formatPeriod } from "../../web/format.ts";
import { type Messages, useLang, useSay } from "../../web/language.tsx";
import { PaperLinks, SubjectLink } from "../../web/links.tsx";
import { Num, plainNumber } from "../../web/number.tsx";
import { Empty } from "../../web/states.tsx";

const MONEY_WORDS = {
  none: {
    vi: "Chưa có số liệu về vốn đã bố trí cho nơi và ngày này.",
    en: "No allocation on record for this place and day.",
  },
  together: { vi: "chung, chưa tách", en: "together, not split" },
} as const satisfies Messages;

/** The lines of `capital.allocated`. */
export function Money({ figures }: { readonly figures: readonly FigureAnswer[] }) {
  const say = useSay();
  const sums = sumsOf(figures);
  if (sums.length === 0) return <Empty>{say(MONEY_WORDS.none)}</Empty>;
  return (
    <ul className="overview-money">
      {sums.map((sum) => (
        <li key={sum.id}>
          <SumLine sum={sum} />
        </li>
      ))}
    </ul>
  );
}

function SumLine({ sum }: { readonly sum: Sum }) {
  const say = useSay();
  const lang = useLang();
  const { precision = "exact", precisionWord = null, period } = sum;
  return (
    <>
      <p className="money-amount">
        <Num
          number={{ ...plainNumber(sum.amount, "dong"), precision, precisionWord }}
          to={figurePath("capital.allocated")}
          label={sum.label}
        />
      </p>
      <p>
        <SubjectLink subject={{ kind: "entry", id: sum.id, label: sum.label }} />
        {period !== undefined && <span className="figures">, {formatPeriod(period, lang)}</span>}
        {isUndivided(sum) && <span className="muted"> ({say(MONEY_WORDS.together)})</span>}
        {sum.why !== null && <span className="muted"> ({sum.why})</span>}
        <span className="muted">
          {sum.papers.length > 0 && " · "}
          <PaperLinks papers={sum.papers} />
        </span>
      </p>
    </>
  );
}
