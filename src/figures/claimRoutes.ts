/** Claims over HTTP: what papers say beside what the register answers. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Asker, may, READING } from "../people/permissions.ts";
import { KEPT } from "../platform/http/keeping.ts";
import { answer, notFound } from "../platform/http/server.ts";
import { findDocument, listDocumentsById } from "../register/public.ts";
import { askWhereAndWhen, questionWords } from "./asking.ts";
import { type ClaimService, keptComparisons } from "./claims.ts";
import { contextOf } from "./registry.ts";
import type { FigureService } from "./routes.ts";
import { type ComparedClaim, comparedClaim, verdict } from "./vocabulary.ts";

const counts = z.object({
  agrees: z.number().int(),
  differs: z.number().int(),
  notDerivable: z.number().int(),
  sameSource: z.number().int(),
});

export const claimRoutes =
  (service: FigureService & ClaimService): FastifyPluginAsyncZod =>
  async (app) => {
    const compared = keptComparisons();
    /** The claims of papers that the asker may read. */
    const seenBy = async (asker: Asker, claims: readonly ComparedClaim[]) => {
      const papers = await listDocumentsById(
        service.db,
        claims.map((c) => c.document.id),
      );
      return claims.filter((c) => may(asker, READING[papers.get(c.document.id)?.access ?? "internal"]).ok);
    };

    app.get(
      "/api/claims",
      {
        config: KEPT,
        schema: {
          tags: ["claims"],
          operationId: "listClaims",
          summary: "What papers say, each beside the register's own value for the same place and time",
          querystring: questionWords.extend({
            document: z.string().min(1).optional(),
            verdict: verdict.optional(),
          }),
          response: { 200: z.object({ items: z.array(comparedClaim), counts }) },
        },
      },
      async (request, reply) => {
        const words = request.query;
        const at = await askWhereAndWhen(words, service);
        if (!at.ok) return answer(request, reply, at);
        const document = words.document === undefined ? null : await findDocument(service.db, words.document);
        if (words.document !== undefined && document === null) return { items: [], counts: countOf([]) };
        const asked = {
          known: at.value.known,
          language: words.lang,
          ...(document === null ? {} : { document: document.id }),
        };
        const context = contextOf(service, request.asker);
        const items = await seenBy(request.asker, await compared(asked, service, context));
        const chosen = items.filter((i) => words.verdict === undefined || i.verdict === words.verdict);
        return { items: chosen, counts: countOf(items) };
      },
    );

    app.get(
      "/api/claims/:id",
      {
        config: KEPT,
        schema: {
          tags: ["claims"],
          operationId: "getClaim",
          summary: "One claim by id or stable key",
          params: z.object({ id: z.string().min(1) }),
          querystring: questionWords,
          response: { 200: comparedClaim },
        },
      },
      async (request, reply) => {
        const at = await askWhereAndWhen(request.query, service);
        if (!at.ok) return answer(request, reply, at);
        const asked = { known: at.value.known, language: request.query.lang };
        const context = contextOf(service, request.asker);
        const items = await seenBy(request.asker, await compared(asked, service, context));
        const found = items.find((i) => i.id === request.params.id || i.key === request.params.id);
        return found ?? answer(request, reply, notFound("claim", request.params.id));
      },
    );
  };

function countOf(
  items: ReadonlyArray<{ readonly verdict: z.infer<typeof verdict> }>,
): z.infer<typeof counts> {
  const of = (v: z.infer<typeof verdict>) => items.filter((i) => i.verdict === v).length;
  return {
    agrees: of("agrees"),
    differs: of("differs"),
    notDerivable: of("notDerivable"),
    sameSource: of("sameSource"),
  };
}
