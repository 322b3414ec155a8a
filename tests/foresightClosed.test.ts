/** Forecasts and questions of zones to who may not read every paper: no day of a closed paper is told, nor any that follows from it alone. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plainDate } from "../src/kernel/dates.ts";
import { progress, zoneForesight } from "../src/procedures/foresight/pageWords.ts";
import { type AttributeValue, receiptOrThrow } from "../src/register/public.ts";
import { type Running, startBacKan } from "./bacKan.ts";
import { newPerson, type SignedIn } from "./people.ts";
import { batch, paper, setting } from "./register-fixture/builders.ts";

const [OPEN, CLOSED] = [uuidv7(), uuidv7()];
const DECIDED = uuidv7();
const zones = {
  founded: uuidv7(),
  cleared: uuidv7(),
  leased: uuidv7(),
  finished: uuidv7(),
  planned: uuidv7(),
  asked: uuidv7(),
};
/** Days that papers tell that are closed to a reader. */
const SECRET = ["2020-03-03", "2021-07-07", "2023-09-09", "2018-06-06", "2021-03-04", "04/03/2021"];

let khu: Running;
let reader: SignedIn;
let approver: SignedIn;

beforeAll(async () => {
  khu = await startBacKan();
  const person = async (login: string, role: string) =>
    (await newPerson(khu, { login, grant: { role, over: { kind: "everything" } } })).signedIn;
  reader = await person("doc.kin", "reader");
  approver = await person("duyet.kin", "approver");
  const place = khu.register.places().findByCode("06", plainDate("2023-11-30"))?.id ?? "";
  type Kind = "zone" | "clearance" | "plot" | "lease" | "case";
  const told = (
    [kind, id]: readonly [Kind, string],
    from: string,
    attributes: Readonly<Record<string, AttributeValue>>,
    document = OPEN,
  ) =>
    setting({
      ...{ id: uuidv7(), subject: { id, kind, key: null }, document, from, attributes },
      standing: kind === "zone" ? "decides" : "says",
    });
  const names = Object.entries(zones).map(([name, id]) =>
    told(["zone", id], "2015-01-01", { name: `CCN Mẫu ${name}`, kind: "cluster", places: [place] }),
  );
  const legal = (zone: string, from: string, state: string, document = OPEN) =>
    told(["zone", zone], from, { legal: state }, document);
  const [round, plot, next, lease, later] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const files = { procedure: "landLease", number: "HS-MAU-2021-0001", places: [place], zone: zones.asked };
  const changes = [
    ...names,
    legal(zones.founded, "2019-01-01", "planned"),
    legal(zones.founded, "2020-03-03", "established", CLOSED),
    legal(zones.founded, "2022-05-05", "adjusted"),
    told(["clearance", round], "2021-01-01", { name: "Đợt Mẫu", zone: zones.cleared }),
    told(["clearance", round], "2021-08-01", { notice: "2021-07-07" }, CLOSED),
    told(["clearance", round], "2021-09-01", { inventory: "2021-08-20" }),
    told(["plot", plot], "2020-01-01", { zone: zones.leased, number: "CN-1", area: 1000 }),
    told(["plot", next], "2020-01-01", { zone: zones.leased, number: "CN-2", area: 1000 }),
    told(["lease", lease], "2023-09-09", { plot, kind: "lease", contract: "1/HĐ-MẪU" }, CLOSED),
    told(["lease", later], "2024-10-10", { plot: next, kind: "lease", contract: "2/HĐ-MẪU" }),
    legal(zones.finished, "2018-01-01", "planned"),
    legal(zones.finished, "2018-06-06", "established", CLOSED),
    legal(zones.finished, "2019-02-02", "adjusted"),
    legal(zones.planned, "2026-01-01", "planned"),
    told(["zone", zones.asked], "2020-10-16", { scheduleMonths: 12, legal: "established" }),
    told(["case", DECIDED], "2021-01-04", { ...files, state: "open", event: { kind: "received" } }),
    told(["case", DECIDED], "2021-03-04", { state: "decided", event: { kind: "decided" } }, CLOSED),
  ];
  const documents = [
    paper(OPEN, { number: "7/QĐ-MẪU", key: "qd-7-mau" }),
    paper(CLOSED, { number: "8/QĐ-MẪU", key: "qd-8-mau", access: "personal" }),
  ];
  receiptOrThrow(await khu.register.writer.submit(batch(uuidv7(), { documents, changes })));
}, 240_000);
afterAll(() => khu?.stop());

