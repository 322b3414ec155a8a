/** Households over HTTP: parse, permit for the ground on which the round lies, store, answer. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type pg from "pg";
import { z } from "zod";
import { done as allow, type Outcome, refused } from "../../kernel/problems.ts";
import {
  type Action,
  type Asker,
  authorOf,
  may,
  namesOfAuthors,
  permit,
  permittedOn,
  type Where,
} from "../../people/public.ts";
import { liesWithin, type PlaceDirectory } from "../../places/public.ts";
import type { Db } from "../../platform/database/tables.ts";
import { refuse } from "../../platform/http/problems.ts";
import { answer, notFound } from "../../platform/http/server.ts";
import { findKnown } from "../../register/public.ts";
import { listZonesLast } from "../../zones/public.ts";
import { type Handling, listHouseholdLooks } from "./householdStore.ts";
import { alterHousehold, eraseHousehold, keepHousehold, seeHouseholds } from "./households.ts";
import { householdDetails, householdList, householdLookList, newHousehold } from "./householdWords.ts";
import { findRoundId, listRoundPeriods } from "./store.ts";

export type HouseholdService = {
  readonly db: Db;
  readonly pool: pg.Pool;
  readonly places: () => PlaceDirectory;
};

const tags = ["clearance"];
const querystring = z.object({ lang: z.enum(["vi", "en"]).default("vi") });
const params = z.object({ id: z.string().min(1) });
const ofHousehold = z.object({ id: z.string().min(1), household: z.string().min(1) });
const done = z.object({ done: z.literal(true) });
const LOOKS_SHOWN = 200;

/** A round and where it lies. */
type Ground = { readonly round: string; readonly where: Where };

const keyUsed = refused({
  code: "request.reused",
  status: 409,
  field: "requestKey",
  message: { vi: "Mã yêu cầu này đã dùng cho đợt khác.", en: "This request key was used for another round." },
  remedy: { vi: "Gửi lại với mã mới.", en: "Send it again under a new key." },
});

