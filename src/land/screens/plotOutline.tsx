/** The outline of one plot, drawn small and true to its form, with a scale bar. */
import { useMemo } from "react";
import type { Position, Shape } from "../../kernel/geometry.ts";
import { useSay } from "../../web/language.tsx";
import { planeNear } from "../coordinates/systems.ts";
import { eachCorner, fromWgs84 } from "../coordinates/transforming.ts";
import type { Outline, PlotPage } from "../vocabulary.ts";
import { onBoard, pathOf, ScaleBar } from "./boardShapes.tsx";
import { fitted, placeAt } from "./viewing.ts";
import { PLOT_WORDS } from "./words.ts";
import "./board.css";

const SIZE = { width: 320, height: 240 };

/** In the plane whose meridian is nearest: there the form is true enough to be looked at. */
function inMetres({ coordinates }: Outline): Shape {
  const [longitude = 106.5, latitude = 22] = coordinates[0]?.[0]?.[0] ?? [];
  const { epsg } = planeNear([longitude, latitude]);
  const open = coordinates.map((polygon) => polygon.map((ring) => ring.slice(0, -1)));
  return eachCorner(open, (at) => fromWgs84(at, epsg));
}

/** The drawing, which says that it has no legal force. */
export function PlotOutline({ plot }: { readonly plot: Pick<PlotPage, "outline" | "number" | "landUse"> }) {
  const say = useSay();
  const { outline, number, landUse } = plot;
  const shape = useMemo(() => (outline === null ? [] : inMetres(outline)), [outline]);
  const [x, y] = shape[0]?.[0]?.[0] ?? [0, 0];
  const origin: Position = [Math.floor(x), Math.floor(y)];
  const seen = fitted([shape], SIZE);
  const [left, top] = onBoard(placeAt([0, 0], seen, SIZE), origin);
  return (
    <figure className="plot-outline">
      <svg
        className="board-drawing"
        role="img"
        aria-label={`${say(PLOT_WORDS.outline)}: ${say(PLOT_WORDS.plot)} ${number}`}
        viewBox={`${left} ${top} ${SIZE.width * seen.scale} ${SIZE.height * seen.scale}`}
        {...SIZE}
      >
        <path className="board-plot" data-use={landUse ?? "unknown"} d={pathOf(shape, origin)} />
        <ScaleBar corner={[left, top]} size={SIZE} scale={seen.scale} />
      </svg>
      <figcaption className="muted">{say(PLOT_WORDS.noForce)}</figcaption>
    </figure>
  );
}
