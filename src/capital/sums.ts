/** The sums of a question about entries, from where they cost least. */
import type { Db } from "../platform/database/tables.ts";
import type { EntriesAsked } from "./candidates.ts";
import { countWords, type EntrySum, sumEntries, sumTotals } from "./store.ts";

/** The sums of a question: from the running totals where it asks what is known now up to a day, else by reading entries. */
export async function sumsOf(asked: EntriesAsked, db: Db): Promise<readonly EntrySum[]> {
  const { until } = asked;
  if (until === null || !asked.known.latest) return sumEntries(db, asked, { several: false });
  const [alone, words, several] = await Promise.all([
    sumTotals(db, { ...asked, until }),
    countWords(db, asked),
    sumEntries(db, asked, { several: true }),
  ]);
  return [...alone.flatMap((sum) => worded(sum, words)), ...several];
}

/** A sum of one precision, once for each word that its entries bear, so that no word is lost; the amount stands with the first. */
function worded(sum: EntrySum, words: Awaited<ReturnType<typeof countWords>>): readonly EntrySum[] {
  const own = words.filter((w) => w.precision === sum.precision);
  const bare = sum.records - own.reduce((n, w) => n + w.records, 0);
  const parts = [...(bare > 0 ? [{ word: null, records: bare }] : []), ...own];
  return parts.map(({ word, records }, i) => ({ ...sum, word, records, amount: i === 0 ? sum.amount : 0 }));
}
