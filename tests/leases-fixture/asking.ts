/** How the tests of leases tell and ask: subjects of four kinds on one paper each, and the figures of land. */
import { uuidv7 } from "uuidv7";
import type { Question } from "../../src/figures/public.ts";
import {
  contextOf,
  type FigureContext,
  type FigureDefinition,
  type Finding,
  NOTHING_FOUND,
} from "../../src/figures/public.ts";
import type { Problem } from "../../src/kernel/problems.ts";
import { landFigures, leaseSubject, plotSubject } from "../../src/land/public.ts";
import { placeDirectory } from "../../src/places/directory.ts";
import { projectSubject } from "../../src/projects/public.ts";
import {
  type AttributeValue,
  type ChangeDraft,
  createWriter,
  type SubjectKind,
} from "../../src/register/public.ts";
import { zoneSubject } from "../../src/zones/public.ts";
import type { FreshDatabase } from "../database.ts";
import { batch, paper, setting } from "../register-fixture/builders.ts";

export type Told = {
  readonly kind: Extract<SubjectKind, "zone" | "plot" | "lease" | "project">;
  readonly id: string;
  /** A day, or `by` a day. */
  readonly from: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
};

/** A register of zones, plots, leases and projects, and how it is asked. */
export function landOn(database: FreshDatabase) {
  const definitions = [zoneSubject, plotSubject, leaseSubject, projectSubject];
  const writer = createWriter({ pool: database.pool, definitions, now: Date.now });
  const places = placeDirectory({ ids: new Map(), units: [], links: [] });
  const newContext = (): FigureContext =>
    contextOf({ ...database, places: () => places }, { kind: "system", user: "mau" });
  /** Records changes on one new paper as one batch; the commit, or what was wrong with it. */
  const record = async (
    changesOn: (document: string) => readonly ChangeDraft[],
    of: Parameters<typeof paper>[1] = {},
  ) => {
    const document = paper(uuidv7(), of);
    const changes = changesOn(document.id);
    const outcome = await writer.submit(batch(uuidv7(), { documents: [document], changes: [...changes] }));
    const problems: readonly Problem[] = outcome.ok ? [] : outcome.problems;
    return { commit: outcome.ok ? outcome.value.commit : null, problems, changes };
  };
  return {
    record,
    tell: (told: readonly Told[], of: Parameters<typeof paper>[1] = {}) =>
      record(
        (document) =>
          told.map(({ kind, id, from, attributes }) =>
            setting({ id: uuidv7(), subject: { id, kind, key: null }, document, from, attributes }),
          ),
        of,
      ),
    newContext,
    find: async (id: string, question: Question, context = newContext()): Promise<Finding> =>
      (await landFigure(id).find?.(question, context)) ?? NOTHING_FOUND,
  };
}

export function landFigure(id: string): FigureDefinition {
  const found = landFigures.find((f) => f.id === id);
  if (found === undefined) throw new Error(`no figure ${id}`);
  return found;
}
