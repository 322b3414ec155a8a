/** People at organisations over HTTP: parse, permit for the ground on which the organisation works, store, answer. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type pg from "pg";
import { z } from "zod";
import { done as allow, type Outcome } from "../kernel/problems.ts";
import {
  type Action,
  type Asker,
  authorOf,
  may,
  namesOfAuthors,
  permit,
  permittedOn,
  type Where,
} from "../people/public.ts";
import { liesWithin, type PlaceDirectory } from "../places/public.ts";
import type { Db } from "../platform/database/tables.ts";
import { refuse } from "../platform/http/problems.ts";
import { answer, notFound } from "../platform/http/server.ts";
import { findKnown } from "../register/public.ts";
import { listLooks, type Writing } from "./contactStore.ts";
import { alterContact, eraseContact, keepContact, noteCall, type Seen, seeContacts } from "./contacts.ts";
import { listGrounds, listSame } from "./store.ts";
import { contactDetails, contactList, lookList, newCall } from "./vocabulary.ts";

export type ContactService = {
  readonly db: Db;
  readonly pool: pg.Pool;
  readonly places: () => PlaceDirectory;
};

const tags = ["organisations"];
const lang = z.enum(["vi", "en"]).default("vi");
const querystring = z.object({ lang });
const params = z.object({ id: z.string().min(1) });
const ofContact = z.object({ id: z.string().min(1), contact: z.string().min(1) });
const done = z.object({ done: z.literal(true) });
const LOOKS_SHOWN = 200;

/** Tells people apart without naming them: what an officer and an administrator both see. */
function markOf(id: string): string {
  return id.slice(-6).toUpperCase();
}

