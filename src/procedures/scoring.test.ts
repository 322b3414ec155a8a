/** Choosing the developer of a cluster: points, pass, ties, and who may not score. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Council,
  CRITERIA,
  CRITERION_KEYS,
  choose,
  councilProblems,
  meanPoints,
  type Sheet,
  sheetProblems,
} from "./scoring.ts";

const COUNCIL: Council = {
  ...{ chair: "chair", members: ["chair", "b", "c"], secretary: "secretary" },
  subCriteria: CRITERION_KEYS.flatMap((criterion) => {
    const { most } = CRITERIA[criterion];
    return [1, 2].map((n) => ({
      key: `${criterion}${n}`,
      criterion,
      title: `Mẫu ${criterion} ${n}`,
      most: most / 2,
    }));
  }),
};

/** A sheet of which every part has this share of its most. */
function sheet(member: string, applicant: string, percent: number): Sheet {
  const points = COUNCIL.subCriteria.map(({ key, most }) => [key, (most * percent) / 100] as const);
  return { member, applicant, points: Object.fromEntries(points) };
}
const allGive = (applicant: string, percent: number) =>
  COUNCIL.members.map((m) => sheet(m, applicant, percent));

function chosen(percents: Readonly<Record<string, number>>, proposed: string | null = null) {
  const sheets = Object.entries(percents).flatMap(([applicant, percent]) => allGive(applicant, percent));
  return choose(COUNCIL, { applicants: Object.keys(percents), sheets, proposed });
}

describe("choosing the developer", () => {
  it("adds up to 100 points", () => {
    expect(CRITERION_KEYS.map((key) => CRITERIA[key].most / 100)).toEqual([15, 15, 30, 40]);
  });

  it("takes the highest of those who pass", () => {
    const choice = chosen({ "Mẫu A": 60, "Mẫu B": 72 });
    expect(choice).toMatchObject({ kind: "chosen", applicant: "Mẫu B", byChair: false });
    if (choice.kind === "chosen") expect(choice.scores.map(meanPoints)).toEqual([72, 60]);
  });

  it("asks 50 points of the only applicant, too", () => {
    expect(chosen({ "Mẫu A": 50 }).kind).toBe("chosen");
    expect(chosen({ "Mẫu A": 48 }).kind).toBe("none");
  });

  it("does not round a mean up to 50", () => {
    const sheets = [sheet("chair", "A", 50), sheet("b", "A", 50), sheet("c", "A", 50)].map((one, i) =>
      i === 0 ? { ...one, points: { ...one.points, finance1: 999 } } : one,
    );
    const choice = choose(COUNCIL, { applicants: ["A"], sheets, proposed: null });
    expect(choice.kind).toBe("none");
    if (choice.kind === "none") expect(choice.scores.map(meanPoints)).toEqual([50]);
  });

  it("leaves a tie to the proposal of the chair, who may propose only one of the equal", () => {
    expect(chosen({ A: 70, B: 70, C: 60 })).toMatchObject({ kind: "tie", applicants: ["A", "B"] });
    expect(chosen({ A: 70, B: 70, C: 60 }, "B")).toMatchObject({
      kind: "chosen",
      applicant: "B",
      byChair: true,
    });
    expect(chosen({ A: 70, B: 70, C: 60 }, "C").kind).toBe("tie");
    expect(chosen({ A: 70, B: 60 }, "B")).toMatchObject({ applicant: "A", byChair: false });
  });

  it("tells nothing while a sheet is missing, stands twice, or is about a stranger", () => {
    const sheets = allGive("A", 70);
    const one = { applicants: ["A"], proposed: null };
    expect(choose(COUNCIL, { ...one, sheets: sheets.slice(1) }).kind).toBe("incomplete");
    expect(choose(COUNCIL, { ...one, sheets: [...sheets, ...sheets.slice(0, 1)] }).kind).toBe("incomplete");
    expect(choose(COUNCIL, { ...one, sheets: [...sheets, sheet("b", "Z", 70)] }).kind).toBe("incomplete");
  });

  it("does not let the secretary score, nor an outsider", () => {
    expect(sheetProblems(COUNCIL, sheet("secretary", "A", 70)).map(({ code }) => code)).toEqual([
      "sheet.secretary",
    ]);
    expect(sheetProblems(COUNCIL, sheet("x", "A", 70)).map(({ code }) => code)).toEqual(["sheet.noMember"]);
    const members = [...COUNCIL.members, "secretary"];
    expect(councilProblems({ ...COUNCIL, members }).map(({ code }) => code)).toEqual([
      "council.secretaryScores",
    ]);
  });

  it("holds each council to its own division of the points", () => {
    expect(councilProblems(COUNCIL)).toEqual([]);
    const [, ...others] = COUNCIL.subCriteria;
    expect(councilProblems({ ...COUNCIL, subCriteria: others }).map(({ code }) => code)).toEqual([
      "council.points",
    ]);
    const over = sheet("b", "A", 70);
    expect(sheetProblems(COUNCIL, { ...over, points: { ...over.points, finance1: 2001 } })[0]?.code).toBe(
      "sheet.range",
    );
    expect(sheetProblems(COUNCIL, { ...over, points: {} })).toHaveLength(8);
  });

  it("never depends on the order of sheets or applicants", () => {
    const percents = fc.dictionary(fc.constantFrom("A", "B", "C", "D"), fc.constantFrom(40, 50, 52, 70), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(percents, (given) => {
        const sheets = Object.entries(given).flatMap(([applicant, percent]) => allGive(applicant, percent));
        const applicants = Object.keys(given);
        const there = choose(COUNCIL, { applicants, sheets, proposed: null });
        const back = choose(COUNCIL, {
          applicants: applicants.toReversed(),
          sheets: sheets.toReversed(),
          proposed: null,
        });
        expect(back).toEqual(there);
      }),
    );
  });
});
