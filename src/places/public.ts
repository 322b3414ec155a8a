/** What other folders may use of places. */
import type { PlainDate } from "../kernel/dates.ts";
import type { SearchRank } from "./search.ts";
import type { LinkBasis, LinkShare, UnitLevel } from "./vocabulary.ts";

export { findCommuneCentre } from "./centres.ts";
export { placeAttributes } from "./subject.ts";

/** Whether a place lies within another, for who knows both; a place that is not known lies nowhere. */
export const liesWithin =
  (directory: Pick<PlaceDirectory, "find" | "containment">) =>
  (place: string, within: string): boolean =>
    directory.find(place) !== null &&
    directory.find(within) !== null &&
    directory.containment(place, within) === "within";

/**
 * A unit as answers name it. `from` null: before what is recorded; `to` is exclusive, null: it exists. `endsBy`: it is only
 * known to have ended no later than then.
 */
export type PlaceUnit = {
  readonly id: string;
  readonly key: string;
  readonly code: string;
  readonly name: string;
  readonly level: UnitLevel;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly endsBy: boolean;
  /** Other full names that it bore at another time. */
  readonly otherNames: readonly string[];
};

/** A unit before or after another: how much of the earlier went into the later, and on what that rests. */
export type PlaceRelative = PlaceUnit & {
  readonly share: LinkShare;
  /** Null: reckoned from the communes of a district. */
  readonly basis: LinkBasis | null;
};

/** A unit that was searched: by which of its names it was met, and how well. */
export type PlaceFound = PlaceUnit & { readonly matchedName: string; readonly rank: SearchRank };

/** How a question about a place finds records: by the places they name. */
export type PlaceScope = {
  readonly place: PlaceUnit;
  /** Ids of the units whose ground lies wholly within the place, whatever the time of either; with itself. */
  readonly within: readonly string[];
  /** Ids of the units of which only a part lies within it. */
  readonly crossing: readonly string[];
};

/** All units, held in memory; refreshed when a commit touches a place. */
export type PlaceDirectory = {
  readonly find: (id: string) => PlaceUnit | null;
  /** Throws where there is no such unit: ids come from the register. */
  readonly get: (id: string) => PlaceUnit;
  /** The unit that bore the code on that day, else the last before, else the first after. */
  readonly findByCode: (code: string, on: PlainDate) => PlaceUnit | null;
  readonly scopeOf: (id: string) => PlaceScope;
  readonly containment: (id: string, within: string) => "within" | "crosses" | "outside";
  /** The chain upwards on a day of its life (the nearest to the asked one), nearest first. */
  readonly ancestors: (id: string, on: PlainDate) => readonly PlaceUnit[];
  /** The units that stand under no other on the day: the provinces, in the order of their codes. */
  readonly roots: (on: PlainDate) => readonly PlaceUnit[];
  readonly children: (id: string, on: PlainDate) => readonly PlaceUnit[];
  readonly predecessors: (id: string) => readonly PlaceRelative[];
  readonly successors: (id: string) => readonly PlaceRelative[];
  readonly search: (
    query: string,
    options: { readonly on?: PlainDate; readonly limit: number },
  ) => readonly PlaceFound[];
};
