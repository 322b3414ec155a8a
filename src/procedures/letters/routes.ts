/**
 * Letters of a case over HTTP, for its handling unit and its council, to be read or as a Word file; each letter that is
 * opened is a noted look.
 */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { done, type Outcome } from "../../kernel/problems.ts";
import { type Asker, listUnits, namesOfAuthors } from "../../people/public.ts";
import { refuse } from "../../platform/http/problems.ts";
import { dispositionOf } from "../../platform/http/sending.ts";
import { answer, notFound } from "../../platform/http/server.ts";
import { WORD } from "../../platform/papers/wordType.ts";
import { documentLabel, listDocumentsById } from "../../register/public.ts";
import { sameSecret, secretHash } from "../cases/acting.ts";
import { openDossier } from "../cases/dossier.ts";
import { type Insider, mayOpen } from "../cases/handling.ts";
import { NOT_FOUND_BY_SECRET } from "../cases/problems.ts";
import { aboutCase, readOf } from "../cases/reading.ts";
import {
  type CaseService,
  type Found,
  findingCases,
  lang,
  params,
  tags,
  workerOf,
} from "../cases/serving.ts";
import { findSecret } from "../cases/store.ts";
import type { LetterFacts } from "./facts.ts";
import { type LetterRef, lettersOf } from "./sending.ts";
import { BLANK, LETTERS, type Letter, letter, letterList, secretSaid } from "./vocabulary.ts";
import { namesApplicant, writeLetter } from "./writing.ts";

/** Asked of today alone: who handled a case once opens nothing of it now. */
type Query = z.infer<typeof lang>;
type Opened = Found & { readonly insider: Insider };

const ofLetter = params.extend({ letter: z.string().min(1).max(100) });
const to = z.uuid().optional().meta({ description: "The applicant it is to, by its item of the dossier" });
/** A Word file is written in Vietnamese, whatever language refusals are asked for in. */
const toWord = lang.extend({ to });
type Asking = {
  readonly asker: Asker;
  readonly query: Query & { readonly to?: string | undefined };
  readonly params: z.infer<typeof ofLetter>;
};
type Ready = { readonly letter: Letter; readonly found: Opened };

export const letterRoutes =
  (service: CaseService): FastifyPluginAsyncZod =>
  async (app) => {
    const { db } = service;
    const { find } = findingCases(service);

    /** The case for who may open what is sealed in it: letters tell of who applies, of notes and drafts. */
    const open = async (asker: Asker, id: string, query: Query): Promise<Outcome<Opened>> => {
      const found = await find(asker, id, query);
      if (!found.ok) return found;
      const { read, where } = found.value;
      const insider = mayOpen(workerOf(asker), read.held.attributes, where);
      return insider.ok ? done({ ...found.value, insider: insider.value }) : insider;
    };

    /** One letter of the case as it is now, for who may open it. */
    const letterFor = async ({ asker, query, params: asked }: Asking): Promise<Outcome<Ready>> => {
      const found = await open(asker, asked.id, query);
      if (!found.ok) return found;
      const ref = lettersOf(found.value.read).find((l) => l.key === asked.letter);
      if (ref === undefined) return notFound("letter", asked.letter);
      const facts = await factsOf(service, { ...found.value, asker, query, ref });
      if (query.to !== undefined && facts.addressee !== query.to) return notFound("applicant", query.to);
      return done({ letter: writeLetter(facts), found: found.value });
    };

    /** The letter as a Word file. */
    const sendWord = async (reply: FastifyReply, { letter, found }: Ready, secret: string | null) => {
      // Only who makes a paper needs what writes one.
      const { wordName, writeWord } = await import("./wordFile.ts");
      return reply
        .type(WORD)
        .header(
          "content-disposition",
          dispositionOf("attachment", wordName(letter, found.read.held.attributes.number)),
        )
        .header("cache-control", "no-store")
        .send(await writeWord(letter, secret));
    };
    const inVietnamese = (
      { asker, query }: Pick<Asking, "asker" | "query">,
      of: Asking["params"],
    ): Asking => ({
      ...{ asker, params: of, query: { ...query, lang: "vi" } },
    });

    app.get(
      "/api/cases/:id/letters",
      {
        schema: {
          tags,
          operationId: "listLetters",
          summary: "The letters that a case sends, for its unit and its council; nothing sealed is opened",
          params,
          querystring: lang,
          response: { 200: letterList },
        },
      },
      async (request, reply) => {
        const { asker, query } = request;
        const found = await open(asker, request.params.id, query);
        if (!found.ok) return answer(request, reply, found);
        return {
          items: lettersOf(found.value.read).map(({ key, kind, on, about }) => ({
            ...{ key, on, about: about?.[query.lang] ?? null, label: LETTERS[kind][query.lang] },
          })),
        };
      },
    );

    app.get(
      "/api/cases/:id/letters/:letter",
      {
        schema: {
          tags,
          operationId: "openLetter",
          summary: "One letter with all it tells, for the unit and the council; the look is noted",
          params: ofLetter,
          querystring: lang.extend({ to }),
          response: { 200: letter },
        },
      },
      async (request, reply) => {
        const ready = await letterFor(request);
        if (!ready.ok) return answer(request, reply, ready);
        reply.header("cache-control", "no-store");
        return ready.value.letter;
      },
    );

    app.get(
      "/api/cases/:id/letters/:letter/word",
      {
        schema: {
          tags,
          operationId: "exportLetter",
          summary:
            "One letter as a Word file in Vietnamese, in the layout of administrative papers; the look is noted",
          params: ofLetter,
          querystring: toWord,
        },
      },
      async (request, reply) => {
        const ready = await letterFor(inVietnamese(request, request.params));
        return ready.ok ? sendWord(reply, ready.value, null) : answer(request, reply, ready);
      },
    );

    app.post(
      "/api/cases/:id/letters/receipt/word",
      {
        schema: {
          tags,
          operationId: "exportReceipt",
          summary:
            "The receipt as a Word file with the words for looking up, for whoever was shown them; they are no part of an address",
          params,
          querystring: toWord,
          body: z.object({ secret: z.string().trim().min(1).max(40) }),
        },
      },
      async (request, reply) => {
        const of = { ...request.params, letter: "receipt" };
        const ready = await letterFor(inVietnamese(request, of));
        if (!ready.ok) return answer(request, reply, ready);
        const { id } = ready.value.found.read.held;
        const { secret } = request.body;
        const hash = await findSecret(db, id);
        if (hash === null || !sameSecret(hash, secretHash(id, secret)))
          return refuse(request, reply, [NOT_FOUND_BY_SECRET]);
        return sendWord(reply, ready.value, secretSaid(secret, homeOf(request), "vi"));
      },
    );
  };

