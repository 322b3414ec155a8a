/** Reads the units from their timelines. SQL only. */
import { sql } from "kysely";
import { type PlainDate, plainDate } from "../kernel/dates.ts";
import type { Db } from "../platform/database/tables.ts";
import type { Source } from "../register/public.ts";
import { placeAttributes } from "./subject.ts";
import type { Link, Parenthood, Unit } from "./vocabulary.ts";

/** All units as known now; `ids` leads from a subject's id to its key. */
export type StoredPlaces = {
  readonly ids: ReadonlyMap<string, string>;
  readonly units: readonly Unit[];
  readonly links: readonly Link[];
};

type Row = {
  readonly id: string;
  readonly key: string;
  readonly valid_from: string;
  readonly valid_to: string;
  readonly attributes: unknown;
  readonly since: string | null;
  readonly parent_since: string | null;
};

type Stretch = {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly attributes: ReturnType<typeof placeAttributes.parse>;
  readonly since: Source["sinceKind"] | string | null;
};

/** Reads all places. Rows that are no place throw: they were parsed when they were written. */
export async function readPlaces(db: Db): Promise<StoredPlaces> {
  const { rows } = await sql<Row>`
    select p.id, s.key, p.valid_from, p.valid_to, p.attributes - 'boundary' as attributes,
           p.sources -> 'code' ->> 'sinceKind' as since,
           p.sources -> 'parent' ->> 'sinceKind' as parent_since
      from subject_now p join subjects s on s.id = p.id
     where p.kind = 'place' order by s.key, p.valid_from`.execute(db);
  const endingBy = await listEndingBy(db);
  const ids = new Map<string, string>();
  const stretches = new Map<string, Stretch[]>();
  for (const row of rows) {
    ids.set(row.id, row.key);
    const list = stretches.get(row.id) ?? [];
    list.push({
      from: plainDate(row.valid_from),
      to: row.valid_to === "infinity" ? null : plainDate(row.valid_to),
      attributes: placeAttributes.parse(row.attributes),
      since: row.since,
    });
    stretches.set(row.id, list);
  }
  const keyOf = (id: string): string => {
    const key = ids.get(id);
    if (key === undefined) throw new Error(`a place names ${id}, which is no place`);
    return key;
  };
  const units: Unit[] = [];
  const links: Link[] = [];
  for (const [id, list] of stretches) {
    // What remains after a unit's end (its origin, kept for good) carries no code: it is no stretch of its life.
    const life = list.filter((s) => s.attributes.code !== undefined);
    if (life.length > 0) units.push(unitOf(keyOf(id), life, { keyOf, endsBy: endingBy.has(id) }));
    for (const part of list.find((s) => s.attributes.madeOf !== undefined)?.attributes.madeOf ?? []) {
      links.push({ fromKey: keyOf(part.place), toKey: keyOf(id), share: part.share, basis: part.basis });
    }
  }
  return { ids, units, links };
}

/** Ids of the places of which a paper tells no more than that they ended by a day. */
async function listEndingBy(db: Db): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct subject_id as id from changes
     where subject_kind = 'place' and kind = 'clear' and from_kind = 'by' and attributes ? 'code'
     order by id`.execute(db);
  return new Set(rows.map((row) => row.id));
}

type Making = { readonly keyOf: (id: string) => string; readonly endsBy: boolean };

function unitOf(key: string, life: readonly Stretch[], { keyOf, endsBy }: Making): Unit {
  const [first, last] = [life[0], life.at(-1)];
  const a = first?.attributes;
  if (first === undefined || last === undefined || a?.code === undefined || a.level === undefined) {
    throw new Error(`the place ${key} has no code or level`);
  }
  if (a.name === undefined || a.bareName === undefined || a.unitType === undefined) {
    throw new Error(`the place ${key} has no name`);
  }
  const from = first.since === "by" ? null : first.from;
  return {
    key,
    code: a.code,
    level: a.level,
    name: a.name,
    bareName: a.bareName,
    unitType: a.unitType,
    otherNames: a.otherNames ?? [],
    from,
    to: last.to,
    endsBy: endsBy && last.to !== null,
    parents: parentsOf(life, { from, keyOf }),
  };
}

function parentsOf(
  life: readonly Stretch[],
  at: { readonly from: PlainDate | null; readonly keyOf: (id: string) => string },
): readonly Parenthood[] {
  const parents: Parenthood[] = [];
  life.forEach((s, i) => {
    if (s.attributes.parent === undefined) return;
    const parentKey = at.keyOf(s.attributes.parent);
    const last = parents.at(-1);
    const from = i === 0 ? at.from : s.from;
    if (last !== undefined && last.parentKey === parentKey && last.to === s.from) {
      parents[parents.length - 1] = { ...last, to: s.to };
    } else parents.push({ parentKey, from, to: s.to });
  });
  return parents;
}

/** Whether any change recorded after one commit, up to another, is about a place. */
export async function placesTouched(
  db: Db,
  { after, upTo }: { readonly after: number; readonly upTo: number },
): Promise<boolean> {
  const { rows } = await sql<{ touched: boolean }>`
    select exists (select from changes
                    where commit_no > ${after} and commit_no <= ${upTo} and subject_kind = 'place') as touched`.execute(
    db,
  );
  return rows[0]?.touched === true;
}
