/** A council's scale, sheets and choice, and what is refused of each. */

import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { CRITERIA, CRITERION_KEYS } from "../scoring.ts";
import type { DossierItem } from "./dossierWords.ts";
import { judgingOf, type Kept, keepingObjection, resultOf, seatsObjection } from "./judging.ts";
import type { CouncilMember } from "./vocabulary.ts";

const [CHAIR, MEMBER, SECRETARY, STRANGER] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
const SEATS: readonly CouncilMember[] = [
  { account: CHAIR, role: "chair" },
  { account: MEMBER, role: "member" },
  { account: SECRETARY, role: "secretary" },
];
const kept = (author: string, item: DossierItem, id = uuidv7()): Kept => ({
  id,
  author: `account:${author}`,
  item,
});
const applicant = (name: string) =>
  kept("unit", { kind: "applicant", name, code: null, capital: null, note: null });
const [A, B] = [applicant("Công ty Mẫu A"), applicant("Công ty Mẫu B")];

function sheet(of: Kept, ...points: readonly number[]): Extract<DossierItem, { kind: "scoreSheet" }> {
  const scores = Object.fromEntries(CRITERION_KEYS.map((key, i) => [key, points[i] ?? 0]));
  return { kind: "scoreSheet", applicant: of.id, scores };
}
const judge = (...items: readonly Kept[]) => judgingOf(SEATS, [A, B, ...items]);
const keeping = { member: MEMBER, scored: false };

/** Two parts for each criterion that add up. */
const SCALE: Extract<DossierItem, { kind: "scale" }> = {
  kind: "scale",
  subCriteria: CRITERION_KEYS.flatMap((criterion) =>
    [0.4, 0.6].map((share, i) => ({
      ...{ key: `${criterion}${i}`, criterion, title: `Mẫu ${i}` },
      most: (CRITERIA[criterion].most / 100) * share,
    })),
  ),
};

describe("the result of a council", () => {
  const TIED = [
    kept(CHAIR, sheet(A, 10, 10, 20, 30)),
    kept(CHAIR, sheet(B, 12, 12, 22, 24)),
    kept(MEMBER, sheet(A, 10, 10, 20, 20)),
    kept(MEMBER, sheet(B, 9, 9, 20, 22)),
  ];

  it("is incomplete until every member has scored every applicant, and names whom it waits for", () => {
    const result = resultOf(judge(...TIED.slice(0, 3)), "vi");
    expect(result).toMatchObject({ kind: "incomplete", chosen: null });
    expect(result.waiting).toEqual([{ member: MEMBER, applicant: B.id }]);
    expect(result.scores.map((s) => [s.applicant, s.mean])).toEqual([
      [A.id, 65],
      [B.id, null],
    ]);
  });

  it("is a tie that the chair alone resolves, with one of the equal", () => {
    const tie = resultOf(judge(...TIED), "vi");
    expect(tie).toMatchObject({ kind: "tie", chosen: null, equal: expect.arrayContaining([A.id, B.id]) });
    const proposal: DossierItem = { kind: "proposal", applicant: B.id, reason: "Mẫu" };
    expect(resultOf(judge(...TIED, kept(CHAIR, proposal)), "vi")).toMatchObject({
      chosen: B.id,
      byChair: true,
    });
    // What another keeps under that name proposes nothing.
    expect(resultOf(judge(...TIED, kept(MEMBER, proposal)), "vi").kind).toBe("tie");
    expect(keepingObjection(proposal, judge(...TIED), keeping)).toBeNull();
    const other: DossierItem = { kind: "proposal", applicant: uuidv7(), reason: "Mẫu" };
    expect(keepingObjection(other, judge(...TIED), keeping)?.code).toBe("case.noTie");
    expect(keepingObjection(proposal, judge(...TIED.slice(0, 2)), keeping)?.code).toBe("case.noTie");
  });

  it("takes the last sheet of a member, and none of who sits in the council no longer", () => {
    const again = kept(MEMBER, sheet(B, 9, 9, 20, 21));
    const result = resultOf(judge(...TIED, again, kept(STRANGER, sheet(A, 15, 15, 30, 40))), "vi");
    expect(result).toMatchObject({ kind: "chosen", chosen: A.id, byChair: false, notCounted: 1 });
    expect(result.scores[0]?.criteria).toEqual({
      infrastructure: 10,
      environment: 10,
      capacity: 20,
      finance: 25,
    });
  });

  it("is nobody where nobody comes to 50", () => {
    const low = [CHAIR, MEMBER].flatMap((by) => [A, B].map((of) => kept(by, sheet(of, 10, 10, 10, 19.99))));
    expect(resultOf(judge(...low), "vi").kind).toBe("none");
    const enough = [CHAIR, MEMBER].map((by) => kept(by, sheet(A, 10, 10, 10, 20)));
    expect(resultOf(judgingOf(SEATS, [A, ...enough]), "vi")).toMatchObject({ kind: "chosen", chosen: A.id });
  });
});

