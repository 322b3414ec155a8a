import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { landFigure, landOn, type Told } from "../../../tests/leases-fixture/asking.ts";
import { findKnownAt, type Ground, newGround, questionOn } from "../../../tests/projects-fixture/asking.ts";
import { answerFigure, type Question } from "../../figures/public.ts";
import { plainDate } from "../../kernel/dates.ts";
import { placeDirectory } from "../../places/directory.ts";
import type { AttributeValue } from "../../register/public.ts";

let database: FreshDatabase;
let land: ReturnType<typeof landOn>;
beforeAll(async () => {
  database = await freshDatabase();
  land = landOn(database);
});
afterAll(() => database.drop());

type Attributes = Readonly<Record<string, AttributeValue>>;

async function tell(...told: readonly Told[]) {
  const { problems, commit } = await land.tell(told);
  expect(problems).toEqual([]);
  return commit ?? 0;
}
const one = (kind: Told["kind"], attributes: Attributes, from = "2020-01-01", id = uuidv7()): Told => ({
  ...{ kind, id, from, attributes },
});
const cluster = (ground: Ground, attributes: Attributes = {}) =>
  one("zone", {
    ...{ name: "CCN Mẫu", kind: "cluster", legal: "established", places: [ground.places[0]] },
    ...{ industrialLand: 400_000, ...attributes },
  });
const plotIn = (zone: Told, number: string, attributes: Attributes = {}) =>
  one("plot", { zone: zone.id, number, landUse: "industrial", site: "cleared", area: 50_000, ...attributes });
const leaseOf = (plot: Told, attributes: Attributes = {}, from = "2022-01-01") =>
  one("lease", { plot: plot.id, kind: "sublease", until: "2070", ...attributes }, from);

async function asked(ground: Ground, of: Partial<Question> & { readonly day: string }): Promise<Question> {
  const { day, ...rest } = of;
  return questionOn(ground, { asOf: plainDate(day), known: await findKnownAt(database.db, null), ...rest });
}
async function find(id: string, ground: Ground, of: Partial<Question> & { readonly day: string }) {
  return land.find(id, await asked(ground, of));
}

