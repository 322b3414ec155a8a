/** The words of the table of figures of cases: by what it is divided, what stands in a cell. */
import { z } from "zod";
import { figureAnswer } from "../../figures/vocabulary.ts";
import { plainDateText } from "../../register/vocabulary.ts";

/** The numbers that are told of cases, in the order in which they stand side by side. */
export const MEASURES = ["open", "late", "decided", "onTime", "median", "ninetieth", "paused"] as const;
export type Measure = (typeof MEASURES)[number];

export const divided = z.enum(["procedure", "step", "unit"]);
export type Divided = z.infer<typeof divided>;

/** A figure in a cell: the number with what must be said with it; its proof tells the rest. */
export const cell = figureAnswer
  .pick({
    ...{ id: true, title: true, unit: true, kind: true, value: true, precision: true, precisionWord: true },
    ...{ complete: true, hidden: true, withheld: true, evidenceAsOf: true, stale: true },
    ...{ numerator: true, denominator: true, recordsTotal: true },
  })
  .extend({ missing: z.number().int(), disputed: z.number().int() });
export type Cell = z.infer<typeof cell>;

export const tableRow = z.object({
  key: z
    .string()
    .nullable()
    .meta({ description: "Key of a procedure or step, id of a unit; null: all together" }),
  label: z.string(),
  cells: z.array(cell),
});
export type TableRow = z.infer<typeof tableRow>;

const named = z.object({ key: z.string(), label: z.string() });

/** The figures of cases for a place, a day and a time, by procedure, step or unit. */
export const casesTable = z.object({
  asOf: plainDateText,
  period: z.object({ from: plainDateText, to: plainDateText }),
  by: divided,
  procedure: named.nullable(),
  unit: named.nullable(),
  coverage: z.object({ complete: z.boolean(), note: z.string().nullable() }),
  rows: z.array(tableRow),
  total: tableRow,
});
export type CasesTable = z.infer<typeof casesTable>;
