/** OGC API Features over HTTP: what QGIS and other programs of maps read, from the lists that `/api` gives. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Asking, ask, contextOf } from "../../figures/public.ts";
import type { Asker } from "../../people/public.ts";
import { KEPT } from "../../platform/http/keeping.ts";
import { answer, notFound } from "../../platform/http/server.ts";
import type { Asked, Collection } from "./collections.ts";
import { questionOf } from "./datetime.ts";
import { describeService } from "./description.ts";
import { addressOf, collectionLinks, type Linking, landingLinks, withLinks } from "./links.ts";
import {
  type CarriedWords,
  CONFORMS_TO,
  CRS84,
  carriedWords,
  GEOJSON,
  itemsWords,
  JSON_TYPE,
  MOST,
  OPENAPI_30,
} from "./vocabulary.ts";

export type OgcService = Asking & {
  readonly version: string;
  /** Where people reach the server through a proxy; null: at the address at which they ask. */
  readonly publicUrl: URL | null;
  readonly collections: readonly Collection[];
};

const TITLE = { vi: "Khu: khu, cụm công nghiệp và lô đất", en: "Khu: industrial zones and plots" } as const;
const ABOUT = {
  vi: "Sổ khu, cụm công nghiệp và lô đất, theo một ngày. Ranh giới không thay văn bản pháp lý.",
  en: "The register of industrial zones and plots, for any one day. Outlines have no legal force.",
} as const;

/** The words of a page once they were read, without those of the collection. */
const readWords = z.object({
  ...carriedWords.shape,
  bbox: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])).optional(),
  limit: z.number(),
  after: z.string().optional(),
});

