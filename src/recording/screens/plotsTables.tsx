/** The plots as tables that always match the drawing: those that stand, those that would come, and what is wrong. */
import { type ReactNode, useState } from "react";
import type { GroundPlot, PlotGround } from "../../land/drawing/vocabulary.ts";
import { areaOf, type Mark, shapeInPlane, type Worked } from "../../land/screens/public.tsx";
import { LAND_USES, landUse } from "../../land/vocabulary.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { Empty, ProblemList } from "../../web/states.tsx";
import { chosenPlots, NEEDS, type NewPlot, numbersOf, type Work, withChosen } from "./plotsDraft.ts";
import type { ChangeWork } from "./plotsFields.tsx";
import { SquareMetres } from "./plotsGround.tsx";
import { PLOTS_WORDS } from "./plotsWords.ts";
import { findTypedNumber } from "./typed.ts";

type TableProps = { readonly work: Work; readonly ground: PlotGround; readonly change: ChangeWork };

/** Rows that are drawn at first, and so many more with each press: two thousand rows of fields are slow to type in. */
const ROWS = 100;

function useSome<T>(all: readonly T[]): readonly [readonly T[], ReactNode] {
  const say = useSay();
  const [count, setCount] = useState(ROWS);
  const more = all.length > count && (
    <p>
      <button type="button" onClick={() => setCount(count + ROWS)}>
        {say(PLOTS_WORDS.showMore)} ({all.length - count})
      </button>
    </p>
  );
  return [all.slice(0, count), more];
}

