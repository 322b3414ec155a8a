/** The zones and projects that are told of, as the register knows them now, and where a telling lies for the table of rights. */
import type { Where } from "../people/public.ts";
import { liesWithin, type PlaceDirectory } from "../places/public.ts";
import {
  type AttributeValue,
  type ChangeRecord,
  findKnown,
  type IsClosed,
  listChanges,
} from "../register/public.ts";
import type { Asking, RecordingDeps } from "./recording.ts";
import { closedTo, papersOf, type SubjectSeen, subjectSeen } from "./seeing.ts";
import { findSubjectId, listEntriesInForce, listSubjectsLast, type SubjectLast } from "./store.ts";
import type { SubjectOf, Telling } from "./vocabulary.ts";

type Attributes = Readonly<Record<string, AttributeValue>>;

/** A zone, project or lease with everything recorded about it; null: it is new. */
export type SubjectKnown = Omit<SubjectLast, "kind"> & {
  readonly kind: SubjectOf;
  /** What it is called for who asks. */
  readonly label: string;
  readonly changes: readonly ChangeRecord[];
  /** The same for who asks, and which of the papers behind it are closed to them. */
  readonly seen: SubjectSeen;
  readonly isClosed: IsClosed;
};

/** What something new belongs to: the zone of a phase, a project or a round, the plot of a lease. */
export type WholeKnown = Omit<SubjectKnown, "kind"> & { readonly kind: SubjectOf | "plot" };

type Reading = Pick<RecordingDeps, "db" | "readers">;

/** The subject of the id, if it is of the kind. */
export async function findSubjectKnown(
  deps: Reading,
  { kind, id }: { readonly kind: SubjectOf; readonly id: string },
  asking: Asking,
): Promise<SubjectKnown | null> {
  const [subject] = await listSubjectsLast(deps.db, [id]);
  const now = await findKnown(deps.db, null);
  if (subject === undefined || subject.kind !== kind || !now.ok) return null;
  const changes = await listChanges(deps.db, [id], now.value);
  const papers = [...papersOf([subject]), ...changes.map((c) => c.change.document)];
  const isClosed = await closedTo(deps, asking.asker, papers);
  const seen = subjectSeen(subject, isClosed, asking);
  return { ...subject, kind, label: seen.label, changes, seen, isClosed };
}

/** A plot by id or key, as far as a new lease of it begins with it; null: there is none. */
export async function findPlotKnown(
  deps: Reading,
  idOrKey: string,
  asking: Asking,
): Promise<WholeKnown | null> {
  const id = await findSubjectId(deps.db, "plot", idOrKey);
  const [plot] = id === null ? [] : await listSubjectsLast(deps.db, [id]);
  if (plot === undefined) return null;
  const isClosed = await closedTo(deps, asking.asker, papersOf([plot]));
  const seen = subjectSeen(plot, isClosed, asking);
  return { ...plot, kind: "plot", label: seen.label, changes: [], seen, isClosed };
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The texts that a value holds, one or several. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((v) => typeof v === "string") : [];
}

/** The ids that a value holds. */
export function idsIn(value: unknown): readonly string[] {
  return textsIn(value).filter((text) => UUID.test(text));
}

/** One thing that a telling tells of. */
export type ToldOnce = Pick<Telling, "about" | "subject" | "set" | "clear" | "organisation" | "corrects">;

/** What a telling tells of, one after the other. What is taken back belongs to the first. */
export function eachTold(told: Telling): readonly ToldOnce[] {
  const { about } = told;
  return [told, ...told.also.map((once) => ({ ...once, about, corrects: null }))];
}

/** The subjects by whose place the right to tell something is judged. */
export type Grounds = ReadonlyMap<string, SubjectLast>;

const named = ({ subject, set }: ToldOnce) => [
  ...(subject === null ? [] : [subject]),
  ...[set.phaseOf, set.zone, set.zones, set.plot, set.project].flatMap(idsIn),
];

/** Reads the subjects that some tellings name, with the zones that phases and projects are part of. */
export async function readGrounds(
  deps: Pick<RecordingDeps, "db">,
  told: readonly ToldOnce[],
): Promise<Grounds> {
  const undone = told.flatMap((t) => (t.about === "entry" && t.corrects !== null ? [t.corrects] : []));
  const entries = await listEntriesInForce(deps.db, { ids: undone, zones: [] });
  const ids = [...told.flatMap(named), ...entries.flatMap((e) => e.entry.subjects)];
  const subjects = await listSubjectsLast(deps.db, [...new Set(ids)]);
  const grounds = [...subjects];
  // A lease lies in its plot, that in its zone or phase, that in its zone.
  for (let parts: readonly SubjectLast[] = subjects; parts.length > 0; ) {
    const known = new Set(grounds.map((s) => s.id));
    const wholes = parts.flatMap(({ attributes: a }) =>
      [a.plot, a.zone, a.phaseOf, a.project].flatMap(idsIn),
    );
    parts = await listSubjectsLast(
      deps.db,
      [...new Set(wholes)].filter((id) => !known.has(id)),
    );
    grounds.push(...parts);
  }
  return new Map([
    ...grounds.map((s) => [s.id, s] as const),
    // An amount lies where the zones that it names lie.
    ...entries.map(({ entry }) => [entry.id, asGround(entry.id, entry.subjects)] as const),
  ]);
}

