/** A sheet beside the page: it holds a proof, and the page behind keeps its place and stays usable. */
import { type ReactNode, useEffect, useRef } from "react";
import { useSay } from "./language.tsx";
import { WORDS } from "./words.ts";
import "./sheet.css";

type SheetProps = {
  readonly label: string;
  readonly close: () => void;
  /** Opens what the sheet holds as a page of its own. */
  readonly openAsPage: () => void;
  /** What is shown; when it changes the sheet begins at its top. */
  readonly subject: string;
  readonly children: ReactNode;
};

/** Takes the focus when it opens and gives it back when it closes; Escape closes it. */
export function Sheet({ label, close, openAsPage, subject, children }: SheetProps) {
  const say = useSay();
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new subject begins at the top
  useEffect(() => {
    sheet.current?.focus({ preventScroll: true });
    sheet.current?.scrollTo({ top: 0 });
  }, [subject]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) close();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [close]);
  return (
    <aside className="sheet" ref={sheet} tabIndex={-1} aria-label={label}>
      <div className="sheet-bar">
        <button type="button" onClick={openAsPage}>
          {say(WORDS.openAsPage)}
        </button>
        <button type="button" onClick={close}>
          {say(WORDS.close)} <kbd>Esc</kbd>
        </button>
      </div>
      <div className="sheet-body">{children}</div>
    </aside>
  );
}
