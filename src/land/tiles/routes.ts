/** Tiles of the map over HTTP: vector tiles of a day, and TileJSON 3 that says where they are. */
import type { FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Asking, ask, contextOf, figureWords } from "../../figures/public.ts";
import { refused } from "../../kernel/problems.ts";
import type { Asker } from "../../people/public.ts";
import { KEPT } from "../../platform/http/keeping.ts";
import { answer } from "../../platform/http/server.ts";
import { CLOSEST, extentOfTile, isTile, type Tile } from "./grid.ts";
import { LAYERS, type Layer } from "./layers.ts";
import { tileOf } from "./mvt.ts";

export type TileService = Asking & {
  /** Where people reach the server through a proxy; null: at the address at which they ask. */
  readonly publicUrl: URL | null;
};

/** The zoom up to which tiles are told of; closer ones show nothing that these do not. */
const LAST = 16;
const MVT = "application/vnd.mapbox-vector-tile";

const words = figureWords.pick({ asOf: true, knownAt: true, lang: true });
type Words = z.infer<typeof words>;
const step = z.coerce.number().int().min(0);

const tileJson = z.object({
  tilejson: z.literal("3.0.0"),
  name: z.string(),
  description: z.string(),
  attribution: z.string(),
  scheme: z.literal("xyz"),
  tiles: z.array(z.string()),
  minzoom: z.number().int(),
  maxzoom: z.number().int(),
  /** West, south, east, north; left out where nothing lies anywhere. */
  bounds: z.array(z.number()).optional(),
  vector_layers: z.array(
    z.object({
      id: z.string(),
      description: z.string(),
      minzoom: z.number().int(),
      maxzoom: z.number().int(),
      fields: z.record(z.string(), z.string()),
    }),
  ),
});

const ABOUT = {
  vi: "Theo ngày hỏi. Ranh giới không thay văn bản pháp lý.",
  en: "On the day asked. Outlines have no legal force.",
} as const;

function noTile({ z: zoom, x, y }: Tile): ReturnType<typeof refused> {
  const [vi, en] = [`Không có ô bản đồ ${zoom}/${x}/${y}.`, `There is no tile ${zoom}/${x}/${y}.`];
  return refused({
    code: "tile.unknown",
    status: 400,
    field: zoom > CLOSEST ? "z" : "x",
    message: { vi, en },
    remedy: {
      vi: `z từ 0 đến ${CLOSEST}; x và y từ 0 đến 2^z − 1.`,
      en: `z from 0 to ${CLOSEST}; x and y from 0 to 2^z − 1.`,
    },
  });
}

/** `/tiles/{layer}` and the tiles below it. */
export const tileRoutes =
  (service: TileService): FastifyPluginAsyncZod =>
  async (app) => {
    const asked = async (query: Words, asker: Asker) => {
      const question = await ask({ ...query, limit: 0 }, service);
      return question.ok
        ? { ok: true as const, value: { question: question.value, context: contextOf(service, asker) } }
        : question;
    };

    const describe = (layer: Layer, query: Words, request: FastifyRequest) => {
      const { lang } = query;
      const origin = service.publicUrl?.origin ?? `${request.protocol}://${request.host}`;
      const day = new URLSearchParams(
        (["asOf", "knownAt"] as const).flatMap((name) =>
          query[name] === undefined ? [] : [[name, query[name]]],
        ),
      );
      const fields = Object.entries(layer.fields).map(([name, meaning]) => [name, meaning[lang]]);
      const zooms = { minzoom: layer.from, maxzoom: LAST };
      return {
        tilejson: "3.0.0" as const,
        name: layer.title[lang],
        description: ABOUT[lang],
        attribution: "Khu",
        scheme: "xyz" as const,
        tiles: [`${origin}/tiles/${layer.id}/{z}/{x}/{y}.mvt${day.size === 0 ? "" : `?${day}`}`],
        ...zooms,
        vector_layers: [
          { id: layer.id, description: layer.title[lang], ...zooms, fields: Object.fromEntries(fields) },
        ],
      };
    };

    for (const layer of LAYERS) addLayer(layer);

    function addLayer(layer: Layer): void {
      const name = `${layer.id[0]?.toUpperCase()}${layer.id.slice(1)}`;
      app.get(
        `/tiles/${layer.id}`,
        {
          config: KEPT,
          schema: {
            tags: ["land"],
            operationId: `describe${name}Tiles`,
            summary: `TileJSON 3 of the vector tiles of ${layer.id} on a day`,
            querystring: words,
            response: { 200: tileJson },
          },
        },
        async (request, reply) => {
          const found = await asked(request.query, request.asker);
          if (!found.ok) return answer(request, reply, found);
          const { question, context } = found.value;
          const bounds = await layer.groundOf(question, context);
          const described = describe(layer, request.query, request);
          return bounds === null ? described : { ...described, bounds: [...bounds] };
        },
      );
      app.get(
        `/tiles/${layer.id}/:z/:x/:y(^\\d+).mvt`,
        {
          config: KEPT,
          schema: {
            tags: ["land"],
            operationId: `get${name}Tile`,
            summary: `A vector tile (MVT 2.1) of ${layer.id} on a day; empty where nothing lies`,
            params: z.object({ z: step, x: step, y: step }),
            querystring: words,
          },
        },
        async (request, reply) => {
          const tile = request.params;
          if (!isTile(tile)) return answer(request, reply, noTile(tile));
          const found = await asked(request.query, request.asker);
          if (!found.ok) return answer(request, reply, found);
          const { question, context } = found.value;
          const areas = await layer.areasIn(extentOfTile(tile), question, context);
          return reply.type(MVT).send(Buffer.from(tileOf(layer.id, tile, areas)));
        },
      );
    }
  };
