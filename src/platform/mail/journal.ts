/**
 * What became of each message that was handed over, on the disk before anything else is done: `dot <id>` before the last
 * line that makes a mail server accept it, `sent <id>` once it has. So whoever comes after a crash knows: without a dot
 * it was never accepted, with `sent` it was; only between the two nobody can tell.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { z } from "zod";

export type Fate = "dot" | "sent";
const fate = z.enum(["dot", "sent"]);

/** Lines that are kept; what is older is long marked in the database. */
const KEPT = 20_000;

export type Journal = {
  readonly fateOf: (id: string) => Fate | null;
  /** On the disk when it returns. */
  readonly write: (id: string, fate: Fate) => void;
  readonly close: () => void;
};

/** Opens the journal, made where it is missing. A line that a crash tore is as if it were not there. */
export function openJournal(path: string): Journal {
  const fates = new Map<string, Fate>();
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const lines = text.split("\n");
  const torn = lines.pop() ?? "";
  for (const line of lines) {
    const [word, id] = line.split(" ");
    const read = fate.safeParse(word);
    if (read.success && id !== undefined && id.length === 36) fates.set(id, read.data);
  }
  if (lines.length > 2 * KEPT) {
    const kept = lines.slice(-KEPT);
    writeFileSync(`${path}.new`, `${kept.join("\n")}\n`, { mode: 0o600, flush: true });
    renameSync(`${path}.new`, path);
  }
  const file = openSync(path, "a", 0o600);
  if (torn !== "" && lines.length <= 2 * KEPT) writeSync(file, "\n");
  return {
    fateOf: (id) => fates.get(id) ?? null,
    write: (id, became) => {
      writeSync(file, `${became} ${id}\n`);
      fsyncSync(file);
      fates.set(id, became);
    },
    close: () => closeSync(file),
  };
}
