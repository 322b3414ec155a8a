/** The drawing itself: what is pressed, dragged and zoomed in it. */
import { type PointerEvent, useEffect, useMemo, useRef } from "react";
import type { Position, Shape } from "../../kernel/geometry.ts";
import { useSay } from "../../web/language.tsx";
import {
  type BoardPlot,
  DrawnLine,
  Marks,
  Names,
  Outlines,
  onBoard,
  pathOf,
  ScaleBar,
  SnapDot,
} from "./boardShapes.tsx";
import { type Snapped, snapped } from "./snapping.ts";
import { placeAt, type Seen, type Size, zoomed } from "./viewing.ts";
import { BOARD_WORDS } from "./words.ts";
import type { Mark } from "./working.ts";

/** Within so many pixels a pressed place settles at a corner or side. */
const REACH = 10;
/** A pointer that moved farther has dragged the drawing, not pressed. */
const DRAG = 4;

/** What is drawn, and what a press in it does. */
export type BoardProps = {
  readonly plots: readonly BoardPlot[];
  /** The outline of the zone. */
  readonly outline: Shape | null;
  /** The line or ring that is being drawn. */
  readonly line: readonly Position[];
  readonly closed: boolean;
  readonly marks: readonly Mark[];
  /** What a press does: it chooses a plot, or sets a corner. */
  readonly press: "choose" | "corner";
  readonly choose: (plot: string) => void;
  readonly setCorner: (at: Position) => void;
};

type DrawingProps = BoardProps & {
  /** What a press settles on. */
  readonly standing: readonly Shape[];
  readonly seen: Seen;
  readonly size: Size;
  readonly move: (seen: Seen) => void;
  readonly hover: Snapped | null;
  readonly setHover: (hover: Snapped | null) => void;
};

type Dragged = { readonly from: Position; readonly middle: Position; readonly moved: boolean };

/** Outlines, names, the line that is drawn, and what is wrong, in metres about an origin near them. */
export function Drawing(props: DrawingProps) {
  const { plots, outline, line, closed, marks, standing, seen, size, hover, press } = props;
  const say = useSay();
  const svg = useRef<SVGSVGElement>(null);
  const hands = usePressing(svg, props);
  const origin = useOrigin(standing, line);
  const [left, top] = onBoard(placeAt([0, 0], seen, size), origin);
  const on = { scale: seen.scale, origin };
  return (
    <svg
      ref={svg}
      className="board-drawing"
      data-press={press}
      role="img"
      aria-label={say(BOARD_WORDS.drawing)}
      {...size}
      viewBox={`${left} ${top} ${size.width * seen.scale} ${size.height * seen.scale}`}
      {...hands}
    >
      {outline !== null && (
        <path className="board-zone" d={pathOf(outline, origin)}>
          <title>{say(BOARD_WORDS.zone)}</title>
        </path>
      )}
      <Outlines plots={plots} origin={origin} />
      <Names plots={plots} on={on} />
      <DrawnLine line={line} closed={closed} on={on} />
      <Marks marks={marks} on={on} />
      {press === "corner" && hover !== null && <SnapDot hover={hover} on={on} />}
      <ScaleBar corner={[left, top]} size={size} scale={seen.scale} />
    </svg>
  );
}

/** One origin for as long as the same is drawn, so that no outline is computed again for another view. */
function useOrigin(standing: readonly Shape[], line: readonly Position[]): Position {
  const [x, y] = standing.find((shape) => shape.length > 0)?.[0]?.[0]?.[0] ?? line[0] ?? [0, 0];
  const [originX, originY] = [Math.floor(x), Math.floor(y)];
  return useMemo((): Position => [originX, originY], [originX, originY]);
}

function usePressing(svg: { readonly current: SVGSVGElement | null }, props: DrawingProps) {
  const { seen, size, standing, move, press, choose, setCorner, setHover } = props;
  const drag = useRef<Dragged | null>(null);
  const pixel = (event: Pick<MouseEvent, "clientX" | "clientY">): Position => {
    const box = svg.current?.getBoundingClientRect();
    return [event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0)];
  };
  const settled = (at: Position): Snapped => {
    const place = placeAt(at, seen, size);
    return press === "corner" ? snapped(place, standing, REACH * seen.scale) : { at: place, on: null };
  };
  useWheel(svg, (event) => {
    const about = placeAt(pixel(event), seen, size);
    move(zoomed(seen, event.deltaY < 0 ? 1.2 : 1 / 1.2, about));
  });
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button === 0) drag.current = { from: pixel(event), middle: seen.middle, moved: false };
    },
    onPointerMove: (event: PointerEvent) => {
      const at = pixel(event);
      if (event.buttons === 0) drag.current = null;
      const dragged = drag.current;
      if (dragged === null) return setHover(settled(at));
      const [dx, dy] = [at[0] - dragged.from[0], at[1] - dragged.from[1]];
      if (!dragged.moved && Math.hypot(dx, dy) < DRAG) return;
      drag.current = { ...dragged, moved: true };
      const [x, y] = dragged.middle;
      move({ scale: seen.scale, middle: [x - dx * seen.scale, y + dy * seen.scale] });
    },
    onPointerUp: (event: PointerEvent) => {
      const dragged = drag.current;
      drag.current = null;
      if (dragged === null || dragged.moved) return;
      if (press === "corner") {
        // From now on the view stays as it is, whatever comes to be drawn.
        move(seen);
        return setCorner(settled(pixel(event)).at);
      }
      const plot = event.target instanceof Element ? event.target.getAttribute("data-plot") : null;
      if (plot !== null) choose(plot);
    },
    onPointerCancel: () => {
      drag.current = null;
    },
    onPointerLeave: () => setHover(null),
  };
}

/** With Ctrl, or two fingers, the wheel comes nearer; without, the page scrolls as everywhere. */
function useWheel(svg: { readonly current: SVGSVGElement | null }, turn: (event: WheelEvent) => void): void {
  const latest = useRef(turn);
  useEffect(() => {
    latest.current = turn;
  });
  useEffect(() => {
    const element = svg.current;
    if (element === null) return;
    const listen = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      latest.current(event);
    };
    element.addEventListener("wheel", listen, { passive: false });
    return () => element.removeEventListener("wheel", listen);
  }, [svg]);
}
