import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { askedBy } from "../../tests/people.ts";
import { batch, paper, setting } from "../../tests/register-fixture/builders.ts";
import { plainDate } from "../kernel/dates.ts";
import { ANONYMOUS } from "../people/permissions.ts";
import { placeDirectory } from "../places/directory.ts";
import type { Unit } from "../places/vocabulary.ts";
import { createHttp, type Http } from "../platform/http/server.ts";
import { createWriter, receiptOrThrow } from "../register/public.ts";
import { projectRoutes } from "./routes.ts";
import { projectSubject } from "./subject.ts";
import { projectList, projectPage } from "./vocabulary.ts";

let database: FreshDatabase;
let http: Http;
const PLACE = uuidv7();
const unit: Unit = {
  ...{
    key: "M01",
    code: "M01",
    level: "province",
    name: "Tỉnh Mẫu 01",
    bareName: "Mẫu 01",
    unitType: "province",
  },
  ...{ otherNames: [], from: null, to: null, endsBy: false, parents: [] },
};

beforeAll(async () => {
  database = await freshDatabase();
  const writer = createWriter({ pool: database.pool, definitions: [projectSubject], now: Date.now });
  const decision = paper(uuidv7());
  const changes = [30, 10, 20].flatMap((capital, i) => {
    const subject = { id: uuidv7(), kind: "project" as const, key: `mau-${capital}` };
    const status = i === 2 ? "operating" : "certified";
    const attributes = {
      name: `Dự án Mẫu ${capital}`,
      places: [PLACE],
      status,
      registeredCapital: capital * 1e9,
    };
    const base = { subject, document: decision.id };
    return [
      setting({ ...base, id: uuidv7(), from: "2021-05-04", attributes }),
      setting({ ...base, id: uuidv7(), from: "2024-01-01", attributes: { status: "withdrawn" } }),
    ];
  });
  receiptOrThrow(await writer.submit(batch(uuidv7(), { documents: [decision], changes })));
  http = await createHttp({ version: "0", logLevel: "silent" });
  askedBy(http, () => ANONYMOUS);
  const places = placeDirectory({ ids: new Map([[PLACE, "M01"]]), units: [unit], links: [] });
  const asking = {
    places: () => places,
    today: () => plainDate("2023-11-30"),
    home: "M01",
    findZone: async () => null,
  };
  await http.register(projectRoutes({ ...asking, ...database }));
});
afterAll(async () => {
  await http.close();
  await database.drop();
});

async function get(url: string) {
  const answer = await http.inject({ url, headers: { host: "localhost" } });
  return { status: answer.statusCode, body: answer.json() };
}

describe("GET /api/projects", () => {
  it("lists the projects of the place on the day, the greatest capital first, page by page", async () => {
    const first = projectList.parse((await get("/api/projects?limit=2")).body);
    expect(first.items.map((p) => p.key)).toEqual(["mau-30", "mau-20"]);
    expect(first.total).toBe(3);
    const second = projectList.parse((await get(`/api/projects?limit=2&after=${first.next}`)).body);
    expect(second.items.map((p) => p.key)).toEqual(["mau-10"]);
    expect(second.next).toBeNull();
  });

  it("takes a status, as it was on the day", async () => {
    const on = async (words: string) => projectList.parse((await get(`/api/projects?${words}`)).body).total;
    expect(await on("status=operating")).toBe(1);
    expect(await on("status=operating&asOf=2024-01-01")).toBe(0);
    expect(await on("status=withdrawn&asOf=2024-01-01")).toBe(3);
    expect(await on("asOf=2021-05-03")).toBe(0);
  });

  it("answers nothing after an id that is none", async () => {
    expect(projectList.parse((await get("/api/projects?after=mau-30")).body).items).toEqual([]);
  });
});

describe("GET /api/projects/{id}", () => {
  it("shows a project by its key with each attribute's paper and the stretches of its life", async () => {
    const page = projectPage.parse((await get("/api/projects/mau-20")).body);
    expect(page).toMatchObject({
      name: "Dự án Mẫu 20",
      statusLabel: "Đang hoạt động",
      registeredCapital: 20e9,
    });
    expect(page.attributes.find((a) => a.attribute === "registeredCapital")?.text).toBe("20 tỷ đồng");
    expect(page.periods.map((p) => [p.from, p.to])).toEqual([
      ["2021-05-04", "2024-01-01"],
      ["2024-01-01", null],
    ]);
    expect(projectPage.parse((await get(`/api/projects/${page.id}`)).body).id).toBe(page.id);
  });

  it("refuses one that is not known, or of which nothing held on the day", async () => {
    expect(await get("/api/projects/khong-co")).toMatchObject({
      status: 404,
      body: { code: "project.unknown" },
    });
    expect((await get("/api/projects/mau-20?asOf=2020-01-01")).status).toBe(404);
  });
});
