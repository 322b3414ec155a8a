/**
 * The places that a server holds in memory, kept as the register has them: also where another process writes them, an
 * import from the command line or a second server on the same database.
 */
import type { Db } from "../platform/database/tables.ts";
import { findKnown } from "../register/public.ts";
import { placeDirectory } from "./directory.ts";
import type { PlaceDirectory } from "./public.ts";
import { placesTouched, readPlaces } from "./store.ts";

/** What is held. `current` is empty until places were read once. */
export type HeldPlaces = {
  readonly current: () => PlaceDirectory;
  /** Reads them anew where a commit since the last look touched a place. */
  readonly refresh: () => Promise<void>;
  /** The same, but at most once in `LOOK_EVERY`; waits for a reading that is under way. */
  readonly keepFresh: () => Promise<void>;
};

/** Milliseconds after which a commit of another process is seen at the latest. */
const LOOK_EVERY = 1_000;

/** Holds the places of a register; `now` in milliseconds, of any clock that does not go back. */
export function holdPlaces(db: Db, now: () => number): HeldPlaces {
  let directory = placeDirectory({ ids: new Map(), units: [], links: [] });
  let seen = 0;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | null = null;

  async function look(): Promise<void> {
    const known = await findKnown(db, null);
    const head = known.ok ? known.value.commit : 0;
    if (head === seen) return;
    // What is read may be newer than the head that was seen: the next look then reads once more, for nothing.
    if (await placesTouched(db, { after: seen, upTo: head }))
      directory = placeDirectory(await readPlaces(db));
    seen = head;
  }

  /** Looks once those that look already are done: a commit that came meanwhile may have been missed by them. */
  function refresh(): Promise<void> {
    lookedAt = now();
    const before = reading ?? Promise.resolve();
    const mine: Promise<void> = before
      .catch(() => undefined)
      .then(look)
      .finally(() => {
        if (reading === mine) reading = null;
      });
    reading = mine;
    return mine;
  }

  return {
    current: () => directory,
    refresh,
    keepFresh: async () => {
      if (reading !== null) await reading;
      else if (now() - lookedAt >= LOOK_EVERY) await refresh();
    },
  };
}
