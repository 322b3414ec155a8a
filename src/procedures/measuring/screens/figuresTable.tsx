/** The table: a row for each procedure, step or unit; each number opens into the cases behind it. */
import { figurePath } from "../../../figures/screens/public.ts";
import { withQuery } from "../../../web/api.ts";
import { useSay } from "../../../web/language.tsx";
import { ProofLink, ViewLink } from "../../../web/links.tsx";
import { Num } from "../../../web/number.tsx";
import { type Column, DataTable } from "../../../web/table.tsx";
import { FIRST_HEADS } from "../heads.ts";
import { type CasesTable, type Cell, MEASURES, type Measure, type TableRow } from "../vocabulary.ts";
import { MEASURING_WORDS } from "./words.ts";

type Asked = Readonly<Record<string, string | null>>;

/** The question of a cell besides place and day: its row, what the table is narrowed to, and of a flow the time. */
function questionOf(table: CasesTable, row: TableRow, { kind }: Cell): Asked {
  const { procedure, unit, period, by } = table;
  return {
    procedure: procedure?.key ?? null,
    unit: unit?.key ?? null,
    ...(row.key === null ? {} : { [by]: row.key }),
    ...(kind === "flow" ? period : {}),
  };
}

function CellNumber({
  cell,
  label,
  to,
}: {
  readonly cell: Cell;
  readonly label: string;
  readonly to: string;
}) {
  if (cell.value === null && !cell.withheld) return <ProofLink to={to}>–</ProofLink>;
  const isLate = cell.id === "cases.late" && cell.value !== null && cell.value > 0;
  const number = (
    <Num
      number={{ ...cell, reported: false, period: null }}
      to={to}
      label={label}
      unitWord={cell.unit === "percent" ? undefined : ""}
    />
  );
  return isLate ? <span className="past-limit">{number}</span> : number;
}

function columnOf(measure: Measure, head: string, table: CasesTable): Column<TableRow> {
  const cellOf = ({ cells }: TableRow) => cells[MEASURES.indexOf(measure)];
  return {
    ...{ key: measure, head, figures: true },
    sortBy: (row) => cellOf(row)?.value ?? null,
    cell: (row) => {
      const cell = cellOf(row);
      if (cell === undefined) return "";
      const to = figurePath(cell.id, questionOf(table, row, cell));
      return <CellNumber cell={cell} label={`${row.label}, ${head}`} to={to} />;
    },
  };
}

/** A procedure leads to its steps, a unit to what it handles. */
function RowName({ table, row }: { readonly table: CasesTable; readonly row: TableRow }) {
  const { by, procedure, unit, period } = table;
  if (row.key === null) return <strong>{row.label}</strong>;
  if (by === "step") return row.label;
  const kept = { procedure: procedure?.key ?? null, unit: unit?.key ?? null, ...period };
  return <ViewLink to={withQuery("/procedures/figures", { ...kept, [by]: row.key })}>{row.label}</ViewLink>;
}

/** All rows, and at the end all together. */
export function FiguresTable({ table }: { readonly table: CasesTable }) {
  const say = useSay();
  const columns: readonly Column<TableRow>[] = [
    {
      ...{ key: "name", head: say(FIRST_HEADS[table.by]), names: true },
      cell: (row) => <RowName table={table} row={row} />,
    },
    ...MEASURES.map((measure) => columnOf(measure, say(MEASURING_WORDS[measure]), table)),
  ];
  return (
    <div className="measuring-table">
      <DataTable
        caption={say(MEASURING_WORDS.title)}
        columns={columns}
        rows={table.rows.length === 1 ? table.rows : [...table.rows, table.total]}
        rowKey={(row) => row.key ?? ""}
      />
    </div>
  );
}
