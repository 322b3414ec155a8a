/**
 * The plots of a zone drawn in metres of its plane, north up. What is pressed in it can be done in the table and the field
 * of corners as well, so that nobody needs a pointer.
 */
import { useEffect, useMemo, useState } from "react";
import { formatNumber } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { Empty } from "../../web/states.tsx";
import { type BoardProps, Drawing } from "./boardDrawing.tsx";
import type { Snapped } from "./snapping.ts";
import { fitted, type Seen, zoomed } from "./viewing.ts";
import { BOARD_WORDS } from "./words.ts";
import "./board.css";

const HEIGHT = { wide: 460, narrow: 300 };
const NEARER = 1.5;

/** The drawing with its buttons and the coordinates under the pointer. */
export function Board(props: BoardProps) {
  const say = useSay();
  const { plots, outline, line } = props;
  const [place, setPlace] = useState<HTMLDivElement | null>(null);
  const width = useWidth(place);
  const size = { width, height: width < 480 ? HEIGHT.narrow : HEIGHT.wide };
  const standing = useMemo(
    () => [...plots.map((p) => p.shape), ...(outline === null ? [] : [outline])],
    [plots, outline],
  );
  // What is being drawn alone moves nothing under the pointer.
  const shapes = standing.length > 0 || line.length < 2 ? standing : [[[line]]];
  const [moved, setMoved] = useState<Seen | null>(null);
  const seen = moved ?? fitted(shapes, size);
  const [hover, setHover] = useState<Snapped | null>(null);
  const zoom = (by: number) => setMoved(zoomed(seen, by));
  if (shapes.length === 0 && line.length === 0) {
    return (
      <div className="board" ref={setPlace}>
        <Empty>{say(BOARD_WORDS.nothing)}</Empty>
      </div>
    );
  }
  return (
    <div className="board" ref={setPlace}>
      <Drawing {...props} {...{ standing, seen, size, hover, setHover }} move={setMoved} />
      <div className="board-foot">
        <span className="board-buttons">
          <button type="button" aria-label={say(BOARD_WORDS.nearer)} onClick={() => zoom(NEARER)}>
            +
          </button>
          <button type="button" aria-label={say(BOARD_WORDS.farther)} onClick={() => zoom(1 / NEARER)}>
            −
          </button>
          <button type="button" onClick={() => setMoved(null)}>
            {say(BOARD_WORDS.all)}
          </button>
        </span>
        <Under hover={hover} />
      </div>
    </div>
  );
}

function useWidth(element: HTMLElement | null): number {
  const [width, setWidth] = useState(600);
  useEffect(() => {
    if (element === null) return;
    const look = () => setWidth(Math.max(200, element.clientWidth));
    look();
    const watch = new ResizeObserver(look);
    watch.observe(element);
    return () => watch.disconnect();
  }, [element]);
  return width;
}

/** The coordinates under the pointer as surveys print them: X is the northing, Y the easting. */
function Under({ hover }: { readonly hover: Snapped | null }) {
  const say = useSay();
  const lang = useLang();
  if (hover === null) return <span className="board-at muted">{say(BOARD_WORDS.pointer)}</span>;
  const [east, north] = hover.at;
  return (
    <span className="board-at figures">
      X {formatNumber(north, lang, 2)} · Y {formatNumber(east, lang, 2)}
      {hover.on !== null && <small className="muted"> {say(BOARD_WORDS[hover.on])}</small>}
    </span>
  );
}
