/**
 * What the reader looks at: place, day, what was known when, language. It stands in the address of every page, so that
 * any view can be shared, and every link keeps it.
 */
import { createContext, useCallback, useContext, useMemo } from "react";
import { type Location, useLocation, useNavigate } from "react-router";
import { z } from "zod";
import { isPlainDate, type PlainDate } from "../kernel/dates.ts";
import { withQuery } from "./api.ts";
import { isLang, type Lang } from "./language.tsx";

export type View = {
  /** Code or id of the place. */
  readonly place: string;
  readonly asOf: PlainDate;
  /** A moment, a day or a commit number; null: what is known now. */
  readonly knownAt: string | null;
  readonly lang: Lang;
};

/** Where a reader begins who names no place and no day. */
export const ViewDefaults = createContext<Pick<View, "place" | "asOf"> | null>(null);

/** The part of an address that a view holds. */
export function viewQuery(view: View): Record<"place" | "asOf" | "knownAt" | "lang", string | null> {
  return {
    place: view.place,
    asOf: view.asOf,
    knownAt: view.knownAt,
    lang: view.lang === "vi" ? null : view.lang,
  };
}

/** The view of the page in which this is called, and the day in the address where that is none. */
export function useView(): View & { readonly wrongDay: string | null } {
  const defaults = useContext(ViewDefaults);
  if (defaults === null) throw new Error("useView outside of ViewDefaults");
  const { search } = useLocation();
  return useMemo(() => {
    const query = new URLSearchParams(search);
    const asOf = query.get("asOf");
    const lang = query.get("lang");
    const known = asOf !== null && isPlainDate(asOf);
    return {
      place: query.get("place") ?? defaults.place,
      asOf: known ? asOf : defaults.asOf,
      knownAt: query.get("knownAt"),
      lang: isLang(lang) ? lang : "vi",
      wrongDay: asOf === null || known ? null : asOf,
    };
  }, [search, defaults]);
}

/** Builds an in-app address that keeps the view; `extra` adds to it or replaces a part. */
export function useHref(): (path: string, extra?: Readonly<Record<string, string | null>>) => string {
  const view = useView();
  return useCallback(
    (path, extra = {}) => {
      const [before = "", hash] = path.split("#");
      const [pathname = "", own] = before.split("?");
      const href = withQuery(pathname, {
        ...viewQuery(view),
        ...Object.fromEntries(new URLSearchParams(own)),
        ...extra,
      });
      return hash === undefined ? href : `${href}#${hash}`;
    },
    [view],
  );
}

const besideState = z.object({
  beside: z.object({
    pathname: z.string(),
    search: z.string(),
    hash: z.string(),
    key: z.string(),
    state: z.null(),
  }),
  /** Whether place, day or order have changed since the proof was opened. */
  moved: z.boolean().optional(),
});
/** The page beside which a proof is open, from the state of a history entry. */
export function findBeside(state: unknown): Location<null> | null {
  return besideState.safeParse(state).data?.beside ?? null;
}

/** Whether the page behind an open proof is no longer the one before it in the history. */
export function hasMoved(state: unknown): boolean {
  return besideState.safeParse(state).data?.moved === true;
}

/** The history state that opens an address beside the present page. */
export function besideOf(location: Location): { readonly beside: Location<null> } {
  return { beside: findBeside(location.state) ?? { ...location, state: null } };
}

/** The address of the proof that is open beside the page; null where none is. */
export const ProofOpen = createContext<Location | null>(null);

function changedSearch(search: string, change: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/**
 * Changes parts of the address in place. A page and the proof beside it are asked for the same place and day, so a change
 * by the frame or the proof holds for both; what only the page behind chooses (its order, its filter) leaves the proof open.
 */
export function useSetQuery(): (
  change: Readonly<Record<string, string | null>>,
  options?: { replace?: boolean },
) => void {
  const navigate = useNavigate();
  const location = useLocation();
  const proof = useContext(ProofOpen);
  return useCallback(
    (change, { replace = false } = {}) => {
      const search = changedSearch(location.search, change);
      const beside = findBeside(location.state);
      if (beside !== null) {
        const state = { beside: { ...beside, search: changedSearch(beside.search, change) }, moved: true };
        navigate({ ...location, search }, { replace: true, state });
      } else if (proof !== null) {
        navigate(proof, {
          replace: true,
          state: { beside: { ...location, state: null, search }, moved: true },
        });
      } else {
        navigate({ ...location, search }, { replace });
      }
    },
    [navigate, location, proof],
  );
}
