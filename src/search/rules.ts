/** How well typed words meet a thing, and which things come first. With or without accents, in either Unicode form. Pure. */
import { compareVietnamese, searchKey, spellingKey } from "../kernel/text.ts";
import {
  type Candidate,
  SEARCH_KINDS,
  SEARCH_RANKS,
  type SearchHit,
  type SearchKind,
  type SearchRank,
} from "./vocabulary.ts";

/** The spellings under which something is found. */
export type Spelt = {
  readonly names: ReadonlyArray<{
    readonly name: string;
    readonly plain: string;
    readonly accented: string;
    readonly words: readonly string[];
  }>;
  readonly words: readonly string[];
};

/** A candidate with them. */
export type Prepared = Spelt & { readonly candidate: Candidate };

/** What was typed. */
export type Typed = {
  readonly plain: string;
  readonly accented: string;
  readonly words: readonly string[];
};

/** Spells a candidate once, so that asking often costs little. */
export function prepared(candidate: Candidate): Prepared {
  return { candidate, ...spelt(candidate) };
}

/** Spells names and what is told with them. */
export function spelt(of: Pick<Candidate, "names" | "text">): Spelt {
  const names = of.names.map((name) => {
    const plain = searchKey(name);
    return { name, plain, accented: spellingKey(name), words: plain.split(" ") };
  });
  const text = searchKey(of.text);
  return { names, words: [...names.flatMap((n) => n.words), ...text.split(" ")] };
}

/** What was typed, as it is compared; null where nothing is left of it. */
export function typedOf(query: string): Typed | null {
  const plain = searchKey(query);
  return plain === "" ? null : { plain, accented: spellingKey(query), words: plain.split(" ") };
}

type Meeting = { readonly rank: SearchRank; readonly accents: boolean; readonly name: string | null };

/** How the words meet the thing: by the best of its names, else by what is told with it; null: not at all. */
export function meet(typed: Typed, { names, words }: Spelt): Meeting | null {
  let best: Meeting | null = null;
  for (const name of names) {
    const rank = rankOf(typed, name);
    if (rank === null) continue;
    const accents = name.accented.includes(typed.accented);
    const meeting = { rank, accents, name: name.name };
    if (best === null || compareMeetings(meeting, best) < 0) best = meeting;
  }
  if (best !== null) return best;
  return typed.words.every((word) => begins(words, word))
    ? { rank: "text", accents: false, name: null }
    : null;
}

function rankOf(typed: Typed, name: Spelt["names"][number]): SearchRank | null {
  if (name.plain === typed.plain) return "exact";
  if (name.plain.startsWith(typed.plain)) return "prefix";
  return typed.words.every((word) => begins(name.words, word)) ? "words" : null;
}

function begins(words: readonly string[], start: string): boolean {
  return words.some((word) => word.startsWith(start));
}

function compareMeetings(a: Pick<Meeting, "rank" | "accents">, b: Pick<Meeting, "rank" | "accents">): number {
  return SEARCH_RANKS.indexOf(a.rank) - SEARCH_RANKS.indexOf(b.rank) || Number(b.accents) - Number(a.accents);
}

/** A thing that was met, with what decides its place among the others. `near`: it lies in the asked place. */
export type Met = Meeting & { readonly candidate: Candidate; readonly near: boolean; readonly at: number };

const KINDS = Object.keys(SEARCH_KINDS);

/** The best first: by rank, then met with its accents, then near, then by kind; equals stay in the order of their source. */
function compareMet(a: Met, b: Met): number {
  return (
    compareMeetings(a, b) ||
    Number(b.near) - Number(a.near) ||
    KINDS.indexOf(a.candidate.kind) - KINDS.indexOf(b.candidate.kind) ||
    a.at - b.at ||
    compareVietnamese(a.candidate.label, b.candidate.label)
  );
}

function readable({ label, detail, names }: Candidate): string {
  // Only the spellings without the word of the kind and with it in full are meant: `Mẫu` for `CCN Mẫu`.
  const [first = ""] = names;
  return searchKey(`${label} ${first} ${detail ?? ""}`);
}

/** The first of all that was met: at most `ofKind` of one kind, so that none hides the others, and `limit` in all. */
export function best(
  met: readonly Met[],
  { ofKind, limit }: { readonly ofKind: number; readonly limit: number },
): readonly SearchHit[] {
  const counts = new Map<SearchKind, number>();
  const kept: SearchHit[] = [];
  for (const hit of [...met].sort(compareMet)) {
    const { kind, id, key, label, detail } = hit.candidate;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count > ofKind) continue;
    // A name that can be read already need not be told once more; a key is no name for people.
    const told =
      hit.name === null || hit.name === key || readable(hit.candidate).includes(searchKey(hit.name));
    const shown = told ? null : hit.name;
    kept.push({ kind, id, key, label, detail, met: shown, rank: hit.rank });
    if (kept.length === limit) break;
  }
  return kept;
}
