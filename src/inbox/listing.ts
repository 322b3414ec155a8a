/** From items to an inbox: which are asked for, how each stands on the day, who has how much. Pure. */
import { addDays, daySerial, type PlainDate } from "../kernel/dates.ts";
import { BANDS, type Band, type InboxItem, type Whose } from "./vocabulary.ts";

/** What of the items is asked for; null: any. */
export type Narrowed = {
  readonly band: Band | null;
  readonly kind: InboxItem["kind"] | null;
  readonly zone: string | null;
  readonly unit: string | null;
  readonly procedure: string | null;
  readonly officer: string | null;
  readonly waiting: string | null;
};

/** Who asks, as far as it says what is theirs. */
export type Own = {
  /** account:<id> */
  readonly author: string;
  readonly units: readonly string[];
  /** account:<id> of who works in those units. */
  readonly colleagues: ReadonlySet<string>;
};

/** The Sunday of the week in which a day lies; weeks begin on Monday. */
export function endOfWeek(day: PlainDate): PlainDate {
  // 1970-01-01, the day 0, was a Thursday.
  const weekday = (((daySerial(day) + 3) % 7) + 7) % 7;
  return addDays(day, 6 - weekday);
}

/** How an item stands on the day. What has no limit is never late. */
export function bandOf(item: Pick<InboxItem, "state" | "dueOn">, asOf: PlainDate): Band {
  if (item.state !== "open") return "closed";
  if (item.dueOn === null) return "undated";
  if (item.dueOn < asOf) return "late";
  if (item.dueOn === asOf) return "today";
  return item.dueOn <= endOfWeek(asOf) ? "week" : "later";
}

/** Whether the item is the asker's, or of their unit: of the unit itself, or with somebody who works there. */
function isOf(item: InboxItem, whose: Whose, own: Own): boolean {
  switch (whose) {
    case "all":
      return true;
    case "mine":
      return item.officer === own.author;
    case "unit": {
      const ofUnit = item.unit !== null && own.units.includes(item.unit);
      return (
        ofUnit || (item.officer !== null && (item.officer === own.author || own.colleagues.has(item.officer)))
      );
    }
  }
}

export type Standing = InboxItem & { readonly band: Band; readonly daysLate: number | null };

/** The items that are the asker's, their unit's or all, each with how it stands; the most pressing first. */
export function standingItems(
  items: readonly InboxItem[],
  { whose, own, asOf }: { readonly whose: Whose; readonly own: Own; readonly asOf: PlainDate },
): readonly Standing[] {
  const rank = Object.keys(BANDS);
  return items
    .filter((item) => isOf(item, whose, own))
    .map((item) => {
      const band = bandOf(item, asOf);
      const late = band === "late" && item.dueOn !== null ? daySerial(asOf) - daySerial(item.dueOn) : null;
      return { ...item, band, daysLate: late };
    })
    .sort(
      (a, b) =>
        rank.indexOf(a.band) - rank.indexOf(b.band) ||
        (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999") ||
        (a.number ?? "").localeCompare(b.number ?? "") ||
        a.id.localeCompare(b.id),
    );
}

/** For whom nobody is known to wait. */
export const NOBODY = "nobody";

/** For whom an item waits, as one word: `outside:<name>`, a unit, an account, or nobody. */
export function waitingKey({ waitingOn, officer, unit }: InboxItem): string {
  if (waitingOn === null) return officer ?? unit ?? NOBODY;
  return waitingOn.kind === "outside" ? `outside:${waitingOn.name}` : waitingOn.id;
}

/** Those that the filters leave. */
export function narrowed(items: readonly Standing[], by: Narrowed): readonly Standing[] {
  return items.filter(
    (item) =>
      (by.band === null || item.band === by.band) &&
      (by.kind === null || item.kind === by.kind) &&
      (by.zone === null || item.zones.some((zone) => zone.id === by.zone)) &&
      (by.unit === null || item.unit === by.unit) &&
      (by.procedure === null || item.procedure?.id === by.procedure) &&
      (by.officer === null || item.officer === by.officer) &&
      (by.waiting === null || waitingKey(item) === by.waiting),
  );
}

export type Load = {
  readonly officer: string | null;
  readonly open: number;
  readonly late: number;
  readonly soon: number;
};

/** How much each officer has open, who has the most late first; what nobody has stands last. */
export function loadOf(items: readonly Standing[]): readonly Load[] {
  const by = new Map<string | null, { open: number; late: number; soon: number }>();
  for (const { officer, band } of items) {
    if (band === "closed") continue;
    const load = by.get(officer) ?? { open: 0, late: 0, soon: 0 };
    load.open += 1;
    if (band === "late") load.late += 1;
    if (band === "today" || band === "week") load.soon += 1;
    by.set(officer, load);
  }
  return [...by]
    .map(([officer, load]) => ({ officer, ...load }))
    .sort(
      (a, b) =>
        Number(a.officer === null) - Number(b.officer === null) ||
        b.late - a.late ||
        b.open - a.open ||
        (a.officer ?? "").localeCompare(b.officer ?? ""),
    );
}

/** What can be narrowed by, with how many open items each has, and how many of them are late. */
export type Facet = {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly late: number;
};

/** The zones, procedures or units that items name, those with the most first. */
export function facetsOf(
  items: readonly Standing[],
  of: (item: Standing) => ReadonlyArray<{ readonly id: string; readonly label: string }>,
): Facet[] {
  const by = new Map<string, { label: string; count: number; late: number }>();
  for (const item of items) {
    for (const { id, label } of of(item)) {
      const facet = by.get(id) ?? { label, count: 0, late: 0 };
      if (item.band !== "closed") facet.count += 1;
      if (item.band === "late") facet.late += 1;
      by.set(id, facet);
    }
  }
  return [...by]
    .map(([id, facet]) => ({ id, ...facet }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, "vi") || a.id.localeCompare(b.id));
}
