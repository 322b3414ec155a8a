/** Searching everything over HTTP. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Asking, askWhereAndWhen, questionWords } from "../figures/public.ts";
import { classesRead, forReader, type PaperClass } from "../people/permissions.ts";
import type { PlaceDirectory } from "../places/public.ts";
import { answer } from "../platform/http/server.ts";
import { holdCandidates } from "./held.ts";
import { best, type Met, meet, type Prepared, typedOf } from "./rules.ts";
import { type SearchMoment, type SearchSource, searchAnswer } from "./vocabulary.ts";

/** What searching works on: the sources of all folders, and places, which have a search of their own. */
export type SearchService = Asking & {
  readonly sources: readonly SearchSource[];
  /** Places as they are found by their own rules. */
  readonly findPlaces: (query: string, moment: SearchMoment) => readonly Omit<Met, "near" | "at">[];
};

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
            "Zones, places, papers, figures, statements, plots, leases, rounds of clearance and tasks by what they are or were called, with or without accents",
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
        const access = classesRead(request.asker);
        const asked = { words: typed.words, access, reader: forReader(service.readers, request.asker) };
        const found = fullest((await Promise.all(sources.map((list) => list(moment, asked)))).flat(), access);
        const met = found.flatMap((p, index): Met[] => {
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

/** Of each thing what is known to the most closed class that the asker may read; what they may not find is left out. */
function fullest(found: readonly Prepared[], access: readonly PaperClass[]): readonly Prepared[] {
  const of = new Map<string, Prepared>();
  for (const p of found) {
    const rank = access.indexOf(p.candidate.access);
    const key = `${p.candidate.kind} ${p.candidate.id}`;
    const before = of.get(key);
    if (rank !== -1 && (before === undefined || rank > access.indexOf(before.candidate.access)))
      of.set(key, p);
  }
  return [...of.values()];
}

/** Whether any of some places lies wholly within the asked one. */
function nearTo(places: PlaceDirectory, asked: string): (of: readonly string[]) => boolean {
  const within = new Set(places.scopeOf(asked).within);
  return (of) => of.some((id) => within.has(id));
}
