/** How the tests of projects ask: an invented ground of four places, and a question about it. */
import { uuidv7 } from "uuidv7";
import type { FigureDefinition, Question } from "../../src/figures/public.ts";
import type { PlainDate } from "../../src/kernel/dates.ts";
import type { Db } from "../../src/platform/database/tables.ts";
import { projectFigures } from "../../src/projects/figures.ts";
import { findKnown, type Known } from "../../src/register/public.ts";

/** The asked place holds the first two, crosses the third and has nothing to do with the fourth. */
export type Ground = {
  readonly places: readonly [string, string, string, string];
  readonly ended: PlainDate | null;
};

export function newGround(ended: PlainDate | null = null): Ground {
  return { places: [uuidv7(), uuidv7(), uuidv7(), uuidv7()], ended };
}

/** A question about the ground; in English, all records, unless something else is said. */
export function questionOn(
  ground: Ground,
  of: Partial<Question> & Pick<Question, "asOf" | "known">,
): Question {
  const [a, b, crossing] = ground.places;
  const place = { id: a, key: "M", code: "M01", name: "Tỉnh Mẫu", level: "province" as const };
  return {
    scope: {
      place: { ...place, from: null, endsBy: false, otherNames: [], to: ground.ended },
      within: [a, b],
      crossing: [crossing],
    },
    period: null,
    zone: null,
    kind: null,
    limit: 100,
    after: null,
    language: "en",
    ...of,
  };
}

export function figure(id: string): FigureDefinition {
  const found = projectFigures.find((f) => f.id === id);
  if (found === undefined) throw new Error(`no figure ${id}`);
  return found;
}

/** What was known at a commit; null: now. */
export async function findKnownAt(db: Db, commit: number | null): Promise<Known> {
  const found = await findKnown(db, commit === null ? null : String(commit));
  if (!found.ok) throw new Error("no such commit");
  return found.value;
}
