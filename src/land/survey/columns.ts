/** Which column of a surveyor's table is which: by its heading, Vietnamese or English. Pure. */
import { searchKey, tidy } from "../../kernel/text.ts";

/** A cell of a sheet: what it holds, and in which column. Dates stand as Excel read them and are no number. */
export type SurveyCell = {
  readonly column: number;
  readonly value: string | number | boolean | { readonly date: string } | null;
};
export type SurveyRow = { readonly row: number; readonly cells: readonly SurveyCell[] };
export type SurveySheet = { readonly name: string; readonly rows: readonly SurveyRow[] };

/**
 * `x` is the northing or the latitude and `y` the easting or the longitude, as surveys print them. `label` is the
 * number of the corner, `order` that of the row.
 */
export type ColumnKey = "order" | "label" | "x" | "y" | "side" | "plot" | "part" | "ring";

const SPELLINGS: Readonly<Record<ColumnKey, readonly string[]>> = {
  order: ["stt", "tt", "số tt", "số thứ tự", "no"],
  label: [
    ...["số hiệu điểm", "số hiệu", "điểm", "tên điểm", "số điểm", "điểm số", "tên mốc", "số hiệu mốc", "mốc"],
    ...["đỉnh", "tên đỉnh", "số hiệu đỉnh", "ký hiệu điểm", "điểm góc", "point", "point id", "corner", "id"],
  ],
  x: [
    ...["x", "tọa độ x", "x bắc", "bắc", "tọa độ bắc", "n", "x n", "north", "northing"],
    ...["vĩ độ", "vĩ độ b", "b", "lat", "latitude"],
  ],
  y: [
    ...["y", "tọa độ y", "y đông", "đông", "tọa độ đông", "e", "y e", "east", "easting"],
    ...["kinh độ", "kinh độ l", "l", "lon", "long", "lng", "longitude"],
  ],
  side: [
    ...["cạnh", "chiều dài", "chiều dài cạnh", "cạnh dài", "độ dài cạnh", "khoảng cách", "s", "d"],
    ...["length", "distance", "side"],
  ],
  plot: [
    ...[
      "lô",
      "lô đất",
      "tên lô",
      "số lô",
      "số hiệu lô",
      "ký hiệu lô",
      "lô thửa",
      "thửa",
      "số thửa",
      "thửa đất",
    ],
    ...["số hiệu thửa", "plot", "lot", "parcel"],
  ],
  part: ["phần", "mảnh", "khoảnh", "part"],
  ring: ["vòng", "đường bao", "vòng số", "loại vòng", "loại đường", "ring"],
};

const KEYS: readonly ColumnKey[] = ["x", "y", "label", "order", "side", "plot", "part", "ring"];
const BY_SPELLING: ReadonlyMap<string, ColumnKey> = new Map(
  KEYS.flatMap((key) => SPELLINGS[key].map((spelling) => [searchKey(spelling), key] as const)),
);

/** The text of a cell as a reader sees it. */
export function textOf({ value }: SurveyCell): string {
  if (value === null) return "";
  return typeof value === "object" ? value.date : tidy(String(value));
}

/** The column that a heading names: its unit, remarks in brackets and the name of the system do not count. */
export function findColumnKey(heading: string): ColumnKey | undefined {
  const bare = heading.replace(/[([][^)\]]*[)\]]/g, " ").replace(/VN[- ]?2000|WGS[- ]?84/gi, " ");
  const key = searchKey(bare).replace(/ (m|met|meters?|metres?)$/, "");
  return BY_SPELLING.get(key);
}

export type Columns = {
  /** The row below which the corners begin. */
  readonly row: number;
  readonly of: ReadonlyMap<ColumnKey, number>;
};

/** How far down the headings are looked for. */
const HEADING_ROWS = 40;

/** The headings of a sheet: a row that names x and y; the others may stand in the row above. Null where none does. */
export function findColumns({ rows }: SurveySheet): Columns | null {
  const first = rows.slice(0, HEADING_ROWS);
  for (const [i, row] of first.entries()) {
    const own = keysIn(row);
    if (!own.has("x") || !own.has("y")) continue;
    const above = first[i - 1];
    const taken = new Set(own.values());
    const of = new Map(own);
    for (const [key, column] of above === undefined ? [] : keysIn(above)) {
      if (!of.has(key) && !taken.has(column)) of.set(key, column);
    }
    return { row: row.row, of };
  }
  return null;
}

function keysIn({ cells }: SurveyRow): ReadonlyMap<ColumnKey, number> {
  const found = new Map<ColumnKey, number>();
  for (const cell of cells) {
    const key = findColumnKey(textOf(cell));
    if (key !== undefined && !found.has(key)) found.set(key, cell.column);
  }
  return found;
}
