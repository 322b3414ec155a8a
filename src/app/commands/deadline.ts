/** `khu deadline`: the last day of a statutory time, by the calendar of the register where there is one, else the built-in one. */
import { existsSync } from "node:fs";
import { z } from "zod";
import { isPlainDate, type PlainDate } from "../../kernel/dates.ts";
import type { Problem } from "../../kernel/problems.ts";
import { usualCalendar } from "../../law/calendar/counting.ts";
import type { Calendar } from "../../law/calendar/vocabulary.ts";
import { calendarAt } from "../../procedures/calendar/calendars.ts";
import { deadlineOf, startedOn } from "../../procedures/clock/clock.ts";
import { lineSaid } from "../../procedures/clock/saying.ts";
import { limitOf, UNITS } from "../../procedures/clock/vocabulary.ts";
import { findKnown } from "../../register/public.ts";
import { type CommonWords, commonWords, dataFolderOf, tellProblems, withRegister } from "./opening.ts";

const words = commonWords.extend({
  from: z.string(),
  days: z.number().int(),
  unit: z.string(),
  first: z.boolean().default(false),
  notBefore: z.boolean().default(false),
  lang: z.enum(["vi", "en"]).default("vi"),
});
type Words = z.infer<typeof words>;

const unitNames = z.enum(["working", "calendar", "month", "year"]) satisfies z.ZodType<keyof typeof UNITS>;

const NO_DAY: Problem = {
  code: "deadline.noDay",
  status: 400,
  field: "from",
  message: { vi: "Cần một ngày ghi như 2026-11-16.", en: "A day like 2026-11-16 is needed." },
  remedy: { vi: "Ghi --from 2026-11-16.", en: "Give --from 2026-11-16." },
};
const NO_UNIT: Problem = {
  code: "deadline.noUnit",
  status: 400,
  field: "unit",
  message: {
    vi: "Đơn vị phải là working, calendar, month hoặc year.",
    en: "The unit is working, calendar, month or year.",
  },
  remedy: { vi: "Ghi --unit working.", en: "Give --unit working." },
};

/** Prints the date and how it came about; with `--json` the days that were counted, too. */
export async function deadlineCommand(options: unknown): Promise<void> {
  const given = words.parse(options);
  const { from } = given;
  if (!isPlainDate(from)) return tellProblems([NO_DAY], given);
  await withCalendar(given, (calendar) => tell(given, from, calendar));
}

/** A register that is there has its own years; none is made for this. */
async function withCalendar(given: CommonWords, work: (calendar: Calendar) => void): Promise<void> {
  const outside = (process.env.DATABASE_URL ?? "") !== "";
  if (!outside && !existsSync(dataFolderOf(given))) return work(usualCalendar());
  await withRegister(given, async ({ db }) => {
    const known = await findKnown(db, null);
    work(known.ok ? await calendarAt(db, known.value) : usualCalendar());
  });
}

function tell(given: Words, from: PlainDate, calendar: Calendar): void {
  const unit = unitNames.safeParse(given.unit);
  if (!unit.success) return tellProblems([NO_UNIT], given);
  const limit = limitOf({
    ...{ unit: unit.data, count: given.days, countsFirstDay: given.first },
    ...(given.notBefore ? { kind: "notBefore", rollsForward: false } : {}),
  });
  const found = deadlineOf(limit, startedOn(from), calendar);
  const [first, ...rest] = found.refused;
  if (first !== undefined) return tellProblems([first, ...rest], given);
  const { dueOn, notBefore, provisional } = found;
  const lines = found.explain();
  if (given.json === true) {
    const days = found.counted();
    const answer = { from, unit: unit.data, days: given.days, dueOn, notBefore, provisional, counted: days };
    process.stdout.write(`${JSON.stringify({ ...answer, explanation: lines }, null, 2)}\n`);
    return;
  }
  const counted = found.counted().join(" ");
  const told = lines.map((line) => lineSaid(line, given.lang)).join("\n");
  process.stdout.write(`${dueOn ?? notBefore}\n${told}\n${counted}\n`);
}
