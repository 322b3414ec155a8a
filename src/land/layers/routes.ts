/** A layer over HTTP: a file with what is said of it; previewed, and recorded where asked. */
import type { FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { done, type Outcome, type Problem, refused } from "../../kernel/problems.ts";
import { authorOf, permit } from "../../people/permissions.ts";
import { answer } from "../../platform/http/server.ts";
import { importLayer, LAYER_BYTES, type LayerDeps } from "./importing.ts";
import { layerAnswer, layerName, layerTold } from "./vocabulary.ts";

const megabytes = LAYER_BYTES / 1_000_000;
/** The body is described but streamed: there is nothing to validate before the handler reads it. */
const UPLOAD = z.any().meta({
  type: "object",
  properties: {
    file: { type: "string", format: "binary", description: "GeoJSON, ZIP (shapefile), KML, KMZ" },
    title: { type: "string", description: "What the source is called" },
    issuer: { type: "string" },
    from: { type: "string", description: "The day from which it holds, YYYY-MM-DD; codes are read by it" },
    crs: { type: "string", description: "EPSG code; empty: as the file says" },
    access: { type: "string", description: "`public` or `internal` (usual)" },
    requestKey: { type: "string" },
  },
  required: ["file", "title", "from", "requestKey"],
});

function wrong(field: string, said: Problem["message"], status: 400 | 413 = 400): Problem {
  const remedy = { vi: "Sửa rồi gửi lại.", en: "Correct it and send it again." };
  return { code: `layer.${field}`, status, field, message: said, remedy };
}

type Sent = {
  readonly file: { readonly name: string; readonly bytes: Buffer };
  readonly told: z.infer<typeof layerTold>;
};

async function sentIn(request: FastifyRequest): Promise<Outcome<Sent>> {
  const noFile = wrong("file", { vi: "Không có tệp nào được gửi.", en: "No file was sent." });
  if (!request.isMultipart()) return refused(noFile);
  const fields: Record<string, string> = {};
  let file: Sent["file"] | null = null;
  try {
    for await (const part of request.parts({ limits: { fileSize: LAYER_BYTES } })) {
      if (part.type === "field") fields[part.fieldname] = String(part.value);
      else file = { name: part.filename, bytes: await part.toBuffer() };
    }
  } catch (error) {
    if (!(error instanceof request.server.multipartErrors.RequestFileTooLargeError)) throw error;
    const said = { vi: `Tệp vượt mức ${megabytes} MB.`, en: `The file is larger than ${megabytes} MB.` };
    return refused(wrong("file", said, 413));
  }
  if (file === null) return refused(noFile);
  const told = layerTold.safeParse(fields);
  if (told.success) return done({ file, told: told.data });
  const field = String(told.error.issues[0]?.path[0] ?? "title");
  return refused(wrong(field, { vi: `Ô “${field}” thiếu hoặc sai.`, en: `“${field}” is missing or wrong.` }));
}

export const layerRoutes =
  (deps: LayerDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      "/api/layers/:layer",
      {
        schema: {
          tags: ["land"],
          operationId: "importLayer",
          summary: `Commune outlines or roads from a drawing (multipart, at most ${megabytes} MB): with \`dryRun\` what it tells, else recorded whole or not at all`,
          consumes: ["multipart/form-data"],
          params: z.object({ layer: layerName }),
          querystring: z.object({
            lang: z.enum(["vi", "en"]).default("vi"),
            dryRun: z.enum(["true", "false"]).default("true"),
          }),
          body: UPLOAD,
          response: { 200: layerAnswer },
        },
      },
      async (request, reply) => {
        const { asker, params, query } = request;
        const allowed = permit(asker, "import");
        if (!allowed.ok) return answer(request, reply, allowed);
        const sent = await sentIn(request);
        if (!sent.ok) return answer(request, reply, sent);
        const asked = { ...sent.value, ...params, author: authorOf(asker), language: query.lang };
        return answer(request, reply, await importLayer(deps, { ...asked, dryRun: query.dryRun === "true" }));
      },
    );
  };
