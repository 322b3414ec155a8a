/** A file of plots over HTTP: what it holds, for who may record in the zone. */
import type { MultipartFile } from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { firstDay } from "../kernel/dates.ts";
import { done, type Outcome, type Problem, refused } from "../kernel/problems.ts";
import { plotsRead } from "../land/drawing/vocabulary.ts";
import { findSystem, planeFor, SENT_LIMITS } from "../land/public.ts";
import { may, permit } from "../people/public.ts";
import { answer, notFound } from "../platform/http/server.ts";
import { zoneAttributes } from "../zones/vocabulary.ts";
import { readPlotsFile, type SentPlots } from "./plotReading.ts";
import { NO_FILE } from "./problems.ts";
import type { RecordingDeps } from "./recording.ts";
import { permitOnAll } from "./rights.ts";
import { findSubjectId } from "./store.ts";
import { findSubjectKnown, readGrounds, wheresOf } from "./subjects.ts";

const lang = z.enum(["vi", "en"]).default("vi");
/** The body is described but streamed: there is nothing to validate before the handler reads it. */
const UPLOAD = z.any().meta({
  type: "object",
  properties: {
    file: {
      type: "string",
      format: "binary",
      description: "CSV, XLSX, GeoJSON, ZIP (shapefile), KML, KMZ, DXF",
    },
    zone: { type: "string", description: "Id or key of the zone or phase" },
    crs: { type: "string", description: "EPSG code; empty: as the file says, of a table the zone's plane" },
    acceptSwap: { type: "string", description: "`true` swaps X and Y back where they are found swapped" },
  },
  required: ["file", "zone"],
});
const fields = z.object({
  zone: z.string().min(1).max(200),
  crs: z.string().max(20).default(""),
  acceptSwap: z.string().max(10).default(""),
});
type Sent = { readonly file: SentPlots | null; readonly fields: Readonly<Record<string, string>> };

const megabytes = SENT_LIMITS.bytes / 1_000_000;
const TOO_LARGE: Problem = {
  code: "plots.fileTooLarge",
  status: 413,
  field: "file",
  message: { vi: `Tệp vượt mức ${megabytes} MB.`, en: `The file is larger than ${megabytes} MB.` },
  remedy: {
    vi: "Chia thành nhiều tệp, mỗi tệp một phần của khu, cụm.",
    en: "Divide it into several files, each for a part of the zone.",
  },
};

function crsUnknown(text: string): Problem {
  return {
    code: "crs.unknown",
    status: 400,
    field: "crs",
    message: { vi: `Không biết hệ tọa độ “${text}”.`, en: `The system “${text}” is not known.` },
    remedy: { vi: "Chọn một hệ VN-2000 hoặc WGS84.", en: "Choose a system of VN-2000, or WGS84." },
  };
}

/** File and fields in any order. The file is held in memory, no further than the limit. */
async function sentIn(request: FastifyRequest): Promise<Outcome<Sent>> {
  if (!request.isMultipart()) return refused(NO_FILE);
  const given: Record<string, string> = {};
  let file: SentPlots | null = null;
  try {
    for await (const part of request.parts({ limits: { fileSize: SENT_LIMITS.bytes } })) {
      if (part.type === "field") given[part.fieldname] = String(part.value);
      else file = { name: part.filename, bytes: await bytesOf(part) };
    }
  } catch (error) {
    if (error instanceof request.server.multipartErrors.RequestFileTooLargeError) return refused(TOO_LARGE);
    throw error;
  }
  return done({ file, fields: given });
}

async function bytesOf({ file }: MultipartFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

export const plotReadingRoutes =
  (deps: RecordingDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      "/api/plots/read",
      {
        schema: {
          tags: ["recording"],
          operationId: "readPlots",
          summary: `What a surveyor's table or a drawing (multipart, at most ${megabytes} MB) holds, ready to be told of a zone; nothing is recorded or kept`,
          consumes: ["multipart/form-data"],
          body: UPLOAD,
          querystring: z.object({ lang }),
          response: { 200: plotsRead },
        },
      },
      async (request, reply) => {
        const { asker, query } = request;
        const right = may(asker, "record");
        if (!right.ok && right.code !== "right.elsewhere") {
          const refusal = permit(asker, "record");
          if (!refusal.ok) return answer(request, reply, refusal);
        }
        const sent = await sentIn(request);
        if (!sent.ok) return answer(request, reply, sent);
        const { file } = sent.value;
        const asked = fields.safeParse(sent.value.fields).data;
        if (file === null) return answer(request, reply, refused(NO_FILE));
        const id = asked === undefined ? null : await findSubjectId(deps.db, "zone", asked.zone);
        const zone =
          id === null
            ? null
            : await findSubjectKnown(deps, { kind: "zone", id }, { asker, language: query.lang });
        if (asked === undefined || zone === null)
          return answer(request, reply, notFound("zone", asked?.zone ?? ""));
        const told = {
          ...{ about: "plots" as const, subject: zone.id, set: {}, clear: [] },
          ...{ organisation: null, corrects: null },
        };
        const wheres = wheresOf(told, await readGrounds(deps, [told]), deps.places());
        const allowed = permitOnAll(asker, { action: "record" }, wheres);
        if (!allowed.ok) return answer(request, reply, allowed);
        const chosen = asked.crs.trim();
        const system = findSystem(Number(chosen.replace(/^epsg:/i, "")));
        if (chosen !== "" && system === undefined) return answer(request, reply, refused(crsUnknown(chosen)));
        const { boundary, places = [] } = zoneAttributes.parse(zone.attributes);
        const on = firstDay(deps.today());
        const read = await readPlotsFile(file, {
          crs: chosen === "" ? null : (system?.epsg ?? null),
          plane: planeFor({ boundary, places }, null, { places: deps.places(), on }),
          acceptSwap: asked.acceptSwap === "true",
          language: query.lang,
        });
        return answer(request, reply, read);
      },
    );
  };
