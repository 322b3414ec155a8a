/**
 * The establishment of an invented cluster from the first letter to the decision: until it is signed nothing of who
 * applies is found by anybody outside, and of who lost nothing ever.
 */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "./bacKan.ts";
import {
  type CasePeople,
  keepAs,
  openMau,
  pageAs,
  peopleOfCases,
  postAs,
  tellAs,
  whereFound,
} from "./caseActs.ts";

const WINNER = "Công ty Mẫu Hoa Sim Tím";
const LOSER = "Công ty Mẫu Hoa Ban Trắng";
const NOTE = "ghi riêng: hồ sơ nộp sau đầy đủ hơn";
const DECIDED = "2026-11-10";

let khu: Running;
let people: CasePeople;
beforeAll(async () => {
  khu = await startBacKan();
  people = await peopleOfCases(khu);
}, 240_000);
afterAll(() => khu?.stop());

/** Everything about the case, the cluster and the names that somebody might ask for. */
async function askedFor(id: string): Promise<readonly string[]> {
  const names = [WINNER, LOSER, "Hoa Sim", "hoa ban", "Cụm Mẫu Bản Thử"].map(encodeURIComponent);
  const admin = await khu.signIn();
  const { items } = z
    .object({ items: z.array(z.looseObject({ no: z.number() })) })
    .parse((await khu.get("/api/commits?limit=40", admin)).body);
  return [
    ...["/api/cases", `/api/cases/${id}`, `/api/cases/${id}/dossier`, "/api/cases?state=ended"],
    ...[
      "/api/cases?procedure=clusterEstablishment",
      "/api/zones?asOf=2026-11-20",
      "/api/zones.xlsx?asOf=2026-11-20",
    ],
    ...[
      "/api/organisations?limit=200",
      "/api/documents?limit=200",
      "/api/commits?limit=100",
      "/api/commits.xlsx",
    ],
    ...[`/api/commits?subject=${id}`, `/api/commits.xlsx?subject=${id}`],
    ...items.map(({ no }) => `/api/commits/${no}`),
    ...names.flatMap((name) => [
      `/api/search?query=${name}&asOf=2026-11-20`,
      `/api/organisations?query=${name}`,
      `/api/recording/organisations?query=${name}`,
      `/api/documents?find=${name}`,
    ]),
  ];
}

async function foundOutside(id: string, words: readonly string[]): Promise<readonly string[]> {
  const more = await askedFor(id);
  const askers = [{ host: "127.0.0.1" }, ...people.others.map((p) => p.signedIn), await khu.signIn()];
  const found: string[] = [];
  for (const as of askers) found.push(...(await whereFound(khu, { as, words, more })));
  return found;
}