export const householdRoutes =
  ({ db, pool, places }: HouseholdService): FastifyPluginAsyncZod =>
  async (app) => {
    // Who is not signed in learns nothing of which rounds there are households in.
    app.addHook("onRequest", async (request, reply) => {
      const allowed = permit(request.asker, "handleHouseholds");
      const unknown = !allowed.ok && allowed.problems[0].status === 401;
      return unknown ? refuse(request, reply, allowed.problems) : undefined;
    });

    /** The round and the ground of its zone, of a phase the zone it is part of; null where there is none. */
    const findGround = async (idOrKey: string): Promise<Ground | null> => {
      const known = await findKnown(db, null);
      if (!known.ok) return null;
      const round = await findRoundId(db, idOrKey, known.value);
      const last = round === null ? undefined : (await listRoundPeriods(db, round, known.value)).at(-1);
      if (round === null || last === undefined) return null;
      const ids = [last.attributes.zone].flatMap((zone) => zone ?? []);
      const zones = await listZonesLast(db, { ids, known: known.value });
      const where: Where = {
        places: [...new Set(zones.flatMap((z) => z.attributes.places ?? []))],
        zones: zones.map((z) => z.attributes.phaseOf ?? z.id),
        lies: liesWithin(places()),
      };
      return { round, where };
    };
    const permitted = async (asker: Asker, id: string, ...actions: readonly [Action, ...Action[]]) =>
      permittedOn(asker, { what: "clearance", id, ground: await findGround(id) }, ...actions);
    /** Does it for who may; 404 where there is no such household. */
    const doing = async (
      asked: { readonly asker: Asker; readonly id: string; readonly action: Action },
      act: (by: Handling) => Promise<boolean>,
    ): Promise<Outcome<z.infer<typeof done>>> => {
      const { asker, id, action } = asked;
      const ground = await permitted(asker, id, action);
      if (!ground.ok) return ground;
      const did = await act({ round: ground.value.round, author: authorOf(asker) });
      return did ? allow({ done: true }) : notFound("household", id);
    };

    app.get(
      "/api/clearance/:id/households",
      {
        schema: {
          tags,
          operationId: "listHouseholds",
          summary: "The households of a round, opened for who handles them; each look is noted",
          params,
          querystring,
          response: { 200: householdList },
        },
      },
      async (request, reply) => {
        const { asker, params: asked } = request;
        const ground = await permitted(asker, asked.id, "handleHouseholds", "erasePersonal", "readLooks");
        if (!ground.ok) return answer(request, reply, ground);
        const { round, where } = ground.value;
        const holds = (action: Action) => may(asker, action, { where }).ok;
        const handle = holds("handleHouseholds");
        const seen = await seeHouseholds(pool, { round, author: authorOf(asker), read: handle });
        const nameOf = await namesOfAuthors(
          db,
          seen.map((h) => h.author),
        );
        return {
          items: seen.map(({ author, ...h }) => ({ ...h, by: nameOf(author) })),
          may: { handle, erase: holds("erasePersonal"), looks: holds("readLooks") },
        };
      },
    );

    app.post(
      "/api/clearance/:id/households",
      {
        schema: {
          tags,
          operationId: "keepHousehold",
          summary: "Keeps a household of a round, sealed under a key of its own; sent again, once",
          params,
          querystring,
          body: newHousehold,
          response: { 201: z.object({ id: z.string() }) },
        },
      },
      async (request, reply) => {
        const { asker, params: asked } = request;
        const { requestKey, ...details } = request.body;
        const ground = await permitted(asker, asked.id, "handleHouseholds");
        if (!ground.ok) return answer(request, reply, ground);
        const by = { round: ground.value.round, author: authorOf(asker) };
        const id = await keepHousehold(pool, { ...by, details, requestKey });
        return id === null ? answer(request, reply, keyUsed) : reply.status(201).send({ id });
      },
    );

    app.put(
      "/api/clearance/:id/households/:household",
      {
        schema: {
          tags,
          operationId: "alterHousehold",
          summary: "Takes new details of a household for the old, which are gone then",
          params: ofHousehold,
          querystring,
          body: householdDetails,
          response: { 200: done },
        },
      },
      async (request, reply) => {
        const { asker, body: details } = request;
        const { id, household } = request.params;
        const act = (by: Handling) => alterHousehold(pool, { ...by, household, details });
        return answer(request, reply, await doing({ asker, id, action: "handleHouseholds" }, act));
      },
    );

    app.delete(
      "/api/clearance/:id/households/:household",
      {
        schema: {
          tags,
          operationId: "eraseHousehold",
          summary: "Erases all that is kept of a household but its number; it can't be undone",
          params: ofHousehold,
          querystring,
          response: { 200: done },
        },
      },
      async (request, reply) => {
        const { asker } = request;
        const { id, household } = request.params;
        const act = (by: Handling) => eraseHousehold(pool, { ...by, household });
        return answer(request, reply, await doing({ asker, id, action: "erasePersonal" }, act));
      },
    );

    app.get(
      "/api/clearance/:id/looks",
      {
        schema: {
          tags,
          operationId: "listHouseholdLooks",
          summary: "Who looked at, wrote or erased the data of a round's households, the last first",
          params,
          querystring,
          response: { 200: householdLookList },
        },
      },
      async (request, reply) => {
        const ground = await permitted(request.asker, request.params.id, "readLooks");
        if (!ground.ok) return answer(request, reply, ground);
        const looks = await listHouseholdLooks(pool, ground.value.round, LOOKS_SHOWN);
        const nameOf = await namesOfAuthors(
          db,
          looks.map((l) => l.asker),
        );
        return { items: looks.map(({ asker, ...l }) => ({ ...l, by: nameOf(asker) })) };
      },
    );
  };
