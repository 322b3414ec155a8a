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

/**
 * Which pages are about the work at hand and not about the register: `asked` are of the day that the address names and of
 * today where it names none, `today` are of today alone, null are the register's.
 */
export type WorkOf = (pathname: string) => "asked" | "today" | null;

/** Where a reader begins who names no place and no day, and what today is, of which the pages of work are. */
export type Beginning = Pick<View, "place" | "asOf"> & {
  readonly today: PlainDate;
  readonly workOf: WorkOf;
};
export const ViewDefaults = createContext<Beginning | null>(null);

/** The part of an address that a view holds. */
export function viewQuery(view: View): Record<"place" | "asOf" | "knownAt" | "lang", string | null> {
  return {
    place: view.place,
    asOf: view.asOf,
    knownAt: view.knownAt,
    lang: view.lang === "vi" ? null : view.lang,
  };
}

type Viewed = View & {
  /** The day in the address where that is none. */
  readonly wrongDay: string | null;
  /** The day that the address of a page of work names; null: it is of today. */
  readonly namedDay: PlainDate | null;
  readonly work: ReturnType<WorkOf>;
};

/** The view of the page in which this is called. */
export function useView(): Viewed {
  const defaults = useContext(ViewDefaults);
  if (defaults === null) throw new Error("useView outside of ViewDefaults");
  const { search, pathname } = useLocation();
  return useMemo(() => {
    const query = new URLSearchParams(search);
    const asOf = query.get("asOf");
    const lang = query.get("lang");
    const work = defaults.workOf(pathname);
    const known = asOf !== null && isPlainDate(asOf) && work !== "today";
    return {
      place: query.get("place") ?? defaults.place,
      asOf: known ? asOf : work === null ? defaults.asOf : defaults.today,
      knownAt: query.get("knownAt"),
      lang: isLang(lang) ? lang : "vi",
      wrongDay: asOf === null || isPlainDate(asOf) ? null : asOf,
      namedDay: known && work === "asked" ? asOf : null,
      work,
    };
  }, [search, pathname, defaults]);
}

/** The day that a link takes along: what was asked of the register says nothing of the day of work, nor the other way. */
function dayTaken(view: Viewed, to: ReturnType<WorkOf>): PlainDate | null {
  if (to === "today") return null;
  if (view.work === null) return to === null ? view.asOf : null;
  return view.namedDay;
}

/** Builds an in-app address that keeps the view; `extra` adds to it or replaces a part. */
export function useHref(): (path: string, extra?: Readonly<Record<string, string | null>>) => string {
  const view = useView();
  const workOf = useContext(ViewDefaults)?.workOf;
  return useCallback(
    (path, extra = {}) => {
      const [before = "", hash] = path.split("#");
      const [pathname = "", own] = before.split("?");
      const href = withQuery(pathname, {
        ...viewQuery(view),
        asOf: dayTaken(view, workOf?.(pathname) ?? null),
        ...Object.fromEntries(new URLSearchParams(own)),
        ...extra,
      });
      return hash === undefined ? href : `${href}#${hash}`;
    },
    [view, workOf],
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
