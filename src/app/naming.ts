/** What the subjects are called that changes are about and that they name; units and officers for who may read what is internal. */
import { type Asker, listOfficeNames, may } from "../people/public.ts";
import type { Db } from "../platform/database/tables.ts";
import {
  type AttributeValue,
  type AttributeWords,
  type Known,
  officeNamed,
  subjectsNamed,
} from "../register/public.ts";
import { labelOf, listNames, listZonesLast } from "../zones/public.ts";

/** A subject, with what a change sets of it. */
export type ToldOf = {
  readonly id: string;
  readonly words: AttributeWords;
  readonly set: Readonly<Record<string, AttributeValue>>;
};

type Of = { readonly db: Db; readonly known: Known };

/** Names of subjects by id, as they are told last. */
export async function namesOfSubjects(ids: Iterable<string>, { db, known }: Of) {
  const all = [...new Set(ids)];
  const zones = await listZonesLast(db, { ids: all, known });
  return new Map([
    ...(await listNames(db, all, known)),
    ...zones.flatMap((zone) =>
      zone.attributes.name === undefined ? [] : [[zone.id, labelOf(zone)] as const],
    ),
  ]);
}

/**
 * Names of all that some changes are about or name, and of `more` subjects. Who works where, and on what, is for those
 * alone who may read what is internal: for others units and officers have no name here, and are told as "một đơn vị".
 */
export async function namesIn(
  told: readonly ToldOf[],
  { asker, more = [], ...of }: Of & { readonly asker: Asker; readonly more?: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  const ids = told.flatMap(({ id, words, set }) => [id, ...subjectsNamed(words, set)]);
  const office = may(asker, "readInternal").ok
    ? told.flatMap(({ words, set }) => officeNamed(words, set))
    : [];
  return new Map([
    ...(await namesOfSubjects([...ids, ...more], of)),
    ...(await listOfficeNames(of.db, [...new Set(office)])),
  ]);
}
