/** Going through a page by keyboard: where the focus stands, whether it can be seen there, and on to what is sought. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { z } from "zod";

const stop = z.object({
  /** As a screen reader would begin to say it. */
  name: z.string(),
  role: z.string(),
  /** Place of the element in the order of the document. */
  at: z.number(),
  /** Whether a line around it, or around what stands for it, shows the focus. */
  seen: z.boolean(),
  /** Whether something else lies over it. */
  covered: z.boolean(),
});
export type Stop = z.infer<typeof stop>;

const FOCUS = `(async () => {
  await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  const e = document.activeElement;
  if (e === null || e === document.body) return null;
  const lined = (x) => x !== null && getComputedStyle(x).outlineStyle !== "none" && parseFloat(getComputedStyle(x).outlineWidth) > 0;
  const labels = [...(e.labels ?? [])].map((l) => l.textContent).join(" ");
  const described = (e.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  const text = e.tagName === "SELECT" ? "" : e.textContent;
  const name = [e.getAttribute("aria-label"), labels, described, text, e.getAttribute("placeholder")].find((t) => (t ?? "").trim() !== "") ?? "";
  const box = e.getClientRects()[0] ?? e.getBoundingClientRect();
  // The words of a mark go when the focus goes on; until they are gone they may lie over what is next.
  const under = document.elementsFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));
  const top = under.find((x) => x.closest(".mark-tip") === null) ?? null;
  const small = box.width < 4 || box.height < 4;
  return {
    name: name.replace(/\\s+/g, " ").trim(),
    role: e.getAttribute("role") ?? e.tagName.toLowerCase(),
    at: [...document.body.querySelectorAll("*")].indexOf(e),
    seen: lined(e) || lined(e.nextElementSibling) || lined(e.parentElement),
    covered: !small && !(top !== null && (e.contains(top) || top.contains(e))),
  };
})()`;

/** Where the focus stands; null: nowhere in particular. */
export async function focusOf(page: Page): Promise<Stop | null> {
  return stop.nullable().parse(await page.evaluate(FOCUS));
}

const MOST = 300;

/** Presses Tab until the focus stands on what is called so; every stop on the way can be seen. */
export async function tabTo(page: Page, name: RegExp, key: "Tab" | "Shift+Tab" = "Tab"): Promise<Stop> {
  const passed: string[] = [];
  for (let n = 0; n < MOST; n += 1) {
    await page.keyboard.press(key);
    const at = await focusOf(page);
    if (at === null) continue;
    expect(at.seen, `the focus cannot be seen on ${at.name}`).toBe(true);
    if (name.test(at.name)) return at;
    passed.push(at.name.slice(0, 30));
  }
  throw new Error(`Tab does not reach ${name}; it passed ${[...new Set(passed)].join(" | ")}`);
}

/** All stops of a page from its beginning, until the focus leaves it or so many were seen. */
export async function stopsOf(page: Page, most: number): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < most) {
    await page.keyboard.press("Tab");
    const at = await focusOf(page);
    if (at === null || at.at === stops[0]?.at) return stops;
    stops.push(at);
  }
  return stops;
}

/** What is wrong with the stops of a page, in words. */
export function stopProblems(stops: readonly Stop[]): readonly string[] {
  return stops.flatMap((at, i) => {
    const called = `${at.role} "${at.name.slice(0, 40)}"`;
    const before = stops[i - 1];
    return [
      ...(at.name === "" ? [`${called} has no name`] : []),
      ...(at.seen ? [] : [`the focus cannot be seen on ${called}`]),
      ...(at.covered ? [`something lies over ${called}`] : []),
      ...(before !== undefined && before.at >= at.at ? [`${called} comes after "${before.name}"`] : []),
    ];
  });
}
