/** Random histories of subjects: what is recorded, in which order, with dates that overlap as they like. */
import fc from "fast-check";
import { exclusiveEnd, firstDay, partialDate } from "../../src/kernel/dates.ts";
import type { RecordedChange } from "../../src/register/fold.ts";
import { recordedOf } from "../../src/register/judging.ts";
import type { AttributeValue, ChangeDraft, Standing } from "../../src/register/vocabulary.ts";
import { clearing, setting, withdrawing } from "./builders.ts";

type Step = {
  readonly what: "set" | "clear" | "withdraw";
  /** Which of the history's subjects. */
  readonly subject: number;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly from: string;
  readonly to: string | null;
  readonly standing: Standing;
  /** Of a withdrawal: which of the changes before it, counted round. */
  readonly target: number;
};

/** Commits in their order, each with what it records. */
export type History = ReadonlyArray<readonly Step[]>;

const DATES = [
  ...["2020-01-01", "2020-01-02", "2020-01-15", "2020-01-31", "2020-02-01", "2020-02-29", "2020-03-10"],
  ...["2020-01", "2020-02", "2020-03", "2020", "2021"],
] as const;

const date = fc.constantFrom(...DATES);
const from = fc.oneof({ weight: 4, arbitrary: date }, { weight: 1, arbitrary: date.map((d) => `by ${d}`) });

function valuesOf(places: readonly string[]) {
  const whole = fc.integer({ min: 1, max: 3 });
  return fc
    .record(
      {
        name: fc.constantFrom("A", "B"),
        area: whole,
        ...(places.length === 0 ? {} : { place: fc.constantFrom(...places) }),
      },
      { requiredKeys: [] },
    )
    .filter((values) => Object.keys(values).length > 0);
}

type Shape = { readonly subjects: number; readonly commits: number; readonly places?: readonly string[] };

/** Histories of at most so many commits about so many subjects; with `places` they also say where, for sums by place. */
export function histories({ subjects, commits, places = [] }: Shape): fc.Arbitrary<History> {
  const step: fc.Arbitrary<Step> = fc.record({
    what: fc.oneof(
      { weight: 6, arbitrary: fc.constant("set" as const) },
      { weight: 1, arbitrary: fc.constant("clear" as const) },
      { weight: 3, arbitrary: fc.constant("withdraw" as const) },
    ),
    subject: fc.nat({ max: subjects - 1 }),
    attributes: valuesOf(places),
    from,
    to: fc.option(date, { nil: null, freq: 2 }),
    standing: fc.constantFrom("decides" as const, "says" as const),
    target: fc.nat({ max: 20 }),
  });
  return fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: commits });
}

type Naming = {
  readonly subjects: readonly ChangeDraft["subject"][];
  readonly document: string;
  /** A new id at each call. */
  readonly nextId: () => string;
};

/** Whether a closing day lies on or after the day from which the change holds. */
function endsInTime(step: Step, closing: string): boolean {
  return exclusiveEnd(partialDate(closing)) > firstDay(partialDate(step.from.replace("by ", "")));
}

/** The drafts of a history, commit by commit. A withdrawal where nothing stands before becomes a value. */
export function draftsOf(history: History, naming: Naming): ReadonlyArray<readonly ChangeDraft[]> {
  const earlier = new Map<string, string[]>();
  return history.map((steps) =>
    steps.flatMap((step): ChangeDraft[] => {
      const subject = naming.subjects[step.subject];
      if (subject === undefined) return [];
      const before = earlier.get(subject.id) ?? [];
      earlier.set(subject.id, before);
      const id = naming.nextId();
      const target = before[step.target % Math.max(before.length, 1)];
      before.push(id);
      const { document } = naming;
      if (step.what === "withdraw" && target !== undefined) {
        return [withdrawing({ id, subject, document, withdraws: target })];
      }
      const to = step.to !== null && endsInTime(step, step.to) ? step.to : null;
      const told = { id, subject, document, from: step.from, to, standing: step.standing };
      if (step.what === "clear") return [clearing({ ...told, attributes: Object.keys(step.attributes) })];
      return [setting({ ...told, attributes: step.attributes })];
    }),
  );
}

/** The same as the fold sees it, numbered as the register would number it. */
export function recordedHistory(drafts: ReadonlyArray<readonly ChangeDraft[]>): readonly RecordedChange[] {
  return drafts.flatMap((changes, i) =>
    changes.map((draft, ordinal) =>
      recordedOf(draft, { commit: i + 1, ordinal, evidence: partialDate("2020-01-01") }),
    ),
  );
}
