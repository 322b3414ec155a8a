import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "../../tests/bacKan.ts";
import { batch, fixedId, paper, setting } from "../../tests/register-fixture/builders.ts";
import { figureAnswer } from "../figures/vocabulary.ts";
import { partialDate } from "../kernel/dates.ts";
import { receiptOrThrow } from "../register/public.ts";

let khu: Running;
beforeAll(async () => {
  khu = await startBacKan();
}, 180_000);
afterAll(() => khu?.stop());

const NOVEMBER = "place=06&asOf=2023-11-30";
const row = (no: number, query = NOVEMBER) => khu.figure(`clusters.form04.r${no}`, query);

async function rows(query: string) {
  const { body } = await khu.get(`/api/figures?${query}`);
  const { items } = z.object({ items: z.array(figureAnswer) }).parse(body);
  return items.filter((f) => f.id.startsWith("clusters.form04."));
}

describe("a row of form 04 whose basis is not known", () => {
  test.each([15, 16, 17, 18, 19])("row %i: no paper tells whether a cluster operates", async (no) => {
    const answer = await row(no);
    expect(answer).toMatchObject({ value: null, recordsTotal: 0, complete: false });
    expect(answer.missing.length).toBeGreaterThanOrEqual(6);
    for (const m of answer.missing) expect(m.why).toContain("Biểu 02");
  });

  test.each([NOVEMBER, "place=06&from=2022-12-15&to=2023-06-14"])(
    "rows 5 and 6, asked %s: when two clusters were founded is not known, and 0 is not said",
    async (query) => {
      for (const no of [5, 6]) {
        const answer = await row(no, query);
        expect(answer).toMatchObject({ value: null, complete: false });
        expect(answer.missing.map((m) => m.key)).toEqual(expect.arrayContaining(["huyen-tung", "quang-chu"]));
        for (const m of answer.missing) expect(m.why).toContain("Sở Công Thương");
      }
    },
  );

  test("no row ever answers “at least 0”, and each null says why or lies outside coverage", async () => {
    for (const query of [
      NOVEMBER,
      "place=06&asOf=2018-06-01",
      "place=06&asOf=2021-01-01",
      "place=06&asOf=2026-11-24",
      "place=064&asOf=2023-11-30",
      "place=19&asOf=2023-11-30",
      "place=19&asOf=2026-01-01",
      "place=06&from=2023-12-15&to=2024-06-14",
    ]) {
      const answers = await rows(query);
      expect(answers).toHaveLength(27);
      for (const a of answers) {
        const told = `${a.id} ${query}`;
        expect(a.value === 0 && a.precision !== "exact", told).toBe(false);
        if (a.value === 0) expect(a, told).toMatchObject({ complete: true, missing: [] });
        if (a.value === null && a.coverage.complete) expect(a.missing, told).not.toEqual([]);
      }
    }
  });
});

describe("a row of form 04 whose basis is known", () => {
  test("rows 5 and 6 in the period of a founding decision: at least that one, with its area", async () => {
    const period = "place=06&from=2019-12-15&to=2020-12-14";
    const number = await row(5, period);
    expect(number).toMatchObject({ value: 1, precision: "atLeast" });
    expect(number.records.map((r) => r.key)).toEqual(["cam-giang"]);
    expect(await row(6, period)).toMatchObject({ value: 400_000, precision: "atLeast" });
  });

  test("rows 5 and 6 in a period that begins after every founding: none, and that is known", async () => {
    for (const no of [5, 6]) {
      expect(await row(no, "place=06&from=2024-12-15&to=2025-06-14")).toMatchObject({
        value: 0,
        precision: "exact",
        complete: true,
        missing: [],
      });
    }
  });

  test("asked for a day, rows 5 and 6 say for which period they answer", async () => {
    expect(await row(5, "place=06&asOf=2025-06-14")).toMatchObject({
      value: 0,
      period: { from: "2024-12-15", to: "2025-06-14" },
    });
  });

  test("a district in which no cluster was founded has none operating", async () => {
    const empty = "place=060&asOf=2023-11-30";
    expect(await row(3, empty)).toMatchObject({ value: 0 });
    for (const no of [16, 17, 18, 20, 23, 24]) expect(await row(no, empty)).toMatchObject({ value: 0 });
    expect(await row(19, empty)).toMatchObject({ value: null });
  });
});

describe("a cluster that operates, by a report", () => {
  const report = paper(fixedId(700), {
    standing: "says",
    issuer: "Báo cáo Mẫu",
    signedOn: partialDate("2024-06-10"),
  });

  beforeAll(async () => {
    const zones = await khu.get("/api/zones?place=06&asOf=2024-06-14");
    const { items } = z
      .object({ items: z.array(z.looseObject({ id: z.string(), key: z.string().nullable() })) })
      .parse(zones.body);
    const clusters = items.filter((i) => i.key !== null && i.key !== "thanh-binh");
    const changes = clusters.map(({ id, key }, i) =>
      setting({
        id: fixedId(701 + i),
        subject: { kind: "zone", id, key },
        document: report.id,
        from: "2024-06-01",
        attributes:
          key === "quang-chu"
            ? { operation: "operating", industrialLand: 500_000, leasedLand: 200_000 }
            : { operation: "none" },
      }),
    );
    receiptOrThrow(
      await khu.register.writer.submit(batch("form04-operating", { documents: [report], changes })),
    );
  });

  test("rows 15 to 19 count it, its land and what is leased; none is missing", async () => {
    const june = "place=06&asOf=2024-06-14";
    expect(await row(15, june)).toMatchObject({ value: 1, missing: [] });
    expect(await row(16, june)).toMatchObject({ value: 744_000, missing: [] });
    expect(await row(17, june)).toMatchObject({ value: 500_000, missing: [] });
    expect(await row(18, june)).toMatchObject({ value: 200_000, missing: [] });
    expect(await row(19, june)).toMatchObject({ value: 40, precision: "exact", numerator: 200_000 });
  });

  test("the occupancy of some of the places is not “at least” that of all", async () => {
    expect(await row(19, "place=19&asOf=2026-01-01")).toMatchObject({
      value: 40,
      precision: "exact",
      complete: false,
    });
  });
});
