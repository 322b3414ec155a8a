/** What the inbox works on in an open register: the sources of its items. */
import type { InboxSource } from "../inbox/public.ts";
import { forReader } from "../people/public.ts";
import { caseSource } from "../procedures/public.ts";
import { type TaskDeps, taskSource } from "../tasks/public.ts";
import { labelOf, listNames, listZonesLast, seenZones } from "../zones/public.ts";
import type { Register } from "./openedRegister.ts";

/** Every source of something that is to be done. */
export function sourcesOf(register: Register): readonly InboxSource[] {
  const { db, database, places, today } = register;
  return [caseSource({ db, readers: database.readers, places, today }), taskSource(tasksOf(register))];
}

/** What tasks are read with. */
export function tasksOf({ db, database }: Register): TaskDeps {
  const { readers } = database;
  return {
    ...{ db, readers },
    namesOf: async (ids, { asker, known }) => {
      const zones = await listZonesLast(db, { ids, known });
      const seen = await seenZones(zones, { reader: forReader(readers, asker) });
      const isZone = new Set(zones.map((zone) => zone.id));
      const others = await listNames(
        db,
        ids.filter((id) => !isZone.has(id)),
        known,
      );
      return new Map([...others, ...seen.map((zone) => [zone.id, labelOf(zone)] as const)]);
    },
  };
}