/** The standing plots, to be chosen. */
export function StandingPlots({ work, ground, change }: TableProps) {
  const say = useSay();
  const [some, more] = useSome(ground.plots);
  const isChoosing = NEEDS[work.operation].most > 0;
  if (ground.plots.length === 0) return <Empty>{say(PLOTS_WORDS.noStanding)}</Empty>;
  return (
    <div className="plots-part">
      <h3>
        {say(PLOTS_WORDS.standing)} <span className="muted figures">({ground.plots.length})</span>
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="plots-scroll" tabIndex={0} aria-label={say(PLOTS_WORDS.standing)}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say(PLOTS_WORDS.number)}</th>
              <th scope="col">{say(PLOTS_WORDS.use)}</th>
              <th scope="col" className="to-right">
                {say(PLOTS_WORDS.area)}
              </th>
            </tr>
          </thead>
          <tbody>
            {some.map((plot) => (
              <tr key={plot.id}>
                <td>
                  {isChoosing ? (
                    <label className="plots-choose">
                      <input
                        type="checkbox"
                        aria-label={`${say(PLOTS_WORDS.choose)} ${plot.number}`}
                        checked={work.chosen.includes(plot.id)}
                        onChange={() => change(withChosen(work, plot.id))}
                      />
                      <strong>{plot.number}</strong>
                    </label>
                  ) : (
                    <strong>{plot.number}</strong>
                  )}
                </td>
                <td>
                  {plot.landUseLabel}
                  <small className="muted">{plot.statusLabel}</small>
                </td>
                <td className="to-right">
                  <AreaOf plot={plot} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {more}
      </section>
    </div>
  );
}

function AreaOf({ plot }: { readonly plot: GroundPlot }) {
  const say = useSay();
  if (plot.measured !== null) return <SquareMetres area={plot.measured} />;
  return <span className="muted">{say(PLOTS_WORDS.undrawn)}</span>;
}

type ResultsProps = TableProps & { readonly worked: Worked };

/** The pieces that would come to be, with their numbers, areas and sum; or why there are none. */
export function Results({ work, worked, ground, change }: ResultsProps) {
  const say = useSay();
  const { pieces, problem } = worked;
  if (problem !== null) {
    return (
      <div className="problem" role="status">
        <ProblemList problems={[problem]} />
      </div>
    );
  }
  if (pieces.length === 0) return null;
  const numbers = numbersOf(work, worked, ground);
  const before = chosenPlots(work, ground).reduce((sum, p) => sum + (p.measured ?? 0), 0);
  const after = pieces.reduce((sum, p) => sum + p.area, 0);
  const nameOf = (from: readonly string[]) => ground.plots.find((p) => p.id === from[0])?.number ?? "";
  return (
    <div className="plots-part" role="status">
      <h3>{say(PLOTS_WORDS.results)}</h3>
      <table className="plain-table">
        <tbody>
          {pieces.map((piece, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces come in an order, and have no other name
            <tr key={i}>
              <td>
                {work.operation === "border" ? (
                  <strong>{nameOf(piece.from)}</strong>
                ) : (
                  <input
                    type="text"
                    autoComplete="off"
                    aria-label={`${say(PLOTS_WORDS.number)} ${i + 1}`}
                    value={numbers[i] ?? ""}
                    onChange={(e) => {
                      const typed = numbers.map((n, j) => (j === i ? e.target.value : n));
                      change({ ...work, numbers: typed }, `number-${i}`);
                    }}
                  />
                )}
              </td>
              <td className="to-right">
                <SquareMetres area={piece.area} />
              </td>
            </tr>
          ))}
          <tr>
            <td>
              {say(PLOTS_WORDS.total)}{" "}
              <small className="muted">
                ({say(PLOTS_WORDS.wasArea)} <SquareMetres area={before} />)
              </small>
            </td>
            <td className="to-right">
              <SquareMetres area={after} />
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

type NewProps = { readonly work: Work; readonly plane: number; readonly change: ChangeWork };

/** The plots that are to be drawn, all fields of which can be changed. */
export function NewPlots({ work, plane, change }: NewProps) {
  const say = useSay();
  const [some, more] = useSome(work.plots);
  const set = (key: string, part: Partial<NewPlot>, about: string) =>
    change(
      { ...work, plots: work.plots.map((p) => (p.key === key ? { ...p, ...part } : p)) },
      `${about}-${key}`,
    );
  const total = work.plots.reduce((sum, p) => sum + areaOf(shapeInPlane(p.drawn, plane)), 0);
  return (
    <div className="plots-part">
      <h3>
        {say(PLOTS_WORDS.newPlots)} <span className="muted figures">({work.plots.length})</span>
      </h3>
      <div className="plots-new">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say(PLOTS_WORDS.number)}</th>
              <th scope="col">{say(PLOTS_WORDS.use)}</th>
              <th scope="col" className="to-right">
                {say(PLOTS_WORDS.area)}
              </th>
              <th scope="col">{say(PLOTS_WORDS.printed)}</th>
              <th scope="col">{say(PLOTS_WORDS.where)}</th>
              <th scope="col">
                <span className="visually-hidden">{say(PLOTS_WORDS.remove)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {some.map((plot) => (
              <NewRow
                key={plot.key}
                plot={plot}
                area={areaOf(shapeInPlane(plot.drawn, plane))}
                set={(part, about) => set(plot.key, part, about)}
                remove={() => change({ ...work, plots: work.plots.filter((p) => p.key !== plot.key) })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {more}
      <p>
        {say(PLOTS_WORDS.total)}: <SquareMetres area={total} />
      </p>
    </div>
  );
}

type RowProps = {
  readonly plot: NewPlot;
  readonly area: number;
  readonly set: (part: Partial<NewPlot>, about: string) => void;
  readonly remove: () => void;
};

function NewRow({ plot, area, set, remove }: RowProps) {
  const say = useSay();
  const lang = useLang();
  const isWrong = plot.area.trim() !== "" && findTypedNumber(plot.area, "number", lang) === null;
  const label = (what: string) => `${what}, ${say(PLOTS_WORDS.newPlots).toLowerCase()} ${plot.number}`;
  return (
    <tr>
      <td data-head={say(PLOTS_WORDS.number)}>
        <input
          type="text"
          autoComplete="off"
          aria-label={label(say(PLOTS_WORDS.number))}
          aria-invalid={plot.number.trim() === ""}
          value={plot.number}
          onChange={(e) => set({ number: e.target.value }, "number")}
        />
      </td>
      <td data-head={say(PLOTS_WORDS.use)}>
        <select
          aria-label={label(say(PLOTS_WORDS.use))}
          aria-invalid={plot.landUse === null}
          value={plot.landUse ?? ""}
          onChange={(e) => set({ landUse: landUse.safeParse(e.target.value).data ?? null }, "use")}
        >
          <option value="">{say(PLOTS_WORDS.noUse)}</option>
          {landUse.options.map((use) => (
            <option key={use} value={use}>
              {say(LAND_USES[use])}
            </option>
          ))}
        </select>
      </td>
      <td className="to-right" data-head={say(PLOTS_WORDS.area)}>
        <SquareMetres area={area} />
      </td>
      <td data-head={say(PLOTS_WORDS.printed)}>
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          aria-label={label(say(PLOTS_WORDS.printed))}
          aria-invalid={isWrong}
          value={plot.area}
          onChange={(e) => set({ area: e.target.value }, "area")}
        />
      </td>
      <td className="muted" data-head={say(PLOTS_WORDS.where)}>
        {plot.where === "" ? say(PLOTS_WORDS.drawnByHand) : plot.where}
      </td>
      <td>
        <button type="button" aria-label={label(say(PLOTS_WORDS.remove))} onClick={remove}>
          {say(PLOTS_WORDS.remove)}
        </button>
      </td>
    </tr>
  );
}

/** What is marked in the drawing, in words, under the same numbers. */
export function Marked({ marks }: { readonly marks: readonly Mark[] }) {
  const say = useSay();
  const lang = useLang();
  if (marks.length === 0) return null;
  return (
    <div className="problem" role="status">
      <h3>{say(PLOTS_WORDS.marks)}</h3>
      <ol className="plots-marks">
        {marks.map(({ message }) => (
          <li key={message.vi}>{message[lang]}</li>
        ))}
      </ol>
    </div>
  );
}
