/** The words of foresight: what a step took before, what a chain waits for, and what is said of its end. */
import type { PlainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";

/** Whose days they are: those of this register, or invented ones, which never tell anything of a real record. */
export type RegisterKind = "real" | "sample";

/** One time that a step was taken: from its first day to the day that it was finished, or still open. */
export type Spell<R extends RegisterKind = RegisterKind> = {
  readonly register: R;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  /** Given up, or no longer followed, on this day without having been finished: it is known to have lasted so long. */
  readonly leftOn?: PlainDate;
};

/** A step of a chain or of a case with every time that it was taken. */
export type StepPast<R extends RegisterKind = RegisterKind> = {
  readonly key: string;
  readonly label: Sentence;
  readonly spells: readonly Spell<R>[];
};

/** The steps that a chain still has before it, the one that it is in first, and since when it is in that one. */
export type ChainAhead<R extends RegisterKind = RegisterKind> = {
  readonly register: R;
  readonly steps: readonly StepPast<R>[];
  readonly since: PlainDate;
};

/** The chain of a zone, in the order in which its steps usually come. */
export const CHAIN = {
  policy: { vi: "Chủ trương, thành lập", en: "Policy, establishment" },
  plan: { vi: "Quy hoạch chi tiết", en: "Detailed plan" },
  clearance: { vi: "Giải phóng mặt bằng", en: "Site clearance" },
  works: { vi: "Xây dựng hạ tầng", en: "Works" },
  lease: { vi: "Cho thuê đất, đi vào hoạt động", en: "Lease of the land, operation" },
} as const satisfies Record<string, Sentence>;
export type ChainStep = keyof typeof CHAIN;
export const CHAIN_STEPS = [
  "policy",
  "plan",
  "clearance",
  "works",
  "lease",
] as const satisfies readonly ChainStep[];

/** What holds until an administrator changes it. */
export const USUAL_ENOUGH = 10;

/** A day by which the end comes with a likelihood in percent; null: later than can be said. */
export type Likely = { readonly percent: number; readonly by: PlainDate | null };

/** What is said of the end of a chain. */
export type Foresight =
  | {
      readonly enough: false;
      readonly says: Sentence;
      /** The steps that were finished too seldom, or that last longer than all before. */
      readonly lacking: ReadonlyArray<{
        readonly key: string;
        readonly label: Sentence;
        readonly real: number;
      }>;
    }
  | {
      readonly enough: true;
      readonly half: Likely;
      readonly ninety: Likely;
      /** The whole of it, from 5 to 95 percent, for a chart. */
      readonly course: readonly Likely[];
      /** The finished times behind the step that was finished most seldom. */
      readonly fewest: number;
    };

export const FORESIGHT_WORDS = {
  notEnough: { vi: "chưa đủ dữ liệu để dự báo", en: "not enough is known for a forecast" },
  longerThanAll: {
    vi: "đã lâu hơn mọi lần trước của bước này, không dự báo được",
    en: "longer than this step ever took, so that nothing can be foretold",
  },
  half: { vi: "xong trước ngày này với khả năng 50 %", en: "finished by then with a likelihood of 50%" },
  ninety: { vi: "xong trước ngày này với khả năng 90 %", en: "finished by then with a likelihood of 90%" },
} as const satisfies Record<string, Sentence>;
