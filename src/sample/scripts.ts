/** What a script of a subject's life yields, step by step: what is set, from when, on which kind of paper. */
import type { PlainDate } from "../kernel/dates.ts";
import type { AttributeValue, Effective, Standing, SubjectKind } from "../register/public.ts";
import type { PaperKind } from "./country.ts";

/** One thing that is recorded. `withdraws`: the number of an earlier step of the same life, counted from 0. */
export type Step = {
  readonly on: PlainDate;
  readonly paper: PaperKind;
} & (
  | {
      readonly kind: "set";
      readonly attributes: Readonly<Record<string, AttributeValue>>;
      readonly from: Effective;
      readonly standing: Standing;
      /** Why it is told so, where that is not plain. */
      readonly note?: string;
    }
  | { readonly kind: "withdraw"; readonly withdraws: number }
);

/** A subject with the steps of its life in the order in which they are recorded. */
export type Life = {
  readonly subject: { readonly id: string; readonly kind: SubjectKind; readonly key: string };
  readonly province: number;
  readonly steps: Iterator<Step>;
};
