import { describe, expect, it } from "vitest";
import { partialDate, plainDate } from "../kernel/dates.ts";
import { articleOn } from "../law/public.ts";
import { lawNotes } from "./lawNotes.ts";

const told = (since: string, state = "proposed") => ({
  zone: {
    kind: "park",
    courses: { legal: state },
    coursesAsOf: { legal: { evidenceAsOf: partialDate(since), stale: false } },
  } as const,
  laterWords: [],
  legalSince: partialDate(since),
});
const on = (day: string) => ({ asOf: plainDate(day), language: "vi" }) as const;

describe("what the law did with a policy that had been put forward", () => {
  it("is told with its condition, its article and that the outcome is not known", () => {
    const [note] = lawNotes(told("2023-11"), on("2026-11-27"));
    expect(note?.text).toMatch(
      /^Theo tài liệu đến 11\/2023, .* Nếu ngày 01\/3\/2026 .*; kết quả chưa biết\.$/,
    );
    expect(note?.article).toBe("Luật Đầu tư 143/2025/QH15, Đ.52.14");
    expect(articleOn({ statute: "investment2025", article: "52.14" }, plainDate("2026-03-01")).citable).toBe(
      true,
    );
  });

  it("is not told before that law, nor of what was put forward under it, nor of what was decided, nor of a cluster", () => {
    expect(lawNotes(told("2023-11"), on("2026-02-28"))).toEqual([]);
    expect(lawNotes(told("2026-03-01"), on("2026-11-27"))).toEqual([]);
    expect(lawNotes(told("2023-11", "policyApproved"), on("2026-11-27"))).toEqual([]);
    const park = told("2023-11");
    expect(lawNotes({ ...park, zone: { ...park.zone, kind: "cluster" } }, on("2026-11-27"))).toEqual([]);
  });

  it("is told of the newer word where an older decision holds beside it", () => {
    const decided = told("2016-06-14", "policyApproved");
    const laterWords = [
      {
        ...({ course: "legal", state: "proposed", text: "Đã trình", since: partialDate("2023-11") } as const),
        ...{ document: { id: "d", label: "Báo mẫu" }, evidenceAsOf: partialDate("2023-11"), stale: true },
      },
    ];
    expect(lawNotes({ ...decided, laterWords }, on("2026-11-27"))).toHaveLength(1);
  });
});
