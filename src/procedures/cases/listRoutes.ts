/** Lists of cases over HTTP: a page with the counts of every choice, and all of them as a workbook. */
import { PassThrough } from "node:stream";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { done, type Outcome } from "../../kernel/problems.ts";
import { type Asker, permit } from "../../people/public.ts";
import { IN_TURN } from "../../platform/http/keeping.ts";
import { answer } from "../../platform/http/server.ts";
import { findKnown } from "../../register/public.ts";
import { listZonesLast, seenZones, labelOf as zoneLabel } from "../../zones/public.ts";
import { findProcedure } from "../catalogue/catalogue.ts";
import { listLate } from "../deadlines/settling.ts";
import { unknownSubject } from "./grounds.ts";
import { countsOf, statesAsked } from "./narrowing.ts";
import { type CaseCounts, caseList, stateAsked } from "./pageWords.ts";
import { casesOf, type Reading } from "./reading.ts";
import { type CaseService, findingCases, tags, words } from "./serving.ts";
import { type CaseCount, type CasesAsked, countCases } from "./store.ts";
import { caseWords } from "./words.ts";
import { writeCasesWorkbook } from "./workbook.ts";

const listWords = words.extend({
  procedure: z.string().optional(),
  step: z.string().optional().meta({ description: "The step in which it sits" }),
  zone: z.string().optional(),
  project: z.string().optional(),
  plot: z.string().optional(),
  unit: z.string().optional(),
  state: stateAsked.optional(),
});
type ListWords = z.infer<typeof listWords>;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** No id. */
const NOTHING = "00000000-0000-0000-0000-000000000000";
/** Cases read at once for a workbook. */
const A_PAGE = 200;

type AskedFor = {
  readonly asked: Omit<CasesAsked, "limit" | "after">;
  readonly late: readonly string[];
  readonly reading: Reading;
};

export const listRoutes =
  (service: CaseService): FastifyPluginAsyncZod =>
  async (app) => {
    const { db, today } = service;
    const { readingFor } = findingCases(service);

    /** What is asked for, for who may ask. */
    const askedFor = async (query: ListWords, asker: Asker): Promise<Outcome<AskedFor>> => {
      const known = await findKnown(db, query.knownAt ?? null);
      if (!known.ok) return known;
      const reading = await readingFor(asker, known.value, query.lang);
      /** Nothing is found, nor counted, by what who asks may not see. */
      const seen = async (name: "zone" | "project" | "plot") => {
        const id = query[name];
        if (id === undefined || !UUID.test(id)) return id;
        return (await unknownSubject({ [name]: id }, known.value, reading.context)) === null ? id : NOTHING;
      };
      const { procedure, step, unit, state, asOf = today() } = query;
      const [zone, project, plot] = [await seen("zone"), await seen("project"), await seen("plot")];
      const late = await listLate(db, { known: known.value, day: asOf, today: today() });
      const asked = {
        ...{ asOf, known: known.value, procedure, step, zone, project, plot, unit },
        states: statesAsked(state),
        ids: state === "late" ? late : undefined,
        late,
      };
      return done({ asked, late, reading });
    };

    app.get(
      "/api/cases",
      {
        schema: {
          tags,
          operationId: "listCases",
          summary:
            "Cases on a day, what is late first, then what runs, each the newest first, with how many each choice leaves; for who signs in",
          querystring: listWords.extend({
            limit: z.coerce.number().int().min(1).max(A_PAGE).default(50),
            after: z.string().optional(),
          }),
          response: { 200: caseList },
        },
      },
      async (request, reply) => {
        const { asker, query } = request;
        const allowed = permit(asker, "readInternal");
        if (!allowed.ok) return answer(request, reply, allowed);
        const found = await askedFor(query, asker);
        if (!found.ok) return answer(request, reply, found);
        const { asked, late, reading } = found.value;
        const rows = await countCases(db, { ...asked, late });
        const { limit, after } = query;
        return {
          ...{
            asOf: asked.asOf,
            counts: await named(rows, { query: { ...query, zone: asked.zone }, ...found.value }),
            hidden: 0,
          },
          ...(await casesOf({ ...asked, limit, after }, reading)),
        };
      },
    );

    app.get(
      "/api/cases.xlsx",
      {
        config: IN_TURN,
        schema: {
          tags,
          operationId: "exportCases",
          summary: "The same cases, all of them, as a workbook; who applies stands in none",
          querystring: listWords,
        },
      },
      async (request, reply) => {
        const { asker, query } = request;
        const allowed = permit(asker, "export");
        if (!allowed.ok) return answer(request, reply, allowed);
        const found = await askedFor(query, asker);
        if (!found.ok) return answer(request, reply, found);
        const { asked, late, reading } = found.value;
        reply.type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        reply.header("content-disposition", `attachment; filename="ho-so-${asked.asOf}.xlsx"`);
        const stream = new PassThrough();
        const { lang: language } = query;
        const of = { language, sample: service.sample, asOf: asked.asOf, late: new Set(late) };
        writeCasesWorkbook(stream, pages(asked, reading), of).catch((error: unknown) =>
          stream.destroy(error instanceof Error ? error : new Error(String(error))),
        );
        return reply.send(stream);
      },
    );
  };

/** All lines, page after page, so that no more than one is held at once. */
async function* pages(asked: AskedFor["asked"], reading: Reading) {
  let after: string | undefined;
  for (;;) {
    const { items, next } = await casesOf({ ...asked, limit: A_PAGE, after }, reading);
    yield* items;
    if (next === null) return;
    after = next;
  }
}

/** The counts with what each choice is called, as far as the asker may see it. */
async function named(
  rows: readonly CaseCount[],
  { query, asked, reading }: AskedFor & { readonly query: ListWords },
): Promise<CaseCounts> {
  const { context, language, unitNames } = reading;
  const ids = [...new Set(rows.flatMap((row) => row.zone ?? []))];
  const zones = await seenZones(await listZonesLast(context.db, { ids, known: asked.known }), context);
  const zoneNames = new Map(zones.map((z) => [z.id, zoneLabel(z)]));
  const units = await unitNames();
  const steps = caseWords.shapes.step.words;
  return countsOf(rows, query, {
    procedure: (key) => findProcedure(key)?.title[language] ?? key,
    step: (key) => stepOf(query.procedure, key)?.[language] ?? steps[key]?.[language] ?? key,
    unit: (id) => units.get(id) ?? "…",
    zone: (id) => zoneNames.get(id) ?? null,
  });
}

/** What a step is called in the one procedure that is looked at. */
function stepOf(procedure: string | undefined, key: string) {
  const found = procedure === undefined ? null : findProcedure(procedure);
  return found?.versions.flatMap((v) => v.steps).findLast((s) => s.key === key)?.title;
}
