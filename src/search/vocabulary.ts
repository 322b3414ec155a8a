/** The words of searching: what can be found, how a found thing is answered, and what a folder hands in to be found. */
import { z } from "zod";
import type { PlainDate } from "../kernel/dates.ts";
import type { Sentence } from "../kernel/problems.ts";
import type { Db } from "../platform/database/tables.ts";

/** What can be found, in the order in which equals are told. */
export const SEARCH_KINDS = {
  zone: { vi: "Khu, cụm công nghiệp", en: "Parks and clusters" },
  place: { vi: "Địa bàn", en: "Places" },
  document: { vi: "Văn bản", en: "Papers" },
  figure: { vi: "Chỉ tiêu", en: "Figures" },
  statement: { vi: "Điều của Chương trình", en: "Statements of the programme" },
  plot: { vi: "Lô đất", en: "Plots" },
  lease: { vi: "Hợp đồng thuê đất", en: "Leases" },
  clearance: { vi: "Đợt giải phóng mặt bằng", en: "Rounds of site clearance" },
  task: { vi: "Nhiệm vụ", en: "Tasks" },
} as const satisfies Record<string, Sentence>;
export const searchKind = z.enum([
  "zone",
  "place",
  "document",
  "figure",
  "statement",
  "plot",
  "lease",
  "clearance",
  "task",
]);
export type SearchKind = z.infer<typeof searchKind>;

/**
 * How the words met a thing, the best first: they are one of its names, a name begins with them, each begins a word of a
 * name, or each begins a word of what is told with it.
 */
export const SEARCH_RANKS = ["exact", "prefix", "words", "text"] as const;
export const searchRank = z.enum(SEARCH_RANKS);
export type SearchRank = z.infer<typeof searchRank>;

/** A found thing. `met`: the name that was met, where it is not the one shown, such as an old one. */
export const searchHit = z.object({
  kind: searchKind,
  id: z.string(),
  key: z.string().nullable(),
  label: z.string(),
  detail: z.string().nullable(),
  met: z.string().nullable(),
  rank: searchRank,
});
export type SearchHit = z.infer<typeof searchHit>;

export const searchAnswer = z.object({ items: z.array(searchHit) });

/** Something that can be found, as its folder knows it. */
export type Candidate = {
  readonly kind: SearchKind;
  readonly id: string;
  readonly key: string | null;
  readonly label: string;
  /** A line beneath the label. */
  readonly detail: string | null;
  /** Everything it is called or was called, with its codes and numbers. */
  readonly names: readonly string[];
  /** What is told with it, where words are looked for last. */
  readonly text: string;
  /** Ids of the places in which it lies; what lies in the asked place is told before its equals. */
  readonly places: readonly string[];
  /** Who may find it. The same thing may be handed in once for each class of readers who know more of it. */
  readonly access: "public" | "internal" | "personal";
};

/** When and in which language is asked. `known` is the commit as of which. */
export type SearchMoment = {
  readonly asOf: PlainDate;
  readonly known: { readonly commit: number; readonly at: string | null; readonly latest: boolean };
  readonly language: "vi" | "en";
};

/** What was typed, as `searchKey` gives its words; which papers the asker may read, and where to read under their rights. */
export type SearchWords = {
  readonly words: readonly string[];
  readonly access: ReadonlyArray<Candidate["access"]>;
  readonly reader: Db;
};

/**
 * Where things of one kind come from: all of them, held in memory for a commit (`byDay`: for a commit and a day), or, where
 * there may be too many to hold, those that hold all the words.
 */
export type SearchSource =
  | {
      readonly kind: SearchKind;
      readonly byDay: boolean;
      readonly list: (moment: SearchMoment) => Promise<readonly Candidate[]>;
    }
  | {
      readonly kind: SearchKind;
      readonly find: (moment: SearchMoment, typed: SearchWords) => Promise<readonly Candidate[]>;
    };
