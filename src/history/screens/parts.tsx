/** The parts of a commit as lines: whom they are about, what they say, since when, on which paper. */
import { CorrectLink } from "../../recording/screens/public.tsx";
import { formatDate, formatNumber, sinceInWords } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PaperLink, SubjectLink } from "../../web/links.tsx";
import {
  CHANGE_KINDS,
  COUNTED_PARTS,
  type CommitSummary,
  type HistoryPart,
  PART_KINDS,
} from "../vocabulary.ts";
import { HISTORY_WORDS } from "./words.ts";

/** The lines. */
export function PartLines({ parts }: { readonly parts: readonly HistoryPart[] }) {
  return (
    <ul className="history-parts">
      {parts.map((part) => (
        <li key={part.id} data-kind={part.kind ?? part.part}>
          <PartLine part={part} />
        </li>
      ))}
    </ul>
  );
}

function PartLine({ part }: { readonly part: HistoryPart }) {
  const say = useSay();
  const lang = useLang();
  const kind = say(part.kind === null ? PART_KINDS[part.part] : CHANGE_KINDS[part.kind]);
  const isPaper = part.part === "document";
  return (
    <>
      <p>
        <span className="history-kind">{kind}</span>{" "}
        {isPaper && part.document !== null && <PaperName paper={part.document} />}
        {part.subject !== null && (
          <strong>
            <SubjectLink subject={part.subject} />
          </strong>
        )}
        {part.text !== "" && <span className="history-text">{part.text}</span>}
      </p>
      {!isPaper && (
        <p className="history-ground muted">
          {[
            part.since === null
              ? null
              : `${say(HISTORY_WORDS.since)} ${sinceInWords(part.since.kind, part.since.date, lang)}`,
            part.until === null ? null : `${say(HISTORY_WORDS.until)} ${formatDate(part.until, lang)}`,
            part.standing === "says" ? say(HISTORY_WORDS.says) : null,
          ]
            .filter((text) => text !== null)
            .join(" · ")}
          {part.document !== null && (
            <>
              {part.since !== null && " · "}
              <PaperName paper={part.document} />
            </>
          )}
          {part.note !== null && (
            <>
              {" · "}
              {say(HISTORY_WORDS.note)}: {part.note}
            </>
          )}
          {part.correctable && <Correct part={part} />}
        </p>
      )}
    </>
  );
}

function Correct({ part }: { readonly part: HistoryPart }) {
  const { subject, id } = part;
  const said = `${subject?.label ?? ""} ${part.text}`.trim();
  const kind = part.part === "entry" ? "entry" : subject?.kind;
  if (kind !== "entry" && kind !== "zone" && kind !== "project" && kind !== "clearance" && kind !== "task") {
    return null;
  }
  return (
    <>
      {" · "}
      <CorrectLink of={{ kind, subject: subject?.key ?? subject?.id ?? null, id }} said={said} />
    </>
  );
}

/** A paper as a link, or that there is one which the reader may not see. */
export function PaperName({ paper }: { readonly paper: NonNullable<HistoryPart["document"]> }) {
  return paper.readable ? <PaperLink paper={paper} /> : <span className="muted">({paper.label})</span>;
}

/** How many of each kind there are, in words: `45 biến động, 2 khoản tiền`. */
export function useCountWords(): (counts: CommitSummary["counts"]) => string {
  const say = useSay();
  const lang = useLang();
  const kinds = ["change", "entry", "claim", "document", "adoption"] as const;
  return (counts) =>
    kinds
      .flatMap((kind) =>
        counts[kind] === 0
          ? []
          : [
              `${formatNumber(counts[kind], lang)} ${say(COUNTED_PARTS[kind][counts[kind] === 1 ? "one" : "more"])}`,
            ],
      )
      .join(", ");
}
