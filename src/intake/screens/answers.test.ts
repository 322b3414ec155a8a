import { describe, expect, it } from "vitest";
import { firstOutcome, hindrance, type Preview, rowsToRecord } from "./answers.ts";

function previewWith(counts: Partial<Preview["counts"]>, problems: Preview["problems"] = []): Preview {
  return {
    id: "p1",
    file: { name: "cum.xlsx", sha256: "0", size: 1 },
    basedOnCommit: 1,
    counts: { create: 0, change: 0, nothing: 0, refused: 0, question: 0, ...counts },
    sheets: [],
    rows: [],
    next: null,
    documents: [],
    problems,
    notices: [],
    passedOver: { count: 0, first: [] },
    already: null,
  };
}

describe("what a workbook would record", () => {
  it("is what is new and what changes, not what stays", () => {
    expect(rowsToRecord(previewWith({ create: 2, change: 3, nothing: 40 }))).toBe(5);
  });

  it("is held up by a refused row before anything else", () => {
    expect(hindrance(previewWith({ create: 1, refused: 1, question: 1 }))).toBe("refused");
    expect(
      hindrance(previewWith({ create: 1 }, [{ code: "noSheet", field: null, message: "m", remedy: "r" }])),
    ).toBe("refused");
  });

  it("is held up by an open question, and by having nothing to say", () => {
    expect(hindrance(previewWith({ create: 1, question: 1 }))).toBe("question");
    expect(hindrance(previewWith({ nothing: 12 }))).toBe("nothing");
    expect(hindrance(previewWith({ change: 1 }))).toBeNull();
  });

  it("is shown from what needs a person on", () => {
    expect(firstOutcome(previewWith({ nothing: 80, change: 2, refused: 1 }))).toBe("refused");
    expect(firstOutcome(previewWith({ nothing: 80, create: 3, change: 2 }))).toBe("change");
    expect(firstOutcome(previewWith({ nothing: 80 }))).toBeNull();
  });
});
