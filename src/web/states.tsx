/** What stands where an answer is awaited, refused or empty. The room is there before the answer comes. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ApiError, type ShownProblem } from "./api.ts";
import { useSay } from "./language.tsx";
import { useLate } from "./progress.tsx";
import { WORDS } from "./words.ts";
import "./states.css";

type LoadedProps<T> = {
  readonly answer: UseQueryResult<T, Error>;
  /** Lines of room that are kept while the answer is awaited. */
  readonly lines?: number;
  readonly children: (value: T) => ReactNode;
};

/** Shows an answer, or why there is none. */
export function Loaded<T>({ answer, lines = 6, children }: LoadedProps<T>) {
  if (answer.data !== undefined) {
    return (
      <div className="loaded" aria-busy={answer.isPlaceholderData}>
        {answer.isError && <ProblemNotice error={answer.error} retry={() => answer.refetch()} />}
        {children(answer.data)}
      </div>
    );
  }
  if (answer.isError) return <ProblemNotice error={answer.error} retry={() => answer.refetch()} />;
  return <Waiting lines={lines} />;
}

/** Room for lines that are still to come; after half a second it says so. */
export function Waiting({ lines }: { readonly lines: number }) {
  const say = useSay();
  const late = useLate(true);
  return (
    <div className="waiting" style={{ height: `${lines * 22}px` }}>
      <span className={late ? "waiting-word" : "visually-hidden"}>{say(WORDS.loading)}</span>
    </div>
  );
}

/** Whether asking once more may help: not where the question itself was refused. */
function mayPass(error: Error): boolean {
  return !(error instanceof ApiError) || error.status < 400 || error.status >= 500;
}

function problemsOf(error: Error): readonly ShownProblem[] {
  if (error instanceof ApiError) return error.problems;
  return [{ code: error.name, field: null, message: error.message, remedy: "" }];
}

/** What is wrong, where, and what to do; with a button to try again where that may help. */
export function ProblemNotice({ error, retry }: { readonly error: Error; readonly retry?: () => unknown }) {
  const say = useSay();
  return (
    <div className="problem" role="alert">
      <h2>{say(WORDS.failed)}</h2>
      <ProblemList problems={problemsOf(error)} />
      {retry !== undefined && mayPass(error) && (
        <button type="button" onClick={() => retry()}>
          {say(WORDS.retry)}
        </button>
      )}
    </div>
  );
}

/** Problems as sentences, each with its remedy. */
export function ProblemList({ problems }: { readonly problems: readonly ShownProblem[] }) {
  const say = useSay();
  const text = (t: ShownProblem["message"]) => (typeof t === "string" ? t : say(t));
  return (
    <ul className="problem-list">
      {problems.map((p) => {
        const message = text(p.message);
        const cell = cellOf(p, message);
        return (
          <li key={`${p.code} ${p.field} ${message}`}>
            {cell !== null && <code>{cell}</code>} {message} <span className="muted">{text(p.remedy)}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** The cell of a workbook (`Khu và cụm!G20`) that a problem is about; null for other fields and where the sentence names it. */
function cellOf({ field }: ShownProblem, sentence: string): string | null {
  if (field === null || !field.includes("!")) return null;
  return sentence.includes(field.slice(field.lastIndexOf("!") + 1)) ? null : field;
}

/** Says that there is nothing, and what that means. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return (
    <p className="empty">
      <span className="hatched" />
      {children}
    </p>
  );
}
