/** Puts units into the register: what the two lists say, as changes with the list as their paper. */
import { uuidv7 } from "uuidv7";
import { type PlainDate, partialDate, partialOfDay } from "../kernel/dates.ts";
import type { Batch, ChangeDraft, DocumentDraft, Effective } from "../register/public.ts";
import type { Link, Unit } from "./vocabulary.ts";

/** The papers that units rest on: the list that first shows a unit, and the one that shows what became of it. */
export type PlaceLists = { readonly first: DocumentDraft; readonly later: DocumentDraft };

type Recording = {
  readonly units: readonly Unit[];
  readonly links: readonly Link[];
  readonly lists: PlaceLists;
  /** The year or day of the first list: its units are no younger. */
  readonly seen: string;
};

const FIELDS = ["code", "level", "name", "bareName", "unitType", "otherNames", "parent"] as const;

/** One batch that records all units with their parents, ends and origins. */
export function placesBatch(
  recording: Recording,
  asked: { readonly author: string; readonly requestKey: string },
): Batch {
  const ids = new Map(recording.units.map((u) => [u.key, uuidv7()]));
  const idOf = (key: string): string => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`no unit ${key}`);
    return id;
  };
  const madeOf = new Map<string, Link[]>();
  for (const link of recording.links) madeOf.set(link.toKey, [...(madeOf.get(link.toKey) ?? []), link]);
  const at = { recording, idOf, madeOf };
  return {
    ...asked,
    kind: "load",
    content: {
      places: recording.units.length,
      links: recording.links.length,
      lists: [recording.lists.first.key, recording.lists.later.key],
    },
    detail: { units: recording.units.length },
    documents: [recording.lists.first, recording.lists.later],
    changes: recording.units.flatMap((unit) => changesOf(unit, at)),
    entries: [],
    claims: [],
    adoptions: [],
    expected: new Map(),
  };
}

type At = {
  readonly recording: Recording;
  readonly idOf: (key: string) => string;
  readonly madeOf: ReadonlyMap<string, readonly Link[]>;
};

function beginningOf(from: PlainDate | null, seen: string): Effective {
  return from === null ? { kind: "by", date: partialDate(seen) } : { kind: "on", date: partialOfDay(from) };
}

function changesOf(unit: Unit, at: At): ChangeDraft[] {
  const { lists, seen } = at.recording;
  const subject = { id: at.idOf(unit.key), kind: "place" as const, key: unit.key };
  const document = unit.from === null ? lists.first.id : lists.later.id;
  const base = { subject, note: null, standing: "says" as const };
  const [first, ...others] = unit.parents;
  const origin = at.madeOf.get(unit.key) ?? [];
  const parts = {
    code: unit.code,
    level: unit.level,
    name: unit.name,
    bareName: unit.bareName,
    unitType: unit.unitType,
    ...(unit.otherNames.length === 0 ? {} : { otherNames: [...unit.otherNames] }),
    ...(first === undefined ? {} : { parent: at.idOf(first.parentKey) }),
    ...(origin.length === 0
      ? {}
      : { madeOf: origin.map((l) => ({ place: at.idOf(l.fromKey), share: l.share, basis: l.basis })) }),
  };
  const begun: ChangeDraft = {
    ...base,
    id: uuidv7(),
    kind: "set",
    attributes: parts,
    from: beginningOf(unit.from, seen),
    to: null,
    document,
  };
  const moved = others.map(
    (p): ChangeDraft => ({
      ...base,
      id: uuidv7(),
      kind: "set",
      attributes: { parent: at.idOf(p.parentKey) },
      from: beginningOf(p.from, seen),
      to: null,
      document: lists.later.id,
    }),
  );
  return [begun, ...moved, ...endOf(unit, { base, lists })];
}

function endOf(
  unit: Unit,
  at: {
    readonly base: Pick<Extract<ChangeDraft, { kind: "clear" }>, "subject" | "note" | "standing">;
    readonly lists: PlaceLists;
  },
): ChangeDraft[] {
  if (unit.to === null) return [];
  const names = FIELDS.filter(
    (f) => (f !== "otherNames" || unit.otherNames.length > 0) && (f !== "parent" || unit.parents.length > 0),
  );
  return [
    {
      ...at.base,
      id: uuidv7(),
      kind: "clear",
      attributes: [...names],
      from: { kind: unit.endsBy ? "by" : "on", date: partialOfDay(unit.to) },
      to: null,
      document: at.lists.later.id,
    },
  ];
}
