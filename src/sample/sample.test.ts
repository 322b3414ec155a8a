import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { organisationSubject } from "../enterprises/organisation.ts";
import { coverageSubject } from "../figures/coverage.ts";
import { plainDate } from "../kernel/dates.ts";
import type { Problem } from "../kernel/problems.ts";
import { clearanceSubject, leaseSubject, plotSubject } from "../land/public.ts";
import { readUnits } from "../places/sources/readUnits.ts";
import { placeSubject } from "../places/subject.ts";
import { caseEvent } from "../procedures/cases/vocabulary.ts";
import { caseSubject, courseOf, type Happened, objectionTo, procedureFor } from "../procedures/public.ts";
import { projectSubject } from "../projects/subject.ts";
import { canonicalText } from "../register/hashing.ts";
import { type Batch, type ChangeDraft, createWriter, periodsOf, recordedOf } from "../register/public.ts";
import { taskSubject } from "../tasks/public.ts";
import { zoneSubject } from "../zones/subject.ts";
import { generateSample } from "./generate.ts";
import { loadSample } from "./load.ts";
import { SAMPLE_OFFICERS, SAMPLE_UNITS } from "./office.ts";
import { PROVINCE, shareOf, withHistory } from "./size.ts";

const SUBJECTS = [
  placeSubject,
  zoneSubject,
  projectSubject,
  organisationSubject,
  coverageSubject,
  plotSubject,
  leaseSubject,
  clearanceSubject,
  caseSubject,
  taskSubject,
];
const batches: readonly Batch[] = [...generateSample(PROVINCE, "cán bộ mẫu")];
const changes = batches.flatMap((b) => b.changes);
const sets = changes.flatMap((c) => (c.kind === "set" ? [c] : []));

function hashOf(all: Iterable<Batch>): string {
  const hash = createHash("sha256");
  for (const { expected, ...batch } of all) hash.update(canonicalText({ ...batch, expected: [...expected] }));
  return hash.digest("hex");
}

describe("the sample", () => {
  it("is the same at every run, and another for another seed", () => {
    expect(hashOf(generateSample(PROVINCE, "cán bộ mẫu"))).toBe(hashOf(batches));
    expect(hashOf(generateSample({ ...PROVINCE, seed: "khác" }, "cán bộ mẫu"))).not.toBe(hashOf(batches));
  });

  it("bears the word Mẫu in every name, and in every paper that a row refers to", () => {
    const names = sets.flatMap((c) => (typeof c.attributes.name === "string" ? [c.attributes.name] : []));
    const papers = batches.flatMap((b) => b.documents.map((d) => d.title));
    const labels = batches.flatMap((b) => b.documents.flatMap((d) => d.number ?? d.issuer ?? []));
    expect(names.length).toBeGreaterThan(400);
    expect([...names, ...papers, ...labels].filter((text) => !/mẫu/iu.test(text))).toEqual([]);
    const keys = changes.map((c) => c.subject.key ?? "");
    expect(keys.filter((key) => !key.includes("mau"))).toEqual([]);
  });

  it("bears no code of a real place", () => {
    const real = new Set(readUnits().units.map((u) => u.code));
    const codes = sets.flatMap(({ subject, attributes: { code } }) =>
      subject.kind === "place" && typeof code === "string" ? [code] : [],
    );
    expect(codes).toHaveLength(PROVINCE.provinces + PROVINCE.communes);
    expect(codes.filter((code) => real.has(code))).toEqual([]);
  });

  it("moves all five courses, corrects, withdraws and disputes", () => {
    const told = new Set(sets.flatMap((c) => Object.keys(c.attributes)));
    const wanted = [
      "legal",
      "planning",
      "clearance",
      "works",
      "operation",
      "disputed",
      "developer",
      "phaseOf",
    ];
    expect(wanted.filter((name) => !told.has(name))).toEqual([]);
    expect(changes.some((c) => c.kind === "withdraw")).toBe(true);
  });

  it.each([PROVINCE, withHistory({ ...PROVINCE, zones: 200, projects: 5, entries: 5 }, 3)])(
    "gives a reason wherever a course leaves its usual order",
    (size) => {
      const lives = new Map<string, ChangeDraft[]>();
      const problems: Problem[] = [];
      for (const change of [...generateSample(size, "cán bộ mẫu")].flatMap((b) => b.changes)) {
        if (change.subject.kind !== "zone") continue;
        const earlier = lives.get(change.subject.id) ?? [];
        const recorded = (drafts: readonly ChangeDraft[]) =>
          drafts.map((d, ordinal) => recordedOf(d, { commit: 1, ordinal, evidence: null }));
        const growth = { before: earlier, after: [...earlier, change] };
        problems.push(
          ...(zoneSubject.timelineProblems?.({
            subject: change.subject,
            added: [change],
            before: () => periodsOf(recorded(growth.before)),
            after: () => periodsOf(recorded(growth.after)),
          }) ?? []),
        );
        lives.set(change.subject.id, growth.after);
      }
      expect(lives.size).toBe(size.zones);
      expect(problems.map((p) => p.message.en)).toEqual([]);
    },
  );

  it("has of everything as many as its size says", () => {
    const subjects = (kind: string) =>
      new Set(changes.filter((c) => c.subject.kind === kind).map((c) => c.subject.id));
    expect(subjects("zone").size).toBe(PROVINCE.zones);
    expect(subjects("project").size).toBe(PROVINCE.projects);
    expect(subjects("place").size).toBe(PROVINCE.provinces + PROVINCE.communes);
    const money = batches.flatMap((b) => b.entries).filter((e) => !e.kind.startsWith("compensation"));
    expect(money).toHaveLength(PROVINCE.entries);
    expect(changes.filter((c) => c.subject.kind === "project")).toHaveLength(
      PROVINCE.projects * PROVINCE.changesPerProject,
    );
  });
});

