/**
 * The words of a number's marks, shown when it is pointed at or focused. One tip for the whole page: it can be pointed at
 * itself, and Escape takes it away (WCAG 1.4.13). Those who cannot see it have the same words in the number's name.
 */
import { useEffect, useRef, useState } from "react";
import "./markTips.css";

const WIDTH = 300;
const SHOW_MILLISECONDS = 150;
const HIDE_MILLISECONDS = 120;

type Tip = {
  readonly words: readonly string[];
  readonly left: number;
  readonly top: number;
  readonly above: boolean;
};

/** What an element with marks carries, for the tip to read. */
export function marksAttribute(words: readonly string[]): { readonly "data-marks"?: string } {
  return words.length === 0 ? {} : { "data-marks": words.join("\n") };
}

function tipOf(element: Element): Tip {
  const box = element.getBoundingClientRect();
  const above = box.bottom > window.innerHeight - 120;
  return {
    words: (element.getAttribute("data-marks") ?? "").split("\n"),
    left: Math.max(8, Math.min(box.left, window.innerWidth - WIDTH - 8)),
    top: above ? box.top - 6 : box.bottom + 6,
    above,
  };
}

/** Draws the tip; stands once in the page. */
export function MarkTips() {
  const [tip, setTip] = useState<Tip | null>(null);
  const own = useRef<HTMLDivElement>(null);
  const shown = tip !== null;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (milliseconds: number, next: Tip | null) => {
      clearTimeout(timer);
      timer = setTimeout(() => setTip(next), milliseconds);
    };
    const marked = (target: EventTarget | null) =>
      target instanceof Element ? target.closest("[data-marks]") : null;
    const onPointer = (event: PointerEvent) => {
      if (event.pointerType === "touch") return;
      if (event.target instanceof Node && own.current?.contains(event.target)) return clearTimeout(timer);
      const element = marked(event.target);
      if (element !== null) later(SHOW_MILLISECONDS, tipOf(element));
      else later(HIDE_MILLISECONDS, null);
    };
    const onFocus = (event: FocusEvent) => {
      const element = marked(event.target);
      later(0, element?.matches(":focus-visible") === true ? tipOf(element) : null);
    };
    const hide = () => later(0, null);
    document.addEventListener("pointerover", onPointer);
    document.addEventListener("focusin", onFocus);
    document.addEventListener("pointerdown", hide);
    window.addEventListener("scroll", hide, { passive: true, capture: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener("pointerover", onPointer);
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("pointerdown", hide);
      window.removeEventListener("scroll", hide, { capture: true });
    };
  }, []);
  useEffect(() => {
    if (!shown) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      // The tip goes first; a second Escape closes what lies beneath.
      event.preventDefault();
      event.stopPropagation();
      setTip(null);
    };
    document.addEventListener("keydown", onKey, { capture: true });
    return () => document.removeEventListener("keydown", onKey, { capture: true });
  }, [shown]);
  if (tip === null) return null;
  return (
    <div ref={own} className="mark-tip" data-above={tip.above} style={{ left: tip.left, top: tip.top }}>
      <ul>
        {tip.words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
    </div>
  );
}
