/** What happens to a case, over HTTP: events, the decision, who handles it. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { classesClosed } from "../../people/public.ts";
import { refuse } from "../../platform/http/problems.ts";
import { answer } from "../../platform/http/server.ts";
import { type PaperMeant, paperOf } from "../../recording/public.ts";
import { telling } from "../../recording/vocabulary.ts";
import { findReceipt, isRecorded, plainDateText } from "../../register/public.ts";
import { calendarAt } from "../calendar/calendars.ts";
import { type Act, tell } from "./acting.ts";
import { apologyObjection } from "./apologies.ts";
import { courseOf } from "./course.ts";
import { decideCase } from "./deciding.ts";
import { departureProblem } from "./departing.ts";
import { departsFrom, departureItem, noteTold } from "./departingFor.ts";
import { namesApplicant } from "./dossier.ts";
import { seatsObjection } from "./judging.ts";
import { objectionTo } from "./objections.ts";
import { acted, handling, newEvent } from "./pageWords.ts";
import { NAMES_APPLICANT, NOT_BY_HAND } from "./problems.ts";
import { actedOn, type CaseService, findingCases, lang, params, shortly, tags, workerOf } from "./serving.ts";
import type { CaseEvent, EventKind } from "./vocabulary.ts";

/** What is told by hand; the others come with their own act. */
const BY_HAND: ReadonlySet<EventKind> = new Set([
  "completed",
  "stepDone",
  "daySet",
  "supplementAsked",
  "supplementReceived",
  "paused",
  "resumed",
  "extended",
  "apologised",
  "opinionAsked",
  "opinionGiven",
  "returned",
  "withdrawn",
]);

/** What was written beside an act, with a reason that nothing asked for: neither is lost. */
function noted(note: string | null, reason: string | null): string | null {
  return note !== null && reason !== null ? `${reason}\n\n${note}` : (note ?? reason);
}

/** An address as it reads; as it is where its escapes are broken. */
function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** What of an event is read by everybody who signs in. */
function toldOpenly(event: CaseEvent, paper: PaperMeant | null): readonly string[] {
  const texts = [event.body];
  if (paper?.isNew === true) {
    const { title, note, number, issuer, url, file } = paper.document;
    const address = url === null ? "" : decoded(url);
    texts.push(title, note ?? "", number ?? "", issuer ?? "", address, file?.name ?? "");
  }
  return texts.flatMap((t) => (t === undefined || t === "" ? [] : [t]));
}

