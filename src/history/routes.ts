/** The history of the register over HTTP, for who may read it: commits, one commit, and the same as a workbook. */
import { PassThrough } from "node:stream";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Asker, forReader, permit } from "../people/public.ts";
import type { EachReader } from "../platform/database/logins.ts";
import type { Db } from "../platform/database/tables.ts";
import { IN_TURN } from "../platform/http/keeping.ts";
import { refuse } from "../platform/http/problems.ts";
import { answer, notFound } from "../platform/http/server.ts";
import { findKnown, type Known } from "../register/public.ts";
import { type Reading, readAuthors, readPapers, readParts } from "./reading.ts";
import {
  type CommitCounts,
  type CommitRow,
  countParts,
  findCommit,
  findPaper,
  findSubjects,
  type HistoryFilter,
  listCommits,
  listPartPlaces,
  type PartPlace,
} from "./store.ts";
import type { Correctable, Tell } from "./telling.ts";
import { commitList, commitPage, type HistoryWords, historyWords } from "./vocabulary.ts";
import { writeHistoryWorkbook } from "./workbook.ts";

export type HistoryService = {
  readonly db: Db;
  /** For reading under the rights of who asks. */
  readonly readers: EachReader<Db>;
  readonly tell: Tell;
  readonly correctable: Correctable;
  /** What a subject is called; null where it has no name. */
  readonly nameOf: (
    id: string,
    of: { readonly known: Known; readonly language: "vi" | "en"; readonly asker: Asker },
  ) => Promise<string | null>;
  /** A register of invented data says so in every row that leaves it. */
  readonly sample: boolean;
};

