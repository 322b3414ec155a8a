// biome-ignore-all lint/a11y/noRedundantRoles: as cards on a phone (CSS `display`) the elements would lose their roles
/** The columns and rows of a table, groups among them. */
import type { ReactNode } from "react";
import type { Group, SortKey } from "./tableOrder.ts";

export type Column<Row> = {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Makes the column sortable. */
  readonly sortBy?: (row: Row) => SortKey;
  /** Figures stand to the right. */
  readonly figures?: boolean;
  /** The cell that names its row. */
  readonly names?: boolean;
  /** Pixels that it needs in a table of fixed columns. */
  readonly width?: number;
};

export type RowsProps<Row> = {
  readonly columns: readonly Column<Row>[];
  /** One group without a key: no groups. */
  readonly groups: readonly Group<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly rowTone?: ((row: Row) => "quiet" | "refused" | undefined) | undefined;
};

/** All rows, each group in a body of its own. */
export function AllRows<Row>({ columns, groups, rowKey, rowTone }: RowsProps<Row>) {
  return groups.map((group) => (
    <tbody role="rowgroup" key={group.key}>
      {group.key !== "" && <GroupRow group={group} columns={columns.length} />}
      {group.rows.map((row) => (
        <TableRow key={rowKey(row)} columns={columns} row={row} tone={rowTone?.(row)} />
      ))}
    </tbody>
  ));
}

/** Where a line stands among all, and what measures it; absent where all are drawn. */
type LinePlace = {
  readonly index: number;
  readonly no: number;
  readonly measure: (element: HTMLTableRowElement | null) => void;
};

function placed(place: LinePlace | undefined) {
  return place === undefined
    ? {}
    : { ref: place.measure, "data-index": place.index, "aria-rowindex": place.no };
}

/** The head of a group. */
export function GroupRow<Row>({
  group,
  columns,
  place,
}: {
  readonly group: Group<Row>;
  readonly columns: number;
  readonly place?: LinePlace;
}) {
  return (
    <tr role="row" className="table-group" {...placed(place)}>
      <th scope="rowgroup" colSpan={columns}>
        {group.key} <span className="muted">({group.rows.length})</span>
      </th>
    </tr>
  );
}

type RowProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly row: Row;
  readonly tone: string | undefined;
  readonly place?: LinePlace;
};

/** A row of the table. */
export function TableRow<Row>({ columns, row, tone, place }: RowProps<Row>) {
  return (
    <tr role="row" data-tone={tone} {...placed(place)}>
      {columns.map((column) => {
        const className = column.figures === true ? "to-right figures" : undefined;
        return column.names === true ? (
          <th key={column.key} role="rowheader" scope="row" data-head={column.head} className={className}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.key} role="cell" data-head={column.head} className={className}>
            {column.cell(row)}
          </td>
        );
      })}
    </tr>
  );
}
