/** The working calendar as it is answered, and what an administrator gives to change a year of it. */
import { z } from "zod";
import { calendarYear, FIRST_YEAR, LAST_YEAR } from "../../law/calendar/vocabulary.ts";

const instant = z.string().meta({ description: "A moment, ISO 8601 in UTC" });

/** A year as text of an address. */
export const yearText = z.coerce.number().int().min(FIRST_YEAR).max(LAST_YEAR);

/** A change of a year, for who may read the history. */
const yearChange = z.object({
  why: z.string(),
  author: z.string(),
  commit: z.number().int(),
  at: instant,
});
export type YearChange = z.infer<typeof yearChange>;

export const calendarAnswer = z.object({
  year: calendarYear,
  version: z.number().int().meta({ description: "How often it was changed here; 0: as it ships" }),
  workingDays: z.number().int(),
  changes: z
    .array(yearChange)
    .nullable()
    .meta({ description: "The newest first; null for who may not read the history" }),
});
export type CalendarAnswer = z.infer<typeof calendarAnswer>;

/** What an administrator gives. `was`: the version that was seen, so that nobody overwrites unseen. */
export const newYear = z.object({
  daysOff: calendarYear.shape.daysOff,
  worked: calendarYear.shape.worked,
  was: z.number().int().min(0),
  why: z.string().trim().min(1).max(500),
  requestKey: z.uuid(),
});
export type NewYear = z.infer<typeof newYear>;
