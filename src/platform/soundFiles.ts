/** Opens a stored file only where its bytes still are those of its hash; what was looked at once is not read again. */
import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { LRUCache } from "lru-cache";
import type { FileStore } from "./files.ts";

/** An open file whose bytes were compared with their hash. Whoever gets it closes it. */
export type SoundFile = { readonly handle: FileHandle; readonly size: number };

const CHUNK = 1024 * 1024;
const REMEMBERED = 5_000;

/** The state in which a file was last found sound. The time of change can't be set back without moving the clock. */
const sound = new LRUCache<string, string>({ max: REMEMBERED });

async function hashOf(handle: FileHandle): Promise<string> {
  const hash = createHash("sha256");
  const chunk = Buffer.alloc(CHUNK);
  for (let at = 0; ; ) {
    const { bytesRead } = await handle.read(chunk, 0, CHUNK, at);
    if (bytesRead === 0) return hash.digest("hex");
    hash.update(chunk.subarray(0, bytesRead));
    at += bytesRead;
  }
}

async function check(handle: FileHandle, path: string, sha256: string): Promise<SoundFile | "altered"> {
  const { ino, size, ctimeNs } = await handle.stat({ bigint: true });
  const state = `${ino} ${size} ${ctimeNs}`;
  if (sound.get(path) !== state) {
    if ((await hashOf(handle)) !== sha256) return "altered";
    sound.set(path, state);
  }
  return { handle, size: Number(size) };
}

/** The file of a hash, or why there is none: it is not there, or is another than was stored. */
export async function openSound(files: FileStore, sha256: string): Promise<SoundFile | "lost" | "altered"> {
  const path = files.pathOf(sha256);
  const handle = await open(path, "r").catch(() => null);
  if (handle === null) return "lost";
  try {
    const found = await check(handle, path, sha256);
    if (found === "altered") await handle.close();
    return found;
  } catch (error) {
    await handle.close();
    throw error;
  }
}
