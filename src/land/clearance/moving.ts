/**
 * The limits of a round that a change of the calendar, or of the days that the province sets, has moved: from, to and why.
 * The register alone tells them, the same at every question: what was known of the round before the commit, counted by
 * what held before it and by what holds since. Pure.
 */
import { addDays, type PlainDate, vietnamDay } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { calendarAfter, findAdoptedYear } from "../../law/calendar/adopted.ts";
import { differencesOf } from "../../law/calendar/differing.ts";
import type { Calendar } from "../../law/calendar/vocabulary.ts";
import type { Adopted } from "../../register/public.ts";
import { findSettingKey, SETTING_UNITS, SETTINGS, settingsAfter } from "../../settings/public.ts";
import { type DaysSet, daysSetBy, stepsOf } from "./rules.ts";
import type { ClearanceAttributes, Step } from "./vocabulary.ts";

/** By what the limits of rounds are counted. */
type Under = { readonly calendar: Calendar; readonly own: DaysSet };

/** A commit with which that became another; `why` a limit went from one day to another. */
export type Shift = {
  readonly commit: number;
  readonly day: PlainDate;
  readonly before: Under;
  readonly after: Under;
  readonly why: (from: PlainDate, to: PlainDate) => Sentence;
};

/** A limit that was one day and became another. */
export type RoundMove = {
  readonly step: Step;
  readonly bound: "notBefore" | "dueBy" | "lapses";
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly commit: number;
  readonly day: PlainDate;
  readonly why: Sentence;
};

const BOUNDS = ["notBefore", "dueBy", "lapses"] as const;

/** Every such commit among the adoptions of years and settings, in order. */
export function shiftsOf(adopted: readonly Adopted[]): readonly Shift[] {
  const ordered = [...adopted].sort((a, b) => a.commit - b.commit);
  const commits = [...new Set(ordered.filter(isMoving).map((a) => a.commit))];
  const underAt = (commit: number): Under => {
    const until = ordered.filter((a) => a.commit <= commit);
    return {
      calendar: calendarAfter(until.filter((a) => findAdoptedYear(a) !== null)),
      own: daysSetBy(settingsAfter(until)),
    };
  };
  return commits.flatMap((commit) => {
    const own = ordered.filter((a) => a.commit === commit && isMoving(a));
    const [before, after] = [underAt(commit - 1), underAt(commit)];
    const [first] = own;
    if (first === undefined) return [];
    const why = (from: PlainDate, to: PlainDate) => {
      // Of a notice the day after the last on which it holds is told, so one day earlier counts as well.
      const between = from <= to ? { from: addDays(from, -1), to } : { from: addDays(to, -1), to: from };
      const said = own.map((a) => whyOf(a, before, between));
      return { vi: said.map((s) => s.vi).join("; "), en: said.map((s) => s.en).join("; ") };
    };
    return [{ commit, day: vietnamDay(Date.parse(first.at)), before, after, why }];
  });
}

function isMoving(adopted: Adopted): boolean {
  const key = findSettingKey(adopted.what);
  return (
    findAdoptedYear(adopted) !== null || key === "clearanceInventoryDays" || key === "clearanceOriginDays"
  );
}

/** What became another: of a year the days that lie between the two dates, where there are such. */
function whyOf(
  adopted: Adopted,
  { calendar }: Under,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): Sentence {
  const year = findAdoptedYear(adopted)?.year;
  if (year === undefined) return settingSaid(adopted);
  const was = calendar.year(year.year);
  const between = was === null ? [] : differencesOf(was, year).filter(({ on }) => from <= on && on <= to);
  const days = (lang: "vi" | "en") => {
    const texts = between.map(({ text }) => text[lang]);
    return texts.length === 0 ? "" : `: ${texts.join(", ")}`;
  };
  return {
    vi: `Lịch làm việc năm ${year.year} đổi${days("vi")}`,
    en: `The working calendar of ${year.year} changed${days("en")}`,
  };
}

function settingSaid({ what, version }: Adopted): Sentence {
  const key = findSettingKey(what);
  if (key === null) return { vi: what, en: what };
  const { title, unit } = SETTINGS[key];
  const of = SETTING_UNITS[unit];
  return {
    vi: `Thiết lập: ${title.vi}: ${version}${of.vi}`,
    en: `Setting: ${title.en}: ${version}${of.en}`,
  };
}

/** What a shift moved in a round that was known before it; of what is done nothing is due. */
export function movesBy(shift: Shift, round: ClearanceAttributes): readonly RoundMove[] {
  const { before, after, day, commit, why } = shift;
  const now = new Map(stepsOf({ round, asOf: day, ...after }).map((v) => [v.step, v]));
  return stepsOf({ round, asOf: day, ...before }).flatMap((was) =>
    BOUNDS.flatMap((bound) => {
      const [from, to] = [was[bound]?.day, now.get(was.step)?.[bound]?.day];
      const isOver = was.done !== null && bound !== "lapses";
      if (isOver || from === undefined || to === undefined || from === to) return [];
      return [{ step: was.step, bound, from, to, commit, day, why: why(from, to) }];
    }),
  );
}