describe("the establishment of a cluster", { timeout: 300_000 }, () => {
  test("keeps who applies from everybody outside until the decision, and who lost for good", async () => {
    const { handler, chair, member } = people;
    const as = handler.signedIn;
    const { id, place, number, secret } = await openMau(khu, { ...people, on: "2026-10-01" });
    const tell = (on: string, event: object, note?: string) =>
      tellAs(khu, as, { id, on, event, ...(note === undefined ? {} : { note }) });
    const step = (on: string, name: string) => tell(on, { kind: "stepDone", step: name });
    await step("2026-10-02", "notice");
    const keep = (on: string, item: object, by = as) => keepAs(khu, by, { id, on, item });
    const first = await keep("2026-10-05", { kind: "applicant", name: WINNER, code: "4700000001" });
    const second = await keep("2026-10-08", { kind: "applicant", name: LOSER });
    await step("2026-10-12", "window");
    await step("2026-10-15", "submission");
    await tell("2026-10-16", { kind: "completed" }, `${NOTE} (${LOSER})`);
    await postAs(khu, as, `/api/cases/${id}/handling`, {
      ...{ on: "2026-10-20", expected: (await pageAs(khu, as, id)).expected, requestKey: uuidv7() },
      ...{ note: `${NOTE}: Hội đồng xem ${WINNER}` },
      council: [
        { account: chair.id, role: "chair" },
        { account: member.id, role: "member" },
      ],
    });
    await step("2026-10-20", "council");
    await step("2026-10-22", "criteria");
    for (const by of [chair, member]) {
      const scores = (of: readonly number[]) =>
        Object.fromEntries(
          ["infrastructure", "environment", "capacity", "finance"].map((key, i) => [key, of[i] ?? 0]),
        );
      const sheet = { kind: "scoreSheet" };
      await keep("2026-10-27", { ...sheet, applicant: first, scores: scores([12, 13, 25, 31]) }, by.signedIn);
      await keep("2026-10-27", { ...sheet, applicant: second, scores: scores([9, 10, 14, 11]) }, by.signedIn);
    }
    await step("2026-10-28", "scoring");
    await keep("2026-11-03", { kind: "draft", title: "Dự thảo quyết định", text: `Giao ${WINNER}` });
    await step("2026-11-05", "appraisal");

    const sealed = [WINNER, LOSER, NOTE, "Hoa Sim Tím", "Hoa Ban Trắng"];
    expect(await foundOutside(id, sealed)).toEqual([]);
    // The unit and the council do find them: the walk would see them if they were there.
    for (const insider of [handler, chair, member]) {
      const more = [`/api/cases/${id}/dossier`];
      expect(await whereFound(khu, { as: insider.signedIn, words: [WINNER, LOSER], more })).toHaveLength(2);
    }
    // Whoever holds the receipt is told the step alone.
    const lookedUp = await postAs(khu, as, "/api/cases/look-up", { number, secret });
    expect(lookedUp).toMatchObject({ number, step: "Quyết định", state: "Đang giải quyết" });
    expect(JSON.stringify(lookedUp)).not.toMatch(/Hoa (Sim|Ban)/u);

    await postAs(khu, as, `/api/cases/${id}/decision`, {
      ...{ outcome: "decided", changes: true, on: DECIDED, note: `${NOTE} ${LOSER}` },
      ...{ expected: (await pageAs(khu, as, id)).expected, requestKey: uuidv7() },
      telling: {
        about: "zone",
        paper: {
          kind: "new",
          draft: {
            ...{ kind: "decision", number: "9401/QĐ-UBND", signedOn: DECIDED, issuer: "UBND tỉnh Mẫu" },
            title: "Thành lập Cụm Mẫu Bản Thử",
          },
        },
        ...{ subject: null, from: { kind: "on", date: DECIDED }, expected: 0 },
        set: {
          name: "Cụm Mẫu Bản Thử",
          kind: "cluster",
          places: [place],
          legal: "established",
          area: 450_000,
        },
        organisation: { name: WINNER },
      },
    });

    const listed = z.object({ items: z.array(z.looseObject({ id: z.string(), name: z.unknown() })) });
    const zonesOn = async (day: string) =>
      JSON.stringify(listed.parse((await khu.get(`/api/zones?asOf=${day}&place=06`)).body));
    expect(await zonesOn("2026-11-09")).not.toContain("Cụm Mẫu Bản Thử");
    expect(await zonesOn(DECIDED)).toContain("Cụm Mẫu Bản Thử");
    const page = await pageAs(khu, as, id);
    expect(page).toMatchObject({ state: "decided", zone: { label: "Cụm Mẫu Bản Thử" } });
    const { zone } = z.looseObject({ zone: z.object({ id: z.string() }) }).parse(page);
    const made = JSON.stringify((await khu.get(`/api/zones/${zone.id}?asOf=${DECIDED}`)).body);
    expect(made).toContain("9401/QĐ-UBND");
    expect(made).toContain(WINNER);
    expect(await foundOutside(id, [LOSER, NOTE, "Hoa Ban Trắng"])).toEqual([]);
  });
});
