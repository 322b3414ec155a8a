/** The day that is set for the closing of bids: limits count back from it, on the case's page, and what is refused of it. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "./bacKan.ts";
import { onDay, openAs, startBrowser } from "./browser.ts";
import { type CasePeople, pageAs, peopleOfCases, postAs, tellAs } from "./caseActs.ts";
import { PASSWORD_OF_ALL } from "./people.ts";
import { expectUsable } from "./recordingScreens.ts";

let khu: Running;
let people: CasePeople;
beforeAll(async () => {
  khu = await startBacKan();
  people = await peopleOfCases(khu);
}, 240_000);
afterAll(() => khu?.stop());

const opened = z.object({ id: z.string(), number: z.string() });
const withDeadlines = z.looseObject({
  deadlines: z.array(z.looseObject({ step: z.string().nullable(), dueOn: z.string().nullable() })),
  due: z.unknown(),
});

async function tender() {
  const as = people.handler.signedIn;
  const place = z
    .looseObject({ id: z.string() })
    .parse((await khu.get("/api/places/063?asOf=2024-01-01")).body).id;
  const payload = {
    ...{ procedure: "contractorSelection", places: [place], topic: "Gói thầu Mẫu san nền" },
    ...{ unit: people.unit, on: "2026-10-19", requestKey: uuidv7() },
  };
  const made = opened.parse(await postAs(khu, as, "/api/cases", payload));
  const tell = (on: string, event: object) => tellAs(khu, as, { id: made.id, on, event });
  for (const step of ["plan", "planPublished", "documents", "invitation"])
    await tell("2026-10-20", { kind: "stepDone", step });
  return { ...made, tell };
}

async function refusalOf(id: string, event: object): Promise<string> {
  const headers = people.handler.signedIn;
  const { expected } = await pageAs(khu, headers, id);
  const payload = { event, on: "2026-10-22", expected, requestKey: uuidv7() };
  const answer = await khu.app.inject({ method: "POST", url: `/api/cases/${id}/events`, headers, payload });
  return z.looseObject({ code: z.string() }).parse(answer.json()).code;
}

test("counts limits back from the day that was set, and from none that could not be", async () => {
  const { id, tell } = await tender();
  const amendments = async () =>
    withDeadlines
      .parse((await khu.get(`/api/cases/${id}`, people.handler.signedIn)).body)
      .deadlines.filter(({ step }) => step === "amendment")
      .map(({ dueOn }) => dueOn);
  expect(await amendments()).toEqual([]);
  const set = { kind: "daySet", step: "closing" };
  expect(await refusalOf(id, set)).toBe("case.daySet");
  expect(await refusalOf(id, { ...set, day: "2026-10-21" })).toBe("case.daySet");
  expect(await refusalOf(id, { ...set, step: "award", day: "2026-11-20" })).toBe("case.notDated");
  expect(await refusalOf(id, { ...set, step: "interestClosing", day: "2026-11-20" })).toBe("case.notDated");
  await tell("2026-10-22", { ...set, day: "2026-11-20" });
  expect(await amendments()).toEqual(["2026-11-10", "2026-11-17"]);
  await tell("2026-10-23", { ...set, day: "2026-11-27" });
  expect(await amendments()).toEqual(["2026-11-17", "2026-11-23"]);
});

test("says on the page why there is no date, and tells the day in the form", {
  timeout: 120_000,
}, async () => {
  const { number } = await tender();
  const base = await khu.app.listen({ host: "127.0.0.1", port: 0 });
  const browser = await startBrowser();
  try {
    const signIn = { login: "thuly", password: PASSWORD_OF_ALL };
    const { page } = await openAs({ browser, base }, signIn, `/cases/${number}`);
    await page.getByText(/chưa có ngày ấn định.*Đóng thầu/u).waitFor();
    const acts = page.locator("form", {
      has: page.getByRole("button", { name: "Ghi vào hồ sơ", exact: true }),
    });
    await acts.locator("select").first().selectOption({ label: "Ấn định ngày của bước" });
    await acts.getByLabel("Ngày ấn định").fill("2026-12-18");
    await onDay(acts, "2026-10-22");
    await acts.getByRole("button", { name: "Ghi vào hồ sơ", exact: true }).click();
    await page.locator(".case-events").getByText("Ấn định ngày của bước: Đóng thầu: 18/12/2026").waitFor();
    await page.locator(".case-steps").getByText("ấn định 18/12/2026").waitFor();
    await page.getByText("Ngày này tính thế nào: Sửa đổi hồ sơ mời thầu").first().click();
    await page.getByText("Đóng thầu (ngày đã ấn định)").first().waitFor();
    expect(await page.getByText(/chưa có ngày ấn định/u).count()).toBe(0);
    await expectUsable(page, "day-set");
    await page.setViewportSize({ width: 360, height: 800 });
    await expectUsable(page, "day-set");
  } finally {
    await browser.close();
  }
});
