/** What rests on a paper that is not public: counted in every figure, shown to nobody who may not read the paper. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { figureAnswer } from "../src/figures/vocabulary.ts";
import { partialDate, plainDate } from "../src/kernel/dates.ts";
import { receiptOrThrow } from "../src/register/public.ts";
import { zonePage, zoneSummary } from "../src/zones/pageVocabulary.ts";
import { type Running, startBacKan } from "./bacKan.ts";
import { newPerson, type SignedIn } from "./people.ts";
import {
  batch,
  claim,
  entry,
  fixedId,
  organisation,
  paper,
  setting,
  zone,
} from "./register-fixture/builders.ts";

const AT = "place=06&asOf=2026-11-01";
const FIRST = { id: fixedId(9001), key: "mau-kin-mot", name: "CCN Mẫu Kín Một", area: 111_000 };
const SECOND = { id: fixedId(9002), key: "mau-kin-hai", name: "CCN Mẫu Kín Hai", area: 222_000 };
const INTERNAL = fixedId(9011);
const PERSONAL = fixedId(9012);

let khu: Running;
let officer: SignedIn;
let ids = 9100;
const next = () => fixedId(ids++);

async function record(of: Parameters<typeof batch>[1]): Promise<void> {
  receiptOrThrow(await khu.register.writer.submit(batch(next(), of)));
}

/** A cluster that an internal paper founds, near nobody real: in the commune that the first place of Bắc Kạn gives. */
async function found(of: typeof FIRST): Promise<void> {
  const place = khu.register.places().findByCode("01849", plainDate("2026-11-01"))?.id;
  const attributes = {
    name: of.name,
    kind: "cluster",
    legal: "established",
    area: of.area,
    places: [place ?? ""],
  };
  await record({
    changes: [
      setting({
        ...{ id: next(), subject: zone(of.id, of.key), document: INTERNAL, from: "2026-10-01" },
        ...{ attributes, standing: "decides" },
      }),
    ],
  });
}

const figure = async (id: string, words = "", as?: SignedIn) =>
  figureAnswer.parse((await khu.get(`/api/figures/${id}?${AT}&${words}`, as)).body);
const list = async (as?: SignedIn) =>
  z
    .object({ items: z.array(zoneSummary), hidden: z.number() })
    .parse((await khu.get(`/api/zones?${AT}`, as)).body);

beforeAll(async () => {
  khu = await startBacKan();
  await record({
    documents: [
      paper(INTERNAL, { access: "internal", number: "77/BC-MẪU", title: "Báo cáo mẫu nội bộ" }),
      paper(PERSONAL, { access: "personal", number: "78/HS-MẪU", title: "Hồ sơ mẫu cá nhân" }),
    ],
  });
  const grant = { role: "officer", over: { kind: "everything" } };
  officer = (await newPerson(khu, { login: "can.bo.kin", grant })).signedIn;
  await found(FIRST);
}, 180_000);
afterAll(() => khu?.stop());

/** Everything that a reader could be answered, as text. */
async function everything(as?: SignedIn): Promise<string> {
  const paths = [
    `/api/figures?${AT}`,
    `/api/figures/clusters.area?${AT}`,
    `/api/figures/clusters.area/course?${AT}`,
    `/api/zones?${AT}&phases=true`,
    `/api/zones/${FIRST.key}?${AT}`,
    `/api/zones/cam-giang/neighbours?${AT}`,
    `/api/clarify?${AT}`,
    `/api/claims?${AT}`,
    `/api/documents?find=mau`,
    `/api/documents/${INTERNAL}`,
    `/api/search?query=mau%20kin&${AT}`,
    `/api/projects?${AT}`,
    `/api/programme?${AT}`,
  ];
  const answers = [];
  for (const path of paths) answers.push(JSON.stringify((await khu.get(path, as)).body));
  return answers.join("\n");
}

