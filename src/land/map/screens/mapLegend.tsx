/** What the colours mean, and how long a bar is on the ground. */
import { formatNumber } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import type { Camera } from "./choice.ts";
import { scaleBar } from "./scaleBar.ts";
import { MAP_WORDS } from "./words.ts";

/** A colour by its step, 0: hatched; with what it stands for. */
export type LegendEntry = { readonly step: number; readonly label: string };

/** The colours that are on the map. */
export function Legend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  const say = useSay();
  return (
    <div className="map-legend">
      <h2>{say(MAP_WORDS.legend)}</h2>
      <ul>
        {entries.map(({ step, label }) => (
          <li key={label}>
            <span
              className={step === 0 ? "map-swatch hatched" : "map-swatch"}
              style={step === 0 ? undefined : { background: `var(--scale-${step})` }}
              aria-hidden="true"
            />
            {label}
          </li>
        ))}
        <li className="muted">{say(MAP_WORDS.bySize)}</li>
      </ul>
    </div>
  );
}

/** A length in words: `500 m`, `2 km`. */
export function lengthText(metres: number, lang: "vi" | "en"): string {
  return metres < 1000
    ? `${formatNumber(metres, lang)}\u00a0m`
    : `${formatNumber(metres / 1000, lang)}\u00a0km`;
}

/** The bar. */
export function Scale({ camera }: { readonly camera: Camera }) {
  const say = useSay();
  const lang = useLang();
  const { metres, pixels } = scaleBar({ latitude: camera[1], zoom: camera[2] });
  return (
    <p className="map-scale">
      <span className="visually-hidden">{say(MAP_WORDS.scale)}: </span>
      <span className="map-scale-bar" style={{ width: `${pixels}px` }} aria-hidden="true" />
      <span className="figures">{lengthText(metres, lang)}</span>
    </p>
  );
}
