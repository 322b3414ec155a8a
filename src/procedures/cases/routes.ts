/** Cases over HTTP: a page, receiving a dossier, and where one stands by its receipt. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { ANONYMOUS } from "../../people/public.ts";
import { refuse } from "../../platform/http/problems.ts";
import { answer } from "../../platform/http/server.ts";
import { findKnown } from "../../register/public.ts";
import { openCase, sameSecret, secretHash } from "./acting.ts";
import { actRoutes } from "./actRoutes.ts";
import { courseOf } from "./course.ts";
import { dossierRoutes } from "./dossierRoutes.ts";
import { unknownSubject, whereOf } from "./grounds.ts";
import { mayHandle } from "./handling.ts";
import { listRoutes } from "./listRoutes.ts";
import { objectionTo } from "./objections.ts";
import { casePage, lookedUp, newCase, openedCase } from "./pageWords.ts";
import { NOT_FOUND_BY_SECRET, PLACE_NEEDED, PROCEDURE_UNKNOWN } from "./problems.ts";
import { pageOf, readCase } from "./reading.ts";
import { type CaseService, findingCases, lang, params, tags, words, workerOf } from "./serving.ts";
import { findSecret } from "./store.ts";
import { STATES } from "./vocabulary.ts";

export const caseRoutes =
  (service: CaseService): FastifyPluginAsyncZod =>
  async (app) => {
    const { db, pool, recording, today } = service;
    const { writer } = recording;
    const { find, readingFor } = findingCases(service);
    await app.register(listRoutes(service));
    await app.register(actRoutes(service));
    await app.register(dossierRoutes(service));

    app.post(
      "/api/cases",
      {
        schema: {
          tags,
          operationId: "openCase",
          summary: "Receives a dossier: a number, and the words by which whoever filed it looks it up",
          querystring: lang,
          body: newCase,
          response: { 200: openedCase },
        },
      },
      async (request, reply) => {
        const { asker, body } = request;
        const known = await findKnown(db, null);
        if (!known.ok) return answer(request, reply, known);
        const reading = await readingFor(asker, known.value, request.query.lang);
        const { on, note, requestKey, procedure, unit, officer, answerBy, silenceAgrees, topic, ...about } =
          body;
        const { zone, project, plot, places } = about;
        const attributes = {
          ...{ procedure, unit },
          ...(topic === null ? {} : { topic }),
          ...(zone === null ? {} : { zone }),
          ...(project === null ? {} : { project }),
          ...(plot === null ? {} : { plot }),
          ...(places.length === 0 ? {} : { places }),
          ...(officer === null ? {} : { officer: `account:${officer}` }),
          ...(answerBy === null ? {} : { answerBy, silenceAgrees }),
        };
        const { context } = reading;
        const where = await whereOf(attributes, { db, known: known.value, directory: context.places });
        const lost = await unknownSubject(attributes, known.value, context);
        const allowed = mayHandle(workerOf(asker), attributes, where);
        if (!allowed.ok) return answer(request, reply, allowed);
        if (lost !== null) return refuse(request, reply, [lost]);
        if (where.places.length === 0) return refuse(request, reply, [PLACE_NEEDED]);
        const pinned = reading.procedures.find(procedure, { happened: [], asOf: on });
        if (pinned === null) return refuse(request, reply, [PROCEDURE_UNKNOWN]);
        const first = { id: "", on, event: { kind: "received" as const } };
        const objection = objectionTo({ event: first.event, on }, courseOf(pinned.steps, []), {
          ...{ steps: pinned.steps, rules: pinned.rules, today: today() },
        });
        if (objection !== null) return refuse(request, reply, [objection]);
        const course = courseOf(pinned.steps, [first]);
        const opened = await openCase(
          { db, pool, writer },
          {
            ...{ worker: workerOf(asker), requestKey, on, note, attributes, step: course.current },
            title: `Hồ sơ: ${pinned.title.vi}`,
          },
        );
        if (!opened.ok) return answer(request, reply, opened);
        const { id, number, secret, receipt } = opened.value;
        return { id, number, secret, commit: receipt.commit };
      },
    );

    app.get(
      "/api/cases/:id",
      {
        schema: {
          tags,
          operationId: "getCase",
          summary: "One case on a day: its course, what happened, and under which text it goes",
          params,
          querystring: words,
          response: { 200: casePage },
        },
      },
      async (request, reply) => {
        const { asker, query } = request;
        const found = await find(asker, request.params.id, query);
        if (!found.ok) return answer(request, reply, found);
        const { read, known } = found.value;
        const reading = await readingFor(asker, known, query.lang);
        return pageOf(read, { worker: workerOf(asker), known }, reading);
      },
    );

    app.post(
      "/api/cases/look-up",
      {
        schema: {
          tags,
          operationId: "lookUpCase",
          summary: "Where a dossier stands, by the number and the words of its receipt: the step alone",
          querystring: lang,
          body: z.object({
            number: z.string().trim().min(1).max(40),
            secret: z.string().trim().min(1).max(40),
          }),
          response: { 200: lookedUp },
        },
      },
      async (request, reply) => {
        const { number, secret } = request.body;
        const { lang: language } = request.query;
        const known = await findKnown(db, null);
        if (!known.ok) return answer(request, reply, known);
        const reading = await readingFor(ANONYMOUS, known.value, language);
        const read = await readCase(number, { asOf: today(), known: known.value }, reading);
        const hash = read === null ? null : await findSecret(db, read.held.id);
        // A number that does not exist and words that do not fit are answered alike.
        if (read === null || hash === null || !sameSecret(hash, secretHash(read.held.id, secret))) {
          return refuse(request, reply, [NOT_FOUND_BY_SECRET]);
        }
        const { course, procedure } = read;
        const step = procedure.steps.find((s) => s.key === course.current);
        return {
          number: read.held.attributes.number ?? "",
          procedure: procedure.title[language],
          step: step?.title[language] ?? null,
          state: STATES[course.state][language],
          receivedOn: course.receivedOn,
        };
      },
    );
  };
