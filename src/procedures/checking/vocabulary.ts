/** What a check is asked with, and what it answers: yes, no, or not known, with the numbers behind it. */
import type { PlainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { Settings } from "../../settings/vocabulary.ts";
import type { Ground } from "../vocabulary.ts";

/** A number and where it comes from; null: not known, or not known to be whole. */
export type Measured = {
  readonly label: Sentence;
  readonly value: number | null;
  readonly unit: "m2" | "percent" | "count" | "m3PerDay" | "m3PerHour";
  /** The page of the figure; null: it was given with the question. */
  readonly href: string | null;
};

export type CheckAnswer = Ground & {
  readonly key: string;
  readonly question: Sentence;
  readonly answer: "yes" | "no" | "unknown";
  readonly says: Sentence;
  readonly numbers: readonly Measured[];
};

/** What a check knows of a zone and what the question gives besides. */
export type Facts = {
  readonly kind: "park" | "cluster" | null;
  readonly legal: string | null;
  /** Whether the shared works are finished; null: no paper says it. */
  readonly worksFinished: boolean | null;
  readonly area: Measured;
  /** Founded clusters in the unit that the text names, their occupancy, and land of theirs that is not let. */
  readonly clustersThere: Measured;
  readonly occupancyThere: Measured;
  readonly unleasedThere: Measured;
  readonly occupancy: Measured;
  readonly wasteWater: Measured;
  readonly gas: Measured;
  /** Uses protected or natural forest, m². */
  readonly forest: Measured;
  readonly sharesPlant: boolean | null;
  readonly studyAppraised: boolean | null;
};

export type Checking = { readonly day: PlainDate; readonly settings: Settings; readonly facts: Facts };
