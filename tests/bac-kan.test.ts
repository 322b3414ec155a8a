import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "./bacKan.ts";

let khu: Running;
beforeAll(async () => {
  khu = await startBacKan();
}, 180_000);
afterAll(() => khu?.stop());

const NOVEMBER = "place=06&asOf=2023-11-30";
const names = (list: ReadonlyArray<{ readonly label: string }>) => list.map((r) => r.label).sort();

describe("old Bắc Kạn on 30 November 2023", () => {
  test("seven zones: one park and six clusters", async () => {
    expect(await khu.figure("zones.count", NOVEMBER)).toMatchObject({
      value: 7,
      precision: "exact",
      basis: "records",
      stale: false,
    });
    expect(await khu.figure("parks.count", NOVEMBER)).toMatchObject({ value: 1, precision: "exact" });
  });
  test("six clusters established; four rest on their own decision; Chu Hương is disputed and not counted", async () => {
    const answer = await khu.figure("clusters.established", NOVEMBER);
    expect(answer).toMatchObject({
      value: 6,
      precision: "exact",
      evidenceAsOf: "2023-11",
      coverage: { complete: true },
    });
    expect(answer.records.filter((r) => r.standing === "decides")).toHaveLength(4);
    expect(names(answer.disputed)).toEqual(["CCN Chu Hương"]);
    expect(answer.reported).toMatchObject([{ value: 6, verdict: "agrees", independent: 4 }]);
  });
  test("five clear their site, one is basically complete", async () => {
    expect(await khu.figure("clusters.clearing", NOVEMBER)).toMatchObject({ value: 5 });
    expect(await khu.figure("clusters.basicallyComplete", NOVEMBER)).toMatchObject({
      value: 1,
      reported: [{ verdict: "sameSource" }],
    });
  });
  test("three are named in an allocation of the local budget", async () => {
    const answer = await khu.figure("clusters.localBudgetFunded", NOVEMBER);
    expect(answer).toMatchObject({ value: 3, reported: [{ value: 3, verdict: "sameSource" }] });
  });
  test("by kind of developer: three enterprises, two public units, one not known", async () => {
    const answer = await khu.figure("clusters.byDeveloperKind", NOVEMBER);
    expect(answer.groups?.map((g) => [g.key, g.value])).toEqual([
      ["enterprise", 3],
      ["publicUnit", 2],
      ["unknown", 1],
    ]);
  });
  test("the area leaves out Huyền Tụng, which has none on record", async () => {
    const answer = await khu.figure("clusters.area", NOVEMBER);
    expect(answer).toMatchObject({ value: 1_994_000, precision: "exact", complete: false });
    expect(answer.missing).toMatchObject([{ key: "huyen-tung" }]);
    expect(answer.records.find((r) => r.key === "cam-giang")?.value).toBe(400_000);
    expect(answer.disputed.find((d) => d.key === "cam-giang")).toMatchObject({
      effect: 30_000,
      documents: [{ label: "Báo Bắc Kạn, 11/2023" }],
    });
  });
  test("the article's 43 ha for Cẩm Giàng differs by 3 ha from the decision's 40", async () => {
    const { body } = await khu.get("/api/claims?place=06&asOf=2023-11-30&verdict=differs");
    const { items } = z
      .object({
        items: z.array(
          z.looseObject({
            value: z.number().nullable(),
            differsBy: z.number().nullable(),
            about: z.looseObject({ subject: z.looseObject({ key: z.string().nullable() }).nullable() }),
          }),
        ),
      })
      .parse(body);
    expect(items.find((i) => i.about.subject?.key === "cam-giang")).toMatchObject({
      value: 430_000,
      differsBy: -30_000,
    });
  });
  test("money: nearly 58 tỷ for the park, about 322 tỷ for three clusters together, about 380 in all", async () => {
    expect(await khu.figure("capital.allocated", `${NOVEMBER}&kind=park`)).toMatchObject({
      value: 58_000_000_000,
      precision: "nearly",
      precisionWord: "gần",
    });
    expect(await khu.figure("capital.allocated", `${NOVEMBER}&kind=cluster`)).toMatchObject({
      value: 322_000_000_000,
      precision: "about",
      precisionWord: "khoảng",
    });
    expect(await khu.figure("capital.allocated", NOVEMBER)).toMatchObject({
      value: 380_000_000_000,
      precision: "about",
    });
  });
  test("asked for one of the three clusters, the undivided sum is left out and named", async () => {
    const answer = await khu.figure("capital.allocated", `${NOVEMBER}&zone=vang-muoi`);
    expect(answer).toMatchObject({ value: null, missing: [{ kind: "entry", amount: 322_000_000_000 }] });
  });
  test("in 2021 to 2023 only the 58 tỷ have years; the 322 tỷ are named missing", async () => {
    const answer = await khu.figure("capital.allocated", "place=06&from=2021-01-01&to=2023-12-31");
    expect(answer).toMatchObject({ value: 58_000_000_000, missing: [{ amount: 322_000_000_000 }] });
  });
  test("projects of 2021 to 2023 are known by published totals alone", async () => {
    const years = "place=06&from=2021-01-01&to=2023-12-31";
    expect(await khu.figure("projects.policyApproved", years)).toMatchObject({
      value: 21,
      basis: "reported",
    });
    expect(await khu.figure("projects.registeredCapital", years)).toMatchObject({
      value: 2_921_000_000_000,
      precision: "over",
      basis: "reported",
    });
    expect(await khu.figure("projects.fdiCount", years)).toMatchObject({ value: 1, basis: "reported" });
    expect(
      await khu.figure("projects.policyApproved", "place=06&from=2021-01-01&to=2022-12-31"),
    ).toMatchObject({ value: null });
    expect(await khu.figure("projects.policyApproved", NOVEMBER)).toMatchObject({
      value: 21,
      period: { from: "2021", to: "2023" },
    });
  });
  test("OCOP products: 184, and 182 in July; between the two papers nothing is known", async () => {
    expect(await khu.figure("products.ocop", NOVEMBER)).toMatchObject({ value: 184, basis: "reported" });
    expect(await khu.figure("products.ocop", "place=06&asOf=2023-07-31")).toMatchObject({
      value: 182,
      basis: "reported",
    });
    expect(await khu.figure("products.ocop", "place=06&asOf=2023-09-15")).toMatchObject({ value: null });
    expect(await khu.figure("products.typicalRural", NOVEMBER)).toMatchObject({
      value: 90,
      precision: "over",
      unit: "recognition",
    });
  });
  test("the ministry's form: what is known is computed, the rest is null with who owes it", async () => {
    expect(await khu.figure("clusters.form04.r3", NOVEMBER)).toMatchObject({ value: 6 });
    expect(await khu.figure("clusters.form04.r4", NOVEMBER)).toMatchObject({ value: 1_994_000 });
    const leased = await khu.figure("clusters.form04.r14", NOVEMBER);
    expect(leased.value).toBeNull();
    expect(leased.missing).toHaveLength(6);
    expect(leased.missing[0]?.why).toContain("Biểu 02");
  });
});

