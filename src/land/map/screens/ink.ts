/** The colours of the page's theme for what is drawn by hand; follows a change of the theme. */
import { useEffect, useState } from "react";
import type { Ink } from "./style.ts";

const STEPS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

function readInk(): Ink {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ground: of("paper"),
    rule: of("rule"),
    ink: of("ink"),
    ink2: of("ink-2"),
    accent: of("accent"),
    scale: STEPS.map((step) => of(`scale-${step}`)),
  };
}

/** The colours as they are now. */
export function useInk(): Ink {
  const [ink, setInk] = useState(readInk);
  useEffect(() => {
    const read = () => setInk(readInk());
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    const theme = new MutationObserver(read);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    dark.addEventListener("change", read);
    return () => {
      theme.disconnect();
      dark.removeEventListener("change", read);
    };
  }, []);
  return ink;
}
