/** Cases on a project and on a plot: opened, listed by their subject, checked, and decided into just that record. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { casePage } from "../src/procedures/cases/pageWords.ts";
import { checkAnswer } from "../src/procedures/checking/answers.ts";
import { type Running, startBacKan } from "./bacKan.ts";
import { type CasePeople, peopleOfCases, postAs } from "./caseActs.ts";
import { tellPlots, tellProject } from "./invented.ts";

const opened = z.looseObject({ id: z.string(), number: z.string() });
const listed = z.looseObject({ items: z.array(z.looseObject({ id: z.string(), about: z.string() })) });

let khu: Running;
let people: CasePeople;
let project: string;
let other: string;
let plot: string;
beforeAll(async () => {
  khu = await startBacKan();
  people = await peopleOfCases(khu);
  const admin = await khu.signIn();
  project = await tellProject(khu, admin, { name: "Dự án Mẫu Măng", number: "9301/QĐ-UBND" });
  other = await tellProject(khu, admin, { name: "Dự án Mẫu Nấm", number: "9302/QĐ-UBND" });
  plot = await tellPlots(khu, { headers: admin, zone: "cam-giang" });
}, 240_000);
afterAll(() => khu?.stop());

const opening = (of: object) => ({
  ...{
    procedure: "registrationCertificate",
    unit: people.unit,
    on: "2026-10-01",
    requestKey: uuidv7(),
    ...of,
  },
});
const open = async (of: object) =>
  opened.parse(await postAs(khu, people.handler.signedIn, "/api/cases", opening(of)));
const pageOf = async (id: string) =>
  casePage.parse((await khu.get(`/api/cases/${id}`, people.handler.signedIn)).body);
const casesOf = async (query: string) =>
  listed.parse((await khu.get(`/api/cases?${query}`, people.handler.signedIn)).body).items;
const refusalOf = async (url: string, payload: object) => {
  const headers = people.handler.signedIn;
  const answer = await khu.app.inject({ method: "POST", url, headers, payload });
  return z.looseObject({ code: z.string() }).parse(answer.json()).code;
};

async function decision(id: string, of: { readonly subject: string; readonly number: string }) {
  const { expected, seen } = await pageOf(id);
  const draft = {
    ...{
      kind: "decision",
      number: of.number,
      signedOn: "2026-10-20",
      issuer: "Ban Quản lý các khu công nghiệp Mẫu",
    },
    title: "Giấy chứng nhận đăng ký đầu tư mẫu",
  };
  const telling = {
    ...{ about: "project", paper: { kind: "new", draft }, subject: of.subject, expected: seen },
    ...{ from: { kind: "on", date: "2026-10-20" }, set: { status: "certified", registeredCapital: 7e9 } },
  };
  return { outcome: "decided", telling, changes: true, on: "2026-10-20", expected, requestKey: uuidv7() };
}

describe("a case on a project", { timeout: 60_000 }, () => {
  test("needs no place of its own, is called by its project, and is listed with it alone", async () => {
    const { id } = await open({ project });
    expect(await pageOf(id)).toMatchObject({
      about: "Dự án Mẫu Măng",
      project: { id: project },
      mayHandle: true,
    });
    expect((await casesOf(`project=${project}`)).map((c) => c.id)).toEqual([id]);
    expect(await casesOf(`project=${other}`)).toEqual([]);
    // Who has not signed in reads no case, on whatever page.
    expect((await khu.get(`/api/cases?project=${project}`)).status).toBe(401);
  });

  test("is not opened on what the register does not have", async () => {
    expect(await refusalOf("/api/cases", opening({ project: uuidv7() }))).toBe("case.subject");
    expect(await refusalOf("/api/cases", opening({ plot: project }))).toBe("case.subject");
    expect(await refusalOf("/api/cases", opening({ zone: plot }))).toBe("case.subject");
  });

  test("changes its own project by its decision, from its day on, and no other", async () => {
    const { id } = await open({ project });
    const url = `/api/cases/${id}/decision`;
    const wrong = await decision(id, { subject: other, number: "9303/GCN" });
    expect(await refusalOf(url, wrong)).toBe("case.otherSubject");
    await postAs(
      khu,
      people.handler.signedIn,
      url,
      await decision(id, { subject: project, number: "9304/GCN" }),
    );
    expect(await pageOf(id)).toMatchObject({ state: "decided", project: { id: project } });
    const on = async (day: string, key = project) =>
      z
        .looseObject({ status: z.string(), registeredCapital: z.number().nullable() })
        .parse((await khu.get(`/api/projects/${key}?asOf=${day}`)).body);
    expect(await on("2026-10-19")).toMatchObject({ status: "proposed", registeredCapital: null });
    expect(await on("2026-10-20")).toMatchObject({ status: "certified", registeredCapital: 7e9 });
    expect(await on("2026-10-20", other)).toMatchObject({ status: "proposed" });
    expect(JSON.stringify((await khu.get(`/api/projects/${project}?asOf=2026-10-20`)).body)).toContain(
      "9304/GCN",
    );
  });

  test("is found by words of its name without accents, and not by others", async () => {
    const found = async (words: string) =>
      listedProjects.parse((await khu.get(`/api/projects?place=06&asOf=2024-01-01&find=${words}`)).body)
        .items;
    expect((await found("du an mau mang")).map((p) => p.name)).toEqual(["Dự án Mẫu Măng"]);
    expect(await found("khong co")).toEqual([]);
  });
});
const listedProjects = z.looseObject({ items: z.array(z.looseObject({ name: z.string() })) });

describe("a case on a plot", { timeout: 60_000 }, () => {
  test("lies where its zone lies, and its decision leases that plot", async () => {
    const { id } = await open({ plot, procedure: "landLease" });
    const page = await pageOf(id);
    expect(page).toMatchObject({ about: "Lô CN-1", plot: { id: plot }, mayHandle: true });
    const draft = {
      ...{ kind: "decision", number: "9305/QĐ-UBND", signedOn: "2026-10-20", issuer: "UBND tỉnh Mẫu" },
      title: "Cho thuê đất mẫu",
    };
    const telling = (of: string) => ({
      ...{ about: "lease", paper: { kind: "new", draft }, subject: null, expected: page.seen },
      ...{ from: { kind: "on", date: "2026-10-20" }, set: { plot: of, kind: "lease", area: 9000 } },
    });
    const payload = (of: string) => ({
      ...{ outcome: "decided", telling: telling(of), changes: true, on: "2026-10-20" },
      ...{ expected: page.expected, requestKey: uuidv7() },
    });
    expect(await refusalOf(`/api/cases/${id}/decision`, payload(project))).toBe("case.otherSubject");
    await postAs(khu, people.handler.signedIn, `/api/cases/${id}/decision`, payload(plot));
    const status = async (day: string) =>
      z.looseObject({ status: z.string() }).parse((await khu.get(`/api/plots/${plot}?asOf=${day}`)).body)
        .status;
    expect([await status("2026-10-19"), await status("2026-10-20")]).toEqual(["unknown", "leased"]);
    expect((await casesOf(`plot=${plot}`)).map((c) => c.id)).toEqual([id]);
  });
});

describe("a check", { timeout: 60_000 }, () => {
  const check = async (procedure: string, query: string) =>
    checkAnswer.parse((await khu.get(`/api/procedures/${procedure}/check?asOf=2026-11-27&${query}`)).body);

  test("reads the zone with the records behind each number", async () => {
    const { items, subject } = await check("clusterEstablishment", "zone=cam-giang");
    expect(subject).toMatchObject({ kind: "zone", key: "cam-giang" });
    const size = items.find(({ key }) => key === "size");
    expect(size).toMatchObject({ answer: "yes", isLaw: false });
    expect(size?.numbers[0]).toMatchObject({ unit: "m2", href: "/zones/cam-giang" });
    for (const { numbers } of items) {
      for (const { href } of numbers.filter((n) => n.value !== null)) {
        expect((await khu.get(`/api${href}`)).status, String(href)).toBe(200);
      }
    }
  });

  test("reads a project in its zone, and never says what neither holds", async () => {
    const { items } = await check("environmentalAssessment", `project=${project}&zoneAssessed=true`);
    expect(items[0]).toMatchObject({ answer: "no", isLaw: true });
    expect(items[0]?.numbers.map((n) => n.text ?? n.value)).toEqual([
      expect.stringContaining("CCN Cẩm Giàng"),
      120_000,
    ]);
    const open = await check("environmentalAssessment", `project=${project}`);
    expect(open.items[0]?.answer).toBe("unknown");
    const board = await check("projectPolicyBoard", `project=${project}`);
    expect(board.items.find(({ key }) => key === "body")).toMatchObject({ answer: "no", isCondition: true });
  });

  test("reads a plot, says where nothing is coded, and refuses what is not there", async () => {
    const lease = await check("landLease", `plot=${plot}`);
    expect(lease.items.map(({ key, answer }) => [key, answer])).toEqual([
      ["cleared", "unknown"],
      ["withoutAuction", "yes"],
    ]);
    const then = "/api/procedures/certificateAdjustment/check?asOf=2024-06-30";
    expect((await khu.get(then)).body).toMatchObject({
      items: [],
      notCoded: [{ says: expect.stringContaining("chưa đọc toàn văn") }],
    });
    expect((await khu.get("/api/procedures/landLease/check?plot=khong-co")).status).toBe(404);
  });
});
