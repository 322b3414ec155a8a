/** A zone or phase named in a cell: by its key, else by a name that only one zone bears. */
import { bareName, kindInName, type ZoneEntry } from "./matching.ts";
import type { RowReader, Words } from "./rowReader.ts";
import type { Workbench } from "./workbench.ts";

/** The id of the zone that a text names; null adds a problem. */
export function findZoneByText(
  reader: RowReader,
  column: string,
  text: string,
  bench: Workbench,
): string | null {
  const { zones } = bench;
  const keyed = zones.byKey.get(text);
  if (keyed !== undefined) return keyed;
  const kind = kindInName(text);
  const alike = (zones.byName.get(bareName(text)) ?? []).filter((z) => kind === null || z.kind === kind);
  const distinct = [...new Map(alike.map((z) => [z.id, z])).values()];
  const [only, other] = distinct;
  if (only !== undefined && other === undefined) return only.id;
  if (only === undefined) reader.refuse(column, "zone-unknown", notKnown(text), ADD_ZONE);
  else reader.refuse(column, "zone-ambiguous", ambiguous(text, distinct), WRITE_KEY);
  return null;
}

const notKnown = (text: string): Words => [`chưa có khu, cụm “${text}”`, `there is no zone “${text}”`];
const ADD_ZONE: Words = [
  "Sửa mã, hoặc thêm khu, cụm vào trang “Khu và cụm”; giai đoạn ghi dạng “thanh-binh/I”.",
  "Correct the key, or add the zone to the sheet of zones; a phase is written “thanh-binh/I”.",
];
const ambiguous = (text: string, zones: readonly ZoneEntry[]): Words => {
  const keys = zones.map((z) => `“${z.key ?? z.id}” (${z.name})`).join(", ");
  return [`có hơn một khu, cụm “${text}”: ${keys}`, `more than one zone is called “${text}”: ${keys}`];
};
const WRITE_KEY: Words = ["Ghi mã thay cho tên.", "Write the key instead of the name."];
