/**
 * Sends a stored file so that a browser can do nothing with it but show a picture or a PDF. What it is, its bytes say;
 * all else is only a download. A file that is no longer what was stored is not sent.
 */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Problem } from "../../kernel/problems.ts";
import type { FileStore } from "../files.ts";
import { TELLING_BYTES, typeOfBytes } from "../fileTypes.ts";
import { openSound, type SoundFile } from "../soundFiles.ts";
import { refuse } from "./problems.ts";
import { rangeOf } from "./ranges.ts";

export type FileSent = {
  readonly sha256: string;
  /** The name under which it is saved. */
  readonly name: string;
  /** Anybody may have it, so that the asker's own browser may keep it; what only some may see is kept nowhere. */
  readonly open: boolean;
  /** To be saved, whatever it is. */
  readonly download: boolean;
};

/** Whatever a file holds runs nothing, loads nothing, and stands in nobody's frame. */
const FILE_RULES = "default-src 'none'; style-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'";
const A_YEAR = 31_536_000;

function notSound(why: "lost" | "altered"): Problem {
  return {
    code: `file.${why}`,
    status: 503,
    field: "file",
    message:
      why === "lost"
        ? { vi: "Kho không còn tệp này.", en: "The store has lost this file." }
        : {
            vi: "Tệp trong kho đã bị sửa, không còn là tệp đã ghi vào sổ.",
            en: "The file in the store was altered: it is not the one that was recorded.",
          },
    remedy: {
      vi: "Báo người quản trị: lấy lại tệp từ bản sao lưu; khu verify nêu đủ các tệp như vậy.",
      en: "Tell the administrator: bring it back from a backup; khu verify names all such files.",
    },
  };
}

/**
 * `content-disposition` with a name that means nothing to a header, a shell or a folder, and the true one beside it
 * (RFC 6266, RFC 8187).
 */
export function dispositionOf(kind: "inline" | "attachment", name: string): string {
  const safe = name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\\/:*?"<>|]/gu, "_")
    .replace(/^[.\s]+/u, "");
  const shown = safe === "" ? "tep" : safe;
  const plain = shown
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, (d) => (d === "đ" ? "d" : "D"))
    .replace(/[^\x20-\x7e]|[%';=]/g, "_");
  const exact = encodeURIComponent(shown).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/** Sends it, whole or the range that is asked for, or refuses. The right to it was looked at before. */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { files, file }: { readonly files: FileStore; readonly file: FileSent },
): Promise<FastifyReply> {
  const found = await openSound(files, file.sha256);
  if (typeof found === "string") return refuse(request, reply, [notSound(found)]);
  try {
    return await sendSound(request, reply, { found, file });
  } catch (error) {
    await found.handle.close();
    throw error;
  }
}

async function sendSound(
  request: FastifyRequest,
  reply: FastifyReply,
  { found, file }: { readonly found: SoundFile; readonly file: FileSent },
): Promise<FastifyReply> {
  const { handle, size } = found;
  const tag = `"${file.sha256}"`;
  reply
    .header("content-security-policy", FILE_RULES)
    .header("etag", tag)
    .header("accept-ranges", "bytes")
    .header("cache-control", file.open ? `private, max-age=${A_YEAR}, immutable` : "private, no-store");
  if (request.headers["if-none-match"] === tag) {
    await handle.close();
    return reply.code(304).send();
  }
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(TELLING_BYTES), 0, TELLING_BYTES, 0);
  const type = typeOfBytes(buffer.subarray(0, bytesRead));
  const shown = type !== null && !file.download;
  reply
    .header("content-disposition", dispositionOf(shown ? "inline" : "attachment", file.name))
    .type(type ?? "application/octet-stream");
  const { range: asked, "if-range": unless } = request.headers;
  const range = unless === undefined || unless === tag ? rangeOf(asked, size) : null;
  if (range === "none") {
    await handle.close();
    return reply.code(416).header("content-range", `bytes */${size}`).send();
  }
  const { first, last } = range ?? { first: 0, last: size - 1 };
  if (range !== null) reply.code(206).header("content-range", `bytes ${first}-${last}/${size}`);
  reply.header("content-length", last - first + 1);
  if (last < first) {
    await handle.close();
    return reply.send("");
  }
  return reply.send(handle.createReadStream({ start: first, end: last }));
}
