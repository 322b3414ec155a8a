/** What a file would change, row by row and cell by cell, before anything is recorded. */
import { useState } from "react";
import { formatInstant, formatSize } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { Section } from "../../web/page.tsx";
import { Progress } from "../../web/progress.tsx";
import { ProblemList } from "../../web/states.tsx";
import { firstOutcome, hindrance, type Preview, type RowOutcome, rowsToRecord } from "./answers.ts";
import { PreviewRows } from "./previewRows.tsx";
import { IMPORT_WORDS, OUTCOME_WORDS, OUTCOMES } from "./words.ts";

type PreviewProps = {
  readonly preview: Preview;
  /** Whether the register has moved since the first preview. */
  readonly moved: boolean;
  readonly recording: boolean;
  readonly record: () => void;
  readonly discard: () => void;
};

/** The preview with its filter and the two buttons. */
export function PreviewPart({ preview, moved, recording, record, discard }: PreviewProps) {
  const say = useSay();
  const lang = useLang();
  const [only, setOnly] = useState(() => firstOutcome(preview));
  return (
    <Section
      title={`${say(IMPORT_WORDS.preview)}: ${preview.file.name}`}
      aside={<span className="muted">{formatSize(preview.file.size, lang)}</span>}
    >
      {moved && (
        <p className="import-moved" role="alert">
          {say(IMPORT_WORDS.moved)}
        </p>
      )}
      {preview.already !== null && (
        <p className="import-done">
          {say(IMPORT_WORDS.already)} {formatInstant(preview.already.at, lang)}.
        </p>
      )}
      {preview.problems.length > 0 && (
        <div className="problem" role="alert">
          <ProblemList problems={preview.problems} />
        </div>
      )}
      <RecordBar {...{ preview, recording, record, discard }} />
      <Papers preview={preview} />
      <LeftAside preview={preview} />
      <OutcomeFilter preview={preview} only={only} choose={setOnly} />
      <PreviewRows preview={preview} only={only} />
    </Section>
  );
}

function RecordBar({ preview, recording, record, discard }: Omit<PreviewProps, "moved">) {
  const say = useSay();
  const held = hindrance(preview);
  const n = rowsToRecord(preview);
  const words = {
    refused: "hinderedRefused",
    question: "hinderedQuestion",
    nothing: "hinderedNothing",
  } as const;
  return (
    <div className="record-bar">
      <button type="button" className="primary" disabled={held !== null || recording} onClick={record}>
        {recording
          ? say(IMPORT_WORDS.applying)
          : say({ vi: `Ghi nhận ${n} thay đổi`, en: n === 1 ? "Record 1 change" : `Record ${n} changes` })}
      </button>
      <button type="button" onClick={discard} disabled={recording}>
        {say(IMPORT_WORDS.cancel)}
      </button>
      {held !== null && (
        <p className={held === "refused" ? "past-limit" : undefined}>{say(IMPORT_WORDS[words[held]])}</p>
      )}
      {held === null && <Progress busy={recording} label={say(IMPORT_WORDS.applying)} />}
    </div>
  );
}

/** New papers are shown; those that the register has already are folded. */
function Papers({ preview }: { readonly preview: Preview }) {
  const say = useSay();
  const fresh = preview.documents.filter((d) => d.isNew);
  const known = preview.documents.filter((d) => !d.isNew);
  return (
    <>
      {fresh.length > 0 && (
        <div className="preview-papers">
          <h3>{say(IMPORT_WORDS.newPapers)}</h3>
          <PaperNames papers={fresh} />
        </div>
      )}
      {known.length > 0 && (
        <details className="preview-papers">
          <summary>
            {say(IMPORT_WORDS.knownPapers)} ({known.length})
          </summary>
          <PaperNames papers={known} />
        </details>
      )}
    </>
  );
}

function PaperNames({ papers }: { readonly papers: Preview["documents"] }) {
  return (
    <ul>
      {papers.map((d) => (
        <li key={d.label}>{d.label}</li>
      ))}
    </ul>
  );
}

type FilterProps = {
  readonly preview: Preview;
  readonly only: RowOutcome | null;
  readonly choose: (outcome: RowOutcome | null) => void;
};

function OutcomeFilter({ preview, only, choose }: FilterProps) {
  const say = useSay();
  const total = OUTCOMES.reduce((sum, o) => sum + preview.counts[o], 0);
  return (
    <fieldset className="choices">
      <legend className="visually-hidden">{say(IMPORT_WORDS.show)}</legend>
      <button type="button" aria-pressed={only === null} onClick={() => choose(null)}>
        {say(IMPORT_WORDS.all)} <span className="figures">{total}</span>
      </button>
      {OUTCOMES.map((o) => (
        <button
          key={o}
          type="button"
          aria-pressed={only === o}
          disabled={preview.counts[o] === 0}
          onClick={() => choose(o)}
        >
          {say(OUTCOME_WORDS[o])} <span className="figures">{preview.counts[o]}</span>
        </button>
      ))}
    </fieldset>
  );
}

/** What of the file was no data: sheets and columns that no form knows, headings, totals. */
function LeftAside({ preview }: { readonly preview: Preview }) {
  const say = useSay();
  const { notices, passedOver } = preview;
  if (notices.length === 0 && passedOver.count === 0) return null;
  return (
    <details className="preview-papers">
      <summary>
        {say(IMPORT_WORDS.leftAside)} ({notices.length + passedOver.count})
      </summary>
      <ProblemList problems={notices} />
      <ul>
        {passedOver.first.map((row) => (
          <li key={`${row.sheet} ${row.row}`}>
            {row.sheet}, {say(IMPORT_WORDS.row)} {row.row}: <span className="muted">{row.text}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
