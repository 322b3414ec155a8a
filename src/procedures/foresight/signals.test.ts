import { describe, expect, it } from "vitest";
import { partialDate, plainDate } from "../../kernel/dates.ts";
import { signalsOf, termUntil, type ZoneDates } from "./signals.ts";

const decision = { id: "qd-1868-2020", label: "1868/QĐ-UBND" };
const press = { id: "press-2023-11", label: "Báo Bắc Kạn, 11/2023" };
const minutes = { id: "mau", label: "Biên bản mẫu" };

/** Cẩm Giàng as its papers tell of it. */
const camGiang: ZoneDates = {
  term: { months: 36, signedOn: plainDate("2020-10-16"), paper: decision },
  landDecided: null,
  landHandedOver: null,
  expected: [{ of: "operation", date: partialDate("2025"), paper: press }],
  foresight: null,
  reached: { completion: false, operation: false },
};
const ask = (zone: ZoneDates, on: string) => signalsOf(zone, { asOf: plainDate(on) });

describe("signals of a zone", () => {
  it("Cẩm Giàng's 36 months ended on 16/10/2023, and from the next day it is asked about", () => {
    expect(termUntil(camGiang)).toBe("2023-10-16");
    expect(ask(camGiang, "2023-10-16")).toEqual([]);
    const [signal] = ask(camGiang, "2023-10-17");
    expect(signal).toMatchObject({
      kind: "decisionTerm",
      passed: "2023-10-16",
      paper: decision,
      answer: null,
    });
    expect(signal?.question.vi).toContain("Hết thời hạn theo quyết định (16/10/2023), cần kiểm tra");
    expect(signal?.land.says.vi).toContain("Chưa có văn bản về giao đất");
  });

  it("names an expected date as what it is, and only after its last day", () => {
    expect(ask(camGiang, "2025-12-31").map((s) => s.kind)).toEqual(["decisionTerm"]);
    expect(ask(camGiang, "2026-01-01").map((s) => s.kind)).toEqual(["decisionTerm", "expectedOperation"]);
  });

  it("every signal is a question", () => {
    for (const { question } of ask(camGiang, "2026-11-24")) {
      expect([question.vi.at(-1), question.en.at(-1)]).toEqual(["?", "?"]);
    }
  });

  it("does not ask while the time runs that is counted from a late hand-over", () => {
    const late = { ...camGiang, landHandedOver: { date: partialDate("2022-03-01"), paper: minutes } };
    expect(ask(late, "2023-11-30")).toEqual([]);
    const [after] = ask(late, "2025-03-02");
    expect(after).toMatchObject({ passed: "2023-10-16", land: { until: "2025-03-01" } });
    expect(after?.land.says.vi).toContain("Bàn giao đất thực địa: 01/03/2022");
  });

  it("asks nothing of what was reached", () => {
    const reached = { completion: true, operation: true };
    expect(ask({ ...camGiang, reached }, "2026-11-24")).toEqual([]);
  });

  it("carries the answer to these very facts, as known on the day", () => {
    const facts = ask(camGiang, "2024-01-01")[0]?.facts ?? "";
    const answer = {
      ...{ facts, answer: "Đã gia hạn (mẫu)" },
      ...{ by: "account:mau", on: plainDate("2024-02-01"), paper: minutes },
    };
    const asked = (on: string, answers = [answer]) =>
      signalsOf(camGiang, { asOf: plainDate(on), answers })[0];
    expect(asked("2024-02-01")?.answer).toEqual(answer);
    expect(asked("2024-01-31")?.answer).toBeNull();
    expect(asked("2024-02-01", [{ ...answer, facts: "decisionTerm 2023-01-01" }])?.answer).toBeNull();
    const newer = { ...answer, answer: "Chưa gia hạn (mẫu)" };
    expect(asked("2024-02-01", [answer, newer])?.answer).toEqual(newer);
  });

  it("asks anew where the land was handed over, or another paper sets the date", () => {
    const facts = ask(camGiang, "2026-11-24")[0]?.facts;
    const late = { ...camGiang, landHandedOver: { date: partialDate("2022-03-01"), paper: minutes } };
    expect(ask(late, "2026-11-24")[0]?.facts).not.toBe(facts);
    const other = { months: 36, signedOn: plainDate("2020-10-16"), paper: minutes };
    expect(ask({ ...camGiang, term: other }, "2026-11-24")[0]?.facts).not.toBe(facts);
  });

  it("says where the forecast lies behind the term, never without enough durations", () => {
    const likely = (percent: number, by: string) => ({ percent, by: plainDate(by) });
    const foresight = {
      ...{ enough: true as const, fewest: 12, course: [] },
      ...{ half: likely(50, "2024-05-01"), ninety: likely(90, "2025-05-01") },
    };
    const kinds = (zone: ZoneDates) => ask(zone, "2023-01-01").map((s) => s.kind);
    expect(kinds({ ...camGiang, foresight })).toEqual(["forecast"]);
    expect(kinds({ ...camGiang, foresight: { ...foresight, half: likely(50, "2023-10-16") } })).toEqual([]);
    const says = { vi: "chưa đủ dữ liệu để dự báo", en: "" };
    expect(kinds({ ...camGiang, foresight: { enough: false, says, lacking: [] } })).toEqual([]);
  });
});