export const actRoutes =
  (service: CaseService): FastifyPluginAsyncZod =>
  async (app) => {
    const { db, pool, recording, today } = service;
    const { writer } = recording;
    const { findToHandle } = findingCases(service);

    app.post(
      "/api/cases/:id/events",
      {
        schema: {
          tags,
          operationId: "tellCaseEvent",
          summary: "Tells that something happened; a paper of a step already passed is refused",
          params,
          querystring: lang,
          body: newEvent,
          response: { 200: acted },
        },
      },
      async (request, reply) => {
        const { asker, body } = request;
        const found = await findToHandle(asker, request.params.id, request.query);
        if (!found.ok) return answer(request, reply, found);
        const { read, known } = found.value;
        const { event, on, note, requestKey, expected, paper: rests } = body;
        const asked = { case: event.kind, told: { id: read.held.id, event, on, paper: rests } };
        const before = await findReceipt(db, { requestKey, content: asked });
        if (before !== null) return answer(request, reply, shortly(before));
        if (!BY_HAND.has(event.kind)) return refuse(request, reply, [NOT_BY_HAND]);
        const { steps, rules } = read.procedure;
        const objection =
          objectionTo({ event, on }, read.course, { steps, rules, today: today() }) ??
          apologyObjection({ event, on }, { read, calendar: await calendarAt(db, known), today: today() });
        if (objection !== null) return refuse(request, reply, [objection]);
        const language = request.query.lang;
        const paper = rests === null ? null : await paperOf(recording, rests, { asker, language });
        if (paper !== null && !paper.ok) return answer(request, reply, paper);
        if (await namesApplicant(pool, read.happened, toldOpenly(event, paper?.value ?? null)))
          return refuse(request, reply, [NAMES_APPLICANT]);
        const after = courseOf(steps, [...read.happened, { id: "", on, event }]);
        const act: Act = { worker: workerOf(asker), requestKey, on, note };
        const told = { state: after.state, ...(after.current === null ? {} : { step: after.current }) };
        const of = { on: actedOn(found.value, expected), event, told, asked };
        const outcome = await tell(
          { db, pool, writer },
          act,
          paper === null ? of : { ...of, paper: paper.value },
        );
        return answer(request, reply, shortly(outcome));
      },
    );

    app.post(
      "/api/cases/:id/decision",
      {
        schema: {
          tags,
          operationId: "decideCase",
          summary:
            "The decision: its paper, what it changes in the register, and the end of the case, in one commit",
          params,
          querystring: lang,
          body: z.object({
            outcome: z.enum(["decided", "refused"]),
            telling,
            changes: z.boolean(),
            on: plainDateText,
            expected: z.number().int().nonnegative(),
            note: z.string().trim().min(1).max(2000).nullable().default(null),
            developer: z.string().trim().min(1).max(300).nullable().default(null).meta({
              description: "Whom the paper names as developer, where the telling does not",
            }),
            reason: z.string().trim().min(1).max(2000).nullable().default(null).meta({
              description: "Why the decision departs from what the council came to; sealed in the dossier",
            }),
            requestKey: z.uuid(),
          }),
          response: { 200: acted },
        },
      },
      async (request, reply) => {
        const { asker, body } = request;
        const found = await findToHandle(asker, request.params.id, request.query);
        if (!found.ok) return answer(request, reply, found);
        const { read } = found.value;
        const { outcome: how, on, note, requestKey, expected, telling: told, changes } = body;
        const { steps, rules } = read.procedure;
        const objection = objectionTo({ event: { kind: how }, on }, read.course, {
          steps,
          rules,
          today: today(),
        });
        const again = await isRecorded(db, requestKey);
        if (objection !== null && !again) return refuse(request, reply, [objection]);
        const worker = workerOf(asker);
        const { developer, reason } = body;
        const departs =
          how === "refused" || again
            ? null
            : await departsFrom({ db, pool }, read, {
                telling: told,
                changes,
                developer,
                known: found.value.known,
                closed: classesClosed(request.asker),
              });
        if (departs !== null && reason === null) {
          await noteTold(pool, read, { worker, departs });
          return refuse(request, reply, [departureProblem(departs.departure, departs)]);
        }
        const outcome = await decideCase(
          recording,
          { worker, requestKey, on, note: departs === null ? noted(note, reason) : note },
          {
            ...{ on: actedOn(found.value, expected), about: read.held.attributes },
            ...{ outcome: how, telling: told, changes },
            departure: departs === null || reason === null ? null : departureItem(departs, { reason, note }),
          },
        );
        return answer(request, reply, shortly(outcome));
      },
    );

    app.post(
      "/api/cases/:id/handling",
      {
        schema: {
          tags,
          operationId: "handOverCase",
          summary: "Hands a case over to another officer or unit, or names its council",
          params,
          querystring: lang,
          body: handling,
          response: { 200: acted },
        },
      },
      async (request, reply) => {
        const { asker, body } = request;
        const found = await findToHandle(asker, request.params.id, request.query);
        if (!found.ok) return answer(request, reply, found);
        const { unit, officer, council, on, note, requestKey, expected } = body;
        const objection = council === undefined ? null : seatsObjection(council);
        if (objection !== null) return refuse(request, reply, [objection]);
        const told = {
          ...(unit === undefined ? {} : { unit }),
          ...(officer === undefined ? {} : { officer: `account:${officer}` }),
          ...(council === undefined ? {} : { council }),
        };
        const act: Act = { worker: workerOf(asker), requestKey, on, note };
        const isHanded = unit !== undefined || officer !== undefined || council === undefined;
        const event = { kind: isHanded ? "handedOver" : "councilNamed" } as const;
        const outcome = await tell({ db, pool, writer }, act, {
          on: actedOn(found.value, expected),
          ...{ event, told, asked: { case: event.kind, told: { id: found.value.read.held.id, told, on } } },
        });
        return answer(request, reply, shortly(outcome));
      },
    );
  };
