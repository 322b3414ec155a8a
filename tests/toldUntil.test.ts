/** What papers told of a state until 11/2023 is nowhere told as the state of a later day: over HTTP and on every screen. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { firstDay, lastDay, laterOf, type PartialDate, partialDate } from "../src/kernel/dates.ts";
import { progress } from "../src/procedures/foresight/pageWords.ts";
import { type LaterWord, type ZonePage, zonePage } from "../src/zones/pageVocabulary.ts";
import { COURSE_NAMES } from "../src/zones/vocabulary.ts";
import { type Running, startBacKan } from "./bacKan.ts";
import { openPage, startBrowser } from "./browser.ts";

const THEN = "place=06&asOf=2023-11-30";
const TODAY = "place=06&asOf=2026-11-27";
const BEFORE = "place=06&asOf=2020-01-01";

let khu: Running;
let browser: Browser;
let base: string;
beforeAll(async () => {
  khu = await startBacKan();
  base = await khu.app.listen({ host: "127.0.0.1", port: 0 });
  browser = await startBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await khu?.stop();
});

const courseName = z.enum(COURSE_NAMES);
const list = z.object({ items: z.array(z.object({ id: z.string(), key: z.string().nullable() })) });
const zonesOn = async (query: string) =>
  list.parse((await khu.get(`/api/zones?${query}&phases=true`)).body).items;
const pageOf = async (key: string, query: string) => {
  const zone = (await zonesOn(TODAY)).find((z) => z.key === key);
  return zonePage.parse((await khu.get(`/api/zones/${zone?.id}?${query}`)).body);
};

const shown = z.looseObject({ stageLabel: z.string() });
const aged = z.looseObject({
  key: z.string().nullable(),
  stage: z.string(),
  stale: z.boolean(),
  stageAsOf: z.string().nullable(),
});
const courses = z.looseObject({
  courses: z.record(z.string(), z.string().nullable()),
  coursesAsOf: z.record(z.string(), z.object({ evidenceAsOf: z.string(), stale: z.boolean() })),
});

/** Every object of an answer, however deep. */
function* objectsIn(answer: unknown): Generator<object> {
  if (typeof answer !== "object" || answer === null) return;
  yield answer;
  for (const part of Object.values(answer)) yield* objectsIn(part);
}

/** Zones that an answer shows in some stage, each with the date of its newest paper on that. */
const stagesIn = (answer: unknown) =>
  [...objectsIn(answer)].flatMap((object) => (shown.safeParse(object).success ? [aged.parse(object)] : []));

const ANSWERS = [
  "/api/zones?phases=true&",
  "/api/zones/thanh-binh?",
  "/api/zones/cam-giang?",
  "/api/zones/quang-chu?",
  "/api/zones/huyen-tung?",
  "/api/zones/cam-giang/neighbours?",
  "/api/map?",
  "/ogc/collections/zones/items?datetime=2026-11-27&",
] as const;

describe("an answer over HTTP", () => {
  test.each(ANSWERS)("%s tells until when papers tell each state, today that they are old", async (path) => {
    const query = path.includes("datetime") ? "place=06" : TODAY;
    const { status, body } = await khu.get(`${path}${query}`);
    expect(status).toBe(200);
    const stages = stagesIn(body);
    expect(stages.length).toBeGreaterThan(0);
    for (const { key, stale, stageAsOf } of stages) {
      expect([key, stale, (stageAsOf ?? "9") <= "2023-11"]).toEqual([key, true, true]);
    }
    for (const object of objectsIn(body)) {
      const told = courses.safeParse(object);
      if (!told.success) continue;
      const known = Object.entries(told.data.courses).filter(([, state]) => state !== null);
      expect(Object.keys(told.data.coursesAsOf)).toEqual(known.map(([course]) => course));
      expect(Object.values(told.data.coursesAsOf).every((c) => c.stale)).toBe(true);
    }
  });

  test("of 30 November 2023 calls none of the article's states old", async () => {
    const stages = stagesIn((await khu.get(`/api/zones?${THEN}`)).body);
    expect(stages.filter((s) => s.stale).map((s) => s.key)).toEqual(["chu-huong"]);
    expect(stages.filter((s) => s.stage === "clearing").map((s) => s.stageAsOf)).toEqual(
      Array(5).fill("2023-11"),
    );
  });

  test("of 1 January 2020 knows the policy of 2016 alone", async () => {
    expect(await zonesOn(BEFORE)).toEqual([]);
    const page = await pageOf("thanh-binh/II", BEFORE);
    expect(page).toMatchObject({ stage: "policyApproved", stageAsOf: "2016-06-14", stale: true });
    expect([page.laterWords, page.lawNotes]).toEqual([[], []]);
  });

  test("a paper on places, or on a tenant, makes no state newer", async () => {
    const page = await pageOf("quang-chu", TODAY);
    expect(page).toMatchObject({ evidenceAsOf: "2025-10-14", stageAsOf: "2023-11", stale: true });
  });
});