export const contactRoutes =
  ({ db, pool, places }: ContactService): FastifyPluginAsyncZod =>
  async (app) => {
    // Who is not signed in learns nothing of which organisations there are people at.
    app.addHook("onRequest", async (request, reply) => {
      const allowed = permit(request.asker, "readPersonal");
      const unknown = !allowed.ok && allowed.problems[0].status === 401;
      return unknown ? refuse(request, reply, allowed.problems) : undefined;
    });

    /** The ground on which the organisation works; null where there is none. */
    const findGround = async (id: string): Promise<{ readonly where: Required<Where> } | null> => {
      const known = await findKnown(db, null);
      const same = known.ok ? await listSame(db, id, { known: known.value, closed: [] }) : [];
      if (same.length === 0) return null;
      const ids = same.map((o) => o.id);
      return { where: { ...(await listGrounds(db, ids)), organisations: [id], lies: liesWithin(places()) } };
    };
    const permitted = async (asker: Asker, id: string, ...actions: readonly [Action, ...Action[]]) =>
      permittedOn(asker, { what: "organisation", id, ground: await findGround(id) }, ...actions);
    /** Does it for who may; 404 where there is no such person. */
    const doing = async (
      asked: { readonly asker: Asker; readonly id: string; readonly action: Action },
      act: (by: Writing) => Promise<boolean>,
    ): Promise<Outcome<z.infer<typeof done>>> => {
      const { asker, id, action } = asked;
      const where = await permitted(asker, id, action);
      if (!where.ok) return where;
      const did = await act({ organisation: id, author: authorOf(asker) });
      return did ? allow({ done: true }) : notFound("contact", id);
    };

    app.get(
      "/api/organisations/:id/contacts",
      {
        schema: {
          tags,
          operationId: "listContacts",
          summary: "The people at an organisation and the last calls; each look is noted",
          params,
          querystring,
          response: { 200: contactList },
        },
      },
      async (request, reply) => {
        const { asker, params: asked } = request;
        const where = await permitted(asker, asked.id, "readPersonal", "erasePersonal", "readLooks");
        if (!where.ok) return answer(request, reply, where);
        const allowed = rightsOf(asker, where.value.where);
        const by = { organisation: asked.id, author: authorOf(asker) };
        const seen = await seeContacts(pool, { ...by, read: allowed.read });
        return { ...(await shown(db, seen)), may: allowed };
      },
    );

    app.post(
      "/api/organisations/:id/contacts",
      {
        schema: {
          tags,
          operationId: "keepContact",
          summary: "Keeps a person at an organisation, sealed under a key of their own",
          params,
          querystring,
          body: contactDetails,
          response: { 201: z.object({ id: z.string() }) },
        },
      },
      async (request, reply) => {
        const { asker, params: asked, body: details } = request;
        const where = await permitted(asker, asked.id, "keepContacts");
        if (!where.ok) return answer(request, reply, where);
        const by = { organisation: asked.id, author: authorOf(asker) };
        const id = await keepContact(pool, { ...by, details });
        return reply.status(201).send({ id });
      },
    );

    app.put(
      "/api/organisations/:id/contacts/:contact",
      {
        schema: {
          tags,
          operationId: "alterContact",
          summary: "Takes new details of a person for the old, which are gone then",
          params: ofContact,
          querystring,
          body: contactDetails,
          response: { 200: done },
        },
      },
      async (request, reply) => {
        const { asker, body: details } = request;
        const { id, contact } = request.params;
        const act = (by: Writing) => alterContact(pool, { ...by, contact, details });
        return answer(request, reply, await doing({ asker, id, action: "keepContacts" }, act));
      },
    );

    app.delete(
      "/api/organisations/:id/contacts/:contact",
      {
        schema: {
          tags,
          operationId: "eraseContact",
          summary: "Erases a person with everything that was noted of them; it can't be undone",
          params: ofContact,
          querystring,
          response: { 200: done },
        },
      },
      async (request, reply) => {
        const { asker } = request;
        const { id, contact } = request.params;
        const act = (by: Writing) => eraseContact(pool, { ...by, contact });
        return answer(request, reply, await doing({ asker, id, action: "erasePersonal" }, act));
      },
    );

    app.post(
      "/api/organisations/:id/calls",
      {
        schema: {
          tags,
          operationId: "noteCall",
          summary: "Notes a call with a person: when, and what was asked",
          params,
          querystring,
          body: newCall,
          response: { 200: done },
        },
      },
      async (request, reply) => {
        const { asker, body } = request;
        const act = (by: Writing) => noteCall(pool, { ...by, call: body });
        const asked = { asker, id: request.params.id, action: "keepContacts" } as const;
        return answer(request, reply, await doing(asked, act));
      },
    );

    app.get(
      "/api/organisations/:id/looks",
      {
        schema: {
          tags,
          operationId: "listLooks",
          summary: "Who looked at, wrote or erased personal data of an organisation, the last first",
          params,
          querystring,
          response: { 200: lookList },
        },
      },
      async (request, reply) => {
        const where = await permitted(request.asker, request.params.id, "readLooks");
        if (!where.ok) return answer(request, reply, where);
        const looks = await listLooks(pool, request.params.id, LOOKS_SHOWN);
        const nameOf = await namesOfAuthors(
          db,
          looks.map((l) => l.asker),
        );
        return { items: looks.map(({ asker, ...l }) => ({ ...l, by: nameOf(asker) })) };
      },
    );
  };

function rightsOf(asker: Asker, where: Where): z.infer<typeof contactList>["may"] {
  const holds = (action: Action) => may(asker, action, { where }).ok;
  return {
    read: holds("readPersonal"),
    keep: holds("keepContacts"),
    erase: holds("erasePersonal"),
    looks: holds("readLooks"),
  };
}

async function shown(db: Db, { contacts, calls }: Seen) {
  const nameOf = await namesOfAuthors(
    db,
    [...contacts, ...calls].map((row) => row.author),
  );
  return {
    contacts: contacts.map(({ id, details, author, at }) => ({
      ...{ id, details, at },
      mark: markOf(id),
      by: nameOf(author),
    })),
    calls: calls.map(({ id, contact, on, asked, author }) => ({
      id,
      contact,
      on,
      asked,
      by: nameOf(author),
    })),
  };
}