const tags = ["history"];
/** Parts that the list shows of each commit. */
const SHOWN = 4;
/** No id: what nobody bears fits nothing. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

function countsOf(counts: CommitCounts | undefined) {
  const { document = 0, change = 0, entry = 0, claim = 0, adoption = 0 } = counts ?? {};
  return { document, change, entry, claim, adoption };
}

function placeText(place: PartPlace | undefined): string | null {
  return place === undefined ? null : `${place.rank}-${place.ordinal}`;
}

function placeOf(text: string | undefined): { readonly rank: number; readonly ordinal: number } | null {
  const [rank, ordinal] = (text ?? "").split("-").map(Number);
  return rank === undefined || ordinal === undefined ? null : { rank, ordinal };
}

export const historyRoutes =
  (service: HistoryService): FastifyPluginAsyncZod =>
  async (app) => {
    const { db, readers, tell, correctable } = service;
    // Before the handler of each of these routes, so that none can lack it.
    app.addHook("preHandler", async (request, reply) => {
      const allowed = permit(request.asker, "readHistory");
      return allowed.ok ? undefined : refuse(request, reply, allowed.problems);
    });

    const readingFor = async (asker: Asker, language: "vi" | "en"): Promise<Reading> => {
      const known = await findKnown(db, null);
      if (!known.ok) throw new Error("what is known now can't be found");
      const reader = forReader(readers, asker);
      return { db, reader, tell, known: known.value, language, correctable, asker };
    };

    /** What is asked for, by ids, and what it is called. */
    const askedFor = async (words: HistoryWords, reading: Reading) => {
      const { subject, document, author } = words;
      const subjects = subject === undefined ? null : await findSubjects(reading.reader, subject);
      const paper = document === undefined ? null : ((await findPaper(document, reading)) ?? NOBODY);
      const filter: HistoryFilter = {
        subjects,
        document: paper,
        author: author ?? null,
        from: words.from ?? null,
        to: words.to ?? null,
      };
      const [only] = subjects ?? [];
      const asked = {
        subject:
          subject === undefined
            ? null
            : only === undefined
              ? subject
              : ((await service.nameOf(only, reading)) ?? subject),
        document: paper === null ? null : (await readPapers([paper], reading))(paper).label,
        author: author === undefined ? null : (await readAuthors([author], reading))(author),
      };
      return { filter, asked };
    };

    app.get(
      "/api/commits",
      {
        schema: {
          tags,
          operationId: "listCommits",
          summary: "What was recorded, the newest commit first: by whom, when, on which paper, in words",
          querystring: historyWords.extend({
            before: z.coerce.number().int().min(1).optional(),
            limit: z.coerce.number().int().min(1).max(100).default(20),
          }),
          response: { 200: commitList },
        },
      },
      async (request) => {
        const { before, limit, ...words } = request.query;
        const reading = await readingFor(request.asker, words.lang);
        const { filter, asked } = await askedFor(words, reading);
        const found = await listCommits(db, filter, { before: before ?? null, limit: limit + 1 });
        const commits = found.slice(0, limit);
        const items = await summariesOf(commits, filter, reading);
        return { items, asked, next: found.length > limit ? (commits.at(-1)?.no ?? null) : null };
      },
    );

    app.get(
      "/api/commits.xlsx",
      {
        config: IN_TURN,
        schema: {
          tags,
          operationId: "exportCommits",
          summary: "The same, part by part, as a workbook",
          querystring: historyWords,
        },
      },
      async (request, reply) => {
        const allowed = permit(request.asker, "export");
        if (!allowed.ok) return answer(request, reply, allowed);
        const reading = await readingFor(request.asker, request.query.lang);
        const { filter } = await askedFor(request.query, reading);
        reply.type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        reply.header("content-disposition", 'attachment; filename="lich-su-ghi.xlsx"');
        const stream = new PassThrough();
        writeHistoryWorkbook(stream, { filter, reading, sample: service.sample }).catch((error: unknown) =>
          stream.destroy(error instanceof Error ? error : new Error(String(error))),
        );
        return reply.send(stream);
      },
    );

    app.get(
      "/api/commits/:no",
      {
        schema: {
          tags,
          operationId: "getCommit",
          summary: "One commit: its parts in words, and the hashes that chain it to the one before",
          params: z.object({ no: z.coerce.number().int().min(1).meta({ example: 1 }) }),
          querystring: historyWords.omit({ from: true, to: true }).extend({
            after: z
              .string()
              .regex(/^\d{1,3}-\d{1,9}$/)
              .optional()
              .meta({ description: "As `next` of the answer before" }),
            limit: z.coerce.number().int().min(1).max(500).default(100),
          }),
          response: { 200: commitPage },
        },
      },
      async (request, reply) => {
        const { after, limit, ...words } = request.query;
        const commit = await findCommit(db, request.params.no);
        if (commit === null) return answer(request, reply, notFound("commit", String(request.params.no)));
        const reading = await readingFor(request.asker, words.lang);
        const { filter, asked } = await askedFor(words, reading);
        const page = { commits: [commit.no], each: limit + 1, after: placeOf(after) };
        const places = await listPartPlaces(db, filter, page);
        const shown = places.slice(0, limit);
        const counts = await countParts(db, [commit.no], filter);
        const { no, at, parts, hash, previous, root } = commit;
        return {
          ...{ no, at, parts, hash, previous, root, asked },
          counts: countsOf(counts.get(no)),
          items: [...(await readParts(shown, reading))],
          next: places.length > limit ? placeText(shown.at(-1)) : null,
        };
      },
    );
  };

async function summariesOf(commits: readonly CommitRow[], filter: HistoryFilter, reading: Reading) {
  const numbers = commits.map((commit) => commit.no);
  const counts = await countParts(reading.db, numbers, filter);
  const places = await listPartPlaces(reading.db, filter, { commits: numbers, each: SHOWN, after: null });
  const parts = await readParts(places, reading);
  const all = [...counts.values()];
  const nameOf = await readAuthors(
    all.flatMap((c) => c.authors),
    reading,
  );
  const paperOf = await readPapers(
    all.flatMap((c) => c.papers),
    reading,
  );
  return commits.map(({ no, at, parts: total }) => ({
    ...{ no, at, parts: total },
    counts: countsOf(counts.get(no)),
    authors: (counts.get(no)?.authors ?? []).map((id) => ({ id, name: nameOf(id) })),
    papers: (counts.get(no)?.papers ?? []).map(paperOf),
    papersTotal: counts.get(no)?.papersTotal ?? 0,
    items: parts.filter((part) => part.commit === no),
  }));
}
