/** Pure decisions about projects: which are in force, and how an approval lies to the time asked. */
import { firstDay, lastDay, type PartialDate, type PlainDate } from "../kernel/dates.ts";
import type { ProjectAttributes, ProjectStatus } from "./vocabulary.ts";

/** From its approval or certificate until it ends; one that is suspended still stands. */
export const IN_FORCE: readonly ProjectStatus[] = [
  "policyApproved",
  "certified",
  "underWay",
  "operating",
  "suspended",
];

/** Whether the project is in force. */
export function isInForce(project: Pick<ProjectAttributes, "status">): boolean {
  return project.status !== undefined && IN_FORCE.includes(project.status);
}

/** A stretch of days, inclusive at both ends; `from` null: from the beginning. */
export type Window = { readonly from: PlainDate | null; readonly to: PlainDate };

/**
 * Whether an approval lies in the time asked. A paper that gives the month alone `overlaps` a time that begins or ends
 * inside that month: nobody can say whether it counts.
 */
export function approvalWithin(
  approvedOn: PartialDate | undefined,
  window: Window,
): "inside" | "overlaps" | "outside" {
  if (approvedOn === undefined) return "outside";
  const [first, last] = [firstDay(approvedOn), lastDay(approvedOn)];
  if (first > window.to || (window.from !== null && last < window.from)) return "outside";
  return last <= window.to && (window.from === null || first >= window.from) ? "inside" : "overlaps";
}
