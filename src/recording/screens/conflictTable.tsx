/** What somebody else recorded meanwhile, field by field: as it was seen, as it is, and as it is wanted. */
import type { ReactNode } from "react";
import { formatInstant } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PaperLink } from "../../web/links.tsx";
import type { Conflict } from "../vocabulary.ts";
import { RECORD_WORDS } from "./words.ts";

type ConflictProps = {
  readonly conflict: Conflict;
  readonly said: string;
  /** What the wanted values are called. */
  readonly mine: string;
  readonly children?: ReactNode;
};

/** The table, with what may be done about it below. */
export function ConflictTable({ conflict, said, mine, children }: ConflictProps) {
  const say = useSay();
  const lang = useLang();
  const several = new Set(conflict.fields.map((f) => f.subject.id)).size > 1;
  const unknown = <span className="muted">{say(RECORD_WORDS.notKnown)}</span>;
  return (
    <div className="conflict" role="alert">
      <p>
        <strong>{said}</strong>
      </p>
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say(RECORD_WORDS.field)}</th>
              <th scope="col">{say(RECORD_WORDS.seen)}</th>
              <th scope="col">{say(RECORD_WORDS.nowIs)}</th>
              <th scope="col">{mine}</th>
              <th scope="col">{say(RECORD_WORDS.by_)}</th>
            </tr>
          </thead>
          <tbody>
            {conflict.fields.map((f) => (
              <tr key={`${f.subject.id} ${f.attribute}`}>
                <th scope="row">{several ? `${f.subject.label}: ${f.label}` : f.label}</th>
                <td data-label={say(RECORD_WORDS.seen)}>{f.seen ?? unknown}</td>
                <td data-label={say(RECORD_WORDS.nowIs)}>{f.now ?? unknown}</td>
                <td data-label={mine}>{f.mine ?? "–"}</td>
                <td data-label={say(RECORD_WORDS.by_)}>
                  {f.document === null ? (
                    <span className="muted">{say(RECORD_WORDS.byHidden)}</span>
                  ) : (
                    <>
                      <PaperLink paper={f.document} />
                      <br />
                      <small className="muted">
                        {f.author}, {formatInstant(f.at, lang)}
                      </small>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {children}
    </div>
  );
}
