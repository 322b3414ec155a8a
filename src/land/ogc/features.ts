/** Areas as features of GeoJSON (RFC 7946). Pure. */
import { type Boundary, type Extent, extentOf, inDegrees } from "../../kernel/geometry.ts";
import type { Outline } from "../vocabulary.ts";
import type { Value } from "./vocabulary.ts";

export type Link = {
  readonly rel: string;
  readonly type: string;
  readonly href: string;
  readonly title?: string;
};
/** All with geometries of one type, as programs of maps want a layer; null where the position is not known. */
export type Feature = {
  readonly type: "Feature";
  readonly id: string;
  readonly geometry: Outline | null;
  readonly properties: Readonly<Record<string, Value>>;
};

/** Whether a boundary's own box touches any of some boxes; what has no boundary is in all. */
export function isInAny(boundary: Boundary | undefined, extents: readonly Extent[]): boolean {
  if (boundary === undefined) return true;
  const [west, south, east, north] = extentOf(inDegrees(boundary));
  return extents.some(([w, s, e, n]) => west <= e && east >= w && south <= n && north >= s);
}
