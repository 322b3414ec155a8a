/** Sums of which a paper says that they are for this zone; a sum for several zones together is shown as it is, undivided. */
import { formatPeriod, precisionText, quantityText } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PaperLink, ViewLink } from "../../web/links.tsx";
import { Empty } from "../../web/states.tsx";
import type { ZonePage } from "../pageVocabulary.ts";
import { ZONE_WORDS } from "./words.ts";
import "./zoneMoney.css";

type Sum = ZonePage["money"][number];

/** The list of sums. */
export function ZoneMoney({ zone }: { readonly zone: ZonePage }) {
  const say = useSay();
  if (zone.money.length === 0) return <Empty>{say(ZONE_WORDS.noMoney)}</Empty>;
  return (
    <ul className="money">
      {zone.money.map((sum) => (
        <li key={sum.id}>
          <MoneyLine sum={sum} />
        </li>
      ))}
    </ul>
  );
}

function MoneyLine({ sum }: { readonly sum: Sum }) {
  const say = useSay();
  const lang = useLang();
  const word = precisionText(sum.precision, sum.precisionWord, lang);
  return (
    <>
      <p className="money-amount figures">
        {word !== "" && <span className="muted">{`${word} `}</span>}
        {quantityText(sum.amount, "dong", lang)}
      </p>
      <div>
        <p>
          {sum.zones.length > 1 && `${say(ZONE_WORDS.undivided)} `}
          {sum.zones.map((z, at) => (
            <span key={z.id}>
              {at > 0 && ", "}
              <ViewLink to={`/zones/${encodeURIComponent(z.id)}`}>{z.label}</ViewLink>
            </span>
          ))}
          {sum.zones.length > 1 && <span className="muted"> ({say(ZONE_WORDS.notSplit)})</span>}
        </p>
        <p className="muted">
          {sum.period === null ? say(ZONE_WORDS.noYears) : formatPeriod(sum.period, lang)}
          {sum.source !== null && ` · ${sum.source}`}
          {" · "}
          <PaperLink paper={sum.document} />
        </p>
        {sum.note !== null && <p className="muted">{sum.note}</p>}
      </div>
    </>
  );
}
