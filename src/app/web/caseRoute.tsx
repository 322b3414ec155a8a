/** The page of a case, with the choice of a paper as recording has it; loaded when a case is opened. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import type { ChoosePaper } from "../../procedures/cases/screens/answers.ts";
import { CaseScreen } from "../../procedures/cases/screens/casePage.tsx";
import { useRested } from "../../recording/screens/choose.tsx";
import { type Draft, paperOf } from "../../recording/screens/draft.ts";
import { PaperPart } from "../../recording/screens/paperPart.tsx";
import { type OfferedPaper, offeredPaper } from "../../recording/vocabulary.ts";
import { get, withQuery } from "../../web/api.ts";
import { useLang } from "../../web/language.tsx";
import "../../recording/screens/record.css";

/** The page. */
export function CaseRoute() {
  return <CaseScreen choosePaper={(choice) => <PaperChoice {...choice} />} />;
}

const found = z.object({ items: z.array(offeredPaper) });

/** Papers of the register that a new one is or may be. */
function usePapersAlike(paper: ReturnType<typeof paperOf>): readonly OfferedPaper[] {
  const lang = useLang();
  const draft = paper?.kind === "new" ? paper.draft : null;
  const { number, issuer, signedOn, url, title } = draft ?? {};
  const given = Object.entries({ number, issuer, signedOn, url, title }).flatMap(([name, text]) =>
    text === null || text === undefined ? [] : [[name, text] as const],
  );
  const address = withQuery("/api/recording/papers/alike", { ...Object.fromEntries(given), lang });
  const asked = useRested(address, 300);
  const { data } = useQuery({
    queryKey: ["/api/recording/papers/alike", asked],
    queryFn: ({ signal }) => get(found, asked, signal),
    enabled: draft !== null,
  });
  return draft === null ? [] : (data?.items ?? []);
}

function PaperChoice({ change, access }: Parameters<ChoosePaper>[0]) {
  const [paper, setPaper] = useState<Draft["paper"]>({ kind: "none" });
  const alike = usePapersAlike(paperOf({ paper }));
  return (
    <PaperPart
      paper={paper}
      alike={alike}
      change={(next) => {
        const begins = next.kind === "new" && paper.kind !== "new";
        const meant = begins ? { ...next, fields: { ...next.fields, access } } : next;
        setPaper(meant);
        change(paperOf({ paper: meant }), meant.kind !== "none");
      }}
    />
  );
}
