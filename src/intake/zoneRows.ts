/** Plans a row of the sheet of zones: what one paper says of one zone or phase from a date. */

import type { AttributeValue, DocumentDraft, Effective } from "../register/public.ts";
import { zoneSubject } from "../zones/public.ts";
import type { ZoneKind } from "../zones/vocabulary.ts";
import { newId } from "./ids.ts";
import { addKey, addZone, bareName, freeKey, kindInName, matchZone } from "./matching.ts";
import { fetchDevelopers, planDeveloper } from "./organisations.ts";
import { fetchPapers, keyIn, paperOf } from "./papers.ts";
import { placesIn, showPlaces } from "./placeCells.ts";
import type { Choice, PlannedRow, Shown } from "./plan.ts";
import type { RowReader, Words } from "./rowReader.ts";
import { endOf, finished, planTelling, question, type ToldValue } from "./rows.ts";
import { fetchStored, type Paper, type Workbench } from "./workbench.ts";
import { readZoneValues } from "./zoneValues.ts";

/** What a row says before it is known which zone it means. */
type ZoneRow = {
  readonly reader: RowReader;
  readonly key: string | null;
  readonly phase: string | null;
  readonly kind: ZoneKind | null;
  readonly name: string | null;
  readonly bare: string | null;
  readonly places: readonly string[];
  readonly from: Effective | null;
  readonly to: ReturnType<typeof endOf>;
  readonly paper: Paper | null;
  readonly values: readonly ToldValue[];
  readonly developer: { readonly name: string; readonly code: string | null } | null;
  readonly note: string | null;
};

const ZONE_KEY = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}(?:\/[\p{L}\p{N}][\p{L}\p{N}._-]{0,30})?$/u;

/** Plans rows of zones in their order; what they may mean is read from the register at once. */
export async function planZones(
  readers: readonly RowReader[],
  bench: Workbench,
): Promise<readonly PlannedRow[]> {
  await fetchPapers(
    bench,
    readers.flatMap((r) => r.peek("document") ?? []),
  );
  const rows = readers.map((reader) => readZoneRow(reader, bench));
  await fetchStored(
    bench,
    rows.flatMap((row) => possibleIds(row, bench)),
  );
  await fetchDevelopers(
    bench,
    rows.flatMap((row) => row.developer ?? []),
  );
  return rows.map((row) => planZone(row, bench));
}

function readZoneRow(reader: RowReader, bench: Workbench): ZoneRow {
  const key = keyIn(reader, ZONE_KEY);
  const [zoneKey, phaseInKey] = key?.split("/") ?? [];
  const phase = reader.text("phase");
  const from = reader.effective("from", "fromKind");
  reader.require("from", from, NO_DATE, WRITE_DATE);
  const to = endOf(reader, from);
  const read = readZoneValues(reader);
  if (phase !== null && phaseInKey !== undefined && phaseKey(phase) !== phaseInKey) {
    reader.refuse("phase", "phase-differs", PHASES_DIFFER, ONE_PHASE);
  }
  return {
    reader,
    key: zoneKey ?? null,
    phase: phase ?? phaseInKey ?? null,
    kind: read.kind ?? (read.name === null ? null : kindInName(read.name)),
    name: read.name,
    bare: read.name === null ? null : bareName(read.name),
    places:
      from === null ? [] : placesIn(reader, "places", bench.places, { from: from.date, to: to ?? from.date }),
    from,
    to,
    paper: paperOf(reader, bench),
    values: read.values,
    developer: read.developer,
    note: reader.text("note"),
  };
}

const NO_DATE: Words = ["thiếu ngày hiệu lực", "the effective date is missing"];
const WRITE_DATE: Words = [
  "Ghi từ ngày (tháng, năm) nào thì đúng như dòng này; nếu chỉ biết là không muộn hơn ngày văn bản, ghi ngày đó với kiểu “chậm nhất”.",
  "Write from which day, month or year the row holds; where only the paper's own date is known, write it as “no later than”.",
];
const PHASES_DIFFER: Words = [
  "giai đoạn khác với giai đoạn trong mã",
  "the phase differs from that in the key",
];
const ONE_PHASE: Words = ["Ghi cùng một giai đoạn.", "Write one phase."];