describe("the occupancy of clusters", () => {
  it("is what is let or approved over the industrial land of the detailed plan, a ratio of sums", async () => {
    const ground = newGround();
    const [a, b] = [cluster(ground), cluster(ground, { industrialLand: 100_000 })];
    const [p1, p2, p3] = [plotIn(a, "CN-1"), plotIn(a, "CN-2", { area: 30_000 }), plotIn(b, "CN-1")];
    const own = one("project", {
      name: "Dự án Mẫu 1",
      places: [ground.places[0]],
      zone: a.id,
      status: "operating",
      land: 50_000,
    });
    const approved = one("project", {
      name: "Dự án Mẫu 2",
      places: [ground.places[0]],
      zone: b.id,
      status: "certified",
      land: 20_000,
    });
    const proposed = one("project", {
      name: "Dự án Mẫu 3",
      places: [ground.places[0]],
      zone: b.id,
      status: "proposed",
      land: 70_000,
    });
    await tell(a, b, p1, p2, p3, own, approved, proposed);
    await tell(
      leaseOf(p1, { project: own.id }),
      leaseOf(p2, { kind: "agreement" }),
      leaseOf(p3, { kind: "offer" }),
    );
    // 50 000 let in the first, 20 000 approved in the second; the agreement and the offer are no lease.
    expect(await find("land.occupancy.clusters", ground, { day: "2023-11-30" })).toMatchObject({
      ...{ value: 14, numerator: 70_000, denominator: 500_000, formula: "70000 / 500000", missing: [] },
    });
    expect(await find("land.leased.clusters", ground, { day: "2023-11-30" })).toMatchObject({
      ...{ value: 10, numerator: 50_000, denominator: 500_000 },
    });
    // Before the lease its project counts with its own land.
    expect(await find("land.occupancy.clusters", ground, { day: "2021-12-31" })).toMatchObject({
      numerator: 70_000,
    });
    expect(await find("land.leased.clusters", ground, { day: "2021-12-31" })).toMatchObject({ value: 0 });
  });

  it("ends with the term and with the lease, and is known as it was known", async () => {
    const ground = newGround();
    const zone = cluster(ground);
    const plot = plotIn(zone, "CN-1");
    const lease = leaseOf(plot, { until: "2024-06-30" });
    const commit = await tell(zone, plot, lease);
    const on = async (day: string, known?: Question["known"]) =>
      (await find("land.leased.clusters", ground, { day, ...(known === undefined ? {} : { known }) }))
        .numerator;
    expect([await on("2024-06-30"), await on("2024-07-01")]).toEqual([50_000, 0]);
    await tell(one("lease", { ended: "returned" }, "2023-01-01", lease.id));
    expect(await on("2023-06-30")).toBe(0);
    expect(await on("2023-06-30", await findKnownAt(database.db, commit))).toBe(50_000);
  });

  it("counts the leased area where the contract gives one, the plot's where not, and no roads", async () => {
    const ground = newGround();
    const zone = cluster(ground);
    const [p1, p2, road] = [
      plotIn(zone, "CN-1"),
      plotIn(zone, "CN-2"),
      plotIn(zone, "GT-1", { landUse: "roads" }),
    ];
    await tell(zone, p1, p2, road);
    await tell(leaseOf(p1, { area: 44_000 }), leaseOf(p2), leaseOf(road));
    expect((await find("land.leased.clusters", ground, { day: "2023-01-01" })).numerator).toBe(94_000);
  });

  it("names a cluster without a detailed plan, with what its paper says of the letting, and counts no 0", async () => {
    const ground = newGround();
    const note = "đang làm thủ tục cho nhà đầu tư thứ cấp mẫu thuê toàn bộ đất";
    const base = { name: "CCN Mẫu", kind: "cluster", legal: "established", places: [ground.places[0]] };
    await tell(one("zone", { ...base, occupancyNote: note }));
    const question = await asked(ground, { day: "2023-11-30" });
    const found = await land.find("land.occupancy.clusters", question);
    expect(found).toMatchObject({ value: null, recordsTotal: 0 });
    expect(found.missing.map((m) => m.why)).toEqual([
      `no industrial land of an approved detailed plan on record; a paper says: ${note}`,
    ]);
  });

  it("names a cluster of which neither plots nor leases nor projects are entered", async () => {
    const ground = newGround();
    await tell(cluster(ground));
    const found = await find("land.occupancy.clusters", ground, { day: "2023-11-30" });
    expect(found).toMatchObject({ value: null, denominator: null });
    expect(found.missing.map((m) => m.why)).toEqual(["no plot, lease or project with its land is entered"]);
  });

  it("takes the leased land that the zone's own paper states where no lease is recorded, and says whose it is", async () => {
    const ground = newGround();
    const zone = cluster(ground, { leasedLand: 120_000 });
    const plot = plotIn(zone, "CN-1");
    const project = one("project", {
      name: "Dự án Mẫu",
      places: [ground.places[0]],
      zone: zone.id,
      status: "certified",
      land: 9_000,
    });
    await tell(zone, plot, project);
    const found = await find("land.occupancy.clusters", ground, { day: "2021-11-30" });
    expect(found).toMatchObject({ value: 30, numerator: 120_000 });
    expect(found.records.map((r) => r.label)).toContain("CCN Mẫu: leased, as its own paper states");
    expect(found.missing).toMatchObject([{ label: "Dự án Mẫu", amount: 9_000, unit: "m2" }]);
    await tell(leaseOf(plot, {}, "2021-01-01"));
    expect(await find("land.occupancy.clusters", ground, { day: "2021-11-30" })).toMatchObject({
      numerator: 59_000,
    });
  });

  it("names disputed zones and plots and counts neither; what lies across a border is missing", async () => {
    const ground = newGround();
    const [good, bad] = [cluster(ground), cluster(ground, { disputed: "hai văn bản mẫu nói khác" })];
    const across = cluster(ground, { places: [ground.places[0], ground.places[3]] });
    const [p1, p2] = [plotIn(good, "CN-1", { disputed: "ranh giới mẫu" }), plotIn(bad, "CN-1")];
    await tell(good, bad, across, p1, p2, leaseOf(p1), leaseOf(p2));
    const found = await find("land.occupancy.clusters", ground, { day: "2023-01-01" });
    expect(found).toMatchObject({ value: 0, denominator: 400_000 });
    expect(found.disputed.map((d) => d.kind).sort()).toEqual(["lease", "zone"]);
    expect(found.missing.map((m) => m.why)).toEqual(["lies across several places and cannot be split"]);
  });

  it("is that of one zone where one is asked, with its phases' plots", async () => {
    const ground = newGround();
    const zone = cluster(ground);
    const phase = one("zone", {
      name: "CCN Mẫu",
      kind: "cluster",
      phaseOf: zone.id,
      phase: "1",
      places: [ground.places[0]],
    });
    const other = cluster(ground, { industrialLand: 10_000 });
    const [p1, p2] = [plotIn(phase, "CN-1"), plotIn(other, "CN-1", { area: 10_000 })];
    await tell(zone, phase, other, p1, p2, leaseOf(p1), leaseOf(p2));
    const on = async (zoneAsked: string | null) =>
      (await find("land.occupancy.clusters", ground, { day: "2023-01-01", zone: zoneAsked })).value;
    expect([await on(zone.id), await on(other.id), await on(null)]).toEqual([12.5, 100, 14.63]);
  });
});

