/** What a form of recording chooses from, over HTTP: papers, organisations, subjects of the register. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { searchKey } from "../kernel/text.ts";
import { classesClosed } from "../people/public.ts";
import { answer } from "../platform/http/server.ts";
import { partialDateText } from "../register/vocabulary.ts";
import { findPapers, offerAlike } from "./papers.ts";
import type { RecordingDeps } from "./recording.ts";
import { recordsSomewhere } from "./rights.ts";
import { nameOf } from "./seeing.ts";
import { searchOrganisations, searchSubjects } from "./store.ts";
import { idsIn } from "./subjects.ts";
import { offeredPaper } from "./vocabulary.ts";

const lang = z.enum(["vi", "en"]).default("vi");
const tags = ["recording"];
const text = (longest: number) => z.string().trim().max(longest).nullable().default(null);
const searched = z.object({ query: z.string().max(200).default(""), lang });
const foundSubject = z.object({
  id: z.string(),
  key: z.string().nullable(),
  label: z.string(),
  places: z.string().meta({ description: "Where it lies, in words" }),
});

function wordsOf(query: string): readonly string[] {
  return searchKey(query)
    .split(" ")
    .filter((word) => word !== "");
}

/** For who records anything anywhere: what they choose from is no more than that. */
export const choosingRoutes =
  (deps: RecordingDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/api/recording/papers",
      {
        schema: {
          tags,
          operationId: "findPapers",
          summary:
            "Papers of the register by words of their number, title or issuer, with or without accents",
          querystring: searched,
          response: { 200: z.object({ items: z.array(offeredPaper) }) },
        },
      },
      async (request, reply) => {
        const refusal = recordsSomewhere(request.asker);
        if (refusal !== null && !refusal.ok) return answer(request, reply, refusal);
        const asking = { asker: request.asker, language: request.query.lang };
        return { items: [...(await findPapers(deps, request.query.query, asking))] };
      },
    );

    app.get(
      "/api/recording/papers/alike",
      {
        schema: {
          tags,
          operationId: "findPapersAlike",
          summary:
            "Papers of the register that a new one is or may be, by its number, issuer and day, or title",
          querystring: z.object({
            ...{ number: text(100), issuer: text(300), url: text(2000) },
            ...{
              signedOn: partialDateText.nullable().default(null),
              title: z.string().max(1000).default(""),
              lang,
            },
          }),
          response: { 200: z.object({ items: z.array(offeredPaper) }) },
        },
      },
      async (request, reply) => {
        const refusal = recordsSomewhere(request.asker);
        if (refusal !== null && !refusal.ok) return answer(request, reply, refusal);
        const { lang, ...face } = request.query;
        return { items: [...(await offerAlike(deps, face, { asker: request.asker, language: lang }))] };
      },
    );

    app.get(
      "/api/recording/organisations",
      {
        schema: {
          tags,
          operationId: "findOrganisations",
          summary: "Organisations of the register by words of their name, or by code",
          querystring: searched,
          response: {
            200: z.object({
              items: z.array(z.object({ id: z.string(), name: z.string(), code: z.string().nullable() })),
            }),
          },
        },
      },
      async (request, reply) => {
        const refusal = recordsSomewhere(request.asker);
        if (refusal !== null && !refusal.ok) return answer(request, reply, refusal);
        const words = wordsOf(request.query.query);
        const closed = classesClosed(request.asker);
        return { items: [...(await searchOrganisations(deps.db, { words, closed }))] };
      },
    );

    app.get(
      "/api/recording/subjects",
      {
        schema: {
          tags,
          operationId: "findSubjects",
          summary:
            "Zones with their phases, projects, rounds of clearance, or leases, by words of their name, with or without accents",
          querystring: searched.extend({
            kind: z.enum(["zone", "project", "clearance", "lease", "task"]).default("zone"),
          }),
          response: { 200: z.object({ items: z.array(foundSubject) }) },
        },
      },
      async (request, reply) => {
        const refusal = recordsSomewhere(request.asker);
        if (refusal !== null && !refusal.ok) return answer(request, reply, refusal);
        const { kind, query } = request.query;
        const closed = classesClosed(request.asker);
        const subjects = await searchSubjects(deps.db, kind, { words: wordsOf(query), closed });
        const places = deps.places();
        const within = (value: unknown) => idsIn(value).flatMap((id) => places.find(id)?.name ?? []);
        return {
          items: subjects.map((s) => ({
            ...{ id: s.id, key: s.key, label: nameOf(s) },
            places: s.placesClosed ? "" : within(s.attributes.places).join(", "),
          })),
        };
      },
    );
  };
