/** Where other rent was charged than is due by the contract, of all leases of a place or a zone, in a handful of queries. */
import type { FigureContext, Question } from "../../figures/public.ts";
import { summaryOf } from "./presenting.ts";
import { leasesIn, presentingOf, rentOf } from "./reading.ts";
import { seenLeases } from "./seen.ts";
import { listPeriodsOfLeases, listRentEntriesOf } from "./store.ts";
import type { RentDifference, RentDifferences } from "./vocabulary.ts";

/** Every period in which other rent was charged than is due, or charged for none, of the leases of a question. */
export async function rentDifferencesOf(
  question: Question,
  context: FigureContext,
): Promise<RentDifferences> {
  const { plots, seen, hidden } = await leasesIn(question, context);
  const entries = await listRentEntriesOf(
    context.reader,
    seen.map((l) => l.id),
    question.known,
  );
  // Of whom nothing was charged nothing can differ.
  const charged = seen.filter((l) => entries.has(l.id));
  const ids = charged.map((l) => l.id);
  const periods = await seenLeases(await listPeriodsOfLeases(context.db, ids, question.known), context);
  const byId = new Map(plots.map((p) => [p.id, p]));
  const of = await presentingOf(charged, plots, question, context);
  const items: RentDifference[] = [];
  let compared = 0;
  for (const lease of charged) {
    const { key, contract, tenant, plot, zone } = summaryOf(lease, of);
    const lines = rentOf(
      {
        periods: periods.filter((p) => p.id === lease.id),
        plot: byId.get(lease.attributes.plot ?? ""),
        entries: entries.get(lease.id) ?? [],
      },
      question,
    );
    compared += lines.filter((l) => l.differsBy !== null).length;
    const named = { id: lease.id, key, label: contract ?? plot?.label ?? "…" };
    items.push(
      ...lines
        .filter((l) => l.charged !== null && l.differsBy !== 0)
        .map((line) => ({ ...line, lease: named, tenant, plot, zone })),
    );
  }
  return { items, compared, hidden };
}
