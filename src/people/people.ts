/** What people's routes work on. */
import type { PlainDate } from "../kernel/dates.ts";
import type { Db } from "../platform/database/tables.ts";
import type { Oidc } from "../platform/identity/oidc.ts";
import type { SessionTimes } from "./sessionStore.ts";

export type PeopleDeps = {
  readonly db: Db;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly today: () => PlainDate;
  readonly times: SessionTimes;
  /** The https address under which people reach the server; null: this machine alone. */
  readonly publicUrl: URL | null;
  readonly oidc: Oidc | null;
};

/** A session ends 8 hours after the last request, and 7 days after it began. */
export const SESSION_TIMES: SessionTimes = { idle: 8 * 60 * 60, whole: 7 * 24 * 60 * 60 };
