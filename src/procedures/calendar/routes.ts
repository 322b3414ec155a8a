/** The working calendar over HTTP: a year with its papers, a change of it, and a calendar to subscribe to. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { daySerial, type PlainDate, plainDate } from "../../kernel/dates.ts";
import { authorOf, may, permit } from "../../people/permissions.ts";
import type { Db } from "../../platform/database/tables.ts";
import { answer } from "../../platform/http/server.ts";
import { findKnown, type Writer } from "../../register/public.ts";
import { calendarAt, changeYear, listAdoptedYears, yearOf } from "./calendars.ts";
import { icsOf } from "./ics.ts";
import { calendarAnswer, newYear, yearText } from "./vocabulary.ts";

export type CalendarService = {
  readonly db: Db;
  readonly writer: Writer;
  readonly today: () => PlainDate;
  /** The names that stand for authors where somebody may read them. */
  readonly namesOf: (authors: readonly string[]) => Promise<(author: string) => string>;
};

const tags = ["procedures"];
const lang = z.enum(["vi", "en"]).default("vi");
const knownAt = z.string().min(1).optional().meta({ description: "As it was known then" });

/** Years before and after the present one that a subscription tells of. */
const [YEARS_BEFORE, YEARS_AFTER] = [1, 2];

export const calendarRoutes =
  ({ db, writer, today, namesOf }: CalendarService): FastifyPluginAsyncZod =>
  async (app) => {
    const thisYear = () => Number(today().slice(0, 4));

    app.get(
      "/api/calendar",
      {
        schema: {
          tags,
          operationId: "getCalendar",
          summary: "The days off and the worked weekend days of a year, each with its paper",
          querystring: z.object({ year: yearText.optional(), knownAt, lang }),
          response: { 200: calendarAnswer },
        },
      },
      async (request, reply) => {
        const known = await findKnown(db, request.query.knownAt ?? null);
        if (!known.ok) return answer(request, reply, known);
        const adopted = await listAdoptedYears(db, known.value);
        const year = request.query.year ?? thisYear();
        const names = await namesOf(adopted.map((a) => a.author));
        const { changes, ...of } = yearOf(year, adopted, names);
        const calendar = await calendarAt(db, known.value);
        const [first, last] = [`${year}-01-01`, `${year}-12-31`].map((d) => daySerial(plainDate(d)));
        const before = (first ?? 0) - 1;
        const upTo = calendar.covers(before) ? calendar.workingUpTo(before) : 0;
        return {
          ...of,
          workingDays: calendar.workingUpTo(last ?? 0) - upTo,
          changes: may(request.asker, "readHistory").ok ? [...changes] : null,
        };
      },
    );

    app.put(
      "/api/calendar/:year",
      {
        schema: {
          tags,
          operationId: "changeCalendar",
          summary: "Changes a year of the calendar from now on; what was known before stays as it was",
          params: z.object({ year: yearText }),
          querystring: z.object({ lang }),
          body: newYear,
          response: { 200: z.object({ commit: z.number().int(), at: z.string() }) },
        },
      },
      async (request, reply) => {
        const right = permit(request.asker, "changeSettings");
        if (!right.ok) return answer(request, reply, right);
        const of = { given: request.body, author: authorOf(request.asker) };
        const changed = await changeYear({ db, writer }, request.params.year, of);
        if (!changed.ok) return answer(request, reply, changed);
        const { commit, at } = changed.value;
        return { commit, at };
      },
    );

    app.get(
      "/api/calendar.ics",
      {
        schema: {
          tags,
          operationId: "subscribeCalendar",
          summary: "The same for calendar programs (iCalendar): last year to the year after the next",
          querystring: z.object({ lang }),
        },
      },
      async (request, reply) => {
        const known = await findKnown(db, null);
        if (!known.ok) return answer(request, reply, known);
        const adopted = await listAdoptedYears(db, known.value);
        const count = YEARS_BEFORE + 1 + YEARS_AFTER;
        const years = Array.from({ length: count }, (_, i) => thisYear() - YEARS_BEFORE + i);
        reply.type("text/calendar; charset=utf-8");
        return icsOf(
          years.map((year) => yearOf(year, adopted, String).year),
          { language: request.query.lang, stamp: today() },
        );
      },
    );
  };
