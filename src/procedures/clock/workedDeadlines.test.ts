/**
 * The worked deadlines come out as they were found by hand, and each is told in both languages. The tellings stand in
 * `workedDeadlines.vi.txt` and `.en.txt`, for whoever wants to read them.
 */
import { describe, expect, test } from "vitest";
import { usualCalendar } from "../../law/calendar/counting.ts";
import { articleOn, listStatutes } from "../../law/statutes/rules.ts";
import { STATUTES } from "../../law/statutes/statutes.ts";
import { deadlineOf } from "./clock.ts";
import { type Language, lineSaid } from "./saying.ts";
import type { WorkedDeadline } from "./worked.ts";
import { WORKED_DEADLINES } from "./workedDeadlines.ts";

const calendar = usualCalendar();

const deadline = ({ limit, events, readBefore = "lastWorkingDayBefore" }: WorkedDeadline) =>
  deadlineOf(limit, events, calendar, { readBefore });

function told(worked: WorkedDeadline, language: Language): string {
  const lines = deadline(worked)
    .explain()
    .map((line) => `  ${lineSaid(line, language)}`);
  return [worked.title[language], ...lines, ""].join("\n");
}

describe("worked deadlines", () => {
  test("are many, each with a title of its own and an article", () => {
    expect(WORKED_DEADLINES.length).toBeGreaterThanOrEqual(60);
    expect(new Set(WORKED_DEADLINES.map(({ title }) => title.vi)).size).toBe(WORKED_DEADLINES.length);
    expect(WORKED_DEADLINES.every(({ limit }) => limit.article !== null && limit.mark !== null)).toBe(true);
  });

  test("rest on articles that were in force then, marked no better than their text", () => {
    for (const { title, limit, events, dueOn } of WORKED_DEADLINES) {
      const article = limit.article ?? "";
      const statute = listStatutes().find((key) => article.includes(` ${STATUTES[key].number}`));
      if (statute === undefined) continue;
      const clause = article.split(/, (?:Đ\.)?/)[1] ?? null;
      const starts = events.filter(({ kind }) => kind === "start" || kind === "restarted");
      const isFixed = limit.before !== null || limit.direction === "back";
      const on = isFixed ? dueOn : starts.at(-1)?.on;
      expect([title.vi, on === undefined || articleOn({ statute, article: clause }, on).citable]).toEqual([
        ...[title.vi, true],
      ]);
      expect([title.vi, limit.mark === "L" && STATUTES[statute].mark === "Locr"]).toEqual([title.vi, false]);
    }
  });

  test.each(WORKED_DEADLINES.map((worked) => [worked.title.vi, worked] as const))("%s", (_title, worked) => {
    const found = deadline(worked);
    const { dueOn = null, notBefore = null, earliest = dueOn ?? notBefore } = worked;
    expect([found.dueOn, found.notBefore, found.earliest]).toEqual([dueOn, notBefore, earliest]);
  });

  test.each(["vi", "en"] as const)("are told line by line (%s)", async (language) => {
    const text = WORKED_DEADLINES.map((worked) => told(worked, language)).join("\n");
    expect(text).not.toMatch(/undefined|NaN|null/);
    await expect(text).toMatchFileSnapshot(`workedDeadlines.${language}.txt`);
  });
});
