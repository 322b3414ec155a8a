/**
 * What holds on a day: a pure fold over the changes of one subject, from what each says of an attribute
 * (`statements.ts`) to the timeline of the subject (`periods.ts`).
 */
export {
  growthBetween,
  type Knowledge,
  learn,
  NOTHING_KNOWN,
  periodOn,
  periodsOf,
} from "./periods.ts";
export {
  courseOf,
  holding,
  type Period,
  type RecordedChange,
  type Source,
  type Statement,
  statementsOf,
  withdrawnIds,
} from "./statements.ts";

/** A register adopts the version of the fold under which its timelines are made. */
export const FOLD_VERSION = 1;
