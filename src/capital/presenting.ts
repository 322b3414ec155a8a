/** The money of zones as their pages show it: each sum with all the zones that it names. */
import type { FigureContext, Question } from "../figures/public.ts";
import { documentLabel, listDocumentsById } from "../register/public.ts";
import { labelOf, listZonesById, seenZones } from "../zones/public.ts";
import { listEntries } from "./store.ts";
import { CAPITAL_SOURCES, capitalSource } from "./vocabulary.ts";

/** Allocations that a zone's page lists, at most. */
const LISTED = 500;

/** Allocations that name any of the zones, dated up to the asked day; `hidden`: how many rest on papers closed to who asks. */
export async function listMoneyOfZones(zones: readonly string[], question: Question, context: FigureContext) {
  const { asOf, known, language } = question;
  const asked = { kind: "allocation", zones, until: asOf, period: null, known } as const;
  const entries = await listEntries(context.db, asked, { counting: null, limit: LISTED, after: null });
  const named = await listZonesById(context.db, {
    ids: [...new Set(entries.flatMap((e) => e.subjects))],
    asOf,
    known,
  });
  const labels = new Map((await seenZones(named, context)).map((z) => [z.id, labelOf(z)]));
  const documents = await listDocumentsById(
    context.reader,
    entries.map((e) => e.document),
  );
  const items = entries.flatMap((e) => {
    const paper = documents.get(e.document);
    if (paper === undefined) return [];
    const source = capitalSource.safeParse(e.source);
    return [
      {
        id: e.id,
        kind: "allocation",
        amount: e.amount,
        precision: e.precision,
        precisionWord: e.precisionWord,
        period: e.period === null ? null : e.period.text,
        source: source.success ? CAPITAL_SOURCES[source.data][language] : e.source,
        zones: e.subjects.map((id) => ({ id, label: labels.get(id) ?? "…" })),
        document: { id: e.document, label: documentLabel(paper, language) },
        note: e.note,
      },
    ];
  });
  return { items, hidden: entries.length - items.length };
}
