/** Which expected milestones have passed while the zone had not reached them. Pure. */
import { lastDay, type PartialDate, type PlainDate } from "../kernel/dates.ts";
import type { ZoneSummary } from "./pageVocabulary.ts";
import type { Stage } from "./vocabulary.ts";

export type MilestoneName = "expectedCompletion" | "expectedOperation";

/** Works that are told of as not complete. */
const UNFINISHED: ReadonlySet<string | null> = new Set(["notBegun", "choosingContractor", "underWay"]);

/**
 * Whether a zone is where the milestone meant it to be. One may operate in part while works on the rest go on: then it
 * is not completed.
 */
function isReached(zone: ZoneSummary, of: MilestoneName): boolean {
  const unfinished = of === "expectedCompletion" && UNFINISHED.has(zone.courses.works ?? null);
  return REACHED[of].includes(zone.stage) && !(unfinished && zone.stage !== "repealed");
}

/** The stages in which a milestone is reached; what is repealed has nothing to reach any more. */
const REACHED: Readonly<Record<MilestoneName, readonly Stage[]>> = {
  expectedCompletion: ["basicallyComplete", "operating", "repealed"],
  expectedOperation: ["operating", "repealed"],
};

/** The milestone that a zone is expected to reach next: beginning to operate, else completion; null where no paper says. */
export function nextMilestone(
  zone: ZoneSummary,
): (NonNullable<ZoneSummary["expectedOperation"]> & { readonly of: MilestoneName }) | null {
  if (zone.expectedOperation !== null) return { of: "expectedOperation", ...zone.expectedOperation };
  if (zone.expectedCompletion !== null) return { of: "expectedCompletion", ...zone.expectedCompletion };
  return null;
}

export type PassedMilestone = {
  readonly zone: ZoneSummary;
  readonly of: MilestoneName;
  readonly date: PartialDate;
  readonly document: { readonly id: string; readonly label: string };
  /** Whether some paper about the zone is newer than the milestone; none of them says that it was reached. */
  readonly newerPapers: boolean;
};

/** The milestones of a zone that had passed on the day without its having reached them, completion first. */
export function passedMilestones(zone: ZoneSummary, asOf: PlainDate): readonly PassedMilestone[] {
  return (["expectedCompletion", "expectedOperation"] as const).flatMap((of) => {
    const milestone = zone[of];
    // A partial date has passed only after the last day that it may mean.
    if (milestone === null || lastDay(milestone.date) >= asOf || isReached(zone, of)) return [];
    const newest = zone.evidenceAsOf === null ? null : lastDay(zone.evidenceAsOf);
    return [{ zone, of, ...milestone, newerPapers: newest !== null && newest > lastDay(milestone.date) }];
  });
}

/** Those of all zones, the earliest first; what is disputed is not judged. */
export function allPassedMilestones(
  zones: readonly ZoneSummary[],
  asOf: PlainDate,
): readonly PassedMilestone[] {
  return zones
    .filter((zone) => zone.disputed === null)
    .flatMap((zone) => passedMilestones(zone, asOf))
    .sort((a, b) => (lastDay(a.date) < lastDay(b.date) ? -1 : lastDay(a.date) > lastDay(b.date) ? 1 : 0));
}
