/** What intake works on in an open register. */
import type { IntakeDeps } from "../intake/public.ts";
import { FIGURES } from "./figures.ts";
import type { Register } from "./openedRegister.ts";

export function intakeOf(register: Register): IntakeDeps {
  const { db, database, writer, places, files, dataFolder, author, today } = register;
  return {
    db,
    readers: database.readers,
    writer,
    places,
    files,
    dataFolder,
    author,
    today,
    figures: FIGURES,
  };
}
