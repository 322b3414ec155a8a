/** Units over HTTP: who works where, for everybody with a role; administrators alter it. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { answer } from "../platform/http/server.ts";
import type { PeopleDeps } from "./people.ts";
import { authorOf, permit } from "./permissions.ts";
import { listUnits } from "./unitStore.ts";
import { changeUnit, createUnit, joinUnit, leaveUnit } from "./units.ts";
import { newMember, newUnit, unit, unitChange } from "./unitVocabulary.ts";

const tags = ["people"];
const querystring = z.object({ lang: z.enum(["vi", "en"]).default("vi") });
const params = z.object({ id: z.string().min(1) });

export const unitRoutes =
  (deps: PeopleDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/api/units",
      {
        schema: {
          tags,
          operationId: "listUnits",
          summary: "The units of the office, with who works in each",
          querystring,
          response: { 200: z.object({ items: z.array(unit) }) },
        },
      },
      async (request, reply) => {
        const allowed = permit(request.asker, "readInternal");
        if (!allowed.ok) return answer(request, reply, allowed);
        return { items: [...(await listUnits(deps.db, deps.today()))] };
      },
    );

    app.post(
      "/api/units",
      {
        schema: {
          tags,
          operationId: "createUnit",
          summary: "A new unit, perhaps part of another",
          querystring,
          body: newUnit,
          response: { 201: unit },
        },
      },
      async (request, reply) => {
        const allowed = permit(request.asker, "administerAccounts");
        if (!allowed.ok) return answer(request, reply, allowed);
        const made = await createUnit(deps, { by: authorOf(request.asker), given: request.body });
        return made.ok ? reply.status(201).send(made.value) : answer(request, reply, made);
      },
    );

    app.patch(
      "/api/units/:id",
      {
        schema: {
          tags,
          operationId: "changeUnit",
          summary: "Its name, the unit that it is part of, ended or open",
          params,
          querystring,
          body: unitChange,
          response: { 200: unit },
        },
      },
      async (request, reply) => {
        const allowed = permit(request.asker, "administerAccounts");
        if (!allowed.ok) return answer(request, reply, allowed);
        const of = { by: authorOf(request.asker), given: request.body };
        return answer(request, reply, await changeUnit(deps, request.params.id, of));
      },
    );

    app.post(
      "/api/units/:id/members",
      {
        schema: {
          tags,
          operationId: "joinUnit",
          summary: "An account works in the unit from a day on",
          params,
          querystring,
          body: newMember,
          response: { 201: unit },
        },
      },
      async (request, reply) => {
        const allowed = permit(request.asker, "administerAccounts");
        if (!allowed.ok) return answer(request, reply, allowed);
        const of = { by: authorOf(request.asker), given: request.body };
        const joined = await joinUnit(deps, request.params.id, of);
        return joined.ok ? reply.status(201).send(joined.value) : answer(request, reply, joined);
      },
    );

    app.delete(
      "/api/units/:id/members/:account",
      {
        schema: {
          tags,
          operationId: "leaveUnit",
          summary: "The account works in the unit no more from today on",
          params: params.extend({ account: z.string().min(1) }),
          querystring,
          response: { 200: unit },
        },
      },
      async (request, reply) => {
        const allowed = permit(request.asker, "administerAccounts");
        if (!allowed.ok) return answer(request, reply, allowed);
        const { id, account } = request.params;
        const of = { by: authorOf(request.asker), given: { account } };
        return answer(request, reply, await leaveUnit(deps, id, of));
      },
    );
  };
