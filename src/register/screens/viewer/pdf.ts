/** PDFs in the browser: read by ranges, drawn without WebAssembly and without making code from text. */
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import decoderUrl from "pdfjs-dist/wasm/openjpeg_nowasm_fallback.js?url";
import { useEffect, useState } from "react";

export type Pdf = PDFDocumentProxy;
export type PdfLibrary = typeof import("pdfjs-dist/legacy/build/pdf.mjs");
export type Opened = { readonly library: PdfLibrary; readonly pdf: Pdf };

/** Cells of a page's picture, at most: what a phone can hold. */
export const MOST_CELLS = 16_000_000;

/** One page may show the same file large and small; it is read once. */
const held = new Map<string, { users: number; readonly opened: Promise<Opened> }>();

async function open(url: string): Promise<Opened> {
  const library = await import("pdfjs-dist/legacy/build/pdf.mjs");
  library.GlobalWorkerOptions.workerSrc = workerUrl;
  const task = library.getDocument({
    url,
    isEvalSupported: false,
    useWasm: false,
    // The one decoder without WebAssembly that is a file of its own is looked for in this folder.
    wasmUrl: decoderUrl.slice(0, decoderUrl.lastIndexOf("/") + 1),
    enableXfa: false,
    // Pages are read when they are turned to.
    disableAutoFetch: true,
    disableStream: true,
  });
  return { library, pdf: await task.promise };
}

function take(url: string): Promise<Opened> {
  const known = held.get(url) ?? { users: 0, opened: open(url) };
  known.users += 1;
  held.set(url, known);
  return known.opened;
}

function giveBack(url: string): void {
  const known = held.get(url);
  if (known === undefined) return;
  known.users -= 1;
  if (known.users > 0) return;
  held.delete(url);
  known.opened.then(({ pdf }) => pdf.loadingTask.destroy()).catch(() => undefined);
}

/** The PDF at an address; null until it is there, and where it can't be opened. */
export function usePdf(url: string): { readonly opened: Opened | null; readonly failed: boolean } {
  const [state, setState] = useState<{ opened: Opened | null; failed: boolean }>({
    opened: null,
    failed: false,
  });
  useEffect(() => {
    let here = true;
    const tell = (opened: Opened | null) => {
      if (here) setState({ opened, failed: opened === null });
    };
    take(url).then(tell, () => tell(null));
    return () => {
      here = false;
      giveBack(url);
    };
  }, [url]);
  return state;
}
