/** Checks that the files of the papers are there and are those that were recorded. */
import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { type Findings, find } from "./differences.ts";
import type { Looked } from "./progress.ts";

/** What is asked of a store of files: the bytes of a hash, or null where there are none. */
export type Files = { readonly read: (sha256: string) => Readable | null };

/** Reads every file through. `named` gives for each hash a document that names it. */
export async function checkFiles(
  files: Files,
  named: ReadonlyMap<string, string>,
  { findings, looked }: { readonly findings: Findings; readonly looked: Looked },
): Promise<void> {
  for (const [sha256, document] of named) {
    const found = await hashOf(files.read(sha256));
    await looked(1);
    if (found === sha256) continue;
    const lost = found === null;
    find(findings, {
      kind: "file",
      table: "documents",
      id: document,
      what: {
        vi: `Tệp ${sha256} của văn bản ${document} ${lost ? "không có hoặc không đọc được" : "đã bị sửa"}.`,
        en: `The file ${sha256} of the document ${document} ${lost ? "is not there or can't be read" : "was altered"}.`,
      },
    });
  }
}

/** SHA-256 of a stream in hex; null where there is none or it breaks off. */
async function hashOf(stream: Readable | null): Promise<string | null> {
  if (stream === null) return null;
  const hash = createHash("sha256");
  try {
    for await (const chunk of stream) hash.update(chunk);
  } catch {
    return null;
  }
  return hash.digest("hex");
}
