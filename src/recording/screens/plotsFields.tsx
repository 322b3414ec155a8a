/** What is typed about plots: corners as X, Y pairs, and how plots stand. */
import type { PlotGround } from "../../land/drawing/vocabulary.ts";
import {
  areaOf,
  nextNumber,
  readPairs,
  ringDrawn,
  turnedAbout,
  writePairs,
} from "../../land/screens/public.tsx";
import { SITES, site, UTILITIES, utility } from "../../land/vocabulary.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { Field } from "./paperFields.tsx";
import { chosenPlots, cornersOf, type Work } from "./plotsDraft.ts";
import { SquareMetres } from "./plotsGround.tsx";
import { PLOTS_WORDS } from "./plotsWords.ts";
import { findTypedNumber } from "./typed.ts";

export type ChangeWork = (next: Work, about?: string | null) => void;
type WorkProps = { readonly work: Work; readonly change: ChangeWork };

type CornersProps = WorkProps & { readonly ground: PlotGround; readonly kind: "line" | "ring" };

/** The field of corners: typed, pasted, or filled by presses into the drawing. */
export function CornersField({ work, ground, kind, change }: CornersProps) {
  const say = useSay();
  const lang = useLang();
  const { corners, wrong, swapped } = readPairs(work.corners);
  const read = cornersOf(work);
  const lines = wrong.map(({ line, text }) => `${line} (“${text}”)`).join(", ");
  const said = wrong.length > 0 ? `${say(PLOTS_WORDS.wrongLines)} ${lines}` : null;
  const [chosen] = chosenPlots(work, ground);
  // Of a plot with holes or several parts no list of corners tells all.
  const present = chosen?.shape?.flat().length === 1 ? chosen.shape[0]?.[0] : undefined;
  const isRing = kind === "ring" && read.length > 2;
  const add = () => {
    const all = [...ground.plots, ...work.plots];
    const numbers = all.map((p) => p.number);
    const plot = {
      ...{
        key: crypto.randomUUID(),
        number: nextNumber(numbers),
        landUse: all.at(-1)?.landUse ?? null,
        area: "",
      },
      ...{ where: "", drawn: ringDrawn(read, ground.plane.epsg) },
    };
    change({ ...work, plots: [...work.plots, plot], corners: "" });
  };
  return (
    <div className="plots-part">
      <Field
        label={say(kind === "line" ? PLOTS_WORDS.lineCorners : PLOTS_WORDS.corners)}
        hint={say(PLOTS_WORDS.cornersHint)}
        wrong={said}
      >
        {(given) => (
          <textarea
            {...given}
            className="plots-corners figures"
            rows={5}
            spellCheck={false}
            value={work.corners}
            onChange={(e) => change({ ...work, corners: e.target.value, numbers: [] }, "corners")}
          />
        )}
      </Field>
      {swapped && (
        <p className="record-notice" role="status">
          {say(PLOTS_WORDS.swapped)}{" "}
          <button
            type="button"
            onClick={() => change({ ...work, corners: writePairs(turnedAbout(corners), lang) })}
          >
            {say(PLOTS_WORDS.swapBack)}
          </button>
        </p>
      )}
      {isRing && (
        <p role="status">
          {say(PLOTS_WORDS.ringArea)}: <SquareMetres area={areaOf([[read]])} />
        </p>
      )}
      {work.operation === "redraw" && work.corners === "" && present !== undefined && (
        <p>
          <button type="button" onClick={() => change({ ...work, corners: writePairs(present, lang) })}>
            {say(PLOTS_WORDS.presentCorners)}
          </button>
        </p>
      )}
      {work.operation === "draw" && (
        <p>
          <button type="button" disabled={!isRing} onClick={add}>
            {say(PLOTS_WORDS.addPlot)}
          </button>
        </p>
      )}
    </div>
  );
}

/** How the chosen plots stand; what is left alone is not told. */
export function StateFields({ work, change }: WorkProps) {
  const say = useSay();
  const lang = useLang();
  const { state } = work;
  const set = (part: Partial<Work["state"]>, about: string | null = null) =>
    change({ ...work, state: { ...state, ...part } }, about);
  const { utilities } = state;
  const wrongPrice = state.price.trim() !== "" && findTypedNumber(state.price, "number", lang) === null;
  return (
    <div className="plots-part fields">
      <Field label={say(PLOTS_WORDS.site)}>
        {(given) => (
          <select
            {...given}
            value={state.site ?? ""}
            onChange={(e) => set({ site: site.safeParse(e.target.value).data ?? null })}
          >
            <option value="">{say(PLOTS_WORDS.unchanged)}</option>
            {site.options.map((s) => (
              <option key={s} value={s}>
                {say(SITES[s])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say(PLOTS_WORDS.price)} wrong={wrongPrice ? say(PLOTS_WORDS.noNumber) : null}>
        {(given) => (
          <input
            {...given}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            value={state.price}
            onChange={(e) => set({ price: e.target.value }, "price")}
          />
        )}
      </Field>
      <fieldset className="wide plots-utilities">
        <legend>{say(PLOTS_WORDS.utilities)}</legend>
        <label>
          <input
            type="checkbox"
            checked={utilities !== null}
            onChange={(e) => set({ utilities: e.target.checked ? [] : null })}
          />
          <span>{say(PLOTS_WORDS.utilitiesTold)}</span>
        </label>
        {utilities !== null &&
          utility.options.map((u) => (
            <label key={u}>
              <input
                type="checkbox"
                checked={utilities.includes(u)}
                onChange={(e) =>
                  set({ utilities: e.target.checked ? [...utilities, u] : utilities.filter((o) => o !== u) })
                }
              />
              <span>{say(UTILITIES[u])}</span>
            </label>
          ))}
      </fieldset>
      {(["sectors", "note"] as const).map((name) => (
        <Field key={name} label={say(name === "note" ? PLOTS_WORDS.stateNote : PLOTS_WORDS.sectors)}>
          {(given) => (
            <input
              {...given}
              type="text"
              autoComplete="off"
              value={state[name]}
              onChange={(e) => set({ [name]: e.target.value }, name)}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
