/** Recording several zones from one paper: the paper, which zones and attributes, the grid, a preview of every cell. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useSearchParams } from "react-router";
import { get, withQuery } from "../../web/api.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PageHead, Section } from "../../web/page.tsx";
import { Empty, ProblemNotice, Waiting } from "../../web/states.tsx";
import { useView } from "../../web/view.tsx";
import { type RecordingTable, recordingTable } from "../tableWords.ts";
import type { Laid } from "./cells.ts";
import { Done } from "./done.tsx";
import { draftKey, withPaper } from "./draft.ts";
import { DraftBack } from "./draftBack.tsx";
import { Field } from "./paperFields.tsx";
import { PaperPart } from "./paperPart.tsx";
import { StaysForRecorder } from "./staysForRecorder.tsx";
import { ChooseAttributes, ChooseZones } from "./tableChoices.tsx";
import {
  EMPTY_FRAME,
  findTableTelling,
  gridOf,
  isTableTouched,
  type TableDraft,
  tableDraft,
  wrongCells,
} from "./tableDraft.ts";
import { TableGrid } from "./tableGrid.tsx";
import { TABLE_WORDS } from "./tableWords.ts";
import { Effective } from "./toldPart.tsx";
import { useKeptForm } from "./useKeptForm.ts";
import { useKeptRecording } from "./useRecording.tsx";
import { RECORD_WORDS } from "./words.ts";
import "./record.css";
import "./table.css";

/** The page `/record/table`. */
export function TablePage() {
  const say = useSay();
  const [search] = useSearchParams();
  const [round, setRound] = useState(0);
  const zones = (search.get("zones") ?? "").split(",").filter((z) => z !== "");
  return (
    <div className="record record-table">
      <PageHead title={say(TABLE_WORDS.title)}>
        <p className="lead">{say(TABLE_WORDS.lead)}</p>
      </PageHead>
      <StaysForRecorder>
        {(account, hasEnded) => (
          <Begun
            key={`${account} ${round}`}
            account={account}
            zones={zones}
            ended={hasEnded}
            again={() => setRound(round + 1)}
          />
        )}
      </StaysForRecorder>
    </div>
  );
}

type BegunProps = {
  readonly account: string;
  readonly zones: readonly string[];
  readonly ended: ReactNode;
  readonly again: () => void;
};

function Begun({ account, zones, ended, again }: BegunProps) {
  const storage = draftKey(account, "table");
  const kept = useKeptForm<TableDraft>({
    ...{ storage, schema: tableDraft, isTouched: isTableTouched, again },
    begin: () => ({ frame: EMPTY_FRAME, zones: [...zones], attributes: ["area"], cells: {} }),
  });
  if (kept.done !== null) return <Done done={kept.done} again={again} />;
  return <Filling kept={kept} ended={ended} />;
}

/** The present values of the chosen zones; those of before stay while others are asked for. */
function useTable(draft: TableDraft) {
  const lang = useLang();
  const { asOf } = useView();
  const url = withQuery("/api/recording/table", { zones: draft.zones.join(","), on: asOf, lang });
  return useQuery({
    queryKey: ["/api/recording/table", url],
    queryFn: ({ signal }) => get(recordingTable, url, signal),
    placeholderData: (before) => before,
    staleTime: 0,
  });
}

type FillingProps = {
  readonly kept: ReturnType<typeof useKeptForm<TableDraft>>;
  readonly ended: ReactNode;
};

function Filling(props: FillingProps) {
  const table = useTable(props.kept.draft);
  // What was loaded once stays: a session that ends must not take the table away.
  const [first, setFirst] = useState<RecordingTable | null>(null);
  if (first === null && table.data !== undefined) setFirst(table.data);
  const shown = table.data ?? first;
  if (shown === null) {
    return table.error === null ? <Waiting lines={20} /> : <ProblemNotice error={table.error} />;
  }
  return <TableForm {...props} table={shown} expected={first?.expected ?? shown.expected} />;
}

type TableFormProps = FillingProps & {
  readonly table: RecordingTable;
  /** The last commit that was there when the table was first seen. */
  readonly expected: number;
};

