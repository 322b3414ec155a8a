/** Type, formats and colours as the screens use them. */
import { partialDate } from "../../../kernel/dates.ts";
import {
  dateInWords,
  formatDate,
  formatInstant,
  formatPeriod,
  formatSize,
  quantityText,
  sinceInWords,
} from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { COMPONENT_WORDS } from "./words.ts";

/** The letters that reach highest. */
const ACCENTS = "Ễ Ộ Ẫ Ữ";

/** Headings and text, with the accents that lines must leave room for. */
export function TypeSamples() {
  const say = useSay();
  const text = `${ACCENTS} ${say(COMPONENT_WORDS.accents)}`;
  return (
    <div className="component-type">
      {(["lead", "muted", "figures", "past-limit"] as const).map((name) => (
        <p key={name} className={name}>
          <code>{`.${name}`}</code> {text}
        </p>
      ))}
      <h3>{text}</h3>
      <small>{text}</small>
    </div>
  );
}

/** Numbers, money, areas, days and periods in the language of the page. */
export function FormatSamples() {
  const lang = useLang();
  const day = partialDate("2023-11-30");
  const month = partialDate("2023-11");
  const texts = [
    quantityText(2_921_000_000_000, "dong", lang),
    quantityText(58_000_000, "dong", lang),
    quantityText(744_000, "m2", lang),
    quantityText(38.5, "percent", lang),
    formatDate(day, lang),
    formatDate(month, lang),
    dateInWords(month, lang),
    sinceInWords("by", month, lang),
    formatPeriod({ from: partialDate("2021"), to: partialDate("2023") }, lang),
    formatInstant("2026-11-24T02:05:00.000Z", lang),
    formatSize(1_234_567, lang),
  ];
  return (
    <ul className="component-formats figures">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

/** What is not known: a pattern and no colour. */
const HATCHED = "hatched";
const COLOURS = [
  ...["ground", "paper", "sunk", "ink", "ink-2", "ink-3", "rule", "rule-2", "accent", "accent-ground"],
  ...["seal", "seal-ground"],
  ...Array.from({ length: 9 }, (_, at) => `scale-${at + 1}`),
  HATCHED,
] as const;

/** The tokens, each with its name; the scale of stages runs from light to deep. */
export function ColourSamples() {
  return (
    <ul className="component-colours">
      {COLOURS.map((name) => (
        <li key={name}>
          {name === HATCHED ? (
            <span className={HATCHED} />
          ) : (
            <span style={{ background: `var(--${name})` }} />
          )}
          <code>{name}</code>
        </li>
      ))}
    </ul>
  );
}
