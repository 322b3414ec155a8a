/**
 * What can be found, spelt once for each commit: what the register held at a commit never changes, so it need not be read
 * again for every letter that somebody types.
 */
import { type Prepared, prepared } from "./rules.ts";
import type { SearchMoment, SearchSource, SearchWords } from "./vocabulary.ts";

/** Moments that are held at once, of each source; the one that was asked for longest ago goes first. */
const HELD_AT_MOST = 6;

type Listing = (moment: SearchMoment, typed: SearchWords) => Promise<readonly Prepared[]>;

/** The same source, answering from memory where it was asked the same before. A reading that fails is not kept. */
export function holdCandidates(source: SearchSource): Listing {
  if ("find" in source) {
    return async (moment, typed) => (await source.find(moment, typed)).map(prepared);
  }
  const held = new Map<string, Promise<readonly Prepared[]>>();
  return (moment) => {
    const key = `${moment.known.commit} ${moment.language} ${source.byDay ? moment.asOf : ""}`;
    const reading = held.get(key) ?? source.list(moment).then((found) => found.map(prepared));
    held.delete(key);
    held.set(key, reading);
    reading.catch(() => held.delete(key));
    for (const old of held.keys()) {
      if (held.size <= HELD_AT_MOST) break;
      held.delete(old);
    }
    return reading;
  };
}
