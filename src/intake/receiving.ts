/** Takes an uploaded file into the file store while it arrives; one that is too large leaves nothing behind. */
import { basename } from "node:path";
import { Transform } from "node:stream";
import type { MultipartFile } from "@fastify/multipart";
import { done, type Outcome, type Problem, RefusalError, refused } from "../kernel/problems.ts";
import { tidy } from "../kernel/text.ts";
import type { FileStore } from "../platform/files.ts";
import type { StoredWorkbook } from "./intake.ts";

/** Stores the file of a request. Refused where there is none, or where it was cut at the size limit. */
export async function receive(
  part: MultipartFile | undefined,
  files: FileStore,
): Promise<Outcome<StoredWorkbook>> {
  if (part === undefined) return refused(NO_FILE);
  const { file } = part;
  const whole = new Transform({
    transform: (chunk, _encoding, next) => next(null, chunk),
    // The parser ends a stream that is too long as if it were whole, and only marks it.
    flush: (next) => next(file.truncated ? new RefusalError([TOO_LARGE]) : null),
  });
  file.on("error", (error) => whole.destroy(error));
  try {
    const stored = await files.put(file.pipe(whole));
    return done({ ...stored, name: nameOf(part.filename) });
  } catch (error) {
    file.resume();
    if (error instanceof RefusalError) return { ok: false, problems: error.problems };
    throw error;
  }
}

/** The sender's name for the file, without folders. */
function nameOf(filename: string): string {
  const name = tidy(basename(filename.replaceAll("\\", "/")).replace(/\p{Cc}/gu, "")).slice(0, 200);
  return name === "" ? "bang.xlsx" : name;
}

const NO_FILE: Problem = {
  code: "import.noFile",
  status: 400,
  field: "file",
  message: { vi: "Không có tệp nào được gửi.", en: "No file was sent." },
  remedy: { vi: "Gửi tệp trong trường “file”.", en: "Send the file in the field “file”." },
};
const TOO_LARGE: Problem = {
  code: "import.fileTooLarge",
  status: 413,
  field: "file",
  message: { vi: "Tệp vượt mức 50 MB.", en: "The file is larger than 50 MB." },
  remedy: {
    vi: "Bỏ hình ảnh, chia số liệu ra nhiều tệp rồi gửi từng tệp.",
    en: "Remove pictures, divide the data into several files and send them one by one.",
  },
};
