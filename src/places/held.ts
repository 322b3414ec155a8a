/**
 * The places that a server holds in memory, kept as the register has them: also where another process writes them, an
 * import from the command line or a second server on the same database.
 */
import { sharedLook } from "../kernel/sharedLook.ts";
import type { Db } from "../platform/database/tables.ts";
import { findKnown } from "../register/public.ts";
import { placeDirectory } from "./directory.ts";
import type { PlaceDirectory } from "./public.ts";
import { placesTouched, readPlaces } from "./store.ts";

/** What is held. `current` is empty until there was a look. */
export type HeldPlaces = {
  readonly current: () => PlaceDirectory;
  /**
   * Looks at the register's last commit and reads the places anew where one since the last look touched any; answers
   * that commit's number. Those who ask at once share a look.
   */
  readonly look: () => Promise<number>;
};

/** Holds the places of a register. */
export function holdPlaces(db: Db): HeldPlaces {
  let directory = placeDirectory({ ids: new Map(), units: [], links: [] });
  let seen = 0;
  const look = sharedLook(async () => {
    const known = await findKnown(db, null);
    const head = known.ok ? known.value.commit : 0;
    if (head === seen) return head;
    // What is read may be newer than the head that was seen: the next look then reads once more, for nothing.
    if (await placesTouched(db, { after: seen, upTo: head }))
      directory = placeDirectory(await readPlaces(db));
    seen = head;
    return head;
  });
  return { current: () => directory, look };
}
