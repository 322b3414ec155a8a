/** Which page of a copy is shown and how large: turned by buttons, keys and places in the text. Pure. */

/** `zoom`: how much larger than the width that there is. */
export type Viewing = { readonly page: number; readonly zoom: number };

export type Move = "next" | "previous" | "first" | "last" | "larger" | "smaller" | "fit";

export const FITTING: Viewing = { page: 1, zoom: 1 };
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;

function zoomed(zoom: number, by: 1 | -1): number {
  const beyond = by === 1 ? ZOOMS.filter((z) => z > zoom) : ZOOMS.filter((z) => z < zoom).reverse();
  return beyond[0] ?? zoom;
}

/** The view after a move; the same where it leads nowhere. */
export function moved(viewing: Viewing, move: Move, pages: number): Viewing {
  const { page, zoom } = viewing;
  switch (move) {
    case "next":
      return { ...viewing, page: Math.min(page + 1, pages) };
    case "previous":
      return { ...viewing, page: Math.max(page - 1, 1) };
    case "first":
      return { ...viewing, page: 1 };
    case "last":
      return { ...viewing, page: pages };
    case "larger":
      return { ...viewing, zoom: zoomed(zoom, 1) };
    case "smaller":
      return { ...viewing, zoom: zoomed(zoom, -1) };
    case "fit":
      return { ...viewing, zoom: 1 };
  }
}

const KEYS: Readonly<Record<string, Move>> = {
  PageDown: "next",
  PageUp: "previous",
  Home: "first",
  End: "last",
  "+": "larger",
  "=": "larger",
  "-": "smaller",
  "0": "fit",
};

/** What a key does. The arrows turn pages while a page is not wider than its frame; then they scroll it. */
export function moveOfKey(key: string, zoom: number): Move | null {
  if (zoom <= 1 && key === "ArrowRight") return "next";
  if (zoom <= 1 && key === "ArrowLeft") return "previous";
  return Object.hasOwn(KEYS, key) ? (KEYS[key] ?? null) : null;
}

/** The page that a place in the text names: `tr. 2`, `trang 2, đoạn 3`, `p. 2`; null where it names none. */
export function pageOfPlace(place: string): number | null {
  const found = /(?:^|[^\p{L}])(?:trang|tr|page|p)\.?\s*(\d{1,4})(?!\d)/iu.exec(place);
  const page = Number(found?.[1] ?? 0);
  return page > 0 ? page : null;
}
