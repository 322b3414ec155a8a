/** Takes the copy of a paper into the file store while it arrives: a PDF or a picture, told by what is in it. */
import { basename } from "node:path";
import { Transform } from "node:stream";
import type { MultipartFile } from "@fastify/multipart";
import { done, type Outcome, RefusalError, refused } from "../kernel/problems.ts";
import { tidy } from "../kernel/text.ts";
import type { FileStore, StoredFile } from "../platform/files.ts";
import { TELLING_BYTES, typeOfBytes, typeOfFile } from "../platform/fileTypes.ts";
import { FILE_KIND, FILE_TOO_LARGE, NO_FILE } from "./problems.ts";

export type Received = StoredFile & { readonly name: string; readonly type: string };

/** Lets a file through once its first bytes say that it may be taken, and refuses one that was cut at the limit. */
function checked(file: MultipartFile["file"]): Transform {
  let begin = Buffer.alloc(0);
  let known = false;
  const check = () => (known || typeOfBytes(begin) !== null ? null : new RefusalError([FILE_KIND]));
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      if (known) return next(null, chunk);
      begin = Buffer.concat([begin, chunk]);
      if (begin.length < TELLING_BYTES) return next(null);
      const refusal = check();
      known = refusal === null;
      return refusal === null ? next(null, begin) : next(refusal);
    },
    // The parser ends a stream that is too long as if it were whole, and only marks it.
    flush(next) {
      if (file.truncated) return next(new RefusalError([FILE_TOO_LARGE]));
      const refusal = check();
      if (refusal !== null) return next(refusal);
      return known ? next() : next(null, begin);
    },
  });
}

/** Stores the file of a request. */
export async function receiveCopy(
  part: MultipartFile | undefined,
  files: FileStore,
): Promise<Outcome<Received>> {
  if (part === undefined) return refused(NO_FILE);
  const { file } = part;
  const whole = checked(file);
  file.on("error", (error) => whole.destroy(error));
  try {
    const stored = await files.put(file.pipe(whole));
    const type = await typeOfFile(files.pathOf(stored.sha256));
    return type === null ? refused(FILE_KIND) : done({ ...stored, name: nameOf(part.filename), type });
  } catch (error) {
    file.resume();
    if (error instanceof RefusalError) return { ok: false, problems: error.problems };
    throw error;
  }
}

/** The sender's name for the file, without folders and control characters. */
function nameOf(filename: string): string {
  const name = tidy(basename(filename.replaceAll("\\", "/")).replace(/\p{Cc}/gu, "")).slice(0, 200);
  return name === "" ? "ban-chup" : name;
}
