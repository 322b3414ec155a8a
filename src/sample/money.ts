/** Invented amounts: allocations and payments, some undivided between two zones, some undone later. */
import { addDays, partialDate } from "../kernel/dates.ts";
import type { DocumentDraft, EntryDraft } from "../register/public.ts";
import { dayAt, idOf, paperOf } from "./country.ts";
import { type Random, randomOf } from "./random.ts";
import type { SampleSize } from "./size.ts";
import { zoneKindOf, zoneName, zonesIn } from "./zones.ts";

/** Entries that one paper names. */
const PER_PAPER = 100;
/** An entry may be undone by one that stands so many later: in a batch of its own. */
export const UNDONE_AFTER = 2_000;
const BILLION = 1_000_000_000;

const WORDS = [
  ["exact", null],
  ["about", "khoảng"],
  ["nearly", "gần"],
] as const;
const SOURCES = ["localBudget", "localBudget", "centralBudget", "private"] as const;

/** The zones of each province that may get money: parks and clusters, not phases. */
export type Receivers = ReadonlyArray<readonly number[]>;

export function receiversOf(size: SampleSize): Receivers {
  return Array.from({ length: size.provinces }, (_, province) =>
    [...zonesIn(size, province)].filter((n) => zoneKindOf(n) !== "phase"),
  );
}

function chosen(list: readonly number[], random: Random): number {
  return list[random.whole(0, Math.max(list.length - 1, 0))] ?? 0;
}

function paperDay(size: SampleSize, paper: number) {
  return dayAt(randomOf(size.seed, "money paper", paper).next());
}

/** The nth paper about money, counted among all papers from `first`. */
export function moneyPaper(size: SampleSize, paper: number, first: number): DocumentDraft {
  return paperOf(first + paper, {
    kind: "decision",
    province: paper % size.provinces,
    signedOn: paperDay(size, paper),
  });
}

export function moneyPaperOf(n: number): number {
  return Math.floor(n / PER_PAPER);
}

/** The nth entry as it was first recorded. */
function drawn(
  n: number,
  of: { readonly size: SampleSize; readonly receivers: Receivers; readonly firstPaper: number },
): EntryDraft {
  const { size, receivers } = of;
  const random = randomOf(size.seed, "entry", n);
  const paper = moneyPaperOf(n);
  const zones = receivers[paper % size.provinces] ?? [];
  const zone = chosen(zones, random);
  const other = random.chance(0.003) ? chosen(zones, random) : zone;
  const subjects = [...new Set([zone, other])];
  const dated = addDays(paperDay(size, paper), -random.whole(0, 45));
  const [precision, precisionWord] = WORDS[random.chance(0.98) ? 0 : random.whole(1, 2)] ?? WORDS[0];
  const year = partialDate(dated.slice(0, 4));
  return {
    id: idOf("entry", n),
    kind: random.chance(0.8) ? "allocation" : "payment",
    subjects: subjects.map((z) => idOf("zone", z)),
    place: null,
    amount: random.whole(1, 50) * BILLION,
    unit: "VND",
    precision,
    precisionWord,
    dated: { kind: "on", date: partialDate(dated) },
    period: random.chance(0.3) ? { from: year, to: year } : null,
    source: random.pick(SOURCES),
    document: idOf("document", of.firstPaper + paper),
    reverses: null,
    note: `Khoản mẫu cho ${subjects.map(zoneName).join(", ")}.`,
  };
}

/** Whether the nth entry undoes the one that stands `UNDONE_AFTER` before it. */
function undoes(size: SampleSize, n: number): boolean {
  return (
    n >= UNDONE_AFTER && randomOf(size.seed, "undoing", n).chance(0.002) && !undoes(size, n - UNDONE_AFTER)
  );
}

/** The nth entry: drawn by chance, or one that undoes an earlier one with the opposite amount. */
export function entryOf(
  n: number,
  of: { readonly size: SampleSize; readonly receivers: Receivers; readonly firstPaper: number },
): EntryDraft {
  if (!undoes(of.size, n)) return drawn(n, of);
  const undone = drawn(n - UNDONE_AFTER, of);
  const document = idOf("document", of.firstPaper + moneyPaperOf(n));
  return {
    ...undone,
    id: idOf("entry", n),
    amount: -undone.amount,
    reverses: undone.id,
    document,
    note: "Khoản mẫu ghi nhầm.",
  };
}
