/** What the subjects are called that changes are about and that they name; units and officers for who may read what is internal. */
import { type Asker, classesClosed, forReader, listOfficeNames, may } from "../people/public.ts";
import type { EachReader } from "../platform/database/logins.ts";
import type { Db } from "../platform/database/tables.ts";
import { listProjectsLast, projectLabelOf, seenProjects } from "../projects/public.ts";
import {
  type AttributeValue,
  type AttributeWords,
  type Known,
  officeNamed,
  subjectsNamed,
} from "../register/public.ts";
import { labelOf, listNames, listZonesLast, seenZones } from "../zones/public.ts";

/** A subject, with what a change sets of it. */
export type ToldOf = {
  readonly id: string;
  readonly words: AttributeWords;
  readonly set: Readonly<Record<string, AttributeValue>>;
};

type Of = {
  readonly db: Db;
  readonly readers: EachReader<Db>;
  readonly known: Known;
  readonly asker: Asker;
};

/** Names of subjects by id, as they are told last; of zones and projects those that the asker may see. */
export async function namesOfSubjects(
  ids: Iterable<string>,
  { db, readers, known, asker }: Of,
): Promise<Map<string, string>> {
  const all = [...new Set(ids)];
  const seeing = { reader: forReader(readers, asker) };
  const zones = await listZonesLast(db, { ids: all, known });
  const projects = await listProjectsLast(db, { ids: all, known });
  const judged = new Set([...zones, ...projects].map(({ id }) => id));
  const others = await listNames(
    db,
    all.filter((id) => !judged.has(id)),
    { known, closed: classesClosed(asker) },
  );
  const seenZonesOnly = (await seenZones(zones, seeing)).filter((z) => z.attributes.name !== undefined);
  return new Map([
    ...others,
    ...seenZonesOnly.map((zone) => [zone.id, labelOf(zone)] as const),
    ...(await seenProjects(projects, seeing)).map((p) => [p.id, projectLabelOf(p)] as const),
  ]);
}

/**
 * Names of all that some changes are about or name, and of `more` subjects. Who works where, and on what, is for those
 * alone who may read what is internal: for others units and officers have no name here, and are told as "một đơn vị".
 */
export async function namesIn(
  told: readonly ToldOf[],
  { more = [], ...of }: Of & { readonly more?: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  const ids = told.flatMap(({ id, words, set }) => [id, ...subjectsNamed(words, set)]);
  const office = may(of.asker, "readInternal").ok
    ? told.flatMap(({ words, set }) => officeNamed(words, set))
    : [];
  return new Map([
    ...(await namesOfSubjects([...ids, ...more], of)),
    ...(await listOfficeNames(of.db, [...new Set(office)])),
  ]);
}
