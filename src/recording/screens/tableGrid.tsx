/** The grid: a cell for each zone and attribute, typed or pasted into; moved through with the keys of a spreadsheet. */
import "../../web/table.css";
import { type ClipboardEvent, type KeyboardEvent, useId, useRef } from "react";
import { formatNumber, UNIT_WORDS } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { type At, type CellRead, type Laid, layBlock, readCell } from "./cells.ts";
import { cellKey, type Grid, type TableDraft } from "./tableDraft.ts";
import { TABLE_WORDS } from "./tableWords.ts";

type GridProps = {
  readonly grid: Grid;
  readonly cells: TableDraft["cells"];
  readonly change: (cells: TableDraft["cells"]) => void;
  /** A block was pasted: what fell outside. */
  readonly pasted: (laid: Laid) => void;
};

const MOVES: Readonly<Record<string, At>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  Enter: { row: 1, column: 0 },
};

/** The table of cells. */
export function TableGrid({ grid, cells, change, pasted }: GridProps) {
  const say = useSay();
  const place = useRef<HTMLTableElement>(null);
  const list = useId();
  const { rows, columns } = grid;
  const keyOf = ({ row, column }: At) => cellKey(rows[row]?.id ?? "", columns[column]?.attribute ?? "");
  const paste = (event: ClipboardEvent, at: At) => {
    const block = event.clipboardData.getData("text/plain");
    // One text alone goes into the field as anywhere.
    if (!/[\t\r\n]/.test(block.trimEnd())) return;
    event.preventDefault();
    const laid = layBlock(block, at, { rows: rows.length, columns: columns.length });
    change({ ...cells, ...Object.fromEntries(laid.inside.map((c) => [keyOf(c), c.text])) });
    pasted(laid);
  };
  const move = (event: KeyboardEvent, { row, column }: At) => {
    const by = MOVES[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.nativeEvent.isComposing) return;
    const next = place.current?.querySelector<HTMLInputElement>(
      `[data-at="${row + by.row} ${column + by.column}"]`,
    );
    if (next === null || next === undefined) return;
    event.preventDefault();
    next.focus();
    next.select();
  };
  return (
    <div className="table-scroll grid-scroll">
      {columns.map(({ attribute, input }) =>
        input.kind === "words" ? (
          <datalist key={attribute} id={`${list}-${attribute}`}>
            {input.words.map((w) => (
              <option key={w.value} value={w.label} />
            ))}
          </datalist>
        ) : null,
      )}
      <table className="table grid" aria-label={say(TABLE_WORDS.grid)} ref={place}>
        <thead>
          <tr>
            <th scope="col">{say(TABLE_WORDS.zone)}</th>
            {columns.map((c) => (
              <th key={c.attribute} scope="col">
                {c.label}
                {(c.input.kind === "area" || c.input.kind === "money") && <UnitOf kind={c.input.kind} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.id}>
              <th scope="row">{row.label}</th>
              {columns.map((field, column) => {
                const key = cellKey(row.id, field.attribute);
                return (
                  <GridCell
                    key={key}
                    label={`${row.label}, ${field.label}`}
                    now={row.texts[field.attribute] ?? null}
                    field={field}
                    at={{ row: at, column }}
                    list={field.input.kind === "words" ? `${list}-${field.attribute}` : undefined}
                    text={cells[key] ?? ""}
                    change={(text) => change({ ...cells, [key]: text })}
                    paste={(event) => paste(event, { row: at, column })}
                    move={(event) => move(event, { row: at, column })}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function UnitOf({ kind }: { readonly kind: "area" | "money" }) {
  const lang = useLang();
  return <small className="muted"> ({UNIT_WORDS[kind === "area" ? "ha" : "billionDong"][lang]})</small>;
}

type CellProps = {
  readonly label: string;
  /** The present value in words. */
  readonly now: string | null;
  readonly field: Grid["columns"][number];
  readonly at: At;
  readonly list: string | undefined;
  readonly text: string;
  readonly change: (text: string) => void;
  readonly paste: (event: ClipboardEvent) => void;
  readonly move: (event: KeyboardEvent) => void;
};

function GridCell({ label, now, field, at, list, text, change, paste, move }: CellProps) {
  const say = useSay();
  const lang = useLang();
  const id = useId();
  const { kind } = field.input;
  const read = readCell(text, field.input, lang);
  const said = read.kind === "wrong" ? read.why[lang] : keptText(read, kind, lang);
  return (
    <td
      data-wrong={read.kind === "wrong" || undefined}
      data-told={read.kind !== "blank" || undefined}
      data-head={field.label}
    >
      <input
        type="text"
        autoComplete="off"
        inputMode={kind === "area" || kind === "money" || kind === "number" ? "decimal" : "text"}
        data-at={`${at.row} ${at.column}`}
        list={list}
        aria-label={label}
        aria-invalid={read.kind === "wrong"}
        aria-describedby={`${id}-now`}
        value={text}
        onChange={(e) => change(e.target.value)}
        onPaste={paste}
        onKeyDown={move}
      />
      <small id={`${id}-now`} className={read.kind === "wrong" ? "past-limit" : "muted"}>
        {said ?? (now === null ? say(TABLE_WORDS.unknown) : `${say(TABLE_WORDS.now)}: ${now}`)}
      </small>
    </td>
  );
}

/** What is kept of a number, so that a slip of the comma is seen. */
function keptText(read: CellRead, kind: string, lang: "vi" | "en"): string | null {
  if (read.kind !== "value" || typeof read.value !== "number") return null;
  const unit = kind === "area" ? UNIT_WORDS.m2[lang] : kind === "money" ? UNIT_WORDS.dong[lang] : "";
  return `= ${formatNumber(read.value, lang)}\u00a0${unit}`.trim();
}
