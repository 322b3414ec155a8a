/** Recording by hand over HTTP: papers and organisations to choose from, the form, the dry run, and recording. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { permit } from "../people/public.ts";
import { languageOf, refuse } from "../platform/http/problems.ts";
import { answer, notFound } from "../platform/http/server.ts";
import { plainDateText } from "../register/public.ts";
import { choosingRoutes } from "./choosingRoutes.ts";
import { conflictOf } from "./conflicts.ts";
import { asked, type FormOf, formOf } from "./forming.ts";
import { plotReadingRoutes } from "./plotRoutes.ts";
import { dryRunOf } from "./previewing.ts";
import { proposalRoutes } from "./proposalRoutes.ts";
import { receiveCopy } from "./receiving.ts";
import type { Asking, RecordingDeps } from "./recording.ts";
import { mayTell, permitOnAll, recordsSomewhere } from "./rights.ts";
import { findSubjectId } from "./store.ts";
import { findPlotKnown, findSubjectKnown, readGrounds, wheresOf } from "./subjects.ts";
import { hasMoved, record } from "./submitting.ts";
import { recordingTable } from "./tableWords.ts";
import { tableOf } from "./tabling.ts";
import {
  dryRun,
  isSubjectOf,
  LARGEST_TELLING,
  recorded,
  recordingForm,
  recordRequest,
  type SubjectOf,
  telling,
  toldOf,
} from "./vocabulary.ts";

const lang = z.enum(["vi", "en"]).default("vi");
const tags = ["recording"];
/** As many rows as one telling holds. */
const MOST_ROWS = 500;
const idOrKey = z.string().min(1);
const formQuery = z.object({
  about: toldOf.default("zone"),
  zone: idOrKey.optional().meta({
    description:
      "Id or key: of a zone, or of what an amount or published value is for; a new one unless given",
  }),
  project: idOrKey.optional().meta({ description: "Id or key of a project" }),
  lease: idOrKey.optional().meta({ description: "Id or key of a lease" }),
  plot: idOrKey.optional().meta({ description: "Id or key of the plot that a new lease is of" }),
  clearance: idOrKey.optional().meta({ description: "Id or key of a round of site clearance" }),
  task: idOrKey.optional().meta({ description: "Id or key of a task" }),
  phaseOf: idOrKey.optional().meta({ description: "The zone of which a new phase is to be recorded" }),
  corrects: z.uuid().optional().meta({ description: "The amount that is to be corrected" }),
  on: plainDateText.optional(),
  lang,
});
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
    const findOne = async (kind: SubjectOf, idOrKey: string | undefined, asking: Asking) => {
      const id = idOrKey === undefined ? null : await findSubjectId(deps.db, kind, idOrKey);
      return id === null ? null : findSubjectKnown(deps, { kind, id }, asking);
    };
    /** What a form is asked for; undefined: something of it is not there. */
    const formAsked = async (
      query: z.infer<typeof formQuery>,
      asking: Asking,
    ): Promise<FormOf | undefined> => {
      const {
        about,
        zone: zoneAsked,
        project: projectAsked,
        lease: leaseAsked,
        plot: plotAsked,
        clearance: roundAsked,
        task: taskAsked,
        phaseOf,
        corrects = null,
        on = deps.today(),
      } = query;
      const named = await findOne("zone", phaseOf ?? zoneAsked, asking);
      const project = await findOne("project", projectAsked, asking);
      const round = await findOne("clearance", roundAsked, asking);
      const isLost = named === null && (phaseOf ?? zoneAsked) !== undefined;
      const lease = await findOne("lease", leaseAsked, asking);
      const plot = plotAsked === undefined ? null : await findPlotKnown(deps, plotAsked, asking);
      if (plot === null && plotAsked !== undefined) return undefined;
      if (isLost || (project === null && projectAsked !== undefined)) return undefined;
      if (round === null && roundAsked !== undefined) return undefined;
      if (lease === null && leaseAsked !== undefined) return undefined;
      const task = await findOne("task", taskAsked, asking);
      if (task === null && taskAsked !== undefined) return undefined;
      const own = about === "zone" && phaseOf === undefined ? named : null;
      const subjects = { project, clearance: round, lease, task };
      const subject = isSubjectOf(about) && about !== "zone" ? subjects[about] : own;
      // An amount may be for a round or a lease.
      const whole = about === "entry" ? (round ?? lease ?? named) : about === "lease" ? plot : named;
      const zone = subject !== null ? null : whole;
      return { about, subject, zone, corrects, on };
    };

    await app.register(choosingRoutes(deps));
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
        const refusal = recordsSomewhere(request.asker);
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
          summary:
            "What may be told of a zone, a project, a round of clearance, an amount or a published value, with what is known on a day, and what may be corrected",
          querystring: formQuery,
          response: { 200: recordingForm },
        },
      },
      async (request, reply) => {
        const { asker, query } = request;
        const asking = { asker, language: query.lang };
        const of = await formAsked(query, asking);
        if (of === undefined)
          return answer(
            request,
            reply,
            notFound("subject", query.phaseOf ?? query.zone ?? query.project ?? query.clearance ?? ""),
          );
        // Of what is new the place is not told yet: its form is open to who records anywhere.
        const isNew = of.subject === null && of.zone === null && of.corrects === null;
        const wheres = wheresOf(asked(of), await readGrounds(deps, [asked(of)]), deps.places());
        const allowed = isNew ? recordsSomewhere(asker) : permitOnAll(asker, { action: "record" }, wheres);
        if (allowed !== null && !allowed.ok) return answer(request, reply, allowed);
        return formOf(deps, of, asking);
      },
    );

    app.get(
      "/api/recording/table",
      {
        schema: {
          tags,
          operationId: "getRecordingTable",
          summary: "What one paper may tell of several zones at once, with what is known of each on a day",
          querystring: z.object({
            zones: z.string().max(20_000).default("").meta({ description: "Ids or keys, parted by commas" }),
            on: plainDateText.optional(),
            lang,
          }),
          response: { 200: recordingTable },
        },
      },
      async (request, reply) => {
        const refusal = recordsSomewhere(request.asker);
        if (refusal !== null && !refusal.ok) return answer(request, reply, refusal);
        const { zones, on = deps.today(), lang: language } = request.query;
        const named = zones.split(",").filter((zone) => zone !== "");
        return tableOf(deps, { zones: named.slice(0, MOST_ROWS), on }, { asker: request.asker, language });
      },
    );

    app.post(
      "/api/recording/preview",
      {
        bodyLimit: LARGEST_TELLING,
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
        bodyLimit: LARGEST_TELLING,
        schema: {
          tags,
          operationId: "record",
          summary:
            "Records what a paper tells; 409 subject.moved with the conflict field by field where somebody else was quicker",
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
        const conflict = await conflictOf(deps, told, asking);
        return refuse(request, reply, outcome.problems, { conflict });
      },
    );

    await app.register(proposalRoutes(deps));
    await app.register(plotReadingRoutes(deps));
  };
