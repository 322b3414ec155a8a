/** One row of a preview: what it is about, its outcome, and each cell from what it is to what it would be. */
import { useSay } from "../../web/language.tsx";
import { ProblemList } from "../../web/states.tsx";
import type { PreviewRow, RowOutcome } from "./answers.ts";
import { IMPORT_WORDS, OUTCOME_WORDS } from "./words.ts";

/** Rows without change are folded; those that need a person are open. */
export function PreviewRowEntry({ row }: { readonly row: PreviewRow }) {
  const say = useSay();
  const choices = row.choices ?? [];
  return (
    <details open={row.outcome !== "nothing"}>
      <summary>
        <OutcomeMark outcome={row.outcome} />
        <strong>{row.label}</strong>
        <span className="muted">
          {say(IMPORT_WORDS.row)} {row.row}
        </span>
      </summary>
      {row.problems.length > 0 && <ProblemList problems={row.problems} />}
      {choices.length > 0 && (
        <p className="preview-choices">
          {say(IMPORT_WORDS.choices)}: <strong>{choices.map((c) => c.label).join(" · ")}</strong>.{" "}
          {say(IMPORT_WORDS.choose1)}
        </p>
      )}
      <Cells row={row} />
    </details>
  );
}

const SIGNS = {
  create: "+",
  change: "→",
  nothing: "=",
  refused: "×",
  question: "?",
} as const satisfies Record<RowOutcome, string>;

function OutcomeMark({ outcome }: { readonly outcome: RowOutcome }) {
  const say = useSay();
  return (
    <span className="outcome" data-outcome={outcome}>
      <span aria-hidden="true" className="outcome-sign">
        {SIGNS[outcome]}
      </span>
      {say(OUTCOME_WORDS[outcome])}
    </span>
  );
}

/** Cells that change; those that do not are folded, unless the whole row stays as it is. */
function Cells({ row }: { readonly row: PreviewRow }) {
  const say = useSay();
  const same = row.cells.filter((c) => c.outcome === "nothing");
  const moved = row.cells.filter((c) => c.outcome !== "nothing");
  if (moved.length === 0) return <CellTable label={row.label} cells={same} />;
  return (
    <>
      <CellTable label={row.label} cells={moved} />
      {same.length > 0 && (
        <details className="cells-same">
          <summary>{say({ vi: `${same.length} ô không đổi`, en: `${same.length} cells unchanged` })}</summary>
          <CellTable label={row.label} cells={same} />
        </details>
      )}
    </>
  );
}

type CellsProps = { readonly label: string; readonly cells: PreviewRow["cells"] };

function CellTable({ label, cells }: CellsProps) {
  const say = useSay();
  if (cells.length === 0) return null;
  return (
    <table className="cells">
      <caption className="visually-hidden">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{say(IMPORT_WORDS.cell)}</th>
          <th scope="col">{say(IMPORT_WORDS.column)}</th>
          <th scope="col">{say(IMPORT_WORDS.from)}</th>
          <th scope="col">{say(IMPORT_WORDS.to)}</th>
        </tr>
      </thead>
      <tbody>
        {cells.map((cell) => (
          <tr key={cell.cell} data-outcome={cell.outcome}>
            <td className="figures">{cell.cell}</td>
            <th scope="row">{cell.column}</th>
            <td className="cell-from">
              {cell.from ?? <span className="muted">{say(IMPORT_WORDS.empty)}</span>}
            </td>
            <td className="cell-to">
              <span className="cell-arrow" aria-hidden="true">
                {SIGNS[cell.outcome]}{" "}
              </span>
              {cell.to ?? <span className="muted">{say(IMPORT_WORDS.empty)}</span>}
              {cell.why !== null && <small>{cell.why}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
