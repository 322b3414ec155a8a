/** Asks for a letter: once, and again only where somebody asks, for each letter that is opened is a noted look. */
import { useQuery } from "@tanstack/react-query";
import { get, withQuery } from "../../../web/api.ts";
import { useLang } from "../../../web/language.tsx";
import { letter } from "../vocabulary.ts";

/** Where the server has the letters of a case. */
export function lettersPath(id: string): string {
  return `/api/cases/${encodeURIComponent(id)}/letters`;
}

/** Where it has one of them. */
export function letterPath({ id, key }: { readonly id: string; readonly key: string }): string {
  return `${lettersPath(id)}/${encodeURIComponent(key)}`;
}

/** A letter of a case, to one of its applicants. */
export function useLetter({
  id,
  key,
  to,
}: {
  readonly id: string;
  readonly key: string;
  readonly to: string | null;
}) {
  const lang = useLang();
  const path = letterPath({ id, key });
  return useQuery({
    queryKey: [path, lang, to],
    queryFn: ({ signal }) => get(letter, withQuery(path, { lang, to }), signal),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
  });
}