describe("Thanh Bình", () => {
  test("phase I: choosing a contractor and to be finished in 2024, by papers until 11/2023; that date has passed", async () => {
    const page = await pageOf("thanh-binh/I", TODAY);
    expect(page.coursesAsOf.works).toEqual({ evidenceAsOf: "2023-11", stale: true });
    expect(page.expectedCompletion).toMatchObject({ date: "2024", evidenceAsOf: "2023-11", stale: true });
  });

  test("phase II: the policy of 2016 holds, and beside it that another was put forward, by papers until 11/2023", async () => {
    const page = await pageOf("thanh-binh/II", TODAY);
    expect(page.stage).toBe("policyApproved");
    expect(page.laterWords).toMatchObject([{ state: "proposed", evidenceAsOf: "2023-11", stale: true }]);
    expect(
      (await pageOf("thanh-binh", TODAY)).phases.find((p) => p.key === "thanh-binh/II")?.laterWords,
    ).toEqual(page.laterWords);
  });

  test("phase II: what the law of 2026 did with a pending file is told from its day on, in both languages", async () => {
    const notes = async (query: string) => (await pageOf("thanh-binh/II", query)).lawNotes.map((n) => n.text);
    expect(await notes(THEN)).toEqual([]);
    expect(await notes(TODAY)).toEqual([expect.stringContaining("Chủ tịch UBND tỉnh; kết quả chưa biết")]);
    expect(await notes(`${TODAY}&lang=en`)).toEqual([expect.stringContaining("the outcome is not known")]);
  });
});

describe("the leader's page of progress", () => {
  const told = (words: readonly LaterWord[]) =>
    words.map((w) => [w.course, w.text, w.document.id, w.evidenceAsOf, w.stale]).sort();

  /** What the newest papers say of the courses on the zone's page. */
  const newestOn = (page: ZonePage) => {
    const later = page.laterWords.map((w) => ({ ...w, attribute: w.course }));
    const held = page.attributes.filter((a) => COURSE_NAMES.some((c) => c === a.attribute));
    const words = [
      ...later,
      ...held.map((a) => ({ ...a, course: courseName.parse(a.attribute), state: "" })),
    ];
    const last = words.reduce<PartialDate | null>((newest, w) => laterOf(newest, w.evidenceAsOf), null);
    const of = words.filter(
      (w) => last === null || lastDay(w.evidenceAsOf ?? partialDate("0001")) >= firstDay(last),
    );
    return told(of.filter((w, i) => of.findIndex((o) => o.course === w.course) === i));
  };

  test.each([TODAY, THEN, BEFORE])(
    "%s tells of every zone the newest that its page tells, with its paper",
    async (query) => {
      const admin = await khu.signIn();
      const { zones } = progress.parse((await khu.get(`/api/foresight?${query}`, admin)).body);
      for (const zone of zones) {
        const page = zonePage.parse((await khu.get(`/api/zones/${zone.id}?${query}`, admin)).body);
        expect([zone.label, told(zone.newest)]).toEqual([zone.label, newestOn(page)]);
      }
      if (query === BEFORE) return;
      const first = zones.find((z) => z.key === "thanh-binh/I")?.newest.map((w) => w.state);
      expect(first).toContain("choosingContractor");
      expect(zones.length).toBeGreaterThanOrEqual(9);
      expect(zones.find((z) => z.key === "thanh-binh/II")?.newest).toMatchObject([
        { course: "legal", state: "proposed", evidenceAsOf: "2023-11", stale: query === TODAY },
      ]);
    },
  );
});

