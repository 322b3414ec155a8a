/** The answers that the screens of places read, where those screens stand, and how a unit's days are told. Pure. */
import { z } from "zod";
import { addDays } from "../../kernel/dates.ts";
import { plainDateText } from "../../register/vocabulary.ts";
import { formatDate } from "../../web/format.ts";
import type { Lang } from "../../web/language.tsx";
import { linkBasis, linkShare, unitLevel } from "../vocabulary.ts";
import { PLACE_WORDS } from "./words.ts";

const name = z.object({ id: z.string(), code: z.string(), name: z.string() });
const relative = name.extend({ share: linkShare, basis: linkBasis.nullable(), note: z.string().nullable() });
const life = {
  from: plainDateText.nullable(),
  to: plainDateText.nullable(),
  endsBy: z.boolean(),
};

export const placeFound = name.extend({
  level: unitLevel,
  ...life,
  within: z.string().nullable(),
  successors: z.array(relative),
});
export type PlaceFound = z.infer<typeof placeFound>;
export const placesFound = z.object({ items: z.array(placeFound) });

export const placePage = placeFound.extend({
  key: z.string(),
  otherNames: z.array(z.string()),
  parents: z.array(name),
  children: z.array(name),
  predecessors: z.array(relative),
});
export type PlacePage = z.infer<typeof placePage>;
export type PlaceRelative = PlacePage["predecessors"][number];

export const placeTree = z.object({
  items: z.array(name.extend({ level: unitLevel, children: z.number().int() })),
});
export type Branch = z.infer<typeof placeTree>["items"][number];

/** Where a unit has its page. Its id alone names it: a code has named different units. */
export function placePath(place: { readonly id: string }): string {
  return `/places/${encodeURIComponent(place.id)}`;
}

/** From when to when the unit is on record: `đến 30/06/2025`, `từ 01/07/2025`; null where it has no end on record. */
export function lifeInWords(of: Pick<PlacePage, "from" | "to" | "endsBy">, lang: Lang): string | null {
  const parts = [
    of.from === null ? null : `${PLACE_WORDS.since[lang]} ${formatDate(of.from, lang)}`,
    of.to === null
      ? null
      : of.endsBy
        ? `${PLACE_WORDS.endedBy[lang]} ${formatDate(of.to, lang)}`
        : `${PLACE_WORDS.until[lang]} ${formatDate(addDays(of.to, -1), lang)}`,
  ].filter((p) => p !== null);
  return parts.length === 0 ? null : parts.join(" ");
}
