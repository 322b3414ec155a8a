/**
 * Finds places by what people type: with accents or without, in either Unicode form, wherever the accent sits, under an
 * old name, or by code. A place that has ended is found and says what it became. Pure.
 */
import type { PlainDate } from "../kernel/dates.ts";
import { compareVietnamese, searchKey, tidy } from "../kernel/text.ts";
import { type Relative, stateOn, successors, type UnitState } from "./lineage.ts";
import { accentKey, bareNameOf, bareSearchKey } from "./names.ts";
import { compareText, getUnit, type PlaceIndex } from "./placeIndex.ts";
import { UNIT_LEVEL_NAMES, type Unit } from "./vocabulary.ts";

/** How the words met the place, the best first. `path`: some of the words name a unit above it. */
export const SEARCH_RANKS = ["code", "exact", "exactWithoutAccents", "prefix", "words", "path"] as const;
export type SearchRank = (typeof SEARCH_RANKS)[number];

export type PlaceHit = {
  readonly unit: Unit;
  /** The name that was met, which may be one that the unit bore at another time. */
  readonly matchedName: string;
  readonly rank: SearchRank;
  /** On the asked day; without a day: whether it still exists. */
  readonly state: UnitState;
  /** What an ended place became; empty for the others, and where no list proves it. */
  readonly successors: readonly Relative[];
};

/** A name with the spellings under which it is met; `accented` and `plain` with and without the word of the type. */
type Spelling = {
  readonly name: string;
  readonly accented: readonly [string, string];
  readonly plain: readonly [string, string];
  readonly words: readonly string[];
  readonly accentedWords: readonly string[];
};
type Entry = {
  readonly unit: Unit;
  readonly spellings: readonly Spelling[];
  readonly path: readonly string[];
};
type Query = {
  readonly plain: string;
  readonly words: readonly string[];
  readonly firstBareWord: string;
  readonly accented: string;
  readonly accentedWords: readonly string[];
};
type Meeting = { readonly rank: number; readonly accents: boolean; readonly name: string };
type Found = Meeting & { readonly unit: Unit; readonly state: UnitState };

const entriesOf = new WeakMap<PlaceIndex, readonly Entry[]>();
const DEFAULT_LIMIT = 20;

/**
 * The places that the words mean, best first: by rank, then those existing on the day, then those met with their
 * accents, then from provinces down to communes. At most `limit` (20). No words: none.
 */
export function searchPlaces(
  index: PlaceIndex,
  query: string,
  options: { readonly date?: PlainDate | undefined; readonly limit?: number | undefined } = {},
): readonly PlaceHit[] {
  const asked = queryOf(query);
  if (asked.plain === "") return [];
  const found: Found[] = [];
  for (const { unit, spellings, path } of entries(index)) {
    const meeting = meet(asked, unit, spellings, path);
    if (meeting !== null) found.push({ ...meeting, unit, state: stateFor(unit, options.date) });
  }
  return found
    .sort(byMerit)
    .slice(0, options.limit ?? DEFAULT_LIMIT)
    .map((hit) => ({
      unit: hit.unit,
      matchedName: hit.name,
      rank: SEARCH_RANKS[hit.rank] ?? "path",
      state: hit.state,
      successors: hit.state === "ended" ? successors(index, hit.unit.key) : [],
    }));
}

function stateFor(unit: Unit, date: PlainDate | undefined): UnitState {
  if (date !== undefined) return stateOn(unit, date);
  return unit.to === null ? "exists" : "ended";
}

/** Short forms of type words that people type. */
const SHORT_FORMS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^tp[.\s]+/iu, "thành phố "],
  [/^tx[.\s]+/iu, "thị xã "],
  [/^tt[.\s]+/iu, "thị trấn "],
];