test("no case is open for any of it", async () => {
  const admin = await khu.signIn();
  expect((await khu.get(`/api/cases?${TODAY}`, admin)).body).toMatchObject({ items: [], hidden: 0 });
});

const STATES = {
  vi: "Đang giải phóng mặt bằng|Đang GPMB|Đang lựa chọn nhà thầu|Cơ bản hoàn thành|Đã trình chủ trương|[Đđ]ang làm thủ tục|Đang hoạt động",
  en: "Clearing the site|Under way|Choosing contractor|Basically complete|Proposed|in procedures|Operating",
} as const;
const TOLD = {
  vi: "theo tài liệu đến|Báo Bắc Kạn, 11/2023",
  en: "by papers until|told until|as papers of|Báo Bắc Kạn, (11/|November )2023",
} as const;

/** Words of states on the page that stand in no row, line or paper that says until when they are told. */
const statedAsToday = async (page: Page, lang: "vi" | "en") =>
  z.array(z.string()).parse(
    await page.evaluate(
      ([states, told]) => {
        const [isState, isTold] = [new RegExp(states ?? ""), new RegExp(told ?? "")];
        const walker = document.createTreeWalker(
          document.querySelector("main") ?? document.body,
          NodeFilter.SHOW_TEXT,
        );
        const found: string[] = [];
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const words = node.textContent ?? "";
          const element = node.parentElement;
          if (element === null || !isState.test(words)) continue;
          // What may be chosen, and the key of colours, state nothing; of two papers side by side each names itself.
          if (element.closest("option, select, .map-legend, .stage-bar, .clarify-sides") !== null) continue;
          const box =
            element.closest(".paper, tr, li, dd, .timeline-row, figure") ?? element.closest("p, section");
          const all = box?.closest(".fact-others") ?? box;
          if (!isTold.test(all?.textContent ?? "")) found.push(words.trim());
        }
        return found;
      },
      [STATES[lang], TOLD[lang]],
    ),
  );

const PATHS = [
  "/",
  "/zones",
  "/map",
  "/compare?withDay=2023-11-30",
  "/programme",
  "/clearance",
  "/figures",
  "/figures/clusters.clearing",
  "/places/06",
  "/zones/thanh-binh",
  "/zones/thanh-binh/timeline",
  "/zones/huyen-tung",
  "/zones/huyen-tung/timeline",
  "/zones/cam-giang",
  "/zones/quang-chu",
  "/zones/{I}",
  "/zones/{I}/timeline",
  "/zones/{II}",
  "/zones/{II}/timeline",
];

describe("a screen of today", { timeout: 120_000 }, () => {
  test.each(["vi", "en"] as const)("in %s states nothing of 11/2023 as of today", async (lang) => {
    const zones = await zonesOn(TODAY);
    const idOf = (key: string) => zones.find((z) => z.key === key)?.id ?? "";
    for (const path of PATHS) {
      const at = path.replace("{I}", idOf("thanh-binh/I")).replace("{II}", idOf("thanh-binh/II"));
      const query = `${TODAY}&lang=${lang}`;
      const { page } = await openPage(
        { browser, base },
        `${at}${at.includes("?") ? "&" : "?"}${query}`,
        1280,
      );
      await page.waitForLoadState("networkidle");
      if (path === "/") {
        // Its lower half comes when it is looked at.
        await page.evaluate("for (const e of document.querySelectorAll('section')) e.scrollIntoView()");
        await page.waitForLoadState("networkidle");
      }
      expect([path, await statedAsToday(page, lang)]).toEqual([path, []]);
      await page.close();
    }
  });

  test("would be found out: without its age a state is named", async () => {
    const { page } = await openPage({ browser, base }, `/zones/cam-giang?${TODAY}`, 1280);
    await page.locator(".told-until").first().waitFor();
    await page.evaluate("for (const e of document.querySelectorAll('.told-until')) e.remove()");
    expect(await statedAsToday(page, "vi")).toContain("Đang giải phóng mặt bằng, chuẩn bị thi công");
    await page.close();
  });
});
