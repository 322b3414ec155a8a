/** From what stands in the form to what is drawn: the plots as they are and would be, and where something is wrong. Pure. */
import type { Shape } from "../../kernel/geometry.ts";
import type { PlotGround } from "../../land/drawing/vocabulary.ts";
import {
  type BoardPlot,
  borderMoved,
  type Mark,
  marksOf,
  mergedInto,
  shapeInPlane,
  splitInto,
  type Worked,
} from "../../land/screens/public.tsx";
import { chosenPlots, cornersOf, numbersOf, type Work } from "./plotsDraft.ts";

const NOTHING: Worked = { pieces: [], problem: null };

/** What would come of the chosen plots. */
export function workedOf(work: Work, ground: PlotGround): Worked {
  const chosen = chosenPlots(work, ground);
  switch (work.operation) {
    case "split":
      return splitInto(chosen, cornersOf(work));
    case "merge":
      return mergedInto(chosen);
    case "border":
      return borderMoved(chosen, cornersOf(work));
    default:
      return NOTHING;
  }
}

type Given = { readonly ground: PlotGround; readonly worked: Worked };
type OnBoard = {
  readonly plots: readonly BoardPlot[];
  readonly outline: Shape | null;
  readonly marks: readonly Mark[];
};

/** What the board shows. */
export function boardOf(work: Work, { ground, worked }: Given): OnBoard {
  const { epsg } = ground.plane;
  const goes = worked.pieces.length > 0 || (work.operation === "redraw" && work.shape !== null);
  const standing = ground.plots.flatMap((plot): BoardPlot[] => {
    if (plot.shape === null) return [];
    const isChosen = work.chosen.includes(plot.id);
    const state = isChosen ? (goes ? "goes" : "chosen") : "stands";
    return [{ key: plot.id, name: plot.number, landUse: plot.landUse, shape: plot.shape, state }];
  });
  const fresh = freshOf(work, epsg);
  const numbers = numbersOf(work, worked, ground);
  const [first] = chosenPlots(work, ground);
  const pieces = worked.pieces.map(({ shape, from }, i): BoardPlot => {
    const old = ground.plots.find((p) => p.id === from[0])?.number ?? "";
    const name = work.operation === "border" ? old : (numbers[i] ?? "");
    return { key: `piece-${i}`, name, landUse: first?.landUse ?? null, shape, state: "comes" };
  });
  const named = ({ name, shape }: Pick<BoardPlot, "name" | "shape">) => ({
    name: `lô ${name === "" ? (first?.number ?? "…") : name}`,
    shape,
  });
  const corners = cornersOf(work);
  const ring = corners.length > 2 ? [{ name: "", shape: [[corners]] }] : [];
  const staying = standing.filter((p) => !(work.operation === "redraw" && work.chosen.includes(p.key)));
  const isJudged = work.operation === "draw" || work.operation === "redraw";
  return {
    plots: [...standing, ...pieces, ...fresh],
    outline: ground.outline,
    marks: isJudged
      ? marksOf([...fresh, ...ring].map(named), {
          standing: staying.map(named),
          outline: ground.outline,
          zone: ground.zone.label,
          tolerance: ground.tolerance,
        })
      : [],
  };
}

/** What is to be drawn anew, as it lies in the plane. */
function freshOf({ operation, plots, shape }: Work, plane: number): readonly BoardPlot[] {
  if (operation === "draw") {
    return plots.map(({ key, number, landUse, drawn }) => ({
      ...{ key, name: number, landUse, state: "comes" as const },
      shape: shapeInPlane(drawn, plane),
    }));
  }
  if (shape === null || (operation !== "redraw" && operation !== "outline")) return [];
  return [{ key: "shape", name: "", landUse: null, shape: shapeInPlane(shape, plane), state: "comes" }];
}
