/** The answers that the screens of organisations read, and where those screens stand. */
import { z } from "zod";
import { organisationSummary } from "../vocabulary.ts";

export const organisationList = z.object({
  items: z.array(organisationSummary),
  next: z.string().nullable(),
});

/** Where an organisation has its page. */
export function organisationPath({ id }: { readonly id: string }): string {
  return `/organisations/${encodeURIComponent(id)}`;
}