describe("other days", () => {
  test("on 1 January 2021 at least one cluster, naming those of which only a later day is known", async () => {
    const answer = await khu.figure("clusters.established", "place=06&asOf=2021-01-01");
    expect(answer).toMatchObject({ value: 1, precision: "atLeast" });
    expect(answer.missing.map((m) => m.key).sort()).toEqual(["huyen-tung", "quang-chu"]);
    expect(await khu.figure("clusters.area", "place=06&asOf=2021-01-01")).toMatchObject({ value: 400_000 });
  });
  test("on 1 January 2026 the ended province still answers by its ground, its stages marked stale", async () => {
    const day = "place=06&asOf=2026-01-01";
    expect(await khu.figure("clusters.established", day)).toMatchObject({
      value: 6,
      place: { name: "Tỉnh Bắc Kạn", to: "2025-07-01" },
    });
    expect(await khu.figure("clusters.clearing", day)).toMatchObject({
      value: 5,
      stale: true,
      evidenceAsOf: "2023-11",
    });
    expect(await khu.figure("clusters.basicallyComplete", day)).toMatchObject({ value: 1, stale: true });
    expect(await khu.figure("clusters.area", day)).toMatchObject({ value: 1_994_000 });
  });
  test("the merged province has at least six; old Thái Nguyên is named as not entered", async () => {
    const answer = await khu.figure("clusters.established", "place=19&asOf=2026-01-01");
    expect(answer).toMatchObject({
      value: 6,
      precision: "atLeast",
      place: { code: "19", from: "2025-07-01" },
    });
    expect(answer.coverage.note).toContain("Thái Nguyên");
    expect(answer.coverage.note).not.toContain("Bắc Kạn");
  });
  test("19 on 30 November 2023 is old Thái Nguyên, of which nothing is known", async () => {
    expect(await khu.figure("clusters.established", "place=19&asOf=2023-11-30")).toMatchObject({
      value: null,
      recordsTotal: 0,
    });
  });
  test("huyện Chợ Đồn has one cluster of 20 ha before and after its end", async () => {
    for (const day of ["2023-11-30", "2026-01-01"]) {
      expect(await khu.figure("clusters.established", `place=064&asOf=${day}`)).toMatchObject({ value: 1 });
      expect(await khu.figure("clusters.area", `place=064&asOf=${day}`)).toMatchObject({ value: 200_000 });
    }
  });
  test("as known before anything was recorded every value is null, without records", async () => {
    const { body } = await khu.get(`/api/figures?${NOVEMBER}&knownAt=2020-01-01`);
    const { items } = z
      .object({
        items: z.array(
          z.looseObject({
            value: z.number().nullable(),
            records: z.array(z.unknown()),
            missing: z.array(z.unknown()),
          }),
        ),
      })
      .parse(body);
    expect(items.length).toBeGreaterThan(40);
    for (const item of items) expect(item).toMatchObject({ value: null, records: [], missing: [] });
  });
});

