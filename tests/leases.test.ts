/** Fifty officers who lease the same plot at once, over HTTP: the real server, the real database. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { partialDate, plainDate } from "../src/kernel/dates.ts";
import { leaseList, leasePage, rentDifferences } from "../src/land/leases/vocabulary.ts";
import { receiptOrThrow } from "../src/register/public.ts";
import { type Running, startBacKan } from "./bacKan.ts";
import { newPerson, type SignedIn } from "./people.ts";
import { batch, entry, paper, setting } from "./register-fixture/builders.ts";

let khu: Running;
let address: string;
let approver: SignedIn;
const ZONE = uuidv7();
const PLOT = uuidv7();
const TENANTS = Array.from({ length: 50 }, () => uuidv7());

beforeAll(async () => {
  khu = await startBacKan();
  address = await khu.app.listen({ host: "127.0.0.1", port: 0 });
  const grant = { role: "approver", area: { kind: "all" } };
  approver = (await newPerson(khu, { login: "duyet", grant })).signedIn;
  const document = paper(uuidv7(), { number: "7/QĐ-MẪU" });
  const told = (
    kind: "zone" | "plot" | "organisation",
    id: string,
    attributes: Record<string, string | string[] | number>,
  ) =>
    setting({
      id: uuidv7(),
      subject: { id, kind, key: null },
      document: document.id,
      from: "2020-01-01",
      attributes,
    });
  const place = khu.register.places().findByCode("06", plainDate("2023-11-30"));
  const changes = [
    told("zone", ZONE, { name: "CCN Mẫu", kind: "cluster", places: [place?.id ?? ""] }),
    told("plot", PLOT, { zone: ZONE, number: "CN-1", landUse: "industrial", area: 10_000 }),
    ...TENANTS.map((id, i) => told("organisation", id, { name: `Công ty Mẫu ${i}` })),
  ];
  receiptOrThrow(await khu.register.writer.submit(batch(uuidv7(), { documents: [document], changes })));
}, 240_000);
afterAll(() => khu?.stop());

const answered = z.looseObject({
  code: z.string().optional(),
  message: z.looseObject({}).optional(),
  detail: z.string().optional(),
});

/** Asks to record a lease; a paper of its own for each. */
async function lease(told: { readonly set?: object; readonly organisation?: object; readonly n?: number }) {
  const { set = {}, organisation = null, n = 0 } = told;
  const draft = {
    ...{
      kind: "decision",
      number: `${100 + n}/QĐ-MẪU`,
      signedOn: "2024-01-15",
      title: `Cho thuê lô CN-1, ${n}`,
    },
    issuer: "UBND tỉnh Mẫu",
  };
  const body = {
    ...{ about: "lease", paper: { kind: "new", draft }, subject: null, organisation },
    set: { plot: PLOT, kind: "lease", contract: `${n}/HĐ-MẪU`, until: "2070-12-31", ...set },
    ...{ from: { kind: "on", date: "2024-02-01" }, expected: 0, requestKey: uuidv7() },
  };
  const response = await fetch(`${address}/api/recording`, {
    method: "POST",
    // The port is in the cookie's name, and a real request has another than `inject`.
    headers: {
      cookie: approver.cookie.replace(/^khu-80/, `khu-${new URL(address).port}`),
      "x-csrf-token": approver["x-csrf-token"],
      "content-type": "application/json",
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: answered.parse(await response.json()) };
}

describe("a plot that fifty want at once", () => {
  test("is leased to one; the others are told who holds it, since when, until when, by which paper", async () => {
    const answers = await Promise.all(TENANTS.map((tenant, n) => lease({ n, set: { tenant } })));
    expect(answers.filter((a) => a.status === 201)).toHaveLength(1);
    const winner = answers.findIndex((a) => a.status === 201);
    const refused = answers.filter((a) => a.status !== 201);
    expect(refused).toHaveLength(49);
    for (const { status, body } of refused) {
      expect({ status, code: body.code }).toEqual({ status: 409, code: "lease.plotHeld" });
      const said = JSON.stringify(body);
      expect(said).toContain(`Công ty Mẫu ${winner}, hợp đồng ${winner}/HĐ-MẪU`);
      expect(said).toContain("từ 01/02/2024 đến hết 31/12/2070");
      expect(said).toContain(`${100 + winner}/QĐ-MẪU`);
    }
    const { rows } = await khu.register.database.pool.query("select id from lease_now where plot_id = $1", [
      PLOT,
    ]);
    expect(rows).toHaveLength(1);
  }, 60_000);

  test("is leased to no household or person, who are told of nowhere here", async () => {
    const organisation = { name: "Hộ gia đình Mẫu", enterpriseCode: null };
    const { status, body } = await lease({ n: 60, organisation, set: { until: "2023-12-31" } });
    expect({ status, code: body.code }).toEqual({ status: 422, code: "lease.tenantNoOrganisation" });
  });
});

describe("the leases of a place", () => {
  const view = "place=06&asOf=2026-06-30";
  const listed = async (more = "") => leaseList.parse((await khu.get(`/api/leases?${view}${more}`)).body);

  test("are listed with plot, zone, tenant and term, and narrowed by each", async () => {
    const { items, total } = await listed();
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({ kind: "lease", holds: true, until: "2070-12-31", area: 10_000 });
    expect(items[0]).toMatchObject({ plot: { label: "Lô CN-1" }, zone: { label: "CCN Mẫu" } });
    expect(items[0]?.tenant?.label).toMatch(/^Công ty Mẫu/);
    expect([(await listed("&leaseKind=offer")).total, (await listed("&ending=12")).total]).toEqual([0, 0]);
    expect([(await listed(`&plot=${PLOT}`)).total, (await listed(`&plot=${ZONE}`)).total]).toEqual([1, 0]);
    const elsewhere = await khu.get("/api/leases?place=01&asOf=2023-11-30");
    expect(leaseList.parse(elsewhere.body).total).toBe(0);
  });

  test("tell what rent is due and charged; that land stands idle is asked of insiders alone", async () => {
    const [{ id = "" } = {}] = (await listed()).items;
    const document = paper(uuidv7(), { number: "9/HĐ-MẪU" });
    const terms = setting({
      ...{ id: uuidv7(), subject: { id, kind: "lease", key: (await listed()).items[0]?.key ?? null } },
      ...{ document: document.id, from: "2024-02-01" },
      attributes: { price: 12_000, rentBasis: "yearly", useWithinMonths: 24 },
    });
    const charged = entry({
      ...{ id: uuidv7(), kind: "rentCharged", subjects: [id], document: document.id, amount: 130_000_000 },
      ...{ unit: "dong", period: { from: partialDate("2025"), to: partialDate("2025") } },
    });
    const told = batch(uuidv7(), { documents: [document], changes: [terms], entries: [charged] });
    receiptOrThrow(await khu.register.writer.submit(told));
    const pageFor = async (as?: SignedIn) =>
      leasePage.parse((await khu.get(`/api/leases/${id}?${view}`, as)).body);
    const page = await pageFor();
    expect(page.rent.map((l) => [l.due, l.charged, l.differsBy])).toEqual([
      [109_836_066, null, null],
      [120_000_000, 130_000_000, 10_000_000],
      [120_000_000, null, null],
    ]);
    expect(page.idle).toBeNull();
    expect((await pageFor(await khu.signIn())).idle).toEqual({ since: "2026-02-01", committed: true });
    const list = `/api/leases/differences?${view}`;
    const { items, compared } = rentDifferences.parse((await khu.get(list, await khu.signIn())).body);
    expect(items.map((l) => [l.lease.id, l.differsBy])).toEqual([[id, 10_000_000]]);
    expect(items[0]).toMatchObject({ plot: { label: "Lô CN-1" }, zone: { label: "CCN Mẫu" } });
    expect(compared).toBe(1);
    // What the landlord charged wrongly is for insiders.
    for (const url of [list, list.replace("?", ".xlsx?")]) {
      expect(await khu.get(url)).toMatchObject({ status: 401, body: { code: "session.needed" } });
    }
  });

  test("are refused where nobody has recorded them", async () => {
    expect(await khu.get(`/api/leases/khong-co?${view}`)).toMatchObject({
      status: 404,
      body: { code: "lease.unknown" },
    });
  });

  test("count in no figure of a cluster without a detailed plan: of Huyền Tụng the register says what its paper says", async () => {
    const figure = await khu.figure("land.occupancy.clusters", "place=06&asOf=2023-11-30");
    expect(figure).toMatchObject({ value: null, complete: false });
    const { why } = figure.missing.find((m) => m.label === "CCN Huyền Tụng") ?? {};
    expect(why).toBe(
      "chưa có diện tích đất công nghiệp theo quy hoạch chi tiết được duyệt; văn bản ghi: Đang làm thủ tục để một nhà đầu tư thứ cấp thuê 100% đất, sản xuất giày dép xuất khẩu",
    );
  });
});
