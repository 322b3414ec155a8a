import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type PartialDate, partialDate, plainDate } from "../../kernel/dates.ts";
import type { ShownAttribute } from "../pageVocabulary.ts";
import { lieDown, placing, wrapped } from "./scheduleDrawing.ts";
import { type Lane, scheduleOf } from "./scheduleMarks.ts";
import { markWords } from "./scheduleTelling.ts";

type Told = Partial<ShownAttribute> & { readonly attribute: string; readonly text: string };
const document = { id: "d", label: "Văn bản mẫu" };
const fact = (told: Told): ShownAttribute => ({
  ...{ label: told.attribute, value: null, date: null, since: partialDate("2020-10-16"), sinceKind: "on" },
  ...{ until: null, standing: "decides", document, evidenceAsOf: null, stale: false, note: null },
  ...{ others: [], periods: [], ...told },
});
type Period = ShownAttribute["periods"][number];
const period = (told: Partial<Period> & { readonly from: Period["from"] }): Period => ({
  ...{ to: null, since: partialDate(told.from), sinceKind: "on", text: "mẫu", value: null },
  ...{ standing: "decides", evidenceAsOf: null, document, ...told },
});

const november: PartialDate = partialDate("2023-11");
const clearing = fact({
  ...{ attribute: "clearance", text: "Đang giải phóng mặt bằng" },
  periods: [
    period({
      ...{ from: plainDate("2023-11-01"), since: november, sinceKind: "by", standing: "says" },
      ...{ evidenceAsOf: november, text: "Đang giải phóng mặt bằng" },
    }),
  ],
});
const months = fact({ attribute: "scheduleMonths", text: "36", value: 36 });
const lanesOf = (facts: readonly ShownAttribute[], on: string) =>
  scheduleOf([{ title: "CCN Mẫu", facts }], plainDate(on))?.parts[0]?.lanes ?? [];
const lane = (lanes: readonly Lane[], course: Lane["course"]) => lanes.find((l) => l.course === course);

describe("the schedule of a zone", () => {
  it("draws the decision's 36 months from its signing", () => {
    const [mark] = lane(lanesOf([months], "2023-11-30"), "works")?.marks ?? [];
    expect(mark).toMatchObject({ kind: "term", from: "2020-10-16", to: "2023-10-16" });
    expect(mark === undefined ? "" : markWords(mark, "vi")).toBe(
      "Thời hạn theo quyết định: 36 tháng, đến 16/10/2023",
    );
  });

  it("what a paper tells is firm until its date and not today's state", () => {
    const [mark] = lane(lanesOf([clearing], "2026-11-27"), "clearance")?.marks ?? [];
    expect(mark).toMatchObject({ to: "2026-11-27", firmUntil: "2023-11-30", openStart: true });
    expect(mark === undefined ? "" : markWords(mark, "vi")).toBe(
      "Đang giải phóng mặt bằng, theo tài liệu đến 11/2023",
    );
  });

  it("draws a decided state until a newer paper tells another, and that one as told", () => {
    const policy = fact({
      ...{ attribute: "legal", text: "Đã có chủ trương" },
      periods: [period({ from: plainDate("2016-06-14"), text: "Đã có chủ trương" })],
    });
    const word = { course: "legal", state: "proposed", text: "Đã trình", since: november, document } as const;
    const laterWords = [{ ...word, evidenceAsOf: november, stale: true }];
    const drawn = scheduleOf([{ title: "KCN Mẫu", facts: [policy], laterWords }], plainDate("2026-11-27"));
    const marks = lane(drawn?.parts[0]?.lanes ?? [], "legal")?.marks ?? [];
    expect(marks.map((m) => [m.from, m.to, markWords(m, "vi")])).toEqual([
      ["2016-06-14", "2023-10-31", "Đã có chủ trương"],
      ["2023-11-01", "2026-11-27", "Đã trình, theo tài liệu đến 11/2023"],
    ]);
  });

  it("leaves what no paper tells unknown, before a state and in a course without one", () => {
    const lanes = lanesOf([clearing, months], "2023-11-30");
    expect(lane(lanes, "clearance")?.unknown.map((u) => u.to)).toEqual(["2023-10-31"]);
    expect(lane(lanes, "operation")?.unknown.map((u) => u.to)).toEqual(["2023-11-30"]);
  });

  it("knows nothing of a state that begins after the asked day", () => {
    expect(lane(lanesOf([clearing, months], "2022-01-01"), "clearance")?.marks).toEqual([]);
  });

  it("is none where nothing is known", () => {
    expect(scheduleOf([{ title: "CCN Mẫu", facts: [] }], plainDate("2023-11-30"))).toBeNull();
  });

  it("an expected year ends with its last day and is called expected", () => {
    const expected = fact({ attribute: "expectedOperation", text: "2025", date: partialDate("2025") });
    const dated = { ...expected, since: november };
    const [mark] = lane(lanesOf([dated], "2023-11-30"), "operation")?.marks ?? [];
    expect(mark).toMatchObject({ kind: "expected", from: "2025-12-31" });
    expect(mark === undefined ? "" : markWords(mark, "en")).toBe("Expected: 2025");
  });
});

describe("the words of the drawing", () => {
  it("never lie over each other in a row", () => {
    const start = fc.integer({ min: 0, max: 3000 });
    const bars = fc.array(fc.tuple(start, fc.integer({ min: 0, max: 800 })), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(bars, (drawn) => {
        const first = plainDate("2018-01-01");
        const periods = drawn.map(([at, length]) =>
          period({ from: addDays(first, at), to: addDays(first, at + length + 1) }),
        );
        const asOf = addDays(first, 4000);
        const schedule = scheduleOf(
          [{ title: "Mẫu", facts: [fact({ attribute: "legal", text: "x", periods })] }],
          asOf,
        );
        const legal = schedule?.parts[0]?.lanes[0];
        if (schedule === null || legal === undefined) throw new Error("there are bars");
        const place = placing(schedule.axis, 168, 1000);
        const { marks, rows } = lieDown(legal, { place, right: 1000, words: () => "Đã thành lập" });
        for (let row = 0; row < rows; row += 1) {
          const spans = marks.filter((m) => m.row === row).map((m) => [m.x1, m.x2] as const);
          for (const [at, [a, b]] of spans.entries())
            for (const [c, d] of spans.slice(at + 1)) expect(b <= c || d <= a).toBe(true);
        }
      }),
    );
  });
  it("break between words", () => {
    expect(wrapped("Đang giải phóng mặt bằng", 10)).toEqual(["Đang giải", "phóng mặt", "bằng"]);
  });
});