describe("a cluster that an internal paper founds", () => {
  test("is counted for everybody, and told as one that may not be seen", async () => {
    const [nobody, known] = [
      await figure("clusters.established"),
      await figure("clusters.established", "", officer),
    ];
    expect(nobody.value).toBe(known.value);
    expect(nobody).toMatchObject({ hidden: 1, withheld: false, recordsTotal: known.recordsTotal });
    expect(known).toMatchObject({ hidden: 0, withheld: false });
    expect(nobody.records).toHaveLength(known.records.length - 1);
    const [seen, all] = [await list(), await list(officer)];
    expect(seen.hidden).toBe(1);
    expect(all.hidden).toBe(0);
    expect(all.items.map((z) => z.name)).toContain(FIRST.name);
    expect(seen.items).toHaveLength(all.items.length - 1);
  });

  test("stands in no answer to who may not read the paper", async () => {
    for (const secret of [FIRST.name, FIRST.key, FIRST.id, "77/BC-MẪU", "Báo cáo mẫu nội bộ"]) {
      expect(await everything(officer)).toContain(secret);
    }
    const told = await everything();
    for (const secret of [FIRST.name, FIRST.id, "77/BC-MẪU", "Báo cáo mẫu nội bộ", String(FIRST.area)]) {
      expect(told).not.toContain(secret);
    }
    expect(await khu.get(`/api/zones/${FIRST.key}?${AT}`)).toMatchObject({ status: 404 });
    expect(await khu.get(`/api/zones/${FIRST.key}/neighbours?${AT}`)).toMatchObject({ status: 404 });
    expect(await khu.get(`/api/zones/${FIRST.key}/neighbours?${AT}`, officer)).toMatchObject({ status: 200 });
    expect(await khu.get(`/api/documents/${INTERNAL}`)).toMatchObject({ status: 401 });
  });

  test("is the only hidden one: the sum that would give its area away is withheld, and nothing compared with it", async () => {
    const nobody = await figure("clusters.area");
    expect(nobody).toMatchObject({ value: null, withheld: true, hidden: 1, formula: null, groups: null });
    const known = await figure("clusters.area", "", officer);
    expect(known.withheld).toBe(false);
    expect(known.records.find((r) => r.id === FIRST.id)?.value).toBe(FIRST.area);
    const course = z
      .object({
        items: z.array(z.object({ date: z.string(), value: z.number().nullable(), withheld: z.boolean() })),
      })
      .parse((await khu.get(`/api/figures/clusters.area/course?${AT}&from=2026-01-01&to=2026-11-01`)).body);
    const [before, after] = [course.items[0], course.items.at(-1)];
    expect(before).toMatchObject({ withheld: false });
    expect(before?.value).not.toBeNull();
    expect(after).toMatchObject({ withheld: true, value: null });
  });

  test("with a second hidden one the sum is told again, the same to everybody, and neither amount", async () => {
    await found(SECOND);
    const [nobody, known] = [await figure("clusters.area"), await figure("clusters.area", "", officer)];
    expect(nobody).toMatchObject({ hidden: 2, withheld: false, formula: null });
    expect(nobody.value).toBe(known.value);
    expect(nobody.value).not.toBeNull();
    const told = await everything();
    for (const amount of [FIRST.area, SECOND.area]) expect(told).not.toContain(String(amount));
    // The course would still tell the two apart by the days on which they came.
    const course = JSON.stringify((await khu.get(`/api/figures/clusters.area/course?${AT}`)).body);
    expect(course).not.toContain(String(nobody.value));
    // Asked for one of them alone, it is withheld, however many there are.
    expect(await khu.get(`/api/figures/clusters.area?${AT}&zone=${FIRST.key}`)).toMatchObject({
      body: { value: null, withheld: true },
    });
  });
});

describe("an attribute that an internal paper sets of a zone that everybody sees", () => {
  const page = async (as?: SignedIn) =>
    zonePage.parse((await khu.get(`/api/zones/cam-giang?${AT}`, as)).body);
  const attribute = async (name: string, as?: SignedIn) =>
    (await page(as)).attributes.find((a) => a.attribute === name);

  test("is hidden, and what an older paper said is not put in its place", async () => {
    const before = await attribute("area");
    expect(before?.value).toBe(400_000);
    const subject = zone((await page()).id, "cam-giang");
    const told = { subject, document: INTERNAL, from: "2026-10-20" };
    await record({
      changes: [setting({ ...told, id: next(), attributes: { area: 456_789 }, standing: "decides" })],
    });
    expect((await attribute("area", officer))?.value).toBe(456_789);
    expect(await attribute("area")).toBeUndefined();
    expect(await page()).toMatchObject({ area: null, areaBasis: null, hidden: ["area"] });
    const row = (await list()).items.find((z) => z.key === "cam-giang");
    expect(row).toMatchObject({ area: null, hidden: ["area"] });
    const clarify = JSON.stringify((await khu.get(`/api/clarify?${AT}`)).body);
    expect(clarify).not.toContain("cam-giang.area.missing");
    expect(await everything()).not.toContain("456789");
  });

  test("stays hidden from who reads internal papers, where the paper is about a person", async () => {
    const subject = zone((await page()).id, "cam-giang");
    const told = { subject, document: PERSONAL, from: "2026-10-21" };
    await record({
      // A number that no moment and no id holds by chance.
      changes: [setting({ ...told, id: next(), attributes: { workers: 48_173_331 } })],
    });
    const reader = (
      await newPerson(khu, {
        login: "nguoi.xem.kin",
        grant: { role: "reader", over: { kind: "everything" } },
      })
    ).signedIn;
    expect((await attribute("workers", officer))?.value).toBe(48_173_331);
    expect(await attribute("workers", reader)).toBeUndefined();
    const { history } = await page(reader);
    expect(history.length).toBeGreaterThan(0);
    expect(JSON.stringify(history)).not.toMatch(/48[.]?173[.]?331|78\/HS-MẪU/);
    const commits = JSON.stringify((await khu.get("/api/commits?subject=cam-giang", reader)).body);
    expect(commits).not.toMatch(/48[.]?173[.]?331|78\/HS-MẪU/);
    expect(commits).toContain("theo văn bản không được xem");
  });
});

