/** The base map under the zones; there is none unless an administrator confirmed one. */
import { useQuery } from "@tanstack/react-query";
import { get } from "../../../web/api.ts";
import { baseMapAnswer } from "../vocabulary.ts";
import type { BaseMap } from "./style.ts";

export const BASE_MAP_PATH = "/api/map/base";

/** What the server says of it; null until then. */
export function useBaseMap(): BaseMap | null {
  const answer = useQuery({
    queryKey: [BASE_MAP_PATH],
    queryFn: ({ signal }) => get(baseMapAnswer, BASE_MAP_PATH, signal),
  });
  return answer.data?.baseMap ?? null;
}
