/** Language and theme. The theme follows the machine until a reader chooses one; the choice stays in this browser. */
import { useState } from "react";
import { useSay } from "../../web/language.tsx";
import { useSetQuery, useView } from "../../web/view.tsx";
import { APP_WORDS } from "./start.ts";

type Theme = "light" | "dark";
const STORED = "khu.theme";

function isTheme(text: string | null | undefined): text is Theme {
  return text === "light" || text === "dark";
}

function storedTheme(): Theme | null {
  try {
    const stored = localStorage.getItem(STORED);
    return isTheme(stored) ? stored : null;
  } catch {
    return null; // A browser may forbid storage; the machine's theme then holds.
  }
}

/** Sets the theme that was chosen before; called once, before anything is drawn. */
export function applyStoredTheme(): void {
  const theme = storedTheme();
  if (theme !== null) document.documentElement.dataset.theme = theme;
}

function presentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (isTheme(chosen)) return chosen;
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Switches between the light and the dark theme. */
function ThemeSwitch() {
  const say = useSay();
  const [theme, setTheme] = useState(presentTheme);
  const other = theme === "dark" ? "light" : "dark";
  return (
    <button
      type="button"
      className="bare"
      onClick={() => {
        document.documentElement.dataset.theme = other;
        try {
          localStorage.setItem(STORED, other);
        } catch {
          // Not stored: the choice lasts as long as the page.
        }
        setTheme(other);
      }}
    >
      {say(APP_WORDS[other])}
    </button>
  );
}

/** Vietnamese first, English by switch. */
function LanguageSwitch() {
  const { lang } = useView();
  const say = useSay();
  const setQuery = useSetQuery();
  return (
    <fieldset className="languages">
      <legend className="visually-hidden">{say(APP_WORDS.language)}</legend>
      <button
        type="button"
        className="bare"
        lang="vi"
        aria-pressed={lang === "vi"}
        onClick={() => setQuery({ lang: null })}
      >
        VI<span className="visually-hidden"> · Tiếng Việt</span>
      </button>
      <button
        type="button"
        className="bare"
        lang="en"
        aria-pressed={lang === "en"}
        onClick={() => setQuery({ lang: "en" })}
      >
        EN<span className="visually-hidden"> · English</span>
      </button>
    </fieldset>
  );
}

/** Both, in the bar; on a phone beside the name of the product. */
export function Switches() {
  return (
    <div className="switches">
      <LanguageSwitch />
      <ThemeSwitch />
    </div>
  );
}
