/** What the inbox works on in an open register: the sources of its items. */
import type { InboxSource } from "../inbox/public.ts";
import { caseSource } from "../procedures/public.ts";
import { taskSource } from "../tasks/public.ts";
import { labelOf, listNames, listZonesLast } from "../zones/public.ts";
import type { Register } from "./openedRegister.ts";

/** Every source of something that is to be done. */
export function sourcesOf({ db, database, places, today }: Register): readonly InboxSource[] {
  const { readers } = database;
  return [
    caseSource({ db, readers, places, today }),
    taskSource({
      ...{ db, readers },
      namesOf: async (ids, { known }) => {
        const zones = await listZonesLast(db, { ids, known });
        const names = await listNames(db, ids, known);
        return new Map([...names, ...zones.map((zone) => [zone.id, labelOf(zone)] as const)]);
      },
    }),
  ];
}
