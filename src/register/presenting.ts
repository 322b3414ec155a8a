/** What every page says alike: a paper by its label, an attribute with its paper and since when. Pure. */
import type { Source } from "./fold.ts";
import { documentLabel } from "./labels.ts";
import type { AttributeFact, AttributeValue, DocumentDraft, DocumentRef } from "./vocabulary.ts";
import { type AttributeWords, type Naming, writtenValue } from "./words.ts";

type Papers = Pick<Naming, "language"> & { readonly documents: ReadonlyMap<string, DocumentDraft> };

/** A paper as an answer refers to it. */
export function refOf(id: string, of: Papers): DocumentRef {
  const document = of.documents.get(id);
  return { id, label: document === undefined ? "…" : documentLabel(document, of.language) };
}

/** Each attribute that is there, in the order of the vocabulary. */
export function factsOf(
  { labels, shapes }: AttributeWords,
  held: {
    readonly attributes: Readonly<Record<string, AttributeValue | undefined>>;
    readonly sources: Readonly<Record<string, Source>>;
  },
  of: Naming & Papers,
): AttributeFact[] {
  return Object.entries(labels).flatMap(([attribute, label]) => {
    const [value, source, shape] = [held.attributes[attribute], held.sources[attribute], shapes[attribute]];
    if (value === undefined || source === undefined || shape === undefined) return [];
    return [
      {
        attribute,
        label: label[of.language],
        text: writtenValue(shape, value, of),
        value: typeof value === "number" ? value : null,
        since: source.since,
        sinceKind: source.sinceKind,
        standing: source.standing,
        document: refOf(source.document, of),
      },
    ];
  });
}
