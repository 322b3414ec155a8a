/**
 * Every screen can be used by everybody: axe finds nothing against WCAG 2.2 AA, in both languages and themes, on a wide
 * window, at 200 % zoom and on a phone; nothing scrolls sideways, nothing is left in the other language, nothing fails.
 *
 * With `KHU_SCREENSHOTS` set, each screen is also kept there as a picture, in both languages, wide and on a phone.
 */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "./bacKan.ts";
import { startBrowser } from "./browser.ts";
import { openMau, peopleOfCases } from "./caseActs.ts";
import { tellCluster, tellLease, tellPlots, tellProject, tellRound, tellTask } from "./invented.ts";
import { addressOf, routesWithoutScreen, SCREENS, type Screen, type Subjects } from "./screenList.ts";
import { foreignTexts, wordsOfScreens } from "./spoken.ts";
import { SIZES, type Size, type Walk, walk } from "./walking.ts";

let khu: Running;
let browser: Browser;
let base: string;
let subjects: Subjects;
let walks: Readonly<Record<Screen["as"], Walk>>;
const words = wordsOfScreens();
const pictures = process.env.KHU_SCREENSHOTS;

beforeAll(async () => {
  khu = await startBacKan();
  base = await khu.app.listen({ host: "127.0.0.1", port: 0 });
  browser = await startBrowser();
  const signedIn = await khu.signIn();
  // The port is in the name of the cookie.
  const name = `khu-${new URL(base).port}`;
  const value = signedIn.cookie.split("=")[1] ?? "";
  const contexts = [await browser.newContext(), await browser.newContext()] as const;
  await contexts[1].addCookies([{ name, value, url: base }]);
  walks = { anybody: await walk(contexts[0], base), administrator: await walk(contexts[1], base) };
  subjects = await subjectsOf();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await khu?.stop();
});

const withId = z.object({ id: z.string() });

/** What the addresses name; a proposal is made, so that there is one to be seen. */
async function subjectsOf(): Promise<Subjects> {
  const headers = await khu.signIn();
  const proposed = await tellCluster(khu, { headers, url: "/api/proposals", name: "CCN Mẫu" });
  const listed = z.object({ items: z.array(withId) });
  const { items: organisations } = listed.parse((await khu.get("/api/organisations")).body);
  const { items } = listed.parse((await khu.get("/api/accounts", headers)).body);
  return {
    ...{ view: "place=06&asOf=2023-11-30", otherDay: "2020-10-31", otherPlace: "19", place: "06" },
    ...{ zone: "cam-giang", document: "press-2023-11", words: "cho don" },
    account: items[0]?.id ?? "",
    organisation: organisations[0]?.id ?? "",
    proposal: withId.parse(proposed).id,
    case: (await openMau(khu, { ...(await peopleOfCases(khu)), on: "2026-10-01" })).id,
    plot: await tellPlots(khu, { headers, zone: "cam-giang" }),
    round: await tellRound(khu, headers),
    lease: await tellLease(khu),
    project: await tellProject(khu, headers, { name: "Dự án Mẫu Măng", number: "9301/QĐ-UBND" }),
    task: await tellTask(khu, headers),
  };
}

/** Goes over one screen in one language: everything in the light, the colours in the dark, at each size. */
async function faultsIn(screen: Screen, lang: "vi" | "en"): Promise<readonly string[]> {
  const { page, faults, resize, said, takeErrors } = walks[screen.as];
  const found: string[] = [];
  const sizes: readonly Size[] = ["wide", "zoomed", "phone"];
  for (const size of sizes) {
    await resize(size);
    const at = (fault: string) => `${lang}, ${size}: ${fault}`;
    const wide = Number(await page.evaluate("document.scrollingElement.scrollWidth"));
    if (wide > SIZES[size]) found.push(at(`scrolls sideways, ${wide} pixels`));
    if (size !== "zoomed" || lang === "vi") {
      const all = await faults("everything");
      // A checker that looked at nothing finds nothing.
      if (all.rules < 15) found.push(at(`only ${all.rules} rules had something to look at`));
      found.push(...all.found.map(at));
    }
    if (size === "zoomed") continue;
    await keepPicture(`${screen.name}-${lang}-${SIZES[size]}`, page);
    const foreign = screen.quotes === true ? [] : await foreignTexts(page, { lang, said, words });
    found.push(...foreign.map((text) => at(`in the other language: ${text}`)));
    await page.emulateMedia({ colorScheme: "dark" });
    found.push(...(await faults("colours")).found.map((fault) => at(`dark: ${fault}`)));
    await page.emulateMedia({ colorScheme: "light" });
  }
  return [...new Set([...found, ...takeErrors().map((error) => `${lang}: ${error}`)])];
}

async function keepPicture(name: string, page: Walk["page"]): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

describe("every screen", { timeout: 120_000 }, () => {
  test("stands in the list, so that it is looked at", () => {
    expect(routesWithoutScreen(SCREENS)).toEqual([]);
    expect(routesWithoutScreen(SCREENS.filter(({ route }) => route !== "/zones"))).toEqual(["/zones"]);
  });

  test.each(SCREENS.map((screen) => [screen.name, screen] as const))("%s", async (_, screen) => {
    const { page, open, settle } = walks[screen.as];
    const address = addressOf(screen, subjects);
    // Both languages are asked once before either is looked at: what is alike in both comes from the records.
    await open(`${address}&lang=en`);
    await open(address);
    await page.getByText(screen.shows).first().waitFor({ timeout: 3_000 });
    const vietnamese = await faultsIn(screen, "vi");
    await page.locator("button[lang=en]:visible").first().click();
    await page.locator("html[lang=en]").waitFor();
    await settle();
    // As one text: a list would be shortened where the run reports it.
    expect([...vietnamese, ...(await faultsIn(screen, "en"))].join("\n")).toBe("");
  });
});
