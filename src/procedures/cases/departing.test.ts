/** Where a decision parts from its council: chosen, nobody, a tie, sheets that are missing, none at all. */
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { CRITERION_KEYS } from "../scoring.ts";
import { departureOf, departureProblem, type NamedParty } from "./departing.ts";
import type { DossierItem } from "./dossierWords.ts";
import { judgingOf, type Kept } from "./judging.ts";
import type { CouncilMember } from "./vocabulary.ts";

const CHAIR = uuidv7();
const SEATS: readonly CouncilMember[] = [{ account: CHAIR, role: "chair" }];
const kept = (item: DossierItem, author = CHAIR): Kept => ({
  id: uuidv7(),
  author: `account:${author}`,
  item,
});
const applicant = (name: string, code: string | null = null) =>
  kept({ kind: "applicant", name, code, capital: null, note: null });
const A = applicant("Công ty cổ phần Mẫu Sông Hoà", "4700000001");
const B = applicant("Công ty Mẫu Núi Đá");
const sheet = (of: Kept, ...points: readonly number[]) =>
  kept({
    ...{ kind: "scoreSheet", applicant: of.id },
    scores: Object.fromEntries(CRITERION_KEYS.map((key, i) => [key, points[i] ?? 0])),
  });
const PARTIES = new Map<string, NamedParty>(
  [A, B].flatMap(({ id, item }) => (item.kind === "applicant" ? [[id, item] as const] : [])),
);
const named = (name: string, code: string | null = null): NamedParty => ({ name, code });
const CHOSEN_A = [sheet(A, 12, 12, 25, 30), sheet(B, 10, 10, 20, 20)];
const EQUAL = [sheet(A, 12, 12, 25, 30), sheet(B, 12, 12, 30, 25)];

function departs(by: NamedParty | null, items: readonly Kept[], needsCouncil = true) {
  const judging = judgingOf(SEATS, [A, B, ...items]);
  return departureOf(judging, { applicants: PARTIES, named: by, needsCouncil });
}

describe("a decision", () => {
  it("agrees with the council however the name is spelt, and by the code where both are known", () => {
    for (const name of ["Công ty cổ phần Mẫu Sông Hoà", "CÔNG TY CỔ PHẦN  MẪU SÔNG HÒA"])
      expect(departs(named(name), CHOSEN_A)).toBeNull();
    expect(departs(named("CTCP Mẫu Sông Hoà", "4700000001"), CHOSEN_A)).toBeNull();
    expect(departs(named("Công ty cổ phần Mẫu Sông Hoà", "4700000002"), CHOSEN_A)?.kind).toBe("other");
    expect(departs(named("Công ty cổ phần Mẫu Song Hoa"), CHOSEN_A)?.kind).toBe("other");
  });

  it("departs where it names another than was chosen, or nobody", () => {
    const other = departs(named("Công ty Mẫu Núi Đá"), CHOSEN_A);
    expect(other).toEqual({ kind: "other", chosen: A.id, points: 79, byChair: false });
    expect(departs(null, CHOSEN_A)?.kind).toBe("unnamed");
    if (other === null) throw new Error("it departs");
    const { message } = departureProblem(other, { applicants: PARTIES, named: named("Công ty Mẫu Núi Đá") });
    expect(message.vi).toBe(
      "Hội đồng chọn “Công ty cổ phần Mẫu Sông Hoà” (79,00 điểm). Quyết định nêu “Công ty Mẫu Núi Đá”.",
    );
  });

  it("departs where nobody came to 50, also from who had the most", () => {
    const low = [sheet(A, 10, 10, 10, 19.99), sheet(B, 1, 1, 1, 1)];
    expect(departs(named("Công ty cổ phần Mẫu Sông Hoà"), low)?.kind).toBe("nobody");
    const just = [sheet(A, 10, 10, 10, 20), sheet(B, 1, 1, 1, 1)];
    expect(departs(named("Công ty cổ phần Mẫu Sông Hoà"), just)).toBeNull();
  });

  it("follows the chair's proposal at a tie, and departs as long as there is none", () => {
    const toB = kept({ kind: "proposal", applicant: B.id, reason: "Mẫu" });
    expect(departs(named("Công ty Mẫu Núi Đá"), EQUAL)?.kind).toBe("tie");
    expect(departs(named("Công ty Mẫu Núi Đá"), [...EQUAL, toB])).toBeNull();
    const against = departs(named("Công ty cổ phần Mẫu Sông Hoà"), [...EQUAL, toB]);
    expect(against).toMatchObject({ kind: "other", chosen: B.id, byChair: true });
    // What another keeps under that name settles nothing.
    const forged = kept({ kind: "proposal", applicant: B.id, reason: "Mẫu" }, uuidv7());
    expect(departs(named("Công ty Mẫu Núi Đá"), [...EQUAL, forged])?.kind).toBe("tie");
  });

  it("departs where sheets are missing, or there is none although somebody is named", () => {
    expect(departs(named("Công ty Mẫu Núi Đá"), EQUAL.slice(1))?.kind).toBe("unfinished");
    expect(departs(named("Công ty Mẫu Núi Đá"), [])?.kind).toBe("unscored");
    expect(departs(null, [])).toBeNull();
  });

  it("needs no council where the law lets it be left out, and is compared where there was one", () => {
    expect(departs(named("Công ty Mẫu Núi Đá"), [], false)).toBeNull();
    expect(departs(named("Công ty Mẫu Núi Đá"), CHOSEN_A, false)?.kind).toBe("other");
  });
});
