/** Plots over HTTP: lists by the page, and one plot. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  type Asking,
  ask,
  contextOf,
  type FigureContext,
  figureWords,
  type Question,
} from "../figures/public.ts";
import type { Extent } from "../kernel/geometry.ts";
import { done, type Outcome, refused } from "../kernel/problems.ts";
import { KEPT } from "../platform/http/keeping.ts";
import { answer, notFound } from "../platform/http/server.ts";
import { groundRoutes } from "./drawing/routes.ts";
import { ROADS_UNKNOWN } from "./layers/problems.ts";
import { areRoadsKnown } from "./layers/roads.ts";
import { findOf, type Holdings, listOf, type PlotWords } from "./reading.ts";
import { landUse, plotList, plotPage, site } from "./vocabulary.ts";

export type PlotService = Asking & { readonly holdings: Holdings };

/** West, south, east, north with commas between. */
const bbox = z
  .string()
  .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/)
  .meta({ description: "West, south, east, north in degrees of WGS84", example: "105.4,21.9,106.2,22.7" });

/** The extent that a `bbox` names. */
export function extentNamed(text: string): Extent {
  const [west = 0, south = 0, east = 0, north = 0] = text.split(",").map(Number);
  return [west, south, east, north];
}

const squareMetres = z.coerce.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);
/** The words by which plots are asked for. */
export const plotWords = figureWords.omit({ from: true, to: true }).extend({
  landUse: landUse.optional(),
  site: site.optional(),
  areaFrom: squareMetres.optional().meta({ description: "m²" }),
  areaTo: squareMetres.optional().meta({ description: "m²" }),
  bbox: bbox.optional(),
  roadWithin: z.coerce.number().positive().max(50_000).optional().meta({
    description:
      "Metres to the nearest road at most, in the plane of VN-2000; refused where no roads are known",
  }),
  limit: figureWords.shape.limit.unwrap().default(50),
});

/** What the words narrow plots by. */
export function narrowingOf(
  words: Pick<z.infer<typeof plotWords>, "landUse" | "site" | "areaFrom" | "areaTo" | "bbox" | "roadWithin">,
): PlotWords {
  return {
    landUse: words.landUse ?? null,
    site: words.site ?? null,
    areaFrom: words.areaFrom ?? null,
    areaTo: words.areaTo ?? null,
    extent: words.bbox === undefined ? null : extentNamed(words.bbox),
    roadWithin: words.roadWithin ?? null,
  };
}

/** Refused where it is asked how near roads are and none is known to who asks. */
export async function roadsAskable(
  { roadWithin }: Pick<z.infer<typeof plotWords>, "roadWithin">,
  question: Question,
  context: FigureContext,
): Promise<Outcome<null>> {
  const known = roadWithin === undefined || (await areRoadsKnown(question, context));
  return known ? done(null) : refused(ROADS_UNKNOWN);
}

export const plotRoutes =
  (service: PlotService): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/api/plots",
      {
        config: KEPT,
        schema: {
          tags: ["land"],
          operationId: "listPlots",
          summary: "Plots of a place or a zone on a day, by zone and number",
          querystring: plotWords,
          response: { 200: plotList },
        },
      },
      async (request, reply) => {
        const question = await ask(request.query, service);
        if (!question.ok) return answer(request, reply, question);
        const context = { ...contextOf(service, request.asker), holdings: service.holdings };
        const askable = await roadsAskable(request.query, question.value, context);
        if (!askable.ok) return answer(request, reply, askable);
        return listOf(question.value, narrowingOf(request.query), context);
      },
    );

    app.get(
      "/api/plots/:id",
      {
        config: KEPT,
        schema: {
          tags: ["land"],
          operationId: "getPlot",
          summary:
            "One plot on a day: each attribute with its paper, its boundary, what it was made from and became",
          params: z.object({ id: z.string().min(1) }),
          querystring: figureWords.pick({ asOf: true, knownAt: true, lang: true }),
          response: { 200: plotPage },
        },
      },
      async (request, reply) => {
        const question = await ask({ ...request.query, limit: 0 }, service);
        if (!question.ok) return answer(request, reply, question);
        const context = { ...contextOf(service, request.asker), holdings: service.holdings };
        const page = await findOf(request.params.id, question.value, context);
        return page ?? answer(request, reply, notFound("plot", request.params.id));
      },
    );

    await app.register(groundRoutes(service));
  };
