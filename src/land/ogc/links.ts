/** The links of `/ogc`: absolute, and carrying on for which day, as known when and in which language was asked. Pure. */
import type { Feature, Link } from "./features.ts";
import { type CarriedWords, GEOJSON, JSON_TYPE, OPENAPI_30 } from "./vocabulary.ts";

/** Where the service is reached (`https://host/ogc`), and the words that every link carries on. */
export type Linking = { readonly base: string; readonly carried: CarriedWords };

type Words = Readonly<Record<string, string | number | undefined>>;

/** An address under the service with the words that are carried on, and more. */
export function addressOf({ base, carried }: Linking, path: string, more: Words = {}): string {
  const words = Object.entries({
    ...carried,
    lang: carried.lang === "vi" ? undefined : carried.lang,
    ...more,
  });
  const query = new URLSearchParams(words.flatMap(([k, v]) => (v === undefined ? [] : [[k, String(v)]])));
  return `${base}${path}${query.size === 0 ? "" : `?${query}`}`;
}

/** The links of the first page. */
export function landingLinks(at: Linking): readonly Link[] {
  return [
    { rel: "self", type: JSON_TYPE, href: addressOf(at, "") },
    { rel: "service-desc", type: OPENAPI_30, href: addressOf(at, "/api") },
    { rel: "conformance", type: JSON_TYPE, href: addressOf(at, "/conformance") },
    { rel: "data", type: JSON_TYPE, href: addressOf(at, "/collections") },
  ];
}

/** The links of a collection; its tiles with it. */
export function collectionLinks(at: Linking, id: string): readonly Link[] {
  const tiles = addressOf({ ...at, base: at.base.replace(/\/ogc$/, "") }, `/tiles/${id}`);
  return [
    { rel: "self", type: JSON_TYPE, href: addressOf(at, `/collections/${id}`) },
    { rel: "items", type: GEOJSON, href: addressOf(at, `/collections/${id}/items`) },
    { rel: "related", type: JSON_TYPE, href: tiles, title: "TileJSON" },
  ];
}

/** A feature as an answer by itself. `screen`: the address of the page that shows it to people. */
export function withLinks(
  feature: Feature,
  at: Linking,
  of: { readonly collection: string; readonly screen: string },
) {
  const { collection, screen } = of;
  const origin = at.base.replace(/\/ogc$/, "");
  const links: readonly Link[] = [
    { rel: "self", type: GEOJSON, href: addressOf(at, `/collections/${collection}/items/${feature.id}`) },
    { rel: "collection", type: JSON_TYPE, href: addressOf(at, `/collections/${collection}`) },
    { rel: "alternate", type: "text/html", href: `${origin}${screen}` },
  ];
  return { ...feature, links };
}
