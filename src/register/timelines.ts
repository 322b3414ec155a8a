/** How the timelines of a kind of subject are laid out as a table, and what must be written when they change. */
import type { z } from "zod";
import type { PartialDate } from "../kernel/dates.ts";
import type { Problem } from "../kernel/problems.ts";
import { extentOfEither } from "./extents.ts";
import type { Period } from "./fold.ts";
import type { AttributeValue, ChangeDraft, DocumentDraft, SubjectKind } from "./vocabulary.ts";

export type ColumnType = "uuid" | "uuid[]" | "text" | "bigint" | "boolean" | "date" | "box" | "bytea";
type Attributes = Readonly<Record<string, AttributeValue>>;

/** A typed column of a period table, taken from the attributes that hold. */
export type Column = {
  readonly name: string;
  readonly type: ColumnType;
  readonly of: (attributes: Attributes) => AttributeValue | null;
};

/** Where the periods of a kind stand: what is known now, and what was known before. */
export type Timeline = {
  readonly now: string;
  readonly past: string;
  readonly columns: readonly Column[];
};

/** A sum kept running over periods: how much a period adds, and where. */
export type RunningTotal = {
  readonly figure: string;
  readonly amountOf: (attributes: Attributes) => { readonly place: string; readonly amount: number } | null;
};

/** How a batch would make the timeline of one subject grow. The timelines are made only where they are asked for. */
export type Growth = {
  readonly subject: ChangeDraft["subject"];
  readonly before: () => readonly Period[];
  readonly after: () => readonly Period[];
  /** The changes of the batch, in its order. */
  readonly added: readonly ChangeDraft[];
};

/** A subject among those that belong to the same owner, as the batch that is judged would leave it. */
export type Member = Growth & {
  /** Whether the batch touches what is judged beside others. */
  readonly grows: boolean;
};

/** Subjects of one kind that belong to the same owner, such as the plots of a zone; at least one of them or the owner grows. */
export type Group = {
  /** Null: the register has no such subject, and the batch brings none. */
  readonly owner: Member | null;
  readonly members: readonly Member[];
  /** The last version of each adoption that `Beside` asks for, as it is when the batch is judged. */
  readonly adopted: ReadonlyMap<string, number>;
};

/** How subjects of a kind are judged beside the others of their owner. */
export type Beside = {
  /** The attribute that holds the owner's id, and the column of the period table now that repeats it. */
  readonly attribute: string;
  readonly column: string;
  /** Those attributes of a member whose change is judged beside the others; all else stands alone. */
  readonly ofMember: readonly string[];
  /** What the owner is, and those of its attributes whose change is judged with its members. */
  readonly owner: SubjectKind;
  readonly ofOwner: readonly string[];
  /** The adoptions by which it is judged, such as settings. */
  readonly adoptions: readonly string[];
  /** What speaks against the group as it would come out. */
  readonly problems: (group: Group) => readonly Problem[];
};

/** What a folder tells the register about its kind of subject. */
export type SubjectDefinition = {
  readonly kind: SubjectKind;
  readonly attributes: z.ZodObject;
  /** What is wrong with a change's attributes being decided by a paper; the table of who may decide what. */
  readonly decidingProblems: (attributes: readonly string[], document: DocumentDraft) => readonly Problem[];
  /** What speaks against the timeline that would come out; asked where nothing speaks against its changes alone. */
  readonly timelineProblems?: (growth: Growth) => readonly Problem[];
  /** How it is judged together with those that belong to the same owner. */
  readonly beside?: Beside;
  readonly timeline: Timeline;
  readonly totals: readonly RunningTotal[];
};

/** The one place of a subject, as `place_id` holds it; null where it has none or lies across several. */
export function onlyPlace({ places }: Attributes): AttributeValue | null {
  return Array.isArray(places) && places.length === 1 ? (places[0] ?? null) : null;
}

/** The shared table of the kinds that have none of their own. */
export function sharedTimeline(kind: SubjectKind): Timeline {
  return {
    now: "subject_now",
    past: "subject_past",
    columns: [
      { name: "kind", type: "text", of: () => kind },
      { name: "extent", type: "box", of: extentOfEither },
    ],
  };
}

/** A row of a period table. */
export type PeriodRow = {
  readonly id: string;
  readonly valid_from: string;
  readonly valid_to: string;
  readonly attributes: Attributes;
  readonly sources: Period["sources"];
  readonly evidence: PartialDate | null;
  readonly [column: string]: unknown;
};

/** The row of one period. */
export function rowOf(timeline: Timeline, id: string, period: Period): PeriodRow {
  const row: PeriodRow & Record<string, unknown> = {
    id,
    valid_from: period.from,
    valid_to: period.to ?? "infinity",
    attributes: period.attributes,
    sources: period.sources,
    evidence: period.evidence,
  };
  for (const column of timeline.columns) row[column.name] = column.of(period.attributes);
  return row;
}
