/** The base map under the zones; there is none unless an administrator confirmed one. */
import type { BaseMap } from "./style.ts";

/** None yet. */
export function useBaseMap(): BaseMap | null {
  return null;
}
