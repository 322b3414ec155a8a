import { expect, test } from "vitest";
import { partialDate } from "../../kernel/dates.ts";
import type { ShownAttribute } from "../pageVocabulary.ts";
import { knownOtherwise } from "./knownOtherwise.ts";

function attribute(name: string, text: string): ShownAttribute {
  return {
    ...{
      attribute: name,
      label: `Tên của ${name}`,
      text,
      value: null,
      date: null,
      since: partialDate("2024-01-01"),
    },
    ...{ sinceKind: "on", until: null, standing: "says", document: { id: "d", label: "Mẫu" } },
    ...{ evidenceAsOf: null, stale: false, note: null, others: [], periods: [] },
  };
}

test("what was known otherwise is named with both words, what is the same is not", () => {
  const then = {
    attributes: [attribute("area", "50 ha"), attribute("legal", "Mẫu"), attribute("gone", "a")],
  };
  const now = {
    attributes: [attribute("area", "54 ha"), attribute("legal", "Mẫu"), attribute("workers", "9")],
  };
  expect(knownOtherwise(then, now)).toEqual([
    { attribute: "area", label: "Tên của area", earlier: "50 ha", now: "54 ha" },
    { attribute: "workers", label: "Tên của workers", earlier: null, now: "9" },
    { attribute: "gone", label: "Tên của gone", earlier: "a", now: null },
  ]);
  expect(knownOtherwise(now, now)).toEqual([]);
});
