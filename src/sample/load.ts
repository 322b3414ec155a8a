/** Loads an invented country into a register. */
import { receiptOrThrow, type Writer } from "../register/public.ts";
import { generateSample } from "./generate.ts";
import type { SampleSize } from "./size.ts";

export type LoadedSample = { readonly batches: number; readonly parts: number };

/** Records the whole sample, batch by batch. Repeating it changes nothing; `onBatch` is told how many are recorded. */
export async function loadSample(
  writer: Writer,
  size: SampleSize,
  of: { readonly author: string; readonly onBatch?: (batches: number) => void },
): Promise<LoadedSample> {
  let batches = 0;
  let parts = 0;
  for (const batch of generateSample(size, of.author)) {
    parts += receiptOrThrow(await writer.submit(batch)).parts;
    batches += 1;
    of.onBatch?.(batches);
  }
  return { batches, parts };
}