/** `/ogc` and all below it. */
export const ogcRoutes =
  (service: OgcService): FastifyPluginAsyncZod =>
  async (app) => {
    const at = (request: FastifyRequest, carried: CarriedWords): Linking => {
      const origin = service.publicUrl?.origin ?? `${request.protocol}://${request.host}`;
      return { base: `${origin}/ogc`, carried };
    };

    const asked = async ({ datetime, knownAt, place, lang }: CarriedWords, asker: Asker): Promise<Asked> => {
      const words = questionOf({ ...known({ datetime, knownAt, place }), lang });
      if (!words.ok) return words;
      const question = await ask({ ...words.value, limit: 0 }, service);
      if (!question.ok) return question;
      const given = { ...contextOf(service, asker), today: service.today() };
      return { ok: true, value: { question: question.value, given } };
    };

    const told = (collection: Collection, linking: Linking) => {
      const { lang } = linking.carried;
      return {
        id: collection.id,
        title: collection.title[lang],
        description: collection.description[lang],
        itemType: "feature",
        crs: [CRS84],
        links: collectionLinks(linking, collection.id),
      };
    };

    app.get(
      "/ogc",
      {
        schema: {
          tags: ["land"],
          operationId: "getOgcService",
          summary: "OGC API Features: where everything is",
          querystring: carriedWords,
        },
      },
      async (request) => {
        const { lang } = request.query;
        return {
          title: TITLE[lang],
          description: ABOUT[lang],
          links: landingLinks(at(request, request.query)),
        };
      },
    );

    app.get(
      "/ogc/conformance",
      {
        schema: {
          tags: ["land"],
          operationId: "getOgcConformance",
          summary: "OGC API Features: the parts of the standard that are kept to",
          querystring: carriedWords,
        },
      },
      async () => ({ conformsTo: CONFORMS_TO }),
    );

    app.get(
      "/ogc/api",
      {
        schema: {
          tags: ["land"],
          operationId: "getOgcDescription",
          summary: "OGC API Features: its description in OpenAPI 3.0",
          querystring: carriedWords,
        },
      },
      async (request, reply) => {
        const { base } = at(request, request.query);
        const described = describeService(service.collections, { base, version: service.version });
        return sendJson(reply, OPENAPI_30, described);
      },
    );

    app.get(
      "/ogc/collections",
      {
        schema: {
          tags: ["land"],
          operationId: "listOgcCollections",
          summary: "OGC API Features: the collections",
          querystring: carriedWords,
        },
      },
      async (request) => {
        const linking = at(request, request.query);
        return {
          links: [{ rel: "self", type: JSON_TYPE, href: addressOf(linking, "/collections") }],
          collections: service.collections.map((collection) => told(collection, linking)),
        };
      },
    );

    for (const collection of service.collections) addCollection(collection);

    function addCollection(collection: Collection): void {
      const { id } = collection;
      const name = `${id[0]?.toUpperCase()}${id.slice(1)}`;
      const path = `/ogc/collections/${id}`;

      app.get(
        path,
        {
          config: KEPT,
          schema: {
            tags: ["land"],
            operationId: `getOgc${name}`,
            summary: `OGC API Features: the collection of ${id}`,
            querystring: carriedWords,
          },
        },
        async (request, reply) => {
          const question = await asked(request.query, request.asker);
          if (!question.ok) return answer(request, reply, question);
          const { question: about, given } = question.value;
          const extent = await collection.groundOf(about, given);
          const spatial = extent === null ? {} : { extent: { spatial: { bbox: [extent], crs: CRS84 } } };
          return { ...told(collection, at(request, request.query)), ...spatial };
        },
      );

      const narrowing = Object.fromEntries(
        Object.entries(collection.fields).flatMap(([field, { words, title }]) =>
          words === undefined ? [] : [[field, z.enum(words).optional().meta({ description: title.en })]],
        ),
      );

      app.get(
        `${path}/items`,
        {
          config: KEPT,
          schema: {
            tags: ["land"],
            operationId: `listOgc${name}`,
            summary: `OGC API Features: ${id} on a day, as GeoJSON, a page at a time`,
            querystring: itemsWords.extend(narrowing),
          },
        },
        async (request, reply) => {
          const { bbox, limit, after, datetime, knownAt, place, lang } = readWords.parse(request.query);
          const narrowed = textsOf(request.query, Object.keys(narrowing));
          const carried = { ...known({ datetime, knownAt, place }), lang };
          const question = await asked(carried, request.asker);
          if (!question.ok) return answer(request, reply, question);
          const most = Math.min(limit, MOST);
          const page = await collection.list(
            {
              question: question.value.question,
              ...{ extents: bbox ?? null, narrowed, limit: most, after: after ?? null },
            },
            question.value.given,
          );
          return sendPage(request, reply, { collection, page, linking: at(request, carried), most });
        },
      );

      app.get(
        `${path}/items/:id`,
        {
          config: KEPT,
          schema: {
            tags: ["land"],
            operationId: `getOgc${name}Item`,
            summary: `OGC API Features: one of the ${id} on a day, as GeoJSON`,
            params: z.object({ id: z.string().min(1) }),
            querystring: carriedWords,
          },
        },
        async (request, reply) => {
          const question = await asked(request.query, request.asker);
          if (!question.ok) return answer(request, reply, question);
          const { question: about, given } = question.value;
          const feature = await collection.find(request.params.id, about, given);
          if (feature === null) return answer(request, reply, notFound(id.slice(0, -1), request.params.id));
          const of = { collection: id, screen: collection.screenOf(feature.id) };
          const linked = withLinks(feature, at(request, request.query), of);
          return sendJson(reply, GEOJSON, linked);
        },
      );
    }
  };

type Page = Awaited<ReturnType<Collection["list"]>>;

function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  of: {
    readonly collection: Collection;
    readonly page: Page;
    readonly linking: Linking;
    readonly most: number;
  },
): FastifyReply {
  const { collection, page, linking } = of;
  const path = `/collections/${collection.id}`;
  // As it was asked, whatever the words: the same page, and from there the next.
  const own = new URL(request.url, linking.base);
  const next = new URL(own);
  next.searchParams.set("after", page.next ?? "");
  next.searchParams.set("limit", String(of.most));
  const links = [
    { rel: "self", type: GEOJSON, href: own.href },
    ...(page.next === null ? [] : [{ rel: "next", type: GEOJSON, href: next.href }]),
    { rel: "collection", type: JSON_TYPE, href: addressOf(linking, path) },
  ];
  return sendJson(reply, GEOJSON, {
    ...{ type: "FeatureCollection", links, timeStamp: new Date().toISOString() },
    ...(page.matched === null ? {} : { numberMatched: page.matched }),
    ...{ numberReturned: page.features.length, features: page.features },
  });
}

/** Sends JSON under the very name of its type: to a text the name of an encoding would be added, which JSON has not. */
function sendJson(reply: FastifyReply, type: string, body: object): FastifyReply {
  return reply.type(type).send(Buffer.from(JSON.stringify(body)));
}

/** The words that were given. */
function known(words: Omit<CarriedWords, "lang">): Omit<CarriedWords, "lang"> {
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
}

function textsOf(
  words: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => (typeof words[name] === "string" ? [[name, words[name]]] : [])),
  );
}
