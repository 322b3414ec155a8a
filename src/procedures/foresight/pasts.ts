/** Reads how long steps took: of cases in a procedure, and of zones; as of a day and as known at a commit, never later. */
import { firstDay, type PlainDate, partialOfDay } from "../../kernel/dates.ts";
import { listFirstLeases, listRounds } from "../../land/public.ts";
import type { Db } from "../../platform/database/tables.ts";
import type { Known } from "../../register/public.ts";
import { listZoneCourses, type ZoneCourses } from "../../zones/public.ts";
import { courseOf } from "../cases/course.ts";
import type { ProcedureReader } from "../cases/pinning.ts";
import { listCases, listHappened } from "../cases/store.ts";
import { stepsTaken } from "./caseSteps.ts";
import {
  coursesOf,
  type RoundDate,
  roundBegan,
  spellsOf,
  turnsOf,
  type ZonePapers,
  type ZoneTold,
} from "./chains.ts";
import type { RegisterKind, Spell } from "./vocabulary.ts";

/** All cases of a procedure at once. */
const AT_MOST = 200_000;
/** How the keys of invented cases and zones begin. */
const INVENTED = /^(hs|ccn|kcn)-mau-/;

const AFTER_FOUNDING = ["planning", "clearance", "works", "operation"] as const;

/** What tells that a round of clearance has begun. */
const BEGINNINGS = ["recoveryPlan", "meeting", "notice", "inventory"] as const;

/** One time that a step was taken, and by what. */
export type Taken = {
  readonly id: string;
  readonly name: string;
  readonly spell: Spell;
  readonly isPassed: boolean;
};

/** The times of each step, by its key. */
export type Pasts = ReadonlyMap<string, readonly Taken[]>;

export type At = { readonly db: Db; readonly asOf: PlainDate; readonly known: Known };

/**
 * Whose days those of a record are. In a register of invented data all are invented; if such a record should ever come
 * into a real one, its key tells it.
 */
export function kindOfRecord(register: RegisterKind, key: string | null): RegisterKind {
  return register === "sample" || (key !== null && INVENTED.test(key)) ? "sample" : "real";
}

function grouped(taken: ReadonlyArray<Taken & { readonly step: string }>): Pasts {
  const pasts = new Map<string, Taken[]>();
  for (const { step, ...one } of taken) {
    const list = pasts.get(step) ?? [];
    pasts.set(step, list);
    list.push(one);
  }
  return pasts;
}

/** Every time that a step of a procedure was taken by the day; what is disputed, or of another kind, tells nothing. */
export async function readCasePasts(
  { db, asOf, known }: At,
  of: {
    readonly procedure: string;
    readonly procedures: ProcedureReader;
    readonly register: RegisterKind;
    readonly kind: RegisterKind;
  },
): Promise<Pasts> {
  const { procedure, procedures, register, kind } = of;
  const { items } = await listCases(db, { asOf, known, procedure, limit: AT_MOST });
  const cases = items.filter(
    (c) => kindOfRecord(register, c.key) === kind && c.attributes.disputed === undefined,
  );
  const happened = await listHappened(
    db,
    cases.map((c) => c.id),
    known,
  );
  const taken = cases.flatMap(({ id, attributes }) => {
    const upTo = (happened.get(id) ?? []).filter((h) => h.on <= asOf);
    const found = procedures.find(procedure, { happened: upTo, asOf });
    if (found === null) return [];
    const course = courseOf(found.steps, upTo);
    return stepsTaken({ register: kind, steps: found.steps, course }).map(({ key, ...one }) => ({
      ...{ ...one, step: key, id, name: attributes.number ?? id },
    }));
  });
  return grouped(taken);
}

/** Every zone and phase with what its chain hangs on, by the day. */
export async function readZonesTold(
  { db, asOf, known }: At,
  register: RegisterKind,
): Promise<ReadonlyMap<string, ZonePapers & Pick<ZoneCourses, "disputed">>> {
  const zones = await listZoneCourses(db, { asOf, known });
  const ids = zones.map((z) => z.id);
  const rounds = await listRounds(db, { zones: ids, asOf, known });
  const leases = await listFirstLeases(db, { zones: ids, asOf, known, closed: [] });
  const begun = new Map<string, RoundDate[]>();
  for (const { attributes: a, sources } of rounds) {
    if (a.zone === undefined || a.disputed !== undefined) continue;
    const dates = BEGINNINGS.flatMap((name): RoundDate[] => {
      const date = a[name];
      if (date === undefined || firstDay(date) > asOf) return [];
      return [{ date, documents: ["name", "zone", name].flatMap((n) => sources[n]?.document ?? []) }];
    });
    begun.set(a.zone, [...(begun.get(a.zone) ?? []), ...dates]);
  }
  const parents = new Set(zones.flatMap((z) => z.phaseOf ?? []));
  return new Map(
    zones.map(({ id, key, courses: byPaper, disputed }) => {
      const leased = leases.get(id);
      const own = begun.get(id) ?? [];
      return [
        id,
        {
          ...{ id, byPaper, disputed, rounds: own, register: kindOfRecord(register, key) },
          courses: coursesOf(byPaper, turnsOf),
          isByPhases: parents.has(id) && AFTER_FOUNDING.every((course) => byPaper[course].length === 0),
          roundsFrom: roundBegan(own.map((r) => r.date)),
          leasesFrom: leased === undefined ? null : { on: leased, exact: true, told: partialOfDay(leased) },
        },
      ];
    }),
  );
}

/** Every time that a step of a chain was taken by zones of a kind; the names of zones are for who may see them. */
export function zonePastsOf(
  zones: Iterable<ZoneTold & { readonly disputed: boolean }>,
  kind: RegisterKind,
): Pasts {
  const taken = [...zones]
    .filter((zone) => zone.register === kind && !zone.disputed)
    .flatMap((zone) =>
      spellsOf(zone).map(({ key, spell }) => ({
        ...{ step: key, id: zone.id, name: zone.id, spell, isPassed: false },
      })),
    );
  return grouped(taken);
}
