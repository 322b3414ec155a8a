/** What of a zone was known otherwise. Pure. */
import type { ZonePage } from "../pageVocabulary.ts";

type Known = Pick<ZonePage, "attributes">;
/** One attribute; null: not known. */
export type KnownLine = {
  readonly attribute: string;
  readonly label: string;
  readonly earlier: string | null;
  readonly now: string | null;
};

/** The attributes whose words differ, in the order in which the page now has them, then those that it has no more. */
export function knownOtherwise(then: Known, now: Known): readonly KnownLine[] {
  const names = [...new Set([...now.attributes, ...then.attributes].map((a) => a.attribute))];
  return names.flatMap((attribute) => {
    const [before, after] = [then, now].map((of) => of.attributes.find((a) => a.attribute === attribute));
    const told = { earlier: before?.text ?? null, now: after?.text ?? null };
    const label = after?.label ?? before?.label ?? attribute;
    return told.earlier === told.now ? [] : [{ attribute, label, ...told }];
  });
}
