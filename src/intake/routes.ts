/** Imports over HTTP: template, preview, record, list, withdraw. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Asker, authorOf, forReader, namesOfAuthors, permit } from "../people/public.ts";
import { languageOf, refuse } from "../platform/http/problems.ts";
import { answer, notFound } from "../platform/http/server.ts";
import { closedAmong } from "../register/public.ts";
import { applyPreview } from "./applying.ts";
import { FORM_KEYS, formOf } from "./forms.ts";
import type { IntakeDeps } from "./intake.ts";
import { findHead, type PreviewHead, type RowPage, readRows } from "./keeping.ts";
import { OUTCOMES } from "./plan.ts";
import { importAnswer, previewAnswer, recordedAnswer, shownImport, shownPreview } from "./presenting.ts";
import { makePreview } from "./preview.ts";
import { receive } from "./receiving.ts";
import { findImport, listImports, type PastImport } from "./requests.ts";
import { template } from "./template.ts";
import { withdrawImport } from "./withdrawing.ts";

/** Rows that a preview gives at first. */
const FIRST_ROWS = 500;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const lang = z.enum(["vi", "en"]).default("vi");
const withLang = z.object({ lang });
const idOf = z.object({ id: z.string().min(1) });
const requestKey = z
  .uuid()
  .meta({ description: "Made by the caller: repeated, it is answered as the first time" });
const tags = ["imports"];

type Asking = { readonly asker: Asker; readonly language: "vi" | "en" };

/** The body is described but streamed: there is nothing to validate before the handler reads it. */
const UPLOAD = z.any().meta({
  type: "object",
  properties: { file: { type: "string", format: "binary" } },
  required: ["file"],
});

