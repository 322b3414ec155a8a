/** The sealed part of a case over HTTP. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { refuse } from "../../platform/http/problems.ts";
import { answer, notFound } from "../../platform/http/server.ts";
import { type Act, keepItem } from "./acting.ts";
import { openDossier, openFile } from "./dossier.ts";
import { LARGEST_FILE } from "./dossierWords.ts";
import { mayKeep, mayOpen } from "./handling.ts";
import { objectionTo } from "./objections.ts";
import { dossier, keptItem, newItem } from "./pageWords.ts";
import { councilObjection, scoringFor } from "./scoringFor.ts";
import { actedOn, type CaseService, findingCases, lang, params, tags, workerOf } from "./serving.ts";

export const dossierRoutes =
  (service: CaseService): FastifyPluginAsyncZod =>
  async (app) => {
    const { db, pool, recording, today } = service;
    const { writer } = recording;
    const { find } = findingCases(service);

    app.get(
      "/api/cases/:id/dossier",
      {
        schema: {
          tags,
          operationId: "openDossier",
          summary: "What is sealed in a case, for its unit and its council; each look is noted",
          params,
          querystring: lang,
          response: { 200: dossier },
        },
      },
      async (request, reply) => {
        const { asker } = request;
        const found = await find(asker, request.params.id, request.query);
        if (!found.ok) return answer(request, reply, found);
        const { read, where } = found.value;
        const worker = workerOf(asker);
        const opened = mayOpen(worker, read.held.attributes, where);
        if (!opened.ok) return answer(request, reply, opened);
        const insider = opened.value;
        const items = await openDossier({ db, pool }, { ...read, worker, insider });
        const scoring = await scoringFor(pool, read, {
          worker,
          insider,
          where,
          language: request.query.lang,
        });
        return { items: [...items], scoring, insider };
      },
    );

    app.get(
      "/api/cases/:id/dossier/:item/file",
      {
        schema: {
          tags,
          operationId: "openDossierFile",
          summary: "A file of the dossier, for its unit and its council; the look is noted",
          params: params.extend({ item: z.uuid() }),
          querystring: lang,
        },
      },
      async (request, reply) => {
        const { asker } = request;
        const found = await find(asker, request.params.id, request.query);
        if (!found.ok) return answer(request, reply, found);
        const { read, where } = found.value;
        const worker = workerOf(asker);
        const opened = mayOpen(worker, read.held.attributes, where);
        if (!opened.ok) return answer(request, reply, opened);
        const insider = opened.value;
        const file = await openFile({ pool }, { ...read, worker, insider }, request.params.item);
        if (file === null) return answer(request, reply, notFound("file", request.params.item));
        // Whatever it is called, it is saved, never shown by the browser as a page of ours.
        const name = encodeURIComponent(file.name);
        return reply
          .type("application/octet-stream")
          .header("content-disposition", `attachment; filename*=UTF-8''${name}`)
          .header("cache-control", "no-store")
          .send(file.bytes);
      },
    );

    app.post(
      "/api/cases/:id/dossier",
      {
        bodyLimit: Math.ceil((LARGEST_FILE * 4) / 3) + 64 * 1024,
        schema: {
          tags,
          operationId: "keepInDossier",
          summary:
            "Keeps something sealed in the dossier: an applicant, a score sheet, a draft, an opinion, a file",
          params,
          querystring: lang,
          body: newItem,
          response: { 200: keptItem },
        },
      },
      async (request, reply) => {
        const { asker, body } = request;
        const found = await find(asker, request.params.id, request.query);
        if (!found.ok) return answer(request, reply, found);
        const { read, where } = found.value;
        const worker = workerOf(asker);
        const allowed = mayKeep(worker, body.item.kind, { held: read.held.attributes, where });
        if (!allowed.ok) return answer(request, reply, allowed);
        const { on, requestKey, item } = body;
        const { steps, rules } = read.procedure;
        const event = { kind: "kept" as const };
        const objection = objectionTo({ event, on }, read.course, { steps, rules, today: today() });
        if (objection !== null) return refuse(request, reply, [objection]);
        const against = await councilObjection(pool, read, { worker, item });
        if (against !== null) return refuse(request, reply, [against]);
        const act: Act = { worker, requestKey, on, note: null };
        const kept = await keepItem({ db, pool, writer }, act, { on: actedOn(found.value, 0), item });
        if (!kept.ok) return answer(request, reply, kept);
        return { id: kept.value.id, commit: kept.value.receipt.commit };
      },
    );
  };
