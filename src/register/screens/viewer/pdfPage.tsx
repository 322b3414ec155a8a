/** One page of a PDF: its picture, and over it its text, so that it can be marked, copied and read aloud. */
import { useEffect, useRef } from "react";
import { MOST_CELLS, type Opened } from "./pdf.ts";

type PageProps = {
  readonly of: Opened;
  readonly page: number;
  /** Pixels that the page is to be wide. */
  readonly width: number;
  /** Whether its text is wanted. */
  readonly text: boolean;
  /** What it is; empty where something else says so. */
  readonly label: string;
};

type Drawing = { readonly done: Promise<readonly HTMLElement[]>; readonly cancel: () => void };

function draw({ library, pdf }: Opened, { page, width, text, label }: Omit<PageProps, "of">): Drawing {
  let cancel = () => undefined;
  let gone = false;
  const run = async (): Promise<readonly HTMLElement[]> => {
    const held = await pdf.getPage(page);
    const scale = width / held.getViewport({ scale: 1 }).width;
    const shown = held.getViewport({ scale });
    const most = Math.sqrt(MOST_CELLS / (shown.width * shown.height));
    const viewport = held.getViewport({ scale: scale * Math.min(window.devicePixelRatio, most) });
    const canvas = document.createElement("canvas");
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    canvas.style.width = `${shown.width}px`;
    canvas.style.height = `${shown.height}px`;
    if (label === "") canvas.setAttribute("aria-hidden", "true");
    else {
      canvas.setAttribute("role", "img");
      canvas.setAttribute("aria-label", label);
    }
    if (gone) return [];
    const task = held.render({ canvas, viewport });
    cancel = () => void task.cancel();
    await task.promise;
    if (!text) return [canvas];
    const layer = document.createElement("div");
    layer.className = "viewer-text";
    layer.style.setProperty("--total-scale-factor", String(scale));
    const words = new library.TextLayer({
      textContentSource: held.streamTextContent(),
      container: layer,
      viewport: shown,
    });
    cancel = () => void words.cancel();
    await words.render();
    cancel = () => undefined;
    return [canvas, layer];
  };
  return {
    done: run(),
    cancel: () => {
      gone = true;
      cancel();
    },
  };
}

/** Draws the page; the one before stays until it is ready, so that nothing flickers. */
export function PdfPage({ of, page, width, text, label }: PageProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let here = true;
    const drawing = draw(of, { page, width, text, label });
    drawing.done.then(
      (parts) => {
        if (here && parts.length > 0) place.current?.replaceChildren(...parts);
      },
      () => undefined,
    );
    return () => {
      here = false;
      drawing.cancel();
    };
  }, [of, page, width, text, label]);
  return <div ref={place} className="viewer-page" style={{ width: `${width}px` }} data-page={page} />;
}
