/** The programme over HTTP: every statement of the province's papers, numbers or not. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { isStale } from "../figures/public.ts";
import type { PlainDate } from "../kernel/dates.ts";
import { forReader } from "../people/permissions.ts";
import type { EachReader } from "../platform/database/logins.ts";
import type { Db } from "../platform/database/tables.ts";
import { KEPT } from "../platform/http/keeping.ts";
import { answer } from "../platform/http/server.ts";
import {
  documentLabel,
  documentRef,
  findKnown,
  listDocumentsById,
  partialDateText,
  plainDateText,
} from "../register/public.ts";
import { settingsAt } from "../settings/public.ts";
import { listStatements } from "./store.ts";

export type ProgrammeService = {
  readonly db: Db;
  readonly readers: EachReader<Db>;
  readonly today: () => PlainDate;
};

const shownStatement = z.object({
  id: z.string(),
  part: z.string(),
  statement: z.string(),
  since: partialDateText,
  document: documentRef,
  evidenceAsOf: partialDateText.nullable().meta({ description: "The date of the paper" }),
  stale: z.boolean().meta({ description: "It may have changed since: its paper is old on the asked day" }),
  links: z.array(z.object({ label: z.string(), href: z.string() })),
});

function linkOf(text: string) {
  const [label, href] = text.split("|");
  return { label: label ?? text, href: href ?? "/" };
}

export const programmeRoutes =
  (service: ProgrammeService): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/api/programme",
      {
        config: KEPT,
        schema: {
          tags: ["programme"],
          operationId: "listProgramme",
          summary:
            "The programme: every statement with its paper and, where there are records, the way to them",
          querystring: z.object({
            asOf: plainDateText.optional(),
            knownAt: z.string().min(1).optional(),
            place: z.string().optional(),
            lang: z.enum(["vi", "en"]).default("vi"),
          }),
          response: { 200: z.object({ items: z.array(shownStatement) }) },
        },
      },
      async (request, reply) => {
        const { asOf, knownAt, lang } = request.query;
        const known = await findKnown(service.db, knownAt ?? null);
        if (!known.ok) return answer(request, reply, known);
        const day = asOf ?? service.today();
        const statements = await listStatements(service.db, day, known.value);
        const settings = await settingsAt(service.db, known.value);
        const documents = await listDocumentsById(
          forReader(service.readers, request.asker),
          statements.map((s) => s.document),
        );
        return {
          items: statements.flatMap((s) => {
            const paper = documents.get(s.document);
            if (paper === undefined) return [];
            return {
              id: s.id,
              part: s.part,
              statement: lang === "en" ? (s.statementEn ?? s.statement) : s.statement,
              since: s.since,
              document: { id: s.document, label: documentLabel(paper, lang) },
              evidenceAsOf: paper.signedOn,
              // What a decision laid down holds until another does; what is told may have moved since.
              stale: paper.standing === "says" && isStale(paper.signedOn, { asOf: day, settings }),
              links: s.links.map(linkOf),
            };
          }),
        };
      },
    );
  };
