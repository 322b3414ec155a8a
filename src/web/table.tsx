// biome-ignore-all lint/a11y/noRedundantRoles: as cards on a phone (CSS `display`) the elements would lose their roles
/** A table: sortable heads, groups, figures to the right; on a phone every row is a card of its own. */
import { type ReactNode, useCallback, useId, useState } from "react";
import { useLocation } from "react-router";
import { groupRows, nextOrder, type Order, parseOrder, type SortKey, sortRows } from "./tableOrder.ts";
import { useSetQuery } from "./view.tsx";
import "./table.css";

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
};

type TableProps<Row> = {
  /** What the table shows; read to those who cannot see it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly groupBy?: ((row: Row) => string) | null;
  /** Name in the address under which the order is kept; a page with two sortable tables needs two names. */
  readonly orderName?: string;
  /** Marks a row, e.g. one that is not counted. */
  readonly rowTone?: (row: Row) => "quiet" | "refused" | undefined;
};

/** The table; its order stands in the address. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  groupBy = null,
  orderName = "sort",
  rowTone,
}: TableProps<Row>) {
  const captionId = useId();
  const [overflows, measure] = useOverflow();
  const { search } = useLocation();
  const setQuery = useSetQuery();
  const order = parseOrder(new URLSearchParams(search).get(orderName));
  const keyOf = columns.find((c) => c.key === order?.column)?.sortBy;
  const sorted = order !== null && keyOf !== undefined ? sortRows(rows, keyOf, order.down) : rows;
  const groups = groupBy === null ? [{ key: "", rows: sorted }] : groupRows(sorted, groupBy);
  return (
    // A scroller must be reachable by keyboard; one that does not scroll would only be a stop in vain.
    <div
      ref={measure}
      className="table-scroll"
      {...(overflows ? { role: "region", "aria-labelledby": captionId, tabIndex: 0 } : {})}
    >
      <table role="table" className="table" aria-labelledby={captionId}>
        <caption id={captionId} className="visually-hidden">
          {caption}
        </caption>
        <TableHead
          columns={columns}
          order={order}
          press={(key) => setQuery({ [orderName]: nextOrder(order, key) }, { replace: true })}
        />
        {groups.map((group) => (
          <tbody role="rowgroup" key={group.key}>
            {groupBy !== null && (
              <tr role="row" className="table-group">
                <th scope="rowgroup" colSpan={columns.length}>
                  {group.key} <span className="muted">({group.rows.length})</span>
                </th>
              </tr>
            )}
            {group.rows.map((row) => (
              <TableRow key={rowKey(row)} columns={columns} row={row} tone={rowTone?.(row)} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** Whether what an element holds is wider than itself; follows both. */
function useOverflow(): readonly [boolean, (element: HTMLElement | null) => (() => void) | undefined] {
  const [overflows, setOverflows] = useState(false);
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setOverflows(element.scrollWidth > element.clientWidth + 1));
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return [overflows, measure];
}

type HeadProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly order: Order | null;
  readonly press: (column: string) => void;
};

function TableHead<Row>({ columns, order, press }: HeadProps<Row>) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => {
          const sorted = order?.column === column.key ? order : null;
          return (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              className={column.figures === true ? "to-right" : undefined}
              aria-sort={sorted === null ? undefined : sorted.down ? "descending" : "ascending"}
            >
              {column.sortBy === undefined ? (
                column.head
              ) : (
                <button type="button" className="sort" onClick={() => press(column.key)}>
                  {column.head}
                  <span aria-hidden="true" className="sort-mark">
                    {sorted === null ? "" : sorted.down ? "▼" : "▲"}
                  </span>
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

type RowProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly row: Row;
  readonly tone: string | undefined;
};

function TableRow<Row>({ columns, row, tone }: RowProps<Row>) {
  return (
    <tr role="row" data-tone={tone}>
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