describe("what a council keeps", () => {
  it("is a scale that adds up, before the first sheet", () => {
    expect(keepingObjection(SCALE, judge(), keeping)).toBeNull();
    const less = { ...SCALE, subCriteria: SCALE.subCriteria.slice(1) };
    expect(keepingObjection(less, judge(), keeping)?.code).toBe("case.scale");
    const twice = {
      ...SCALE,
      subCriteria: SCALE.subCriteria.map((part) => ({ ...part, key: part.criterion })),
    };
    expect(keepingObjection(twice, judge(), keeping)?.code).toBe("case.scale");
    expect(keepingObjection(SCALE, judge(kept(CHAIR, sheet(A, 1, 1, 1, 1))), keeping)?.code).toBe(
      "case.scaleUsed",
    );
  });

  it("is a sheet by its own scale, of an applicant, until scoring is done", () => {
    const whole = sheet(A, 15, 15, 30, 40);
    expect(keepingObjection(whole, judge(), keeping)).toBeNull();
    expect(keepingObjection(sheet(A, 15.01, 15, 30, 40), judge(), keeping)?.code).toBe("case.sheet");
    expect(keepingObjection(whole, judge(kept(SECRETARY, SCALE)), keeping)?.code).toBe("case.sheet");
    const byScale = Object.fromEntries(SCALE.subCriteria.map(({ key, most }) => [key, most]));
    expect(
      keepingObjection({ ...whole, scores: byScale }, judge(kept(SECRETARY, SCALE)), keeping),
    ).toBeNull();
    expect(keepingObjection(whole, judge(), { ...keeping, member: SECRETARY })?.code).toBe("case.sheet");
    expect(keepingObjection(whole, judge(), { ...keeping, scored: true })?.code).toBe("case.scoringDone");
    const nobody = { ...whole, applicant: uuidv7() };
    expect(keepingObjection(nobody, judge(), keeping)?.code).toBe("case.sheetApplicant");
  });
});

describe("who sits in a council", () => {
  it("has one chair, at most one secretary, and nobody twice", () => {
    expect(seatsObjection(SEATS)).toBeNull();
    expect(seatsObjection([])).toBeNull();
    const of = (...roles: readonly CouncilMember["role"][]) =>
      seatsObjection(roles.map((role) => ({ account: uuidv7(), role })))?.code ?? null;
    expect([of("member"), of("chair", "chair"), of("chair", "secretary", "secretary")]).toEqual([
      "case.council",
      "case.council",
      "case.council",
    ]);
    expect(of("chair", "viceChair", "viceChair", "member")).toBeNull();
    const twice = [...SEATS, { account: CHAIR, role: "member" as const }];
    expect(seatsObjection(twice)?.code).toBe("case.council");
    const both = [...SEATS, { account: SECRETARY, role: "member" as const }];
    expect(seatsObjection(both)?.message.vi).toContain("Thư ký không");
  });
});
