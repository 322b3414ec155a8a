/** The card of a plot: areas printed and measured, use, how it stands and since when, by which papers, and its lineage. */
import { useAnswer } from "../../../web/answer.ts";
import { formatDate, formatNumber, quantityText } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { PaperLink, SubjectLink } from "../../../web/links.tsx";
import { Loaded } from "../../../web/states.tsx";
import { type PlotPage, plotPage, SITES, UTILITIES } from "../../vocabulary.ts";
import { CardFrame, Line } from "./mapCard.tsx";
import { MAP_WORDS } from "./words.ts";

type CardProps = { readonly id: string; readonly number: string; readonly close: () => void };

/** A plot by its id. */
export function PlotCard({ id, number, close }: CardProps) {
  const say = useSay();
  const answer = useAnswer(plotPage, `/api/plots/${encodeURIComponent(id)}`, { place: null });
  return (
    <CardFrame title={number} kicker={say(MAP_WORDS.plots)} close={close}>
      <Loaded answer={answer} lines={14}>
        {(plot) => <Facts plot={plot} />}
      </Loaded>
    </CardFrame>
  );
}

function Facts({ plot }: { readonly plot: PlotPage }) {
  const say = useSay();
  const lang = useLang();
  const area = (value: number | null) =>
    value === null ? (
      <span className="muted">{say(MAP_WORDS.notKnown)}</span>
    ) : (
      quantityText(value, "m2", lang)
    );
  return (
    <dl className="map-facts">
      <Line label={say(MAP_WORDS.zone)}>
        <SubjectLink subject={{ kind: "zone", ...plot.zone }} />
      </Line>
      <Line label={say(MAP_WORDS.use)}>{plot.landUseLabel}</Line>
      <Line label={say(MAP_WORDS.status)}>{plot.statusLabel}</Line>
      <Line label={say(MAP_WORDS.site)}>
        {plot.site === null ? (
          <span className="muted">{say(MAP_WORDS.notKnown)}</span>
        ) : (
          say(SITES[plot.site])
        )}
      </Line>
      <Line label={say(MAP_WORDS.since)}>
        <span className="figures">{formatDate(plot.from, lang)}</span>
      </Line>
      <Line label={say(MAP_WORDS.area)}>{area(plot.area)}</Line>
      <Line label={say(MAP_WORDS.measured)}>{area(plot.measured)}</Line>
      {plot.price !== null && (
        <Line label={say(MAP_WORDS.price)}>
          <span className="figures">{formatNumber(plot.price, lang)}</span> {say(MAP_WORDS.perSquareMetre)}
        </Line>
      )}
      {plot.utilities.length > 0 && (
        <Line label={say(MAP_WORDS.utilities)}>
          {plot.utilities.map((u) => say(UTILITIES[u])).join(", ")}
        </Line>
      )}
      {plot.sectors.length > 0 && <Line label={say(MAP_WORDS.sector)}>{plot.sectors.join("; ")}</Line>}
      <Kin label={say(MAP_WORDS.madeFrom)} plots={plot.madeFrom} />
      <Kin label={say(MAP_WORDS.became)} plots={plot.became} />
      <Line label={say(MAP_WORDS.papers)}>
        <ul>
          {plot.documents.map((paper) => (
            <li key={paper.id}>
              <PaperLink paper={paper} />
            </li>
          ))}
        </ul>
      </Line>
    </dl>
  );
}

function Kin({ label, plots }: { readonly label: string; readonly plots: PlotPage["madeFrom"] }) {
  if (plots.length === 0) return null;
  return (
    <Line label={label}>
      {plots.map((plot, at) => (
        <span key={plot.id}>
          {at > 0 && ", "}
          <SubjectLink subject={{ kind: "plot", ...plot }} />
        </span>
      ))}
    </Line>
  );
}
