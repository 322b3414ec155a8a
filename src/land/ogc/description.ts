/** The description of `/ogc` in OpenAPI 3.0, which its clients read; that of everything is `/api/openapi.json` (3.1). Pure. */
import { z } from "zod";
import type { Collection } from "./collections.ts";
import { CONFORMS_TO, GEOJSON, itemsWords, JSON_TYPE, MOST, USUAL } from "./vocabulary.ts";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const described = z.record(z.string(), z.object({ description: z.string() }));

/** What the words mean, from the one place where it is said. */
function meaningOf(word: keyof typeof itemsWords.shape): string {
  const { properties } = z
    .object({ properties: z.record(z.string(), z.unknown()) })
    .parse(z.toJSONSchema(itemsWords, { io: "input" }));
  return described.parse({ [word]: properties[word] })[word]?.description ?? "";
}

const query = (name: string, schema: Json, description: string): Json => ({
  ...{ name, in: "query", required: false, schema, style: "form", explode: false, description },
});

function carried(): readonly Json[] {
  const text = { type: "string" };
  return [
    query("datetime", text, meaningOf("datetime")),
    query("knownAt", text, meaningOf("knownAt")),
    query("place", text, meaningOf("place")),
    query("lang", { type: "string", enum: ["vi", "en"], default: "vi" }, "Language of words in the answer"),
  ];
}

function narrowing({ fields }: Collection): readonly Json[] {
  return Object.entries(fields).flatMap(([name, { title, words }]) =>
    words === undefined ? [] : [query(name, { type: "string", enum: words }, title.en)],
  );
}

function answers(type: string, schema: Json): Json {
  const problem = {
    description: "Refused",
    content: { "application/problem+json": { schema: { type: "object" } } },
  };
  return {
    "200": { description: "The answer", content: { [type]: { schema } } },
    "400": problem,
    "404": problem,
  };
}

function propertiesOf({ fields }: Collection): Json {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { title, type }]) => [
      name,
      { type, nullable: true, title: title.en },
    ]),
  );
}

function featureSchema(collection: Collection): Json {
  return {
    type: "object",
    required: ["type", "id", "geometry", "properties"],
    properties: {
      type: { type: "string", enum: ["Feature"] },
      id: { type: "string", format: "uuid" },
      geometry: {
        type: "object",
        nullable: true,
        description: "A polygon or multipolygon in WGS 84 (RFC 7946)",
      },
      properties: { type: "object", properties: propertiesOf(collection) },
      links: { type: "array", items: { $ref: "#/components/schemas/link" } },
    },
  };
}

function pathsOf(collection: Collection): { readonly [path: string]: Json } {
  const { id, title, description } = collection;
  const numbers = { type: "integer", minimum: 0 };
  const page = {
    type: "object",
    required: ["type", "features"],
    properties: {
      type: { type: "string", enum: ["FeatureCollection"] },
      features: { type: "array", items: { $ref: `#/components/schemas/${id}` } },
      links: { type: "array", items: { $ref: "#/components/schemas/link" } },
      timeStamp: { type: "string", format: "date-time" },
      numberMatched: numbers,
      numberReturned: numbers,
    },
  };
  const object = { type: "object" };
  const box = { type: "array", minItems: 4, maxItems: 6, items: { type: "number" } };
  const parameters = [
    query("bbox", box, meaningOf("bbox")),
    query("limit", { type: "integer", minimum: 1, maximum: MOST, default: USUAL }, meaningOf("limit")),
    query("after", { type: "string" }, meaningOf("after")),
    ...narrowing(collection),
    ...carried(),
  ];
  const featureId = { name: "featureId", in: "path", required: true, schema: { type: "string" } };
  const get = (of: { readonly [key: string]: Json }): Json => ({ get: { tags: [id], ...of } });
  return {
    [`/collections/${id}`]: get({
      ...{
        operationId: `describe.${id}`,
        summary: title.en,
        description: description.en,
        parameters: carried(),
      },
      responses: answers(JSON_TYPE, object),
    }),
    [`/collections/${id}/items`]: get({
      ...{ operationId: `list.${id}`, summary: `${title.en}: a page of features`, parameters },
      responses: answers(GEOJSON, page),
    }),
    [`/collections/${id}/items/{featureId}`]: get({
      ...{
        operationId: `get.${id}`,
        summary: `${title.en}: one feature`,
        parameters: [featureId, ...carried()],
      },
      responses: answers(GEOJSON, { $ref: `#/components/schemas/${id}` }),
    }),
  };
}

/** The whole description, for a service that is reached at `base`. */
export function describeService(
  collections: readonly Collection[],
  { base, version }: { readonly base: string; readonly version: string },
): { readonly [key: string]: Json } {
  const whole = (path: string, operationId: string, summary: string): { readonly [path: string]: Json } => ({
    [path]: {
      get: {
        ...{ operationId, summary, tags: ["service"], parameters: carried() },
        responses: answers(JSON_TYPE, { type: "object" }),
      },
    },
  });
  return {
    openapi: "3.0.3",
    info: {
      title: "Khu: OGC API Features",
      version,
      description: `The register's zones and plots for any day. Conforms to ${CONFORMS_TO.join(", ")}; of datetime, days and moments alone.`,
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    servers: [{ url: base }],
    tags: ["service", ...collections.map((c) => c.id)].map((name) => ({ name })),
    paths: {
      ...whole("/", "landing", "Where everything is"),
      ...whole("/conformance", "conformance", "The parts of the standard that are kept to"),
      ...whole("/collections", "collections", "The collections"),
      ...Object.assign({}, ...collections.map(pathsOf)),
    },
    components: {
      schemas: {
        link: {
          type: "object",
          required: ["href"],
          properties: {
            href: { type: "string" },
            rel: { type: "string" },
            type: { type: "string" },
            title: { type: "string" },
          },
        },
        ...Object.fromEntries(collections.map((c) => [c.id, featureSchema(c)])),
      },
    },
  };
}
