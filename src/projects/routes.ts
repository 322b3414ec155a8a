/** Projects over HTTP: lists by the page, and one project. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  type Asking,
  ask,
  contextOf,
  type FigureContext,
  figureWords,
  type Question,
} from "../figures/public.ts";
import { searchKey } from "../kernel/text.ts";
import { KEPT } from "../platform/http/keeping.ts";
import { answer, notFound } from "../platform/http/server.ts";
import { areAnyClosed, closedAmong, listDocumentsById, type Seen, seenOf } from "../register/public.ts";
import { settingsAt } from "../settings/public.ts";
import { listNames, listZonesLast, seenZones, labelOf as zoneLabel } from "../zones/public.ts";
import { askedOf } from "./finding.ts";
import type { Selection } from "./periods.ts";
import { documentIdsOf, namedIn, type Presenting, pageOf, summaryOf } from "./presenting.ts";
import {
  countProjects,
  findProject,
  findProjectId,
  listProjectPeriods,
  listProjects,
  type ProjectState,
} from "./store.ts";
import {
  type ProjectList,
  type ProjectPage,
  type ProjectStatus,
  projectList,
  projectPage,
  projectStatus,
} from "./vocabulary.ts";

/** The papers and names that some projects refer to. */
async function presentingOf(
  projects: readonly ProjectState[],
  question: Question,
  context: FigureContext,
): Promise<Presenting> {
  const { db, reader, places } = context;
  const { known, asOf, language } = question;
  const { zones, investors } = namedIn(projects);
  const [documents, organisations, named, settings] = await Promise.all([
    listDocumentsById(reader, documentIdsOf(projects)),
    listNames(db, investors, { known, closed: context.closed }),
    listZonesLast(db, { ids: zones, known }).then((found) => seenZones(found, context)),
    settingsAt(db, known),
  ]);
  const names = new Map([...organisations, ...named.map((zone) => [zone.id, zoneLabel(zone)] as const)]);
  return { places, documents, names, asOf, language, settings };
}

/** A page of the projects of a place on a day, the greatest capital first. */
export async function listOf(
  question: Question,
  context: FigureContext,
  selection: Selection,
): Promise<ProjectList> {
  const asked = askedOf(question);
  const closed = (await areAnyClosed(context.db, context.closed)) ? context.closed : [];
  const [page, total] = await Promise.all([
    listProjects(context.db, asked, {
      selection,
      page: { limit: question.limit, after: question.after },
      closed,
    }),
    countProjects(context.db, asked, selection),
  ]);
  // Where one lies is told by the very list of a place, or of a zone, in which it stands.
  const place = question.zone === null ? ["places"] : ["places", "zone"];
  const seen = (await seenProjects(page.items, context)).filter(
    ({ hidden }) => !place.some((name) => hidden.includes(name)),
  );
  const of = await presentingOf(seen, question, context);
  return {
    items: seen.map((p) => summaryOf(p, of)),
    total,
    hidden: page.items.length - seen.length,
    next: page.more ? (page.items.at(-1)?.id ?? null) : null,
  };
}

/** Those of some projects that may be seen, without what rests on papers closed to who asks. */
export async function seenProjects(
  projects: readonly ProjectState[],
  { reader }: Pick<FigureContext, "reader">,
): Promise<readonly Seen<ProjectState>[]> {
  const isClosed = await closedAmong(reader, documentIdsOf(projects));
  return projects.map((p) => seenOf(p, isClosed)).filter(({ hidden }) => !hidden.includes("name"));
}

/** One project by id or stable key; null where it is not known, may not be seen, or nothing of it held on the day. */
export async function findOf(
  idOrKey: string,
  question: Question,
  context: FigureContext,
): Promise<ProjectPage | null> {
  const { known, asOf } = question;
  const id = await findProjectId(context.db, idOrKey, known);
  if (id === null) return null;
  const periods = await seenProjects(await listProjectPeriods(context.db, id, known), context);
  const found = await findProject(context.db, { id, asOf, known });
  const [project] = found === null ? [] : await seenProjects([found], context);
  if (project === undefined) return null;
  return pageOf(project, periods, await presentingOf([project], question, context));
}

/** Words of a name go before a state. */
function selectionOf(
  status: ProjectStatus | undefined,
  find: string | undefined,
  { closed }: FigureContext,
): Selection {
  const words = searchKey(find ?? "")
    .split(" ")
    .filter((word) => word !== "");
  if (words.length > 0) return { kind: "named", words, closed };
  return status === undefined ? { kind: "all" } : { kind: "status", status, closed };
}

const listWords = figureWords.omit({ from: true, to: true }).extend({
  status: projectStatus.optional(),
  find: z.string().max(200).optional().meta({ description: "Words of the name, with or without accents" }),
  limit: figureWords.shape.limit.unwrap().default(50),
});

export const projectRoutes =
  (service: Asking): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/api/projects",
      {
        config: KEPT,
        schema: {
          tags: ["projects"],
          operationId: "listProjects",
          summary: "Investment projects of a place on a day, the greatest registered capital first",
          querystring: listWords,
          response: { 200: projectList },
        },
      },
      async (request, reply) => {
        const { status, find, ...words } = request.query;
        const question = await ask(words, service);
        if (!question.ok) return answer(request, reply, question);
        const context = contextOf(service, request.asker);
        return listOf(question.value, context, selectionOf(status, find, context));
      },
    );

    app.get(
      "/api/projects/:id",
      {
        config: KEPT,
        schema: {
          tags: ["projects"],
          operationId: "getProject",
          summary: "One project on a day: each attribute with its paper and since when, and its life",
          params: z.object({ id: z.string().min(1) }),
          querystring: figureWords.pick({ place: true, asOf: true, knownAt: true, lang: true }),
          response: { 200: projectPage },
        },
      },
      async (request, reply) => {
        const question = await ask({ ...request.query, limit: 0 }, service);
        if (!question.ok) return answer(request, reply, question);
        const page = await findOf(request.params.id, question.value, contextOf(service, request.asker));
        return page ?? answer(request, reply, notFound("project", request.params.id));
      },
    );
  };
