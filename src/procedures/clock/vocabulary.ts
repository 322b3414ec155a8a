/** A limit of the law as the clock counts it. */

export type LimitUnit = "working" | "calendar" | "month" | "year";

export type Limit = {
  readonly unit: LimitUnit;
  readonly count: number;
  readonly countsFirstDay: boolean;
  readonly rollsForward: boolean;
  readonly kind: "dueBy" | "notBefore";
  /** "Before 20/6": then `count` says nothing. */
  readonly before: { readonly month: number; readonly day: number } | null;
  readonly supplement: "pauses" | "restarts" | "ignored";
  readonly oneRequest: boolean;
  readonly extension: { readonly times: number; readonly atMost: number } | null;
  readonly silence: "agrees" | "refuses" | null;
  readonly blackout: boolean;
};
