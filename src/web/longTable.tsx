// biome-ignore-all lint/a11y/noRedundantRoles: as cards on a phone (CSS `display`) the elements would lose their roles
/** A table that may be long: of many rows only those are drawn that are seen. On paper all stand. */
import { defaultRangeExtractor, type Range, useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { TableFrame } from "./table.tsx";
import type { Group } from "./tableOrder.ts";
import { AllRows, GroupRow, type RowsProps, TableRow } from "./tableRows.tsx";
import "./longTable.css";

/** Rows from which on only those are drawn that are seen. */
const MANY = 120;

/** The table; groups and rows come in their order, the pressed head of a column stands in the address. */
export function LongTable<Row>({ caption, ...rows }: RowsProps<Row> & { readonly caption: string }) {
  const printing = usePrinting();
  const count = rows.groups.reduce((sum, group) => sum + group.rows.length, 0);
  const long = count > MANY && !printing;
  // With the heads of the table and of its groups.
  const lines = count + 1 + rows.groups.filter((group) => group.key !== "").length;
  return (
    <TableFrame caption={caption} columns={rows.columns} rowCount={long ? lines : undefined}>
      {long ? <SeenRows {...rows} /> : <AllRows {...rows} />}
    </TableFrame>
  );
}

/** A line of the body: the head of a group, or a row. */
type Line<Row> =
  | { readonly key: string; readonly group: Group<Row> }
  | { readonly key: string; readonly row: Row };

function linesOf<Row>(groups: readonly Group<Row>[], rowKey: (row: Row) => string): readonly Line<Row>[] {
  return groups.flatMap((group) => [
    ...(group.key === "" ? [] : [{ key: `group ${group.key}`, group }]),
    ...group.rows.map((row) => ({ key: rowKey(row), row })),
  ]);
}

/** Heights before a line was measured: of a row, and of the card that it is on a phone. */
const ROW = 62;
const CARD = 190;
const ON_A_PHONE = "(max-width: 699px)";
/** Lines that are kept ready above and below what is seen. */
const READY = 8;

/**
 * The rows that are seen, with room for the others. Each says which row of the whole it is; the one that holds the focus
 * stays, so that the keyboard goes on from it wherever the page was scrolled.
 */
export function SeenRows<Row>({ columns, groups, rowKey, rowTone }: RowsProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [margin, setMargin] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);
  const lines = useMemo(() => linesOf(groups, rowKey), [groups, rowKey]);
  // Scrolling draws the same lines again and again: what is drawn already is kept until columns or lines change.
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what it is kept for
  const drawn = useMemo(() => new Map<number, ReactNode>(), [lines, columns, rowTone]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines may come with other words above the table
  useLayoutEffect(() => {
    const measure = () => {
      const top = body.current?.getBoundingClientRect().top;
      if (top !== undefined) setMargin(Math.round(top + window.scrollY));
    };
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, [lines]);
  const withFocused = useCallback(
    (range: Range) => {
      const seen = defaultRangeExtractor(range);
      if (focused === null || focused >= range.count || seen.includes(focused)) return seen;
      return [...seen, focused].sort((a, b) => a - b);
    },
    [focused],
  );
  const guess = window.matchMedia(ON_A_PHONE).matches ? CARD : ROW;
  const seen = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => guess,
    overscan: READY,
    scrollMargin: margin,
    getItemKey: (index) => lines[index]?.key ?? index,
    rangeExtractor: withFocused,
    useFlushSync: false,
  });
  const items = seen.getVirtualItems();
  const end = seen.getTotalSize() + margin;
  const measure = seen.measureElement;
  const lineAt = (index: number): ReactNode => {
    const line = lines[index];
    const kept = drawn.get(index);
    if (kept !== undefined || line === undefined) return kept;
    // The head is the first row of the whole.
    const place = { index, no: index + 2, measure };
    const made =
      "group" in line ? (
        <GroupRow key={line.key} group={line.group} columns={columns.length} place={place} />
      ) : (
        <TableRow key={line.key} columns={columns} row={line.row} tone={rowTone?.(line.row)} place={place} />
      );
    drawn.set(index, made);
    return made;
  };
  return (
    <tbody
      role="rowgroup"
      ref={body}
      onFocus={(event) => {
        const at = event.target.closest("tr")?.dataset.index;
        setFocused(at === undefined ? null : Number(at));
      }}
      onBlur={({ relatedTarget, currentTarget }) => {
        // Within the table the row that takes the focus says so; before that its own must not go.
        const stays = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
        if (!stays) setFocused(null);
      }}
    >
      {items.map((item, at) => {
        const gap = item.start - (items[at - 1]?.end ?? margin);
        return [
          gap > 0 && <Gap key={`gap ${item.key}`} height={gap} columns={columns.length} />,
          lineAt(item.index),
        ];
      })}
      <Gap height={Math.max(0, end - (items.at(-1)?.end ?? margin))} columns={columns.length} />
    </tbody>
  );
}

function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it keeps room and is no row to be read
    <tr className="table-gap" role="presentation">
      <td role="presentation" colSpan={columns} style={{ height: `${height}px` }} />
    </tr>
  );
}

/** Whether the page is being printed: on paper everything stands. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const paper = window.matchMedia("print");
    // The browser draws the paper right after it has said so, so the rows must be there at once.
    const turn = (on: boolean) => flushSync(() => setPrinting(on));
    const begin = () => turn(true);
    const end = () => turn(false);
    const change = () => turn(paper.matches);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    paper.addEventListener("change", change);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
      paper.removeEventListener("change", change);
    };
  }, []);
  return printing;
}
