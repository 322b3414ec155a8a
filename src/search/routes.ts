/** Searching everything over HTTP. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Asking, askWhereAndWhen, questionWords } from "../figures/public.ts";
import { may, READING } from "../people/permissions.ts";
import type { PlaceDirectory } from "../places/public.ts";
import { answer } from "../platform/http/server.ts";
import { holdCandidates } from "./held.ts";
import { best, type Met, meet, typedOf } from "./rules.ts";
import { type SearchMoment, type SearchSource, searchAnswer } from "./vocabulary.ts";

/** What searching works on: the sources of all folders, and places, which have a search of their own. */
export type SearchService = Asking & {
  readonly sources: readonly SearchSource[];
  /** Places as they are found by their own rules. */
  readonly findPlaces: (query: string, moment: SearchMoment) => readonly Omit<Met, "near" | "at">[];
};

const ACCESS = ["public", "internal", "personal"] as const;
const IN_ALL = 30;
const OF_A_KIND = 8;

export const searchRoutes =
  (service: SearchService): FastifyPluginAsyncZod =>
  async (app) => {
    const sources = service.sources.map(holdCandidates);
    app.get(
      "/api/search",
      {
        schema: {
          tags: ["search"],
          operationId: "search",
          summary:
            "Zones, places, papers, figures and statements by what they are or were called, with or without accents",
          querystring: questionWords.extend({
            query: z.string().max(200).meta({ example: "cam giang" }),
          }),
          response: { 200: searchAnswer },
        },
      },
      async (request, reply) => {
        const { query, ...words } = request.query;
        const at = await askWhereAndWhen(words, service);
        if (!at.ok) return answer(request, reply, at);
        const typed = typedOf(query);
        if (typed === null) return { items: [] };
        const { asOf, known, place } = at.value;
        const moment: SearchMoment = { asOf, known, language: words.lang };
        const lies = nearTo(service.places(), place.id);
        const access = ACCESS.filter((of) => may(request.asker, READING[of]).ok);
        const asked = { words: typed.words, access };
        const found = (await Promise.all(sources.map((list) => list(moment, asked)))).flat();
        const met = found.flatMap((p, index): Met[] => {
          if (!access.includes(p.candidate.access)) return [];
          const meeting = meet(typed, p);
          return meeting === null
            ? []
            : [{ ...meeting, candidate: p.candidate, near: lies(p.candidate.places), at: index }];
        });
        const places = service
          .findPlaces(query, moment)
          .map((p, index) => ({ ...p, near: lies(p.candidate.places), at: index }));
        return { items: [...best([...met, ...places], { ofKind: OF_A_KIND, limit: IN_ALL })] };
      },
    );
  };

/** Whether any of some places lies wholly within the asked one. */
function nearTo(places: PlaceDirectory, asked: string): (of: readonly string[]) => boolean {
  const within = new Set(places.scopeOf(asked).within);
  return (of) => of.some((id) => within.has(id));
}