describe("the cases of the sample", () => {
  const cases = new Map<string, typeof sets>();
  for (const change of sets) {
    if (change.subject.kind === "case")
      cases.set(change.subject.id, [...(cases.get(change.subject.id) ?? []), change]);
  }

  it("are as many as its size says, ended, open, waiting and late ones among them, over five years", () => {
    expect(cases.size).toBe(PROVINCE.cases);
    const states = [...cases.values()].map((told) => told.at(-1)?.attributes.state);
    for (const state of ["open", "waiting", "decided", "refused", "withdrawn"])
      expect(states).toContain(state);
    const years = new Set([...cases.values()].map((told) => told[0]?.from.date.slice(0, 4)));
    expect([...years]).toEqual(["2021", "2022", "2023", "2024", "2025", "2026"]);
  });

  it("go only ways that the course of a case allows, under the text that they are put under", () => {
    const objections: string[] = [];
    for (const told of cases.values()) {
      const key = String(told[0]?.attributes.procedure);
      const happened: Happened[] = [];
      for (const { id, from, attributes } of told) {
        const on = plainDate(from.date);
        const event = caseEvent.parse(attributes.event);
        const { steps, rules } = procedureFor(key, { happened, asOf: on });
        const objection = objectionTo({ event, on }, courseOf(steps, happened), { steps, rules, today: on });
        if (objection !== null)
          objections.push(`${key} ${event.kind} ${event.step ?? ""}: ${objection.code}`);
        happened.push({ id, on, event });
      }
    }
    expect(objections).toEqual([]);
  });
});

