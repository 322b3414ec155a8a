/** Papers over HTTP: lists, one paper with what it decides and says. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { searchKey } from "../kernel/text.ts";
import { type Asker, classesRead, forReader, may, permit, READING } from "../people/permissions.ts";
import type { EachReader } from "../platform/database/logins.ts";
import type { Db } from "../platform/database/tables.ts";
import { KEPT } from "../platform/http/keeping.ts";
import { answer, notFound } from "../platform/http/server.ts";
import { documentLabel } from "./labels.ts";
import {
  countPartsOfDocuments,
  findDocument,
  findKnown,
  type Known,
  listChangesOfDocument,
  listDocuments,
  type PartCounts,
} from "./store.ts";
import {
  access,
  DOCUMENT_KINDS,
  type DocumentDraft,
  documentKind,
  evidence,
  partialDateText,
  plainDateText,
  standing,
} from "./vocabulary.ts";

type Language = "vi" | "en";

/** A paper's file, as far as its page tells of it. */
const fileTold = z.object({ name: z.string(), type: z.string(), size: z.number().int() }).nullable();

/** What documents need from the folders that know their subjects. */
export type DocumentService = {
  /** For reading under the rights of who asks. */
  readonly readers: EachReader<Db>;
  /** What the paper sets, in words, per subject. */
  readonly describe: (
    changes: Awaited<ReturnType<typeof listChangesOfDocument>>,
    of: { readonly known: Known; readonly language: Language; readonly asker: Asker },
  ) => Promise<readonly z.infer<typeof decided>[]>;
  readonly claims: (
    document: string,
    of: { readonly known: Known; readonly language: Language; readonly asker: Asker },
  ) => Promise<readonly unknown[]>;
};

const decided = z.object({
  subject: z.object({ kind: z.string(), id: z.string(), key: z.string().nullable(), label: z.string() }),
  text: z.string(),
  since: partialDateText,
  standing,
});

export const documentSummary = z.object({
  id: z.string(),
  key: z.string().nullable(),
  label: z.string(),
  kind: documentKind,
  kindLabel: z.string(),
  number: z.string().nullable(),
  signedOn: partialDateText.nullable(),
  effectiveOn: partialDateText.nullable(),
  issuer: z.string().nullable(),
  title: z.string(),
  standing,
  evidence,
  access,
  url: z.string().nullable(),
  note: z.string().nullable(),
  hasFile: z.boolean(),
  changes: z.number().int(),
  claims: z.number().int(),
  entries: z.number().int(),
});

function summaryOf(
  d: DocumentDraft,
  counts: PartCounts | undefined,
  language: Language,
): z.infer<typeof documentSummary> {
  const { id, key, kind, number, signedOn, effectiveOn, issuer, title, url, note } = d;
  return {
    ...{ id, key, kind, number, signedOn, effectiveOn, issuer, title, url, note },
    label: documentLabel(d, language),
    kindLabel: DOCUMENT_KINDS[kind][language],
    standing: d.standing,
    evidence: d.evidence,
    access: d.access,
    hasFile: d.file !== null,
    changes: counts?.changes ?? 0,
    claims: counts?.claims ?? 0,
    entries: counts?.entries ?? 0,
  };
}

function toldOf(file: DocumentDraft["file"]): z.infer<typeof fileTold> {
  if (file === null) return null;
  const { name, type, size } = file;
  return { name, type, size };
}

const words = z.object({
  asOf: plainDateText.optional(),
  knownAt: z.string().min(1).optional(),
  place: z.string().optional(),
  lang: z.enum(["vi", "en"]).default("vi"),
});

const listWords = words.extend({
  find: z
    .string()
    .max(200)
    .optional()
    .meta({ description: "Words of number, title or issuer, with or without accents" }),
  standing: standing.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  after: z.string().min(1).optional().meta({ description: "Give the papers after the one with this id" }),
});

/** Kinds of subjects that tell of work in the office. */
const INTERNAL_KINDS: ReadonlySet<string> = new Set(["case", "task"]);

export const documentRoutes =
  (service: DocumentService): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/api/documents",
      {
        config: KEPT,
        schema: {
          tags: ["documents"],
          operationId: "listDocuments",
          summary: "All papers that one may see, newest first",
          querystring: listWords,
          response: { 200: z.object({ items: z.array(documentSummary), next: z.string().nullable() }) },
        },
      },
      async (request, reply) => {
        const { knownAt, lang, find, standing: only, limit, after } = request.query;
        const reader = forReader(service.readers, request.asker);
        const known = await findKnown(reader, knownAt ?? null);
        if (!known.ok) return answer(request, reply, known);
        const { items, more } = await listDocuments(reader, known.value, {
          access: classesRead(request.asker),
          standing: only ?? null,
          words: searchKey(find ?? "")
            .split(" ")
            .filter(Boolean),
          limit,
          after: after ?? null,
        });
        const ids = items.map((d) => d.id);
        const counts = await countPartsOfDocuments(reader, ids, known.value);
        return {
          items: items.map((d) => summaryOf(d, counts.get(d.id), lang)),
          next: more ? (ids.at(-1) ?? null) : null,
        };
      },
    );

    app.get(
      "/api/documents/:id",
      {
        // Names of units and officers change, and are erased, without a commit.
        config: { kept: ({ asker }) => !may(asker, "readInternal").ok },
        schema: {
          tags: ["documents"],
          operationId: "getDocument",
          summary: "One paper: what it decides, what it says, and whether the register agrees",
          params: z.object({ id: z.string().min(1).meta({ example: "press-2023-11" }) }),
          querystring: words,
          response: {
            200: documentSummary.extend({
              file: fileTold,
              claims: z.array(z.unknown()),
              decides: z.array(decided),
            }),
          },
        },
      },
      async (request, reply) => {
        const { knownAt, lang } = request.query;
        const reader = forReader(service.readers, request.asker);
        const known = await findKnown(reader, knownAt ?? null);
        if (!known.ok) return answer(request, reply, known);
        // That there is a closed paper is told, so that who may read it knows to sign in; nothing of what it says is.
        const document = await findDocument(service.readers.personal, request.params.id);
        if (document === null) return answer(request, reply, notFound("document", request.params.id));
        const allowed = permit(request.asker, READING[document.access]);
        if (!allowed.ok) return answer(request, reply, allowed);
        const counts = await countPartsOfDocuments(reader, [document.id], known.value);
        const of = { known: known.value, language: lang, asker: request.asker };
        // How the office works is for who works there, whatever paper it rests on.
        const inside = may(request.asker, "readInternal").ok;
        const changes = (await listChangesOfDocument(reader, document.id, known.value)).filter(
          ({ subject }) => inside || !INTERNAL_KINDS.has(subject.kind),
        );
        return {
          ...summaryOf(document, counts.get(document.id), lang),
          file: toldOf(document.file),
          claims: [...(await service.claims(document.id, of))],
          decides: [...(await service.describe(changes.slice(0, 200), of))],
        };
      },
    );
  };
