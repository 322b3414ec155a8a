/** The catalogue holds together: every step is reached, every limit has its article, every article was in force. */
import { describe, expect, it } from "vitest";
import { addDays, type PlainDate, plainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { isLaw, type Mark } from "../../law/marks.ts";
import { articleOn, type Citation, citationText } from "../../law/statutes/rules.ts";
import { ARTICLE_LIVES, STATUTES } from "../../law/statutes/statutes.ts";
import type { Statute } from "../../law/statutes/vocabulary.ts";
import type { Limit } from "../clock/vocabulary.ts";
import type { Procedure, Step, Version } from "../vocabulary.ts";
import { CATALOGUE, findProcedure } from "./catalogue.ts";

const VERSIONS = CATALOGUE.flatMap((procedure) =>
  procedure.versions.map((version) => [`${procedure.key} ${version.key}`, procedure, version] as const),
);

/** What is wrong with the chain of versions: a gap, an overlap, an order, for any value of a setting. */
function chainProblems(versions: readonly Version[]): readonly string[] {
  const problems: string[] = [];
  for (const value of [1, 2]) {
    const chain = versions.filter(
      (version) => version.onlyWhere === null || version.onlyWhere.value === value,
    );
    if (chain[0]?.effectiveFrom !== null) problems.push("the first version has a first day");
    if (chain.at(-1)?.effectiveTo !== null) problems.push("the last version ends");
    for (const [i, version] of chain.entries()) {
      const next = chain[i + 1];
      if (next !== undefined && version.effectiveTo !== next.effectiveFrom) {
        problems.push(`${version.key} ends ${version.effectiveTo}, ${next.key} begins ${next.effectiveFrom}`);
      }
      if (i > 0 && version.transition === null) problems.push(`${version.key} has no transition`);
    }
  }
  return problems;
}

/** Steps that nothing leads to, or that are counted from a step that is not there. */
function stepProblems(steps: readonly Step[]): readonly string[] {
  const before = new Set<string>();
  const problems: string[] = [];
  const all = new Set(steps.map(({ key }) => key));
  for (const step of steps) {
    if (before.has(step.key)) problems.push(`${step.key} twice`);
    for (const start of [step.starts, ...step.further.map((limit) => limit.starts)]) {
      if (start !== null && !all.has(start)) problems.push(`${step.key} starts with ${start}`);
    }
    before.add(step.key);
  }
  return problems;
}

const limitsOf = (step: Step): readonly Limit[] =>
  [step.limit, ...step.further.map(({ limit }) => limit)].filter((limit) => limit !== null);

/** Every article that a version rests on, but not the transition: that one is of the first day. */
function citationsOf(version: Version): readonly Citation[] {
  return [
    ...version.statutes.map((statute) => ({ statute, article: null })),
    ...version.steps.flatMap((step) => [step.citation, ...step.further.map(({ citation }) => citation)]),
    ...version.dossier.map(({ citation }) => citation),
    ...(version.total === null ? [] : [version.total.citation]),
  ];
}

const EDGES: readonly PlainDate[] = [
  ...ARTICLE_LIVES.flatMap((life) => [life.effectiveFrom, life.effectiveTo]),
  ...Object.values<Statute>(STATUTES).flatMap((statute) => [statute.effectiveFrom, statute.effectiveTo]),
].filter((day) => day !== null);

/** Days on which an article could begin or end: those of the version and every edge between them. */
function daysOf({ effectiveFrom, effectiveTo }: Version): readonly PlainDate[] {
  const from = effectiveFrom ?? plainDate("1900-01-01");
  return [from, ...EDGES, ...(effectiveTo === null ? [] : [addDays(effectiveTo, -1)])].filter(
    (day) => day >= from && (effectiveTo === null || day < effectiveTo),
  );
}

function citationProblems(version: Version): readonly string[] {
  return daysOf(version).flatMap((day) =>
    citationsOf(version)
      .filter((citation) => !articleOn(citation, day).citable)
      .map((citation) => `${citationText(citation).en} on ${day}`),
  );
}

/** Limits that are no law and that nobody can set otherwise. */
function hardDefaults(version: Version): readonly string[] {
  return version.steps.flatMap((step) =>
    limitsOf(step)
      .filter(({ mark }) => mark === null || !isLaw(mark))
      .filter(() => version.onlyWhere === null && step.setting === null)
      .map(() => step.key),
  );
}

/** A day as it is printed in prose: 01/3/2026 or 18/5/2026. */
function daysSaid(text: string): readonly string[] {
  return [...text.matchAll(/\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g)].map(
    ([, day = "", month = "", year = ""]) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
  );
}

/** Texts that a sentence names on days on which they were not in force, without saying since when they are. */
function proseProblems(
  sentences: readonly (Sentence | null)[],
  of: Pick<Version, "effectiveFrom" | "effectiveTo">,
): readonly string[] {
  const first = of.effectiveFrom ?? plainDate("1900-01-01");
  const last = of.effectiveTo === null ? first : addDays(of.effectiveTo, -1);
  return Object.values<Statute>(STATUTES).flatMap(({ number, effectiveFrom }) =>
    sentences.flatMap((sentence) => {
      if (sentence === null || !new RegExp(`(^|[^\\d.])${number}`).test(sentence.vi)) return [];
      if (effectiveFrom === null) return [];
      if (effectiveFrom <= first || daysSaid(sentence.vi).some((day) => day >= effectiveFrom)) return [];
      return [`${number} in “${sentence.vi.slice(0, 60)}”, ${first} to ${last}`];
    }),
  );
}

/** Steps that need not come and yet have a limit that would make somebody late. */
function lateByChoice(steps: readonly Step[]): readonly string[] {
  return steps
    .filter(({ optional, limit }) => optional && limit?.kind === "dueBy" && limit.direction === "forward")
    .map(({ key }) => key);
}

/** Limits that count back from a step that comes before, or forward from one that comes after. */
function orderProblems(steps: readonly Step[]): readonly string[] {
  const at = new Map(steps.map(({ key }, i) => [key, i] as const));
  return steps.flatMap((step, i) =>
    [{ limit: step.limit, starts: step.starts }, ...step.further]
      .filter(({ limit, starts }) => {
        const from = starts === null ? undefined : at.get(starts);
        if (limit === null || from === undefined) return false;
        return limit.direction === "back" ? from <= i : from >= i;
      })
      .map(({ starts }) => `${step.key} from ${starts}`),
  );
}

const proseOf = (version: Version): readonly (Sentence | null)[] => [
  ...[version.why, version.result],
  ...version.steps.flatMap((s) => [s.title, s.note, s.yields, ...s.further.map(({ when }) => when)]),
  ...version.dossier.map(({ title }) => title),
];

function sentencesOf(procedure: Procedure): readonly (Sentence | null)[] {
  return [
    ...[procedure.title, procedure.note],
    ...procedure.versions.flatMap((version) => [
      ...[version.title, version.why, version.result, version.fees, version.transition?.says ?? null],
      ...version.steps.flatMap((s) => [s.title, s.note, s.yields, ...s.further.map(({ when }) => when)]),
      ...version.dossier.map(({ title }) => title),
    ]),
  ];
}

describe("the catalogue", () => {
  it("names each procedure, version and step once", () => {
    const keys = CATALOGUE.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const [name, procedure, version] of VERSIONS) {
      expect([name, procedure.versions.filter(({ key }) => key === version.key).length]).toEqual([name, 1]);
      expect([name, stepProblems(version.steps)]).toEqual([name, []]);
    }
  });

  it("has the procedures that a zone, a project and a plot go through", () => {
    expect(CATALOGUE.length).toBeGreaterThanOrEqual(20);
    expect(new Set(CATALOGUE.map(({ about }) => about))).toEqual(new Set(["zone", "project", "plot"]));
  });

  it("leaves no day without a version and none with two", () => {
    for (const procedure of CATALOGUE) {
      expect([procedure.key, chainProblems(procedure.versions)]).toEqual([procedure.key, []]);
    }
  });

  it("cites an article only on days on which it was in force", () => {
    for (const [name, , version] of VERSIONS) expect([name, citationProblems(version)]).toEqual([name, []]);
  });

  it("rests each transition on a text that is there on its first day", () => {
    for (const [name, , { transition, effectiveFrom }] of VERSIONS) {
      if (transition === null || effectiveFrom === null) continue;
      expect([name, articleOn(transition.citation, effectiveFrom)]).toEqual([
        name,
        { citable: true, why: null },
      ]);
    }
  });

  it("gives every limit its article and its mark", () => {
    for (const [name, , version] of VERSIONS) {
      for (const limit of version.steps.flatMap(limitsOf)) {
        expect([name, limit.article === null || limit.mark === null]).toEqual([name, false]);
      }
    }
  });

  it("makes no hard rule of what was not read in the text", () => {
    for (const [name, , version] of VERSIONS) expect([name, hardDefaults(version)]).toEqual([name, []]);
  });

  it("trusts a version no more than the worst read of the texts that it rests on", () => {
    const trust: readonly Mark[] = ["L", "Locr", "G", "P", "U"];
    const tooHigh = VERSIONS.filter(([, , { coded }]) => coded).flatMap(([name, , { statutes, mark }]) =>
      statutes
        .filter((statute) => trust.indexOf(mark) < trust.indexOf(STATUTES[statute].mark))
        .map((statute) => `${name} ${mark}: ${statute} ${STATUTES[statute].mark}`),
    );
    expect(tooHigh).toEqual([]);
  });

  it("counts back only to days by which nobody is late: such a limit says in which case it holds", () => {
    const bare = VERSIONS.flatMap(([name, , { steps }]) =>
      steps.flatMap(({ key, limit, further }) => [
        ...(limit?.direction === "back" ? [`${name} ${key}`] : []),
        ...further.flatMap((f) =>
          f.limit.direction === "back" && f.when === null ? [`${name} ${key}`] : [],
        ),
      ]),
    );
    expect(bare).toEqual([]);
  });

  it("counts nothing where no rule is coded, and says why", () => {
    for (const [name, , version] of VERSIONS) {
      if (!version.coded)
        expect([name, version.steps.length, version.why === null]).toEqual([name, 0, false]);
      else expect([name, version.steps.length > 0]).toEqual([name, true]);
    }
  });

  it("speaks both languages", () => {
    for (const sentence of CATALOGUE.flatMap(sentencesOf)) {
      if (sentence !== null)
        expect([sentence, sentence.vi.length * sentence.en.length > 0]).toEqual([sentence, true]);
    }
  });

  it("names in its sentences no text before its first day, unless it says since when", () => {
    for (const [name, , version] of VERSIONS) {
      expect([name, proseProblems(proseOf(version), version)]).toEqual([name, []]);
    }
    for (const procedure of CATALOGUE) {
      const first = procedure.versions.find(({ coded }) => coded);
      if (first !== undefined)
        expect([procedure.key, proseProblems([procedure.note], first)]).toEqual([procedure.key, []]);
    }
  });

  it("has the dossier received by who is said to receive it", () => {
    for (const [name, , { receivedBy, steps }] of VERSIONS) {
      const [first] = steps;
      if (first?.kind === "receive") expect([name, first.actor]).toEqual([name, receivedBy]);
    }
  });

  it("makes nobody late by a step that need not come", () => {
    for (const [name, , version] of VERSIONS) expect([name, lateByChoice(version.steps)]).toEqual([name, []]);
  });

  it("counts each limit from what comes before it, or back from what comes after", () => {
    for (const [name, , version] of VERSIONS)
      expect([name, orderProblems(version.steps)]).toEqual([name, []]);
  });

  it("names the year of a day that the law names once", () => {
    const days = VERSIONS.flatMap(([, , version]) => version.steps.flatMap(limitsOf)).flatMap(
      ({ before }) => before ?? [],
    );
    expect(days).toEqual([{ month: 12, day: 31, year: 2026 }]);
  });

  it("cites no clause of decree 303, which was not compared with the original", () => {
    const clauses = VERSIONS.flatMap(([, , version]) => citationsOf(version))
      .filter(({ statute }) => statute === "decree303")
      .map(({ article }) => article);
    expect(clauses.length).toBeGreaterThan(20);
    expect(new Set(clauses)).toEqual(new Set([null]));
    const by303 = VERSIONS.filter(([, , { key }]) => key === "decree303");
    const said = by303.flatMap(([, , version]) => proseOf(version)).map((sentence) => sentence?.vi ?? "");
    expect(said.filter((text) => /Đ\.\d/.test(text))).toEqual([]);
  });
});

