/** The land of a day as a file for programs of maps: the features of `/ogc`, in each of the formats. */
import { Readable } from "node:stream";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Asking, ask, contextOf, figureWords, type Question } from "../figures/public.ts";
import type { Position, Shape } from "../kernel/geometry.ts";
import { answer } from "../platform/http/server.ts";
import {
  FORMATS,
  type GeodataColumn,
  type WrittenFeature,
  type WrittenProperty,
  writeGeodata,
} from "./formats/writing.ts";
import type { Collection, Given } from "./ogc/collections.ts";
import type { Feature } from "./ogc/features.ts";
import type { Outline } from "./vocabulary.ts";

export type ExportService = Asking & {
  readonly collections: readonly Collection[];
  /** A register of invented data says so in the file's name and title. */
  readonly sample: boolean;
};

/** Features that are read at once. */
const PAGE = 1_000;
/** The day that the file is of stands in each feature: a file is carried about without its name. */
const DAY: GeodataColumn = { key: "asOf", kind: "text" };
/** What every format writes of itself. */
const OWN = "positionAccuracy";

function columnsOf({ fields }: Collection): readonly GeodataColumn[] {
  const kinds = { string: "text", integer: "number", number: "number", boolean: "yesNo" } as const;
  const own = Object.entries(fields).filter(([key]) => key !== OWN);
  return [
    { key: "name", kind: "text" } as const,
    DAY,
    ...own.map(([key, { type }]) => ({ key, kind: kinds[type] })),
  ].filter(({ key }, i, all) => all.findIndex((c) => c.key === key) === i);
}

/** Rings of GeoJSON repeat their first corner; ours do not. */
function shapeOf(outline: Outline | null): Shape | null {
  if (outline === null) return null;
  return outline.coordinates.map((polygon) =>
    polygon.map((ring) => ring.slice(0, -1).map(([x = 0, y = 0]): Position => [x, y])),
  );
}

function writtenOf({ id, geometry, properties }: Feature, { asOf }: Question): WrittenFeature {
  const { number, name = number ?? null, ...rest } = properties;
  const told: Record<string, WrittenProperty> = { ...rest, number: number ?? null, name, asOf };
  const nowhere = properties[OWN] === "commune" ? { positionAccuracy: "commune" as const } : {};
  return { id, properties: told, shape: shapeOf(geometry), ...nowhere };
}

/** All features of a question, read by the page so that a nation is never in memory whole. */
async function* featuresOf(
  { list }: Collection,
  question: Question,
  given: Given,
): AsyncGenerator<WrittenFeature> {
  for (let after: string | null = null; ; ) {
    const page = await list({ question, extents: null, narrowed: {}, limit: PAGE, after }, given);
    for (const feature of page.features) yield writtenOf(feature, question);
    if (page.next === null) return;
    after = page.next;
  }
}

export const exportRoutes =
  (service: ExportService): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/api/land/:layer/:format",
      {
        schema: {
          tags: ["land"],
          operationId: "exportLand",
          summary:
            "Zones or plots of a place on a day as GeoJSON, KML, CSV (WKT) or FlatGeobuf; where there are no coordinates, `positionAccuracy` says `commune`",
          params: z.object({
            layer: z.enum(["zones", "plots"]).meta({ example: "plots" }),
            format: z.enum(["geojson", "kml", "csv", "fgb"]).meta({ example: "geojson" }),
          }),
          querystring: figureWords.pick({ place: true, asOf: true, knownAt: true, lang: true, zone: true }),
        },
      },
      async (request, reply) => {
        const { layer, format } = request.params;
        const question = await ask({ ...request.query, limit: 0 }, service);
        if (!question.ok) return answer(request, reply, question);
        const collection = service.collections.find(({ id }) => id === layer);
        if (collection === undefined) throw new Error(`there is no collection ${layer}`);
        const { asOf, language } = question.value;
        const given = { ...contextOf(service, request.asker), today: service.today() };
        const { mediaType, extension } = FORMATS[format];
        const of = service.sample ? "mau-" : "";
        const title = `${service.sample ? "Mẫu: " : ""}${collection.title[language]}, ${asOf}`;
        const features = featuresOf(collection, question.value, given);
        const pieces = writeGeodata(format, { title, columns: columnsOf(collection), features });
        reply.type(mediaType);
        reply.header("content-disposition", `attachment; filename="${of}${layer}-${asOf}.${extension}"`);
        return reply.send(Readable.from(pieces));
      },
    );
  };
