/** Figures of cases on a real register: worked out by hand on several days, as known at several moments. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { casesOn } from "../../../tests/caseFigures.ts";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { plainDate } from "../../kernel/dates.ts";
import { ANONYMOUS } from "../../people/permissions.ts";

const A = "01900000-0000-7000-8000-0000000000a1";
const B = "01900000-0000-7000-8000-0000000000b1";
const CERTIFICATE = "registrationCertificate";
const POLICY = "projectPolicyProvince";

const received = (on: string) => ({ on, event: { kind: "received" as const } });
const done = (on: string, step: string) => ({ on, event: { kind: "stepDone" as const, step } });
const decided = (on: string) => ({ on, event: { kind: "decided" as const }, state: "decided" });
const said = (on: string, kind: "supplementAsked" | "supplementReceived" | "paused" | "resumed") => ({
  ...{ on, event: { kind } },
});

/** The days from one day to another, both included. */
const within = (from: string, to: string) => ({ from: plainDate(from), to: plainDate(to) });

describe("a handful of cases", () => {
  let database: FreshDatabase;
  let told: ReturnType<typeof casesOn>;
  let second: Awaited<ReturnType<typeof told.open>>;
  let before = 0;

  /*
   * Certificates (15 days from receipt, law of 2020) and one policy of the province (35 days in all), of 2025:
   *  1, A: received 3/3, decided 14/3: 11 days, due 18/3, in time.
   *  2, A: received 3/3, stood from 10/3 to 20/3, decided 31/3: 28 days. Seven days counted before, eight from 21/3: due
   *        Friday 28/3, so three days late.
   *  3, B: received 10/3, due 25/3; handed to A on 15/4; decided 5/5: 56 days, 41 late.
   *  4, B: received 20/3, stood from 24/3 to 10/4; withdrawn 20/4, one day before it was due.
   *  5, A: the policy, received 3/3; sent 5/3; opinions 25/3, 20 days, due 20/3, five late; report 28/3; decided 4/4: 32 days.
   *        In all due on 7/4, which is a holiday in 2025, so 8/4: in time.
   */
  beforeAll(async () => {
    database = await freshDatabase();
    told = casesOn(database);
    await told.cover();
    await told.open({ procedure: CERTIFICATE, unit: A }, [received("2025-03-03"), decided("2025-03-14")]);
    second = await told.open({ procedure: CERTIFICATE, unit: A }, [
      received("2025-03-03"),
      said("2025-03-10", "supplementAsked"),
      said("2025-03-20", "supplementReceived"),
      decided("2025-03-31"),
    ]);
    await told.open({ procedure: CERTIFICATE, unit: B }, [
      received("2025-03-10"),
      { on: "2025-04-15", event: { kind: "handedOver" }, unit: A },
      decided("2025-05-05"),
    ]);
    await told.open({ procedure: CERTIFICATE, unit: B }, [
      received("2025-03-20"),
      said("2025-03-24", "paused"),
      said("2025-04-10", "resumed"),
      { on: "2025-04-20", event: { kind: "withdrawn" }, state: "withdrawn" },
    ]);
    const last = await told.open({ procedure: POLICY, unit: A }, [
      received("2025-03-03"),
      done("2025-03-05", "sent"),
      done("2025-03-25", "opinions"),
      done("2025-03-28", "report"),
      decided("2025-04-04"),
    ]);
    before = last.commit;
  }, 120_000);
  afterAll(() => database?.drop());

  // In the order: open, late, decided, share in time, median, 90th percentile, days in pauses.
  test("on 15 March: three are open, none late; one is decided, five days stood", async () => {
    expect(await told.numbers("2025-03-15", { commit: before })).toEqual([3, 0, 1, 100, 11, 11, 5]);
  });

  test("on 31 March: one of the open ones is late; who stands still is not", async () => {
    const numbers = await told.numbers("2025-03-31", { commit: before });
    expect(numbers).toEqual([3, 1, 2, 50, 11, 28, 17]);
    const late = await told.answer("late", await told.question("2025-03-31", { commit: before }));
    expect(late.records.map((r) => [r.label, r.value])).toEqual([
      ["HS-2025-0003 · Investment registration certificate", 6],
    ]);
    expect(late.records[0]?.documents).toHaveLength(1);
  });

  test("on 31 May: none is open; who withdrew is in no time and no share, the days that it stood are counted", async () => {
    const numbers = await told.numbers("2025-05-31", { commit: before });
    expect(numbers).toEqual([0, 0, 4, 50, 28, 56, 27]);
  });

  test("of a time: only what was decided, and stood, in it", async () => {
    const period = within("2025-03-16", "2025-04-30");
    // Decided: 2 (28 days, late) and 5 (32, in time). Stood: 16/3 to 20/3, and 25/3 to 10/4.
    const numbers = await told.numbers("2025-04-30", { commit: before, period });
    expect(numbers).toEqual([1, 1, 2, 50, 28, 32, 22]);
  });

  test("by unit: of whom it was on its last day", async () => {
    const of = async (unit: string, day: string) => told.numbers(day, { commit: before, cut: { unit } });
    expect(await of(B, "2025-03-31")).toEqual([2, 1, 0, null, null, null, 7]);
    expect(await of(A, "2025-05-31")).toEqual([0, 0, 4, 50, 28, 56, 10]);
    expect(await of(B, "2025-05-31")).toEqual([0, 0, 0, null, null, null, 17]);
  });

  test("by procedure and step: a step is late by its own limit, though the case is in time", async () => {
    const policy = { procedure: POLICY };
    const of = async (cut: object, day: string) => told.numbers(day, { commit: before, cut });
    expect(await of(policy, "2025-05-31")).toEqual([0, 0, 1, 100, 32, 32, 0]);
    const opinions = { ...policy, step: "opinions" };
    expect(await of(opinions, "2025-03-15")).toEqual([1, 0, 0, null, null, null, 0]);
    expect(await of(opinions, "2025-03-22")).toEqual([1, 1, 0, null, null, null, 0]);
    expect(await of(opinions, "2025-05-31")).toEqual([0, 0, 1, 0, 20, 20, 0]);
    const answer = await told.answer(
      "median",
      await told.question("2025-05-31", { commit: before, cut: policy, language: "vi" }),
    );
    expect(answer.groups?.map((g) => [g.key, g.value])).toEqual([
      ["sent", 2],
      ["opinions", 20],
      ["report", 3],
      ["decision", 7],
    ]);
    expect(answer.about).toContain("chủ trương");
  });

  test("a day off that is announced later moves what was late; as known before it stays", async () => {
    const commit = await told.announce("2025-03-28");
    // Due on Monday 31/3 now: decided in time.
    expect((await told.numbers("2025-03-31", { commit }))[3]).toBe(100);
    expect((await told.numbers("2025-03-31", { commit: before }))[3]).toBe(50);
  });

  test("a correction changes what is known from then on, and nothing of what was known before", async () => {
    const wrong = second.changes[3] ?? "";
    const right = { on: "2025-03-27", event: { kind: "decided" as const }, state: "decided" };
    const commit = await told.correct(second, wrong, right);
    expect(await told.numbers("2025-05-31", { commit })).toEqual([0, 0, 4, 75, 24, 56, 27]);
    expect(await told.numbers("2025-05-31", { commit: before })).toEqual([0, 0, 4, 50, 28, 56, 27]);
    expect(await told.numbers("2025-03-28", { commit })).toEqual([3, 1, 2, 100, 11, 24, 14]);
  });

  test("the course moves on the days on which something happens, or a limit is past", async () => {
    const { courseOf } = await import("../../figures/course.ts");
    const { caseFigures } = await import("./figures.ts");
    const [, late] = caseFigures;
    if (late === undefined) throw new Error("no figure");
    const question = await told.question("2025-05-31", { commit: before, limit: 0 });
    const asked = { question, ...within("2025-03-01", "2025-05-31") };
    const course = await courseOf(late, asked, told.context());
    // The policy from 21/3 until its opinions are there, 3 from 26/3 to its decision, 2 on 29/3 and 30/3.
    const moves = course.filter((p, at) => p.value !== course[at - 1]?.value);
    expect(moves.map((p) => [p.date, p.value])).toEqual([
      ["2025-03-01", 0],
      ["2025-03-21", 1],
      ["2025-03-25", 0],
      ["2025-03-26", 1],
      ["2025-03-29", 2],
      ["2025-03-31", 1],
      ["2025-05-05", 0],
    ]);
  });
});

