import { describe, expect, test } from "vitest";
import { partialDate, plainDate } from "../../kernel/dates.ts";
import type { RecordingForm } from "../vocabulary.ts";
import {
  correcting,
  type Draft,
  draftOfTelling,
  emptyDraft,
  emptyRow,
  findTelling,
  NEW_PAPER,
  requestKeyFor,
  tellsSomething,
  withPaper,
} from "./draft.ts";

const ZONE = "01900000-0000-7000-8000-000000000001";
const PAPER = "01900000-0000-7000-8000-000000000002";
const CHANGE = "01900000-0000-7000-8000-000000000003";

const field = (attribute: string, kind: "area" | "text" | "organisation") => ({
  ...{
    attribute,
    label: attribute,
    value: null,
    text: null,
    since: null,
    document: null,
    hidden: false,
    when: null,
  },
  input: { kind },
});
const form: RecordingForm = {
  about: "zone",
  subject: { id: ZONE, key: "mau", label: "CCN Mẫu" },
  on: plainDate("2026-02-01"),
  expected: 7,
  directly: true,
  ...{ whole: false, begins: [], common: [], given: {} },
  fields: [field("area", "area"), field("name", "text"), field("developer", "organisation")],
  changes: [],
  changesHidden: 0,
  names: {},
};
const of = { form, lang: "vi" } as const;
const filled = (part: Partial<Draft> = {}): Draft => ({
  ...emptyDraft(of),
  paper: { kind: "known", id: PAPER, label: "12/QĐ-UBND", more: "" },
  fromDate: "01/02/2026",
  rows: [{ ...emptyRow("area"), text: "54" }],
  expected: 5,
  ...part,
});

describe("a draft", () => {
  test("becomes what is told, with the commit that its author saw and not a later one", () => {
    expect(findTelling(filled(), of)).toMatchObject({
      paper: { kind: "known", id: PAPER },
      subject: ZONE,
      set: { area: 540_000 },
      from: { kind: "on", date: "2026-02-01" },
      expected: 5,
      corrects: null,
    });
  });
  test("of a month begins within it", () => {
    expect(findTelling(filled({ fromDate: "2/2026" }), of)?.from).toEqual({ kind: "in", date: "2026-02" });
  });
  test("is no telling while something is missing or can't be read", () => {
    for (const part of [
      { paper: { kind: "none" } as const },
      { fromDate: "" },
      { fromDate: "31/02/2026" },
      { until: "x" },
      { rows: [{ ...emptyRow("area"), text: "năm mươi" }] },
      { mode: "correction" as const },
      { paper: { kind: "new", fields: { ...NEW_PAPER, signedOn: "x", title: "t" } } as const },
    ]) {
      expect(findTelling(filled(part), of)).toBeNull();
    }
  });
  test("with empty rows alone tells nothing, with a developer by name it does", () => {
    const empty = findTelling(filled({ rows: [emptyRow("area")] }), of);
    expect(empty !== null && tellsSomething(empty)).toBe(false);
    const developer = { ...emptyRow("developer"), chosen: [{ id: null, label: "Công ty Mẫu" }] };
    const told = findTelling(filled({ rows: [developer] }), of);
    expect(told?.organisation).toEqual({ name: "Công ty Mẫu", enterpriseCode: null });
    expect(told !== null && tellsSomething(told)).toBe(true);
  });
  test("takes its date from the paper until somebody types another, and a press page as no later than", () => {
    const typing = (signedOn: string, kind: "decision" | "press") =>
      ({ kind: "new", fields: { ...NEW_PAPER, kind, signedOn } }) as const;
    const first = withPaper(emptyDraft(of), typing("01/0", "decision"), null);
    const whole = withPaper(first, typing("01/02/2026", "decision"), null);
    expect(whole).toMatchObject({ fromDate: "01/02/2026", fromKind: "on" });
    const own = withPaper({ ...whole, fromDate: "15/02/2026" }, typing("02/02/2026", "decision"), null);
    expect(own.fromDate).toBe("15/02/2026");
    expect(withPaper(emptyDraft(of), typing("11/2023", "press"), null).fromKind).toBe("by");
  });
  test("to correct holds everything that the wrong change told", () => {
    const wrong = {
      ...{ id: CHANGE, text: "", clear: ["name"], to: null, note: "Mẫu", commit: 3, at: "", author: "" },
      attributes: { area: 500_000 },
      from: { kind: "by", date: partialDate("2020-01") } as const,
      document: { id: PAPER, label: "1/QĐ-UBND" },
      ...{ paperTitle: "Quyết định mẫu", proposer: null },
    };
    expect(findTelling(correcting(emptyDraft(of), wrong, of), of)).toMatchObject({
      corrects: CHANGE,
      set: { area: 500_000 },
      clear: ["name"],
      from: { kind: "by", date: "2020-01" },
      note: "Mẫu",
    });
  });
  test("of a proposal tells the same again", () => {
    const told = findTelling(filled({ note: "Mẫu" }), of);
    if (told === null) throw new Error("it tells nothing");
    const again = { ...draftOfTelling(told, "12/QĐ-UBND", of), expected: 5 };
    expect(findTelling(again, of)).toEqual(told);
  });
  test("is sent under the same key while it is the same, and under another when it is not", () => {
    const sent = filled({ sent: { key: "k", content: "a" } });
    expect(requestKeyFor(sent, "a")).toBe("k");
    expect(requestKeyFor(sent, "b")).not.toBe("k");
  });
});