export const intakeRoutes =
  (deps: IntakeDeps): FastifyPluginAsyncZod =>
  async (app) => {
    /** Rows as they are shown to who asks. */
    const shown = async (head: PreviewHead, page: RowPage, { asker, language }: Asking) => {
      const papers = page.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paper ?? []));
      const isClosed = await closedAmong(forReader(deps.readers, asker), papers);
      return shownPreview(head, page, { language, isClosed });
    };
    const firstPage = async (head: PreviewHead, asking: Asking) => {
      const asked = { id: head.id, after: null, limit: FIRST_ROWS, outcome: null };
      return shown(head, await readRows(deps.dataFolder, asked), asking);
    };

    /** Imports as they are shown, each author by name. */
    const named = async (imports: readonly PastImport[]) => {
      const nameOf = await namesOfAuthors(
        deps.db,
        imports.map((i) => i.author),
      );
      return imports.map((i) => shownImport({ ...i, author: nameOf(i.author) }));
    };

    app.get(
      "/api/imports/template",
      {
        schema: {
          tags,
          operationId: "getImportTemplate",
          summary: "An empty workbook of one form, or of all",
          querystring: withLang.extend({ form: z.enum(FORM_KEYS).optional() }),
        },
      },
      async (request, reply) => {
        const { form } = request.query;
        const name = form === undefined ? "khu-bieu-mau" : `khu-bieu-mau-${form}`;
        const bytes = await template(form === undefined ? null : formOf(form));
        return reply
          .type(XLSX)
          .header("content-disposition", `attachment; filename="${name}.xlsx"`)
          .send(bytes);
      },
    );

    app.post(
      "/api/imports/previews",
      {
        schema: {
          tags,
          operationId: "previewImport",
          summary: "What a workbook (multipart, field `file`, at most 50 MB) would do; nothing is recorded",
          consumes: ["multipart/form-data"],
          body: UPLOAD,
          querystring: withLang,
          response: { 200: previewAnswer },
        },
      },
      async (request, reply) => {
        const allowed = permit(request.asker, "import");
        if (!allowed.ok) return answer(request, reply, allowed);
        const stored = await receive(request.isMultipart() ? await request.file() : undefined, deps.files);
        if (!stored.ok) return answer(request, reply, stored);
        const head = await makePreview(deps, stored.value);
        return head.ok
          ? firstPage(head.value, { asker: request.asker, language: request.query.lang })
          : answer(request, reply, head);
      },
    );

    app.get(
      "/api/imports/previews/:id",
      {
        schema: {
          tags,
          operationId: "getImportPreview",
          summary: "A preview that is not older than a day, with a page of its rows",
          params: idOf,
          querystring: withLang.extend({
            outcome: z.enum(OUTCOMES).optional(),
            after: z
              .string()
              .regex(/^\d{1,15}$/)
              .optional(),
            limit: z.coerce.number().int().min(1).max(1000).default(FIRST_ROWS),
          }),
          response: { 200: previewAnswer },
        },
      },
      async (request, reply) => {
        const allowed = permit(request.asker, "import");
        if (!allowed.ok) return answer(request, reply, allowed);
        const { lang: language, outcome = null, after = null, limit } = request.query;
        const head = await findHead(deps.dataFolder, request.params.id, Date.now());
        if (head === null) return answer(request, reply, notFound("preview", request.params.id));
        const page = await readRows(deps.dataFolder, { id: head.id, after, limit, outcome });
        return shown(head, page, { asker: request.asker, language });
      },
    );

    app.post(
      "/api/imports",
      {
        schema: {
          tags,
          operationId: "recordImport",
          summary: "Records what a preview showed; 409 with a new preview where the register has moved",
          querystring: withLang,
          body: z.object({ preview: z.string().min(1), requestKey }),
          response: {
            201: recordedAnswer,
          },
        },
      },
      async (request, reply) => {
        const allowed = permit(request.asker, "import");
        if (!allowed.ok) return answer(request, reply, allowed);
        const outcome = await applyPreview({ ...deps, author: authorOf(request.asker) }, request.body);
        switch (outcome.kind) {
          case "applied":
            return reply.status(201).send(outcome.applied);
          case "refused":
            return refuse(request, reply, outcome.problems);
          case "moved": {
            const preview = await firstPage(outcome.preview, {
              asker: request.asker,
              language: languageOf(request),
            });
            return refuse(request, reply, [outcome.problem], { preview });
          }
        }
      },
    );

    app.get(
      "/api/imports",
      {
        schema: {
          tags,
          operationId: "listImports",
          summary: "All imports, the newest first",
          querystring: withLang,
          response: { 200: z.object({ items: z.array(importAnswer) }) },
        },
      },
      async (request, reply) => {
        const allowed = permit(request.asker, "readHistory");
        if (!allowed.ok) return answer(request, reply, allowed);
        return { items: [...(await named(await listImports(deps.db)))] };
      },
    );

    app.get(
      "/api/imports/:id",
      {
        schema: {
          tags,
          operationId: "getImport",
          summary: "One import",
          params: idOf,
          querystring: withLang,
          response: { 200: importAnswer },
        },
      },
      async (request, reply) => {
        const allowed = permit(request.asker, "readHistory");
        if (!allowed.ok) return answer(request, reply, allowed);
        const past = await findImport(deps.db, request.params.id);
        const [shown] = past === null ? [] : await named([past]);
        return shown ?? answer(request, reply, notFound("import", request.params.id));
      },
    );

    app.post(
      "/api/imports/:id/withdraw",
      {
        schema: {
          tags,
          operationId: "withdrawImport",
          summary: "Takes an import back as a whole",
          params: idOf,
          querystring: withLang,
          body: z.object({ requestKey }),
          response: {
            201: z.object({
              id: z.string(),
              withdraws: z.string(),
              commit: z.number().int(),
              at: z.string(),
              changes: z.number().int(),
            }),
          },
        },
      },
      async (request, reply) => {
        const allowed = permit(request.asker, "withdraw");
        if (!allowed.ok) return answer(request, reply, allowed);
        const asked = { import: request.params.id, requestKey: request.body.requestKey };
        const outcome = await withdrawImport({ ...deps, author: authorOf(request.asker) }, asked);
        return outcome.ok ? reply.status(201).send(outcome.value) : answer(request, reply, outcome);
      },
    );
  };
