// biome-ignore-all lint/a11y/noRedundantRoles: as cards on a phone (CSS `display`) the elements would lose their roles
/** A table: sortable heads, groups, figures to the right; on a phone every row is a card of its own. */
import { type ReactNode, useCallback, useId, useState } from "react";
import { useLocation } from "react-router";
import { groupRows, nextOrder, type Order, parseOrder, sortRows } from "./tableOrder.ts";
import { AllRows, type Column } from "./tableRows.tsx";
import { useSetQuery } from "./view.tsx";
import "./table.css";

export type { Column } from "./tableRows.tsx";

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
  const order = useOrder(orderName);
  const keyOf = columns.find((c) => c.key === order?.column)?.sortBy;
  const sorted = order !== null && keyOf !== undefined ? sortRows(rows, keyOf, order.down) : rows;
  const groups = groupBy === null ? [{ key: "", rows: sorted }] : groupRows(sorted, groupBy);
  return (
    <TableFrame caption={caption} columns={columns} orderName={orderName}>
      <AllRows columns={columns} groups={groups} rowKey={rowKey} rowTone={rowTone} />
    </TableFrame>
  );
}

/** The order that the address asks for. */
function useOrder(name: string): Order | null {
  const { search } = useLocation();
  return parseOrder(new URLSearchParams(search).get(name));
}

type FrameProps<Row> = {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly orderName?: string;
  /** How many rows there are with the head, where not all of them are drawn: columns are then of fixed width. */
  readonly rowCount?: number | undefined;
  /** The bodies of the table. */
  readonly children: ReactNode;
};

/** The table around its rows: caption, head, and a way to scroll it sideways. */
export function TableFrame<Row>({
  caption,
  columns,
  orderName = "sort",
  rowCount,
  children,
}: FrameProps<Row>) {
  const captionId = useId();
  const [overflows, measure] = useOverflow();
  const setQuery = useSetQuery();
  const order = useOrder(orderName);
  const fixed = rowCount !== undefined;
  return (
    // A scroller must be reachable by keyboard; one that does not scroll would only be a stop in vain.
    <div
      ref={measure}
      className="table-scroll"
      {...(overflows ? { role: "region", "aria-labelledby": captionId, tabIndex: 0 } : {})}
    >
      <table
        role="table"
        className={fixed ? "table table-fixed" : "table"}
        aria-labelledby={captionId}
        {...(fixed ? { "aria-rowcount": rowCount } : {})}
      >
        <caption id={captionId} className="visually-hidden">
          {caption}
        </caption>
        {fixed && (
          <colgroup>
            {columns.map((column) => (
              <col key={column.key} style={{ width: `${widthOf(column)}px` }} />
            ))}
          </colgroup>
        )}
        <TableHead
          columns={columns}
          order={order}
          press={(key) => setQuery({ [orderName]: nextOrder(order, key) }, { replace: true })}
        />
        {children}
      </table>
    </div>
  );
}

/** Width of a column that does not say its own. */
const COLUMN_WIDTH = 140;

function widthOf({ width = COLUMN_WIDTH }: { readonly width?: number }): number {
  return width;
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
