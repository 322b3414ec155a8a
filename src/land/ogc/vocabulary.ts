/** What is asked of OGC API Features (Part 1: Core 1.0.1), and the words of its answers. */
import { z } from "zod";
import { isPlainDate, type PlainDate, plainDate, vietnamDay } from "../../kernel/dates.ts";
import type { Extent } from "../../kernel/geometry.ts";
import type { Sentence } from "../../kernel/problems.ts";

/** The conformance classes that `/ogc` keeps to. */
export const CONFORMS_TO = ["core", "geojson", "oas30"].map(
  (name) => `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${name}`,
);

export const GEOJSON = "application/geo+json";
export const JSON_TYPE = "application/json";
export const OPENAPI_30 = "application/vnd.oai.openapi+json;version=3.0";
export const CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

/** Features in an answer, at most and where nothing is said. */
export const MOST = 1000;
export const USUAL = 100;

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

/** The day of Vietnam that a day or a moment (RFC 3339) means; null: it is neither. */
function dayOf(text: string): PlainDate | null {
  if (isPlainDate(text)) return plainDate(text);
  const at = MOMENT.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : vietnamDay(at);
}

/** What `datetime` means: a day, an interval of more than one, or nothing. An interval within one day is that day. */
export function dayMeant(text: string): PlainDate | "interval" | null {
  const [from = "", to, ...more] = text.split("/");
  if (to === undefined) return dayOf(from);
  if (more.length > 0) return null;
  const ends = [from, to].map((end) => (end === "" || end === ".." ? "open" : dayOf(end)));
  if (ends.includes(null)) return null;
  const [first, last] = ends;
  return first === last && first !== undefined && first !== null && first !== "open" ? first : "interval";
}

function extentsOf(text: string): readonly Extent[] | null {
  const numbers = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  if (numbers.some((n) => !Number.isFinite(n))) return null;
  const [west, south, east, north] = numbers.length === 6 ? numbers.toSpliced(5, 1).toSpliced(2, 1) : numbers;
  const isWhole = numbers.length === 4 || numbers.length === 6;
  if (!isWhole || west === undefined || south === undefined || east === undefined || north === undefined)
    return null;
  if (Math.abs(west) > 180 || Math.abs(east) > 180 || south < -90 || north > 90 || south > north) return null;
  // Over the antimeridian the box has two parts.
  return west <= east
    ? [[west, south, east, north]]
    : [
        [west, south, 180, north],
        [-180, south, east, north],
      ];
}

const bbox = z
  .string()
  .transform((text, context) => {
    const extents = extentsOf(text);
    if (extents !== null) return extents;
    context.addIssue({ code: "custom", message: "four or six numbers: west, south, east, north in degrees" });
    return z.NEVER;
  })
  .meta({
    description:
      "West, south, east, north in degrees of WGS 84. What has no geometry is in every box; else its own bounding box decides.",
    example: "105.4,21.8,106.3,22.7",
  });

/** The words that say when and where; links carry them on, so that a client that was given a day stays on it. */
export const carriedWords = z.strictObject({
  datetime: z.string().max(80).optional().meta({
    description:
      "The day asked: a day of Vietnam or a moment (RFC 3339); today unless given. No interval of several days.",
    example: "2023-11-30",
  }),
  knownAt: z.string().min(1).max(80).optional().meta({
    description: "As known then: a moment, a day (its end in Vietnam) or the number of a commit",
  }),
  place: z.string().min(1).max(80).optional().meta({
    description: "Id or code of a place; the register's own unless given",
  }),
  lang: z.enum(["vi", "en"]).default("vi"),
});
export type CarriedWords = z.infer<typeof carriedWords>;

/** The words of a page of features, besides those by which a collection narrows. */
export const itemsWords = carriedWords.extend({
  bbox: bbox.optional(),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .default(USUAL)
    .meta({ description: `Features in the answer; more than ${MOST} are never given` }),
  after: z.string().min(1).max(80).optional().meta({
    description: "Gives the features after the one with this id; the link `next` has it",
  }),
});
export type ItemsWords = z.infer<typeof itemsWords>;

export type Value = string | number | boolean | null;
/** A property of the features of a collection. `words`: the values by one of which it may be narrowed. */
export type Field = {
  readonly title: Sentence;
  readonly type: "string" | "integer" | "boolean";
  readonly words?: readonly string[];
};
