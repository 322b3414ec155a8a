import { describe, expect, it } from "vitest";
import { partialDate } from "../../kernel/dates.ts";
import type { ComparedClaim } from "../vocabulary.ts";
import { amountText, claimProofPath, figurePath, mainPaper } from "./answers.ts";

function claim(id: string, rest: Partial<ComparedClaim>): ComparedClaim {
  return {
    id,
    key: null,
    document: { id: "press", label: "Báo A, 11/2023" },
    about: {
      kind: "figure",
      name: "clusters.established",
      title: "Cụm đã thành lập",
      subject: null,
      place: { code: "06", name: "Tỉnh A" },
    },
    period: { from: partialDate("2023-11"), to: partialDate("2023-11") },
    value: 6,
    unit: "zone",
    precision: "exact",
    precisionWord: null,
    printed: "06 cụm",
    locator: null,
    note: null,
    verdict: "agrees",
    registerValue: 6,
    differsBy: null,
    independent: 4,
    why: "",
    ...rest,
  };
}

describe("where numbers have their proof", () => {
  it("keeps what was asked of the figure", () => {
    expect(figurePath("clusters.area")).toBe("/figures/clusters.area");
    expect(figurePath("capital.allocated", { from: "2021-01-01", to: "2023-12-31" })).toBe(
      "/figures/capital.allocated?from=2021-01-01&to=2023-12-31",
    );
  });

  it("asks the register for the time of which the paper speaks", () => {
    expect(claimProofPath(claim("a", {}))).toBe("/figures/clusters.established?place=06&asOf=2023-11-30");
    const years = { from: partialDate("2021"), to: partialDate("2023") };
    expect(claimProofPath(claim("b", { period: years }))).toBe(
      "/figures/clusters.established?place=06&asOf=2023-12-31&from=2021-01-01&to=2023-12-31",
    );
  });

  it("has none for what is no figure", () => {
    const about = { ...claim("c", {}).about, kind: "existence" as const, name: null };
    expect(claimProofPath(claim("c", { about }))).toBeNull();
  });
});

describe("the paper that says most", () => {
  it("is shown with its own counts", () => {
    const other = { id: "qd", label: "1/QĐ-UBND" };
    const paper = mainPaper([
      claim("a", { document: other, verdict: "differs" }),
      claim("b", {}),
      claim("c", { verdict: "sameSource" }),
    ]);
    expect(paper?.document.id).toBe("press");
    expect(paper?.counts).toEqual({ agrees: 1, differs: 0, notDerivable: 0, sameSource: 1 });
  });

  it("is none where nothing was published", () => {
    expect(mainPaper([])).toBeNull();
  });
});

describe("an amount as its paper says it", () => {
  const nearly = { precision: "nearly", precisionWord: "gần", unit: "dong" } as const;

  it("bears the paper's word in Vietnamese, the word's meaning in English", () => {
    expect(amountText(58_000_000_000, nearly, "vi")).toBe("gần\u00a058\u00a0tỷ đồng");
    expect(amountText(58_000_000_000, nearly, "en")).toBe("nearly\u00a058\u00a0billion đồng");
  });

  it("stands alone where it is exact, or where nothing is known of it", () => {
    expect(amountText(400_000, { precision: "exact", precisionWord: null, unit: "m2" }, "vi")).toBe(
      "40\u00a0ha",
    );
    expect(amountText(400_000, { unit: "m2" }, "vi")).toBe("40\u00a0ha");
  });
});
