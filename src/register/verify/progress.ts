/** How far a check is: counted where something is looked at, told to who asked for it. */
import type pg from "pg";
import type { VerificationStep } from "./vocabulary.ts";

/** How many of all parts, files or subjects were looked at. */
export type Progress = { readonly step: VerificationStep; readonly done: number; readonly total: number };
export type OnProgress = (progress: Progress) => void | Promise<void>;

/** Tells that so many more were looked at. */
export type Looked = (more: number) => void | Promise<void>;

type Counters = {
  readonly parts: Looked;
  readonly files: (total: number) => Looked;
  readonly derived: Looked;
};

const UNTOLD: Counters = { parts: () => undefined, files: () => () => undefined, derived: () => undefined };

/** A counter for each step of a check; nothing is counted for nobody. */
export async function countersOf(
  client: pg.ClientBase,
  onProgress: OnProgress | undefined,
): Promise<Counters> {
  if (onProgress === undefined) return UNTOLD;
  const counted = await client.query<{ parts: number; subjects: number }>(
    `select coalesce((select sum(parts) from commits), 0)::float8 as parts,
            (select count(*) from subjects)::float8 as subjects`,
  );
  const { parts = 0, subjects = 0 } = counted.rows[0] ?? {};
  const of = (step: VerificationStep, total: number): Looked => {
    let done = 0;
    return (more) => {
      done += more;
      return onProgress({ step, done: Math.min(done, total), total });
    };
  };
  return {
    parts: of("parts", parts),
    files: (total) => of("files", total),
    derived: of("derived", subjects),
  };
}
