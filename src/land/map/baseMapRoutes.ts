/** The base map over HTTP: which one there is, and taking one into use or out of it. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { refused } from "../../kernel/problems.ts";
import { authorOf, may, permit } from "../../people/permissions.ts";
import type { Db } from "../../platform/database/tables.ts";
import { answer } from "../../platform/http/server.ts";
import type { Writer } from "../../register/public.ts";
import { BASE_MAP, baseMapOf, baseMapProblem, noteOf, originOf } from "./baseMap.ts";
import { findBaseMap } from "./store.ts";
import { baseMapAnswer, newBaseMap } from "./vocabulary.ts";

export type BaseMapService = {
  readonly db: Db;
  readonly writer: Writer;
  /** The names that stand for authors where somebody may read them. */
  readonly namesOf: (authors: readonly string[]) => Promise<(author: string) => string>;
};

const schema = { tags: ["land"] };

export const baseMapRoutes =
  ({ db, writer, namesOf }: BaseMapService): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/api/map/base",
      {
        schema: {
          ...schema,
          operationId: "getBaseMap",
          summary: "The base map under the zones, and who confirmed it",
          response: { 200: baseMapAnswer },
        },
      },
      async (request) => {
        const adopted = await findBaseMap(db, BASE_MAP);
        const used = baseMapOf(adopted?.note ?? null);
        if (adopted === null || used === null) return { baseMap: null };
        const { author, at, commit } = adopted;
        const by = may(request.asker, "readHistory").ok ? (await namesOf([author]))(author) : null;
        return { baseMap: { ...used, by, at, commit } };
      },
    );

    app.put(
      "/api/map/base",
      {
        schema: {
          ...schema,
          operationId: "changeBaseMap",
          summary: "Takes a base map into use, once it is confirmed in words; or none from now on",
          body: newBaseMap,
          response: { 200: z.object({ commit: z.number().int(), at: z.string() }) },
        },
      },
      async (request, reply) => {
        const right = permit(request.asker, "changeSettings");
        if (!right.ok) return answer(request, reply, right);
        const problem = baseMapProblem(request.body);
        if (problem !== null) return answer(request, reply, refused(problem));
        const { requestKey } = request.body;
        const note = noteOf(request.body);
        const version = ((await findBaseMap(db, BASE_MAP))?.version ?? 0) + 1;
        const recorded = await writer.submit({
          ...{ requestKey, content: { baseMap: note }, kind: "setting", detail: {} },
          author: authorOf(request.asker),
          ...{ documents: [], changes: [], entries: [], claims: [], expected: new Map() },
          adoptions: [{ id: uuidv7(), what: BASE_MAP, version, note }],
        });
        if (!recorded.ok) return answer(request, reply, recorded);
        const { commit, at } = recorded.value;
        return { commit, at };
      },
    );
  };

/** The server of the base map, which pages may ask besides their own; read anew once the register has moved. */
export function tileOriginOf(db: Db, look: () => Promise<number>): () => Promise<string | null> {
  let held: { readonly commit: number; readonly origin: string | null } | null = null;
  return async () => {
    const commit = await look();
    if (held?.commit !== commit) {
      const used = baseMapOf((await findBaseMap(db, BASE_MAP))?.note ?? null);
      held = { commit, origin: used === null ? null : originOf(used.url) };
    }
    return held.origin;
  };
}
