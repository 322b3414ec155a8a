/** One Khu per data folder: a lock file that names the process which holds it. */

import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { done, type Outcome, refused } from "../../kernel/problems.ts";
import { folderInUse } from "./problems.ts";
import { beginningOf, isAlive } from "./processes.ts";

const Holder = z.object({ pid: z.int().positive(), began: z.string().nullable(), token: z.string() });
type Holder = z.infer<typeof Holder>;

/** A held lock; `release` gives it back and may be called twice. */
export type FolderLock = { readonly release: () => void };

function read(path: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

function isHeld(holder: Holder): boolean {
  if (!isAlive(holder.pid)) return false;
  const began = beginningOf(holder.pid);
  return began === null || holder.began === null || began === holder.began;
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Someone else removed it first: the same outcome.
  }
}

/** Moves a dead holder's lock aside; gives it back where another process took the place in between. */
function clearStale(path: string, dead: Holder | null): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (read(aside)?.token !== dead?.token) {
    try {
      linkSync(aside, path);
    } catch {
      // A third one holds it now; PostgreSQL's own lock still keeps two servers off one folder.
    }
  }
  remove(aside);
}

/** Creates the file with its whole content at once (a link is atomic); false where there is one already. */
function create(path: string, holder: Holder): boolean {
  const draft = `${path}.${holder.token}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    remove(draft);
  }
}

/**
 * Takes the lock of a data folder that exists. A lock whose process is gone (killed, machine restarted, number
 * given to another program) is taken over. Refused while its process lives, this one included.
 */
export function lockFolder(folder: string): Outcome<FolderLock> {
  const path = join(folder, "khu.lock");
  const mine = { pid: process.pid, began: beginningOf(process.pid), token: randomUUID() };
  for (let attempt = 0; attempt < 5; attempt++) {
    if (create(path, mine)) {
      const release = () => {
        if (read(path)?.token === mine.token) remove(path);
      };
      return done({ release });
    }
    const holder = read(path);
    if (holder !== null && isHeld(holder)) return refused(folderInUse(folder, holder.pid));
    clearStale(path, holder);
  }
  return refused(folderInUse(folder, read(path)?.pid ?? 0));
}

/** Whether a living process holds the folder. */
export function isFolderHeld(folder: string): boolean {
  const holder = read(join(folder, "khu.lock"));
  return holder !== null && isHeld(holder);
}
