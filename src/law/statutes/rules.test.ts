/** Statutes in force, articles that may be cited, and what is about to end. */
import { describe, expect, it } from "vitest";
import { plainDate } from "../../kernel/dates.ts";
import {
  articleOn,
  citationText,
  gapOn,
  inForce,
  listStatutes,
  statuteName,
  warningsAhead,
} from "./rules.ts";
import { isStatuteKey, STATUTES } from "./statutes.ts";
import type { Statute } from "./vocabulary.ts";

const day = plainDate;

describe("a statute", () => {
  it("is in force from its first day to the last", () => {
    expect(inForce("decree32", day("2024-04-30"))).toBe(false);
    expect(inForce("decree32", day("2024-05-01"))).toBe(true);
    expect(inForce("resolution6619", day("2027-02-28"))).toBe(true);
    expect(inForce("resolution6619", day("2027-03-01"))).toBe(false);
  });

  it("whose first day was not read is cited on no day", () => {
    expect(articleOn({ statute: "decree349", article: null }, day("2026-11-27"))).toEqual({
      citable: false,
      why: { vi: "chưa biết ngày có hiệu lực", en: "its first day is not known" },
    });
  });

  it("amends and replaces statutes that are there, and ends after it began", () => {
    const statutes: readonly Statute[] = Object.values(STATUTES);
    for (const { replaces, amends } of statutes) {
      expect([...replaces, ...amends].filter((key) => !isStatuteKey(key))).toEqual([]);
    }
    for (const { number, effectiveFrom, effectiveTo } of statutes) {
      expect([number, effectiveFrom === null || effectiveTo === null || effectiveFrom < effectiveTo]).toEqual(
        [number, true],
      );
    }
    expect(new Set(statutes.map(({ number }) => number)).size).toBe(listStatutes().length);
  });

  it("is called as officers call it", () => {
    expect(statuteName("investment2025").vi).toBe("Luật Đầu tư 143/2025/QH15");
    expect(citationText({ statute: "decree32", article: "13.2" }).vi).toBe("Nghị định 32/2024/NĐ-CP, Đ.13.2");
    expect(citationText({ statute: "resolution6619", article: "Phụ lục IX A.VI" }).en).toBe(
      "Resolution 66.19/2026/NQ-CP, annex IX A.VI",
    );
  });
});

describe("an article", () => {
  it("may end before its statute does, with all its clauses", () => {
    const last = { statute: "land2024", article: "85.1" } as const;
    expect(articleOn(last, day("2025-12-31")).citable).toBe(true);
    expect(articleOn(last, day("2026-01-01")).why?.en).toContain("resolution 254/2025");
    expect(articleOn({ statute: "decree139", article: "11.2" }, day("2026-09-15")).citable).toBe(false);
    expect(articleOn({ statute: "decree139", article: "1" }, day("2026-09-15")).citable).toBe(true);
  });

  it("may begin after its statute did", () => {
    const cut = { statute: "resolution6619", article: "Phụ lục IX B.I.5" } as const;
    expect(articleOn(cut, day("2026-06-30")).citable).toBe(false);
    expect(articleOn(cut, day("2026-07-01")).citable).toBe(true);
  });

  it("85.1 is not 85.12", () => {
    expect(articleOn({ statute: "land2024", article: "85.12" }, day("2026-06-01")).citable).toBe(true);
  });
});

describe("what is ahead", () => {
  it("on 27/11/2026 are the old clusters, then the texts that end on 28/02/2027", () => {
    const warnings = warningsAhead(day("2026-11-27"));
    expect(warnings[0]).toMatchObject({ kind: "deadline", lastDay: "2026-12-30", daysLeft: 33 });
    const ends = warnings.filter(({ lastDay }) => lastDay === "2027-02-28").map(({ says }) => says.vi);
    expect(ends).toContain("Nghị quyết 66.19/2026/NQ-CP hết hiệu lực sau ngày 28/02/2027");
    expect(ends).toContain("Nghị định 49/2026/NĐ-CP, Đ.14 hết áp dụng sau ngày 28/02/2027");
    expect(ends.length).toBeGreaterThanOrEqual(6);
  });

  it("is never what has passed, and nothing that is far away", () => {
    expect(warningsAhead(day("2026-12-31")).some(({ kind }) => kind === "deadline")).toBe(false);
    expect(warningsAhead(day("2024-05-01"))).toEqual([]);
  });
});

describe("the gap between the Law on Investment and its decree", () => {
  it("is from 01/3 to 30/3/2026", () => {
    expect(gapOn("investment2025", day("2026-02-28"))).toBeNull();
    expect(gapOn("investment2025", day("2026-03-30"))?.awaits).toBe("decree96");
    expect(gapOn("investment2025", day("2026-03-31"))).toBeNull();
  });
});