describe("an organisation that an internal paper makes a developer", () => {
  const organisationPage = async (id: string, as?: SignedIn) => khu.get(`/api/organisations/${id}?${AT}`, as);

  test("is known to nobody who may not read the paper where the paper names it, and else does not show what it develops", async () => {
    const [hidden, seen] = [organisation(next()), organisation(next())];
    const open = paper(next(), { number: null, title: "Văn bản mẫu công khai" });
    const cluster = zonePage.parse((await khu.get(`/api/zones/cam-giang?${AT}`)).body).id;
    const since = { from: "2026-10-22" };
    await record({
      documents: [open],
      changes: [
        setting({
          ...{ id: next(), subject: hidden, document: INTERNAL, ...since },
          attributes: { name: "Công ty Mẫu Kín" },
        }),
        setting({
          ...{ id: next(), subject: seen, document: open.id, ...since },
          attributes: { name: "Công ty Mẫu Hở" },
        }),
        setting({
          ...{ id: next(), subject: zone(cluster, "cam-giang"), document: INTERNAL, ...since },
          ...{ attributes: { developer: seen.id }, standing: "decides" },
        }),
      ],
    });
    expect(await organisationPage(hidden.id)).toMatchObject({ status: 404 });
    expect(await organisationPage(hidden.id, officer)).toMatchObject({ status: 200 });
    expect(await organisationPage(seen.id)).toMatchObject({
      body: { zones: 0, developerOf: [], namedIn: [{}] },
    });
    expect(await organisationPage(seen.id, officer)).toMatchObject({
      body: { zones: 1, developerOf: [{ key: "cam-giang" }] },
    });
    const listed = JSON.stringify((await khu.get(`/api/organisations?find=mau&${AT}`)).body);
    expect(listed).toContain("Công ty Mẫu Hở");
    expect(listed).not.toContain("Công ty Mẫu Kín");
  });
});

describe("money and claims on an internal paper", () => {
  test("are counted, and neither shown nor compared", async () => {
    const asked = `from=2026-01-01&to=2026-12-31`;
    const zoneId = zonePage.parse((await khu.get(`/api/zones/cam-giang?${AT}`)).body).id;
    const dated = { kind: "on", date: partialDate("2026-10-02") } as const;
    const period = { from: partialDate("2026"), to: partialDate("2026") };
    await record({
      entries: [
        entry({ id: next(), subjects: [zoneId], document: INTERNAL, amount: 9_876_543, dated, period }),
      ],
      claims: [
        claim({
          ...{ id: next(), document: INTERNAL, value: 13, printed: "13" },
          about: {
            ...{ kind: "figure", figure: "clusters.established", filters: {} },
            place: khu.register.places().findByCode("06", plainDate("2023-11-30"))?.id ?? "",
          },
        }),
      ],
    });
    const nobody = await figure("capital.allocated", asked);
    const known = await figure("capital.allocated", asked, officer);
    expect(known).toMatchObject({ value: 9_876_543, withheld: false });
    expect(nobody).toMatchObject({ value: null, withheld: true, hidden: 1, records: [] });
    const page = zonePage.parse((await khu.get(`/api/zones/cam-giang?${AT}`)).body);
    expect(page.hiddenMoney).toBe(1);
    expect(JSON.stringify(page.money)).not.toContain("9876543");
    expect(JSON.stringify((await khu.get(`/api/claims?${AT}`)).body)).not.toContain('"printed":"13"');
    expect(JSON.stringify((await khu.get(`/api/claims?${AT}`, officer)).body)).toContain('"printed":"13"');
  });
});

test("the command line, which holds the data folder, sees all", async () => {
  const { contextOf } = await import("../src/figures/public.ts");
  const places = khu.register.places;
  const context = contextOf({ ...khu.register.database, places }, { kind: "system", user: "mau" });
  expect(context.closed).toEqual([]);
});
