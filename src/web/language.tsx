/** In which of the two languages a screen speaks; every message is a `Sentence`, so neither language can lack one. */
import { createContext, useCallback, useContext } from "react";
import type { Sentence } from "../kernel/problems.ts";

export type Lang = "vi" | "en";

/** A table of messages: the type makes both languages complete. */
export type Messages = Record<string, Sentence>;

export const LanguageContext = createContext<Lang>("vi");

/** The language of the screen. */
export function useLang(): Lang {
  return useContext(LanguageContext);
}

/** Says a sentence in the language of the screen. */
export function useSay(): (sentence: Sentence) => string {
  const lang = useLang();
  return useCallback((sentence: Sentence) => sentence[lang], [lang]);
}

/** Whether a text from an address names a language. */
export function isLang(text: string | null): text is Lang {
  return text === "vi" || text === "en";
}