function phaseKey(phase: string): string {
  return phase.replace(/[^\p{L}\p{N}._-]+/gu, "-");
}

const NO_IDS: readonly string[] = [];

/** Ids of everything that a row may turn out to mean. */
function possibleIds(row: ZoneRow, bench: Workbench): readonly string[] {
  const { zones } = bench;
  const named = row.bare === null ? undefined : zones.byName.get(row.bare);
  const keyed = row.key === null ? undefined : zones.byKey.get(row.key);
  if (named === undefined && keyed === undefined) return NO_IDS;
  const ids = [...(named ?? []).map((z) => z.id), ...(keyed === undefined ? [] : [keyed])];
  if (row.phase === null) return ids;
  const suffix = phaseKey(row.phase);
  return ids.flatMap((id) => zones.byKey.get(`${zones.keyOf.get(id) ?? id}/${suffix}`) ?? []);
}

type Meant = { readonly id: string; readonly key: string; readonly isNew: boolean };

function planZone(row: ZoneRow, bench: Workbench): PlannedRow {
  const { reader } = row;
  const label = [row.name ?? row.key ?? "?", ...(row.phase === null ? [] : [`giai đoạn ${row.phase}`])].join(
    " – ",
  );
  const matched = matchZone(row, bench.zones, bench.related);
  if (matched.kind === "question") {
    const choices = matched.choices.map((z): Choice => ({ id: z.key ?? z.id, label: z.name }));
    return question(reader, { label, choices, column: "key", words: [matched.why.vi, matched.why.en] });
  }
  const zone: Meant = matched.kind === "known" ? knownZone(matched.id, bench) : newZone(row, bench);
  const { from, paper } = row;
  if (row.phase !== null && zone.isNew) reader.refuse("phase", "phase-without-zone", NO_ZONE, ZONE_FIRST);
  if (zone.isNew && row.phase === null) requireOfNew(row);
  if (reader.problems.length > 0 || from === null || paper === null) {
    return finished(reader, { label, cells: [], isNew: false });
  }
  const meant = row.phase === null ? zone : phaseOf(zone, row.phase, bench);
  const values = [...identity(row, { zone, meant }), ...row.values, ...placesTold(row, bench)];
  const developer = planDeveloper(row.developer, bench, { reader, from, paper });
  const decided = decidedBy(paper.document);
  const cells = planTelling(reader, bench, {
    subject: { id: meant.id, kind: "zone", key: meant.key },
    values: [...values, ...developer],
    from,
    to: row.to,
    paper,
    note: row.note,
    decides: (attribute) => decided.has(attribute),
    show: (attribute, value) => showZoneValue(attribute, value, bench),
  });
  remember(row, { zone, meant }, bench);
  return finished(reader, { label, cells, isNew: meant.isNew });
}

const NO_ZONE: Words = ["chưa có khu, cụm mà giai đoạn này thuộc về", "the zone of this phase is not known"];
const ZONE_FIRST: Words = [
  "Thêm một dòng cho cả khu, cụm phía trên dòng này, hoặc sửa mã, tên.",
  "Put a row for the whole zone above this one, or correct the key or name.",
];

function knownZone(id: string, bench: Workbench): Meant {
  return { id, key: bench.zones.keyOf.get(id) ?? id, isNew: false };
}

function newZone(row: ZoneRow, bench: Workbench): Meant {
  const taken = (key: string) => bench.zones.byKey.has(key);
  return { id: newId(), key: row.key ?? freeKey(row.name ?? "", taken), isNew: true };
}

function phaseOf(zone: Meant, phase: string, bench: Workbench): Meant {
  const key = `${zone.key}/${phaseKey(phase)}`;
  const id = bench.zones.byKey.get(key);
  return { id: id ?? newId(), key, isNew: id === undefined };
}

