import fc from "fast-check";
import { expect, test } from "vitest";
import { FORM_KEYS } from "./forms.ts";
import { lineOf, outcomeOfLine, rowOfLine } from "./lines.ts";
import { OUTCOMES, type PlannedRow } from "./plan.ts";

const shown = fc.option(
  fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string(), { maxLength: 3 })),
);
const outcome = fc.constantFrom(...OUTCOMES);
const why = fc.option(fc.constantFrom("asRecorded" as const, "standsBeside" as const));
const sentence = fc.record({ vi: fc.string(), en: fc.string() });
const problem = fc.record({
  code: fc.string(),
  status: fc.constantFrom(409 as const, 422 as const),
  field: fc.option(fc.string()),
  message: sentence,
  remedy: sentence,
});
const row: fc.Arbitrary<PlannedRow> = fc.record({
  sheet: fc.string(),
  form: fc.constantFrom(...FORM_KEYS),
  row: fc.nat(),
  label: fc.string(),
  outcome,
  cells: fc.array(fc.record({ column: fc.string(), from: shown, to: shown, outcome, why })),
  problems: fc.array(problem, { maxLength: 2 }),
  choices: fc.array(fc.record({ id: fc.string(), label: fc.string() }), { maxLength: 2 }),
});

test("a row is the same after it was a line, and its line is one line", () => {
  fc.assert(
    fc.property(row, (planned) => {
      const line = lineOf(planned);
      expect(line.indexOf("\n")).toBe(line.length - 1);
      expect(outcomeOfLine(line)).toBe(planned.outcome);
      expect(rowOfLine(line)).toEqual(planned);
    }),
  );
});