describe("where not everything is known", () => {
  let database: FreshDatabase;
  let told: ReturnType<typeof casesOn>;
  beforeAll(async () => {
    database = await freshDatabase();
    told = casesOn(database);
  }, 120_000);
  afterAll(() => database?.drop());

  test("of a place of which nothing is known no figure says 0", async () => {
    expect(await told.numbers("2025-05-31")).toEqual([null, null, null, null, null, null, null]);
  });

  test("a count is at least what is there; a median is told as not of all", async () => {
    await told.open({ procedure: CERTIFICATE, unit: A }, [received("2025-03-03")]);
    await told.open({ procedure: CERTIFICATE, unit: A }, [received("2025-03-03"), decided("2025-03-14")]);
    const question = await told.question("2025-03-20");
    const open = await told.answer("open", question);
    expect(open).toMatchObject({ value: 1, precision: "atLeast", complete: false });
    const median = await told.answer("median", question);
    expect(median).toMatchObject({ value: 11, precision: "exact", complete: false });
  });

  test("a case without any limit is named, and in no share", async () => {
    await told.open({ procedure: "landLease", unit: A }, [received("2025-03-03"), decided("2025-03-14")]);
    const share = await told.answer("onTime", await told.question("2025-03-20"));
    expect(share).toMatchObject({ numerator: 1, denominator: 1 });
    expect(share.missing.map((m) => m.why)).toEqual([
      "the text that it follows sets no limit, or none is known",
    ]);
  });

  test("a case that lies elsewhere too is named; one that is disputed is named and not counted; one elsewhere is none", async () => {
    const [, , crossing, elsewhere] = told.ground.places;
    const day = "2025-02-10";
    const of = { procedure: CERTIFICATE, unit: A };
    await told.open({ ...of, places: [crossing] }, [received("2025-02-03")]);
    await told.open({ ...of, places: [elsewhere] }, [received("2025-02-03")]);
    await told.open({ ...of, disputed: "Mẫu: trùng hồ sơ khác" }, [received("2025-02-03")]);
    const open = await told.answer("open", await told.question(day));
    expect(open).toMatchObject({ value: null, recordsTotal: 0 });
    expect(open.missing).toHaveLength(1);
    expect(open.disputed.map((d) => [d.why, d.effect])).toEqual([["Mẫu: trùng hồ sơ khác", 1]]);
  });

  test("the public is told nothing of it, whoever forgets to refuse", async () => {
    const answer = await told.answer("late", await told.question("2025-05-31"), ANONYMOUS);
    expect(answer).toMatchObject({ value: null, withheld: true, recordsTotal: 0, records: [], missing: [] });
  });

  test("one whose paper is closed to the asker is counted and not named; days that it alone carries are withheld", async () => {
    const place = { places: [told.ground.places[1]] };
    const [over, day] = [{ kind: "everything" as const }, plainDate("2024-01-01")];
    const reader = {
      ...{ kind: "account" as const, id: "01900000-0000-7000-8000-0000000000c1", via: "session" as const },
      ...{ mustChange: false, grants: [{ id: A, role: "reader" as const, over, from: day, to: null }] },
    };
    await told.open({ procedure: CERTIFICATE, ...place }, [received("2024-11-04")], "personal");
    await told.open({ procedure: CERTIFICATE, ...place }, [received("2024-11-04")]);
    const question = await told.question("2024-11-10");
    const open = await told.answer("open", question, reader);
    expect(open).toMatchObject({ value: 2, hidden: 1, withheld: false, groups: null });
    expect(open.records).toHaveLength(1);
    await told.open(
      { procedure: CERTIFICATE, ...place },
      [received("2024-10-01"), decided("2024-10-09")],
      "personal",
    );
    const median = await told.answer("median", await told.question("2024-10-31"), reader);
    expect(median).toMatchObject({ value: null, hidden: 1, withheld: true });
  });
});
