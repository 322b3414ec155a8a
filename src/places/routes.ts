/** Places over HTTP: search, one place with its kin. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { PlainDate } from "../kernel/dates.ts";
import { KEPT } from "../platform/http/keeping.ts";
import { answer, notFound } from "../platform/http/server.ts";
import { plainDateText } from "../register/public.ts";
import type { PlaceDirectory, PlaceRelative, PlaceUnit } from "./public.ts";
import { LINK_BASES, LINK_SHARES, linkBasis, linkShare, unitLevel } from "./vocabulary.ts";

export type PlaceService = {
  readonly places: () => PlaceDirectory;
  readonly today: () => PlainDate;
  readonly home: string;
};

const placeName = z.object({ id: z.string(), code: z.string(), name: z.string() });
const branch = placeName.extend({
  level: unitLevel,
  children: z.number().int().meta({ description: "How many units stand directly under it on the day" }),
});
/** A place before or after: `note` says where only a part went there, and where only a name joins the two. */
const relative = placeName.extend({
  share: linkShare,
  basis: linkBasis.nullable(),
  note: z.string().nullable(),
});
const shownPlace = placeName.extend({
  key: z.string(),
  level: unitLevel,
  from: plainDateText.nullable(),
  to: plainDateText.nullable(),
  endsBy: z.boolean().meta({ description: "It is only known to have ended no later than `to`" }),
  within: z.string().nullable(),
  successors: z.array(relative),
});
const placePage = shownPlace.extend({
  otherNames: z.array(z.string()),
  parents: z.array(placeName),
  children: z.array(placeName),
  predecessors: z.array(relative),
});

function named(unit: PlaceUnit) {
  return { id: unit.id, code: unit.code, name: unit.name };
}

/** Of a district every successor has a part, by its communes: that is plain from their number. */
function related(unit: PlaceRelative, lang: "vi" | "en") {
  const { share, basis } = unit;
  const notes = [
    share === "part" && basis !== null ? LINK_SHARES.part[lang] : null,
    basis === "name" ? LINK_BASES.name[lang] : null,
  ].filter((note) => note !== null);
  return { ...named(unit), share, basis, note: notes.length === 0 ? null : notes.join(", ") };
}

type Shown = { readonly on: PlainDate; readonly places: PlaceDirectory; readonly lang: "vi" | "en" };

function shown(unit: PlaceUnit, { on, places, lang }: Shown) {
  const above = places.ancestors(unit.id, on).map((a) => a.name);
  return {
    ...named(unit),
    key: unit.key,
    level: unit.level,
    from: unit.from,
    to: unit.to,
    endsBy: unit.endsBy,
    within: above.length === 0 ? null : above.join(", "),
    successors: unit.to === null ? [] : places.successors(unit.id).map((s) => related(s, lang)),
  };
}

export const placeRoutes =
  (service: PlaceService): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/api/places",
      {
        config: KEPT,
        schema: {
          tags: ["places"],
          operationId: "listPlaces",
          summary: "Places by name (with or without accents, old names too) or code",
          querystring: z.object({
            query: z.string().max(200).optional().meta({ example: "cho don" }),
            asOf: plainDateText.optional(),
            limit: z.coerce.number().int().min(1).max(100).default(20),
            lang: z.enum(["vi", "en"]).default("vi"),
          }),
          response: { 200: z.object({ items: z.array(shownPlace) }) },
        },
      },
      async (request) => {
        const { query, asOf, limit, lang } = request.query;
        const places = service.places();
        const on = asOf ?? service.today();
        const home = places.findByCode(service.home, on);
        const found =
          query === undefined || query.trim() === ""
            ? home === null
              ? []
              : [home]
            : places.search(query, { on, limit });
        return { items: found.map((unit) => shown(unit, { on, places, lang })) };
      },
    );

    app.get(
      "/api/places/tree",
      {
        config: KEPT,
        schema: {
          tags: ["places"],
          operationId: "listPlacesUnder",
          summary: "The units directly under one on a day, or all provinces of that day",
          querystring: z.object({
            under: z.string().min(1).optional().meta({ description: "Id or code of a unit", example: "06" }),
            asOf: plainDateText.optional(),
            lang: z.enum(["vi", "en"]).default("vi"),
          }),
          response: { 200: z.object({ items: z.array(branch) }) },
        },
      },
      async (request, reply) => {
        const places = service.places();
        const on = request.query.asOf ?? service.today();
        const { under } = request.query;
        const branchOf = (unit: PlaceUnit) => ({
          ...named(unit),
          level: unit.level,
          children: places.children(unit.id, on).length,
        });
        if (under === undefined) return { items: places.roots(on).map(branchOf) };
        const unit = places.find(under) ?? places.findByCode(under, on);
        if (unit === null) return answer(request, reply, notFound("place", under));
        return { items: places.children(unit.id, on).map(branchOf) };
      },
    );

    app.get(
      "/api/places/:id",
      {
        config: KEPT,
        schema: {
          tags: ["places"],
          operationId: "getPlace",
          summary: "One place by id or code, with what lies in it, what it was and what it became",
          params: z.object({ id: z.string().min(1).meta({ example: "06" }) }),
          querystring: z.object({ asOf: plainDateText.optional(), lang: z.enum(["vi", "en"]).default("vi") }),
          response: { 200: placePage },
        },
      },
      async (request, reply) => {
        const places = service.places();
        const { lang } = request.query;
        const on = request.query.asOf ?? service.today();
        const unit = places.find(request.params.id) ?? places.findByCode(request.params.id, on);
        if (unit === null) return answer(request, reply, notFound("place", request.params.id));
        return {
          ...shown(unit, { on, places, lang }),
          otherNames: [...unit.otherNames],
          parents: places.ancestors(unit.id, on).map(named),
          children: places.children(unit.id, on).map(named),
          predecessors: places.predecessors(unit.id).map((p) => related(p, lang)),
        };
      },
    );
  };
