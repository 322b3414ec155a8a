/** What stands in the table, how it becomes one telling of several zones, and how it is kept in the browser. */
import { z } from "zod";
import type { Lang } from "../../web/language.tsx";
import type { RecordingTable } from "../tableWords.ts";
import { type Telling, telling } from "../vocabulary.ts";
import { type CellRead, readCell } from "./cells.ts";
import { draft, findFrame } from "./draft.ts";

/** `frame`: paper, day and note, as in the form of one zone. `cells`: typed texts by zone and attribute. */
export const tableDraft = z.object({
  frame: draft,
  zones: z.array(z.string()),
  attributes: z.array(z.string()),
  cells: z.record(z.string(), z.string()),
});
export type TableDraft = z.infer<typeof tableDraft>;

/** The frame with nothing in it. */
export const EMPTY_FRAME: TableDraft["frame"] = {
  paper: { kind: "none" },
  mode: "change",
  corrects: null,
  fromKind: "on",
  ...{ fromDate: "", until: "", note: "" },
  rows: [],
  ...{ expected: null, sent: null, savedAt: null },
};

/** The name under which a cell's text is kept. */
export function cellKey(zone: string, attribute: string): string {
  return `${zone} ${attribute}`;
}

type Field = RecordingTable["fields"][number];
export type Grid = { readonly rows: RecordingTable["rows"]; readonly columns: readonly Field[] };

/** The rows and columns that are chosen, in the order of the vocabulary. */
export function gridOf(table: RecordingTable, { attributes }: Pick<TableDraft, "attributes">): Grid {
  return { rows: table.rows, columns: table.fields.filter((f) => attributes.includes(f.attribute)) };
}

/** A cell that holds something which can't be read. */
export type WrongCell = {
  readonly zone: string;
  readonly field: string;
  readonly text: string;
  readonly why: string;
};

/** Everything that can't be read, cell by cell. */
export function wrongCells({ rows, columns }: Grid, d: TableDraft, lang: Lang): readonly WrongCell[] {
  return rows.flatMap((row) =>
    columns.flatMap((field) => {
      const text = d.cells[cellKey(row.id, field.attribute)] ?? "";
      const read = readCell(text, field.input, lang);
      return read.kind === "wrong"
        ? [{ zone: row.label, field: field.label, text, why: read.why[lang] }]
        : [];
    }),
  );
}

type Once = Telling["also"][number];

function onceOf(id: string, columns: readonly Field[], read: (field: Field) => CellRead): Once | null {
  const set: Once["set"] = {};
  let organisation: Once["organisation"] = null;
  for (const field of columns) {
    const cell = read(field);
    if (cell.kind === "value") set[field.attribute] = cell.value;
    if (cell.kind === "organisation") organisation = { name: cell.name, enterpriseCode: null };
  }
  const tells = Object.keys(set).length > 0 || organisation !== null;
  return tells ? { subject: id, set, clear: [], organisation } : null;
}

/** The one telling of all rows; null while something is missing or wrong, or nothing is told. */
export function findTableTelling(
  d: TableDraft,
  { table, lang }: { readonly table: RecordingTable; readonly lang: Lang },
): Telling | null {
  const frame = findFrame(d.frame);
  const grid = gridOf(table, d);
  if (frame === null || wrongCells(grid, d, lang).length > 0) return null;
  const told = grid.rows.flatMap(
    (row) =>
      onceOf(row.id, grid.columns, (field) =>
        readCell(d.cells[cellKey(row.id, field.attribute)] ?? "", field.input, lang),
      ) ?? [],
  );
  const [first, ...also] = told;
  if (first === undefined) return null;
  const parsed = telling.safeParse({
    about: "zone",
    ...frame,
    ...first,
    also,
    expected: d.frame.expected ?? table.expected,
  });
  return parsed.success ? parsed.data : null;
}

/** Whether somebody has typed or chosen anything. */
export function isTableTouched({ frame, cells }: TableDraft): boolean {
  return frame.paper.kind !== "none" || Object.values(cells).some((text) => text !== "");
}
