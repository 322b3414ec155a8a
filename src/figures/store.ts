/** Reads the claims about figures with the age of their papers. SQL only. */
import { type PartialDate, partialDate } from "../kernel/dates.ts";
import type { Db } from "../platform/database/tables.ts";
import type { ClaimDraft, ClaimsAsked, Known } from "../register/public.ts";
import { listClaims, listDocumentsById } from "../register/public.ts";

/** A claim with the date of its paper. */
export type PublishedClaim = ClaimDraft & { readonly evidence: PartialDate | null };

/** All claims known at a commit, with the dates of their papers, in the order of recording. */
export async function listPublishedClaims(
  db: Db,
  known: Known,
  of: ClaimsAsked = {},
): Promise<readonly PublishedClaim[]> {
  const claims = await listClaims(db, known, of);
  const documents = await listDocumentsById(
    db,
    claims.map((c) => c.document),
  );
  return claims.map((claim) => {
    const paper = documents.get(claim.document);
    const date = paper?.signedOn ?? paper?.effectiveOn ?? null;
    return { ...claim, evidence: date === null ? null : partialDate(date) };
  });
}

/** The claims about figures of a place. */
export function listFigureClaims(db: Db, place: string, known: Known): Promise<readonly PublishedClaim[]> {
  return listPublishedClaims(db, known, { places: [place] });
}
