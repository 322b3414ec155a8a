/** The answers that the screens of zones read, and what of a zone they show. Pure. */
import { z } from "zod";
import type { PlainDate } from "../../kernel/dates.ts";
import { nextMilestone, passedMilestones } from "../milestones.ts";
import { type ZonePlace, type ZoneSummary, zoneSummary } from "../pageVocabulary.ts";
import { STAGES, type Stage } from "../vocabulary.ts";

export const zoneList = z.object({ items: z.array(zoneSummary), hidden: z.number().int() });

/** Where a zone has its page. Its key is stable and can be read; the id serves where it has none. */
export function zonePath(zone: { readonly id: string; readonly key?: string | null }): string {
  return `/zones/${encodeURIComponent(zone.key ?? zone.id)}`;
}

/** Whether a text names a stage. */
export function isStage(text: string): text is Stage {
  return Object.hasOwn(STAGES, text);
}

/** Stages from early to late: their place on the scale, 1 to 9; null for what is not on it (unknown, repealed). */
export function stageStep(stage: Stage): number | null {
  const onScale = Object.keys(STAGES).filter((s) => s !== "unknown" && s !== "repealed");
  const at = onScale.indexOf(stage);
  return at === -1 ? null : at + 1;
}

/** Whether the milestone that is shown has passed while the zone had not reached it on the asked day. */
export function isPast(zone: ZoneSummary, asOf: PlainDate): boolean {
  return passedMilestones(zone, asOf).some((passed) => passed.of === nextMilestone(zone)?.of);
}

/** Whether a place is still called and coded as it was. */
export function sameUnits(then: readonly ZonePlace[], now: readonly ZonePlace[]): boolean {
  return then.length === now.length && then.every((place) => now.some((other) => other.id === place.id));
}
