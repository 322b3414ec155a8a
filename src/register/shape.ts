/**
 * The shape of the derived tables as the running code makes them. Tables that were written under another one are made
 * anew before anything is answered from them.
 */
import { FOLD_VERSION } from "./fold.ts";
import { sha256 } from "./hashing.ts";
import type { SubjectDefinition } from "./timelines.ts";

/**
 * Raise it where the same names come to hold something else: what a column or a total takes from the attributes, what
 * entries add to the totals, which papers stand beside them.
 */
const MEANING = 2;

/** The fingerprint (hex) of the fold's version, the columns of the timelines, and the names of the running totals. */
export function fingerprintOf(definitions: readonly SubjectDefinition[], fold = FOLD_VERSION): string {
  const kinds = definitions
    .map(({ kind, timeline: { now, past, columns }, totals }) => ({
      kind,
      now,
      past,
      columns: columns.map(({ name, type }) => `${name} ${type}`),
      totals: totals.map(({ figure }) => figure).sort(),
    }))
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
  return sha256(JSON.stringify({ meaning: MEANING, fold, kinds })).toString("hex");
}
