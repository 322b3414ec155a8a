/** The stretches of days on which a plot stands, from the periods of its timeline. Pure. */
import type { PlainDate } from "../kernel/dates.ts";
import type { Member } from "../register/public.ts";
import { type PlotAttributes, plotAttributes } from "./vocabulary.ts";

/** Whether there is such a plot: it has a zone, and has not ended. */
export function isStanding({ zone, ended }: Pick<PlotAttributes, "zone" | "ended">): boolean {
  return zone !== undefined && ended === undefined;
}

/** Days [from, to); `to` null: until further notice. */
type Days = { readonly from: PlainDate; readonly to: PlainDate | null };

/** A stretch of days on which a plot stands as it is. */
export type PlotStretch = Days & {
  readonly id: string;
  readonly number: string;
  readonly zone: string;
  readonly attributes: PlotAttributes;
};

/** The stretches of a plot as a batch would leave it. */
export function stretchesOf({ subject, after }: Pick<Member, "subject" | "after">): readonly PlotStretch[] {
  return after().flatMap(({ from, to, attributes: held }) => {
    const attributes = plotAttributes.parse(held);
    const { zone, number } = attributes;
    if (zone === undefined || !isStanding(attributes)) return [];
    return [{ id: subject.id, number: number ?? subject.key ?? subject.id, zone, from, to, attributes }];
  });
}

/** The first day that two stretches share, or null. */
export function firstShared(a: Days, b: Days): PlainDate | null {
  const [, from = b.from] = [a.from, b.from].sort();
  const ends = [a.to, b.to].flatMap((to) => to ?? []);
  return ends.every((to) => from < to) ? from : null;
}