/** A new zone must be told by kind, name and place: without a place it would count nowhere. */
function requireOfNew({ reader, name, kind, places }: ZoneRow): void {
  const need = (column: string, value: unknown, [vi, en]: Words) =>
    reader.require(column, value, [`khu, cụm mới mà thiếu ${vi}`, `a new zone without ${en}`], FILL_IN);
  need("name", name, ["tên", "a name"]);
  need("kind", kind, ["loại (KCN hoặc CCN)", "its kind (park or cluster)"]);
  need("places", places[0] ?? null, ["mã địa bàn", "the code of its place"]);
}
const FILL_IN: Words = [
  "Điền ô này; nếu dòng nói về khu, cụm đã có thì ghi mã của khu, cụm đó.",
  "Fill in this cell; where the row is about a known zone, write the key of that zone.",
];

type Both = { readonly zone: Meant; readonly meant: Meant };

/** What the row says of kind and name; of a phase also which zone it is part of. */
function identity(row: ZoneRow, { zone, meant }: Both): readonly ToldValue[] {
  // The prefix of a name tells the kind of a new zone; of a known one the row says it only in its own cell.
  const kind = meant.isNew || row.reader.has("kind") ? row.kind : null;
  const values: ToldValue[] = [];
  const tell = (column: string, attribute: string, value: AttributeValue | null, shown: Shown = "") => {
    if (value !== null)
      values.push({ column, attribute, value, shown: shown === "" ? String(value) : shown });
  };
  tell("kind", "kind", kind);
  tell("name", "name", row.name);
  if (row.phase !== null) {
    tell("phase", "phase", row.phase);
    if (meant.isNew) tell("phase", "phaseOf", zone.id, zone.key);
  }
  return values;
}

function placesTold(row: ZoneRow, bench: Workbench): readonly ToldValue[] {
  if (row.places.length === 0) return [];
  const shown = showPlaces(row.places, bench.places);
  return [{ column: "places", attribute: "places", value: row.places, shown }];
}

const decidedByPaper = new WeakMap<DocumentDraft, ReadonlySet<string>>();
const ALL_ATTRIBUTES = Object.keys(zoneSubject.attributes.shape);

/** The attributes that a paper decides, by the table of who may. */
function decidedBy(paper: DocumentDraft): ReadonlySet<string> {
  const known = decidedByPaper.get(paper);
  if (known !== undefined) return known;
  const onlySaid = new Set(zoneSubject.decidingProblems(ALL_ATTRIBUTES, paper).map((p) => p.field));
  const decided = new Set(ALL_ATTRIBUTES.filter((a) => !onlySaid.has(a)));
  decidedByPaper.set(paper, decided);
  return decided;
}

function showZoneValue(attribute: string, value: AttributeValue, bench: Workbench): Shown {
  if (attribute === "places" && Array.isArray(value)) return showPlaces(value.map(String), bench.places);
  if (attribute === "developer") return bench.organisationNames.get(String(value)) ?? String(value);
  if (attribute === "phaseOf") return bench.zones.keyOf.get(String(value)) ?? String(value);
  if (Array.isArray(value)) return value.map(String);
  return typeof value === "object" ? JSON.stringify(value) : value;
}

/** Lets the rows below find what this one made, under the name and place that it gives. */
function remember(row: ZoneRow, { zone, meant }: Both, bench: Workbench): void {
  if (row.phase !== null) {
    if (meant.isNew) addKey(bench.zones, meant.key, meant.id);
    return;
  }
  if (row.name === null || row.bare === null) return;
  const entries = bench.zones.byName.get(row.bare);
  const told = entries?.some((z) => z.id === zone.id && row.places.every((p) => z.places.includes(p)));
  if (told) return;
  const { kind, name, places } = row;
  addZone(bench.zones, { id: zone.id, key: zone.key, kind, name, places }, row.bare);
}
