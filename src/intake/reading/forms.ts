/** What a form asks for: its columns, and how their headings are spelled. */
import type { Measure } from "./units.ts";

export type Column = {
  readonly key: string;
  /** Vietnamese and English spellings; the first Vietnamese one names the column in sentences. */
  readonly labels: readonly [string, ...string[]];
  readonly required?: boolean;
  /** What the numbers of the column measure: a unit of the whole table then counts for it. */
  readonly measure?: Measure;
};

export type FormDefinition = { readonly key: string; readonly columns: readonly Column[] };
