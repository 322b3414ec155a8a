/** Recording by hand over HTTP: papers and organisations to choose from, the form, the dry run, and recording. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { searchKey } from "../kernel/text.ts";
import { may, permit } from "../people/public.ts";
import { languageOf, refuse } from "../platform/http/problems.ts";
import { answer, notFound } from "../platform/http/server.ts";
import { findKnown, plainDateText } from "../register/public.ts";
import { findZoneId } from "../zones/public.ts";
import { formOf } from "./forming.ts";
import { findPapers } from "./papers.ts";
import { findZone } from "./planning.ts";
import { conflictOf, dryRunOf, mayTell } from "./previewing.ts";
import { proposalRoutes } from "./proposalRoutes.ts";
import { receiveCopy } from "./receiving.ts";
import { type RecordingDeps, whereOf } from "./recording.ts";
import { searchOrganisations } from "./store.ts";
import { hasMoved, record } from "./submitting.ts";
import { dryRun, offeredPaper, recorded, recordingForm, recordRequest, telling } from "./vocabulary.ts";

const lang = z.enum(["vi", "en"]).default("vi");
const tags = ["recording"];
const searched = z.object({ query: z.string().max(200).default(""), lang });
/** The body is described but streamed: there is nothing to validate before the handler reads it. */
const UPLOAD = z.any().meta({
  type: "object",
  properties: { file: { type: "string", format: "binary" } },
  required: ["file"],
});

export const recordingRoutes =
  (deps: RecordingDeps): FastifyPluginAsyncZod =>
  async (app) => {
    // Who is not signed in learns nothing of what a request should hold.
    app.addHook("onRequest", async (request, reply) => {
      const allowed = permit(request.asker, "record");
      const unknown = !allowed.ok && allowed.problems[0].status === 401;
      return unknown ? refuse(request, reply, allowed.problems) : undefined;
    });
    /** Whether the asker records anything anywhere: what they choose from is no more than that. */
    const somewhere = (asker: Parameters<typeof may>[0]) => {
      const right = may(asker, "record");
      return right.ok || right.code === "right.elsewhere" ? null : permit(asker, "record");
    };
    const findZoneOf = async (idOrKey: string) => {
      const known = await findKnown(deps.db, null);
      const id = known.ok ? await findZoneId(deps.db, idOrKey, known.value) : null;
      return id === null ? null : findZone(deps, id);
    };

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
        const refusal = somewhere(request.asker);
        if (refusal !== null && !refusal.ok) return answer(request, reply, refusal);
        const asking = { asker: request.asker, language: request.query.lang };
        return { items: [...(await findPapers(deps, request.query.query, asking))] };
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
        const refusal = somewhere(request.asker);
        if (refusal !== null && !refusal.ok) return answer(request, reply, refusal);
        const words = searchKey(request.query.query).split(" ");
        return {
          items: [
            ...(await searchOrganisations(
              deps.db,
              words.filter((w) => w !== ""),
            )),
          ],
        };
      },
    );

    app.post(
      "/api/recording/files",
      {
        schema: {
          tags,
          operationId: "receiveCopy",
          summary:
            "Takes the copy of a paper (multipart, field `file`): PDF, PNG, JPEG or WebP, at most 50 MB",
          consumes: ["multipart/form-data"],
          body: UPLOAD,
          response: {
            200: z.object({ sha256: z.string(), size: z.number(), name: z.string(), type: z.string() }),
          },
        },
      },
      async (request, reply) => {
        const refusal = somewhere(request.asker);
        if (refusal !== null && !refusal.ok) return answer(request, reply, refusal);
        const file = request.isMultipart() ? await request.file() : undefined;
        return answer(request, reply, await receiveCopy(file, deps.files));
      },
    );

    app.get(
      "/api/recording/form",
      {
        schema: {
          tags,
          operationId: "getRecordingForm",
          summary: "What may be told of a zone, with what is known of it on a day, and what may be corrected",
          querystring: z.object({
            zone: z.string().min(1).optional().meta({ description: "Id or key; a new zone unless given" }),
            on: plainDateText.optional(),
            lang,
          }),
          response: { 200: recordingForm },
        },
      },
      async (request, reply) => {
        const { zone: asked, on = deps.today(), lang: language } = request.query;
        const zone = asked === undefined ? null : await findZoneOf(asked);
        if (asked !== undefined && zone === null) return answer(request, reply, notFound("zone", asked));
        const where = whereOf(zone?.state ?? null, { set: {} }, deps.places());
        // Of a new zone the place is not told yet: its form is open to who records anywhere.
        const allowed = zone === null ? somewhere(request.asker) : permit(request.asker, "record", { where });
        if (allowed !== null && !allowed.ok) return answer(request, reply, allowed);
        const of = { zone: zone?.state.id ?? null, on };
        const form = await formOf(deps, of, { asker: request.asker, language });
        return form ?? answer(request, reply, notFound("zone", asked ?? ""));
      },
    );

    app.post(
      "/api/recording/preview",
      {
        schema: {
          tags,
          operationId: "previewRecording",
          summary: "A dry run: what recording it would change, and everything that speaks against it",
          querystring: z.object({ lang }),
          body: telling,
          response: { 200: dryRun },
        },
      },
      async (request, reply) => {
        const { asker, body } = request;
        const allowed = await mayTell(deps, body, { asker, as: "record" });
        if (!allowed.ok) return answer(request, reply, allowed);
        return dryRunOf(deps, body, { asker, language: request.query.lang });
      },
    );

    app.post(
      "/api/recording",
      {
        schema: {
          tags,
          operationId: "record",
          summary:
            "Records what a paper tells of a zone; 409 subject.moved with the conflict field by field where somebody else was quicker",
          querystring: z.object({ lang }),
          body: recordRequest,
          response: { 201: recorded },
        },
      },
      async (request, reply) => {
        const { asker } = request;
        const { requestKey, ...told } = request.body;
        const allowed = await mayTell(deps, told, { asker, as: "recordWithoutApproval" });
        if (!allowed.ok) return answer(request, reply, allowed);
        const asking = { asker, language: languageOf(request) };
        const outcome = await record(deps, told, { asking, under: { requestKey, proposal: null } });
        if (outcome.ok) return reply.status(201).send(outcome.value);
        if (!hasMoved(outcome.problems)) return refuse(request, reply, outcome.problems);
        const zone = told.zone === null ? null : await findZone(deps, told.zone);
        const conflict = await conflictOf(deps, told, { zone, language: asking.language });
        return refuse(request, reply, outcome.problems, { conflict });
      },
    );

    await app.register(proposalRoutes(deps));
  };
