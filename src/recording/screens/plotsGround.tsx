/** How the plots of a zone add up on the day, held against the area that its papers decide. */
import type { PlotGround } from "../../land/drawing/vocabulary.ts";
import { formatDate, formatNumber, quantityText } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { PLOTS_WORDS } from "./plotsWords.ts";

/** m² as a person reads them, with one decimal. */
export function SquareMetres({ area }: { readonly area: number }) {
  const lang = useLang();
  return (
    <span className="figures nowrap">
      {formatNumber(area, lang, 1)} <small className="muted">m²</small>
    </span>
  );
}

/** The code of a coordinate system, as surveyors name it. */
export function codeOf(epsg: number): string {
  return `EPSG:${epsg}`;
}

/** Zone, day, plane, and what is drawn of the decided area; the difference is said, not hidden. */
export function GroundLine({ ground }: { readonly ground: PlotGround }) {
  const say = useSay();
  const lang = useLang();
  const { zone, plane, decided, measured, sums, drawn, difference, hidden, asOf } = ground;
  const ha = (area: number) => quantityText(Math.round(area), "m2", lang);
  return (
    <div className="plots-ground">
      <p className="record-zone">
        <ViewLink to={`/zones/${encodeURIComponent(zone.key ?? zone.id)}`}>{zone.label}</ViewLink>
      </p>
      <p>
        {say(PLOTS_WORDS.onDay)} {formatDate(asOf, lang)}. {say(PLOTS_WORDS.plane)}: {plane.name}{" "}
        <span className="muted nowrap">({codeOf(plane.epsg)})</span>.
      </p>
      {decided !== null && (
        <p>
          {say(PLOTS_WORDS.decided)}: {ha(decided)}
          {measured !== null && ` (${say(PLOTS_WORDS.outlined)}: ${ha(measured)})`}.
        </p>
      )}
      {sums.length > 0 && (
        <p>
          {say(PLOTS_WORDS.drawnSum)} {ha(drawn)}:{" "}
          {sums
            .map(
              ({ label, area, plots }) =>
                `${label.toLowerCase()} ${ha(area)} (${plots} ${say(PLOTS_WORDS.plots)})`,
            )
            .join("; ")}
          .{" "}
          {difference !== null &&
            difference !== 0 &&
            `${say(difference < 0 ? PLOTS_WORDS.fewer : PLOTS_WORDS.more)} ${ha(Math.abs(difference))}.`}
        </p>
      )}
      {hidden > 0 && (
        <p className="muted">
          {hidden} {say(PLOTS_WORDS.hiddenPlots)}.
        </p>
      )}
    </div>
  );
}