const zoneAs = async (as: SignedIn, id: string) => {
  const { status, body } = await khu.get(`/api/foresight/zones/${id}?asOf=2026-11-27`, as);
  expect(status, JSON.stringify(body)).toBe(200);
  const [part] = zoneForesight.parse(body).parts;
  if (part === undefined) throw new Error("no part");
  return part;
};
const everythingAs = async (as: SignedIn) => {
  const urls = [
    ...Object.values(zones).map((id) => `/api/foresight/zones/${id}?asOf=2026-11-27`),
    ...["/api/foresight?place=06&asOf=2026-11-27", "/api/inbox?whose=all&kind=signal"],
  ];
  const texts: string[] = [];
  for (const url of urls) texts.push(JSON.stringify((await khu.get(url, as)).body));
  return texts.join("\n");
};

describe("a day that a closed paper tells", { timeout: 60_000 }, () => {
  test("stands in no forecast, question or inbox of who may not read the paper; of who may, in them", async () => {
    const [all, seen] = [await everythingAs(approver), await everythingAs(reader)];
    const told = (text: string) => SECRET.filter((day) => text.includes(day));
    expect(told(all)).toEqual(SECRET.slice(0, 5));
    expect(told(seen)).toEqual([]);
  });

  test("leaves what open papers tell after it, as no later than then", async () => {
    const { steps } = await zoneAs(reader, zones.founded);
    expect(steps[0]).toMatchObject({ key: "policy", state: "done", endedOn: "2022-05-05", exact: false });
    const own = await zoneAs(approver, zones.founded);
    expect(own.steps[0]).toMatchObject({ endedOn: "2020-03-03", exact: true });
    expect((await zoneAs(reader, zones.cleared)).sitting).toMatchObject({
      since: "2021-08-20",
      exact: false,
    });
    expect((await zoneAs(approver, zones.cleared)).sitting).toMatchObject({
      since: "2021-07-07",
      exact: true,
    });
    expect((await zoneAs(reader, zones.leased)).sitting).toMatchObject({ since: "2024-10-10", exact: false });
    expect((await zoneAs(approver, zones.leased)).sitting).toMatchObject({
      since: "2023-09-09",
      exact: true,
    });
  });

  test("is learnt from, and counted, but neither named nor told by a median of few", async () => {
    const policyAs = async (as: SignedIn) =>
      (await zoneAs(as, zones.planned)).behind.find((b) => b.key === "policy");
    const [own, seen] = [await policyAs(approver), await policyAs(reader)];
    expect(own?.records.map((r) => r.to)).toEqual(expect.arrayContaining(["2018-06-06", "2020-03-03"]));
    expect(own?.median).not.toBeNull();
    expect(seen).toMatchObject({ finished: own?.finished, median: null });
    expect(seen?.records.map((r) => r.id)).not.toContain(zones.finished);
    expect(seen?.more).toBe((own?.more ?? 0) + 2);
  });

  test("stands in no question: it says that there is a paper, and is asked anew of nobody who answered", async () => {
    const [own] = (await zoneAs(approver, zones.asked)).signals;
    const [seen] = (await zoneAs(reader, zones.asked)).signals;
    expect(own?.facts).toContain("2021-03-04");
    expect(seen?.facts).not.toContain("2021-03-04");
    expect(seen?.land).toContain("không được xem");
  });

  test("moves no count of the leader's view", async () => {
    const of = async (as: SignedIn) =>
      progress.parse((await khu.get("/api/foresight?place=06&asOf=2026-11-27", as)).body);
    expect((await of(reader)).zones).toHaveLength((await of(approver)).zones.length);
  });
});
