/** The answers that the screens of papers read. */
import { z } from "zod";
import { access, evidence, partialDateText, standing } from "../vocabulary.ts";

const count = z.number().int();
export const documentSummary = z.object({
  id: z.string(),
  key: z.string().nullable(),
  label: z.string(),
  kind: z.string(),
  kindLabel: z.string(),
  number: z.string().nullable(),
  signedOn: partialDateText.nullable(),
  effectiveOn: partialDateText.nullable(),
  issuer: z.string().nullable(),
  title: z.string(),
  standing,
  evidence,
  access,
  url: z.string().nullable(),
  note: z.string().nullable(),
  hasFile: z.boolean(),
  changes: count,
  claims: count,
  entries: count,
});
export type DocumentSummary = z.infer<typeof documentSummary>;
/** A page of papers; `next`: the id after which the next one begins. */
export const documentList = z.object({ items: z.array(documentSummary), next: z.string().nullable() });

/** A paper with what it decides. What it claims is asked of the claims, which are compared there. */
export const documentPage = documentSummary.extend({
  file: z.object({ name: z.string(), type: z.string(), size: count }).nullable(),
  claims: z.array(z.unknown()),
  decides: z.array(
    z.object({
      subject: z.object({
        kind: z.string(),
        id: z.string(),
        key: z.string().nullable(),
        label: z.string(),
      }),
      text: z.string(),
      since: partialDateText.nullable(),
    }),
  ),
});
export type DocumentPageAnswer = z.infer<typeof documentPage>;

/** Where a paper has its page. */
export function documentPath(document: { readonly id: string; readonly key?: string | null }): string {
  return `/documents/${encodeURIComponent(document.key ?? document.id)}`;
}
