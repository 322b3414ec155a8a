/** Which body may decide an attribute: a table of each folder, read in one way. */
import type { Problem } from "../kernel/problems.ts";
import type { DocumentDraft } from "./vocabulary.ts";

/** Attribute → patterns of the issuers that may decide it. An attribute that is not listed is decided by nobody. */
export type Deciders = ReadonlyMap<string, readonly RegExp[]>;

/** Whether the paper decides the attribute: it must be a deciding paper of a body that may. */
export function mayDecide(deciders: Deciders, attribute: string, document: DocumentDraft): boolean {
  const issuer = document.issuer;
  if (document.standing !== "decides" || issuer === null) return false;
  return (deciders.get(attribute) ?? []).some((pattern) => pattern.test(issuer));
}

/** One problem per attribute that the paper may only say. */
export function decidingProblemsBy(
  deciders: Deciders,
  attributes: readonly string[],
  document: DocumentDraft,
): readonly Problem[] {
  return attributes
    .filter((attribute) => !mayDecide(deciders, attribute, document))
    .map((attribute) => ({
      code: "change.mayNotDecide",
      status: 422,
      field: attribute,
      message: {
        vi: `${document.issuer ?? "Văn bản này"} không quyết định “${attribute}”; văn bản chỉ đưa tin.`,
        en: `${document.issuer ?? "This document"} does not decide “${attribute}”; it only says so.`,
      },
      remedy: {
        vi: "Ghi là “theo văn bản đưa tin”, hoặc chọn quyết định của cơ quan có thẩm quyền.",
        en: "Record it as said, or choose the decision of the competent body.",
      },
    }));
}
