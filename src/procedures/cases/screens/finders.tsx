/** Places of the province, found by typing. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { z } from "zod";
import { get, withQuery } from "../../../web/api.ts";
import { useLang } from "../../../web/language.tsx";
import { FindField, type Found } from "./finding.tsx";
import { NEW_WORDS } from "./words.ts";

const places = z.object({
  items: z.array(z.looseObject({ id: z.string(), name: z.string(), within: z.string().nullable() })),
});

type ListProps = { readonly typed: string; readonly list: (items: readonly Found[]) => ReactNode };

function Places({ typed, list }: ListProps) {
  const lang = useLang();
  const url = withQuery("/api/places", { query: typed, limit: "8", lang });
  const { data } = useQuery({
    queryKey: ["/api/places", url],
    queryFn: ({ signal }) => get(places, url, signal),
  });
  return list((data?.items ?? []).map((p) => ({ id: p.id, label: p.name, more: p.within ?? "" })));
}

type Props = { readonly chosen: readonly Found[]; readonly change: (chosen: readonly Found[]) => void };

/** Some places. */
export function PlaceFinder({ chosen, change }: Props) {
  return (
    <FindField
      label={NEW_WORDS.findPlace}
      chosen={chosen}
      choose={(place) => change([...chosen.filter((p) => p.id !== place.id), place])}
      drop={(id) => change(chosen.filter((p) => p.id !== id))}
    >
      {(typed, list) => <Places typed={typed} list={list} />}
    </FindField>
  );
}