describe("what the checks of the catalogue catch", () => {
  const found = findProcedure("clusterEstablishment");
  const version = found?.versions.find(({ key }) => key === "decree32with139");
  const [first, , third] = found?.versions ?? [];
  if (version === undefined || first === undefined || third === undefined)
    throw new Error("not in the catalogue");

  it("an article that ended before the version does", () => {
    const stretched = { ...version, effectiveTo: null };
    expect(citationProblems({ ...stretched, statutes: ["decree139"] })).toContain(
      "Decree 139/2025/NĐ-CP on 2027-03-01",
    );
    const cites = version.steps.map((step) => ({
      ...step,
      citation: { statute: "decree139", article: "6.1" } as const,
    }));
    expect(citationProblems({ ...stretched, steps: cites })).toContain(
      "Decree 139/2025/NĐ-CP, article 6.1 on 2026-09-15",
    );
  });

  it("a gap between versions, and a default that nobody can change", () => {
    expect(chainProblems([first, { ...third, effectiveTo: null }])).toContain(
      "before2024 ends 2024-05-01, decree32with139 begins 2025-07-01",
    );
    const steps = version.steps.map((step) =>
      step.limit === null ? step : { ...step, limit: { ...step.limit, mark: "P" as const } },
    );
    expect(hardDefaults({ ...version, steps })).toEqual([
      "notice",
      "window",
      "submission",
      "appraisal",
      "decision",
    ]);
  });

  it("a text that is named too early, in a sentence", () => {
    const says = { vi: "theo Thông tư 14/2024/TT-BCT", en: "by circular 14/2024" };
    const since = { vi: "từ 01/10/2024: Thông tư 14/2024/TT-BCT", en: "since 01/10/2024: circular 14/2024" };
    const early = { effectiveFrom: plainDate("2024-05-01"), effectiveTo: null };
    expect(proseProblems([says], early)).toHaveLength(1);
    expect(proseProblems([since], early)).toEqual([]);
    expect(proseProblems([says], { ...early, effectiveFrom: plainDate("2025-01-01") })).toEqual([]);
  });

  it("an optional step that makes late, and a limit that counts from what is not there yet", () => {
    const steps = version.steps.map((step) => ({ ...step, optional: true }));
    expect(lateByChoice(steps)).toEqual(["notice", "submission", "appraisal", "decision"]);
    expect(orderProblems([...version.steps].reverse())).toContain("decision from appraisal");
  });

  it("a step that is counted from nowhere", () => {
    const [step] = version.steps;
    if (step === undefined) throw new Error("no step");
    expect(stepProblems([{ ...step, starts: "nowhere" }])).toEqual(["firstLetter starts with nowhere"]);
  });
});