describe("pages", () => {
  test("Quảng Chu tells the tenant's ground-breaking of 10/2025 beside its old stage", async () => {
    const { body } = await khu.get("/api/zones/quang-chu?place=06&asOf=2026-01-01");
    expect(body).toMatchObject({
      stage: "clearing",
      stale: true,
      news: [{ since: "2025-10-11" }],
      placesNow: [{ code: "02086", confirmed: false }],
    });
  });
  test("a phase lies today where its park does: Thanh Bình I and II in xã Thanh Thịnh", async () => {
    const page = z.looseObject({
      placesNow: z.array(z.looseObject({ code: z.string() })),
      phases: z.array(z.looseObject({ placesNow: z.array(z.looseObject({ code: z.string() })) })),
      history: z.array(z.object({ text: z.string() }).loose()),
    });
    const signedIn = await khu.signIn();
    const park = page.parse((await khu.get("/api/zones/thanh-binh?asOf=2023-11-30", signedIn)).body);
    const phase = page.parse((await khu.get("/api/zones/thanh-binh%2FI?asOf=2023-11-30", signedIn)).body);
    const { body } = await khu.get("/api/zones?place=06&asOf=2023-11-30&phases=true");
    const listed = z.object({ items: z.array(z.looseObject({ key: z.string() })) }).parse(body).items;
    expect(phase.placesNow).toMatchObject([{ code: "02107" }]);
    expect(phase.placesNow).toEqual(park.placesNow);
    expect(park.phases.map((p) => p.placesNow)).toEqual([park.placesNow, park.placesNow]);
    expect(listed.find((z) => z.key === "thanh-binh/I")).toMatchObject({ placesNow: park.placesNow });
    expect(phase.history.map((h) => h.text).join(" ")).toContain("Diện tích: 80,8 ha");
    expect(park.history.map((h) => h.text).join(" ")).not.toMatch(/\b(places|legal|kind|name)\b/);
  });
  test("Cẩm Giàng counts 40 ha by its decision and tells the article's 43 beside it", async () => {
    const { body } = await khu.get("/api/zones/cam-giang?place=06&asOf=2023-11-30");
    const { attributes } = z
      .object({
        attributes: z.array(
          z.looseObject({
            attribute: z.string(),
            value: z.number().nullable(),
            standing: z.string(),
            others: z.array(
              z.looseObject({ value: z.number().nullable(), differsBy: z.number().nullable() }),
            ),
          }),
        ),
      })
      .parse(body);
    const area = attributes.find((a) => a.attribute === "area");
    expect(area).toMatchObject({ value: 400_000, standing: "decides" });
    expect(area?.others).toMatchObject([{ value: 430_000, differsBy: 30_000 }]);
  });
  test("what must be cleared up: 40 or 43 ha, 161.1 or 153 ha, Chu Hương, an area that nobody gave", async () => {
    const { body } = await khu.get(`/api/clarify?${NOVEMBER}`);
    const { items } = z
      .object({
        items: z.array(
          z.looseObject({ kind: z.string(), subject: z.looseObject({ key: z.string().nullable() }) }),
        ),
      })
      .parse(body);
    const of = (key: string) => items.filter((i) => i.subject.key === key).map((i) => i.kind);
    expect(of("cam-giang")).toContain("differs");
    expect(of("thanh-binh")).toContain("differs");
    expect(of("chu-huong")).toEqual(["disputed"]);
    expect(of("huyen-tung")).toEqual(["missing"]);
  });
  test("a place tells of a divided commune that only a part of it went to each successor", async () => {
    const relatives = z.array(
      z.looseObject({ id: z.string(), name: z.string(), note: z.string().nullable() }),
    );
    const page = z.looseObject({ successors: relatives, predecessors: relatives });
    const read = async (query: string) => page.parse((await khu.get(`/api/places/${query}`)).body);
    const notes = (list: z.infer<typeof relatives>) => list.map((r) => [r.name, r.note]);
    const divided = await read("05461?asOf=2023-11-30");
    expect(notes(divided.successors)).toEqual([
      ["Phường Phan Đình Phùng", "một phần"],
      ["Phường Gia Sàng", "một phần"],
    ]);
    const ward = await read(`${divided.successors[1]?.id}?asOf=2026-01-01&lang=en`);
    expect(notes(ward.predecessors)).toContainEqual(["Phường Gia Sàng", "part"]);
    expect(notes((await read("02176?asOf=2026-01-01")).predecessors).map(([, note]) => note)).toEqual([
      null,
      null,
      null,
    ]);
    const district = await read("065?asOf=2026-01-01");
    expect(district.successors.length).toBeGreaterThan(1);
    expect(district.successors.every((s) => s.note === null)).toBe(true);
  });
  test("the programme tells all thirteen statements, each with its paper", async () => {
    const { body } = await khu.get(`/api/programme?${NOVEMBER}`);
    const { items } = z
      .object({ items: z.array(z.looseObject({ document: z.looseObject({ label: z.string() }) })) })
      .parse(body);
    expect(items).toHaveLength(13);
  });
  test("every list and page of the interface answers", async () => {
    for (const url of [
      "/api/health",
      "/api/zones?place=06&phases=true",
      "/api/documents",
      "/api/documents/press-2023-11",
      "/api/places/06",
      "/api/openapi.json",
      "/api/figures/clusters.area/course?place=06&from=2020-01-01&to=2026-11-24",
    ]) {
      expect((await khu.get(url)).status, url).toBe(200);
    }
  });
});
