/** The frame in which a page of a copy lies, and the buttons and keys that turn and enlarge it. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { formatNumber } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { type Move, moved, moveOfKey, type Viewing } from "./viewing.ts";
import { VIEWER_WORDS } from "./words.ts";

type StageProps = {
  readonly pages: number;
  readonly viewing: Viewing;
  readonly view: (viewing: Viewing) => void;
  /** The page, for the width in pixels that there is. */
  readonly children: (width: number) => ReactNode;
};

/** Space between the page and its frame. */
const EDGE = 24;

/** The frame; its height does not depend on what is in it, so nothing jumps while a page is awaited. */
export function Stage({ pages, viewing, view, children }: StageProps) {
  const say = useSay();
  const frame = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const watcher = new ResizeObserver(() => setWidth(Math.max(0, element.clientWidth - EDGE)));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is read from its top
  useEffect(() => {
    // Newer browsers answer a promise, which React would take for what undoes the effect.
    frame.current?.scrollTo({ top: 0 });
  }, [viewing.page]);
  const move = (what: Move) => view(moved(viewing, what, pages));
  const press = (event: KeyboardEvent) => {
    const what = moveOfKey(event.key, viewing.zoom);
    if (what === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move(what);
  };
  return (
    <div className="viewer">
      <Tools pages={pages} viewing={viewing} move={move} />
      <section
        ref={frame}
        className="viewer-frame"
        aria-label={`${say(VIEWER_WORDS.copy)}. ${say(VIEWER_WORDS.keys)}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        onKeyDown={press}
      >
        {width > 0 && children(Math.round(width * viewing.zoom))}
      </section>
      <p className="viewer-keys muted">{say(VIEWER_WORDS.keys)}</p>
    </div>
  );
}

type ToolsProps = Pick<StageProps, "pages" | "viewing"> & { readonly move: (move: Move) => void };

function Tools({ pages, viewing, move }: ToolsProps) {
  const say = useSay();
  const lang = useLang();
  const { page, zoom } = viewing;
  const tool = (what: Move, sign: string, off: boolean) => (
    <button
      type="button"
      className="viewer-tool"
      aria-label={say(VIEWER_WORDS[what === "first" || what === "last" ? "page" : what])}
      aria-disabled={off}
      onClick={() => move(what)}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
  return (
    <div className="viewer-tools" role="toolbar" aria-label={say(VIEWER_WORDS.tools)}>
      <span className="viewer-group">
        {tool("previous", "←", page === 1)}
        <span className="figures viewer-at" role="status">
          {say(VIEWER_WORDS.page)} {page} {say(VIEWER_WORDS.of)} {pages}
        </span>
        {tool("next", "→", page === pages)}
      </span>
      <span className="viewer-group">
        {tool("smaller", "−", zoom <= 0.5)}
        <span className="figures viewer-zoom">{formatNumber(Math.round(zoom * 100), lang)} %</span>
        {tool("larger", "+", zoom >= 4)}
        <button type="button" className="viewer-fit" onClick={() => move("fit")}>
          {say(VIEWER_WORDS.fit)}
        </button>
      </span>
    </div>
  );
}
