/** The calendar of state offices as data: which days of a year are off, why, by which paper; which Saturdays are worked. */
import { z } from "zod";
import { isPlainDate, type PlainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { Mark } from "../marks.ts";

/** Why a day is off. The first seven are the holidays of the law, the others follow from them. */
export const REASONS = {
  newYear: { vi: "Tết Dương lịch", en: "New Year's Day" },
  tet: { vi: "Tết Nguyên đán", en: "Lunar New Year" },
  hungKings: { vi: "Giỗ Tổ Hùng Vương", en: "Hùng Kings' Commemoration Day" },
  reunification: { vi: "Ngày Chiến thắng 30/4", en: "Victory Day 30/4" },
  labour: { vi: "Ngày Quốc tế lao động 1/5", en: "International Labour Day" },
  nationalDay: { vi: "Quốc khánh", en: "National Day" },
  cultureDay: { vi: "Ngày Văn hóa Việt Nam", en: "Vietnamese Culture Day" },
  inLieu: { vi: "nghỉ bù ngày lễ trùng ngày nghỉ hằng tuần", en: "in lieu of a holiday on a weekly day off" },
  swapped: { vi: "nghỉ hoán đổi ngày làm việc", en: "off by a swap of working days" },
  other: { vi: "ngày nghỉ khác", en: "another day off" },
} as const satisfies Record<string, Sentence>;
export type Reason = keyof typeof REASONS;

/** A weekly day off: Saturday or Sunday. It stands in no list. */
export const WEEKLY: Sentence = { vi: "ngày nghỉ hằng tuần", en: "a weekly day off" };

const day = z
  .string()
  .refine((t): t is PlainDate => isPlainDate(t), { error: "a day written YYYY-MM-DD" })
  .meta({ description: "A day, YYYY-MM-DD" });
const mark = z.enum(["L", "Locr", "G", "P", "U", "computed"]) satisfies z.ZodType<Mark>;
const sentence = z.object({ vi: z.string().min(1).max(300), en: z.string().min(1).max(300) });

export const dayOff = z.object({
  on: day,
  reason: z.enum([
    "newYear",
    "tet",
    "hungKings",
    "reunification",
    "labour",
    "nationalDay",
    "cultureDay",
    "inLieu",
    "swapped",
    "other",
  ]),
  /** The paper that set it, in words; null: none, it is computed. */
  paper: z.string().trim().min(1).max(300).nullable(),
  mark,
  /** What must be said with it. */
  note: sentence.nullable(),
});
export type DayOff = z.infer<typeof dayOff>;

/** A Saturday on which people work, for a day off elsewhere. */
export const workedDay = z.object({
  on: day,
  insteadOf: day.nullable(),
  paper: z.string().trim().min(1).max(300).nullable(),
  mark,
});
export type WorkedDay = z.infer<typeof workedDay>;

/** `provisional`: no notice of it was entered, whether there is one or not; the days follow from the law and the moon. */
export const STATUSES = {
  announced: { vi: "đã công bố", en: "announced" },
  provisional: { vi: "tạm tính, chưa có thông báo", en: "provisional, no notice at hand" },
} as const satisfies Record<string, Sentence>;

export const calendarYear = z.object({
  year: z.number().int().min(1990).max(2100),
  status: z.enum(["announced", "provisional"]),
  daysOff: z.array(dayOff).max(100),
  worked: z.array(workedDay).max(60),
});
export type CalendarYear = z.infer<typeof calendarYear>;

/** Why no work is done on a day, as it is told beside the day. */
export type WhyOff =
  | { readonly kind: "weekly" }
  | { readonly kind: "off"; readonly off: DayOff; readonly provisional: boolean };

/** Which years a calendar tells of; a day outside has no answer. */
export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2100;

/**
 * The calendar, ready to count with. Days are day serials (`daySerial`) where it must be quick. Asked of a day outside
 * its years it throws: ask `covers` first.
 */
export type Calendar = {
  readonly covers: (serial: number) => boolean;
  readonly isWorking: (serial: number) => boolean;
  /** How many working days there are up to and with this one, from the first year on. */
  readonly workingUpTo: (serial: number) => number;
  /** The day with which `workingUpTo` comes to this number; beyond the last year NaN. */
  readonly nthWorking: (n: number) => number;
  /** Why no work is done; null on a working day. */
  readonly whyOff: (serial: number) => WhyOff | null;
  /** The swap for which people work on this Saturday or Sunday; null on any other day. */
  readonly whyWorked: (serial: number) => WorkedDay | null;
  readonly year: (year: number) => CalendarYear | null;
  /**
   * First and last day off of Tết in a solar year, as serials; of a year that is not announced the first day of the
   * lunar year alone, for the others are not known.
   */
  readonly tet: (year: number) => { readonly from: number; readonly to: number; readonly mark: Mark } | null;
  /** Whether a year between these two days, both included, is provisional. */
  readonly isProvisional: (from: number, to: number) => boolean;
};
