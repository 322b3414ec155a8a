/** One plot: what is known of it and from which paper, its outline, what it was made from and became. */
import { useParams } from "react-router";
import { ProceduresOf } from "../../procedures/screens/public.tsx";
import { LeaseLink } from "../../recording/screens/public.tsx";
import { useAnswer } from "../../web/answer.ts";
import { formatDate, formatNumber, sinceInWords } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PaperLink, SubjectLink } from "../../web/links.tsx";
import { PageHead, Section } from "../../web/page.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import { useView } from "../../web/view.tsx";
import { PLOT_ATTRIBUTE_LABELS, PLOT_ENDS, type PlotPage, plotPage, SITES } from "../vocabulary.ts";
import { PlotOutline } from "./plotOutline.tsx";
import { PLOT_WORDS } from "./words.ts";
import "./plotPage.css";

/** The page `/plots/:plot`. */
export function PlotScreen() {
  const { plot = "" } = useParams();
  const answer = useAnswer(plotPage, `/api/plots/${encodeURIComponent(plot)}`);
  return (
    <Loaded answer={answer} lines={28}>
      {(page) => <PlotArticle plot={page} />}
    </Loaded>
  );
}

type PlotProps = { readonly plot: PlotPage };

function PlotArticle({ plot }: PlotProps) {
  const say = useSay();
  return (
    <article>
      <PlotHead plot={plot} />
      <div className="plot-parts">
        <Section title={say(PLOT_WORDS.outline)}>
          {plot.outline === null ? <Empty>{say(PLOT_WORDS.noOutline)}</Empty> : <PlotOutline plot={plot} />}
        </Section>
        <Section title={say(PLOT_WORDS.facts)}>
          <Facts plot={plot} />
        </Section>
      </div>
      {plot.madeFrom.length + plot.became.length > 0 && (
        <Section title={say(PLOT_WORDS.lineage)}>
          <Kin label={say(PLOT_WORDS.madeFrom)} plots={plot.madeFrom} />
          <Kin label={say(PLOT_WORDS.became)} plots={plot.became} />
        </Section>
      )}
      <ProceduresOf subject={{ kind: "plot", id: plot.id, key: plot.key }} />
      <Section title={say(PLOT_WORDS.periods)}>
        <Periods plot={plot} />
      </Section>
    </article>
  );
}

function PlotHead({ plot }: PlotProps) {
  const say = useSay();
  const lang = useLang();
  const { asOf } = useView();
  const area = (value: number | null) =>
    value === null ? (
      <span className="muted">{say(PLOT_WORDS.notKnown)}</span>
    ) : (
      `${formatNumber(value, lang)} m²`
    );
  return (
    <PageHead kicker={plot.landUseLabel} title={`${say(PLOT_WORDS.plot)} ${plot.number}`}>
      <p>
        {say(PLOT_WORDS.of)} <SubjectLink subject={{ ...plot.zone, kind: "zone" }} />
      </p>
      <dl className="plot-lead">
        <div>
          <dt>{say(PLOT_WORDS.status)}</dt>
          <dd>{plot.ended === null ? plot.statusLabel : say(PLOT_ENDS[plot.ended])}</dd>
        </div>
        <div>
          <dt>{say(PLOT_WORDS.measured)}</dt>
          <dd>{area(plot.measured)}</dd>
        </div>
        <div>
          <dt>{say(PLOT_WORDS.printed)}</dt>
          <dd>{area(plot.area)}</dd>
        </div>
      </dl>
      {plot.ended === null && <LeaseLink plot={plot.key ?? plot.id} />}
      {plot.ended !== null && (
        <Empty>
          {say(PLOT_WORDS.ended)} ({formatDate(asOf, lang)}).
        </Empty>
      )}
    </PageHead>
  );
}

/** What its own sections tell already. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(["partOf", "into", "zone"]);

function Facts({ plot }: PlotProps) {
  const say = useSay();
  const lang = useLang();
  const hidden = Object.entries(PLOT_ATTRIBUTE_LABELS).filter(([name]) => plot.hidden.includes(name));
  return (
    <>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say(PLOT_WORDS.fact)}</th>
            <th scope="col">{say(PLOT_WORDS.value)}</th>
            <th scope="col">{say(PLOT_WORDS.paper)}</th>
          </tr>
        </thead>
        <tbody>
          {plot.attributes
            .filter(({ attribute }) => !TOLD_ELSEWHERE.has(attribute))
            .map((fact) => (
              <tr key={fact.attribute}>
                <td>{fact.label}</td>
                <td>{fact.text}</td>
                <td>
                  <PaperLink paper={fact.document} />{" "}
                  <small className="muted">
                    {sinceInWords(fact.sinceKind, fact.since, lang)}
                    {fact.standing === "says" && `, ${say(PLOT_WORDS.onlySays)}`}
                  </small>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      {hidden.length > 0 && (
        <p className="muted">
          {say(PLOT_WORDS.hidden)} {hidden.map(([, label]) => say(label)).join(", ")}.
        </p>
      )}
    </>
  );
}

type KinProps = { readonly label: string; readonly plots: PlotPage["madeFrom"] };

function Kin({ label, plots }: KinProps) {
  if (plots.length === 0) return null;
  return (
    <p>
      {label}{" "}
      {plots.map((kin, i) => (
        <span key={kin.id}>
          {i > 0 && ", "}
          <SubjectLink subject={{ ...kin, kind: "plot" }} />
        </span>
      ))}
    </p>
  );
}

function Periods({ plot }: PlotProps) {
  const say = useSay();
  const lang = useLang();
  const stateOf = ({ ended, site }: PlotPage["periods"][number]) =>
    ended !== null ? say(PLOT_ENDS[ended]) : site === null ? say(PLOT_WORDS.notKnown) : say(SITES[site]);
  return (
    <table className="plain-table plot-periods">
      <thead>
        <tr>
          <th scope="col">{say(PLOT_WORDS.time)}</th>
          <th scope="col">{say(PLOT_WORDS.number)}</th>
          <th scope="col">{say(PLOT_WORDS.site)}</th>
          <th scope="col" className="to-right">
            {say(PLOT_WORDS.area)}
          </th>
        </tr>
      </thead>
      <tbody>
        {plot.periods.map((period) => (
          <tr key={period.from}>
            <td className="figures">
              {period.to === null ? say(PLOT_WORDS.from) : ""} {formatDate(period.from, lang)}
              {period.to !== null && ` – ${formatDate(period.to, lang)}`}
            </td>
            <td className="nowrap">{period.number}</td>
            <td>{stateOf(period)}</td>
            <td className="to-right figures nowrap">
              {period.measured === null ? "" : `${formatNumber(period.measured, lang)} m²`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