function asGround(id: string, zones: readonly string[]): SubjectLast {
  return { id, kind: "zone", key: null, last: 0, attributes: { zones }, sources: {} };
}

const NOWHERE: Attributes = {};

/**
 * Where one telling lies, as areas of roles are compared; it must be allowed in all of them. All places that the subject
 * lies in or is told to lie in; the zone itself (of a phase the zone it is part of, of a project the one it stands in or
 * is told to); its present developer or investor. An organisation that is only told of gives nobody a right.
 */
export function wheresOf(
  told: ToldOnce,
  grounds: Grounds,
  places: PlaceDirectory,
): readonly Required<Where>[] {
  const { about, subject, set, corrects } = told;
  if (about === "entry") {
    const undone = corrects === null ? [] : idsIn(grounds.get(corrects)?.attributes.zones);
    const ids = [...new Set([...idsIn(set.zones), ...undone])];
    const isLease = (id: string) => grounds.get(id)?.kind === "lease";
    const leased = ids
      .filter(isLease)
      .map((id) => wheresOfLease(idsIn(grounds.get(id)?.attributes.plot), grounds, places));
    const others = ids.filter((id) => !isLease(id));
    return [
      ...leased.flat(),
      ...(ids.length > 0 && others.length === 0 ? [] : ofZones(others, grounds, places)),
    ];
  }
  if (about === "claim") {
    const ofZone = set.about === "attribute" || set.about === "existence";
    return ofZone ? ofZones(idsIn(set.zone), grounds, places) : [whereIn(textsIn(set.place), places)];
  }
  const known = subject === null ? undefined : grounds.get(subject);
  if (about === "lease")
    return wheresOfLease([...idsIn(known?.attributes.plot), ...idsIn(set.plot)], grounds, places);
  const whole = about === "zone" && subject === null ? grounds.get(idsIn(set.phaseOf)[0] ?? "") : undefined;
  return [whereOf(known ?? whole, { about, set }, { grounds, places })];
}

type Given = { readonly grounds: Grounds; readonly places: PlaceDirectory };

/** A lease lies where the zones of its plots lie: of that which it has, and of that which it is told. */
function wheresOfLease(
  plots: readonly string[],
  grounds: Grounds,
  places: PlaceDirectory,
): readonly Required<Where>[] {
  return ofZones(
    [...new Set(plots.flatMap((id) => idsIn(grounds.get(id)?.attributes.zone)))],
    grounds,
    places,
  );
}

function ofZones(
  ids: readonly string[],
  grounds: Grounds,
  places: PlaceDirectory,
): readonly Required<Where>[] {
  if (ids.length === 0) return [whereIn([], places)];
  return ids.map((id) => whereOf(grounds.get(id), { about: "zone", set: {} }, { grounds, places }));
}

function whereIn(ids: readonly string[], places: PlaceDirectory): Required<Where> {
  return {
    places: ids,
    zones: [],
    organisations: [],
    lies: liesWithin(places),
  };
}

/** All of some grounds at once. */
function together(wheres: readonly Required<Where>[], places: PlaceDirectory): Required<Where> {
  const all = (of: (where: Required<Where>) => readonly string[]) => [...new Set(wheres.flatMap(of))];
  return {
    ...whereIn(
      all((w) => w.places),
      places,
    ),
    zones: all((w) => w.zones),
    organisations: all((w) => w.organisations),
  };
}

/** A task lies in the places that it names and where its zone and its project lie. */
function whereOfTask(
  attributes: Attributes,
  set: ToldOnce["set"],
  { grounds, places }: Given,
): Required<Where> {
  const ofKind = (about: "zone" | "project") =>
    [...idsIn(attributes[about]), ...idsIn(set[about])].flatMap((id) => {
      const found = grounds.get(id);
      return found === undefined ? [] : [whereOf(found, { about, set: {} }, { grounds, places })];
    });
  const named = whereIn([...textsIn(attributes.places), ...textsIn(set.places)], places);
  return together([named, ...ofKind("zone"), ...ofKind("project")], places);
}

function whereOf(
  subject: SubjectLast | undefined,
  told: Pick<ToldOnce, "about" | "set">,
  { grounds, places }: Given,
): Required<Where> {
  const attributes = subject?.attributes ?? NOWHERE;
  if (told.about === "clearance" || subject?.kind === "clearance") {
    // A round lies where its zone does.
    const zones = [...idsIn(attributes.zone), ...idsIn(told.set.zone)].flatMap((id) => grounds.get(id) ?? []);
    return together(
      zones.map((zone) => whereOf(zone, { about: "zone", set: {} }, { grounds, places })),
      places,
    );
  }
  if (told.about === "task" || subject?.kind === "task")
    return whereOfTask(attributes, told.set, { grounds, places });
  const wholeOf = (id: string) => idsIn(grounds.get(id)?.attributes.phaseOf)[0] ?? id;
  const zones =
    told.about === "project"
      ? [...idsIn(attributes.zone), ...idsIn(told.set.zone)].map(wholeOf)
      : [...(subject === undefined ? [] : [subject.id]), ...idsIn(told.set.phaseOf)].map(wholeOf);
  return {
    ...whereIn([...new Set([...textsIn(attributes.places), ...textsIn(told.set.places)])], places),
    zones: [...new Set(zones)],
    organisations: idsIn(told.about === "project" ? attributes.investor : attributes.developer),
  };
}
