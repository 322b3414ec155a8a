/** What the history needs from who knows every kind of subject: the parts of commits in words. */
import type { Asker } from "../people/public.ts";
import type { Known } from "../register/public.ts";
import type { AdoptionSaid, ChangeSaid, ClaimSaid, EntrySaid } from "./partStore.ts";
import type { HistoryPart } from "./vocabulary.ts";

/** What parts say, by their ids. `withdrawn` are the changes that some of the changes take back. */
export type Said = {
  readonly changes: ReadonlyMap<string, ChangeSaid>;
  readonly withdrawn: ReadonlyMap<string, ChangeSaid>;
  readonly entries: ReadonlyMap<string, EntrySaid>;
  readonly claims: ReadonlyMap<string, ClaimSaid>;
  readonly adoptions: ReadonlyMap<string, AdoptionSaid>;
};

/** Whom a part is about, where that is one subject with a name, and what it says. */
export type Told = { readonly subject: HistoryPart["subject"]; readonly text: string };

/** Puts parts into words: a map by their ids. Papers tell themselves. */
export type Tell = (
  said: Said,
  of: { readonly known: Known; readonly language: "vi" | "en"; readonly asker: Asker },
) => Promise<ReadonlyMap<string, Told>>;

/** Which of some changes and entries (ids) are in force and may be put right by the asker. */
export type Correctable = (ids: readonly string[], asker: Asker) => Promise<ReadonlySet<string>>;
