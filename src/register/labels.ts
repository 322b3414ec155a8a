/** How a paper is named in a line. */
import { printedDate } from "../kernel/dates.ts";
import { DOCUMENT_KINDS, type DocumentDraft } from "./vocabulary.ts";

/** `1868/QĐ-UBND`, or `Báo Bắc Kạn, 11/2023` for a paper without a number. */
export function documentLabel(document: DocumentDraft, language: "vi" | "en"): string {
  if (document.number !== null) return document.number;
  const who = document.issuer ?? DOCUMENT_KINDS[document.kind][language];
  const date = document.signedOn ?? document.effectiveOn;
  return date === null ? `${who}: ${document.title}` : `${who}, ${printedDate(date)}`;
}
