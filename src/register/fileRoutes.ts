/** The file of a paper over HTTP, for whoever may read the paper. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Problem } from "../kernel/problems.ts";
import { permit, READING } from "../people/permissions.ts";
import type { Db } from "../platform/database/tables.ts";
import type { FileStore } from "../platform/files.ts";
import { refuse } from "../platform/http/problems.ts";
import { sendFile } from "../platform/http/sending.ts";
import { answer, notFound } from "../platform/http/server.ts";
import { findDocument } from "./store.ts";

const NO_COPY: Problem = {
  code: "file.none",
  status: 404,
  field: "file",
  message: { vi: "Văn bản này chưa có bản chụp.", en: "No copy of this paper is held." },
  remedy: {
    vi: "Xem trang gốc của văn bản, nếu có.",
    en: "See the source page of the paper, where there is one.",
  },
};

export const documentFileRoutes =
  (of: { readonly db: Db; readonly files: FileStore }): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/api/documents/:id/file",
      {
        schema: {
          tags: ["documents"],
          operationId: "getDocumentFile",
          summary:
            "The file of a paper: a PDF or a picture to be shown, all else to be saved; by ranges where asked",
          params: z.object({ id: z.string().min(1).meta({ example: "press-2023-11" }) }),
          querystring: z.object({
            download: z
              .enum(["true", "false"])
              .default("false")
              .meta({ description: "To be saved, whatever it is" }),
          }),
        },
      },
      async (request, reply) => {
        const document = await findDocument(of.db, request.params.id);
        if (document === null) return answer(request, reply, notFound("document", request.params.id));
        const allowed = permit(request.asker, READING[document.access]);
        if (!allowed.ok) return answer(request, reply, allowed);
        if (document.file === null) return refuse(request, reply, [NO_COPY]);
        const { sha256, name } = document.file;
        const file = {
          ...{ sha256, name },
          open: document.access === "public",
          download: request.query.download === "true",
        };
        return sendFile(request, reply, { files: of.files, file });
      },
    );
  };
