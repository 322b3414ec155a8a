/** Organisations over HTTP: the list, and one with what it develops, invests in and issues. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { PlainDate } from "../kernel/dates.ts";
import { searchKey } from "../kernel/text.ts";
import { type Asker, classesClosed, classesRead, forReader } from "../people/permissions.ts";
import type { EachReader } from "../platform/database/logins.ts";
import type { Db } from "../platform/database/tables.ts";
import { KEPT } from "../platform/http/keeping.ts";
import { answer, notFound } from "../platform/http/server.ts";
import { findKnown } from "../register/public.ts";
import { plainDateText } from "../register/vocabulary.ts";
import { pageOf, summaries } from "./reading.ts";
import { organisationPage, organisationSummary } from "./vocabulary.ts";

export type OrganisationService = {
  readonly db: Db;
  /** For reading under the rights of who asks. */
  readonly readers: EachReader<Db>;
  readonly today: () => PlainDate;
};

const words = z.object({
  place: z.string().optional(),
  asOf: plainDateText.optional(),
  knownAt: z.string().min(1).optional(),
  lang: z.enum(["vi", "en"]).default("vi"),
});
const tags = ["organisations"];

export const organisationRoutes =
  ({ db, readers, today }: OrganisationService): FastifyPluginAsyncZod =>
  async (app) => {
    const questionOf = async (given: z.infer<typeof words>, asker: Asker) => {
      const known = await findKnown(db, given.knownAt ?? null);
      if (!known.ok) return known;
      const value = {
        known: known.value,
        asOf: given.asOf ?? today(),
        language: given.lang,
        ...{ access: classesRead(asker), closed: classesClosed(asker), reader: forReader(readers, asker) },
      };
      return { ok: true as const, value };
    };

    app.get(
      "/api/organisations",
      {
        config: KEPT,
        schema: {
          tags,
          operationId: "listOrganisations",
          summary: "Organisations by name, with how much they develop and invest in on the day",
          querystring: words.extend({
            find: z.string().max(200).optional().meta({ description: "Words of the name, or the code" }),
            limit: z.coerce.number().int().min(1).max(500).default(100),
            after: z
              .string()
              .min(1)
              .optional()
              .meta({ description: "Give those after the one with this id" }),
          }),
          response: { 200: z.object({ items: z.array(organisationSummary), next: z.string().nullable() }) },
        },
      },
      async (request, reply) => {
        const { find, limit, after, ...given } = request.query;
        const question = await questionOf(given, request.asker);
        if (!question.ok) return answer(request, reply, question);
        const typed = searchKey(find ?? "")
          .split(" ")
          .filter(Boolean);
        const page = await summaries(db, { words: typed, limit, after: after ?? null }, question.value);
        return { items: [...page.items], next: page.next };
      },
    );

    app.get(
      "/api/organisations/:id",
      {
        config: KEPT,
        schema: {
          tags,
          operationId: "getOrganisation",
          summary: "One organisation: what it develops, invests in and issued, and the papers that name it",
          params: z.object({ id: z.string().min(1) }),
          querystring: words,
          response: { 200: organisationPage },
        },
      },
      async (request, reply) => {
        const question = await questionOf(request.query, request.asker);
        if (!question.ok) return answer(request, reply, question);
        const page = await pageOf(db, request.params.id, question.value);
        return page ?? answer(request, reply, notFound("organisation", request.params.id));
      },
    );
  };
