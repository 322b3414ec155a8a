/** The invented office: units, who works in them, and who holds a case or a task. Nobody of them can sign in. */
import { type PlainDate, plainDate } from "../kernel/dates.ts";
import { idOf } from "./country.ts";
import type { Random } from "./random.ts";

/** Officers of each unit: so many. */
const OFFICERS = [4, 3, 3, 2] as const;

/** The invented units that handle cases; they stand beside the register, so they are no part of a batch. */
export const SAMPLE_UNITS = OFFICERS.map((_, n) => ({ id: idOf("unit", n), name: `Phòng Mẫu ${n + 1}` }));

/** Who works there. */
export type SampleOfficer = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly unit: string;
  readonly since: PlainDate;
  /** Id of the membership. */
  readonly membership: string;
};

const twoDigits = (n: number) => String(n).padStart(2, "0");

/** The invented officers, unit by unit. They have neither password nor role. */
export const SAMPLE_OFFICERS: readonly SampleOfficer[] = OFFICERS.flatMap((many, unit) =>
  Array.from({ length: many }, () => unit),
).map((unit, n) => ({
  id: idOf("account", n),
  login: `can-bo-mau-${twoDigits(n + 1)}`,
  name: `Cán bộ Mẫu ${twoDigits(n + 1)}`,
  unit: idOf("unit", unit),
  since: plainDate("2021-01-04"),
  membership: idOf("membership", n),
}));

/** Who answers for something: a unit, and mostly an officer of it. */
export type Holder = { readonly unit: string; readonly officer: string | null };

/** An officer as records name one. */
const accountOf = ({ id }: SampleOfficer) => `account:${id}`;

/** An officer of a unit; the first of each has more than the others. */
export function officerIn(unit: string, random: Random, not: string | null = null): string | null {
  const there = SAMPLE_OFFICERS.filter((o) => o.unit === unit && accountOf(o) !== not);
  const [first, ...others] = there.map(accountOf);
  if (first === undefined) return null;
  return random.chance(0.2) ? first : random.pick([first, ...others]);
}

/** A unit, the larger ones more often. */
export function unitBy(random: Random): string {
  const [first, ...others] = SAMPLE_OFFICERS.map((o) => o.unit);
  return random.pick([first ?? idOf("unit", 0), ...others]);
}
