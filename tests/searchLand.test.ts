/** Plots, leases and rounds of clearance found from any page: only what who asks may see, and only by that. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plainDate } from "../src/kernel/dates.ts";
import { receiptOrThrow } from "../src/register/public.ts";
import { searchAnswer } from "../src/search/vocabulary.ts";
import { type Running, startBacKan } from "./bacKan.ts";
import type { SignedIn } from "./people.ts";
import { batch, paper, setting } from "./register-fixture/builders.ts";

let khu: Running;
let insider: SignedIn;
const [ZONE, PLOT, SECRET, LEASE, TENANT, ROUND] = Array.from({ length: 6 }, () => uuidv7());

beforeAll(async () => {
  khu = await startBacKan();
  insider = await khu.signIn();
  const open = paper(uuidv7(), { number: "7/QĐ-MẪU" });
  const closed = paper(uuidv7(), { number: "8/TB-MẪU", access: "internal" });
  const told = (
    kind: "zone" | "plot" | "organisation" | "lease" | "clearance",
    id = "",
    attributes: Record<string, string | string[] | number> = {},
    by = open,
  ) =>
    setting({
      id: uuidv7(),
      subject: { id, kind, key: null },
      document: by.id,
      from: "2020-01-01",
      attributes,
    });
  const place = khu.register.places().findByCode("06", plainDate("2023-11-30"));
  const changes = [
    told("zone", ZONE, { name: "CCN Mẫu Thử", kind: "cluster", places: [place?.id ?? ""] }),
    told("plot", PLOT, { zone: ZONE ?? "", number: "ĐN-12A", landUse: "industrial", area: 10_000 }),
    told("plot", SECRET, { zone: ZONE ?? "", number: "KÍN-7", landUse: "industrial" }, closed),
    told("organisation", TENANT, { name: "Công ty Mẫu Gỗ ván" }),
    told("lease", LEASE, { plot: PLOT ?? "", kind: "lease", contract: "15/HĐ-TĐ" }),
    told("lease", LEASE, { tenant: TENANT ?? "" }, closed),
    told("clearance", ROUND, { name: "Đợt 1 dọn đất", zone: ZONE ?? "" }),
  ];
  const documents = [open, closed];
  receiptOrThrow(await khu.register.writer.submit(batch(uuidv7(), { documents, changes })));
}, 240_000);
afterAll(() => khu?.stop());

async function found(query: string, of: { readonly as?: SignedIn; readonly more?: string } = {}) {
  const more = of.more ?? "&asOf=2026-06-30";
  const url = `/api/search?query=${encodeURIComponent(query)}&place=06${more}`;
  const { items } = searchAnswer.parse((await khu.get(url, of.as)).body);
  return items.filter((h) => ["plot", "lease", "clearance"].includes(h.kind));
}
const ids = async (...asked: Parameters<typeof found>) => (await found(...asked)).map((h) => h.id);

describe("a plot", () => {
  test.each(["ĐN-12A", "dn 12a", "lô ĐN-12A", "plot dn-12", "dn 12a mau thu", "Mẫu Thử ĐN-12A"])(
    "is found by “%s”",
    async (query) => {
      const hit = (await found(query)).find((h) => h.kind === "plot");
      expect(hit).toMatchObject({ id: PLOT, label: "Lô ĐN-12A", detail: "CCN Mẫu Thử" });
    },
  );

  test("is not found by the number beside another zone's name, by a letter, or before it was there", async () => {
    expect(await ids("dn 12a cam giang")).toEqual([]);
    expect(await ids("lô")).toEqual([]);
    expect(await ids("lô d")).toEqual([]);
    expect(await ids("%")).toEqual([]);
    expect(await ids("ĐN-12A", { more: "&asOf=2019-12-31" })).toEqual([]);
    expect(await ids("ĐN-12A", { more: "&asOf=2026-06-30&knownAt=1" })).toEqual([]);
  });

  test("told of in a closed paper is found by who may read that alone", async () => {
    expect(await ids("KÍN-7")).toEqual([]);
    expect(await ids("KÍN-7", { as: insider })).toEqual([SECRET]);
  });
});

describe("a lease", () => {
  test("is found by its contract, and by its plot beside it", async () => {
    for (const query of ["15/HĐ-TĐ", "15 hd", "hợp đồng 15/HĐ-TĐ"]) {
      expect(await found(query)).toMatchObject([{ id: LEASE, label: "15/HĐ-TĐ" }]);
    }
    expect((await found("ĐN-12A")).map((h) => h.kind).sort()).toEqual(["lease", "plot"]);
  });

  test("is found by its tenant, and tells it, for who may read the paper that names it alone", async () => {
    expect(await ids("go van")).toEqual([]);
    expect(await found("15/HĐ-TĐ")).not.toMatchObject([{ detail: expect.stringContaining("Gỗ ván") }]);
    const [hit] = await found("go van", { as: insider });
    expect(hit).toMatchObject({ id: LEASE, detail: expect.stringContaining("Công ty Mẫu Gỗ ván") });
  });
});

describe("a round of site clearance", () => {
  test("is found by its name, and by that with its zone's", async () => {
    expect(await ids("Đợt 1 dọn đất")).toEqual([ROUND]);
    expect(await ids("dot 1 mau thu")).toEqual([ROUND]);
    expect(await ids("dot 2 mau thu")).toEqual([]);
  });
});
