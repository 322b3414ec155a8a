/** A paper of the register on which an answer rests, found by typing; or none. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { z } from "zod";
import { offeredPaper } from "../../../recording/vocabulary.ts";
import { get, withQuery } from "../../../web/api.ts";
import { useLang } from "../../../web/language.tsx";
import { FindField, type Found } from "../../cases/screens/finding.tsx";
import { FORESIGHT_SCREEN } from "./words.ts";

const papers = z.object({ items: z.array(offeredPaper) });

type ListProps = { readonly typed: string; readonly list: (items: readonly Found[]) => ReactNode };

function Papers({ typed, list }: ListProps) {
  const lang = useLang();
  const url = withQuery("/api/recording/papers", { query: typed, lang });
  const { data } = useQuery({
    queryKey: ["/api/recording/papers", url],
    queryFn: ({ signal }) => get(papers, url, signal),
  });
  return list((data?.items ?? []).slice(0, 6).map((p) => ({ id: p.id, label: p.label, more: p.title })));
}

type Props = { readonly chosen: readonly Found[]; readonly change: (chosen: readonly Found[]) => void };

/** The field. */
export function PaperFinder({ chosen, change }: Props) {
  return (
    <FindField
      label={FORESIGHT_SCREEN.answerPaper}
      hint={FORESIGHT_SCREEN.answerPaperHint}
      chosen={chosen}
      choose={(paper) => change([paper])}
      drop={() => change([])}
    >
      {(typed, list) => <Papers typed={typed} list={list} />}
    </FindField>
  );
}
