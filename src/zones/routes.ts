/** Zones over HTTP: lists, the list as a workbook, pages, and what must be cleared up. */
import { PassThrough } from "node:stream";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Asking, ask, contextOf, figureWords } from "../figures/public.ts";
import { type Asker, may, namesOfAuthors } from "../people/public.ts";
import { KEPT } from "../platform/http/keeping.ts";
import { answer, notFound } from "../platform/http/server.ts";
import { clarifyItem, clarifyZones } from "./clarify.ts";
import { chosenColumns, listedZones } from "./listing.ts";
import { listNeighbours } from "./neighbours.ts";
import { neighbourList, type ZonePage, zonePage, zoneSummary } from "./pageVocabulary.ts";
import { findPage, type ListMoney, listSummaries } from "./reading.ts";
import { stage } from "./vocabulary.ts";
import { writeZonesWorkbook } from "./workbook.ts";

export type ZoneService = Asking & {
  readonly listMoney: ListMoney;
  /** Who proposed what was approved of a zone, by commit and the approver who is the author: `12 account:…`. */
  readonly proposersOf: (zone: string) => Promise<ReadonlyMap<string, string>>;
  /** Which of some changes (ids) are in force and may be put right by the asker. */
  readonly correctable: (ids: readonly string[], asker: Asker) => Promise<ReadonlySet<string>>;
  /** A register of invented data says so in every row that leaves it. */
  readonly sample: boolean;
};

const zoneWords = figureWords
  .pick({ place: true, asOf: true, knownAt: true, lang: true, kind: true })
  .extend({ stage: stage.optional(), phases: z.enum(["true", "false"]).default("false") });

/** How the reader sees the list, which the workbook follows. */
const listWords = z.object({
  find: z.string().max(200).default(""),
  lack: z.string().max(40).default(""),
  group: z.string().max(40).default(""),
  sort: z.string().max(40).default(""),
  columns: z.string().max(400).default("").meta({ description: "Names of columns, with commas between" }),
});

export const zoneRoutes =
  (service: ZoneService): FastifyPluginAsyncZod =>
  async (app) => {
    const list = async (words: z.infer<typeof zoneWords>, asker: Asker) => {
      const question = await ask({ ...words, limit: 0 }, service);
      if (!question.ok) return question;
      const given = {
        ...contextOf(service, asker),
        ...{ today: service.today(), withPhases: words.phases === "true" },
      };
      const { items, hidden } = await listSummaries(question.value, given);
      return {
        ok: true as const,
        value: { items: items.filter((i) => words.stage === undefined || i.stage === words.stage), hidden },
      };
    };

    const named = async (page: ZonePage, asker: Asker): Promise<ZonePage["history"]> => {
      const { history } = page;
      const proposers = await service.proposersOf(page.id);
      const correctable = await service.correctable(
        history.map((h) => h.id),
        asker,
      );
      const nameOf = await namesOfAuthors(service.db, [
        ...history.map((h) => h.author),
        ...proposers.values(),
      ]);
      return history.map((h) => {
        const proposer = proposers.get(`${h.commit} ${h.author}`);
        const both = proposer === undefined ? {} : { proposer: nameOf(proposer) };
        return { ...h, author: nameOf(h.author), ...both, correctable: correctable.has(h.id) };
      });
    };

    app.get(
      "/api/zones",
      {
        config: KEPT,
        schema: {
          tags: ["zones"],
          operationId: "listZones",
          summary: "Parks and clusters of a place on a day",
          querystring: zoneWords,
          response: {
            200: z.object({
              items: z.array(zoneSummary),
              /** Zones that who asks may not see. */
              hidden: z.number().int(),
            }),
          },
        },
      },
      async (request, reply) => answer(request, reply, await list(request.query, request.asker)),
    );

    app.get(
      "/api/zones.xlsx",
      {
        schema: {
          tags: ["zones"],
          operationId: "exportZones",
          summary: "The same list as a workbook, narrowed, ordered, grouped and with columns as asked",
          querystring: zoneWords.extend(listWords.shape),
        },
      },
      async (request, reply) => {
        const { lang, kind = "", stage: inStage = "", ...words } = request.query;
        const zones = await list(request.query, request.asker);
        if (!zones.ok) return answer(request, reply, zones);
        reply.type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        reply.header("content-disposition", 'attachment; filename="khu-cum-cong-nghiep.xlsx"');
        const stream = new PassThrough();
        const groups = listedZones(zones.value.items, { ...words, kind, stage: inStage }, lang);
        const columns = chosenColumns(words.columns);
        writeZonesWorkbook(stream, { groups, columns, sample: service.sample, language: lang }).catch(
          (error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))),
        );
        return reply.send(stream);
      },
    );

    app.get(
      "/api/zones/:id",
      {
        // Names of authors may change without a commit.
        config: { kept: ({ asker }) => !may(asker, "readHistory").ok },
        schema: {
          tags: ["zones"],
          operationId: "getZone",
          summary:
            "One zone: each attribute with its paper, since when, and what other papers say; its history for who is signed in",
          params: z.object({ id: z.string().min(1).meta({ example: "cam-giang" }) }),
          querystring: figureWords.pick({ place: true, asOf: true, knownAt: true, lang: true }),
          response: { 200: zonePage },
        },
      },
      async (request, reply) => {
        const question = await ask({ ...request.query, limit: 0 }, service);
        if (!question.ok) return answer(request, reply, question);
        const id = await service.findZone(request.params.id, question.value.known);
        const given = {
          ...contextOf(service, request.asker),
          ...{ today: service.today(), listMoney: service.listMoney },
        };
        const page = id === null ? null : await findPage(id, question.value, given);
        if (page === null) return answer(request, reply, notFound("zone", request.params.id));
        // Who recorded what, and when, is not public; what they recorded is.
        return {
          ...page,
          history: may(request.asker, "readHistory").ok ? await named(page, request.asker) : [],
        };
      },
    );

    app.get(
      "/api/zones/:id/neighbours",
      {
        config: KEPT,
        schema: {
          tags: ["zones"],
          operationId: "listNeighbours",
          summary: "Other zones of the same commune, district, province on the day",
          params: z.object({ id: z.string().min(1).meta({ example: "cam-giang" }) }),
          querystring: figureWords.pick({ place: true, asOf: true, knownAt: true, lang: true }),
          response: { 200: neighbourList },
        },
      },
      async (request, reply) => {
        const question = await ask({ ...request.query, limit: 0 }, service);
        if (!question.ok) return answer(request, reply, question);
        const id = await service.findZone(request.params.id, question.value.known);
        if (id === null) return answer(request, reply, notFound("zone", request.params.id));
        const given = { ...contextOf(service, request.asker), today: service.today() };
        const neighbours = await listNeighbours(id, question.value, given);
        return neighbours ?? answer(request, reply, notFound("zone", request.params.id));
      },
    );

    app.get(
      "/api/clarify",
      {
        config: KEPT,
        schema: {
          tags: ["zones"],
          operationId: "listToClarify",
          summary:
            "What must be cleared up: papers that disagree, disputed existence, values that nobody gave",
          querystring: figureWords.pick({ place: true, asOf: true, knownAt: true, lang: true }),
          response: { 200: z.object({ items: z.array(clarifyItem) }) },
        },
      },
      async (request, reply) => {
        const question = await ask({ ...request.query, limit: 0 }, service);
        if (!question.ok) return answer(request, reply, question);
        return { items: [...(await clarifyZones(question.value, contextOf(service, request.asker)))] };
      },
    );
  };
