/** How long to wait after failed attempts to sign in. Pure; seconds. */

/** Failures are looked at for this long. */
export const WINDOW_SECONDS = 15 * 60;
const LONGEST_WAIT = 15 * 60;
const FIRST_WAIT = 30;

/** Failures that are free. Many people may share one address, so an address has more of them than a login. */
export const FREE_FAILURES = { login: 5, address: 20 } as const;

/**
 * Seconds that must have passed since the last failure: none up to the free ones, then half a minute, doubled with each
 * further failure, at most a quarter of an hour.
 */
export function waitAfter(failures: number, free: number): number {
  if (failures < free) return 0;
  return Math.min(FIRST_WAIT * 2 ** (failures - free), LONGEST_WAIT);
}