describe("the occupancy of parks", () => {
  it("divides by industrial and service land, and counts land let to approved projects alone", async () => {
    const ground = newGround();
    const park = cluster(ground, { kind: "park", name: "KCN Mẫu", serviceLand: 100_000 });
    const [p1, p2, p3] = [
      plotIn(park, "CN-1"),
      plotIn(park, "DV-1", { landUse: "service" }),
      plotIn(park, "CN-2"),
    ];
    const project = one("project", { name: "Dự án Mẫu", places: [ground.places[0]], status: "certified" });
    await tell(park, p1, p2, p3, project);
    await tell(leaseOf(p1, { project: project.id }), leaseOf(p2, { project: project.id }), leaseOf(p3));
    const found = await find("land.occupancy.parks", ground, { day: "2023-01-01" });
    expect(found).toMatchObject({ value: 20, numerator: 100_000, denominator: 500_000 });
    expect(found.missing).toMatchObject([{ kind: "lease", amount: 50_000 }]);
    expect((await find("land.leased.parks", ground, { day: "2023-01-01" })).value).toBe(30);
    expect((await find("land.occupancy.clusters", ground, { day: "2023-01-01" })).value).toBeNull();
  });

  it("is missing where the service land is not told", async () => {
    const ground = newGround();
    await tell(cluster(ground, { kind: "park", name: "KCN Mẫu" }));
    const found = await find("land.occupancy.parks", ground, { day: "2023-01-01" });
    expect(found.missing.map((m) => m.why)).toEqual([
      "no service land of an approved detailed plan on record",
    ]);
  });
});

describe("ready land, prices and what ends soon", () => {
  it("adds cleared and serviced industrial plots that nobody holds", async () => {
    const ground = newGround();
    const zone = cluster(ground);
    const [free, held, offered, raw, unknown] = [
      plotIn(zone, "1"),
      plotIn(zone, "2"),
      plotIn(zone, "3", { site: "serviced", area: 7_000 }),
      plotIn(zone, "4", { site: "notCleared" }),
      one("plot", { zone: zone.id, number: "5", landUse: "industrial", area: 3_000 }),
    ];
    await tell(zone, free, held, offered, raw, unknown);
    await tell(leaseOf(held, { kind: "agreement" }), leaseOf(offered, { kind: "offer" }));
    const found = await find("land.ready", ground, { day: "2023-01-01" });
    expect(found).toMatchObject({ value: 57_000, formula: "50000 + 7000" });
    expect(found.missing).toMatchObject([{ id: unknown.id, amount: 3_000 }]);
  });

  it("weights prices by area, each way of paying apart, and counts what ends within a year", async () => {
    const ground = newGround();
    const zone = cluster(ground);
    const plots = ["1", "2", "3", "4"].map((n) => plotIn(zone, n, { area: 10_000 }));
    await tell(zone, ...plots);
    const [a, b, c, d] = plots;
    if (a === undefined || b === undefined || c === undefined || d === undefined)
      throw new Error("four plots");
    const once = { rentBasis: "oneOff" };
    await tell(
      leaseOf(a, { ...once, price: 600_000, area: 30_000, until: "2023-12-31" }),
      leaseOf(b, { ...once, price: 1_000_000 }),
      leaseOf(c, { rentBasis: "yearly", price: 12_000, until: "2024-01-02" }),
      leaseOf(d),
    );
    const price = await find("land.price.oneOff", ground, { day: "2023-01-01" });
    expect(price).toMatchObject({ value: 700_000, numerator: 28_000_000_000, denominator: 40_000 });
    expect(price.missing).toMatchObject([{ why: "no price on record" }]);
    expect((await find("land.price.yearly", ground, { day: "2023-01-01" })).value).toBe(12_000);
    const ending = (day: string) => find("land.leases.ending", ground, { day });
    expect((await ending("2023-01-01")).value).toBe(1);
    expect((await ending("2023-01-02")).value).toBe(2);
    expect((await ending("2021-12-31")).value).toBeNull();
  });

  it("count the leases of who may not see them, and name none", async () => {
    const ground = newGround();
    const zone = cluster(ground);
    const plots = ["1", "2"].map((n) => plotIn(zone, n));
    await tell(zone, ...plots);
    for (const plot of plots) {
      const { problems } = await land.tell([leaseOf(plot, { until: "2023-12-31" })], { access: "internal" });
      expect(problems).toEqual([]);
    }
    const question = await asked(ground, { day: "2023-06-01" });
    const { place } = question.scope;
    const unit = { ...place, bareName: "Mẫu", unitType: "province" as const, parents: [] };
    const directory = placeDirectory({ ids: new Map([[place.id, place.key]]), units: [unit], links: [] });
    const context = {
      ...land.newContext(),
      closed: ["internal", "personal"] as const,
      reader: database.readers.public,
      places: directory,
    };
    const answer = await answerFigure(landFigure("land.occupancy.clusters"), question, context);
    expect(answer).toMatchObject({ value: 25, hidden: 2, withheld: false, formula: null });
    expect(answer.records.map((r) => r.kind)).toEqual(["zone"]);
  });
});
