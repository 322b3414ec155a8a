/** Foresight over HTTP. Nothing of it is public, and of a case nobody but its unit and its council is told. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Asking, ask, contextOf, figureWords } from "../../figures/public.ts";
import { may, permit } from "../../people/public.ts";
import { answer, notFound } from "../../platform/http/server.ts";
import { findKnown, type Known } from "../../register/public.ts";
import { settingsAt } from "../../settings/public.ts";
import { listPhasesOf, listZonesById } from "../../zones/public.ts";
import { whereOf } from "../cases/grounds.ts";
import { mayOpen } from "../cases/handling.ts";
import { type CaseService, findingCases, lang, params, words, workerOf } from "../cases/serving.ts";
import { answerSignal } from "./answering.ts";
import { caseForesightOf } from "./caseReading.ts";
import type { Asked, Forecaster } from "./forecasting.ts";
import { caseForesight, newAnswer, progress, zoneForesight } from "./pageWords.ts";
import { progressOf } from "./progressReading.ts";
import { behindZone, chainShown, type Reading, readZones, signalsShown } from "./zoneReading.ts";

const tags = ["foresight"];
const placeWords = figureWords.pick({ place: true, asOf: true, knownAt: true, lang: true, kind: true });

/** The settings of then with the day. */
export async function askedOf(
  { db, today }: Pick<Asking, "db" | "today">,
  of: { readonly asOf?: Asked["asOf"] | undefined; readonly known: Known },
): Promise<Asked> {
  return { asOf: of.asOf ?? today(), known: of.known, settings: await settingsAt(db, of.known) };
}

export const foresightRoutes =
  (service: CaseService, forecaster: Forecaster): FastifyPluginAsyncZod =>
  async (app) => {
    const { db } = service;
    const { find } = findingCases(service);

    app.get(
      "/api/foresight",
      {
        schema: {
          tags,
          operationId: "getProgress",
          summary: "Where every zone and running case of a place stands, and by when it will be finished",
          querystring: placeWords,
          response: { 200: progress },
        },
      },
      async (request, reply) => {
        const { asker, query } = request;
        const allowed = permit(asker, "readInternal");
        if (!allowed.ok) return answer(request, reply, allowed);
        const question = await ask({ ...query, limit: 0 }, service);
        if (!question.ok) return answer(request, reply, question);
        const asked = await askedOf(service, question.value);
        const context = contextOf(service, asker);
        const reading: Reading = { context, forecaster, asked, language: query.lang };
        return progressOf(question.value, { worker: workerOf(asker), reading });
      },
    );

    app.get(
      "/api/foresight/zones/:id",
      {
        schema: {
          tags,
          operationId: "getZoneForesight",
          summary: "Forecasts of a zone and its phases, beside the dates of papers, and what should be asked",
          params,
          querystring: placeWords.omit({ kind: true }),
          response: { 200: zoneForesight },
        },
      },
      async (request, reply) => {
        const { asker, query } = request;
        const allowed = permit(asker, "readInternal");
        if (!allowed.ok) return answer(request, reply, allowed);
        const known = await findKnown(db, query.knownAt ?? null);
        if (!known.ok) return answer(request, reply, known);
        const asked = await askedOf(service, { asOf: query.asOf, known: known.value });
        const context = contextOf(service, asker);
        const reading: Reading = { context, forecaster, asked, language: query.lang };
        const id = await service.findZone(request.params.id, known.value);
        const zones = id === null ? [] : await zoneAndPhases(id, reading);
        const reads = await readZones(zones, reading);
        if (id === null || reads.every((r) => r.zone.id !== id)) {
          return answer(request, reply, notFound("zone", request.params.id));
        }
        const where = await whereOf({ zone: id }, { db, known: known.value, directory: context.places });
        const parts = [];
        for (const read of reads) {
          parts.push({
            ...chainShown(read, reading),
            papers: read.papers,
            behind: await behindZone(read, reading),
            signals: signalsShown(read, query.lang),
          });
        }
        const mayAnswer = may(asker, "handleCases", { where }).ok;
        return { asOf: asked.asOf, enough: asked.settings.enoughTimes, parts, mayAnswer };
      },
    );

    app.get(
      "/api/foresight/cases/:id",
      {
        schema: {
          tags,
          operationId: "getCaseForesight",
          summary: "When a case will be decided; for its handling unit and its council",
          params,
          querystring: words,
          response: { 200: caseForesight },
        },
      },
      async (request, reply) => {
        const { asker, query } = request;
        const found = await find(asker, request.params.id, query);
        if (!found.ok) return answer(request, reply, found);
        const { read, known, where } = found.value;
        // Who had the case then, and hands it on, is inside no more.
        const now = await find(asker, request.params.id, { lang: query.lang });
        if (!now.ok) return answer(request, reply, now);
        for (const one of [now.value, { read, where }]) {
          const opened = mayOpen(workerOf(asker), one.read.held.attributes, one.where);
          if (!opened.ok) return answer(request, reply, opened);
        }
        const asked = await askedOf(service, { asOf: query.asOf, known });
        return caseForesightOf(read, { forecaster, asked, language: query.lang });
      },
    );

    app.post(
      "/api/foresight/answers",
      {
        schema: {
          tags,
          operationId: "answerSignal",
          summary: "Answers a question about a zone; it is not asked again until the facts change",
          querystring: lang,
          body: newAnswer,
          response: { 201: z.object({ id: z.string() }) },
        },
      },
      async (request, reply) => {
        const { asker, body, query } = request;
        const known = await findKnown(db, null);
        if (!known.ok) return answer(request, reply, known);
        const asked = await askedOf(service, { known: known.value });
        const context = contextOf(service, asker);
        const kept = await answerSignal(body, asker, { context, forecaster, asked, language: query.lang });
        if (!kept.ok) return answer(request, reply, kept);
        return reply.status(201).send(kept.value);
      },
    );
  };

/** A zone and its phases on the day; of a phase it alone. */
async function zoneAndPhases(id: string, { context, asked }: Reading) {
  const { db } = context;
  const zones = await listZonesById(db, { ids: [id], asOf: asked.asOf, known: asked.known });
  const phases = await listPhasesOf(db, { zones: [id], asOf: asked.asOf, known: asked.known });
  return [...zones, ...phases];
}
