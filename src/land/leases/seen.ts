/** Leases as who asks may see them, and who holds a plot as far as they may see that. */
import type { FigureContext } from "../../figures/public.ts";
import { closedAmong, papersBehind, type Seen, seenOf } from "../../register/public.ts";
import type { Holdings } from "../reading.ts";
import type { Holding } from "../rules.ts";
import { holdsOn, leasesOn } from "./rules.ts";
import { type LeaseState, listLeasesOfPlots } from "./store.ts";

/** What tells that there is such a lease: where its paper is closed, the lease itself is hidden. */
const EXISTENCE = ["plot", "kind"] as const;

/** A lease that who asks may see; `hidden`: the attributes that they may not. */
export type SeenLease = Seen<LeaseState>;

/** Those of some leases that may be seen, without what rests on papers closed to who asks. */
export async function seenLeases(
  leases: readonly LeaseState[],
  { reader }: Pick<FigureContext, "reader">,
): Promise<readonly SeenLease[]> {
  const isClosed = await closedAmong(reader, papersBehind(leases));
  return leases
    .map((lease) => seenOf(lease, isClosed))
    .filter(({ hidden }) => EXISTENCE.every((name) => !hidden.includes(name)));
}

const ORDER: readonly Holding[] = [null, "offered", "agreed", "leased"];

/** Who holds the plots on the day, as far as who asks may see it: the furthest of what is told of each. */
export const holdingsOfPlots: Holdings = async ({ plots, asOf, known }, context) => {
  const leases = await seenLeases(await listLeasesOfPlots(context.db, { plots, asOf, known }), context);
  const held = new Map<string, Holding>();
  for (const { attributes } of leases) {
    const { plot, kind, ended } = attributes;
    if (plot === undefined) continue;
    const isOffered = kind === "offer" && ended === undefined;
    const now = leasesOn(attributes, asOf)
      ? "leased"
      : holdsOn(attributes, asOf)
        ? "agreed"
        : isOffered
          ? "offered"
          : null;
    const before = held.get(plot) ?? null;
    if (ORDER.indexOf(now) > ORDER.indexOf(before)) held.set(plot, now);
  }
  return held;
};