function TableForm({ kept, ended, table, expected }: TableFormProps) {
  const say = useSay();
  const lang = useLang();
  const { draft, setDraft } = kept;
  const { frame } = draft;
  const setFrame = (next: TableDraft["frame"]) => setDraft({ ...draft, frame: next });
  const grid = gridOf(table, draft);
  const wrong = wrongCells(grid, draft, lang);
  const seen = { ...draft, frame: { ...frame, expected: frame.expected ?? expected } };
  const told = findTableTelling(seen, { table, lang });
  const { alike, preview } = useKeptRecording({ kept, told, directly: table.directly, ended });
  return (
    <>
      <DraftBack restored={kept.restored} discard={kept.discard} />
      <Section title={say(RECORD_WORDS.paper)}>
        <PaperPart
          paper={frame.paper}
          change={(paper, offered) => setFrame(withPaper(frame, paper, offered))}
          alike={alike}
        />
        <Effective draft={frame} form={{ about: "zone" }} change={setFrame} />
      </Section>
      <Section title={say(TABLE_WORDS.zones)}>
        <ChooseZones chosen={draft.zones} change={(zones) => setDraft({ ...draft, zones: [...zones] })} />
        {table.elsewhere.length > 0 && (
          <p className="record-notice">
            {say(TABLE_WORDS.elsewhere)} {table.elsewhere.join(", ")}
          </p>
        )}
      </Section>
      <Section title={say(TABLE_WORDS.attributes)}>
        <ChooseAttributes
          fields={table.fields}
          chosen={draft.attributes}
          change={(attributes) => setDraft({ ...draft, attributes: [...attributes] })}
        />
      </Section>
      <Section title={say(TABLE_WORDS.cells)}>
        <Cells draft={draft} setDraft={setDraft} grid={grid} />
        {wrong.length > 0 && (
          <div className="problem" role="status">
            <h3>
              {say(TABLE_WORDS.wrong)} ({wrong.length})
            </h3>
            <ul>
              {wrong.map((w) => (
                <li key={`${w.zone} ${w.field}`}>
                  <strong>
                    {w.zone}, {w.field}
                  </strong>
                  : “{w.text}” {w.why}
                </li>
              ))}
            </ul>
          </div>
        )}
        <Field label={say(RECORD_WORDS.note)}>
          {(given) => (
            <textarea
              {...given}
              rows={2}
              value={frame.note}
              onChange={(e) => setFrame({ ...frame, note: e.target.value })}
            />
          )}
        </Field>
      </Section>
      <Section title={say(TABLE_WORDS.preview)}>{preview}</Section>
    </>
  );
}

type CellsProps = Pick<FillingProps["kept"], "draft" | "setDraft"> & {
  readonly grid: ReturnType<typeof gridOf>;
};

function Cells({ draft, setDraft, grid }: CellsProps) {
  const say = useSay();
  const [paste, setPaste] = useState<{ readonly laid: Laid; readonly before: TableDraft["cells"] } | null>(
    null,
  );
  if (grid.rows.length === 0 || grid.columns.length === 0)
    return <Empty>{say(TABLE_WORDS.chooseBoth)}</Empty>;
  return (
    <>
      <p className="muted">{say(TABLE_WORDS.how)}</p>
      <TableGrid
        grid={grid}
        cells={draft.cells}
        change={(cells) => setDraft({ ...draft, cells })}
        pasted={(laid) => setPaste({ laid, before: draft.cells })}
      />
      {paste !== null && (
        <div className="record-notice" role="status">
          <p>
            {paste.laid.inside.length} {say(TABLE_WORDS.pasted)}.{" "}
            <button
              type="button"
              className="bare"
              onClick={() => {
                setDraft({ ...draft, cells: paste.before });
                setPaste(null);
              }}
            >
              {say(TABLE_WORDS.undo)}
            </button>
          </p>
          {paste.laid.outside.length > 0 && (
            <p>
              {say(TABLE_WORDS.outside)} {paste.laid.outside.map((text) => `“${text}”`).join(", ")}
            </p>
          )}
        </div>
      )}
    </>
  );
}
