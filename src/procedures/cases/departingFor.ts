/** The developer that a decision names beside what the council of its case came to, for who may open all its sheets. */
import type pg from "pg";
import { authorOf } from "../../people/public.ts";
import type { Db } from "../../platform/database/tables.ts";
import type { Telling } from "../../recording/vocabulary.ts";
import { listNames } from "../../zones/public.ts";
import { type Departure, departureOf, type NamedParty } from "./departing.ts";
import { readKept } from "./dossier.ts";
import type { DossierItem } from "./dossierWords.ts";
import type { Worker } from "./handling.ts";
import { judgingOf } from "./judging.ts";
import type { CaseRead } from "./reading.ts";
import { insertLook } from "./store.ts";

type Named = {
  readonly telling: Telling;
  /** Whether the telling is recorded; else `developer` alone says whom the paper names. */
  readonly changes: boolean;
  readonly developer: string | null;
};

export type Departs = {
  readonly departure: Departure;
  readonly named: NamedParty | null;
  readonly applicants: ReadonlyMap<string, NamedParty>;
};

async function namedIn(
  db: Db,
  { telling, changes, developer }: Named,
  seen: Parameters<typeof listNames>[2],
): Promise<NamedParty | null> {
  const besides = developer === null ? null : { name: developer, code: null };
  if (!changes || telling.about !== "zone") return besides;
  const { organisation, set } = telling;
  if (organisation !== null) return { name: organisation.name, code: organisation.enterpriseCode };
  if (typeof set.developer !== "string") return besides;
  const name = (await listNames(db, [set.developer], seen)).get(set.developer);
  return name === undefined ? besides : { name, code: null };
}

/** Where the decision parts from the council; null: it does not, or the procedure has no council. */
export async function departsFrom(
  { db, pool }: { readonly db: Db; readonly pool: pg.Pool },
  read: CaseRead,
  { known, closed, ...of }: Named & Parameters<typeof listNames>[2],
): Promise<Departs | null> {
  const scoring = read.procedure.version.steps.filter(({ kind }) => kind === "score");
  if (scoring.length === 0) return null;
  const kept = await readKept(pool, read.happened);
  const judging = judgingOf(read.held.attributes.council ?? [], kept);
  const applicants = new Map(
    kept.flatMap(({ id, item }) => (item.kind === "applicant" ? [[id, item] as const] : [])),
  );
  const named = await namedIn(db, of, { known, closed });
  const needsCouncil = scoring.some(({ optional }) => !optional);
  const departure = departureOf(judging, { applicants, named, needsCouncil });
  return departure === null ? null : { departure, named, applicants };
}

/** That somebody was told whom the council chose is a look into the dossier, as if it had been opened. */
export async function noteTold(
  pool: pg.Pool,
  read: CaseRead,
  { worker, departs }: { readonly worker: Worker; readonly departs: Departs },
): Promise<void> {
  const as = worker.asker.kind === "system" ? "system" : "unit";
  const items = departs.applicants.size;
  await insertLook(pool, { asker: authorOf(worker.asker), id: read.held.id, as, items });
}

/** What is sealed with a decision that departs: what was found, and why it is recorded nevertheless. */
export function departureItem(
  { departure, named }: Departs,
  { reason, note }: { readonly reason: string; readonly note: string | null },
): DossierItem {
  const { kind: found, chosen } = departure;
  return { ...{ kind: "departure", found, chosen, named: named?.name ?? null }, reason, note };
}
