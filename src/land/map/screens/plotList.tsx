/** The plots on the map as a list, by zone; a long one is laid out as it is scrolled to. */
import { quantityText } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import type { MapPlot } from "../vocabulary.ts";
import type { MapChoice } from "./choice.ts";
import { byZone, colourOf, plotCard, type ShownPlots } from "./plotRows.ts";
import { MAP_WORDS } from "./words.ts";

type ListProps = {
  readonly shown: ShownPlots;
  readonly choice: Pick<MapChoice, "colour" | "card">;
  readonly choose: (plot: MapPlot) => void;
};

/** The plots. */
export function PlotList({ shown, choice, choose }: ListProps) {
  const say = useSay();
  return (
    <>
      {byZone(shown.placed).map(({ zone, plots }) => (
        <section key={zone.id} className="map-group" data-group="placed">
          <h3>{zone.label}</h3>
          <Rows plots={plots} choice={choice} choose={choose} />
        </section>
      ))}
      {shown.unplaced.length > 0 && (
        <section className="map-group" data-group="unplaced">
          <h3>{say(MAP_WORDS.withoutShape)}</h3>
          <Rows plots={shown.unplaced} choice={choice} choose={choose} />
        </section>
      )}
    </>
  );
}

type RowsProps = Omit<ListProps, "shown"> & { readonly plots: readonly MapPlot[] };

function Rows({ plots, choice, choose }: RowsProps) {
  const say = useSay();
  const lang = useLang();
  return (
    <ul className="map-rows">
      {plots.map((plot) => {
        const card = plotCard(plot);
        const area = plot.area ?? plot.measured;
        const { step, label } = colourOf(plot, choice.colour);
        return (
          <li key={plot.id}>
            <button
              type="button"
              className="bare map-row"
              data-thing={plot.shape === null ? undefined : card}
              aria-pressed={card === choice.card}
              onClick={() => choose(plot)}
            >
              <span className="map-row-name">{plot.number}</span>
              <span className="map-row-area figures">
                {area === null ? say(MAP_WORDS.notKnown) : quantityText(area, "m2", lang)}
              </span>
              <span className="map-row-stage">
                <span
                  className={step === 0 ? "map-swatch hatched" : "map-swatch"}
                  style={step === 0 ? undefined : { background: `var(--scale-${step})` }}
                  aria-hidden="true"
                />{" "}
                {say(label ?? MAP_WORDS.unknown)}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
