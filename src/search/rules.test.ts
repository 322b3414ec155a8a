import { describe, expect, it } from "vitest";
import { best, type Met, meet, prepared, typedOf } from "./rules.ts";
import type { Candidate } from "./vocabulary.ts";

function candidate(parts: Partial<Candidate>): Candidate {
  return {
    kind: "zone",
    id: "z",
    key: null,
    label: "CCN Đông Mẫu",
    detail: null,
    names: ["CCN Đông Mẫu", "Đông Mẫu", "Cụm công nghiệp Đông Mẫu"],
    text: "xã Hoà Mẫu",
    places: [],
    access: "public",
    ...parts,
  };
}

function rankOf(query: string, of = candidate({})) {
  const typed = typedOf(query);
  return typed === null ? null : (meet(typed, prepared(of))?.rank ?? null);
}

describe("how typed words meet a name", () => {
  it("goes from the whole name over its beginning to single words and what is told with it", () => {
    expect(["dong mau", "dong m", "mau dong", "hoa"].map((q) => rankOf(q))).toEqual([
      "exact",
      "prefix",
      "words",
      "text",
    ]);
    expect(rankOf("tay")).toBeNull();
  });

  it("needs no accents, takes both Unicode forms and either seat of an accent", () => {
    expect(rankOf("ĐÔNG MẪU")).toBe("exact");
    expect(rankOf("Đông Mẫu".normalize("NFD"))).toBe("exact");
    expect([rankOf("hòa"), rankOf("hoà"), rankOf("hoa")]).toEqual(["text", "text", "text"]);
  });

  it("finds a paper by the beginning of its number, with or without its marks", () => {
    const paper = candidate({ kind: "document", names: ["0012/QĐ-MẪU"], text: "" });
    expect([rankOf("0012/qd-mau", paper), rankOf("0012", paper), rankOf("qd mau", paper)]).toEqual([
      "exact",
      "prefix",
      "words",
    ]);
  });

  it("finds nothing by nothing", () => {
    expect([typedOf(""), typedOf("  "), typedOf("–!")]).toEqual([null, null, null]);
  });
});

describe("the order of what is found", () => {
  const met = (parts: Partial<Met>): Met => ({
    rank: "prefix",
    accents: false,
    name: null,
    near: false,
    at: 0,
    candidate: candidate({}),
    ...parts,
  });
  const labels = (all: readonly Met[], ofKind = 8) =>
    best(all, { ofKind, limit: 30 }).map((hit) => hit.label);
  const called = (label: string, parts: Partial<Met> = {}) =>
    met({ candidate: candidate({ label }), ...parts });

  it("is rank, then accents, then what lies in the asked place", () => {
    const all = [
      called("d", { rank: "words" }),
      called("c"),
      called("b", { near: true }),
      called("a", { accents: true }),
    ];
    expect(labels(all)).toEqual(["a", "b", "c", "d"]);
  });

  it("lets no kind hide the others", () => {
    const zones = Array.from({ length: 5 }, (_, at) => called(`zone ${at}`, { at, accents: true }));
    const paper = met({ candidate: candidate({ kind: "document", label: "paper" }) });
    expect(labels([...zones, paper], 2)).toEqual(["zone 0", "zone 1", "paper"]);
  });

  it("says by which other name a thing was met, and not the one that is shown", () => {
    const [old, same] = best([met({ name: "Tên cũ Mẫu" }), met({ name: "Đông Mẫu", at: 1 })], {
      ofKind: 8,
      limit: 30,
    });
    expect([old?.met, same?.met]).toEqual(["Tên cũ Mẫu", null]);
  });
});
