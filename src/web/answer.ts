/** An answer of the API for the present view, kept and refreshed by the query cache. */
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import { get, withQuery } from "./api.ts";
import { useView, viewQuery } from "./view.tsx";

/**
 * The answer at `path` for place, day and language of the page. While another day loads, the former answer of the same
 * path stays (`isPlaceholderData`), so that nothing jumps.
 */
export function useAnswer<T>(
  schema: z.ZodType<T>,
  path: string,
  extra: Readonly<Record<string, string | null>> = {},
): UseQueryResult<T, Error> {
  const view = useView();
  const url = withQuery(path, { ...viewQuery(view), lang: view.lang, ...extra });
  return useQuery({
    queryKey: [path, url],
    queryFn: ({ signal }) => get(schema, url, signal),
    placeholderData: (previous, query) => (query?.queryKey[0] === path ? previous : undefined),
  });
}

/** The address of a file of the API for the present view, e.g. a workbook to download. */
export function useFileHref(path: string, extra: Readonly<Record<string, string | null>> = {}): string {
  const view = useView();
  return withQuery(path, { ...viewQuery(view), lang: view.lang, ...extra });
}
