/** Excel counts days; here the count becomes a day of the calendar. */
import { addDays, type PartialDate, partialDate, plainDate } from "../../../kernel/dates.ts";

const EPOCH = plainDate("1899-12-30");
/** The 1904 system (old Macintosh files) counts from 1904-01-01, 1,462 days later. */
const SHIFT_1904 = 1_462;
/** 9999-12-31. */
const LAST = 2_958_465;

/**
 * The date that a serial number shows, cut to what its format shows; null where it is none (a bare time, a negative
 * number, and day 60, the 29 February 1900 that Excel keeps for Lotus 1-2-3's sake and that never was).
 */
export function findDateOfSerial(
  serial: number,
  shown: "day" | "month" | "year",
  from1904: boolean,
): PartialDate | null {
  const day = Math.floor(serial) + (from1904 ? SHIFT_1904 : 0);
  if (day < 1 || day > LAST || day === 60) return null;
  const date = addDays(EPOCH, day < 60 ? day + 1 : day);
  return partialDate(shown === "day" ? date : date.slice(0, shown === "month" ? 7 : 4));
}
