/** What recording by hand works on in an open register. */
import type { RecordingDeps } from "../recording/public.ts";
import { FIGURES } from "./figures.ts";
import type { Register } from "./openedRegister.ts";
import { SUBJECTS } from "./subjects.ts";

export function recordingOf(register: Register): RecordingDeps {
  const { db, database, writer, files, places, today } = register;
  const { pool, readers } = database;
  return { db, readers, pool, definitions: SUBJECTS, writer, files, places, today, figures: FIGURES };
}
