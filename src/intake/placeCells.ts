/** Codes of administrative units in cells: the unit that bore the code at the time of the row. */
import { printedDate } from "../kernel/dates.ts";
import type { PlaceDirectory, PlaceUnit } from "../places/public.ts";
import type { RowReader, Words } from "./rowReader.ts";
import { findPlaceThen } from "./workbench.ts";

type Time = Parameters<typeof findPlaceThen>[2];

/** Ids of the units of a cell; codes are divided by `;`. */
export function placesIn(
  reader: RowReader,
  column: string,
  places: PlaceDirectory,
  time: Time,
): readonly string[] {
  const codes = reader.list(column) ?? [];
  return codes.flatMap((code) => placeOf(reader, { column, code, time }, places)?.id ?? []);
}

type Asked = { readonly column: string; readonly code: string; readonly time: Time };

function placeOf(reader: RowReader, { column, code, time }: Asked, places: PlaceDirectory): PlaceUnit | null {
  const found = findWithZeros(places, code, time);
  if (found.kind === "there") return found.unit;
  if (found.kind === "notThen")
    reader.refuse(column, "place-not-then", notThen(code, found.unit), USE_CODE_OF_TIME);
  else
    reader.refuse(
      column,
      "place-unknown",
      [`không có mã địa bàn “${code}”`, `there is no place “${code}”`],
      FIND_CODE,
    );
  return null;
}

/** A number cell loses the zeros before a code: they are put back where one code alone can be meant. */
function findWithZeros(places: PlaceDirectory, code: string, time: Time): ReturnType<typeof findPlaceThen> {
  const found = findPlaceThen(places, code, time);
  if (found.kind !== "unknown" || !/^\d{1,4}$/.test(code)) return found;
  const padded = [2, 3, 5]
    .filter((length) => length > code.length)
    .map((length) => findPlaceThen(places, code.padStart(length, "0"), time))
    .filter((f) => f.kind === "there");
  return padded.length === 1 ? (padded[0] ?? found) : found;
}

function notThen(code: string, unit: PlaceUnit): Words {
  const life = (from: string, until: string) =>
    [
      unit.from === null ? "" : `${from} ${printedDate(unit.from)}`,
      unit.to === null ? "" : `${until} ${printedDate(unit.to)}`,
    ]
      .filter((t) => t !== "")
      .join(", ");
  return [
    `mã “${code}” là ${unit.name} (${life("từ", "đến trước")}), không có vào ngày của dòng này`,
    `“${code}” is ${unit.name} (${life("from", "until before")}), which was not there at the time of the row`,
  ];
}

const FIND_CODE: Words = [
  "Tra mã trong danh mục đơn vị hành chính (trang Địa bàn); để định dạng ô là Text nếu mã có số 0 đầu.",
  "Look the code up in the list of places; format the cell as Text where the code begins with 0.",
];
const USE_CODE_OF_TIME: Words = [
  "Ghi mã của đơn vị hành chính vào ngày đó, hoặc sửa ngày.",
  "Write the code of the unit of that day, or correct the day.",
];

/** Units by name, with their codes: a code alone is no identity. */
export function showPlaces(ids: readonly string[], places: PlaceDirectory): string {
  return ids
    .map((id) => {
      const unit = places.get(id);
      return `${unit.name} (${unit.code})`;
    })
    .join("; ");
}