/** Where people who look at the receipt reach this server, as its own pages see it. */
function homeOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${host}`;
}

type Asked = Opened & {
  readonly asker: Asker;
  readonly query: Query & { readonly to?: string | undefined };
  readonly ref: LetterRef;
};

/** Gathers what a letter tells. The dossier is opened as on its page, so that the look is noted alike. */
async function factsOf(service: CaseService, asked: Asked): Promise<LetterFacts> {
  const { db, pool, today } = service;
  const { read, known, insider, asker, query, ref } = asked;
  const { lang: language } = query;
  const { readingFor } = findingCases(service);
  const reading = await readingFor(asker, known, language);
  const { happened, held } = read;
  const at = ref.at ?? happened.length - 1;
  const event = ref.at === null ? null : (happened[ref.at] ?? null);
  const asOf = event?.on ?? read.asOf;
  // Bodies that are asked on one day are asked in one letter, whatever else was told between.
  const upTo = ref.kind === "opinions" ? happened.findLastIndex((h) => h.on === event?.on) : at;
  const then = readOf(held, happened.slice(0, upTo + 1), { ...reading, asOf });
  const before = readOf(held, happened.slice(0, at), { ...reading, asOf });
  const worker = workerOf(asker);
  const items = await openDossier({ db, pool }, { ...read, worker, insider });
  const dossier = items.flatMap(({ id, on, item }) => (item === null ? [] : [{ id, on, item }]));
  const applicants = dossier.flatMap(({ id, item }) =>
    item.kind === "applicant" ? [{ id, name: item.name, code: item.code }] : [],
  );
  const only = applicants.length === 1 ? (applicants[0]?.id ?? null) : null;
  const noteOf = dossier.find(({ id, item }) => item.kind === "note" && id === event?.kept?.id)?.item;
  const draftItem = dossier.findLast(({ item }) => item.kind === "draft")?.item;
  const files = dossier.flatMap(({ on, item }) =>
    item.kind === "file" && item.item !== null && on <= asOf ? [item.item] : [],
  );
  const handlers = happened.slice(0, at + 1).flatMap((h) => h.handler ?? []);
  const units = await listUnits(db, today());
  const names = await namesOfAuthors(
    db,
    handlers.flatMap((h) => h.officer ?? []),
  );
  const unitName = (id: string | null | undefined) => units.find((u) => u.id === id)?.name ?? BLANK;
  const last = <K extends "unit" | "officer">(of: typeof handlers, key: K) =>
    of.findLast((h) => h[key] !== null)?.[key] ?? null;
  const handlerSaid = (of: typeof handlers) => {
    const officer = last(of, "officer");
    return `${unitName(last(of, "unit"))}, ${officer === null ? BLANK : names(officer)}`;
  };
  // Who hands a dossier over writes the slip.
  const unit = last(ref.kind === "handOver" ? handlers.slice(0, -1) : handlers, "unit");
  const parent = units.find((u) => u.id === unit)?.parent ?? null;
  // A step may be told on a paper of its own; else it stands on that of the dossier.
  const own = event === null || event.document === held.sources.number?.document ? null : event.document;
  const papers = await listDocumentsById(reading.context.reader, own === null ? [] : [own]);
  const paper = own === null ? undefined : papers.get(own);
  return {
    ...{ ref, lang: language, then, before, event, applicants },
    about: await aboutCase(held, known, reading),
    agency: unitName(unit),
    upper: parent === null ? null : unitName(parent),
    handing:
      ref.kind === "handOver"
        ? { from: handlerSaid(handlers.slice(0, -1)), to: handlerSaid(handlers) }
        : null,
    addressee: namesApplicant(ref.kind) ? (applicants.find((a) => a.id === query.to)?.id ?? only) : null,
    note: noteOf?.kind === "note" ? noteOf.text : null,
    filed: new Set(files),
    draft: draftItem?.kind === "draft" ? draftItem.text : null,
    paper: paper === undefined ? null : documentLabel(paper, language),
    sample: service.sample,
  };
}
