/** Places for the search over everything: met by the rules of search.ts, told with what they lie in and what they became. */
import { addDays, printedDate } from "../kernel/dates.ts";
import type { Candidate, SearchMoment, SearchRank } from "../search/vocabulary.ts";
import type { PlaceDirectory, PlaceFound } from "./public.ts";

const RANKS = {
  code: "exact",
  exact: "exact",
  exactWithoutAccents: "exact",
  prefix: "prefix",
  words: "words",
  path: "text",
} as const satisfies Record<PlaceFound["rank"], SearchRank>;

const WORDS = {
  until: { vi: "đến", en: "until" },
  endedBy: { vi: "hết trước", en: "ended before" },
  since: { vi: "từ", en: "from" },
  now: { vi: "nay thuộc", en: "now in" },
} as const;

const AT_MOST = 12;

type FoundPlace = {
  readonly candidate: Candidate;
  readonly rank: SearchRank;
  readonly accents: boolean;
  readonly name: string;
};

/** The places that the words mean on the day, best first. */
export function findPlaces(
  places: PlaceDirectory,
  query: string,
  moment: SearchMoment,
): readonly FoundPlace[] {
  return places.search(query, { on: moment.asOf, limit: AT_MOST }).map((found) => ({
    rank: RANKS[found.rank],
    accents: found.rank === "exact" || found.rank === "code",
    name: found.matchedName,
    candidate: {
      kind: "place",
      id: found.id,
      key: found.key,
      label: found.name,
      detail: detailOf(found, places, moment),
      names: [],
      text: "",
      places: [found.id],
      access: "public",
    },
  }));
}

function detailOf(unit: PlaceFound, places: PlaceDirectory, { asOf, language }: SearchMoment): string {
  const above = places.ancestors(unit.id, asOf).map((a) => a.name);
  return [unit.code, above.join(", "), lifeOf(unit, places, language)].filter((t) => t !== "").join(" · ");
}

/** `đến 30/06/2025, nay thuộc Xã Mẫu`; empty for a unit that has always been there. */
function lifeOf(unit: PlaceFound, places: PlaceDirectory, language: SearchMoment["language"]): string {
  if (unit.to === null) {
    return unit.from === null ? "" : `${WORDS.since[language]} ${printedDate(unit.from)}`;
  }
  const later = places.successors(unit.id).map((s) => s.name);
  const became = later.length === 0 ? "" : `, ${WORDS.now[language]} ${later.join(", ")}`;
  if (unit.endsBy) return `${WORDS.endedBy[language]} ${printedDate(unit.to)}${became}`;
  return `${WORDS.until[language]} ${printedDate(addDays(unit.to, -1))}${became}`;
}
