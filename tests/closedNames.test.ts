/** Names that rest on closed papers: what refers to such an organisation, project or round on an open paper does not give its name away. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plainDate } from "../src/kernel/dates.ts";
import { caseList } from "../src/procedures/cases/pageWords.ts";
import { type AttributeValue, receiptOrThrow } from "../src/register/public.ts";
import { type Running, startBacKan } from "./bacKan.ts";
import { newPerson, type SignedIn } from "./people.ts";
import { batch, entry, paper, setting } from "./register-fixture/builders.ts";

const [OPEN, CLOSED] = [uuidv7(), uuidv7()];
const [ORGANISATION, KNOWN, ZONE, PROJECT, SEALED, PLOT, LEASE, ROUND] = Array.from({ length: 8 }, () =>
  uuidv7(),
);
const [HIDDEN, HELD] = [uuidv7(), uuidv7()];
const SECRET = ["Công ty Mẫu Ẩn Danh", "Dự án Mẫu Ẩn Danh", "Đợt Mẫu Ẩn Danh"];
const AT = "place=06&asOf=2023-11-30";

let khu: Running;
let reader: SignedIn;
let approver: SignedIn;

beforeAll(async () => {
  khu = await startBacKan();
  const person = async (login: string, role: string) =>
    (await newPerson(khu, { login, grant: { role, over: { kind: "everything" } } })).signedIn;
  reader = await person("doc.ten", "reader");
  approver = await person("duyet.ten", "approver");
  const places = [khu.register.places().findByCode("06", plainDate("2023-11-30"))?.id ?? ""];
  const told = (
    kind: "zone" | "project" | "plot" | "lease" | "organisation" | "clearance" | "case",
    id: string | undefined,
    attributes: Readonly<Record<string, AttributeValue>>,
    document = OPEN,
  ) =>
    setting({
      ...{ id: uuidv7(), subject: { id: id ?? "", kind, key: null }, document, from: "2020-01-01" },
      ...{ attributes, standing: kind === "zone" ? "decides" : "says" },
    });
  const [organisation, zone, plot] = [ORGANISATION ?? "", ZONE ?? "", PLOT ?? ""];
  const changes = [
    told("organisation", ORGANISATION, { name: "Công ty Mẫu Ẩn Danh" }, CLOSED),
    told("organisation", KNOWN, { name: "Công ty Mẫu rõ tên" }),
    told("zone", ZONE, {
      name: "CCN Mẫu",
      kind: "cluster",
      legal: "established",
      places,
      developer: organisation,
    }),
    told("project", PROJECT, { name: "Dự án Mẫu", places, zone, investor: organisation }),
    told("project", SEALED, { places, zone, investor: KNOWN ?? "" }),
    told("project", SEALED, { name: "Dự án Mẫu Ẩn Danh" }, CLOSED),
    told("plot", PLOT, { zone, number: "CN-1", area: 1000 }),
    told("lease", LEASE, {
      plot,
      kind: "lease",
      contract: "1/HĐ-MẪU",
      tenant: organisation,
      project: SEALED ?? "",
    }),
    told("clearance", ROUND, { zone }),
    told("clearance", ROUND, { name: "Đợt Mẫu Ẩn Danh" }, CLOSED),
  ];
  const dossier = { procedure: "landLease", number: "HS-MAU-2023-0001", places, state: "open" };
  changes.push(
    told("zone", HIDDEN, { places }),
    told("zone", HIDDEN, { name: "CCN Mẫu Ẩn Danh", kind: "cluster" }, CLOSED),
    told("plot", HELD, { zone, area: 1000 }),
    told("plot", HELD, { number: "CN-Ẩn" }, CLOSED),
    told("case", uuidv7(), {
      ...{ ...dossier, zone: HIDDEN, project: SEALED ?? "", plot: HELD },
      event: { kind: "received" },
    }),
  );
  const documents = [
    paper(OPEN, { number: "7/QĐ-MẪU", key: "qd-7-mau" }),
    paper(CLOSED, { number: "8/QĐ-MẪU", key: "qd-8-mau", access: "personal" }),
  ];
  const entries = [
    entry({
      ...{ id: uuidv7(), kind: "compensationPaid", subjects: [ROUND ?? ""], document: OPEN },
      ...{ amount: 1_000_000 },
    }),
  ];
  receiptOrThrow(await khu.register.writer.submit(batch(uuidv7(), { documents, changes, entries })));
}, 240_000);
afterAll(() => khu?.stop());

const urls = () => [
  ...[`/api/zones/${ZONE}?${AT}`, `/api/zones?${AT}`, `/api/clarify?${AT}`],
  ...[`/api/projects?${AT}`, `/api/projects/${PROJECT}?${AT}`, `/api/projects/${SEALED}?${AT}`],
  ...[`/api/leases?${AT}&zone=${ZONE}`, `/api/leases/${LEASE}?${AT}`],
  ...[`/api/organisations?find=mau`, `/api/organisations/${ORGANISATION}`, `/api/organisations/${KNOWN}`],
  ...[`/api/search?query=${encodeURIComponent("ẩn danh")}&${AT}`, `/api/commits?subject=${ZONE}`],
  ...[`/api/commits?subject=${PROJECT}`, `/api/commits?subject=${LEASE}`, `/api/commits?subject=${ROUND}`],
  `/api/clearance?${AT}`,
  `/api/documents/${OPEN}`,
];

describe("a name that rests on a closed paper", { timeout: 60_000 }, () => {
  test("is told to nobody who may not read it, wherever an open paper refers to what bears it", async () => {
    const found = async (as: SignedIn | undefined) => {
      const hits: string[] = [];
      for (const url of urls()) {
        const text = JSON.stringify((await khu.get(url, as)).body);
        for (const word of SECRET)
          if (text.includes(word)) hits.push(`${url.replace(/[0-9a-f-]{36}/g, "…")}: ${word}`);
      }
      return hits;
    };
    expect((await found(approver)).length).toBeGreaterThan(8);
    expect(await found(reader)).toEqual([]);
    expect(await found(undefined)).toEqual([]);
  });

  test("narrows no list of cases, nor its counts, by the id of what bears it", async () => {
    const counted = async (words: string, as: SignedIn) => {
      const { body } = await khu.get(`/api/cases?asOf=2023-11-30&${words}`, as);
      const { items, counts } = caseList.parse(body);
      return [items.length, words.startsWith("zone") ? counts.total : items.length];
    };
    for (const words of [`zone=${HIDDEN}`, `project=${SEALED}`, `plot=${HELD}`]) {
      expect([words, await counted(words, approver)]).toEqual([words, [1, 1]]);
      expect([words, await counted(words, reader)]).toEqual([words, [0, 0]]);
    }
    expect(await counted("zone=khong-co", reader)).toEqual([0, 0]);
  });

  test("narrows no history: who guesses a subject, or a paper, that is closed finds what is told of none", async () => {
    const count = async (words: string, as: SignedIn) => {
      const { body } = await khu.get(`/api/commits?${words}`, as);
      return JSON.stringify(body).includes('"items":[]');
    };
    for (const words of [`subject=${ORGANISATION}`, "document=qd-8-mau"]) {
      expect(await count(words, approver)).toBe(false);
      expect(await count(words, reader)).toBe(true);
    }
    expect(await count("document=qd-7-mau", reader)).toBe(false);
  });
});