describe("the office of the sample", () => {
  const told = sets.filter((c) => c.subject.kind === "case");
  const officers = new Map(SAMPLE_OFFICERS.map((o) => [`account:${o.id}`, o]));
  const holders = new Map<string, { unit: unknown; officer: unknown; moves: number; open: boolean }>();
  for (const { subject, attributes } of told) {
    const { unit, officer, moves, open } = holders.get(subject.id) ?? { moves: 0, open: true };
    holders.set(subject.id, {
      ...{ unit: attributes.unit ?? unit, officer: attributes.officer ?? officer },
      moves: moves + (caseEvent.parse(attributes.event).kind === "handedOver" ? 1 : 0),
      open: attributes.state === undefined ? (open ?? true) : /open|waiting/.test(String(attributes.state)),
    });
  }
  const all = [...holders.values()];

  it("has invented people in invented units, each of whom holds open cases", () => {
    expect(SAMPLE_UNITS.map((u) => u.name).every((name) => name.includes("Mẫu"))).toBe(true);
    expect(SAMPLE_OFFICERS.every((o) => o.name.includes("Mẫu") && o.login.includes("mau"))).toBe(true);
    expect(new Set(SAMPLE_OFFICERS.map((o) => o.unit)).size).toBe(SAMPLE_UNITS.length);
    const held = new Set(all.filter((h) => h.open).map((h) => h.officer));
    expect([...officers.keys()].filter((id) => !held.has(id))).toEqual([]);
  });

  it("leaves each case with an officer of the unit that handles it", () => {
    const strangers = all.filter(
      ({ unit, officer }) => officer !== undefined && officers.get(String(officer))?.unit !== unit,
    );
    expect(strangers).toEqual([]);
    expect(all.filter((h) => h.officer === undefined).length).toBeLessThan(all.length * 0.02);
  });

  it("hands some cases on, most of them not", () => {
    const share = all.filter((h) => h.moves > 0).length / all.length;
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.35);
  });

  it("records what happened in commits of its officers, half a year after another", () => {
    const authors = new Set(batches.map((b) => b.author));
    expect([...officers.keys()].filter((id) => !authors.has(id))).toEqual([]);
    const firsts = batches.flatMap((b) => {
      const [first] = b.changes.flatMap((c) =>
        c.kind === "set" && c.subject.kind === "case" ? [c.from.date] : [],
      );
      return first === undefined ? [] : [`${first.slice(0, 4)}/${Number(first.slice(5, 7)) <= 6 ? 1 : 2}`];
    });
    expect(firsts).toEqual([...firsts].sort());
    expect(new Set(firsts).size).toBe(11);
  });

  it("has cases under way on each day on which the law changed", () => {
    const days = (id: string) => told.filter((c) => c.subject.id === id).map((c) => c.from.date);
    const lives = [...holders].map(([id, { open }]) => ({
      first: days(id)[0] ?? "",
      last: open ? "9" : (days(id).at(-1) ?? ""),
    }));
    for (const day of ["2024-05-01", "2025-07-01", "2026-03-01", "2026-09-15"]) {
      expect(lives.filter(({ first, last }) => first < day && day <= last).length).toBeGreaterThan(4);
    }
  });

  it("is asked by conclusions for several things, by voters for one; some are done, each by a later paper", () => {
    const tasks = sets.filter((c) => c.subject.kind === "task");
    const asked = tasks.filter((c) => c.attributes.state === "open");
    expect(asked).toHaveLength(PROVINCE.tasks);
    const papers = new Map(batches.flatMap((b) => b.documents.map((d) => [d.id, d] as const)));
    const many = new Map<string, number>();
    for (const { document } of asked) many.set(document, (many.get(document) ?? 0) + 1);
    const of = (title: RegExp) =>
      [...many].filter(([id]) => title.test(papers.get(id)?.title ?? "")).map(([, count]) => count);
    expect(Math.min(...of(/kết luận/))).toBeGreaterThan(1);
    expect(new Set(of(/cử tri/))).toEqual(new Set([1]));
    const ended = tasks.filter((c) => c.attributes.state !== "open");
    expect(ended.length).toBeGreaterThan(20);
    for (const end of ended) {
      const begun = asked.find((c) => c.subject.id === end.subject.id);
      expect(begun !== undefined && begun.document !== end.document && begun.from.date < end.from.date).toBe(
        true,
      );
    }
  });
});

describe("loading the sample", () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  it("is taken by the register as it is, and a second time changes nothing", async () => {
    const size = { ...shareOf({ ...PROVINCE, provinces: 1 }, 1), entries: 2_400 };
    const writer = createWriter({ pool: database.pool, definitions: SUBJECTS, now: Date.now });
    const first = await loadSample(writer, size, { author: "cán bộ mẫu" });
    const commits = async () => (await database.pool.query("select count(*) as n from commits")).rows[0].n;
    const before = await commits();
    expect(await loadSample(writer, size, { author: "cán bộ mẫu" })).toEqual(first);
    expect(await commits()).toBe(before);
    const reversals = await database.pool.query(
      "select count(*) as n from entries where reverses is not null",
    );
    expect(reversals.rows[0].n).toBeGreaterThan(0);
  }, 60_000);
});
