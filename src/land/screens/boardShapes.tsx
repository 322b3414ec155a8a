/** What stands in the drawing of plots: outlines, names, the line that is drawn, marks, the scale bar. */
import { memo, useMemo } from "react";
import type { Position, Shape } from "../../kernel/geometry.ts";
import { formatNumber } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { placeInside } from "../operations/measuring.ts";
import type { LandUse } from "../vocabulary.ts";
import type { Snapped } from "./snapping.ts";
import { barLength, type Size } from "./viewing.ts";
import { BOARD_WORDS } from "./words.ts";
import type { Mark } from "./working.ts";

/** A plot on the board: it stands, is chosen, would go, or would come to be. */
export type BoardPlot = {
  readonly key: string;
  readonly name: string;
  readonly landUse: LandUse | null;
  readonly shape: Shape;
  readonly state: "stands" | "chosen" | "goes" | "comes";
};

/** Metres to a pixel, and the origin of what is drawn. */
type On = { readonly scale: number; readonly origin: Position };

/** A place in the drawing: north is up, so y is turned about; counted from the origin, so that no digit is lost. */
export function onBoard([x, y]: Position, [originX, originY]: Position): Position {
  return [x - originX, originY - y];
}

const rounded = (n: number) => Math.round(n * 1000) / 1000;
const pointsOf = (line: readonly Position[], origin: Position) =>
  line.map((at) => onBoard(at, origin).map(rounded).join(" "));

/** The path of a shape in the drawing. */
export function pathOf(shape: Shape, origin: Position): string {
  return shape
    .flat()
    .map((ring) => `M${pointsOf(ring, origin).join("L")}Z`)
    .join("");
}

/** Plots as areas. */
export const Outlines = memo(function Outlines({
  plots,
  origin,
}: {
  readonly plots: readonly BoardPlot[];
  readonly origin: Position;
}) {
  return plots.map(({ key, shape, state, landUse }) => (
    <path
      key={key}
      className="board-plot"
      data-plot={key}
      data-state={state}
      data-use={landUse ?? "unknown"}
      d={pathOf(shape, origin)}
    />
  ));
});

/** Where the name of a plot stands, and how wide the plot is there, in metres. */
function namedPlace({ key, name, shape }: BoardPlot) {
  const ring = shape[0]?.[0] ?? [];
  if (ring.length < 3 || name === "") return [];
  const east = ring.map(([x]) => x);
  return [{ key, name, at: placeInside(shape), width: Math.max(...east) - Math.min(...east) }];
}

/** So many pixels a name needs for each of its letters. */
const LETTER = 7;

/** The names of those plots that are wide enough for them. */
export function Names({ plots, on }: { readonly plots: readonly BoardPlot[]; readonly on: On }) {
  // Computed once for a set of plots, not for every view.
  const places = useMemo(() => plots.filter(({ state }) => state !== "goes").flatMap(namedPlace), [plots]);
  return places
    .filter(({ name, width }) => width / on.scale > name.length * LETTER + 6)
    .map(({ key, name, at }) => {
      const [x, y] = onBoard(at, on.origin);
      return (
        <text key={key} className="board-name" x={x} y={y} fontSize={12 * on.scale} dy="0.35em">
          {name}
        </text>
      );
    });
}

type LineProps = { readonly line: readonly Position[]; readonly closed: boolean; readonly on: On };

/** The line or ring that is being drawn, with its corners. */
export function DrawnLine({ line, closed, on }: LineProps) {
  const [first] = line;
  if (first === undefined) return null;
  const path = `M${pointsOf(line, on.origin).join("L")}${closed && line.length > 2 ? "Z" : ""}`;
  return (
    <>
      <path className="board-line" data-closed={closed} d={path} />
      {line.map((at, i) => {
        const [x, y] = onBoard(at, on.origin);
        // biome-ignore lint/suspicious/noArrayIndexKey: corners have no names, and may lie in the same place
        return <circle key={i} className="board-corner" cx={x} cy={y} r={3.5 * on.scale} />;
      })}
    </>
  );
}

/** Where something is wrong. */
export function Marks({ marks, on }: { readonly marks: readonly Mark[]; readonly on: On }) {
  const lang = useLang();
  return marks.map(({ at, message }, i) => {
    const [x, y] = onBoard(at, on.origin);
    return (
      <g key={message.vi} className="board-mark">
        <circle cx={x} cy={y} r={9 * on.scale}>
          <title>{message[lang]}</title>
        </circle>
        <text x={x} y={y} fontSize={12 * on.scale} dy="0.35em">
          {i + 1}
        </text>
      </g>
    );
  });
}

/** Where the next corner would be set. */
export function SnapDot({ hover, on }: { readonly hover: Snapped; readonly on: On }) {
  const [x, y] = onBoard(hover.at, on.origin);
  const r = (hover.on === null ? 2.5 : 6) * on.scale;
  return <circle className="board-snap" data-on={hover.on ?? "nothing"} cx={x} cy={y} r={r} />;
}

type BarProps = { readonly corner: Position; readonly size: Size; readonly scale: number };

/** The scale bar below to the left, and which way north is. */
export function ScaleBar({ corner: [left, top], size, scale }: BarProps) {
  const say = useSay();
  const lang = useLang();
  const length = barLength(scale, 120);
  const text = length < 1000 ? `${formatNumber(length, lang)} m` : `${formatNumber(length / 1000, lang)} km`;
  const [x, y] = [left + 12 * scale, top + (size.height - 14) * scale];
  const northX = left + (size.width - 18) * scale;
  const northY = top + 34 * scale;
  return (
    <g className="board-scale">
      <path d={`M${x} ${y - 5 * scale}V${y}H${x + length}V${y - 5 * scale}`} />
      <text x={x + length / 2} y={y - 6 * scale} fontSize={12 * scale}>
        {text}
      </text>
      <path
        d={`M${northX} ${northY}V${northY - 24 * scale}l${-4 * scale} ${8 * scale}m${4 * scale} ${-8 * scale}l${4 * scale} ${8 * scale}`}
      />
      <text x={northX} y={northY + 14 * scale} fontSize={12 * scale}>
        {say(BOARD_WORDS.north)}
      </text>
    </g>
  );
}
