/** Which day of the week a day is, by its serial. Pure. */

/** 0: Sunday … 6: Saturday. */
export function weekdayOf(serial: number): number {
  // 1 January 1970 was a Thursday.
  return (((serial + 4) % 7) + 7) % 7;
}

/** Whether the day is a Saturday or a Sunday. */
export function isWeekend(serial: number): boolean {
  const weekday = weekdayOf(serial);
  return weekday === 0 || weekday === 6;
}
