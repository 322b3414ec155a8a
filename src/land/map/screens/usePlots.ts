/** The plots of the page's place and day for the map, asked for only where they are shown. */
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { get, withQuery } from "../../../web/api.ts";
import { useView, viewQuery } from "../../../web/view.tsx";
import { type MapPlots, mapPlots } from "../vocabulary.ts";
import { type Box, type MapChoice, typedNumber } from "./choice.ts";

const PATH = "/api/map/plots";

/** The metres that somebody typed as an address has them; null: none, or no such distance. */
function metresOf(typed: string): string | null {
  const metres = typedNumber(typed);
  return metres === null || metres <= 0 || metres > 50_000 ? null : String(metres);
}

/** The answer; with a window, what touches it. */
export function usePlots(
  { show, road }: Pick<MapChoice, "show" | "road">,
  window: Box | null,
): UseQueryResult<MapPlots, Error> {
  const view = useView();
  const bbox = window === null ? null : window.map((edge) => edge.toFixed(5)).join(",");
  const url = withQuery(PATH, { ...viewQuery(view), lang: view.lang, bbox, roadWithin: metresOf(road) });
  return useQuery({
    queryKey: [PATH, url],
    queryFn: ({ signal }) => get(mapPlots, url, signal),
    enabled: show === "plots",
    placeholderData: (previous) => previous,
  });
}
