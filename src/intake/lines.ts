/**
 * A planned row as one line of JSON: short, so that 100,000 of them are quickly written, hashed and paged. The line holds
 * nothing that differs from run to run, so its hash stands for what was decided.
 */
import { z } from "zod";
import type { Problem } from "../kernel/problems.ts";
import { FORM_KEYS } from "./forms.ts";
import { OUTCOMES, type PlannedRow, type RowOutcome, WHYS } from "./plan.ts";

const PLAIN = { problems: [], choices: [] } as const;

/** The line of a row, with its newline. The first character is the index of its outcome. */
export function lineOf(row: PlannedRow): string {
  const { outcome, sheet, form, row: number, label, problems, choices } = row;
  // Most cells of most rows do what their row does, and nothing more is to be said of them.
  const cells = row.cells.map((c) =>
    c.outcome === outcome && c.from === null && c.why === null && c.paper === undefined
      ? [c.column, c.to]
      : [c.column, c.to, c.from, OUTCOMES.indexOf(c.outcome), c.why, c.paper ?? null],
  );
  const rest = problems.length + choices.length === 0 ? [] : [problems, choices];
  return `${OUTCOMES.indexOf(outcome)}${JSON.stringify([sheet, form, number, label, cells, ...rest])}\n`;
}

const shown = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).nullable();
const why = z.enum(keysOf(WHYS)).nullable();
const sentence = z.object({ vi: z.string(), en: z.string() });
const problem: z.ZodType<Problem> = z.object({
  code: z.string(),
  status: z.union([
    z.literal(400),
    z.literal(403),
    z.literal(404),
    z.literal(409),
    z.literal(413),
    z.literal(415),
    z.literal(422),
    z.literal(503),
  ]),
  field: z.string().nullable(),
  message: sentence,
  remedy: sentence,
});
export const problemList = z.array(problem);

const line = z.tuple(
  [
    z.string(),
    z.enum(FORM_KEYS),
    z.number(),
    z.string(),
    z.array(
      z.union([
        z.tuple([z.string(), shown]),
        z.tuple([z.string(), shown, shown, z.number(), why, z.string().nullable()]),
      ]),
    ),
  ],
  z.union([z.array(problem), z.array(z.object({ id: z.string(), label: z.string() }))]),
);
const choiceList = z.array(z.object({ id: z.string(), label: z.string() }));

/** The outcome of a line, without reading the rest. */
export function outcomeOfLine(text: string): RowOutcome {
  return outcomeAt(Number(text[0]));
}

function outcomeAt(index: number): RowOutcome {
  const outcome = OUTCOMES[index];
  if (outcome === undefined) throw new RangeError(`no outcome ${index}`);
  return outcome;
}

/** The row of a line. Throws where the line is none: this program wrote it. */
export function rowOfLine(text: string): PlannedRow {
  const [sheet, form, row, label, cells, ...rest] = line.parse(JSON.parse(text.slice(1)));
  const outcome = outcomeOfLine(text);
  return {
    sheet,
    form,
    row,
    label,
    outcome,
    cells: cells.map(([column, to, from = null, own, reason = null, paper = null]) => ({
      column,
      from,
      to,
      outcome: own === undefined ? outcome : outcomeAt(own),
      why: reason,
      ...(paper === null ? {} : { paper }),
    })),
    ...(rest.length === 0
      ? PLAIN
      : { problems: problemList.parse(rest[0]), choices: choiceList.parse(rest[1]) }),
  };
}

function keysOf<K extends string>(of: Readonly<Record<K, unknown>>): K[] {
  const keys: K[] = [];
  for (const key in of) keys.push(key);
  return keys;
}