function queryOf(typed: string): Query {
  const text = SHORT_FORMS.reduce((t, [short, long]) => t.replace(short, long), tidy(typed));
  const plain = searchKey(text);
  const accented = accentKey(text);
  const firstBareWord = bareSearchKey(plain).split(" ")[0] ?? "";
  return { plain, words: plain.split(" "), firstBareWord, accented, accentedWords: accented.split(" ") };
}

function entries(index: PlaceIndex): readonly Entry[] {
  const there = entriesOf.get(index);
  if (there !== undefined) return there;
  const ownWords = new Map<string, readonly string[]>();
  const spelt = index.units.map((unit) => {
    const spellings = [unit.name, ...unit.otherNames].map(spellingOf);
    ownWords.set(
      unit.key,
      spellings.flatMap((s) => s.words),
    );
    return { unit, spellings };
  });
  // People place a commune of today by its old district and province too, so those of its predecessors count.
  const pathOf = (unit: Unit): string[] => [
    ...unit.parents.flatMap(({ parentKey }) => [
      ...(ownWords.get(parentKey) ?? []),
      ...pathOf(getUnit(index, parentKey)),
    ]),
    ...(unit.level === "commune" ? (index.linksTo.get(unit.key) ?? []) : []).flatMap((link) =>
      pathOf(getUnit(index, link.fromKey)),
    ),
  ];
  const made = spelt.map((entry) => ({ ...entry, path: [...new Set(pathOf(entry.unit))] }));
  entriesOf.set(index, made);
  return made;
}

function spellingOf(name: string): Spelling {
  const accented = accentKey(name);
  const plain = searchKey(name);
  const typeWords = name.split(" ").length - bareNameOf(name).split(" ").length;
  return {
    name,
    accented: [accented, withoutFirst(accented, typeWords)],
    plain: [plain, withoutFirst(plain, typeWords)],
    words: plain.split(" "),
    accentedWords: accented.split(" "),
  };
}

function withoutFirst(text: string, words: number): string {
  return words === 0 ? text : text.split(" ").slice(words).join(" ");
}

function meet(
  query: Query,
  unit: Unit,
  spellings: readonly Spelling[],
  path: readonly string[],
): Meeting | null {
  if (query.plain === unit.code)
    return { rank: SEARCH_RANKS.indexOf("code"), accents: true, name: unit.name };
  let best: Meeting | null = null;
  for (const spelling of spellings) {
    const rank = rankOf(query, spelling, path);
    if (rank === null) continue;
    const accents = query.accentedWords.every((word) => spelling.accentedWords.includes(word));
    const meeting = { rank: SEARCH_RANKS.indexOf(rank), accents, name: spelling.name };
    if (best === null || meeting.rank < best.rank) best = meeting;
  }
  return best;
}

function rankOf(query: Query, spelling: Spelling, path: readonly string[]): SearchRank | null {
  if (spelling.accented.includes(query.accented)) return "exact";
  if (spelling.plain.includes(query.plain)) return "exactWithoutAccents";
  if (spelling.plain.some((name) => name.startsWith(query.plain))) return "prefix";
  const own = query.words.filter((word) => begins(spelling.words, word));
  if (own.length === query.words.length) return "words";
  // The first word after the type must be the place's own, else every commune would answer to its province's name.
  if (!own.includes(query.firstBareWord)) return null;
  return query.words.every((word) => own.includes(word) || begins(path, word)) ? "path" : null;
}

function begins(words: readonly string[], start: string): boolean {
  return words.some((word) => word.startsWith(start));
}

const STATES: readonly UnitState[] = ["exists", "ended", "notYet"];

function byMerit(a: Found, b: Found): number {
  return (
    a.rank - b.rank ||
    STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
    Number(b.accents) - Number(a.accents) ||
    UNIT_LEVEL_NAMES.indexOf(a.unit.level) - UNIT_LEVEL_NAMES.indexOf(b.unit.level) ||
    compareVietnamese(a.unit.name, b.unit.name) ||
    compareText(a.unit.key, b.unit.key)
  );
}
