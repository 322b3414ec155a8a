/** What an open register offers to everything that works on it. */
import type { PlainDate } from "../kernel/dates.ts";
import type { PlaceDirectory } from "../places/public.ts";
import type { Database } from "../platform/database/connect.ts";
import type { Db } from "../platform/database/tables.ts";
import type { FileStore } from "../platform/files.ts";
import type { Writer } from "../register/public.ts";

export type RegisterKind = "real" | "sample";

/** An open register. */
export type Register = {
  readonly kind: RegisterKind;
  readonly database: Database;
  readonly db: Db;
  readonly writer: Writer;
  readonly files: FileStore;
  readonly dataFolder: string;
  readonly places: () => PlaceDirectory;
  /**
   * Sees to it that places which another process recorded are held, too, and answers the number of the last commit;
   * cheap enough for every request.
   */
  readonly look: () => Promise<number>;
  readonly today: () => PlainDate;
  /** Code of the place that is meant where a question names none. */
  readonly home: string;
  /** Who records at the command line and at the first start: the user of the operating system. */
  readonly author: string;
  readonly close: () => Promise<void>;
};
