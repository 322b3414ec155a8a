/** Pure decisions about leases: which hold their plot, on which days, and who is no tenant of this register. */
import { addDays, lastDay, monthsBefore, type PlainDate } from "../../kernel/dates.ts";
import type { LeaseAttributes, LeaseKind } from "./vocabulary.ts";

/** Those during which nobody else may have the plot. An offer is open to all. */
const HOLDING: readonly LeaseKind[] = ["agreement", "lease", "sublease"];
/** Those by which land is leased; an agreement in principle is none yet. */
const LEASING: readonly LeaseKind[] = ["lease", "sublease"];

/** Days in a row; `to` is exclusive, null: until further notice. */
export type Days = { readonly from: PlainDate; readonly to: PlainDate | null };

/** The days of a stretch on which the plot is held, or null. The same as `lease_holds` in the database. */
export function daysHeld(
  attributes: Pick<LeaseAttributes, "kind" | "ended" | "until">,
  { from, to }: Days,
): Days | null {
  const { kind, ended, until } = attributes;
  if (kind === undefined || !HOLDING.includes(kind) || ended !== undefined) return null;
  if (until === undefined) return { from, to };
  const last = lastDay(until);
  if (last < from) return null;
  const end = addDays(last, 1);
  return { from, to: to === null || end < to ? end : to };
}

/** Whether the plot is held on a day on which just these attributes hold. */
export function holdsOn(
  attributes: Pick<LeaseAttributes, "kind" | "ended" | "until">,
  day: PlainDate,
): boolean {
  return daysHeld(attributes, { from: day, to: addDays(day, 1) }) !== null;
}

/** Whether land is leased or sub-leased on the day. */
export function leasesOn(
  attributes: Pick<LeaseAttributes, "kind" | "ended" | "until">,
  day: PlainDate,
): boolean {
  return attributes.kind !== undefined && LEASING.includes(attributes.kind) && holdsOn(attributes, day);
}

/** The days that two stretches share, or null. */
export function sharedDays(a: Days, b: Days): Days | null {
  const { from } = a.from <= b.from ? b : a;
  const to = a.to === null ? b.to : b.to === null || a.to < b.to ? a.to : b.to;
  return to !== null && to <= from ? null : { from, to };
}

/** The same day some months later, or the last one of a month that is too short. */
export function monthsAfter(day: PlainDate, months: number): PlainDate {
  return monthsBefore(day, -months);
}

/** Whether the term of a lease ends within a year from the day. */
export function endsWithinYear(
  attributes: Pick<LeaseAttributes, "kind" | "ended" | "until">,
  day: PlainDate,
): boolean {
  const { until } = attributes;
  return until !== undefined && leasesOn(attributes, day) && lastDay(until) <= monthsAfter(day, 12);
}

/** Names that are those of persons and households, who are no tenants here: what is known of them is personal data. */
const PERSON = /^(ông|bà|anh|chị|hộ( gia đình| kinh doanh| cá thể)?|cá nhân)(?!\p{L})/iu;

/** Whether the name is that of a person or a household. */
export function isOfPerson(name: string): boolean {
  return PERSON.test(name.trim());
}
