/** The date of the map as a slider over the months, with play. It writes the day of the page, which is in the address. */
import { useEffect, useId, useRef, useState } from "react";
import type { PlainDate } from "../../../kernel/dates.ts";
import { formatDate } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { useSetQuery, useView } from "../../../web/view.tsx";
import { dayOfStop, monthsBetween, stopOf } from "./months.ts";
import { MAP_WORDS } from "./words.ts";

type SliderProps = {
  readonly first: PlainDate;
  readonly today: PlainDate;
  /** Another day is still being loaded; playing waits for it. */
  readonly loading: boolean;
};

/** How long a month is looked at while playing; longer where less motion is wished for. */
const MONTH_SHOWN = 600;
const MONTH_SHOWN_CALMLY = 1500;
/** A hand on the slider passes over many months; the address takes the one where it rests. */
const REST = 150;

function shownFor(): number {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? MONTH_SHOWN_CALMLY : MONTH_SHOWN;
}

/** The slider and its button. */
export function TimeSlider({ first, today, loading }: SliderProps) {
  const say = useSay();
  const lang = useLang();
  const { asOf } = useView();
  const setQuery = useSetQuery();
  const id = useId();
  const last = monthsBetween(first, today);
  const [held, setHeld] = useState<number | null>(null);
  const [playing, setPlaying] = useState(false);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const go = useRef((_: number) => {});
  go.current = (stop) => setQuery({ asOf: dayOfStop(stop, first, today) }, { replace: true });
  const stop = held ?? stopOf(asOf, first, today);
  const day = held === null ? asOf : dayOfStop(held, first, today);
  useEffect(() => () => clearTimeout(rest.current), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the day in the address is where the hand has come to rest
  useEffect(() => setHeld(null), [asOf]);
  useEffect(() => {
    if (!playing || loading) return undefined;
    if (stop >= last) {
      setPlaying(false);
      return undefined;
    }
    const next = setTimeout(() => go.current(stop + 1), shownFor());
    return () => clearTimeout(next);
  }, [playing, loading, stop, last]);
  const move = (to: number) => {
    setPlaying(false);
    setHeld(to);
    clearTimeout(rest.current);
    rest.current = setTimeout(() => go.current(to), REST);
  };
  const play = () => {
    if (!playing && stop >= last) go.current(0);
    setPlaying(!playing);
  };
  return (
    <div className="map-time">
      <button type="button" aria-pressed={playing} onClick={play}>
        {say(playing ? MAP_WORDS.stop : MAP_WORDS.play)}
      </button>
      <label htmlFor={id} className="visually-hidden">
        {say(MAP_WORDS.day)}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={last}
        step={1}
        value={stop}
        aria-valuetext={formatDate(day, lang)}
        onChange={(e) => move(Number(e.target.value))}
      />
      <output className="figures" htmlFor={id}>
        {formatDate(day, lang)}
      </output>
    </div>
  );
}
