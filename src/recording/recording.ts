/** What recording works on. */
import type pg from "pg";
import type { PlainDate } from "../kernel/dates.ts";
import type { Sentence } from "../kernel/problems.ts";
import type { Asker } from "../people/public.ts";
import { may, READING } from "../people/public.ts";
import type { PlaceDirectory } from "../places/public.ts";
import type { EachReader } from "../platform/database/logins.ts";
import type { Db } from "../platform/database/tables.ts";
import type { FileStore } from "../platform/files.ts";
import type { DocumentDraft, SubjectDefinition, Writer } from "../register/public.ts";

export type RecordingDeps = {
  readonly db: Db;
  /** For what is shown of papers: each reads those of its classes alone. Judging reads all. */
  readonly readers: EachReader<Db>;
  /** For judging a batch without recording it. */
  readonly pool: pg.Pool;
  readonly definitions: readonly SubjectDefinition[];
  readonly writer: Writer;
  readonly files: FileStore;
  readonly places: () => PlaceDirectory;
  readonly today: () => PlainDate;
  /** The figures of which papers may publish a value. */
  readonly figures: ReadonlyArray<{ readonly id: string; readonly title: Sentence; readonly unit: string }>;
};

/** Who asks, and in which language. */
export type Asking = { readonly asker: Asker; readonly language: "vi" | "en" };

/** Whether the asker may read papers of this access class. */
export function mayRead(asker: Asker, { access }: Pick<DocumentDraft, "access">): boolean {
  return may(asker, READING[access]).ok;
}
