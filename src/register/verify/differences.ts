/** What a check of the register finds: each difference named by table and id, with a sentence for people. */
import type { Sentence } from "../../kernel/problems.ts";

/**
 * - `bytes`: canonical bytes that do not have their hash, or can't be read
 * - `columns`: columns that say something else than the bytes
 * - `order`: numbers, moments or places in a commit that are not in sequence
 * - `tree`: a commit whose root or count is not that of its parts
 * - `chain`: a commit that does not follow from the one before
 * - `head`: the last commit is not the one that was published
 * - `noCommit`: a row that names a commit which is not there
 * - `request`: an answer that is missing or tells of another commit
 * - `file`: a file that is missing or is not the one that was recorded
 * - `derivedMissing`, `derivedExtra`, `derivedAltered`: a derived row against what the changes and entries give
 */
export type DifferenceKind =
  | "bytes"
  | "columns"
  | "order"
  | "tree"
  | "chain"
  | "head"
  | "noCommit"
  | "request"
  | "file"
  | "derivedMissing"
  | "derivedExtra"
  | "derivedAltered";

export type Difference = {
  readonly kind: DifferenceKind;
  readonly table: string;
  readonly id: string;
  readonly what: Sentence;
};

/** Gathers differences. A register that was ruined wholly must not fill the memory: after `most` they are only counted. */
export type Findings = {
  readonly differences: Difference[];
  /** How many were found beyond those that are listed. */
  omitted: number;
};

const MOST = 10_000;

export function noFindings(): Findings {
  return { differences: [], omitted: 0 };
}

export function find(findings: Findings, difference: Difference): void {
  if (findings.differences.length < MOST) findings.differences.push(difference);
  else findings.omitted += 1;
}
