/** Checks of the register over HTTP: starting one, how far it is, what the last ones found. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { authorOf, permit } from "../../people/permissions.ts";
import type { Db } from "../../platform/database/tables.ts";
import { answer, notFound } from "../../platform/http/server.ts";
import { findRun, listRuns } from "./runStore.ts";
import type { VerificationRuns } from "./runs.ts";
import { verificationList, verificationPage } from "./vocabulary.ts";

export type VerificationService = {
  readonly db: Db;
  readonly runs: VerificationRuns;
  /** The names that stand for who started a check. */
  readonly namesOf: (authors: readonly string[]) => Promise<(author: string) => string>;
};

const tags = ["system"];
const querystring = z.object({ lang: z.enum(["vi", "en"]).default("vi") });
/** Checks that are listed. */
const LISTED = 20;

export const verificationRoutes =
  ({ db, runs, namesOf }: VerificationService): FastifyPluginAsyncZod =>
  async (app) => {
    app.addHook("onClose", () => runs.stop());

    app.get(
      "/api/verifications",
      {
        schema: {
          tags,
          operationId: "listVerifications",
          summary: "The last checks of the register, the newest first",
          querystring,
          response: { 200: verificationList },
        },
      },
      async (request, reply) => {
        const right = permit(request.asker, "verify");
        if (!right.ok) return answer(request, reply, right);
        const items = await listRuns(db, LISTED);
        const nameOf = await namesOf(items.map((run) => run.by));
        return { items: items.map((run) => ({ ...run, by: nameOf(run.by) })) };
      },
    );

    app.get(
      "/api/verifications/:id",
      {
        schema: {
          tags,
          operationId: "getVerification",
          summary: "One check with the differences that it found",
          params: z.object({ id: z.string().min(1) }),
          querystring,
          response: { 200: verificationPage },
        },
      },
      async (request, reply) => {
        const right = permit(request.asker, "verify");
        if (!right.ok) return answer(request, reply, right);
        const found = await findRun(db, request.params.id);
        if (found === null) return answer(request, reply, notFound("verification", request.params.id));
        const { run } = found;
        const differences = found.differences.map(({ what, ...of }) => ({
          ...of,
          text: what[request.query.lang],
        }));
        return { ...run, by: (await namesOf([run.by]))(run.by), differences };
      },
    );

    app.post(
      "/api/verifications",
      {
        schema: {
          tags,
          operationId: "startVerification",
          summary: "Starts a check of the whole register; the same request key again starts nothing",
          querystring,
          body: z.object({ requestKey: z.uuid() }),
          response: { 202: z.object({ id: z.uuid() }) },
        },
      },
      async (request, reply) => {
        const right = permit(request.asker, "verify");
        if (!right.ok) return answer(request, reply, right);
        const { requestKey: id } = request.body;
        const started = await runs.start({ id, by: authorOf(request.asker) });
        return started.ok ? reply.status(202).send({ id }) : answer(request, reply, started);
      },
    );
  };
